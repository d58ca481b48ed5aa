/** The journal’s tab: made when it is needed, found wherever it went, and without it nothing goes out. */
import { PushJournal } from '../../../../src/app/push/journal';
import { AppError } from '../../../../src/core/errors';
import type { JournalEntry } from '../../../../src/core/log/push-journal';
import type { SheetModel } from '../../core/table/sheet-model';
import { FileOfModels } from './file-of-models';

function entries(plan: string, count: number, at = 1_000_000): JournalEntry[] {
  return Array.from({ length: count }, (_, n) => ({
    plan,
    at,
    who: 'tony@stark.com',
    preparedBy: 'tony@stark.com',
    tab: 'Apps',
    tabId: 7,
    provider: 'torii',
    resource: 'apps',
    purpose: 'push',
    row: n + 2,
    id: `id-${n}`,
    name: `App ${n}`,
    action: 'update',
    field: 'name',
    label: 'Name',
    before: 'a',
    after: 'b',
    outcome: 'planned',
    detail: '',
  }));
}

const news = (id: string, outcome: 'sending' | 'sent') => [{ id, field: 'name', outcome }] as const;

function begun(): { file: FileOfModels; journal: PushJournal; sheet: SheetModel } {
  const file = new FileOfModels();
  const journal = new PushJournal(file.ports());
  journal.begin(entries('p-1', 3));
  const sheet = file.find({ name: 'Push journal' });
  if (!sheet) throw new Error('there is no journal');
  return { file, journal, sheet };
}

const outcomesOf = (journal: PushJournal, plan = 'p-1'): string[] =>
  journal.entriesOf(plan).map(({ outcome }) => outcome);

it('makes a guarded tab, and tells the newest push first', () => {
  const { file, journal } = begun();
  expect(file.tabs.map(({ name, guarded }) => [name, guarded])).toEqual([['Push journal', true]]);
  journal.begin(entries('p-2', 1, 2_000_000));
  expect(journal.all().map(({ plan }) => plan)).toEqual(['p-2', 'p-1', 'p-1', 'p-1']);
  expect(journal.entriesOf('p-1')).toEqual(entries('p-1', 3));
});

it('reads and writes once for a batch, at the top of the tab, and makes it last', () => {
  const { file, journal } = begun();
  journal.record('p-1', news('id-0', 'sending'));
  file.asked = [];
  journal.record('p-1', [...news('id-0', 'sent'), ...news('id-1', 'sent')]);
  expect(file.asked).toEqual(['readRows', 'values', 'flush']);
  expect(outcomesOf(journal)).toEqual(['sent', 'sent', 'planned']);
});

it('finds its lines again where somebody has sorted the tab or moved a column meanwhile', () => {
  const { file, journal, sheet } = begun();
  journal.record('p-1', news('id-0', 'sending'));
  const [header, ...rows] = sheet.cells;
  sheet.cells = [header!, ...Array.from({ length: 5 }, () => []), ...rows.reverse()];
  sheet.cells[5] = [{ value: 'a line of mine', formula: '', format: 'General', color: null }];
  for (const row of sheet.cells) row.push(...row.splice(0, 1));
  sheet.notes.push(...sheet.notes.splice(0, 1));
  journal.record('p-1', news('id-0', 'sent'));
  expect(outcomesOf(journal)).toEqual(['planned', 'planned', 'sent']);
  expect(file.locked).toBe(false);
});

it('stops the push where its lines or its tab are gone', () => {
  const { file, journal, sheet } = begun();
  journal.record('p-1', news('id-0', 'sending'));
  sheet.cells.splice(1, 2);
  const code = (work: () => void): string => {
    try {
      work();
    } catch (thrown) {
      return AppError.from(thrown).code;
    }
    return 'none';
  };
  expect(code(() => journal.record('p-1', news('id-0', 'sent')))).toBe('none');
  expect(code(() => journal.record('p-1', news('id-0', 'sending')))).toBe('PUSH_STOPPED');
  file.tabs.length = 0;
  expect(code(() => new PushJournal(file.ports()).record('p-1', news('id-2', 'sent')))).toBe('PUSH_STOPPED');
});

it('leaves a tab of a person’s alone that has its name', () => {
  const file = new FileOfModels();
  file.ports().grid.create('Push journal');
  const own = file.find({ name: 'Push journal' });
  own?.write(1, 1, 'My journal');
  const journal = new PushJournal(file.ports());
  journal.begin(entries('p-1', 1));
  expect(file.tabs.map(({ name }) => name)).toEqual(['Push journal', 'Push journal (SaaS Ledger)']);
  expect(own?.image().values).toEqual([['My journal']]);
  expect(outcomesOf(new PushJournal(file.ports()))).toEqual(['planned']);
});
