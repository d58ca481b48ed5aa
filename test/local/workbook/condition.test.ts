/** Conditions of filters and rules. https://developers.google.com/apps-script/reference/spreadsheet/boolean-criteria */
import { serialFromDate } from '../../../local/runtime/workbook/cells/dates';
import { meets, type Subject } from '../../../local/runtime/workbook/condition';

const serial = (date: Date): number => serialFromDate(date.getTime(), 'Etc/UTC');
const number = (value: number): Subject => ({ value, text: String(value), isDate: false });
const text = (value: string): Subject => ({ value, text: value, isDate: false });
const day = (iso: string): Subject => ({ value: serial(new Date(iso)), text: iso, isDate: true });
const EMPTY: Subject = { value: null, text: '', isDate: false };

test.each<[criteria: string, values: unknown[], meeting: Subject, failing: Subject]>([
  ['CELL_EMPTY', [], EMPTY, text('x')],
  ['CELL_NOT_EMPTY', [], number(0), EMPTY],
  ['NUMBER_BETWEEN', [1, 3], number(3), number(3.1)],
  ['NUMBER_NOT_BETWEEN', [1, 3], number(4), number(1)],
  ['NUMBER_EQUAL_TO', [2], number(2), text('2')],
  ['NUMBER_NOT_EQUAL_TO', [2], number(3), number(2)],
  ['NUMBER_GREATER_THAN', [2], number(3), number(2)],
  ['NUMBER_GREATER_THAN_OR_EQUAL_TO', [2], number(2), number(1)],
  ['NUMBER_LESS_THAN', [2], number(1), number(2)],
  ['NUMBER_LESS_THAN_OR_EQUAL_TO', [2], number(2), number(3)],
  ['TEXT_CONTAINS', ['B'], text('abc'), text('xyz')],
  ['TEXT_DOES_NOT_CONTAIN', ['b'], text('xyz'), text('ABC')],
  ['TEXT_EQUAL_TO', ['abc'], text('ABC'), text('abcd')],
  ['TEXT_STARTS_WITH', ['ab'], text('abc'), text('cab')],
  ['TEXT_ENDS_WITH', ['bc'], text('abc'), text('bca')],
  ['DATE_AFTER', [new Date('2026-01-02')], day('2026-01-03'), day('2026-01-02T23:00:00Z')],
  ['DATE_BEFORE', [new Date('2026-01-02')], day('2026-01-01T23:00:00Z'), day('2026-01-02')],
  ['DATE_EQUAL_TO', [new Date('2026-01-02T08:00:00Z')], day('2026-01-02'), number(46_024)],
  ['DATE_BETWEEN', [new Date('2026-01-02'), new Date('2026-01-04')], day('2026-01-04'), day('2026-01-05')],
])('%s %p', (criteria, values, meeting, failing) => {
  expect(meets({ criteria, values }, meeting, serial)).toBe(true);
  expect(meets({ criteria, values }, failing, serial)).toBe(false);
});

test('what cannot be told is left open', () => {
  expect(meets({ criteria: 'CUSTOM_FORMULA', values: ['=A1>1'] }, number(1), serial)).toBeUndefined();
});
