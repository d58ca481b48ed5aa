/** Pushes as the sidebar drives them, and tabs as a person edits them by row id and field key. */
import { openDesk, type Desk, type DeskOptions } from '../../../local/desk';
import { cellName } from '../../../local/runtime/workbook/a1';
import type { Job } from '../desks';

export type Provider = 'torii' | 'zluri';
export type Id = string | number;
export type ServerRecord = Record<string, unknown>;
type Plain = string | number | boolean;

/** One line of a preview. */
export interface Item {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly action: 'update' | 'create' | 'delete';
  readonly field: string;
  readonly label: string;
  readonly from: Plain;
  readonly to: Plain;
  readonly live?: Plain;
  readonly kind: 'change' | 'conflict' | 'problem' | 'same';
  readonly message?: string;
}

export interface Preview {
  readonly plan: string;
  readonly purpose: 'push' | 'undo';
  readonly live: boolean;
  readonly madeBy: string;
  readonly counts: Readonly<
    Record<'rows' | 'cells' | 'conflicts' | 'problems' | 'same' | 'created' | 'deleted', number>
  >;
  readonly items: readonly Item[];
  readonly asksTwice?: string;
  readonly remarks: readonly string[];
}

export interface Push extends Omit<Job, 'result'> {
  readonly result?: Readonly<
    Record<
      'sent' | 'records' | 'created' | 'deleted' | 'failed' | 'unknown' | 'conflicts' | 'skipped',
      number
    >
  > & { readonly failures: readonly { id: string; row: number; field: string; message: string }[] };
}

export interface JournalLine {
  readonly plan: string;
  readonly at: string;
  readonly who: string;
  readonly preparedBy: string;
  readonly id: string;
  readonly action: Item['action'];
  readonly field: string;
  readonly before: Plain;
  readonly after: Plain;
  readonly outcome: string;
  readonly detail: string;
}

export interface Choice {
  readonly exclude?: readonly { id: string; field: string }[];
  readonly overwrite?: readonly { id: string; field: string }[];
  readonly confirmed?: boolean;
}

export const TENANT = { seed: 7, apps: 12, contracts: 8, users: 10 };

/** A desk that is connected and has pulled a tab; the caller closes it. */
export async function pulledDesk(
  provider: Provider,
  resource: string,
  { prepare, ...more }: { fields?: readonly string[]; prepare?: (desk: Desk) => void } & DeskOptions = {},
): Promise<Desk> {
  const { fields, ...options } = more;
  const desk = await openDesk({
    now: '2026-03-02T09:00:00Z',
    timeZone: 'Europe/Berlin',
    tenant: TENANT,
    ...options,
  });
  await desk.api('connect', { provider, apiKey: desk[provider].apiKey });
  // The lists of Zluri are asked for without what is archived.
  for (const app of desk.zluri.data.apps) app.app_archive = false;
  for (const user of desk.zluri.data.users) user.user_archive = false;
  prepare?.(desk);
  await pulled(desk, provider, resource, fields);
  return desk;
}

/** Pulls to the end, with what follows. @throws where the pull does not end well */
export async function pulled(
  desk: Desk,
  provider: Provider,
  resource: string,
  fields?: readonly string[],
): Promise<Record<string, unknown>> {
  const payload = { provider, resource, ...(fields === undefined ? {} : { fields }) };
  const { job } = (await desk.api('pull', payload)) as { job: string };
  const { state, result, error } = (await desk.run(job)) as Job;
  if (state !== 'done') throw new Error(`The pull ended as ${state}: ${String(error?.what)}`);
  const { jobs } = (await desk.api('status')) as { jobs: { job: string }[] };
  for (const next of jobs) await desk.run(next.job);
  return result ?? {};
}

export function preview(desk: Desk, tab: string, more: object = {}): Promise<Preview> {
  return desk.api('preview', { tab, ...more }) as Promise<Preview>;
}

/** Sends a plan and drives the job to its end, as the open sidebar does. */
export async function apply(desk: Desk, plan: string, choice: Choice = {}): Promise<Push> {
  const { job } = (await desk.api('apply', { plan, ...choice })) as { job: string };
  return (await desk.run(job)) as Push;
}

/** Previews a tab and sends all that can be sent. */
export async function push(desk: Desk, tab: string, choice: Choice = {}): Promise<Push> {
  return apply(desk, (await preview(desk, tab)).plan, choice);
}

/** Every line of one push, or of all, the newest first. */
export function journal(desk: Desk, plan?: string): Promise<readonly JournalLine[]> {
  return desk.api('journal', plan === undefined ? {} : { plan }) as Promise<readonly JournalLine[]>;
}

/** The header of the column of a field, or of one that is headed so. */
export function labelOf(desk: Desk, tab: string, key: string): string {
  const header = desk.tab(tab).header();
  const at = (desk.tab(tab).notes()[0] ?? []).findIndex((note) => note.endsWith(`\nsaas-ledger: ${key}`));
  const label = at < 0 ? header.find((each) => each === key) : header[at];
  if (label === undefined) throw new Error(`“${tab}” has no column of “${key}”: ${header.join(', ')}.`);
  return label;
}

/** Types texts into the row of a record, as a person does. */
export async function edit(
  desk: Desk,
  tab: string,
  id: Id,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [key, text] of Object.entries(texts)) {
    await desk.tab(tab).set(id, labelOf(desk, tab, key), text);
  }
}

/** Types a new row below the others. @returns its number in the tab */
export async function addRow(
  desk: Desk,
  tab: string,
  texts: Readonly<Record<string, string>>,
): Promise<number> {
  const row = desk.tab(tab).values().length + 1;
  for (const [key, text] of Object.entries(texts)) {
    const column =
      desk
        .tab(tab)
        .header()
        .indexOf(labelOf(desk, tab, key)) + 1;
    await desk.tab(tab).type(cellName(row, column), text);
  }
  return row;
}

/** The row of a record by field key or label; undefined where the tab has none. */
export function rowOf(desk: Desk, tab: string, id: Id): Record<string, unknown> | undefined {
  return desk
    .tab(tab)
    .rows()
    .find((row) => String(row.ID) === String(id));
}

export function cell(desk: Desk, tab: string, id: Id, key: string): unknown {
  return rowOf(desk, tab, id)?.[labelOf(desk, tab, key)];
}

/** What the Status column says of a record. */
export function statusOf(desk: Desk, tab: string, id: Id): unknown {
  return cell(desk, tab, id, '$status');
}

const ID_KEYS: Readonly<Record<Provider, Readonly<Record<string, string>>>> = {
  torii: {},
  zluri: { apps: 'app_id', users: 'user_id', contracts: 'contract_id', appUsers: 'user_app_id' },
};

export function records(desk: Desk, provider: Provider, resource: string): ServerRecord[] {
  return desk[provider].data[resource] as ServerRecord[];
}

/** The id of the nth record that the platform has. */
export function nthId(desk: Desk, provider: Provider, resource: string, n: number): Id {
  const record = records(desk, provider, resource)[n];
  const id = record?.[ID_KEYS[provider][resource] ?? 'id'];
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error(`There is no record ${String(n)}.`);
  return id;
}

/** Everybody whom the platform knows. */
export function people(desk: Desk, provider: Provider): { id: unknown; email: string }[] {
  const isTorii = provider === 'torii';
  return records(desk, provider, 'users').map((user) => ({
    id: user[isTorii ? 'id' : 'user_id'],
    email: String(user[isTorii ? 'email' : 'user_email']),
  }));
}

/** What the platform has of a record; undefined where it has none. */
export function remote(desk: Desk, provider: Provider, resource: string, id: Id): ServerRecord | undefined {
  const key = ID_KEYS[provider][resource] ?? 'id';
  return records(desk, provider, resource).find((record) => String(record[key]) === String(id));
}

const WRITES = /^(PUT|PATCH|DELETE) |^POST (\/v1\.0\/|.*\/add-)/;

/** “PUT /v1.0/apps/1000”: the requests since so many that would change something. */
export function writes(desk: Desk, since = 0): string[] {
  return desk.requests
    .slice(since)
    .map(({ method, url }) => `${method} ${new URL(url).pathname}`)
    .filter((line) => WRITES.test(line));
}

/** A tab after which nothing is left to do: a refresh finds nothing, and neither does a preview. */
export async function expectSettled(
  desk: Desk,
  provider: Provider,
  resource: string,
  tab: string,
): Promise<void> {
  expect(await pulled(desk, provider, resource)).toMatchObject({ pending: 0, conflicts: 0 });
  const { items } = await preview(desk, tab);
  expect(items).toEqual([]);
}
