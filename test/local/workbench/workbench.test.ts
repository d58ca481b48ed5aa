/** The workbench's server over real HTTP, around a desk with a small script of its own. */
import { type Desk, openDesk } from '../../../local/desk';
import type { BehindView, RowsView, ScreenState, TenantView } from '../../../local/workbench/protocol';
import { RealConnection } from '../../../local/workbench/real-provider';
import { openWorkbench, type Workbench } from '../../../local/workbench/workbench';

const SCRIPT = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu('Test').addItem('Ask', 'ask').addItem('Fail', 'fail').addToUi();
}
function ask() {
  var answer = SpreadsheetApp.getUi().alert('Sure?', SpreadsheetApp.getUi().ButtonSet.YES_NO);
  SpreadsheetApp.getActiveSheet().getRange('A1').setValue(String(answer));
}
function fail() { throw new Error('no luck'); }
function add(a, b) { return a + b; }
function lead() { SpreadsheetApp.setActiveRange(SpreadsheetApp.getActiveSheet().getRange('B3')); }
function today() { return new Date(0); }
function hidden_() { return 1; }
`;

let desk: Desk;
let workbench: Workbench;

beforeAll(async () => {
  desk = await openDesk({ bundle: SCRIPT, tenant: { apps: 3, contracts: 2, users: 2 } });
  workbench = await openWorkbench(desk, { port: 0 });
});
afterAll(async () => {
  await workbench.close();
  await desk.close();
});

const get = async (path: string): Promise<unknown> => (await fetch(workbench.url + path)).json();
const post = async (path: string, body: unknown): Promise<{ error?: string }> => {
  const answer = await fetch(workbench.url + path, { method: 'POST', body: JSON.stringify(body) });
  return (await answer.json()) as { error?: string };
};
const perform = (name: string, body: unknown): Promise<{ error?: string }> => post(`do/${name}`, body);
const activeId = (): number => desk.workbook.active.id;

/** The first state that a page is told. */
async function state(): Promise<ScreenState> {
  const stop = new AbortController();
  const { body } = await fetch(`${workbench.url}events`, { signal: stop.signal });
  const reader = body?.getReader();
  let text = '';
  while (!text.includes('\n\n')) text += new TextDecoder().decode((await reader?.read())?.value);
  stop.abort();
  return JSON.parse(text.split('data: ')[1]?.split('\n')[0] ?? '') as ScreenState;
}

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 100 && !(await holds()); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('serves its page, which loads nothing from elsewhere', async () => {
  const page = await (await fetch(workbench.url)).text();
  expect(page).toContain('/page.js');
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  for (const path of ['page.js', 'page.css', 'frame.js', 'grid/revo-grid.esm.js']) {
    expect((await fetch(workbench.url + path)).status).toBe(200);
  }
});

test('gives out no other file', async () => {
  for (const path of [
    'grid/..%2f..%2fpackage.json',
    'grid/%2e%2e/package.json',
    'package.json',
    'do/constructor',
  ]) {
    expect((await fetch(workbench.url + path)).status).toBe(404);
  }
});

test('refuses what another page of the same browser sends', async () => {
  const answer = await fetch(`${workbench.url}call`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: '{"fn":"add","args":[1,2]}',
  });
  expect(answer.status).toBe(403);
});

test('tells the page about tabs and menus', async () => {
  const { tabs, menus, activeTab } = await state();
  expect(tabs.map(({ name }) => name)).toEqual(['Sheet1']);
  expect(activeTab).toBe(activeId());
  expect(menus).toEqual([
    {
      label: 'Test',
      children: [
        { label: 'Ask', fn: 'ask' },
        { label: 'Fail', fn: 'fail' },
      ],
    },
  ]);
});

test('types as a person types, and gives back what is displayed', async () => {
  const cells = [
    { row: 2, column: 1, text: '50%' },
    { row: 3, column: 1, text: '=A2*2' },
  ];
  expect(await perform('type', { tab: activeId(), cells })).toEqual({});
  const view = (await get(`rows?tab=${activeId()}&from=1&count=5`)) as RowsView;
  expect(view.rows[2]?.[0]).toMatchObject({ typed: '=A2*2' });
  expect(desk.workbook.active.values(3, 1, 1, 1)).toEqual([[1]]);
});

test('a question of a menu action is answered by the page', async () => {
  const done = perform('menu', { path: ['Test', 'Ask'] });
  let question = 0;
  await eventually(async () => ((question = (await state()).questions[0]?.id ?? 0), question > 0));
  await perform('answer', { question, button: 'YES', text: '' });
  expect(await done).toEqual({});
  expect(desk.workbook.active.display(1, 1, 1, 1)).toEqual([['YES']]);
});

test('a menu action that fails tells the page why', async () => {
  expect((await perform('menu', { path: ['Test', 'Fail'] })).error).toContain('no luck');
});

// https://developers.google.com/apps-script/guides/html/reference/run
test('google.script.run: values come back, several calls at once, dates and private functions fail', async () => {
  const sums = await Promise.all([1, 2, 3].map((n) => post('call', { fn: 'add', args: [n, n] })));
  expect(sums).toMatchObject([{ value: 2 }, { value: 4 }, { value: 6 }]);
  expect(await post('call', { fn: 'today', args: [] })).toMatchObject({ ok: false });
  expect(await post('call', { fn: 'hidden_', args: [] })).toMatchObject({ ok: false });
  expect(await post('call', { fn: 'nowhere', args: [] })).toMatchObject({ ok: false });
});

test('what is selected in the page is selected for the script, also after cells were pasted', async () => {
  const tab = activeId();
  const block = { row: 2, column: 1, rows: 3, columns: 2 };
  expect(await perform('select', { tab, block })).toEqual({});
  await perform('type', { tab, cells: [{ row: 9, column: 5, text: 'x' }] });
  expect(desk.workbook.active.selection).toEqual([block]);
});

test('a script that selects a cell leads the page there', async () => {
  const { times } = (await state()).led;
  await post('call', { fn: 'lead', args: [] });
  expect((await state()).led).toEqual({ times: times + 1, row: 3, column: 2 });
});

test('rows are hidden by hand and by what they say, and shown again', async () => {
  await perform('newTab', {});
  const tab = activeId();
  const column = (values: string[]) => values.map((text, line) => ({ row: line + 1, column: 1, text }));
  await perform('type', { tab, cells: column(['State', 'open', 'closed', 'open', 'closed']) });
  const hidden = async () => (await state()).tabs.find(({ id }) => id === tab)?.hiddenRows;
  await perform('hideRow', { tab, row: 2 });
  await perform('filter', { tab, row: 4, column: 1 });
  expect(await hidden()).toEqual([2, 3, 5]);
  await perform('showRows', { tab });
  expect(await hidden()).toEqual([]);
  await perform('tab', { tab, action: 'delete' });
});

test('rows, columns and tabs come, go, move and are sorted', async () => {
  expect(await perform('newTab', {})).toEqual({});
  const tab = activeId();
  const column = (values: string[]) => values.map((text, line) => ({ row: line + 1, column: 1, text }));
  await perform('type', { tab, cells: column(['b', 'c', 'a']) });
  await perform('sort', { tab, column: 1, ascending: true });
  const shown = (rows: number): string[] => desk.workbook.active.display(1, 1, rows, 1).flat();
  expect(shown(3)).toEqual(['a', 'b', 'c']);
  await perform('structure', { tab, action: 'insertRows', at: 1, count: 1 });
  expect(shown(4)).toEqual(['', 'a', 'b', 'c']);
  await perform('structure', { tab, action: 'deleteRows', at: 1, count: 1 });
  await perform('move', { tab, column: 1, to: 3 });
  expect(desk.workbook.active.display(1, 2, 1, 1)).toEqual([['a']]);
  await perform('resize', { tab, column: 2, pixels: 180.4 });
  expect(desk.workbook.active.columnWidth(2)).toBe(180);
  await perform('note', { tab, row: 1, column: 2, text: 'why' });
  expect(desk.workbook.active.notes(1, 2, 1, 1)).toEqual([['why']]);
  await perform('tab', { tab, action: 'rename', name: 'Mine' });
  expect((await perform('tab', { tab, action: 'rename', name: 'Sheet1' })).error).toContain('already exists');
  await perform('tab', { tab, action: 'duplicate' });
  expect(desk.tabs()).toEqual(['Sheet1', 'Mine', 'Copy of Mine']);
  await perform('tab', { tab, action: 'delete' });
  expect(desk.tabs()).toEqual(['Sheet1', 'Copy of Mine']);
  expect((await perform('sort', { tab, column: 1, ascending: true })).error).toContain('not there any more');
});

test('the clock is moved on', async () => {
  const before = desk.clock.now().getTime();
  await perform('advance', { minutes: 60 });
  expect(desk.clock.now().getTime()).toBeGreaterThanOrEqual(before + 3_600_000);
});

describe.each(['torii', 'zluri'] as const)('the tenant at %s', (provider) => {
  const tenant = async (): Promise<TenantView> => {
    const { tenants } = (await get('behind')) as BehindView;
    const found = tenants.find((each) => each.provider === provider);
    if (!found) throw new Error('The page is not told of it.');
    return found;
  };

  test('is changed', async () => {
    const [first] = (await tenant()).records;
    await perform('remote', { provider, action: 'rename', id: first?.id, name: 'Renamed' });
    for (const name of ['Added', 'Added too']) await perform('remote', { provider, action: 'add', name });
    const { records, counts } = await tenant();
    expect(records.map(({ name }) => name)).toEqual([
      'Renamed',
      ...records.slice(1, 3).map(({ name }) => name),
      'Added',
      'Added too',
    ]);
    expect(new Set(records.map(({ id }) => typeof id))).toEqual(new Set([typeof first?.id]));
    expect(counts['apps']).toBe(5);
    await perform('remote', { provider, action: 'remove', id: first?.id });
    expect(desk[provider].data.apps).toHaveLength(4);
    expect((await perform('remote', { provider, action: 'remove' })).error).toContain('Choose an app');
  });

  test('refuses a revoked key until it is restored', async () => {
    const status = async (): Promise<number> => {
      const { apiKey, url } = desk[provider];
      const [path, key] =
        provider === 'torii'
          ? ['/v1.0/apps', { Authorization: `Bearer ${apiKey}` }]
          : ['/v2/applications', { 'api-key': apiKey }];
      const method = provider === 'torii' ? 'GET' : 'POST';
      return (await fetch(url + path, { method, headers: key })).status;
    };
    await perform('fault', { provider, fault: 'revokeKey' });
    expect([(await tenant()).keyRevoked, await status()]).toEqual([true, 401]);
    await perform('fault', { provider, fault: 'restoreKey' });
    expect([(await tenant()).keyRevoked, await status()]).toEqual([false, 200]);
    await perform('fault', { provider, fault: 'badGateway' });
    expect([await status(), await status()]).toEqual([502, 200]);
  });
});

test('executions are listed with what went wrong, the newest first', async () => {
  await perform('menu', { path: ['Test', 'Fail'] });
  const { executions } = (await get('behind')) as BehindView;
  expect(executions[0]).toMatchObject({ fn: 'fail', kind: 'menu', outcome: 'failed', error: 'no luck' });
});

test('several workbenches find a port each', async () => {
  const port = Number(new URL(workbench.url).port);
  const other = await openWorkbench(desk, { port });
  expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
  await other.close();
});

describe('the real platform', () => {
  test('a name that is not known is refused with those that are', () => {
    expect(() => RealConnection.of('nowhere', {})).toThrow('torii');
  });

  test('the page learns whether there is a key, never the key', async () => {
    const real = RealConnection.of('torii', { TORII_API_KEY: 'very-secret-key' });
    expect(real.routes).toEqual({
      'api.toriihq.com': 'https://api.toriihq.com',
      '*.amazonaws.com': 'https://*',
    });
    expect(JSON.stringify(real.view)).not.toContain('very-secret-key');
    expect(real.view.keyFound).toBe(true);
  });

  test('connecting without a key says how to give one', async () => {
    const real = RealConnection.of('torii', {});
    await expect(real.connect(desk)).rejects.toThrow('TORII_API_KEY');
  });
});
