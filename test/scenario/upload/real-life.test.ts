/** Uploads to platforms that answer otherwise than their pages promise: in other words, late, or with trouble after the work is done. */
import { connectedDesk, type Job } from '../desks';
import { csv, pasteTab } from './pasted-tab';
import { CUSTOM, instanceDesk, lines, membersDesk, sent } from './sending';

const USERS = csv(`
  Unique ID,Email,Name
  u1,ann@example.com,Ann Lee
  u2,bob@example.com,Bob Ray
`);

const SYNC = 'PUT /v1.0/services/sync/custom';
const SDK = '/v2/integrations-sync';

/** More than what goes by form. */
const LARGE = [
  ['Email', 'First Name'],
  ...Array.from({ length: 80 }, (_, at) => [`person${at}@example.com`, `${at} ${'x'.repeat(40_000)}`]),
];

describe('Torii', () => {
  test.each([
    ['creates are answered with 201', { madeStatus: 201 }],
    ['ids come as text', { idsAsText: true }],
    ['an accepted sync has no body', { emptySyncAnswer: true }],
  ])('%s', async (_, options) => {
    const { on, account } = await membersDesk();
    on.torii.options(options);
    expect(await sent(on, CUSTOM, { place: account })).toMatchObject({ state: 'done' });
    expect(on.torii.data.syncs).toHaveLength(1);
  });

  test.each([
    [408, 0],
    [500, 0],
    [502, 4],
    [503, 0],
    [524, 0],
  ])('a sync that began is answered with %i, the audit log being %i minutes late', async (status, late) => {
    const { on, account } = await membersDesk();
    on.torii.options({ auditMinutes: late });
    on.torii.fault({ match: SYNC, status, works: true });
    expect(await sent(on, CUSTOM, { place: account })).toMatchObject({ state: 'done' });
    expect(on.torii.data.syncs).toHaveLength(1);
    expect((await lines(on))[0]?.outcome).toContain('its audit log shows that it began');
  });

  test('a sync that did not begin is answered with 500: it is sent again', async () => {
    const { on, account } = await membersDesk();
    on.torii.fault({ match: SYNC, status: 500 });
    expect(await sent(on, CUSTOM, { place: account })).toMatchObject({ state: 'done' });
    expect(on.torii.data.syncs).toHaveLength(1);
  });

  test('a sync of another account keeps the whole organisation busy: it is waited for', async () => {
    const { on, account } = await membersDesk();
    on.torii.options({ syncsAtOnce: 'organisation', syncMinutes: 10 });
    expect(await sent(on, CUSTOM, { place: account })).toMatchObject({ state: 'done' });
    const [, other] = on.torii.data.appAccounts as { id: number }[];
    expect(await sent(on, CUSTOM, { place: String(other?.id) })).toMatchObject({ state: 'done' });
    expect(on.torii.data.syncs).toHaveLength(2);
  });

  test('the storage leads elsewhere, or its address is refused: another one is asked for, and none is kept', async () => {
    const { on, account } = await membersDesk(LARGE);
    on.torii.fault({ match: /^PUT \/\d+\/users\.json/, status: 307 });
    on.torii.fault({ match: /^PUT \/\d+\/users\.json/, status: 403, after: 1 });
    expect(await sent(on, CUSTOM, { place: account })).toMatchObject({ state: 'done' });
    expect(on.torii.data.syncs).toHaveLength(1);
    const addresses = on.requests.filter(({ url }) => url.includes('X-Amz-Signature'));
    expect(addresses).toHaveLength(3);
    const cells = on.tabs({ hidden: true }).map((name) => JSON.stringify(on.tab(name).rows()));
    const { document, script } = on.stores();
    const told = JSON.stringify([document, script, cells, on.executions]);
    expect(told).not.toContain('X-Amz-Signature');
    expect(told).not.toContain(on.torii.apiKey);
  }, 60_000);

  test('a key that expires while expenses are read: Torii has them, and nothing is sent twice', async () => {
    const on = await connectedDesk();
    await pasteTab(
      on,
      'Card',
      csv(`
        Date,Description,Amount,Currency
        2026-01-05,Figma,12.50,USD
      `),
    );
    on.torii.fault({ match: 'GET /v1.0/parsings', status: 401 });
    const job = await sent(on, 'torii.expenses', {}, 'Card');
    expect(job).toMatchObject({ state: 'done', result: { outcome: 'taken' } });
    expect((await lines(on))[0]?.outcome).toMatch(/does not accept this API key.*before it is sent again/);
  });
});

describe('Zluri', () => {
  test.each([
    ['words of prose, and no times', { syncWords: 'prose', syncTimes: false }],
    ['answers one level down', { singleShape: 'data', itemsKey: 'data', totalKey: 'none' }],
    [
      'other names',
      { singleShape: 'item', itemsKey: 'results', totalKey: 'meta.total', errorShape: 'error' },
    ],
    ['details without pages', { syncPages: false, singleShape: 'data' }],
    ['finish by POST', { finishMethod: 'post' }],
  ])('%s', async (_, options) => {
    const { on, instance } = await instanceDesk({ Members: USERS });
    on.zluri.options(options);
    expect(await sent(on, 'zluri.users', { place: instance })).toMatchObject({ state: 'done' });
    expect(on.zluri.data.syncs).toMatchObject([{ status: 'completed' }]);
  });

  test.each([
    ['start', `POST ${SDK}/instances/`, 408, {}],
    ['start', `POST ${SDK}/instances/`, 502, { syncPages: false }],
    ['start', `POST ${SDK}/instances/`, 500, { syncWords: 'prose', syncTimes: false }],
    ['page', /^POST .*\/snapshot-data/, 408, {}],
    ['finish', /^PUT .*\/finish/, 408, {}],
    ['finish', /^PUT .*\/finish/, 502, { syncPages: false }],
    ['finish', /^PUT .*\/finish/, 500, { syncWords: 'prose', syncTimes: false }],
  ])('a %s that worked (%s) is answered with %i', async (_, match, status, options) => {
    const { on, instance } = await instanceDesk({ Members: USERS });
    on.zluri.options(options);
    on.zluri.fault({ match, status, works: true });
    expect(await sent(on, 'zluri.users', { place: instance })).toMatchObject({ state: 'done' });
    expect(on.zluri.data.syncs).toMatchObject([{ status: 'completed', pages: [{ page_number: 1 }] }]);
  });

  test('a sync that somebody left open is found behind a hundred others, whatever it is called', async () => {
    const { on, instance } = await instanceDesk({ Members: USERS });
    on.zluri.options({ syncWords: 'prose', syncTimes: false });
    const syncs = on.zluri.data.syncs as object[];
    const idOf = (at: number): string => at.toString(16).padStart(24, '0');
    for (let at = 0; at < 120; at += 1) {
      const status = at === 0 ? 'started' : 'aborted';
      const times = { started_at: '2026-01-01T00:00:00.000Z', finished_at: null };
      syncs.push({ sync_id: idOf(at), instance_id: instance, status, ...times, pages: [], showsAt: null });
    }
    const refused = await sent(on, 'zluri.users', { place: instance });
    expect(refused).toMatchObject({ state: 'failed', error: { code: 'SYNC_OPEN' } });
    const aborted = await sent(on, 'zluri.users', { place: instance, openSync: 'abort' });
    expect(aborted).toMatchObject({ state: 'done' });
    const states = (syncs as { sync_id: string; status: string }[]).filter(
      ({ status }) => status !== 'aborted',
    );
    expect(states).toMatchObject([{ status: 'completed' }]);
  });

  test('an instance that is not connected says why', async () => {
    const { on, instance } = await instanceDesk({ Members: USERS });
    on.zluri.edit('instances', instance, { status: 'not-connected' });
    const job: Job = await sent(on, 'zluri.users', { place: instance });
    expect(job).toMatchObject({ state: 'failed', error: { what: expect.stringContaining('not connected') } });
    expect(on.zluri.data.syncs).toEqual([]);
  });
});
