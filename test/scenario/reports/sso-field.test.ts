/** The finding about single sign-on goes back to the platform: into a field that is there or is made, by a plan like any other. */
import type { Desk } from '../../../local/desk';
import type { PlanInfo, PushResult, TabInfo } from '../../../src/app/contract';
import { pull } from '../desks';
import { cells, companyDesk, ids, type Provider, refreshed } from './small-company';

interface AppField {
  systemKey: string;
  name: string;
  type: string;
  options: { label: string }[];
}

const ZLURI_FIELD = 'f'.repeat(24);

async function withTabs(provider: Provider, options?: { ssoField: string }): Promise<Desk> {
  const on = await companyDesk(options);
  await pull(on, 'apps', { provider });
  await refreshed(on, provider, 'ssoTax');
  return on;
}

const plan = (on: Desk, payload: object): Promise<PlanInfo> => on.api('ssoField', payload);

async function applied(on: Desk, { plan: id }: PlanInfo, more: object = {}): Promise<PushResult> {
  const { job } = (await on.api('apply', { plan: id, ...more })) as { job: string };
  const { state, result } = (await on.run(job)) as { state: string; result: PushResult };
  expect(state).toBe('done');
  return result;
}

const changesIn = ({ items }: PlanInfo): unknown[] =>
  items.map(({ name, from, to, kind }) => [name, from, to, kind]);

const toriiFields = (on: Desk): AppField[] => on.torii.data['appFields'] as AppField[];
const appOf = (on: Desk, name: string): Record<string, unknown> =>
  on.torii.data.apps.find((one: { name: string }) => one.name === name);
const madeFields = (on: Desk): number =>
  on.requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/apps/fields')).length;

describe('into a new field of Torii', () => {
  test('it is made with its four choices, filled by preview and push, and stays as it is the next time', async () => {
    const on = await withTabs('torii', { ssoField: 'SSO state' });
    const first = await plan(on, { provider: 'torii', create: true });
    const made = toriiFields(on).find(({ name }) => name === 'SSO');
    expect(made?.type).toBe('dropdown');
    expect(made?.options.map(({ label }) => label)).toEqual(['Yes', 'No', 'Not Supported', 'Not Known']);
    const key = made?.systemKey ?? '';
    // Slack’s own field says No and Box’s says Yes; of the others nothing is said. Runway waits for an answer.
    expect(changesIn(first)).toEqual([
      ['Slack', '', 'No', 'change'],
      ['Figma', '', 'Not Known', 'change'],
      ['Box', '', 'Yes', 'change'],
      ['Dropbox', '', 'Not Known', 'change'],
      ['Clay', '', 'Not Known', 'change'],
    ]);
    expect(first).toMatchObject({ tab: 'Apps', purpose: 'report', live: true });
    expect(first.items.every(({ field, label }) => field === key && label === 'SSO')).toBe(true);
    expect(first.remarks).toEqual([
      'Torii has the field “SSO” now.',
      '1 possible match of the report waits for your yes or no and is left out.',
    ]);
    expect(appOf(on, 'Slack')[key] ?? null).toBeNull();

    const result = await applied(on, first, { exclude: [{ id: ids.torii.app('Clay'), field: key }] });
    expect(result).toMatchObject({ purpose: 'report', sent: 4, records: 4, failed: 0, skipped: 1 });
    expect(['Slack', 'Figma', 'Box', 'Clay', 'Runway'].map((name) => appOf(on, name)[key] ?? null)).toEqual([
      'No',
      'Not Known',
      'Yes',
      null,
      null,
    ]);

    const second = await plan(on, { provider: 'torii', create: true });
    expect(madeFields(on)).toBe(1);
    expect(second.counts).toMatchObject({ same: 4, cells: 1, problems: 0 });
    await refreshed(on, 'torii', 'ssoTax');
    const third = await plan(on, { provider: 'torii', field: key });
    expect(third.counts).toMatchObject({ same: 4, cells: 1 });
  });

  test('undone, the field is empty again, and the journal says what for it was sent', async () => {
    const on = await withTabs('torii', { ssoField: 'SSO state' });
    const sent = await plan(on, { provider: 'torii', create: true });
    await applied(on, sent);
    const [push] = (await on.api('pushes')) as { plan: string; purpose: string; undoable: boolean }[];
    expect(push).toMatchObject({ plan: sent.plan, purpose: 'report', undoable: true });
    expect(cells(on, 'Push journal', 'Purpose').flat()).toEqual(Array(5).fill('Report'));
    const back: PlanInfo = await on.api('undo');
    expect(back.counts).toMatchObject({ cells: 5 });
    await applied(on, back);
    const key = sent.items[0]?.field ?? '';
    expect(on.torii.data.apps.map((app: Record<string, unknown>) => app[key] ?? null)).toEqual(
      Array(7).fill(null),
    );
  });

  test.each([false, true])('an answer that is lost does not make it twice (made: %s)', async (isMade) => {
    const on = await withTabs('torii', { ssoField: 'SSO state' });
    on.torii.fault({
      match: 'POST /v1.0/apps/fields',
      times: 1,
      ...(isMade ? { cut: true, after: 0 } : { status: 503 }),
    });
    await plan(on, { provider: 'torii', create: true }).catch(() => undefined);
    await plan(on, { provider: 'torii', create: true });
    expect(toriiFields(on).filter(({ name }) => name === 'SSO')).toHaveLength(1);
  });
});

describe('into a field that is there', () => {
  test('a column of it in the tab is brought up to date, and an edit there stays', async () => {
    const on = await withTabs('torii');
    on.torii.edit('apps', Number(ids.torii.app('Box')), { c_sso: null });
    const [box, slack] = [ids.torii.app('Box'), ids.torii.app('Slack')];
    await on.tab('Apps').set(slack, 'SSO', 'Yes');
    const found = await plan(on, { provider: 'torii', field: 'c_sso' });
    // “Not Known” is no choice of this field; what changed since the refresh is a conflict.
    expect(found.counts).toMatchObject({ same: 1, conflicts: 1, problems: 3, cells: 0 });
    expect(found.items.find(({ name }) => name === 'Figma')).toMatchObject({
      kind: 'problem',
      to: 'Not Known',
      message: expect.stringContaining('has no choice “Not Known”'),
    });
    expect(await applied(on, found, { overwrite: [{ id: box, field: 'c_sso' }] })).toMatchObject({ sent: 1 });
    expect(appOf(on, 'Box')['c_sso']).toBe('Yes');
    expect(cells(on, 'Apps', 'Name', 'SSO').filter(([name]) => name === 'Slack' || name === 'Box')).toEqual([
      ['Slack', 'Yes'],
      ['Box', 'Yes'],
    ]);
    const edits: PlanInfo = await on.api('preview', { tab: 'Apps' });
    expect(changesIn(edits)).toEqual([['Slack', 'No', 'Yes', 'change']]);
  });

  test('what the cells of the plan say now does not keep it from being sent', async () => {
    const on = await withTabs('torii', { ssoField: 'SSO state' });
    const found = await plan(on, { provider: 'torii', create: true });
    await on.tab('Apps').set(ids.torii.app('Slack'), 'SSO state', 'Yes');
    on.tab('Apps').sort('Name', true);
    expect(await applied(on, found)).toMatchObject({ sent: 5 });
  });

  test('what the platform says otherwise by now does', async () => {
    const on = await withTabs('torii');
    on.torii.edit('apps', Number(ids.torii.app('Slack')), { c_sso: 'Yes' });
    const found = await plan(on, { provider: 'torii', field: 'c_sso' });
    const overwrite = [{ id: ids.torii.app('Slack'), field: 'c_sso' }];
    on.torii.edit('apps', Number(ids.torii.app('Slack')), { c_sso: null });
    const { job } = (await on.api('apply', { plan: found.plan, overwrite })) as { job: string };
    expect(await on.run(job)).toMatchObject({ state: 'failed', error: { code: 'PLAN_OUTDATED' } });
    expect(appOf(on, 'Slack')['c_sso']).toBeNull();
  });

  test('what somebody has said is not replaced by “Not Known”', async () => {
    const on = await withTabs('torii', { ssoField: 'SSO state' });
    const key = (await plan(on, { provider: 'torii', create: true })).items[0]?.field ?? '';
    on.torii.edit('apps', Number(ids.torii.app('Figma')), { [key]: 'Yes' });
    const found = await plan(on, { provider: 'torii', field: key });
    expect(found.items.map(({ name }) => name)).toEqual(['Slack', 'Box', 'Dropbox', 'Clay']);
    expect(found.remarks.join()).toContain('1 app says something in “SSO” already');
  });

  test('Zluri’s is filled where it tells it by its values', async () => {
    const on = await withTabs('zluri');
    const said = (name: string): unknown =>
      on.zluri.data.apps
        .find((app: { app_id: string }) => app.app_id === ids.zluri.app(name))
        .custom_fields.find((own: { field_id: string }) => own.field_id === ZLURI_FIELD)?.field_value;
    on.zluri.edit('apps', ids.zluri.app('Slack'), {
      custom_fields: [{ field_id: ZLURI_FIELD, field_value: 'Not Supported' }],
    });
    await pull(on, 'apps', { provider: 'zluri' });
    await refreshed(on, 'zluri', 'ssoTax');
    const found = await plan(on, { provider: 'zluri', field: ZLURI_FIELD });
    expect(changesIn(found)).toContainEqual(['Slack', 'Not Supported', 'No', 'change']);
    const result = await applied(on, found);
    expect(said('Slack')).toBe('No');
    expect(said('Box')).toBe('Yes');
    // Which choices there are, only Zluri knows: it refuses what does not fit.
    expect(result).toMatchObject({ sent: 1, failed: 3 });
    expect((await plan(on, { provider: 'zluri', field: ZLURI_FIELD })).counts).toMatchObject({ same: 2 });
  });
});

describe('refused, with what to do', () => {
  test.each([
    ['neither a field nor a wish', 'torii', {}, 'BAD_REQUEST'],
    ['both', 'torii', { field: 'c_sso', create: true }, 'BAD_REQUEST'],
    ['a field that is not there', 'torii', { field: 'c_none' }, 'FIELD_UNFIT'],
    ['a field that holds something else', 'torii', { field: 'state' }, 'FIELD_UNFIT'],
    ['a new field of Zluri’s, which lets nobody make one', 'zluri', { create: true }, 'FIELD_UNFIT'],
  ] as const)('%s', async (_what, provider, order, code) => {
    const on = await withTabs(provider);
    if (provider === 'zluri')
      for (const app of on.zluri.data.apps) on.zluri.edit('apps', app.app_id, { custom_fields: [] });
    await expect(plan(on, { provider, ...order })).rejects.toMatchObject({ code });
  });

  test('without a tab of the report, or of the apps', async () => {
    const on = await companyDesk();
    const order = { provider: 'torii', field: 'c_sso' };
    await expect(plan(on, order)).rejects.toMatchObject({ code: 'UNKNOWN_TAB' });
    await refreshed(on, 'torii', 'ssoTax');
    await expect(plan(on, order)).rejects.toThrow('“Apps”');
  });

  test('without the column that says it', async () => {
    const on = await withTabs('torii');
    on.tab('SSO Tax').deleteColumn('SSO finding');
    await expect(plan(on, { provider: 'torii', field: 'c_sso' })).rejects.toMatchObject({
      code: 'COLUMN_MISSING',
    });
  });
});

test('no key is in the file, the journal or what was answered', async () => {
  const on = await withTabs('torii', { ssoField: 'SSO state' });
  const found = await plan(on, { provider: 'torii', create: true });
  await applied(on, found);
  const { document, script } = on.stores();
  const texts = [found, document, script, ...on.tabs({ hidden: true }).map((name) => on.tab(name).values())];
  expect(JSON.stringify(texts)).not.toContain(on.torii.apiKey);
});

test('the sidebar is told what waits for an answer, until it is given', async () => {
  const on = await withTabs('torii');
  const tabs = async (): Promise<TabInfo[]> => ((await on.api('status')) as { tabs: TabInfo[] }).tabs;
  const ofTax = async (): Promise<TabInfo | undefined> => (await tabs()).find(({ tab }) => tab === 'SSO Tax');
  expect(await ofTax()).toMatchObject({ report: true, waitingForYou: 1 });
  expect((await tabs()).find(({ tab }) => tab === 'Apps')).not.toHaveProperty('report');
  await on.tab('SSO Tax').set(`${ids.torii.app('Runway')}/runway`, 'Is it this vendor?', 'Yes');
  const answered = await plan(on, { provider: 'torii', field: 'c_sso' });
  expect(answered.remarks).toEqual([
    'You have answered matches since the report was refreshed: refresh it to count them.',
  ]);
  await refreshed(on, 'torii', 'ssoTax');
  expect(await ofTax()).not.toHaveProperty('waitingForYou');
});
