/** A cell that was emptied is told apart from one that nobody touched: it takes the value away where that can be sent at all. */
import type { Desk } from '../../../local/desk';
import {
  apply,
  cell,
  edit,
  expectSettled,
  nthId,
  preview,
  type Preview,
  pulledDesk,
  push,
  remote,
  writes,
} from './push-desk';

let desk: Desk;
afterEach(() => desk.close());

/** What apps of Torii have, and what is left once it is taken away. */
const FULL: Readonly<Record<string, unknown>> = {
  category: 'Chat',
  description: 'What it is for',
  url: 'https://app.example',
  tags: 'one,two',
  appOwners: [],
  c_seatLimit: 3,
  c_yearlyCost: 300,
  c_reviewDate: '2024-02-29T00:00:00.000Z',
  c_hosting: 'us',
  c_dataTypes: ['none'],
  c_supportEmail: 'old@acme.example',
};
/** How the platform may say that there is nothing. */
const NOTHING = [null, undefined, ''];
const isNothing = (value: unknown): boolean =>
  NOTHING.includes(value as null) || (Array.isArray(value) && value.length === 0);

test('in Torii every kind of value can be taken away, and taken back', async () => {
  desk = await pulledDesk('torii', 'apps', {
    fields: ['name', 'primaryOwner', ...Object.keys(FULL)],
    prepare: (on) => {
      const [user] = on.torii.data.users;
      for (const app of on.torii.data.apps) {
        Object.assign(app, structuredClone(FULL), { primaryOwner: user.id, appOwners: [user.id] });
      }
    },
  });
  const id = nthId(desk, 'torii', 'apps', 0);
  const before = structuredClone(remote(desk, 'torii', 'apps', id));
  const keys = ['primaryOwner', ...Object.keys(FULL)];
  await edit(desk, 'Apps', id, Object.fromEntries(keys.map((key) => [key, ''])));
  const shown = await preview(desk, 'Apps');
  expect(shown.items.map(({ field, to, kind }) => [field, to, kind])).toEqual(
    expect.arrayContaining(keys.map((key) => [key, '', 'change'])),
  );
  expect(await apply(desk, shown.plan)).toMatchObject({
    state: 'done',
    result: { sent: keys.length, failed: 0 },
  });
  const after = remote(desk, 'torii', 'apps', id) ?? {};
  expect(keys.filter((key) => !isNothing(after[key]))).toEqual([]);
  await expectSettled(desk, 'torii', 'apps', 'Apps');
  const back = (await desk.api('undo')) as Preview;
  expect(await apply(desk, back.plan)).toMatchObject({ state: 'done', result: { failed: 0 } });
  expect(remote(desk, 'torii', 'apps', id)).toEqual(before);
});

test('in Zluri, where no page says how, it is a problem that says why, and nothing is sent', async () => {
  desk = await pulledDesk('zluri', 'apps', {
    prepare: (on) => {
      for (const app of on.zluri.data.apps) Object.assign(app, { app_budget: 300, app_tags: ['one'] });
    },
  });
  const id = nthId(desk, 'zluri', 'apps', 0);
  await edit(desk, 'Apps', id, { app_budget: '', app_tags: '' });
  const { items } = await preview(desk, 'Apps');
  expect(items.map(({ field, kind }) => [field, kind])).toEqual([
    ['app_tags', 'problem'],
    ['app_budget', 'problem'],
  ]);
  expect(items.every(({ message }) => message?.includes('Zluri'))).toBe(true);
  expect(writes(desk)).toEqual([]);
});

test('a column that is gone empties nothing', async () => {
  desk = await pulledDesk('torii', 'apps', { fields: ['name', 'category', 'tags'] });
  const id = nthId(desk, 'torii', 'apps', 0);
  const before = structuredClone(remote(desk, 'torii', 'apps', id));
  desk.tab('Apps').deleteColumn('Category');
  await edit(desk, 'Apps', id, { tags: 'mine' });
  expect(await push(desk, 'Apps')).toMatchObject({ state: 'done', result: { sent: 1 } });
  expect(remote(desk, 'torii', 'apps', id)).toEqual({ ...before, tags: 'mine' });
  expect(() => cell(desk, 'Apps', id, 'category')).toThrow('no column');
});
