/** Opens Zluri servers for tests, speaks to them over real HTTP, and closes them after each test. */
import type { FakeServer } from '../../../../local/servers/fake-server';
import { openZluriServer } from '../../../../local/servers/zluri/server';
import type { ZluriServerOptions } from '../../../../local/servers/zluri/server';

// Bodies are read with the freedom of JSON; a wrong shape fails the expectation on it.
type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

export interface ZluriClient {
  readonly server: FakeServer;
  /** Virtual time; tests move it. */
  readonly clock: { time: number };
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown): Promise<Reply>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  /** All pages of a list of POST, from page 0 to the first empty one. */
  all(path: string, body?: unknown): Promise<Json[]>;
}

/** The moment at which the clocks of tests start. */
export const NOW = Date.UTC(2026, 5, 1);

const open: FakeServer[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

export async function zluriClient(tenant: ZluriServerOptions['tenant'] = {}): Promise<ZluriClient> {
  const clock = { time: NOW, now: () => clock.time };
  const server = await openZluriServer({ clock, tenant });
  open.push(server);
  const send: ZluriClient['send'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { 'api-key': server.apiKey, 'Content-Type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  const post: ZluriClient['post'] = (path, body = {}) => send('POST', path, body);
  return {
    server,
    clock,
    send,
    post,
    get: (path) => send('GET', path),
    async all(path, body) {
      const rows: Json[] = [];
      for (let page = 0; ; page += 1) {
        const { items } = (await post(`${path}?page=${page}&page_size=100`, body)).body;
        if (items.length === 0) return rows;
        rows.push(...items);
      }
    },
  };
}

export const texts = (rows: Json[], key: string) => rows.map((row) => row[key]);
