/** Checks what typed texts become, against the sources named with each group. */
import fc from 'fast-check';
import { serialFromDay } from '../../../../local/runtime/workbook/cells/dates';
import { formatCell } from '../../../../local/runtime/workbook/cells/number-format';
import { typeText, type Typed } from '../../../../local/runtime/workbook/cells/typing';

const NOW = Date.UTC(2026, 10, 22, 12);
const typed = (text: string, locale = 'en_US', timeZone = 'Etc/UTC', now = NOW): Typed =>
  typeText(text, { locale, timeZone, now });
const value = (content: number | string | boolean, format?: string): Typed =>
  format === undefined ? { kind: 'value', value: content } : { kind: 'value', value: content, format };
const day = (year: number, month: number, date: number): number => serialFromDay(year, month, date) ?? NaN;

describe('numbers (Google: ValueInputOption USER_ENTERED; Range.setValues samples)', () => {
  test.each([
    ['1', value(1)],
    ['+1', value(1)],
    ['-5', value(-5)],
    ['-0', value(0)],
    ['007', value(7)],
    [' 5 ', value(5)],
    ['.5', value(0.5)],
    ['5.', value(5)],
    ['2.000', value(2)],
    ['1,000,000', value(1_000_000, '#,##0')],
    ['1,000.5', value(1000.5, '#,##0.00')],
    ['$2.99', value(2.99, '"$"#,##0.00')],
    ['-$1,200', value(-1200, '"$"#,##0')],
    ['$-3', value(-3, '"$"#,##0')],
    ['(12.5)', value(-12.5)],
    ['£3.50', value(3.5, '[$£]#,##0.00')],
    ['5 €', value(5, '#,##0 [$€]')],
    ['50%', value(0.5, '0%')],
    ['12.5%', value(0.125, '0.00%')],
    ['12.3%', value(0.123, '0.00%')],
    ['1e3', value(1000, '0.00E+00')],
    ['1.5E-3', value(0.0015, '0.00E+00')],
    ['12345678901234567890', value(Number('12345678901234567890'))],
  ])('%j', (text, expected) => {
    expect(typed(text)).toEqual(expected);
  });

  test.each([
    ['de_DE', '1.234,5', value(1234.5, '#,##0.00')],
    ['de_DE', '1,5', value(1.5)],
    ['de_DE', '1.000', value(1000, '#,##0')],
    ['de_DE', '12,50 €', value(12.5, '#,##0.00 [$€]')],
    ['fr_FR', '1 234,5', value(1234.5, '#,##0.00')],
    ['en_IN', '12,34,567', value(1234567, '#,##0')],
    ['not a locale', '1.5', value(1.5)],
  ])('in %s: %j', (locale, text, expected) => {
    expect(typed(text, locale)).toEqual(expected);
  });

  test('a number written with a dot comes back as itself', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(typed(String(number))).toMatchObject({ kind: 'value', value: number || 0 });
      }),
    );
  });

  test('a whole number shown with grouping is read back, in every locale', () => {
    const locale = fc.constantFrom(
      'en_US',
      'en_GB',
      'de_DE',
      'fr_FR',
      'es_ES',
      'pl_PL',
      'en_IN',
      'ja_JP',
      'pt_BR',
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), locale, (number, name) => {
        expect(typed(formatCell(number, '#,##0', name), name)).toMatchObject({
          kind: 'value',
          value: number,
        });
      }),
    );
  });
});

describe('booleans and empty cells (platform facts 2.1, medium confidence)', () => {
  test.each([
    ['TRUE', value(true)],
    ['false', value(false)],
    ['True', value(true)],
    ['', { kind: 'empty' }],
  ])('%j', (text, expected) => {
    expect(typed(text)).toEqual(expected);
  });
});

describe('dates by locale (Google: ValueInputOption USER_ENTERED; platform facts 2.1, medium confidence)', () => {
  test.each([
    ['en_US', '1/2/2026', day(2026, 1, 2), 'm/d/yyyy'],
    ['en_US', '01/02/2026', day(2026, 1, 2), 'mm/dd/yyyy'],
    ['en_US', '1-2-26', day(2026, 1, 2), 'm-d-yy'],
    ['en_US', '1/2/30', day(1930, 1, 2), 'm/d/yy'],
    ['en_GB', '1/2/2026', day(2026, 2, 1), 'd/m/yyyy'],
    ['de_DE', '1.2.2026', day(2026, 2, 1), 'd.m.yyyy'],
    ['de_DE', '31.12.26', day(2026, 12, 31), 'd.m.yy'],
    ['sv_SE', '26-01-02', day(2026, 1, 2), 'yy-mm-dd'],
    ['en_US', '2026-01-02', day(2026, 1, 2), 'yyyy-mm-dd'],
    ['de_DE', '2026-01-02', day(2026, 1, 2), 'yyyy-mm-dd'],
    ['en_US', '2026-01-02 10:20', day(2026, 1, 2) + 620 / 1440, 'yyyy-mm-dd h:mm'],
    ['en_US', '1/2/2026 1:02:03 PM', day(2026, 1, 2) + 46_923 / 86_400, 'm/d/yyyy h:mm:ss am/pm'],
    ['en_US', 'Jan 2, 2026', day(2026, 1, 2), 'mmm d, yyyy'],
    ['en_US', 'January 2 2026', day(2026, 1, 2), 'mmmm d yyyy'],
    ['en_US', '2 Jan 2026', day(2026, 1, 2), 'd mmm yyyy'],
    ['en_US', 'Fri, Jan 2, 2026', day(2026, 1, 2), 'mmm d, yyyy'],
    ['en_US', 'Jan 2026', day(2026, 1, 1), 'mmm yyyy'],
    ['de_DE', '2. März 2026', day(2026, 3, 2), 'd. mmm yyyy'],
    ['fr_FR', '2 février 2026', day(2026, 2, 2), 'd mmmm yyyy'],
    ['en_US', '2/29/2028', day(2028, 2, 29), 'm/d/yyyy'],
  ])('%s: %j', (locale, text, serial, format) => {
    expect(typed(text, locale)).toEqual(value(serial, format));
  });

  // Platform facts 2.1: low confidence, so nothing may rely on these staying text.
  test.each([
    ['en_US', '1/2', day(2026, 1, 2), 'm/d'],
    ['en_GB', '1/2', day(2026, 2, 1), 'd/m'],
    ['en_US', '3-4', day(2026, 3, 4), 'm-d'],
    ['en_US', '2-Jan', day(2026, 1, 2), 'd-mmm'],
    ['en_US', 'Mar 3', day(2026, 3, 3), 'mmm d'],
    ['de_DE', '1.2', day(2026, 2, 1), 'd.m'],
    ['en_US', '1/2026', day(2026, 1, 1), 'm/yyyy'],
  ])('without a year, %s: %j', (locale, text, serial, format) => {
    expect(typed(text, locale)).toEqual(value(serial, format));
  });

  test('the current year is the one in the spreadsheet’s own time zone', () => {
    const newYear = Date.UTC(2026, 0, 1, 3);
    expect(typed('1/2', 'en_US', 'Etc/UTC', newYear)).toEqual(value(day(2026, 1, 2), 'm/d'));
    expect(typed('1/2', 'en_US', 'America/New_York', newYear)).toEqual(value(day(2025, 1, 2), 'm/d'));
  });

  test.each([
    ['10:20', 620 / 1440, 'h:mm'],
    ['09:05', 545 / 1440, 'hh:mm'],
    ['1:02:03 PM', 46_923 / 86_400, 'h:mm:ss am/pm'],
    ['12:00 am', 0, 'h:mm am/pm'],
    ['10 am', 600 / 1440, 'h:mm am/pm'],
    ['25:30', 1530 / 1440, '[h]:mm'],
  ])('time of day on 30 December 1899: %j', (text, serial, format) => {
    expect(typed(text)).toEqual(value(serial, format));
  });

  test('a date shown by a pattern is read back', () => {
    const cases = fc.constantFrom(
      ['en_US', 'm/d/yyyy'],
      ['en_GB', 'dd/mm/yyyy'],
      ['de_DE', 'd.m.yyyy'],
      ['ja_JP', 'yyyy/mm/dd'],
      ['en_US', 'mmm d, yyyy'],
      ['fr_FR', 'd mmmm yyyy'],
      ['pl_PL', 'd mmmm yyyy'],
      ['es_ES', 'yyyy-mm-dd hh:mm:ss'],
      ['en_US', 'm/d/yyyy h:mm:ss am/pm'],
    );
    const minutes = fc.integer({ min: 1, max: 73_000 * 1440 });
    fc.assert(
      fc.property(minutes, cases, (minute, [locale = '', format = '']) => {
        const serial = format.includes('h') ? minute / 1440 : Math.floor(minute / 1440);
        const found = typed(formatCell(serial, format, locale), locale);
        expect(found.kind === 'value' && typeof found.value === 'number' ? found.value : null).toBeCloseTo(
          serial,
          6,
        );
      }),
    );
  });
});

describe('formulas (Google: Range.setValues; a leading sign: platform facts 2.1, medium confidence)', () => {
  test.each([
    ['=A1+1', '=A1+1'],
    ['=HYPERLINK("https://evil.example")', '=HYPERLINK("https://evil.example")'],
    ['+A1', '=+A1'],
    ['-A1', '=-A1'],
    ['+1+1', '=+1+1'],
    ['+1-555', '=+1-555'],
    ['+49 170 1234567', '=+49 170 1234567'],
    ['-1/2', '=-1/2'],
  ])('%j', (text, formula) => {
    expect(typed(text)).toEqual({ kind: 'formula', formula });
  });
});

describe('text (platform facts 2.1, medium and low confidence)', () => {
  test.each([
    ["'abc", 'abc'],
    ["'=A1", '=A1'],
    ["''x", "'x"],
    ["'", ''],
    ['@x', '@x'],
    ['hello ', 'hello '],
    [' =A1', ' =A1'],
    ['=', '='],
    ['-', '-'],
    ['+', '+'],
    ['1-2-3-4', '1-2-3-4'],
    ['1.2.3', '1.2.3'],
    ['1-555', '1-555'],
    ['13/13/2026', '13/13/2026'],
    ['2/29/2026', '2/29/2026'],
    ['1,00', '1,00'],
    ['1e999', '1e999'],
    ['2026-01-02T10:20:00Z', '2026-01-02T10:20:00Z'],
    ['0001-01-01T00:00', '0001-01-01T00:00'],
    ['10:75', '10:75'],
    ['13:00 pm', '13:00 pm'],
    ['May', 'May'],
    ['Room 5', 'Room 5'],
    ['%', '%'],
    ['$', '$'],
    ['Zoom, Inc.', 'Zoom, Inc.'],
  ])('%j', (text, expected) => {
    expect(typed(text)).toEqual(value(expected));
  });

  test('an apostrophe keeps any text as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typed(`'${text}`)).toEqual(value(text));
      }),
    );
  });

  test('a text of 50,000 signs is read at once', () => {
    for (const sign of [' ', '1', '1,', '-', '$', '"', '1 ', 'a ']) {
      const text = `x${sign.repeat(50_000 / sign.length - 1)}`;
      expect(typed(text)).toEqual(value(text));
    }
  });
});
