/** Uses every name of the desk's contract once, and has the compiler hold the desk against it, type by type. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk, type Desk, type DeskOptions } from '../../../local/desk';

interface Execution {
  readonly function: string;
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: Error;
  readonly seconds: number;
  readonly outcome: string;
}
interface FaultRule {
  match: string | RegExp;
  times?: number;
  after?: number;
  status?: number;
  retryAfter?: number;
  delayMs?: number;
  cut?: boolean;
  body?: string;
  repeatCursor?: boolean;
}
// As the contract has them: tests reach into whatever a tenant holds, and into whatever a method answers.
/* eslint-disable @typescript-eslint/no-explicit-any */
interface ContractServer {
  url: string;
  apiKey: string;
  data: { apps: any[]; contracts: any[]; users: any[]; [more: string]: any };
  edit(resource: string, id: string | number, patch: object | null): void;
  fault(rule: FaultRule): void;
  options(o: object): void;
}
interface ContractTab {
  header(): string[];
  rows(): Record<string, unknown>[];
  values(): unknown[][];
  display(): string[][];
  formulas(): string[][];
  notes(): string[][];
  type(a1: string, text: string): Promise<void>;
  set(id: string | number, label: string, value: unknown): Promise<void>;
  insertColumn(at: number, header: string, cells?: string[]): void;
  moveColumn(from: number, to: number): void;
  renameHeader(from: string, to: string): void;
  deleteColumn(label: string): void;
  sort(label: string, descending?: boolean): void;
  deleteRow(id: string | number): void;
  rename(name: string): void;
  charts(): unknown[];
}
interface Logged {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  status: number;
  at: number;
  bytes: number;
}
interface Stores {
  user: Record<string, string>;
  document: Record<string, string>;
  script: Record<string, string>;
}
interface ContractDesk {
  menuTree(): { readonly label: string }[];
  menu(...path: string[]): Promise<Execution>;
  call(fn: string, ...args: unknown[]): Promise<Execution>;
  api(method: string, payload?: unknown): Promise<any>;
  run(job: string): Promise<any>;
  tab(name: string): ContractTab;
  tabs(o?: { hidden?: boolean }): string[];
  answer(...answers: (string | { text: string } | 'cancel')[]): void;
  dialogs: { readonly title: string; readonly text: string }[];
  toasts: string[];
  mails: { readonly to: string; readonly subject: string; readonly body: string }[];
  clock: {
    now(): Date;
    advance(by: { days?: number; hours?: number; minutes?: number }): Promise<Execution[]>;
  };
  triggers(): { readonly handler: string }[];
  requests: Logged[];
  serviceCalls: Record<string, number>;
  executions: Execution[];
  torii: ContractServer;
  zluri: ContractServer;
  kill(when: { afterServiceCalls?: number; afterRequests?: number }): void;
  as(user: string): Desk;
  copyFile(): Promise<Desk>;
  stores(): Stores;
  save(path: string): Promise<void>;
  close(): Promise<void>;
}
/* eslint-enable @typescript-eslint/no-explicit-any */

const SCRIPT = `
  function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Ask', 'ask').addToUi(); }
  function ask() { var ui = SpreadsheetApp.getUi(); return String(ui.alert('T', 'Sure?', ui.ButtonSet.YES_NO)); }
  function work() {
    SpreadsheetApp.getActiveSpreadsheet().toast('done');
    MailApp.sendEmail('ada@example.com', 'S', 'B');
    PropertiesService.getUserProperties().setProperty('k', 'v');
    ScriptApp.newTrigger('ask').timeBased().after(60000).create();
    UrlFetchApp.fetch('https://api.toriihq.com/v1.0/orgs/my', { muteHttpExceptions: true });
    SpreadsheetApp.getActiveSheet().getRange(1, 1, 2, 2).setValues([['Id', 'Name'], [7, 'Slack']]);
    return [].slice.call(arguments);
  }
  function api(method, payload) { return { ok: true, value: { job: payload.job, state: 'done', method: method } }; }
`;

const folder = mkdtempSync(join(tmpdir(), 'contract-'));
let desk: ContractDesk;

beforeAll(async () => {
  const options: Required<
    Pick<DeskOptions, 'tenant' | 'now' | 'timeZone' | 'locale' | 'addOn' | 'user' | 'routes'>
  > = {
    tenant: { seed: 2, apps: 3, contracts: 2, users: 4 },
    now: '2026-11-23T09:00:00.000Z',
    timeZone: 'Europe/Berlin',
    locale: 'de_DE',
    addOn: 'bound',
    user: 'grace@example.com',
    routes: {},
  };
  desk = await openDesk({ ...options, bundle: SCRIPT });
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

test('runs menus, functions, api and jobs', async () => {
  expect(desk.menuTree()).toMatchObject([{ label: 'M', children: [{ label: 'Ask', fn: 'ask' }] }]);
  desk.answer('YES', { text: 'x' }, 'cancel');
  expect(await desk.menu('M', 'Ask')).toMatchObject({ ok: true, value: 'YES', function: 'ask' });
  expect(desk.dialogs).toMatchObject([{ title: 'T', text: 'Sure?' }]);
  const { ok, value, error, seconds, outcome } = await desk.call('work', 1, 'a');
  expect({ ok, value, error, outcome }).toEqual({
    ok: true,
    value: [1, 'a'],
    error: undefined,
    outcome: 'completed',
  });
  expect(seconds).toBeGreaterThan(0);
  expect(await desk.api('m', { job: 'j' })).toEqual({ job: 'j', state: 'done', method: 'm' });
  expect(await desk.run('j')).toMatchObject({ method: 'step', state: 'done' });
});

test('shows what happened', async () => {
  expect(desk.toasts).toEqual(['done']);
  expect(desk.mails).toMatchObject([{ to: 'ada@example.com', subject: 'S', body: 'B' }]);
  expect(desk.triggers()).toMatchObject([{ handler: 'ask' }]);
  expect(desk.stores()).toEqual({ user: { k: 'v' }, document: {}, script: {} });
  expect(desk.requests).toMatchObject([
    { method: 'GET', url: 'https://api.toriihq.com/v1.0/orgs/my', status: 401, body: '' },
  ]);
  const [request] = desk.requests;
  expect(request?.at).toBeGreaterThan(desk.clock.now().getTime() - 60_000);
  expect(request?.bytes).toBeGreaterThan(0);
  expect(typeof request?.headers).toBe('object');
  expect(desk.serviceCalls['Range.setValues']).toBe(1);
  expect(desk.executions.map(({ function: fn }) => fn)).toEqual(['onOpen', 'ask', 'work', 'api', 'api']);
  expect(await desk.clock.advance({ days: 0, hours: 0, minutes: 2 })).toMatchObject([{ function: 'ask' }]);
});

test('a tab reads and changes', async () => {
  const tab = desk.tab('Sheet1');
  expect([tab.header(), tab.rows()]).toEqual([['Id', 'Name'], [{ Id: 7, Name: 'Slack' }]]);
  await tab.type('B2', '1,5');
  expect([tab.values()[1], tab.display()[1]]).toEqual([
    [7, 1.5],
    ['7', '1,5'],
  ]);
  await tab.set(7, 'Name', 'Zoom');
  tab.insertColumn(2, 'Mine', ['=A2*2']);
  tab.moveColumn(2, 3);
  tab.renameHeader('Name', 'App');
  tab.sort('App', true);
  expect(tab.formulas()[1]).toEqual(['', '', '=A2*2']);
  expect(tab.notes()[0]).toEqual(['', '', '']);
  tab.deleteColumn('Mine');
  tab.deleteRow(7);
  tab.rename('Apps');
  expect(tab.values()).toEqual([['Id', 'App']]);
  expect(tab.charts()).toEqual([]);
  expect([desk.tabs(), desk.tabs({ hidden: true })]).toEqual([['Apps'], ['Apps']]);
});

test('both servers take edits, faults and options', async () => {
  for (const server of [desk.torii, desk.zluri]) {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+/);
    expect(server.apiKey).not.toBe('');
    const { apps, contracts, users } = server.data;
    expect([apps.length, contracts.length, users.length]).toEqual([3, 2, 4]);
    server.options({ revokeKey: true });
  }
  desk.torii.edit('apps', 99_999, { name: 'New' });
  expect(desk.torii.data.apps).toHaveLength(4);
  desk.torii.edit('apps', 99_999, { name: 'Newer' });
  desk.torii.edit('apps', 99_999, null);
  expect(desk.torii.data.apps).toHaveLength(3);
  const rule: Required<FaultRule> = {
    ...{ match: /orgs/, times: 1, after: 0, status: 503, retryAfter: 2 },
    ...{ delayMs: 5, cut: false, body: 'down', repeatCursor: false },
  };
  desk.torii.fault(rule);
  await desk.call('work');
  expect(desk.requests.at(-1)).toMatchObject({ status: 503 });
});

test('dies, is shared, copied, saved and opened again', async () => {
  desk.kill({ afterServiceCalls: 1 });
  expect((await desk.call('work')).outcome).toBe('killed');
  desk.kill({ afterRequests: 1 });
  expect((await desk.call('work')).outcome).toBe('killed');
  expect(desk.as('ada@example.com').stores().user).toEqual({});
  const copy = await desk.copyFile();
  expect(copy.tabs()).toEqual(['Apps']);
  await copy.close();
  const path = join(folder, 'book.xlsx');
  await desk.save(path);
  expect(existsSync(path)).toBe(true);
  const again = await openDesk({ workbook: path, bundle: SCRIPT, tenant: { apps: 1 } });
  expect(again.tab('Apps').header()).toEqual(['Id', 'Name']);
  await again.close();
});
