/** Checks display texts. Source of the patterns: Google, Sheets API guide on number formats. */
import fc from 'fast-check';
import { GENERAL, formatCell, isDateFormat } from '../../../../local/runtime/workbook/cells/number-format';

const NOON = 46_024.5; // 2 January 2026, a Friday

test.each([
  [0, '0'],
  [1234567, '1234567'],
  [0.1 + 0.2, '0.3'],
  [1 / 3, '0.3333333333'],
  [1234567.891234, '1234567.891'],
  [-2.5, '-2.5'],
  [1e15, '1E+15'],
  [1.2345678901e17, '1.23457E+17'],
  [1e-10, '1E-10'],
])('without a format, %d shows as %s', (number, text) => {
  for (const format of [undefined, GENERAL, 'General', 'GENERAL']) {
    expect(formatCell(number, format, 'en_US')).toBe(text);
  }
});

test.each([
  [1234.5, '#,##0.00', '1,234.50'],
  [-1234.5, '#,##0.00', '-1,234.50'],
  [1.005, '0.00', '1.01'],
  [-0.001, '0.00', '0.00'],
  [0.5, '0%', '50%'],
  [0.12345, '0.00%', '12.35%'],
  [7, '000', '007'],
  [0.5, '#.##', '.5'],
  [5, '#.##', '5.'],
  [12, '0.###', '12.'],
  [2.99, '"$"#,##0.00', '$2.99'],
  [1234.5, '[$EUR] #,##0.00', 'EUR 1,234.50'],
  [1234.5, '#,##0.00 [$€-407]', '1,234.50 €'],
  [1234.5, '[$€]#,##0', '€1,235'],
  [-5, '0.00;[Red](0.00)', '(5.00)'],
  [5, '0.00;[Red](0.00)', '5.00'],
  [0, '0;-0;"none"', 'none'],
  [3, '[>2]"many";"few"', 'many'],
  [1, '[>2]"many";"few"', 'few'],
  [1_234_567, '#,##0,"k"', '1,235k'],
  [12345, '0.00E+00', '1.23E+04'],
  [0.00012, '0.0E+0', '1.2E-4'],
  [9.99e5, '0.0E+00', '1.0E+06'],
  [5, '0" pcs"', '5 pcs'],
  [5, '0\\x', '5x'],
  [5, '@', '5'],
  [1.5, 'General" h"', '1.5 h'],
  [1e21, '0', '1000000000000000000000'],
  [5, '@" · as of 10:00"', '5 · as of 10:00'],
  [5, '', '5'],
])('%d by %j shows as %j', (number, format, text) => {
  expect(formatCell(number, format, 'en_US')).toBe(text);
});

test.each([
  ['de_DE', '1.234,50'],
  ['en_IN', '1,234.50'],
  ['es_ES', '1.234,50'],
])('signs are those of the locale: %s', (locale, text) => {
  expect(formatCell(1234.5, '#,##0.00', locale)).toBe(text);
});

test('India groups in pairs', () => {
  expect(formatCell(12345678, '#,##0', 'en_IN')).toBe('1,23,45,678');
});

test.each([
  ['yyyy-mm-dd', '2026-01-02'],
  ['yyyy-mm-dd hh:mm:ss', '2026-01-02 12:00:00'],
  ['m/d/yyyy', '1/2/2026'],
  ['M/d/yy', '1/2/26'],
  ['mmm d', 'Jan 2'],
  ['dddd, mmmm d, yyyy', 'Friday, January 2, 2026'],
  ['ddd', 'Fri'],
  ['h:mm am/pm', '12:00 PM'],
  ['hh:mm A/P', '12:00 P'],
  ['[h]:mm', '1104588:00'],
  ['mm:ss', '00:00'],
  ['d.m.yyyy', '2.1.2026'],
  ['yyyy-mm-dd"T"hh:mm:ss.000', '2026-01-02T12:00:00.000'],
  ['mmmmm', 'J'],
])('noon of 2 January 2026 by %j shows as %j', (format, text) => {
  expect(formatCell(NOON, format, 'en_US')).toBe(text);
});

test('a second is not lost to the way numbers are kept', () => {
  for (let second = 0; second < 86_400; second += 61) {
    const clock = new Date(second * 1000).toISOString().slice(11, 19);
    expect(formatCell(46_024 + second / 86_400, 'hh:mm:ss', 'en_US')).toBe(clock);
  }
});

test('names of months are the locale’s', () => {
  expect(formatCell(NOON, 'd. mmmm yyyy', 'de_DE')).toBe('2. Januar 2026');
});

test.each([
  ['Zoom', undefined, 'Zoom'],
  ['Zoom', '0.00', 'Zoom'],
  ['Zoom', '@', 'Zoom'],
  ['Zoom', '@" · as of 10:00"', 'Zoom · as of 10:00'],
  ['Zoom', '0;-0;0;"app "@', 'app Zoom'],
  ['12', 'yyyy-mm-dd', '12'],
  [true, '0.00', 'TRUE'],
  [false, undefined, 'FALSE'],
  [null, '0.00', ''],
])('%j by %j shows as %j', (content, format, text) => {
  expect(formatCell(content, format, 'en_US')).toBe(text);
});

test.each([
  ['yyyy-mm-dd', true],
  ['h:mm', true],
  ['[h]:mm:ss', true],
  ['mmm d', true],
  ['0.00', false],
  ['[Red]0', false],
  ['"days" 0', false],
  ['0\\d', false],
  ['@', false],
  ['General', false],
  [GENERAL, false],
  ['', false],
  [undefined, false],
])('%j is a date format: %j', (format, isDate) => {
  expect(isDateFormat(format)).toBe(isDate);
});

test('decimals agree with exact decimal arithmetic', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (cents) => {
      const text = formatCell(cents / 100, '0.00', 'en_US');
      const digits = String(Math.abs(cents)).padStart(3, '0');
      expect(text).toBe(`${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
    }),
  );
});

test('no format makes it fail', () => {
  fc.assert(
    fc.property(fc.string(), fc.double(), (format, number) => {
      expect(typeof formatCell(number, format, 'en_US')).toBe('string');
      expect(typeof isDateFormat(format)).toBe('boolean');
    }),
  );
});
