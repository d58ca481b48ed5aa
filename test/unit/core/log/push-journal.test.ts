/** The journal says afterwards just what was entered, whatever the values look like and whatever people do to its tab. */
import fc from 'fast-check';
import { type JournalImage, planEntries, planNews } from '../../../../src/core/log/journal-plan';
import { logRow, placesByLabel, placesByNote } from '../../../../src/core/log/log';
import {
  type JournalEntry,
  type JournalNews,
  type JournalOutcome,
  PUSH_JOURNAL,
  readEntry,
} from '../../../../src/core/log/push-journal';
import type { Canonical } from '../../../../src/core/table/codec/codec';
import { cleanText } from '../../../../src/core/table/codec/remote-shape';
import { SheetModel } from '../table/sheet-model';
import { HOSTILE } from '../table/texts';

const START = Date.UTC(2026, 10, 22, 10);
const CONTEXT = { timeZone: 'Europe/Berlin' };

function entryOf(plan: string, row: number, more: Partial<JournalEntry> = {}): JournalEntry {
  return {
    plan,
    at: START,
    who: 'tony@stark.com',
    preparedBy: 'pepper@stark.com',
    tab: 'Contracts',
    tabId: 7,
    provider: 'torii',
    resource: 'contracts',
    purpose: 'push',
    row,
    id: String(row),
    name: `Contract ${row}`,
    action: 'update',
    field: 'name',
    label: 'Name',
    before: 'a',
    after: 'b',
    outcome: 'planned',
    detail: '',
    ...more,
  };
}

class JournalOfOne {
  readonly sheet = new SheetModel(CONTEXT.timeZone, 9, 'Push journal');

  image(): JournalImage {
    const { values, headerNotes } = this.sheet.image();
    const places =
      values.length === 0
        ? new Map(PUSH_JOURNAL.columns.map(({ key }, index) => [key, index]))
        : (placesByLabel(PUSH_JOURNAL, values[0] ?? []) ?? placesByNote(PUSH_JOURNAL, headerNotes));
    if (!places) throw new Error('the tab is not the journal any more');
    return { values, places };
  }

  /** Carries out at most so many steps: the run may be cut off. Returns how many there were. */
  begin(entries: readonly JournalEntry[], kept = 1000, steps = Infinity): number {
    const operations = planEntries(this.image(), entries, kept, CONTEXT);
    this.sheet.execute({ tab: { name: 'Push journal' }, operations }, steps);
    return operations.length;
  }

  record(plan: string, news: readonly JournalNews[]): readonly JournalNews[] {
    const { operations, missing } = planNews(this.image(), plan, news, CONTEXT);
    this.sheet.execute({ tab: { name: 'Push journal' }, operations });
    return missing;
  }

  entries(): JournalEntry[] {
    const { values, places } = this.image();
    return values.slice(1).flatMap((cells) => readEntry(logRow(cells, places), CONTEXT) ?? []);
  }

  columnOf(label: string): number {
    return (this.sheet.image().values[0] ?? []).indexOf(label) + 1;
  }
}

const text = fc
  .oneof(
    fc.constantFrom(...HOSTILE),
    fc.string({ maxLength: 8 }),
    fc.constantFrom(49_000, 49_001, 49_999, 50_000).map((length) => `=${'x'.repeat(length - 1)}`),
    fc.constantFrom(48_999, 49_999).map((length) => `1${'x'.repeat(length - 2)}😀`),
  )
  .map(cleanText);
const canonical: fc.Arbitrary<Canonical> = fc.oneof(
  text,
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);

it('gives every value back as it was, also where a person has formatted the column meanwhile', () => {
  fc.assert(
    fc.property(
      canonical,
      canonical,
      text,
      fc.constantFrom('@', 'General', 'yyyy-mm-dd'),
      (before, after, detail, format) => {
        const journal = new JournalOfOne();
        journal.begin([entryOf('p-0', 2)]);
        // New rows take the formats of those below over.
        for (const row of journal.sheet.cells) for (const cell of row) cell.format = format;
        const entry = entryOf('p-1', 3, {
          before,
          after,
          detail: detail.slice(0, 500),
          name: detail.slice(0, 90),
        });
        journal.begin([entry]);
        expect(journal.entries()[0]).toEqual(entry);
      },
    ),
    { numRuns: 300 },
  );
});

it('reads a number, a yes and a text even from cells that show them as something else', () => {
  const row = { 'push.plan': 'p', 'push.id': 5, 'push.types': '["number","text"]' };
  const day = new Date(Date.UTC(1900, 0, 4, -1));
  const dated = readEntry({ ...row, 'push.before': day, 'push.after': 17 }, { timeZone: 'Etc/GMT-1' });
  expect([dated?.id, dated?.before, dated?.after]).toEqual(['5', 5, '17']);
  const plain = readEntry(
    { ...row, 'push.before': '5.5', 'push.types': '["number","yes/no"]', 'push.after': 'TRUE' },
    CONTEXT,
  );
  expect([plain?.before, plain?.after]).toEqual([5.5, true]);
  expect(
    readEntry({ ...row, 'push.types': 'mine', 'push.before': 5, 'push.after': 'x' }, CONTEXT),
  ).toMatchObject({
    before: 5,
    after: 'x',
    outcome: 'unknown',
  });
  expect(readEntry({ 'push.plan': 'p' }, CONTEXT)).toBeNull();
});

it('says in plain words what became of each, and reads them back', () => {
  const journal = new JournalOfOne();
  const outcomes: JournalOutcome[] = ['planned', 'sending', 'sent', 'refused', 'unknown', 'moved', 'unsent'];
  journal.begin(outcomes.map((_, n) => entryOf('p-1', n + 2)));
  journal.record(
    'p-1',
    outcomes.map((outcome, n) => ({ id: String(n + 2), field: 'name', outcome, detail: `${n} is why` })),
  );
  expect(journal.entries().map(({ outcome, detail }) => [outcome, detail])).toEqual(
    outcomes.map((outcome, n) => [outcome, `${n} is why`]),
  );
  const words = journal.sheet.image().values.map((row) => row[journal.columnOf('Outcome') - 1]);
  expect(words.slice(1, 4)).toEqual(['Waiting', 'Being sent', 'Sent']);
});

it('follows rows that people sort and columns that they add, and changes nothing else', () => {
  const journal = new JournalOfOne();
  journal.begin([2, 3, 4].map((row) => entryOf('p-1', row)));
  journal.sheet.insertColumns(journal.columnOf('Detail'), 1);
  journal.sheet.write(1, journal.columnOf('Outcome') + 1, 'Checked');
  journal.sheet.write(2, journal.columnOf('Checked'), '=A2');
  const [header, ...rows] = journal.sheet.cells;
  journal.sheet.cells = [header!, ...rows.reverse()];
  journal.record('p-1', [{ id: '2', field: 'name', outcome: 'refused', detail: 'No.' }]);
  expect(journal.sheet.cell(4, journal.columnOf('Checked')).formula).toBe('=A2');
  expect(journal.entries().map(({ id, outcome }) => [id, outcome])).toEqual([
    ['4', 'planned'],
    ['3', 'planned'],
    ['2', 'refused'],
  ]);
});

it('finds a record that was created by both of its ids', () => {
  const journal = new JournalOfOne();
  const facts = { id: 'row 12', action: 'create', before: '' } as const;
  const entries = [entryOf('p-1', 12, facts), entryOf('p-1', 12, { ...facts, field: 'price' })];
  journal.begin(entries);
  const news = entries.map(({ field }) => ({ id: 'row 12', field, outcome: 'sent', newId: '99' }) as const);
  for (let times = 0; times < 2; times += 1) expect(journal.record('p-1', news)).toEqual([]);
  expect(journal.record('p-1', [{ id: '99', field: 'name', outcome: 'sent' }])).toEqual([]);
  expect(journal.entries().map(({ id, row, outcome }) => [id, row, outcome])).toEqual([
    ['99', 12, 'sent'],
    ['99', 12, 'sent'],
  ]);
  expect(journal.begin(entries)).toBe(0);
});

it('tells what it does not hold any more', () => {
  const journal = new JournalOfOne();
  journal.begin([entryOf('p-1', 2)]);
  const gone = { id: '3', field: 'name', outcome: 'sending' } as const;
  expect(journal.record('p-1', [gone, { id: '2', field: 'name', outcome: 'sending' }])).toEqual([gone]);
  expect(journal.entries()[0]?.outcome).toBe('sending');
  expect(journal.record('p-2', [gone])).toEqual([gone]);
});

it('keeps as many as it shall, the oldest go first, and none of a push that is under way', () => {
  const journal = new JournalOfOne();
  const push = (plan: string, minute: number, outcome: JournalOutcome, count: number): void => {
    const rows = Array.from({ length: count }, (_, n) =>
      entryOf(plan, n + 2, { at: START + minute * 60_000 }),
    );
    journal.begin(rows, 5);
    journal.record(
      plan,
      rows.map(({ id, field }) => ({ id, field, outcome })),
    );
  };
  const plans = (): string[] => journal.entries().map(({ plan }) => plan);
  push('a', 1, 'sending', 2);
  push('b', 2, 'sent', 3);
  push('c', 3, 'sent', 2);
  expect(plans()).toEqual(['c', 'c', 'b', 'a', 'a']);
  push('d', 4, 'sent', 7);
  expect(plans()).toEqual([...Array<string>(7).fill('d'), 'a', 'a']);
});

it('brings columns back that somebody deleted, and the values of entries that are entered again', () => {
  const journal = new JournalOfOne();
  const entries = [entryOf('p-1', 2), entryOf('p-1', 3)];
  journal.begin(entries);
  const at = journal.columnOf('Before');
  for (const row of journal.sheet.cells) row.splice(at - 1, 1);
  journal.sheet.notes.splice(at - 1, 1);
  journal.begin(entries);
  expect(journal.entries()).toEqual(entries);
  expect(journal.begin(entries)).toBe(0);
});

it('takes the same few calls for many entries as for few', () => {
  const journal = new JournalOfOne();
  journal.begin([entryOf('p-0', 2)]);
  const entries = Array.from({ length: 500 }, (_, n) => entryOf('p-1', n + 2));
  journal.sheet.calls = 0;
  journal.begin(entries);
  expect(journal.sheet.calls).toBeLessThanOrEqual(4);
  journal.sheet.calls = 0;
  journal.record(
    'p-1',
    entries.slice(100, 200).map(({ id, field }) => ({ id, field, outcome: 'sent', newId: `n${id}` })),
  );
  expect(journal.sheet.calls).toBeLessThanOrEqual(4);
});

it('cut off anywhere and begun again, it holds each entry once and nothing else', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 }),
      fc.array(fc.nat({ max: 19 }), { maxLength: 4 }),
      fc.nat({ max: 12 }),
      (earlier, inserted, steps) => {
        const journal = new JournalOfOne();
        const before = Array.from({ length: earlier }, (_, n) => entryOf('p-0', n + 2));
        if (earlier > 0) {
          journal.begin(before);
          for (const column of inserted) journal.sheet.insertColumns(column + 1, 1);
        }
        const entries = [2, 3, 4].map((row) => entryOf('p-1', row, { at: START + 60_000, detail: `${row}` }));
        journal.begin(entries, 1000, steps);
        journal.begin(entries);
        expect(journal.entries()).toEqual([...entries, ...before]);
        expect(journal.begin(entries)).toBe(0);
        expect(journal.image().values).toHaveLength(4 + earlier);
      },
    ),
    { numRuns: 200 },
  );
});
