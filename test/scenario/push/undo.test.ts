/** What was sent can be taken back: as a plan of its own, shown and checked like any other. */
import type { Desk } from '../../../local/desk';
import {
  addRow,
  apply,
  cell,
  edit,
  expectSettled,
  type Id,
  journal,
  nthId,
  preview,
  type Preview,
  pulledDesk,
  push,
  records,
  remote,
  writes,
} from './push-desk';

const FIELDS = ['name', 'idApp', 'status', 'owner', 'amount', 'currency', 'vendor', 'ccf_seats', 'startDate'];

let desk: Desk;
let ids: readonly Id[];

beforeEach(async () => {
  desk = await pulledDesk('torii', 'contracts', {
    fields: FIELDS,
    prepare: (on) => {
      for (const contract of on.torii.data.contracts) {
        Object.assign(contract, {
          vendor: 'Acme',
          ccf_seats: 3,
          currency: 'EUR',
          amount: 120_050,
          status: 'active',
        });
      }
    },
  });
  ids = [0, 1, 2].map((n) => nthId(desk, 'torii', 'contracts', n));
});
afterEach(() => desk.close());

const idOf = (n: number): Id => ids[n] ?? '';
const contracts = () => structuredClone(records(desk, 'torii', 'contracts'));
const undo = (plan?: string) => desk.api('undo', plan === undefined ? {} : { plan }) as Promise<Preview>;

test('everything that was sent goes back, and the tab says what it said before', async () => {
  const before = contracts();
  const rows = desk.tab('Contracts').rows();
  await edit(desk, 'Contracts', idOf(0), {
    vendor: 'Mine',
    ccf_seats: '4',
    amount: '99.50',
    status: 'Closed',
  });
  await edit(desk, 'Contracts', idOf(1), { vendor: 'Mine', startDate: '2026-12-31' });
  const { plan } = await preview(desk, 'Contracts');
  await apply(desk, plan);
  expect(contracts()).not.toEqual(before);

  const back = await undo();
  expect([back.purpose, back.counts]).toMatchObject([
    'undo',
    { rows: 2, cells: 6, conflicts: 0, problems: 0 },
  ]);
  expect(back.items.find(({ field }) => field === 'vendor')).toMatchObject({ from: 'Mine', to: 'Acme' });
  expect(writes(desk)).toHaveLength(2);
  expect(await apply(desk, back.plan)).toMatchObject({ state: 'done', result: { sent: 6, failed: 0 } });
  expect(contracts()).toEqual(before);
  expect(desk.tab('Contracts').rows()).toEqual(rows);
  await expectSettled(desk, 'torii', 'contracts', 'Contracts');
  expect((await journal(desk, back.plan)).map(({ field, outcome }) => [field, outcome])).toHaveLength(6);
});

test('any push of the journal can be taken back, not only the last', async () => {
  await edit(desk, 'Contracts', idOf(0), { vendor: 'First' });
  const first = await preview(desk, 'Contracts');
  await apply(desk, first.plan);
  await edit(desk, 'Contracts', idOf(1), { vendor: 'Second' });
  await push(desk, 'Contracts');
  const back = await undo(first.plan);
  expect(back.items.map(({ id, to }) => [id, to])).toEqual([[String(idOf(0)), 'Acme']]);
  await apply(desk, back.plan);
  expect([0, 1].map((n) => remote(desk, 'torii', 'contracts', idOf(n))?.['vendor'])).toEqual([
    'Acme',
    'Second',
  ]);
});

test('what changed on the platform since is a conflict and stays, unless it is chosen', async () => {
  await edit(desk, 'Contracts', idOf(0), { vendor: 'Mine', ccf_seats: '4' });
  await push(desk, 'Contracts');
  desk.torii.edit('contracts', idOf(0), { vendor: 'Theirs' });
  const back = await undo();
  expect(back.items.map(({ field, kind }) => [field, kind])).toEqual([
    ['vendor', 'conflict'],
    ['ccf_seats', 'change'],
  ]);
  await apply(desk, back.plan);
  expect(remote(desk, 'torii', 'contracts', idOf(0))).toMatchObject({ vendor: 'Theirs', ccf_seats: 3 });
});

test('an edit that was typed since stays in its cell, pending', async () => {
  await edit(desk, 'Contracts', idOf(0), { vendor: 'Mine' });
  await push(desk, 'Contracts');
  await edit(desk, 'Contracts', idOf(0), { vendor: 'Newer' });
  await apply(desk, (await undo()).plan);
  expect(remote(desk, 'torii', 'contracts', idOf(0))?.['vendor']).toBe('Acme');
  expect(cell(desk, 'Contracts', idOf(0), 'vendor')).toBe('Newer');
  expect((await preview(desk, 'Contracts')).items).toMatchObject([
    { field: 'vendor', from: 'Acme', to: 'Newer' },
  ]);
});

test('only what was taken by the platform is taken back', async () => {
  await edit(desk, 'Contracts', idOf(0), { vendor: 'Mine' });
  await edit(desk, 'Contracts', idOf(1), { vendor: 'Mine' });
  desk.torii.fault({
    match: new RegExp(`^PUT .*/${String(idOf(0))}$`),
    status: 400,
    body: '{"message":"No"}',
  });
  await push(desk, 'Contracts');
  expect((await undo()).items.map(({ id }) => id)).toEqual([String(idOf(1))]);
});

test('a contract that a push made is deleted again; one that it deleted is explained', async () => {
  const count = contracts().length;
  await addRow(desk, 'Contracts', {
    name: 'Brand new',
    idApp: String(nthId(desk, 'torii', 'apps', 0)),
    status: 'Active',
  });
  await push(desk, 'Contracts');
  expect(contracts()).toHaveLength(count + 1);
  const back = await undo();
  expect(back.items).toMatchObject([{ action: 'delete', kind: 'change', name: 'Brand new' }]);
  await apply(desk, back.plan);
  expect(contracts()).toHaveLength(count);
  const again = await undo(back.plan);
  expect(again.items).toMatchObject([{ kind: 'problem', message: expect.any(String) }]);
});

test('an undo can be undone, and then there is the push again', async () => {
  await edit(desk, 'Contracts', idOf(0), { vendor: 'Mine' });
  await push(desk, 'Contracts');
  const back = await undo();
  await apply(desk, back.plan);
  const forth = await undo(back.plan);
  expect(forth.items).toMatchObject([{ field: 'vendor', from: 'Acme', to: 'Mine' }]);
  await apply(desk, forth.plan);
  expect(remote(desk, 'torii', 'contracts', idOf(0))?.['vendor']).toBe('Mine');
});

test('without a push there is nothing to take back', async () => {
  await expect(undo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
});

test('the journal lists pushes, the newest first, and which of them can be taken back', async () => {
  await edit(desk, 'Contracts', idOf(0), { vendor: 'Mine' });
  const { plan } = await preview(desk, 'Contracts');
  await apply(desk, plan);
  await apply(desk, (await undo()).plan);
  const pushes = (await desk.api('pushes')) as {
    plan: string;
    purpose: string;
    sent: number;
    undoable: boolean;
  }[];
  expect(pushes).toMatchObject([
    { purpose: 'undo', sent: 1, undoable: true },
    { plan, purpose: 'push', sent: 1 },
  ]);
});
