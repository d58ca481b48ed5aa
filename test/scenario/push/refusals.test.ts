/** What is sent is what was shown: once anything moved, a plan is refused and says what moved. */
import type { Desk } from '../../../local/desk';
import {
  addRow,
  apply,
  type Choice,
  edit,
  type Id,
  labelOf,
  nthId,
  preview,
  pulled,
  pulledDesk,
  remote,
  writes,
} from './push-desk';

const FIELDS = ['name', 'idApp', 'status', 'owner', 'amount', 'currency', 'vendor', 'startDate', 'ccf_seats'];

let desk: Desk;
let ids: readonly Id[];

beforeEach(async () => {
  desk = await pulledDesk('torii', 'contracts', {
    fields: FIELDS,
    prepare: (on) => {
      for (const contract of on.torii.data.contracts) {
        Object.assign(contract, { vendor: 'Acme', ccf_seats: 3, currency: 'EUR' });
      }
    },
  });
  ids = [0, 1, 2].map((n) => nthId(desk, 'torii', 'contracts', n));
});
afterEach(() => desk.close());

const idOf = (n: number): Id => ids[n] ?? '';
const contract = (n: number) => remote(desk, 'torii', 'contracts', idOf(n));

/** What stops a plan, at once or once its job has looked; undefined where nothing does. */
async function refusal(
  plan: string,
  choice: Choice = {},
): Promise<{ code: string; what: string } | undefined> {
  try {
    return (await apply(desk, plan, choice)).error;
  } catch (problem) {
    const { code, message } = problem as { code: string; message: string };
    return { code, what: message };
  }
}

async function shownEdit(): Promise<string> {
  await edit(desk, 'Contracts', idOf(0), { vendor: 'Mine' });
  return (await preview(desk, 'Contracts')).plan;
}

test.each<[string, (on: Desk) => Promise<unknown> | void, string]>([
  ['the cell says something else', (on) => edit(on, 'Contracts', idOf(0), { vendor: 'Other' }), 'Vendor'],
  [
    'the cell says what it said at first',
    (on) => edit(on, 'Contracts', idOf(0), { vendor: 'Acme' }),
    'Vendor',
  ],
  [
    'the column is gone',
    (on) => on.tab('Contracts').deleteColumn(labelOf(on, 'Contracts', 'vendor')),
    'Vendor',
  ],
  ['the row is gone', (on) => on.tab('Contracts').deleteRow(idOf(0)), ''],
  [
    'the platform says something else',
    (on) => on.torii.edit('contracts', idOf(0), { vendor: 'Theirs' }),
    'Vendor',
  ],
  ['the record is gone', (on) => on.torii.edit('contracts', idOf(0), null), ''],
])('refused where %s by now, in words, and nothing is sent', async (_, happens, said) => {
  const plan = await shownEdit();
  await happens(desk);
  const stopped = await refusal(plan);
  expect(stopped?.code).toBe('PLAN_OUTDATED');
  expect(stopped?.what).toContain(said);
  expect(writes(desk)).toEqual([]);
});

test('an outdated plan can be shown anew and sent then', async () => {
  await shownEdit();
  desk.torii.edit('contracts', idOf(0), { vendor: 'Theirs' });
  const { plan, items } = await preview(desk, 'Contracts');
  expect(items.map(({ kind }) => kind)).toEqual(['conflict']);
  const overwrite = [{ id: String(idOf(0)), field: 'vendor' }];
  expect(await apply(desk, plan, { overwrite })).toMatchObject({ state: 'done', result: { sent: 1 } });
});

test.each<[string, (on: Desk) => Promise<unknown> | void]>([
  ['rows were sorted', (on) => on.tab('Contracts').sort(labelOf(on, 'Contracts', 'name'), true)],
  ['columns were moved', (on) => on.tab('Contracts').moveColumn(3, 5)],
  [
    'a column was renamed',
    (on) => on.tab('Contracts').renameHeader(labelOf(on, 'Contracts', 'vendor'), 'Seller'),
  ],
  ['the tab was renamed', (on) => on.tab('Contracts').rename('Deals')],
  ['another record was edited', (on) => edit(on, 'Contracts', idOf(1), { vendor: 'Later' })],
  ['another field changed on the platform', (on) => on.torii.edit('contracts', idOf(0), { ccf_seats: 9 })],
])('sent as it was shown although %s', async (_, happens) => {
  const plan = await shownEdit();
  await happens(desk);
  expect(await refusal(plan)).toBeUndefined();
  expect(contract(0)?.['vendor']).toBe('Mine');
  expect(contract(1)?.['vendor']).toBe('Acme');
});

test('a plan that a newer one has replaced, or that nobody made, is unknown', async () => {
  const plan = await shownEdit();
  await preview(desk, 'Contracts');
  expect(await refusal(plan)).toMatchObject({ code: 'UNKNOWN_PLAN' });
  expect(await refusal('nonsense')).toMatchObject({ code: 'UNKNOWN_PLAN' });
  expect(writes(desk)).toEqual([]);
});

test('a plan is sent once, however often that is asked for', async () => {
  const plan = await shownEdit();
  const jobs = [0, 1].map(() => desk.api('apply', { plan }) as Promise<{ job: string }>);
  const [{ job } = { job: '' }, again] = await Promise.all(jobs);
  expect(again).toEqual({ job });
  await desk.run(job);
  desk.torii.edit('contracts', idOf(0), { vendor: 'Theirs' });
  await refusal(plan);
  expect(writes(desk)).toHaveLength(1);
  expect(contract(0)?.['vendor']).toBe('Theirs');
});

test('a copy of the file does not send what was shown in the original', async () => {
  const plan = await shownEdit();
  const copy = await desk.copyFile();
  await copy.api('connect', { provider: 'torii', apiKey: copy.torii.apiKey });
  await expect(copy.api('apply', { plan })).rejects.toMatchObject({ code: 'UNKNOWN_PLAN' });
  expect(writes(desk)).toEqual([]);
  expect((await preview(copy, 'Contracts')).items).toHaveLength(1);
});

test('whoever is not connected cannot send', async () => {
  const plan = await shownEdit();
  await desk.api('disconnect', { provider: 'torii' });
  expect(await refusal(plan)).toMatchObject({ code: 'NOT_CONNECTED' });
});

describe('what is left out', () => {
  beforeEach(async () => {
    await edit(desk, 'Contracts', idOf(0), { vendor: 'Mine', ccf_seats: '4' });
    await edit(desk, 'Contracts', idOf(1), { vendor: 'Mine', ccf_seats: '4' });
  });

  test('a field of a record, or a whole record: it keeps its edit and stays pending', async () => {
    const { plan } = await preview(desk, 'Contracts');
    const exclude = [
      { id: String(idOf(0)), field: 'ccf_seats' },
      { id: String(idOf(1)), field: '' },
    ];
    expect(await apply(desk, plan, { exclude })).toMatchObject({
      state: 'done',
      result: { sent: 1, records: 1, skipped: 3 },
    });
    expect([contract(0), contract(1)]).toMatchObject([
      { vendor: 'Mine', ccf_seats: 3 },
      { vendor: 'Acme', ccf_seats: 3 },
    ]);
    expect(await pulled(desk, 'torii', 'contracts')).toMatchObject({ pending: 3, conflicts: 0 });
    expect((await preview(desk, 'Contracts')).items).toHaveLength(3);
  });

  test('everything: there is nothing to send', async () => {
    const { plan } = await preview(desk, 'Contracts');
    const exclude = [0, 1].map((n) => ({ id: String(idOf(n)), field: '' }));
    expect(await refusal(plan, { exclude })).toMatchObject({ code: 'NOTHING_TO_SEND' });
    expect(writes(desk)).toEqual([]);
  });

  test('rows that are not shown, where that is asked for', async () => {
    desk.tab('Contracts').hideRows(2);
    const { items } = await preview(desk, 'Contracts', { visibleRowsOnly: true });
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set([String(idOf(1))]));
  });
});

test.each([
  ['a number in words', 'ccf_seats', 'many'],
  ['a day that is none', 'startDate', '2026-02-30'],
  ['a choice that there is not', 'status', 'Sleeping'],
  ['a person whom Torii does not know', 'owner', 'stranger@elsewhere.example'],
  ['no name', 'name', ''],
  ['an amount in words', 'amount', 'dear'],
])('%s is a problem at its cell, and the rest of the record is sent', async (_, key, text) => {
  await edit(desk, 'Contracts', idOf(0), { [key]: text, vendor: 'Mine' });
  const shown = await preview(desk, 'Contracts');
  const problem = shown.items.find(({ field }) => field === key);
  expect(problem).toMatchObject({
    kind: 'problem',
    row: 2,
    id: String(idOf(0)),
    message: expect.any(String),
  });
  expect(problem?.message).not.toBe('');
  expect(shown.counts).toMatchObject({ cells: 1, problems: 1 });
  expect(await refusal(shown.plan)).toBeUndefined();
  const put = desk.requests.find(({ method }) => method === 'PUT');
  expect(JSON.parse(String(put?.body))).toEqual({ vendor: 'Mine' });
});

test('a new row without what a contract needs is a problem; a row of one’s own is none', async () => {
  const row = await addRow(desk, 'Contracts', { name: 'Nearly' });
  const { items, counts } = await preview(desk, 'Contracts');
  expect(counts).toMatchObject({ created: 0 });
  const problems = items.filter(({ kind }) => kind === 'problem');
  expect(problems.map(({ row: at, field }) => [at, field])).toEqual([
    [row, 'idApp'],
    [row, 'status'],
  ]);
});

test('two rows of one record, and an id that Torii never gave, are problems', async () => {
  await addRow(desk, 'Contracts', { id: String(idOf(0)), vendor: 'Twice' });
  await addRow(desk, 'Contracts', { id: '424242', vendor: 'Made up' });
  const { items } = await preview(desk, 'Contracts');
  expect(items.map(({ id, kind }) => [id, kind])).toEqual([
    [String(idOf(0)), 'problem'],
    [String(idOf(0)), 'problem'],
    ['424242', 'problem'],
  ]);
});
