import {
  currencyCode,
  currencySign,
  decimalsOf,
  isMoneyFormat,
  moneyFormat,
  wholeUnits,
} from '../../../../src/core/table/currency';

it.each([
  ['EUR', 2, '[$EUR] #,##0.00'],
  ['JPY', 0, '[$JPY] #,##0'],
  ['KWD', 3, '[$KWD] #,##0.000'],
  ['CLF', 4, '[$CLF] #,##0.0000'],
  [null, 2, '#,##0.00'],
])('%s has %d decimals and the format %s', (currency, decimals, format) => {
  expect(decimalsOf(currency)).toBe(decimals);
  expect(moneyFormat(currency)).toBe(format);
  expect(isMoneyFormat(format)).toBe(true);
});

it('turns smallest units into whole ones', () => {
  expect([
    wholeUnits(1999, 'USD'),
    wholeUnits(1999, 'JPY'),
    wholeUnits(1999, 'BHD'),
    wholeUnits(-5, null),
  ]).toEqual([19.99, 1999, 1.999, -0.05]);
});

it('knows codes from other texts', () => {
  expect([' eur ', 'USD', 'euro', '', 5, null].map(currencyCode)).toEqual([
    'EUR',
    'USD',
    null,
    null,
    null,
    null,
  ]);
});

it('knows formats that people chose', () => {
  for (const format of ['"$"#,##0.00', '[$€]#,##0.00', '0.00', '@', '[$EUR] #,##0.0']) {
    expect(isMoneyFormat(format)).toBe(false);
  }
});

test.each([
  ['"$"#,##0.00', '$'],
  ['[$€-407]#,##0.00', '€'],
  ['#,##0.00\\ [$€]', '€'],
  ['[$EUR] #,##0.00', 'EUR'],
  ['[$-409]d. mmm', ''],
  ['General', ''],
])('%s shows “%s” beside an amount', (format, sign) => {
  expect(currencySign(format)).toBe(sign);
});
