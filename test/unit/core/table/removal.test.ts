/** Rows of vanished records that are taken out at once: only those that hold nobody's work. */
import type { TabOperation } from '../../../../src/ports/grid';
import { DeskOfOne } from './desk-of-one';

const REMOVE = { removeVanished: true };

/** Apps 1 to `count`, pulled. */
function pulled(count = 6): DeskOfOne {
  const desk = new DeskOfOne();
  for (let id = 1; id <= count; id += 1) desk.put({ id, name: `App ${id}`, auto: false, price: id * 100 });
  desk.refresh();
  return desk;
}

function lose(desk: DeskOfOne, ...ids: readonly number[]): void {
  for (const id of ids) desk.records.delete(String(id));
}

const idsOf = (desk: DeskOfOne): unknown[] =>
  desk.sheet
    .image()
    .values.slice(1)
    .map(([id]) => id);

const deletions = (operations: readonly TabOperation[]): unknown[] =>
  operations.flatMap((operation) => (operation.kind === 'deleteRows' ? operation.blocks : []));

it('takes rows out last, neighbours in one block, and forgets them', () => {
  const desk = pulled();
  lose(desk, 2, 3, 5);
  const { plan, counts, remarks, statusOnly } = desk.refresh(REMOVE);
  expect(plan.operations.at(-1)?.kind).toBe('deleteRows');
  expect(deletions(plan.operations)).toEqual([
    { row: 3, rows: 2 },
    { row: 6, rows: 1 },
  ]);
  expect(counts).toMatchObject({ rows: 3, vanished: 3, removed: 3 });
  expect({ remarks, statusOnly }).toEqual({ remarks: [], statusOnly: false });
  expect(idsOf(desk)).toEqual([1, 4, 6]);
  expect([...(desk.snapshot()?.rows.keys() ?? [])]).toEqual(['1', '4', '6']);
  expect(desk.plan(REMOVE)).toMatchObject({ statusOnly: true, counts: { vanished: 0, removed: 0 } });
});

it('takes rows out that were only marked before', () => {
  const desk = pulled();
  lose(desk, 2);
  desk.refresh();
  expect(desk.refresh(REMOVE).counts).toMatchObject({ vanished: 0, removed: 1 });
  expect(idsOf(desk)).not.toContain(2);
});

it('takes none out after a read that may have missed some', () => {
  const desk = pulled();
  lose(desk, 2);
  expect(desk.refresh({ ...REMOVE, complete: false }).counts).toMatchObject({ vanished: 0, removed: 0 });
  expect(idsOf(desk)).toContain(2);
});

it.each<[string, (desk: DeskOfOne) => void]>([
  ['an edit that was not sent', (desk) => desk.type('2', 'Name', 'mine')],
  ['a cell that was emptied', (desk) => desk.type('2', 'Name', '')],
  ['a box that was ticked', (desk) => desk.type('2', 'Auto-renewal', true)],
  ['a note in an own column', (desk) => desk.insertColumn(3, ['Mine', '', 'remember'])],
  ['a formula that is in no other row', (desk) => desk.insertColumn(3, ['Mine', '', '=1+1'])],
])('keeps a row with %s, greyed, and says so', (_, work) => {
  const desk = pulled();
  work(desk);
  lose(desk, 2, 3);
  const { counts, remarks } = desk.refresh(REMOVE);
  expect(counts).toMatchObject({ vanished: 2, removed: 1 });
  expect(remarks).toEqual([
    '1 row of apps that is gone from Torii stays in the tab, greyed: it holds edits that were not sent, ' +
      'or something in your own columns.',
  ]);
  expect(desk.get('2', 'Status')).toBe('Gone from Torii since 2026-11-22');
  expect(desk.sheet.cell(desk.rowOf('2'), 1).color).not.toBeNull();
  expect(desk.plan(REMOVE).statusOnly).toBe(true);
});

it('keeps a row with an edit in a column that is not chosen any more', () => {
  const desk = pulled();
  desk.type('2', 'Name', 'mine');
  desk.fields = desk.fields.filter(({ key }) => key !== 'name');
  lose(desk, 2, 3);
  expect(desk.refresh(REMOVE).counts.removed).toBe(1);
  expect(idsOf(desk)).toContain(2);
});

it('keeps an edit of which nobody knows any more', () => {
  const desk = pulled();
  lose(desk, 2);
  desk.refresh();
  expect(desk.plan({ ...REMOVE, snapshot: null }).counts.removed).toBe(0);
});

it('does not keep a row for formulas that fill a column, for boxes nobody ticked, or for what is read-only', () => {
  const desk = pulled();
  const rows = [2, 3, 4, 5, 6, 7];
  desk.insertColumn(3, ['Twice', ...rows.map((row) => `=A${row}*2`)]);
  desk.insertColumn(4, ['Seen', ...rows.map(() => false)]);
  desk.type('2', 'Owner', 'typed');
  lose(desk, 1, 2, 3, 4, 5);
  expect(desk.refresh(REMOVE).counts.removed).toBe(5);
  expect(idsOf(desk)).toEqual([6]);
});

it('leaves rows alone that the platform never had', () => {
  const desk = pulled();
  desk.sheet.write(9, 1, "'planned");
  lose(desk, 1);
  desk.refresh(REMOVE);
  expect(desk.get('planned', 'Status')).toBe('');
});

it('takes out at most 200 blocks in a run, the largest first, and the others in the next', () => {
  const desk = pulled(450);
  for (let id = 1; id <= 420; id += 2) lose(desk, id);
  lose(desk, 440, 441, 442);
  const first = desk.refresh(REMOVE);
  expect(deletions(first.plan.operations)).toHaveLength(200);
  expect(first.counts).toMatchObject({ vanished: 213, removed: 202 });
  expect(first.remarks[0]).toMatch(/^11 rows of apps that are gone from Torii are greyed for now: /);
  expect(desk.refresh(REMOVE).counts).toMatchObject({ vanished: 0, removed: 11 });
  expect(desk.plan(REMOVE).statusOnly).toBe(true);
});

it('may take all rows out, and the first ones that come again are not grey', () => {
  const desk = pulled(3);
  desk.sheet.rowsInGrid = 4;
  lose(desk, 1, 2, 3);
  desk.refresh();
  desk.refresh(REMOVE);
  expect(idsOf(desk)).toEqual([]);
  desk.put({ id: 9, name: 'New' });
  desk.refresh(REMOVE);
  expect(desk.sheet.cell(2, 1)).toMatchObject({ value: 9, color: null });
});

it('adds rows that are not grey below such as are, and below such as go', () => {
  for (const more of [{}, REMOVE]) {
    const desk = pulled(3);
    desk.sheet.rowsInGrid = 4;
    lose(desk, 3);
    desk.refresh();
    desk.put({ id: 9, name: 'New' });
    desk.refresh(more);
    const row = desk.rowOf('9');
    expect(desk.sheet.cells[row - 1]?.filter(({ color }) => color !== null)).toEqual([]);
  }
});

describe('in a tab with filters', () => {
  const filters = [{ field: 'name', test: 'isAnyOf' as const, values: ['App 1'] }];
  const kept = { filters, mode: 'mirror', copies: [] };
  const selection = ['Name is App 1', 'Owner is empty'];

  it('rows that do not come back are no longer in the selection, which the Status note names', () => {
    const desk = pulled();
    lose(desk, 2);
    desk.refresh({ kept, selection });
    expect(desk.get('2', 'Status')).toBe('No longer in this selection of Torii since 2026-11-22');
    expect(desk.sheet.notes[8]).toContain('\nOnly: Name is App 1; Owner is empty\nComplete as of ');
    expect(desk.snapshot()?.config.filters).toEqual(filters);
    expect(desk.plan({ kept, selection }).statusOnly).toBe(true);
  });

  it('the day stays when filters come and go', () => {
    const desk = pulled();
    lose(desk, 2);
    desk.refresh({ kept, selection });
    desk.now += 86_400_000;
    desk.refresh();
    expect(desk.get('2', 'Status')).toBe('Gone from Torii since 2026-11-22');
    expect(desk.sheet.notes[8]).not.toContain('Only:');
    desk.refresh({ kept, selection });
    expect(desk.get('2', 'Status')).toBe('No longer in this selection of Torii since 2026-11-22');
    desk.put({ id: 2, name: 'App 2' });
    desk.refresh();
    expect(desk.get('2', 'Status')).toBe('');
  });

  it('rows that a new filter leaves out are taken out, unless they hold work', () => {
    const desk = pulled();
    desk.type('2', 'Name', 'mine');
    lose(desk, 2, 3);
    const { counts, remarks } = desk.refresh({ ...REMOVE, kept, selection });
    expect(counts).toMatchObject({ vanished: 2, removed: 1 });
    expect(remarks[0]).toMatch(/^1 row of apps that is no longer in this selection stays in the tab/);
  });
});
