/** What the platform says now is compared with what it said and what the tab says: nothing goes over a change that nobody was shown. */
import type { Desk } from '../../../local/desk';
import {
  apply,
  cell,
  edit,
  expectSettled,
  type Id,
  nthId,
  preview,
  pulled,
  pulledDesk,
  push,
  remote,
  statusOf,
  writes,
} from './push-desk';

const FIELDS = ['name', 'category', 'state', 'tags', 'c_seatLimit', 'appOwners', 'score'];

let desk: Desk;
let ids: readonly Id[];

beforeEach(async () => {
  desk = await pulledDesk('torii', 'apps', {
    fields: FIELDS,
    prepare: (on) => {
      for (const app of on.torii.data.apps)
        Object.assign(app, { category: 'Chat', tags: 'a,b', c_seatLimit: 3 });
    },
  });
  ids = [0, 1, 2].map((n) => nthId(desk, 'torii', 'apps', n));
});
afterEach(() => desk.close());

const [first, second] = [0, 1];
const idOf = (n: number): Id => ids[n] ?? '';
const app = (n: number) => remote(desk, 'torii', 'apps', idOf(n));
const happens = (n: number, patch: Record<string, unknown>) => desk.torii.edit('apps', idOf(n), patch);

test('an untouched tab has nothing to send, and sending nothing is refused', async () => {
  const asked = desk.requests.length;
  const { items, counts, plan } = await preview(desk, 'Apps');
  expect([items, counts.rows]).toEqual([[], 0]);
  await expect(apply(desk, plan)).rejects.toMatchObject({ code: 'NOTHING_TO_SEND' });
  expect(writes(desk)).toEqual([]);
  // The list of fields may have changed; no record is asked for.
  expect(desk.requests.slice(asked).filter(({ url }) => !url.includes('/fields'))).toEqual([]);
});

test('what only the platform changed is not sent, whatever else of the record is', async () => {
  happens(first, { category: 'Talk' });
  await edit(desk, 'Apps', idOf(first), { tags: 'c' });
  expect(await push(desk, 'Apps')).toMatchObject({ state: 'done', result: { sent: 1, conflicts: 0 } });
  expect(app(first)).toMatchObject({ category: 'Talk', tags: 'c' });
  expect(desk.requests.find(({ method }) => method === 'PUT')?.body).toBe('{"tags":"c"}');
});

test('what both changed is shown with all three values and not sent', async () => {
  await edit(desk, 'Apps', idOf(first), { category: 'Mine', c_seatLimit: '4' });
  happens(first, { category: 'Theirs' });
  const shown = await preview(desk, 'Apps');
  expect(shown.counts).toMatchObject({ rows: 1, cells: 1, conflicts: 1 });
  expect(shown.items.find(({ field }) => field === 'category')).toMatchObject({
    kind: 'conflict',
    from: 'Chat',
    to: 'Mine',
    live: 'Theirs',
  });
  expect(await apply(desk, shown.plan)).toMatchObject({ state: 'done', result: { sent: 1 } });
  expect(app(first)).toMatchObject({ category: 'Theirs', c_seatLimit: 4 });
  expect(cell(desk, 'Apps', idOf(first), 'category')).toBe('Mine');
  expect(await pulled(desk, 'torii', 'apps')).toMatchObject({ conflicts: 1 });
});

test('a conflict that is chosen goes over the other value', async () => {
  await edit(desk, 'Apps', idOf(first), { category: 'Mine' });
  happens(first, { category: 'Theirs' });
  const { plan } = await preview(desk, 'Apps');
  const overwrite = [{ id: String(idOf(first)), field: 'category' }];
  expect(await apply(desk, plan, { overwrite })).toMatchObject({ state: 'done', result: { sent: 1 } });
  expect(app(first)?.['category']).toBe('Mine');
  expect(statusOf(desk, 'Apps', idOf(first))).toBe('');
  await expectSettled(desk, 'torii', 'apps', 'Apps');
});

test('what both changed alike is no conflict and is not sent', async () => {
  await edit(desk, 'Apps', idOf(first), { category: 'Ours', c_seatLimit: '4' });
  happens(first, { category: 'Ours' });
  const shown = await preview(desk, 'Apps');
  expect(shown.items.find(({ field }) => field === 'category')).toMatchObject({ kind: 'same' });
  await apply(desk, shown.plan);
  expect(desk.requests.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
    '{"c_seatLimit":4}',
  ]);
  await expectSettled(desk, 'torii', 'apps', 'Apps');
});

test.each([
  ['a list in another order', 'tags', 'b, a'],
  ['a number in another format', 'c_seatLimit', '3.00'],
  ['an option by its value', 'state', 'discovered'],
])('%s is no edit', async (_, key, text) => {
  happens(first, { state: 'discovered' });
  await pulled(desk, 'torii', 'apps');
  await edit(desk, 'Apps', idOf(first), { [key]: text });
  expect((await preview(desk, 'Apps')).items).toEqual([]);
});

test('a record that is gone meanwhile is a problem that says so, and the others go', async () => {
  await edit(desk, 'Apps', idOf(first), { category: 'Mine' });
  await edit(desk, 'Apps', idOf(second), { category: 'Mine' });
  desk.torii.edit('apps', idOf(first), null);
  const shown = await preview(desk, 'Apps');
  expect(shown.items.map(({ kind }) => kind)).toEqual(['problem', 'change']);
  expect(shown.items[0]?.message).toContain('Torii');
  expect(await apply(desk, shown.plan)).toMatchObject({ state: 'done', result: { sent: 1 } });
  expect(app(second)?.['category']).toBe('Mine');
});

test('an edit of what Torii does not take is a problem, and told apart from an outdated value', async () => {
  happens(second, { score: 99 });
  await edit(desk, 'Apps', idOf(first), { score: '12' });
  const { items } = await preview(desk, 'Apps');
  expect(items.map(({ id, field, kind }) => [id, field, kind])).toEqual([
    [String(idOf(first)), 'score', 'problem'],
  ]);
});
