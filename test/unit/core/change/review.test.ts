/** The Preview tab: what it says of a plan, and what is left of it after a person has been at it. */
import fc from 'fast-check';
import { Workbook } from '../../../../local/runtime/workbook/workbook';
import type { Sheet } from '../../../../local/runtime/workbook/sheet';
import type { Change } from '../../../../src/core/change/change';
import { planReview, type Review } from '../../../../src/core/change/review';
import { choiceOf, isReview, readReview, type Choice } from '../../../../src/core/change/review-choice';
import type { CellValue } from '../../../../src/ports/grid';
import { HOSTILE } from '../table/texts';

const change = (more: Partial<Change> = {}): Change => ({
  row: 2,
  id: '11',
  name: 'Slack',
  action: 'update',
  field: 'name',
  label: 'Name',
  from: 'Slack',
  to: 'Slack Inc.',
  kind: 'change',
  ...more,
});

const review = (changes: readonly Change[], more: Partial<Review> = {}): Review => ({
  plan: 'p-1',
  purpose: 'push',
  provider: 'Torii',
  changes,
  summary: ['12 changes.'],
  timeZone: 'Europe/Berlin',
  ...more,
});

/** The tab after the plan was carried out, in a file with that locale. */
function made(shown: Review, locale = 'en_US'): Sheet {
  const sheet = new Workbook({ now: () => 0, timeZone: shown.timeZone, locale }).active;
  for (const operation of planReview(shown)) {
    if (operation.kind === 'values') sheet.write(operation.at.row, operation.at.column, operation.values);
    if (operation.kind === 'notes') {
      operation.notes[0]?.forEach((note, index) => sheet.setNote(1, index + 1, note));
    }
    if (operation.kind === 'checkboxes') {
      for (const at of operation.at) sheet.setValidation(at, CHECKBOX);
    }
  }
  return sheet;
}

const CHECKBOX = { criteria: 'CHECKBOX', values: [], allowInvalid: false, helpText: null };

function left(sheet: Sheet, shown: Review): Choice {
  const [rows, columns] = [sheet.lastRow(), sheet.lastColumn()];
  const values = sheet.values(1, 1, rows, columns) as CellValue[][];
  const notes = sheet.notes(1, 1, 1, columns)[0] ?? [];
  expect(isReview(notes)).toBe(true);
  const read = readReview(values, notes);
  expect(read.plan).toBe(shown.plan);
  return choiceOf(read, shown);
}

const tick = (sheet: Sheet, row: number, ticked: boolean): void => sheet.write(row, 1, [[ticked]]);

const ONE_OF_EACH = [
  change(),
  change({ field: 'owner', label: 'Owner', kind: 'conflict', live: 'eve@example.com' }),
  change({ field: 'url', label: 'URL', kind: 'problem', message: 'This is no web address.' }),
  change({ field: 'tags', label: 'Tags', kind: 'same' }),
];

test('a line for each change: changes ticked, conflicts not, and nothing to tick for the rest', () => {
  const shown = review(ONE_OF_EACH);
  const sheet = made(shown);
  expect(sheet.values(1, 1, 5, 10)).toEqual([
    ['Send', 'Row', 'Record', 'Field', 'Was', 'In the sheet', 'In Torii now', 'What', 'Remark', 'Line'],
    [true, 2, 'Slack', 'Name', 'Slack', 'Slack Inc.', '', 'Change', '', 1],
    [false, 2, 'Slack', 'Owner', 'Slack', 'Slack Inc.', 'eve@example.com', 'Conflict', '', 2],
    ['', 2, 'Slack', 'URL', 'Slack', 'Slack Inc.', '', 'Problem', 'This is no web address.', 3],
    ['', 2, 'Slack', 'Tags', 'Slack', 'Slack Inc.', '', 'Already so', '', 4],
  ]);
  expect(sheet.notes(1, 1, 1, 1)).toEqual([
    [expect.stringMatching(/12 changes\.\nPlan: p-1\nsaas-ledger: preview\.send$/)],
  ]);
  expect(left(sheet, shown)).toEqual({
    chosen: [ONE_OF_EACH[0]],
    exclude: [],
    overwrite: [],
    altered: [],
  });
});

test('ticks decide: what is unticked is left out, and a ticked conflict is sent all the same', () => {
  const shown = review(ONE_OF_EACH);
  const sheet = made(shown);
  tick(sheet, 2, false);
  tick(sheet, 3, true);
  tick(sheet, 4, true);
  expect(left(sheet, shown)).toEqual({
    chosen: [ONE_OF_EACH[1]],
    exclude: [{ id: '11', field: 'name' }],
    overwrite: [{ id: '11', field: 'owner' }],
    altered: [],
  });
});

test('a line that a person deleted is not ticked, nor is one that stands there a second time without a tick', () => {
  const shown = review([change(), change({ id: '12' }), change({ id: '13' })]);
  const sheet = made(shown);
  sheet.write(5, 1, [[false, ...(sheet.values(4, 1, 1, 10)[0] ?? []).slice(1)]]);
  sheet.deleteRows(2, 1);
  expect(left(sheet, shown)).toMatchObject({
    chosen: [{ id: '12' }],
    exclude: [
      { id: '11', field: 'name' },
      { id: '13', field: 'name' },
    ],
  });
});

test('lines may be sorted, columns moved, renamed, added and deleted', () => {
  const shown = review([change(), change({ id: '12', name: 'Asana' }), change({ id: '13', name: 'Zoom' })]);
  const sheet = made(shown);
  tick(sheet, 4, false);
  sheet.sort({ row: 2, column: 1, rows: 3, columns: 10 }, [{ column: 3, ascending: true }]);
  sheet.moveColumns(1, 1, 6);
  sheet.insertColumns(2, 1);
  sheet.write(1, 2, [['mine'], ['ask Bob']]);
  sheet.write(1, 1, [['Zeile']]);
  sheet.deleteColumns(sheet.values(1, 1, 1, 11)[0]!.indexOf('In Torii now') + 1, 1);
  expect(left(sheet, shown).chosen.map(({ name }) => name)).toEqual(['Slack', 'Asana']);
});

test('a ticked line that says something else than was planned is named, and not sent', () => {
  const shown = review([change(), change({ id: '12' })]);
  const sheet = made(shown);
  sheet.write(3, 6, [['Slack GmbH']]);
  expect(left(sheet, shown)).toMatchObject({ chosen: [{ id: '11' }], altered: [3] });
  tick(sheet, 3, false);
  expect(left(sheet, shown)).toMatchObject({ chosen: [{ id: '11' }], altered: [] });
  sheet.write(2, 10, [[2]]);
  expect(left(sheet, shown).chosen).toEqual([]);
});

test('records come, go and are emptied; a moment is shown in the time zone of the file', () => {
  const { from: _from, ...cleared } = change({ to: '' });
  const shown = review(
    [
      change({ id: 'row 9', row: 9, action: 'create', from: '' }),
      change({ id: '7', row: 0, action: 'delete', field: '', label: 'Delete this contract', to: '' }),
      { ...cleared, from: '2026-07-01T08:05:00Z' },
    ],
    { purpose: 'undo' },
  );
  const lines = made(shown).values(1, 1, 4, 10);
  expect(lines[0]).toContain('Back to');
  expect(lines.map((line) => line[7])).toEqual(['What', 'New', 'Delete', 'Clear']);
  expect([lines[2]?.[1], lines[3]?.[4]]).toEqual(['', '2026-07-01 10:05']);
});

test('only conflicts and problems are coloured, neighbours in one block, whatever their number', () => {
  const many = Array.from({ length: 1000 }, (_, index) =>
    change({ id: String(index), kind: index < 500 ? 'conflict' : 'change' }),
  );
  const operations = planReview(review(many));
  expect(operations.map(({ kind }) => kind)).toEqual([
    'grow',
    'notes',
    'values',
    'checkboxes',
    'background',
    'header',
  ]);
  expect(operations.find(({ kind }) => kind === 'background')).toMatchObject({
    at: [{ row: 2, column: 1, rows: 500, columns: 10 }],
  });
});

test('a person’s tab of that name is none of ours', () => {
  expect(isReview([])).toBe(false);
  expect(isReview(['Tick what you like', 'saas-ledger: name'])).toBe(false);
});

const canonical = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ maxLength: 12 }),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom('2026-11-22', '2026-11-22T10:00:00Z', 'two\nlines', 'win\r\nlines'),
);

test('in any locale, whatever the values are, they stay what they are, and the ticks are read as they were set', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(canonical, canonical, canonical, fc.boolean()), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('en_US', 'de_DE', 'ja_JP'),
      (lines, locale) => {
        const changes = lines.map(([from, to, live], index) => change({ id: String(index), from, to, live }));
        const shown = review(changes);
        const sheet = made(shown, locale);
        lines.forEach(([, , , ticked], index) => tick(sheet, index + 2, ticked));
        expect(
          sheet
            .formulas(1, 1, lines.length + 1, 10)
            .flat()
            .join(''),
        ).toBe('');
        expect(left(sheet, shown)).toMatchObject({
          chosen: changes.filter((_, index) => lines[index]?.[3]),
          altered: [],
        });
      },
    ),
  );
});
