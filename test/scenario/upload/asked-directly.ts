/** What the local servers say of the rows of a tab when a hasty client sends them just as they are, over real HTTP. */
import { toriiClient, type ToriiClient } from '../../local/servers/torii/torii-client';
import { zluriClient } from '../../local/servers/zluri/zluri-client';
import type { Cell, Field } from './random-rows';

export interface Rows {
  readonly target: string;
  readonly fields: readonly Field[];
  /** Below the header. */
  readonly cells: readonly (readonly Cell[])[];
}

export interface Platform {
  /** By part, the places of the rows that the platform refuses, from 0. */
  refused(parts: readonly Rows[]): Promise<readonly ReadonlySet<number>[]>;
  /** Whether it takes the files of an upload as they are; `entity` is '' for a file. */
  takes(
    target: string,
    files: readonly { readonly entity: string; readonly text: string }[],
  ): Promise<boolean>;
}

type Values = Record<string, unknown>;

/** Far enough from each other for any rate. */
const BETWEEN_MS = 2_000;

/** A row by the keys of its fields, empty cells left out. */
function valuesOf(fields: readonly Field[], cells: readonly Cell[]): Values {
  const filled = fields.flatMap((field, at) => {
    const cell = cells[at] ?? '';
    return cell === '' ? [] : [[field.key, valueOf(field, cell)] as const];
  });
  return Object.fromEntries(filled);
}

/** Lists are cut at commas, dates written as JSON has them. */
function valueOf({ type }: Field, cell: Cell): unknown {
  if (type === 'list') return String(cell).split(',');
  return cell instanceof Date && type === 'day' ? cell.toISOString().slice(0, 10) : cell;
}

const USER_KEYS = [
  'id',
  'email',
  'firstName',
  'lastName',
  'status',
  'externalStatus',
  'roles',
  'lastUsedDate',
];

/** One person as a file of Torii's custom integration. */
function personFile(values: Values): string {
  const { email, licenses = [], licenseStatus, pricePerUser, unassignedAmount } = values;
  const user = Object.fromEntries(USER_KEYS.flatMap((key) => (key in values ? [[key, values[key]]] : [])));
  const holder = { email, ...(licenseStatus === undefined ? {} : { licenseStatus }) };
  const terms = {
    ...(pricePerUser === undefined ? {} : { pricePerUser }),
    ...(unassignedAmount === undefined ? {} : { unassignedAmount }),
  };
  const held = (licenses as string[]).map((name) => ({ name, ...terms, users: [holder] }));
  return JSON.stringify({ users: [user], ...(held.length === 0 ? {} : { licenses: held }) });
}

function csvFile(fields: readonly Field[], cells: readonly Cell[]): string {
  const line = (texts: readonly string[]) => texts.map((text) => `"${text.replace(/"/g, '""')}"`).join(',');
  const texts = fields.map((field, at) => {
    const cell = cells[at] ?? '';
    return cell instanceof Date ? cell.toISOString().slice(0, field.type === 'day' ? 10 : 24) : String(cell);
  });
  return `${line(fields.map(({ key }) => key))}\r\n${line(texts)}\r\n`;
}

export async function toriiDirectly(): Promise<Platform> {
  const client = await toriiClient();
  client.server.options({ syncMinutes: 0, parsingSeconds: 0 });
  const [account] = client.server.data.appAccounts as { id: number }[];
  const takes = (target: string, text: string): Promise<boolean> => {
    client.clock.time += BETWEEN_MS;
    return target === 'torii.expenses'
      ? isParsed(client, text)
      : isSynced(client, target, text, Number(account?.id));
  };
  return {
    takes: (target, [file]) => takes(target, file?.text ?? ''),
    async refused([rows]) {
      const refused = new Set<number>();
      const { target = '', fields = [], cells = [] } = rows ?? {};
      for (const [at, row] of cells.entries()) {
        const isPeople = target === 'torii.customIntegration';
        const text = isPeople ? personFile(valuesOf(fields, row)) : csvFile(fields, row);
        if (!(await takes(target, text))) refused.add(at);
      }
      return [refused];
    },
  };
}

async function isSynced(
  client: ToriiClient,
  target: string,
  text: string,
  idAppAccount: number,
): Promise<boolean> {
  const [name, path] = target === 'torii.gluu' ? ['users.csv', 'gluu'] : ['users.json', 'custom'];
  const { id: idFile } = (await client.upload(name, text)).body as { id: number };
  const { status } = await client.send('PUT', `/services/sync/${path}`, { idFile, idAppAccount });
  return status === 200;
}

async function isParsed(client: ToriiClient, text: string): Promise<boolean> {
  const { id: idFile } = (await client.upload('expenses.csv', text, 'expenseReport')).body as { id: number };
  const { body } = await client.send('PUT', '/parsings/automatic', { idFile });
  client.clock.time += BETWEEN_MS;
  const parsing = await client.get(`/parsings/${String(body.id)}`);
  return parsing.body.parse.status === 'parsed_successfully';
}

const BASE = '/v2/integrations-sync';
const INCREMENTAL = new Set(['user_activity', 'transactions', 'contracts']);
const entityOf = (target: string): string => target.slice('zluri.'.length);

export async function zluriDirectly(): Promise<Platform> {
  const client = await zluriClient();
  const { apps, users } = client.server.data;
  const address: string = users[0].user_email;
  const instance = await client.post(`${BASE}/instances`, {
    app_id: apps[0].app_id,
    instance_name: 'Directly',
    notification_emails: [address],
    created_by: address,
  });
  const send = (path: string, body: object, method = 'POST') => {
    client.clock.time += BETWEEN_MS;
    return client.send(method, `${BASE}${path}`, body);
  };
  const begin = async (): Promise<string> =>
    (await send(`/instances/${String(instance.body.instance_id)}/syncs`, {})).body.sync_id;
  const page = async (
    sync_id: string,
    entity_name: string,
    data: unknown,
    page_number = 1,
  ): Promise<boolean> => {
    const kind = INCREMENTAL.has(entity_name) ? 'incremental' : 'snapshot';
    const { status } = await send(`/syncs/${sync_id}/${kind}-data`, {
      sync_id,
      entity_name,
      page_number,
      data,
    });
    return status === 200;
  };
  const finish = (sync: string) => send(`/syncs/${sync}/finish`, {}, 'PUT');
  return {
    async takes(_target, files) {
      const sync = await begin();
      for (const { entity, text } of files) if (!(await page(sync, entity, JSON.parse(text)))) return false;
      return (await finish(sync)).status === 200;
    },
    async refused(parts) {
      const sync = await begin();
      const refused = parts.map(() => new Set<number>());
      const left: number[][] = [];
      for (const [part, { target, fields, cells }] of parts.entries()) {
        const records = cells.map((row) => valuesOf(fields, row));
        const entity = entityOf(target);
        for (const [at, record] of records.entries())
          if (!(await page(sync, entity, [record]))) refused[part]?.add(at);
        const taken = records.flatMap((_, at) => (refused[part]?.has(at) ? [] : [at]));
        left.push(taken);
        await page(
          sync,
          entity,
          taken.map((at) => records[at]),
        );
      }
      const { body } = await finish(sync);
      for (const { entity_name, line } of (body.errors ?? []) as { entity_name: string; line: number }[]) {
        const part = parts.findIndex(({ target }) => entityOf(target) === entity_name);
        refused[part]?.add(left[part]?.[line - 1] ?? NaN);
      }
      return refused;
    },
  };
}
