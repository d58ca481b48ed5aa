/** What a person who fears for their data would try on a push: nothing is sent that was not shown, and nothing twice. */
import type { Desk } from '../../local/desk';
import {
  addRow,
  apply,
  cell,
  edit,
  type Id,
  journal,
  nthId,
  preview,
  pulled,
  pulledDesk,
  push,
  records,
  remote,
  writes,
} from './push/push-desk';

const CONTRACTS = ['name', 'idApp', 'status', 'vendor', 'owner'];
const PLAN_TAB = 'SaaS Ledger → Contracts';

let desk: Desk;
afterEach(() => desk.close());

const contracts = () =>
  pulledDesk('torii', 'contracts', {
    fields: CONTRACTS,
    prepare: (on) => {
      for (const contract of on.torii.data.contracts) contract.vendor = 'Theirs';
    },
  });

const newRow = (name = 'Brand new') => ({
  name,
  idApp: String(nthId(desk, 'torii', 'apps', 0)),
  status: 'Active',
});

const named = (name = 'Brand new') =>
  records(desk, 'torii', 'contracts').filter((each) => each.name === name);

const begun = async (plan: string, choice: object = {}): Promise<string> =>
  ((await desk.api('apply', { plan, ...choice })) as { job: string }).job;

const nth = (n: number): Id => nthId(desk, 'torii', 'contracts', n);

const vendorOf = (id: Id) => remote(desk, 'torii', 'contracts', id)?.['vendor'];

/** Sheet row of a record. */
const sheetRow = (id: Id): number =>
  desk
    .tab('Contracts')
    .rows()
    .findIndex(({ ID }) => String(ID) === String(id)) + 2;

const outcomes = async () => (await journal(desk)).map(({ outcome }) => outcome);

describe('new rows', () => {
  test('that say the same are two records, also where the run dies before an answer is in', async () => {
    desk = await contracts();
    const rows = [await addRow(desk, 'Contracts', newRow()), await addRow(desk, 'Contracts', newRow())];
    const job = await begun((await preview(desk, 'Contracts')).plan);
    const before = desk.requests.length;
    for (let n = 1; named().length < 2 && n < 30; n += 1) {
      desk.kill({ afterRequests: n });
      await desk.api('step', { job }).catch(() => undefined);
      await desk.clock.advance({ minutes: 3 });
    }
    expect(await desk.run(job)).toMatchObject({ state: 'done', result: { created: 2, unknown: 0 } });
    expect(desk.requests.length).toBeGreaterThan(before);
    const ids = named().map(({ id }) => String(id));
    expect(ids).toHaveLength(2);
    const cells = desk.tab('Contracts').values();
    const shown = rows.map((row) => String(cells[row - 1]?.[0]));
    expect(shown.sort()).toEqual(ids.sort());
  });

  test('of which nobody knows whether they arrived are not made again unless somebody says so', async () => {
    desk = await contracts();
    await addRow(desk, 'Contracts', newRow());
    const job = await begun((await preview(desk, 'Contracts')).plan);
    for (let n = 1; named().length < 1 && n < 30; n += 1) {
      desk.kill({ afterRequests: n });
      await desk.api('step', { job }).catch(() => undefined);
      if (named().length < 1) await desk.clock.advance({ minutes: 3 });
    }
    await desk.api('stop', { job });
    await desk.clock.advance({ minutes: 3 });
    const shown = await preview(desk, 'Contracts');
    expect(shown.counts).toMatchObject({ created: 0 });
    expect(shown.items.map(({ kind }) => kind)).toEqual(['conflict', 'conflict', 'conflict']);
    expect(shown.items[0]?.message).toMatch(/has made this contract already: Torii has it as \d+/);
    await expect(apply(desk, shown.plan)).rejects.toMatchObject({ code: 'NOTHING_TO_SEND' });
    const [{ id } = { id: '' }] = shown.items;
    await apply(desk, shown.plan, { overwrite: [{ id, field: '' }] });
    expect(named()).toHaveLength(2);
  });
});

describe('deleting', () => {
  const deletion = (...rows: readonly number[]) => {
    desk.tab('Contracts').select(rows.map((row) => `A${String(row)}`).join(','));
    return preview(desk, 'Contracts', { deleteSelected: true });
  };

  test('names the record as the platform does, not as its row does', async () => {
    desk = await contracts();
    const id = nth(0);
    const name = remote(desk, 'torii', 'contracts', id)?.['name'];
    await edit(desk, 'Contracts', id, { name: 'A harmless name' });
    expect((await deletion(sheetRow(id))).items).toMatchObject([{ kind: 'change', name, from: name }]);
  });

  test('asks again where the record is called something else by now', async () => {
    desk = await contracts();
    const id = nth(0);
    desk.torii.edit('contracts', id, { name: 'Renamed' });
    const shown = await deletion(sheetRow(id));
    expect(shown.items).toMatchObject([{ kind: 'conflict', live: 'Renamed' }]);
  });

  test('is refused where the record has got another name since the preview', async () => {
    desk = await contracts();
    const id = nth(0);
    const { plan } = await deletion(sheetRow(id));
    desk.torii.edit('contracts', id, { name: 'Renamed' });
    expect((await apply(desk, plan)).error?.code).toBe('PLAN_OUTDATED');
    expect(remote(desk, 'torii', 'contracts', id)).toBeDefined();
  });

  test('does nothing to an id that the tab never got from the platform, or that two rows have', async () => {
    desk = await contracts();
    const [one, other, foreign] = [nth(0), nth(1), nth(2)];
    const sheet = desk.tab('Contracts');
    const [first, second] = [sheetRow(one), sheetRow(other)];
    sheet.deleteRow(foreign);
    await pulled(desk, 'torii', 'contracts');
    await sheet.type(`A${String(sheetRow(other))}`, String(one));
    const shown = await deletion(sheetRow(one));
    expect([first, second]).not.toContain(0);
    expect(shown.items).toMatchObject([{ kind: 'problem' }]);
    await sheet.type(`A${String(sheetRow(one))}`, '987654');
    expect((await deletion(sheetRow('987654'))).items).toMatchObject([{ kind: 'problem' }]);
  });
});

describe('a push under way', () => {
  const waiting = async (): Promise<{ job: string; id: Id }> => {
    const id = nth(0);
    await edit(desk, 'Contracts', id, { vendor: 'Mine' });
    const { plan } = await preview(desk, 'Contracts');
    desk.torii.fault({ match: `PUT /v1.0/contracts/${String(id)}`, status: 429, retryAfter: 290 });
    const job = await begun(plan);
    expect(await desk.api('step', { job })).toMatchObject({ state: 'waiting' });
    return { job, id };
  };

  test('is not carried on with a key of another organisation', async () => {
    desk = await contracts();
    const { job, id } = await waiting();
    const colleague = desk.as('bo@example.com');
    await colleague.opened;
    Object.assign(desk.torii.data.org as object, { companyName: 'Quite another' });
    await colleague.api('connect', { provider: 'torii', apiKey: desk.torii.apiKey });
    await desk.clock.advance({ minutes: 0 });
    const from = desk.requests.length;
    await expect(colleague.api('step', { job })).rejects.toMatchObject({ code: 'PUSH_UNDER_WAY' });
    expect(writes(desk, from)).toEqual([]);
    expect(await desk.run(job)).toMatchObject({ state: 'done', result: { sent: 1 } });
    expect(vendorOf(id)).toBe('Mine');
  });

  test('leaves no line of the journal open where the key is revoked in between', async () => {
    desk = await contracts();
    const { job } = await waiting();
    desk.torii.options({ revokeKey: true });
    await desk.clock.advance({ minutes: 5 });
    await desk.run(job).catch(() => undefined);
    expect(await desk.api('job', { job })).toMatchObject({ state: 'failed', error: { code: 'KEY_REFUSED' } });
    expect(await outcomes()).toEqual(['unsent']);
  });

  test.each([
    ['its plan', PLAN_TAB],
    ['the tab itself', 'Contracts'],
  ])('leaves no line open where somebody deletes %s', async (_, tab) => {
    desk = await contracts();
    const { job } = await waiting();
    const sheet = desk.workbook.sheet(tab);
    if (!sheet) throw new Error(`There is no tab “${tab}”.`);
    desk.workbook.deleteSheet(sheet);
    await desk.clock.advance({ minutes: 5 });
    await desk.run(job).catch(() => undefined);
    expect(await desk.api('job', { job })).toMatchObject({ state: 'failed' });
    expect(await outcomes()).toEqual(['unsent']);
  });

  test('sends the choice that it was begun with, or nothing', async () => {
    desk = await contracts();
    const [kept, sent] = [nth(0), nth(1)];
    await edit(desk, 'Contracts', kept, { vendor: 'Not this' });
    await edit(desk, 'Contracts', sent, { vendor: 'Mine' });
    const { plan } = await preview(desk, 'Contracts');
    const job = await begun(plan, { exclude: [{ id: String(kept), field: 'vendor' }] });
    await desk
      .tab(PLAN_TAB)
      .type('A3', JSON.stringify({ who: 'ada@example.com', exclude: [], overwrite: [] }));
    await desk.run(job).catch(() => undefined);
    expect(await desk.api('job', { job })).toMatchObject({
      state: 'failed',
      error: { code: 'UNKNOWN_PLAN' },
    });
    expect([vendorOf(kept), vendorOf(sent)]).toEqual(['Theirs', 'Theirs']);
  });

  test('a refresh that falls due is put off, and nobody is told that it failed', async () => {
    desk = await contracts();
    await desk.api('schedule', { tab: 'Contracts', every: 'hour' });
    const { job, id } = await waiting();
    await desk.clock.advance({ hours: 3 });
    expect(vendorOf(id)).toBe('Mine');
    expect(await desk.api('job', { job })).toMatchObject({ state: 'done' });
    expect(desk.mails).toEqual([]);
    const { schedules } = (await desk.api('status')) as { schedules: object[] };
    expect(schedules).toMatchObject([{ lastRun: { outcome: 'done' } }]);
    const runs = (await desk.api('activity', { limit: 20 })) as { outcome: string }[];
    expect(runs.map(({ outcome }) => outcome)).not.toContain('failed');
  });

  test('a person who left meanwhile does not keep the other records back', async () => {
    desk = await contracts();
    const [bad, good] = [nth(0), nth(1)];
    for (const id of [bad, good]) await edit(desk, 'Contracts', id, { vendor: 'Mine' });
    const [leaver] = records(desk, 'torii', 'users').filter(({ email }) => !String(email).includes('owner'));
    const { id: user, email } = leaver as { id: Id; email: string };
    await edit(desk, 'Contracts', bad, { owner: email });
    const { plan } = await preview(desk, 'Contracts');
    desk.torii.fault({ match: /^PUT \/v1.0\/contracts\//, status: 429, retryAfter: 290, times: 2 });
    const job = await begun(plan);
    expect(await desk.api('step', { job })).toMatchObject({ state: 'waiting' });
    desk.torii.edit('users', user, null);
    await desk.clock.advance({ minutes: 6 });
    expect(await desk.run(job)).toMatchObject({ state: 'done', result: { sent: 1, failed: 2 } });
    expect([vendorOf(bad), vendorOf(good)]).toEqual(['Theirs', 'Mine']);
  });
});

test('what the platform answers as done and leaves as it was is not called sent, and keeps its edit', async () => {
  desk = await contracts();
  const [ignored, taken] = [nth(0), nth(1)];
  for (const id of [ignored, taken]) await edit(desk, 'Contracts', id, { vendor: 'Mine' });
  const body = JSON.stringify({ contract: remote(desk, 'torii', 'contracts', ignored) });
  desk.torii.fault({ match: `PUT /v1.0/contracts/${String(ignored)}`, status: 200, body });
  expect(await push(desk, 'Contracts')).toMatchObject({
    state: 'done',
    result: { sent: 1, failed: 1, failures: [{ id: String(ignored), field: 'vendor' }] },
  });
  expect([vendorOf(ignored), vendorOf(taken)]).toEqual(['Theirs', 'Mine']);
  expect(cell(desk, 'Contracts', ignored, 'vendor')).toBe('Mine');
  expect((await preview(desk, 'Contracts')).counts).toMatchObject({ cells: 1 });
});

test('without what the platform said before, nothing is sent, and a refresh keeps every edit as a conflict', async () => {
  desk = await contracts();
  const id = nth(0);
  await edit(desk, 'Contracts', id, { vendor: 'Mine' });
  const memory = desk.workbook.sheet('SaaS Ledger · Contracts');
  if (!memory) throw new Error('There is no hidden tab.');
  desk.workbook.deleteSheet(memory);
  await expect(preview(desk, 'Contracts')).rejects.toMatchObject({ code: 'MEMORY_GONE' });
  expect(await pulled(desk, 'torii', 'contracts')).toMatchObject({ conflicts: 1 });
  expect(cell(desk, 'Contracts', id, 'vendor')).toBe('Mine');
});

describe('undo', () => {
  test('of new records is done once, and the next one takes back the push before', async () => {
    desk = await contracts();
    const id = nth(0);
    await edit(desk, 'Contracts', id, { vendor: 'Mine' });
    await push(desk, 'Contracts');
    await desk.clock.advance({ minutes: 1 });
    await addRow(desk, 'Contracts', newRow());
    await push(desk, 'Contracts');
    await desk.clock.advance({ minutes: 1 });
    const undo = async () => (await desk.api('undo', {})) as { plan: string; items: { action: string }[] };
    expect(await apply(desk, (await undo()).plan)).toMatchObject({ state: 'done', result: { deleted: 1 } });
    await desk.clock.advance({ minutes: 1 });
    const next = await undo();
    expect(next.items).toMatchObject([{ action: 'update', id: String(id) }]);
    await apply(desk, next.plan);
    expect(vendorOf(id)).toBe('Theirs');
    expect(named()).toEqual([]);
  });

  test('does not delete a new record unasked that somebody has worked on since', async () => {
    desk = await contracts();
    await addRow(desk, 'Contracts', newRow());
    await push(desk, 'Contracts');
    const [{ id } = { id: '' }] = named() as { id: Id }[];
    desk.torii.edit('contracts', id, { status: 'closed' });
    expect(await desk.api('undo', {})).toMatchObject({ items: [{ action: 'delete', kind: 'conflict' }] });
  });
});
