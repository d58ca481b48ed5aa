/** Opens Torii servers for tests, speaks to them over real HTTP, and closes them after each test. */
import type { FakeServer } from '../../../../local/servers/fake-server';
import { openToriiServer } from '../../../../local/servers/torii/server';
import type { ToriiServerOptions } from '../../../../local/servers/torii/server';

// Bodies are read with the freedom of JSON; a wrong shape fails the expectation on it.
type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** An answer of the bucket. */
export interface Stored {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

export interface ToriiClient {
  readonly server: FakeServer;
  /** Virtual time; tests move it. */
  readonly clock: { time: number };
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  /** With X-API-Version 1.0. */
  getOld(path: string): Promise<Reply>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** Uploads by form, `type` first. */
  upload(name: string, content: string, type?: string): Promise<Reply>;
  /** To an address in the bucket, as the desk routes it. */
  store(method: string, address: string, body?: string, headers?: Record<string, string>): Promise<Stored>;
  /** All pages of a list, read by its cursors. */
  all(path: string, key: string): Promise<Json[]>;
}

const open: FakeServer[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

export async function toriiClient(tenant: ToriiServerOptions['tenant'] = {}): Promise<ToriiClient> {
  const clock = { time: Date.UTC(2026, 5, 1), now: () => clock.time };
  const server = await openToriiServer({ clock, tenant });
  open.push(server);
  const send: ToriiClient['send'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${server.url}/v1.0${path}`, {
      method,
      headers: { Authorization: `Bearer ${server.apiKey}`, 'X-API-Version': '1.1', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  const get: ToriiClient['get'] = (path, headers) => send('GET', path, undefined, headers);
  return {
    server,
    clock,
    send,
    get,
    async upload(name, content, type = 'customIntegrationData') {
      const form = new FormData();
      form.append('type', type);
      form.append('file', new Blob([content], { type: 'application/json' }), name);
      const response = await fetch(`${server.url}/v1.0/files/upload`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${server.apiKey}` },
        body: form,
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    async store(method, address, body, headers = {}) {
      const { host, pathname, search } = new URL(address);
      const response = await fetch(`${server.hosts?.[host]}${pathname}${search}`, {
        method,
        headers,
        redirect: 'manual',
        ...(body === undefined ? {} : { body }),
      });
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        text: await response.text(),
      };
    },
    getOld: (path) => get(path, { 'X-API-Version': '1.0' }),
    async all(path, key) {
      const rows: Json[] = [];
      let cursor: string | null | undefined;
      do {
        const { body } = await get(cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path);
        rows.push(...body[key]);
        cursor = body.nextCursor;
      } while (cursor);
      return rows;
    },
  };
}

/** JSON in a query parameter. */
export const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));
