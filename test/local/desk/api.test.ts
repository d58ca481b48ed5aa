import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { copyOfArgument } from '../../../local/desk/script-run';
import { opened } from './opened';

const SCRIPT = `
  function api(method, payload) {
    if (method === 'echo') return { ok: true, value: payload };
    if (method === 'refuse') return { ok: false, error: { code: 'NOT_YET', what: 'Not yet.', next: 'Wait.', retry: 'later' } };
    if (method === 'date') return { ok: true, value: new Date(0) };
    if (method === 'function') return { ok: true, value: { f: function () {} } };
    if (method === 'step') return { ok: true, value: step(payload.job) };
    throw new Error('broken');
  }
  function step(job) {
    var store = PropertiesService.getDocumentProperties();
    var at = Number(store.getProperty(job)) + 1;
    store.setProperty(job, String(at));
    if (job === 'bad' && at === 2) return { job: job, state: 'failed', error: { code: 'X' } };
    if (at === 3) return { job: job, state: 'done', result: new Date().toISOString() };
    if (at === 2) return { job: job, state: 'waiting', waiting: { until: new Date(Date.now() + 3600000).toISOString() } };
    return { job: job, state: 'running' };
  }
  function private_() {}
  function get(url) { return UrlFetchApp.fetch(url, { muteHttpExceptions: true }).getContentText(); }
`;

test('an answer is unwrapped; a refusal is an error with its code and advice', async () => {
  const desk = await opened(SCRIPT);
  expect(await desk.api('echo', { a: [1, 'x', null, true] })).toStrictEqual({ a: [1, 'x', null, true] });
  expect(await desk.api('echo')).toStrictEqual({});
  await expect(desk.api('refuse')).rejects.toMatchObject({
    message: 'Not yet.',
    code: 'NOT_YET',
    next: 'Wait.',
    retry: 'later',
  });
  await expect(desk.api('other')).rejects.toMatchObject({ code: 'FAILED', message: 'api failed: broken' });
});

// Google: legal arguments and return values. https://developers.google.com/apps-script/guides/html/communication
describe('the rules of google.script.run', () => {
  test('dates, functions and cycles fail the request', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(() => copyOfArgument({ at: new Date() })).toThrow('illegal value in property: at (Date)');
    expect(() => copyOfArgument([() => 1])).toThrow('illegal value in property: 0 (function)');
    expect(() => copyOfArgument(cycle)).toThrow('illegal value in property: self (a cycle)');
    expect(() => copyOfArgument(new Map())).toThrow('Map');
  });

  test('undefined becomes null in arrays and is left out of objects', () => {
    expect(copyOfArgument({ a: undefined, b: [undefined] })).toStrictEqual({ b: [null] });
  });

  test('the same holds for what the function returns', async () => {
    const desk = await opened(SCRIPT);
    await expect(desk.api('date')).rejects.toThrow('not a supported return type');
    await expect(desk.api('function')).rejects.toThrow('not a supported return type');
  });

  test('names that end in an underscore are private', async () => {
    const desk = await opened(SCRIPT);
    await expect(desk.scriptRun('private_')).rejects.toThrow('google.script.run.private_ is not a function');
  });
});

test('run drives a job to its end and lets time pass where it waits', async () => {
  const desk = await opened(SCRIPT);
  const started = desk.clock.now().getTime();
  expect(await desk.run('good')).toMatchObject({ state: 'done' });
  expect(desk.clock.now().getTime() - started).toBeGreaterThan(3_600_000);
  expect(await desk.run('bad')).toMatchObject({ state: 'failed', error: { code: 'X' } });
});

test('run goes on after a step that was killed', async () => {
  const desk = await opened(SCRIPT);
  desk.kill({ afterServiceCalls: 2 });
  expect(await desk.run('good')).toMatchObject({ state: 'done' });
  expect(desk.executions.map(({ outcome }) => outcome)).toContain('killed');
});

test('requests are logged as the script asked for them; routes send a host elsewhere', async () => {
  const server = createServer((request, response) => response.end(`it was ${String(request.url)}`)).listen(0);
  const { port } = server.address() as AddressInfo;
  const desk = await opened(SCRIPT, { routes: { 'api.example.com': `http://127.0.0.1:${String(port)}` } });
  expect((await desk.call('get', 'https://api.example.com/a?b=1')).value).toBe('it was /a?b=1');
  expect(desk.requests).toMatchObject([{ method: 'GET', url: 'https://api.example.com/a?b=1', status: 200 }]);
  server.close();
});

test('the Torii server answers under its own host name', async () => {
  const desk = await opened(SCRIPT);
  await desk.call('get', 'https://api.toriihq.com/v1.0/orgs/my');
  expect(desk.requests).toMatchObject([{ status: 401 }]);
});

test('the Zluri server answers under its own host name', async () => {
  const desk = await opened(SCRIPT);
  await desk.call('get', 'https://api-ext.zluri.com/v2/organization');
  expect(desk.requests).toMatchObject([{ status: 401 }]);
  expect(desk.zluri.data.apps.length).toBeGreaterThan(0);
});
