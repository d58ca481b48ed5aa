/** A push that takes its time: what people do to the tab meanwhile is neither lost nor sent, and they can stop it. */
import type { Desk } from '../../../local/desk';
import {
  cell,
  edit,
  expectSettled,
  type Id,
  journal,
  labelOf,
  nthId,
  preview,
  pulled,
  pulledDesk,
  type Push,
  remote,
  statusOf,
  writes,
} from './push-desk';

let desk: Desk;
let ids: readonly Id[];
let job: string;
let plan: string;

/** Torii has taken the first change and asks to wait with the second. */
beforeEach(async () => {
  desk = await pulledDesk('torii', 'apps', {
    fields: ['name', 'category', 'c_seatLimit'],
    prepare: (on) => {
      for (const app of on.torii.data.apps) Object.assign(app, { category: 'Chat', c_seatLimit: 3 });
    },
  });
  ids = [0, 1, 2].map((n) => nthId(desk, 'torii', 'apps', n));
  for (const id of ids) await edit(desk, 'Apps', id, { category: 'Mine' });
  ({ plan } = await preview(desk, 'Apps'));
  desk.torii.fault({
    match: new RegExp(`^PUT .*/(${ids.slice(1).join('|')})$`),
    times: 2,
    status: 429,
    retryAfter: 290,
  });
  ({ job } = (await desk.api('apply', { plan })) as { job: string });
  expect(await desk.api('step', { job })).toMatchObject({ state: 'waiting', progress: { phase: 'sending' } });
});
afterEach(() => desk.close());

const idOf = (n: number): Id => ids[n] ?? '';
const category = (n: number) => remote(desk, 'torii', 'apps', idOf(n))?.['category'];

test('goes on by itself once it may, with the sidebar closed', async () => {
  expect([0, 1, 2].map(category)).toEqual(['Mine', 'Chat', 'Chat']);
  await desk.clock.advance({ minutes: 15 });
  expect([0, 1, 2].map(category)).toEqual(['Mine', 'Mine', 'Mine']);
  expect(await desk.api('job', { job })).toMatchObject({ state: 'done', result: { sent: 3 } });
  await expectSettled(desk, 'torii', 'apps', 'Apps');
});

test('nobody previews, refreshes or sends the same tab meanwhile', async () => {
  await expect(preview(desk, 'Apps')).rejects.toMatchObject({ code: 'PUSH_UNDER_WAY' });
  await expect(desk.api('pull', { provider: 'torii', resource: 'apps' })).rejects.toMatchObject({
    code: 'PUSH_UNDER_WAY',
  });
  expect(await desk.api('apply', { plan })).toEqual({ job });
});

test('rows can be sorted, and what is typed meanwhile stays, to be sent another time', async () => {
  desk.tab('Apps').sort(labelOf(desk, 'Apps', 'name'), true);
  await edit(desk, 'Apps', idOf(0), { category: 'Newer' });
  await edit(desk, 'Apps', idOf(1), { c_seatLimit: '9', category: 'Newer' });
  expect((await desk.run(job)) as Push).toMatchObject({ state: 'done', result: { sent: 3 } });
  expect([0, 1, 2].map(category)).toEqual(['Mine', 'Mine', 'Mine']);
  expect([0, 1].map((n) => cell(desk, 'Apps', idOf(n), 'category'))).toEqual(['Newer', 'Newer']);
  const { items } = await preview(desk, 'Apps');
  expect(items.map(({ id, field, from, to }) => [id, field, from, to]).sort()).toEqual([
    [String(idOf(0)), 'category', 'Mine', 'Newer'],
    [String(idOf(1)), 'c_seatLimit', 3, 9],
    [String(idOf(1)), 'category', 'Mine', 'Newer'],
  ]);
});

test('what changes on the platform meanwhile is not overwritten, and its row says so', async () => {
  desk.torii.edit('apps', idOf(2), { category: 'Theirs' });
  expect((await desk.run(job)) as Push).toMatchObject({ state: 'done', result: { sent: 2, conflicts: 1 } });
  expect([0, 1, 2].map(category)).toEqual(['Mine', 'Mine', 'Theirs']);
  expect(cell(desk, 'Apps', idOf(2), 'category')).toBe('Mine');
  expect(statusOf(desk, 'Apps', idOf(2))).not.toBe('');
  const line = (await journal(desk, plan)).find(({ id }) => id === String(idOf(2)));
  expect(line?.outcome).toBe('moved');
});

test('stopped, it sends nothing more: what was sent stays, the rest keeps its edits', async () => {
  expect(await desk.api('stop', { job })).toMatchObject({ state: 'stopped' });
  const sent = writes(desk).length;
  await desk.clock.advance({ hours: 1 });
  expect(writes(desk)).toHaveLength(sent);
  expect([0, 1, 2].map(category)).toEqual(['Mine', 'Chat', 'Chat']);
  const outcomes = (await journal(desk, plan)).map(({ id, outcome }) => [id, outcome]);
  expect(outcomes).toEqual(ids.map((id, n) => [String(id), n === 0 ? 'sent' : 'unsent']));
  expect(await pulled(desk, 'torii', 'apps')).toMatchObject({ pending: 2, conflicts: 0 });
  expect((await preview(desk, 'Apps')).items.map(({ id }) => id)).toEqual(ids.slice(1).map(String));
});
