/** Entries go in on top, the oldest go out, and what people do in the tab stays. */
import fc from 'fast-check';
import { planLog } from '../../../../src/core/log/log-plan';
import { entry, LOG, LogOfOne } from './log-of-one';

const numbers = (log: LogOfOne): number[] => log.runs().map((run) => Number(String(run).slice(4)));

it('makes a header with notes and puts the newest on top', () => {
  const log = new LogOfOne();
  log.add([entry(2), entry(1)]);
  log.add([entry(3)]);
  expect(log.values().map((row) => row[2])).toEqual(['Run', 'run-3', 'run-2', 'run-1']);
  expect(log.sheet.image().headerNotes[1]).toBe('What it was.\nsaas-ledger: log.what');
  expect(
    log.sheet
      .image()
      .formats.slice(1)
      .map(([format]) => format),
  ).toEqual(Array(3).fill('yyyy-mm-dd hh:mm'));
});

it('keeps text as text, whatever it looks like', () => {
  const log = new LogOfOne();
  const texts = ['=1+1', '+49 30', '007', '2026-03-02', 'TRUE', '50%', "'quoted", ''];
  log.add(texts.map((text, n) => entry(texts.length - n, text)));
  expect(log.entries().map((row) => row['log.what'])).toEqual(texts);
  expect(log.sheet.image().formulas.flat().filter(Boolean)).toEqual([]);
});

it('takes the oldest out at the bottom, and all but the newest where fewer are kept than come', () => {
  const log = new LogOfOne();
  for (let n = 1; n <= 5; n += 1) log.add([entry(n)], 3);
  expect(numbers(log)).toEqual([5, 4, 3]);
  log.add([entry(9), entry(8), entry(7), entry(6)], 2);
  expect(numbers(log)).toEqual([9, 8]);
  log.add([entry(10)], 0);
  expect(log.values()).toHaveLength(1);
});

it('finds the oldest where a person has sorted the tab, twenty blocks at a time', () => {
  const log = new LogOfOne();
  log.add(Array.from({ length: 60 }, (_, n) => entry(60 - n)));
  const [header = [], ...rows] = log.sheet.cells;
  // New, old, new, old …: no two of the thirty oldest lie side by side.
  const mixed = rows.slice(0, 30).flatMap((row, at) => [row, rows[at + 30] ?? []]);
  log.sheet.cells = [header, ...mixed];
  log.add([entry(61)], 31);
  expect(numbers(log)).toHaveLength(41);
  log.add([entry(62)], 31);
  expect(numbers(log).sort((one, other) => one - other)).toEqual(
    Array.from({ length: 31 }, (_, n) => n + 32),
  );
});

it('leaves rows and columns of people alone, and does not count them', () => {
  const log = new LogOfOne();
  log.add([entry(2), entry(1)]);
  log.sheet.insertColumns(2, 1);
  ['Comment', 'about 2', 'about 1', 'a line of mine'].forEach((text, row) =>
    log.sheet.write(row + 1, 2, text),
  );
  log.add([entry(3)], 2);
  expect(log.values().map(([, comment, what]) => [comment, what])).toEqual([
    ['Comment', 'What'],
    ['', 'thing 3'],
    ['about 2', 'thing 2'],
    ['a line of mine', ''],
  ]);
});

it('finds its columns by their notes where headers were renamed or moved, and writes none that was deleted', () => {
  const log = new LogOfOne();
  log.add([entry(1)]);
  log.sheet.write(1, 2, 'Was');
  for (const row of log.sheet.cells) row.push(...row.splice(0, 1));
  log.sheet.notes.push(...log.sheet.notes.splice(0, 1));
  log.add([entry(2)]);
  expect(log.values().map(([what, run]) => [what, run])).toEqual([
    ['Was', 'Run'],
    ['thing 2', 'run-2'],
    ['thing 1', 'run-1'],
  ]);
  for (const row of log.sheet.cells) row.splice(0, 1);
  log.sheet.notes.splice(0, 1);
  log.add([entry(3)]);
  expect(log.values().map(([run]) => run)).toEqual(['Run', 'run-3', 'run-2', 'run-1']);
});

it('is not the log any more where nothing of it is left', () => {
  const log = new LogOfOne();
  log.sheet.write(1, 1, 'When');
  log.sheet.write(1, 2, 'Somebody’s own list');
  expect(log.places()).toBeNull();
});

it('takes two calls for the rows, one to make room and one to trim, whatever their number', () => {
  const log = new LogOfOne();
  log.add([entry(1)]);
  const values = log.values();
  const plan = planLog({
    log: LOG,
    values,
    places: log.places()!,
    rows: [entry(9), entry(8), entry(7)],
    kept: 3,
  });
  expect(plan.map(({ kind }) => kind)).toEqual(['insertRows', 'values', 'deleteRows']);
});

it('cut off anywhere and done again, it ends the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 0, max: 8 }),
      (sizes, kept, steps) => {
        const whole = new LogOfOne();
        const cut = new LogOfOne();
        let next = 1;
        for (const size of sizes) {
          const rows = Array.from({ length: size }, (_, n) => entry(next + size - 1 - n));
          next += size;
          whole.add(rows, kept);
          cut.add(rows, kept, steps);
          const runs = new Set(cut.runs());
          const missing = rows.slice(0, kept).filter((row) => !runs.has(row['log.run']));
          if (missing.length > 0) cut.add(missing, kept);
          // Only what was to be trimmed may still be there: the next run does that.
          expect(numbers(cut).slice(0, Math.min(kept, next - 1))).toEqual(numbers(whole));
        }
        expect(
          cut
            .values()
            .slice(1)
            .every(([, , run]) => run !== ''),
        ).toBe(true);
      },
    ),
  );
});
