/** After a push, the tab's own filter shows only the rows that were not sent, beside what a person filters by. */
import type { Desk } from '../../../local/desk';
import { addRow, edit, type Id, labelOf, nthId, pulledDesk, push, statusOf } from './push-desk';

const TAB = 'Apps';

let desk: Desk;
let ids: readonly Id[];

beforeEach(async () => {
  desk = await pulledDesk('torii', 'apps', { fields: ['name', 'category', 'state'] });
  ids = [0, 1, 2].map((n) => nthId(desk, 'torii', 'apps', n));
});
afterEach(() => desk.close());

const sheet = () => {
  const found = desk.workbook.sheet(TAB);
  if (!found) throw new Error('The tab is not there.');
  return found;
};
const idAt = (row: number) => desk.tab(TAB).rows()[row - 2]?.ID;
const allRows = () =>
  desk
    .tab(TAB)
    .rows()
    .map((_, index) => index + 2);
const shownRows = () => allRows().filter((row) => !sheet().rowAxis.isHiddenByFilter(row));
const shownIds = () => shownRows().map((row) => String(idAt(row)));
const content = () => [desk.tab(TAB).values(), desk.tab(TAB).notes(), desk.tab(TAB).backgrounds()];

const showUnsent = (only: boolean) => desk.api('showUnsent', { tab: TAB, only }) as Promise<{ rows: number }>;

/** Two records refused, one sent. */
async function pushRefused(): Promise<void> {
  for (const id of ids) await edit(desk, TAB, id, { category: `Mine ${String(id)}` });
  for (const id of ids.slice(0, 2)) {
    desk.torii.fault({ match: `PUT /v1.0/apps/${String(id)}`, status: 400, body: '{"message":"No"}' });
  }
  await push(desk, TAB);
}

const refused = () => ids.slice(0, 2).map(String);

test('only refused rows are shown, then all, and no cell changes', async () => {
  await pushRefused();
  const before = content();
  expect(await showUnsent(true)).toEqual({ rows: 2 });
  expect(shownIds()).toEqual(refused());
  expect(await showUnsent(true)).toEqual({ rows: 2 });
  expect(await showUnsent(false)).toEqual({ rows: allRows().length });
  expect(shownRows()).toEqual(allRows());
  expect(sheet().filter).toBeNull();
  expect(content()).toEqual(before);
});

test('edits that wait are not among them; conflicts and new rows that were refused are', async () => {
  await pushRefused();
  await desk.tab(TAB).set(ids[2] ?? '', labelOf(desk, TAB, '$status'), 'Edited here and changed in Torii');
  await desk.tab(TAB).set(nthId(desk, 'torii', 'apps', 3), labelOf(desk, TAB, '$status'), 'Edited, not sent');
  await addRow(desk, TAB, { name: 'Mine alone', $status: 'Sent, not confirmed: nobody knows' });
  expect(await showUnsent(true)).toEqual({ rows: 4 });
  expect(shownIds()).toEqual([...ids.map(String), '']);
});

test('a person’s filter keeps its other criteria and stays', async () => {
  await pushRefused();
  const [first = ''] = refused();
  const category = labelOf(desk, TAB, 'category');
  desk.tab(TAB).filter(category, [`Mine ${first}`, `Mine ${String(ids[2])}`]);
  const before = shownIds();
  expect(await showUnsent(true)).toEqual({ rows: 1 });
  expect(shownIds()).toEqual([first]);
  await showUnsent(false);
  expect(shownIds()).toEqual(before);
  desk.tab(TAB).filter(category, null);
  expect(sheet().filter).not.toBeNull();
});

test('a filter of ours that a person has filtered by as well is theirs from then on', async () => {
  await pushRefused();
  await showUnsent(true);
  const [first = ''] = refused();
  desk.tab(TAB).filter(labelOf(desk, TAB, 'category'), [`Mine ${first}`]);
  await showUnsent(false);
  expect(shownIds()).toEqual([first]);
});

test('where nothing is held back, or nothing of it can be seen, all is shown as before', async () => {
  await pushRefused();
  await showUnsent(true);
  await push(desk, TAB);
  expect(ids.map((id) => statusOf(desk, TAB, id))).toEqual(['', '', '']);
  expect(await showUnsent(true)).toEqual({ rows: 0 });
  expect([shownRows(), sheet().filter]).toEqual([allRows(), null]);
  desk.tab(TAB).filter(labelOf(desk, TAB, '$status'), ['nothing']);
  expect(await showUnsent(true)).toEqual({ rows: 0 });
  expect(shownRows()).toEqual([]);
});

test('a filter that hides all of them hides no more than before', async () => {
  await pushRefused();
  const category = labelOf(desk, TAB, 'category');
  desk.tab(TAB).filter(category, [`Mine ${String(ids[2])}`]);
  expect(await showUnsent(true)).toEqual({ rows: 0 });
  expect(shownIds()).toEqual([String(ids[2])]);
});

test('a refresh and a push find hidden rows as well', async () => {
  await pushRefused();
  await showUnsent(true);
  expect(await push(desk, TAB)).toMatchObject({ state: 'done', result: { sent: 2, failed: 0 } });
  await showUnsent(false);
  expect(shownRows()).toEqual(allRows());
});

test('without a Status column, and for a tab that is not ours, it says so', async () => {
  desk.tab(TAB).deleteColumn(labelOf(desk, TAB, '$status'));
  for (const only of [true, false]) {
    await expect(showUnsent(only)).rejects.toMatchObject({ code: 'STATUS_COLUMN_GONE' });
  }
  await expect(desk.api('showUnsent', { tab: 'Nope', only: true })).rejects.toMatchObject({
    code: 'UNKNOWN_TAB',
  });
  expect(sheet().filter).toBeNull();
});
