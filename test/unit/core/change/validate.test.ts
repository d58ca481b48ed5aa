import type { CellValue } from '../../../../src/ports/grid';
import { namedCurrency, standsFor } from '../../../../src/core/change/currency-check';
import { encodeCell } from '../../../../src/core/table/cell';
import { CONTRACT_FIELDS, EditedDesk, SLACK } from './edited-desk';

/** What is said of the one cell that was edited; undefined where nothing is wrong with it. */
function said(header: string, typed: CellValue, format?: string): string | undefined {
  const desk = new EditedDesk();
  if (format !== undefined) desk.sheet.cell(2, desk.columnOf(header)).format = format;
  desk.type('1', header, typed);
  const changes = desk.changes();
  expect(changes).toHaveLength(1);
  expect(changes[0]?.kind).toBe(changes[0]?.message === undefined ? 'change' : 'problem');
  return changes[0]?.message;
}

describe('an edit that cannot be sent', () => {
  it.each<[string, CellValue, string]>([
    ['Seats', 'twelve', '“Seats”: “twelve” is not a number. Write digits only, such as 1200.5.'],
    ['Price', 'much', '“Price”: “much” is not an amount of money. Write digits only, such as 1200.50.'],
    [
      'Auto-renewal',
      'perhaps',
      '“Auto-renewal”: “perhaps” is neither yes nor no. Write one of them, or tick the box.',
    ],
    ['End date', "'03/04/2026", 'does not|reads in one way only. Write the day as 2026-11-22.'],
    ['End date', "'30.2.2026", 'Write the day as 2026-11-22.'],
    ['Next call', 'soon', 'Write it as 2026-11-22 10:00.'],
    ['State', 'Open', '“State” has no choice “Open”. Choose from: In-Review, Closed, Sales, EMEA.'],
    ['Teams', 'Closed, Moon', '“Teams” has no choice “Moon”.'],
    ['Owner', 'Ada', '“Owner”: “Ada” is not an e-mail address. Write one address, such as ada@example.com.'],
    ['Viewers', 'a@example.com; c@example.com', 'with commas between them.'],
    ['Mail', 'nobody at all', '“nobody at all” is not an e-mail address'],
    ['Name', '', '“Name” must not be empty: it is what the contract is called.'],
    ['Name', "'  ", '“Name” must not be empty'],
  ])('is told for %s that says %j', (header, typed, message) => {
    expect(said(header, typed)).toMatch(new RegExp(message.replace(/[.()]/g, '\\$&')));
  });

  it.each<[string, CellValue]>([
    ['Seats', "'1,300"],
    ['End date', "'5 Jan 2027"],
    ['State', 'emea'],
    ['Viewers', 'Ada <ada@example.com>, b@example.com'],
    ['Note', ''],
    ['Owner', ''],
    ['Price', ''],
  ])('is not %s that says %j', (header, typed) => {
    expect(said(header, typed)).toBeUndefined();
  });

  it('is a text that was cut, not one that was shortened since', () => {
    const desk = new EditedDesk('UTC', { ...SLACK, note: 'x'.repeat(60_000) });
    const field = CONTRACT_FIELDS.find(({ key }) => key === 'note')!;
    expect(desk.changes()).toEqual([]);
    const { value } = encodeCell(field, `y${'x'.repeat(60_000)}`, {}, { timeZone: 'UTC' });
    desk.type('1', 'Note', value);
    expect(desk.changes()).toMatchObject([{ kind: 'problem', message: expect.stringContaining('was cut') }]);
    desk.type('1', 'Note', 'short');
    expect(desk.changes()).toMatchObject([{ kind: 'change' }]);
  });

  it('names five choices and how many there are besides; a choice that the record has may stay', () => {
    const desk = new EditedDesk('UTC', { ...SLACK, teams: ['old', 'closed'] });
    const options = 'ABCDEFG'.split('').map((label) => ({ value: label, label }));
    desk.fields = CONTRACT_FIELDS.map((field) => ('options' in field ? { ...field, options } : field));
    desk.type('1', 'Teams', 'old, A');
    expect(desk.changes()).toMatchObject([{ kind: 'change' }]);
    desk.type('1', 'Teams', 'old, Z');
    expect(desk.changes()[0]?.message).toBe(
      '“Teams” has no choice “Z”. Choose from: A, B, C, D, E and 2 more.',
    );
  });
});

describe('the currency of an amount', () => {
  it.each<[CellValue, string | undefined, boolean]>([
    [500, '[$EUR] #,##0.00', true],
    [500, '[$€-407]#,##0.00', true],
    [500, '#,##0.00', true],
    [500, '[$$-409]#,##0.00', false],
    [500, '"$"#,##0.00', false],
    [500, '$#,##0.00;[RED]-$#,##0.00', false],
    [500, '[$USD] #,##0', false],
    [500, '#,##0 "GBP"', false],
    [500, '[$-409]#,##0', true],
    ["'500 EUR", undefined, true],
    ["'€500", undefined, true],
    ["'$500", undefined, false],
    ["'500 USD", undefined, false],
    ['', '"$"#,##0.00', true],
  ])('%j in a cell like %j', (typed, format, isFine) => {
    const message = said('Price', typed, format);
    if (isFine) expect(message).toBeUndefined();
    else
      expect(message).toMatch(
        /^“Price” names another currency \(.{1,3}\) than the contract has \(EUR\)\. Write/,
      );
  });

  it('is not known without its column', () => {
    const desk = new EditedDesk();
    desk.deleteColumn('Currency');
    desk.type('1', 'Price', "'$500");
    expect(desk.changes()).toMatchObject([{ kind: 'change' }]);
  });

  it('is what its sign can stand for', () => {
    expect(namedCurrency(5, 'd mmm yyyy')).toBeNull();
    expect(namedCurrency(5, '[$kr-41D] #,##0')).toBeNull();
    for (const code of ['USD', 'CAD', 'AUD', 'MXN']) expect(standsFor('$', code)).toBe(true);
    for (const code of ['EUR', 'JPY', 'INR']) expect(standsFor('$', code)).toBe(false);
    expect(standsFor('¥', 'CNY')).toBe(true);
    expect(standsFor('₹', 'INR')).toBe(true);
  });
});
