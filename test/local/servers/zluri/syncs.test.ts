import { zluriClient } from './zluri-client';

const BASE = '/v2/integrations-sync';
const HOUR = 3_600_000;

// Records are written down with the freedom of JSON: wrong ones are what is tested.
type Row = Record<string, unknown>;

/** An instance with a sync that has begun. */
async function begun() {
  const client = await zluriClient();
  const { apps, users } = client.server.data;
  const [app, other] = apps;
  const user_email: string = users[0].user_email;
  const instance = await client.post(`${BASE}/instances`, {
    app_id: app.app_id,
    instance_name: 'Roster',
    notification_emails: [user_email],
    created_by: user_email,
  });
  const syncs = `${BASE}/instances/${instance.body.instance_id}/syncs`;
  const start = () => client.post(syncs);
  const { sync_id } = (await start()).body;
  const around = (id: string) => ({
    sync: `${BASE}/syncs/${id}`,
    snapshot: (entity_name: string, data: Row[], page_number = 1) =>
      client.post(`${BASE}/syncs/${id}/snapshot-data`, { sync_id: id, entity_name, page_number, data }),
    incremental: (entity_name: string, data: Row[], page_number = 1) =>
      client.post(`${BASE}/syncs/${id}/incremental-data`, { sync_id: id, entity_name, page_number, data }),
    finish: () => client.send('PUT', `${BASE}/syncs/${id}/finish`, {}),
    abort: () => client.send('PUT', `${BASE}/syncs/${id}/abort`, {}),
    details: async (query = '') => (await client.get(`${BASE}/syncs/${id}${query}`)).body,
  });
  return {
    ...client,
    ...around(sync_id),
    around,
    app,
    other,
    start,
    syncs,
    sync_id,
    instance: instance.body,
  };
}

const user = (n: number, more: Row = {}): Row => ({
  unique_id: `E-${n}`,
  email: `p${n}@new.example`,
  ...more,
});

describe('the life of a sync (Zluri: every-time-sync-flow)', () => {
  it('begins once at a time (Zluri: initinstancesync; body of 409 inferred)', async () => {
    const { start, syncs, get, sync_id } = await begun();
    const second = await start();
    expect([second.status, second.body]).toEqual([
      409,
      { errors: [{ msg: 'A sync is already running for this instance' }], code: 'SYNC_IN_PROGRESS' },
    ]);
    expect((await get(syncs)).body).toEqual({
      count: 1,
      items: [{ sync_id, status: 'started', started_at: '2026-06-01T00:00:00.000Z' }],
    });
  });

  it('does not begin while the instance is not connected (Zluri: sdk-migration-guide; status inferred)', async () => {
    const { start, abort, send, instance } = await begun();
    await abort();
    await send('PUT', `${BASE}/instances/${instance.instance_id}`, { status: 'not-connected' });
    expect((await start()).status).toBe(400);
  });

  it('takes pages, and tells what it has of them (Zluri: getsyncdetails; keys inferred)', async () => {
    const { snapshot, details, sync_id, server } = await begun();
    expect((await snapshot('users', [user(1)], 1)).status).toBe(200);
    expect((await snapshot('users', [user(2), user(3)], 2)).status).toBe(200);
    expect((await snapshot('users', [user(4), user(5)], 1)).status).toBe(200);
    const told = await details('?offset=0&limit=1');
    expect(told).toMatchObject({ sync_id, status: 'started', count: 2 });
    expect(told.items).toEqual([
      expect.objectContaining({ entity_name: 'users', page_number: 1, records: 2, status: 'valid' }),
    ]);
    const pages = server.data.syncs[0].pages;
    expect(pages.map((page: { data: Row[] }) => page.data.map((row) => row.unique_id))).toEqual([
      ['E-4', 'E-5'],
      ['E-2', 'E-3'],
    ]);
  });

  it('ends only with every page in (Zluri: troubleshooting, 403)', async () => {
    const { snapshot, finish, details } = await begun();
    expect((await finish()).status).toBe(403);
    await snapshot('users', [user(1)], 1);
    await snapshot('users', [user(3)], 3);
    const early = await finish();
    expect([early.status, early.body.message]).toEqual([403, expect.stringContaining('users page 2')]);
    expect((await details()).status).toBe('started');
    await snapshot('users', [user(2)], 2);
    const { status, body } = await finish();
    expect([status, body.status]).toEqual([200, 'completed']);
  });

  it('is read-only afterwards, and the next may begin (Zluri: finishsyncv2, killsync; status inferred)', async () => {
    const { snapshot, finish, abort, start, syncs, get } = await begun();
    await snapshot('users', [user(1)]);
    await finish();
    for (const again of [snapshot('users', [user(1)]), finish(), abort()])
      expect((await again).status).toBe(400);
    expect((await start()).status).toBe(201);
    const { items } = (await get(syncs)).body;
    expect(items.map((sync: { status: string }) => sync.status)).toEqual(['started', 'completed']);
    expect(items[1].finished_at).toBe('2026-06-01T00:00:00.000Z');
  });

  it('can be aborted, which discards what it holds (Zluri: killsync)', async () => {
    const { snapshot, abort, finish, start, server, clock } = await begun();
    await snapshot('users', [user(1)]);
    expect((await abort()).body.status).toBe('aborted');
    expect((await finish()).status).toBe(400);
    expect((await start()).status).toBe(201);
    clock.time += 4 * HOUR;
    expect(server.data.syncs[0].pages).toEqual([]);
    expect(server.data.users.some((each) => each.user_email === 'p1@new.example')).toBe(false);
  });

  it('is finished by the method that the options say (inferred either way)', async () => {
    const { snapshot, finish, sync, post, server } = await begun();
    await snapshot('users', [user(1)]);
    server.options({ finishMethod: 'post' });
    expect((await finish()).status).toBe(404);
    expect((await post(`${sync}/finish`)).status).toBe(200);
  });

  it('is unknown by another id', async () => {
    const { get, post } = await begun();
    expect((await get(`${BASE}/syncs/0123456789abcdef01234567`)).status).toBe(404);
    expect((await post(`${BASE}/instances/0123456789abcdef01234567/syncs`)).status).toBe(404);
  });
});

describe('pages of a sync (Zluri: uploadsnapshotdata, uploadincrementaldata)', () => {
  it('hold at most 1,000 records and count from 1', async () => {
    const { snapshot, server } = await begun();
    const many = (count: number) => Array.from({ length: count }, (_, i) => user(i));
    expect((await snapshot('users', many(1001))).status).toBe(400);
    expect((await snapshot('users', many(1), 0)).status).toBe(400);
    expect((await snapshot('users', many(1000))).status).toBe(200);
    expect(server.data.syncs[0].pages).toHaveLength(1);
  });

  it('go by the model of their entity (Zluri: data-entities)', async () => {
    const { snapshot, incremental } = await begun();
    expect((await incremental('users', [user(1)])).status).toBe(400);
    expect((await snapshot('transactions', [])).status).toBe(400);
    expect((await snapshot('people', [])).status).toBe(400);
  });

  it('name their sync: incremental ones must', async () => {
    const { post, sync } = await begun();
    const page = { entity_name: 'users', page_number: 1, data: [user(1)] };
    expect((await post(`${sync}/snapshot-data`, page)).status).toBe(200);
    expect((await post(`${sync}/snapshot-data`, { ...page, sync_id: 'another' })).status).toBe(400);
    const activity = { entity_name: 'user_activity', page_number: 1, data: [] };
    expect((await post(`${sync}/incremental-data`, activity)).status).toBe(400);
  });

  it('are refused as a whole for one wrong record, which is named (Zluri: troubleshooting, 422; body inferred)', async () => {
    const { snapshot, server } = await begun();
    const rows = Array.from({ length: 30 }, (_, i) => (i === 22 ? user(i, { email: 'p22' }) : user(i)));
    const { status, body } = await snapshot('users', rows);
    expect([status, body]).toEqual([
      422,
      { errors: [{ msg: 'email is not valid', param: 'data[22].email' }], code: 'SCHEMA_VALIDATION_FAILED' },
    ]);
    expect(server.data.syncs[0].pages).toEqual([]);
  });

  it.each<[string, string, Row, string]>([
    ['a missing id', 'users', { email: 'a@b.example' }, 'unique_id'],
    ['an empty id', 'users', user(1, { unique_id: '' }), 'unique_id'],
    ['a number as an id', 'users', user(1, { unique_id: 7 }), 'unique_id'],
    ['an unknown status', 'users', user(1, { status: 'deleted' }), 'status'],
    ['licences in one text', 'users', user(1, { license: 'Team' }), 'license'],
    ['a bare day', 'users', user(1, { last_used: '2026-05-01' }), 'last_used'],
    ['nothing as a date', 'users', user(1, { last_used: null }), 'last_used'],
    ['an unknown key', 'users', user(1, { Department: 'IT' }), 'Department'],
    ['a group without a name', 'groups', { unique_id: 'G-1' }, 'name'],
    ['a member without a group', 'group_users', { user_id: 'E-1' }, 'group_id'],
    ['activity without a moment', 'user_activity', user(1), 'last_used'],
    [
      'an amount as text',
      'transactions',
      {
        id: '1',
        transaction_date: '2026-05-01T00:00:00Z',
        transaction_description: 'x',
        transaction_amount: '5',
        transaction_currency: 'USD',
      },
      'transaction_amount',
    ],
    [
      'a moment for a day',
      'contracts',
      {
        unique_id: 'K',
        name: 'A',
        vendor_name: 'B',
        start_date: '2026-01-01T00:00:00Z',
        end_date: '2026-12-31',
      },
      'start_date',
    ],
    [
      'yes as a text',
      'contracts',
      {
        unique_id: 'K',
        name: 'A',
        vendor_name: 'B',
        start_date: '2026-01-01',
        end_date: '2026-12-31',
        auto_renews: 'yes',
      },
      'auto_renews',
    ],
  ])('are refused with %s (fields: upload-data of the old generation)', async (_, entity, row, field) => {
    const { snapshot, incremental } = await begun();
    const send = ['users', 'groups', 'group_users'].includes(entity) ? snapshot : incremental;
    const { status, body } = await send(entity, [row]);
    expect([status, body.errors]).toEqual([422, [{ msg: expect.any(String), param: `data[0].${field}` }]]);
  });
});

describe('references between entities (Zluri: data-entities, finishsyncv2)', () => {
  const groups = [{ unique_id: 'G-1', name: 'Design' }];

  it('are looked up over all pages of the sync', async () => {
    const { snapshot, incremental, finish } = await begun();
    await snapshot('users', [user(1)], 1);
    await snapshot('users', [user(2)], 2);
    await snapshot('groups', groups);
    await snapshot('group_users', [{ group_id: 'G-1', user_id: 'E-2' }]);
    await incremental('user_activity', [user(1, { last_used: '2026-05-01T10:00:00Z' })]);
    expect((await finish()).status).toBe(200);
  });

  it('that lead nowhere fail the sync, with entity, page and line (Zluri: understanding-notification-emails; body inferred)', async () => {
    const { snapshot, finish, details, start, clock, server } = await begun();
    await snapshot('users', [user(1)]);
    await snapshot('groups', groups);
    await snapshot('group_users', [{ group_id: 'G-1', user_id: 'E-1' }], 1);
    await snapshot(
      'group_users',
      [
        { group_id: 'G-1', user_id: 'E-1' },
        { group_id: 'G-1', user_id: 'E-9' },
      ],
      2,
    );
    const { status, body } = await finish();
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { msg: expect.any(String), param: 'user_id', entity_name: 'group_users', page_number: 2, line: 2 },
    ]);
    const told = await details();
    expect(told.status).toBe('failed');
    expect(told.items.map((page: Row) => [page.entity_name, page.page_number, page.status])).toEqual([
      ['users', 1, 'valid'],
      ['groups', 1, 'valid'],
      ['group_users', 1, 'valid'],
      ['group_users', 2, 'invalid'],
    ]);
    expect(told.items[3].error_report_url).toEqual(expect.any(String));
    expect((await start()).status).toBe(201);
    clock.time += 4 * HOUR;
    expect(server.data.users.some((each) => each.user_email === 'p1@new.example')).toBe(false);
  });

  it('need the other entity in the same sync', async () => {
    const { incremental, finish } = await begun();
    await incremental('user_activity', [user(1, { last_used: '2026-05-01T10:00:00Z' })]);
    expect((await finish()).status).toBe(422);
  });
});

describe('what a finished sync brings (Zluri: post-sync, getting-started)', () => {
  it('are the users of the app, some hours later; who is missing the next time is inactive', async () => {
    const { snapshot, incremental, finish, all, app, clock, start, around } = await begun();
    const path = `/v2/applications/${app.app_id}/users`;
    const ours = async () => {
      const rows = await all(path);
      return rows
        .filter((row) => row.user_email.endsWith('@new.example'))
        .map((row) => [row.user_email, row.user_app_status, row.user_app_last_used]);
    };
    await snapshot('users', [
      user(1, { role: 'editor', license: ['Team'] }),
      user(2, { status: 'suspended' }),
      user(3),
      user(3),
    ]);
    await incremental('user_activity', [user(3, { last_used: '2026-05-01T10:00:00Z' })]);
    await finish();
    clock.time += 3 * HOUR - 1;
    expect(await ours()).toEqual([]);
    clock.time += 1;
    expect(await ours()).toEqual([
      ['p1@new.example', 'active', null],
      ['p2@new.example', 'inactive', null],
      ['p3@new.example', 'active', '2026-05-01T10:00:00.000Z'],
    ]);
    const first = (await all(path)).find((row) => row.user_email === 'p1@new.example');
    expect(first).toMatchObject({ user_app_role: 'editor', licenses: [{ license_name: 'Team' }] });
    const next = around((await start()).body.sync_id);
    await next.snapshot('users', [user(1)]);
    await next.finish();
    clock.time += 3 * HOUR;
    expect((await ours()).map(([, status]) => status)).toEqual(['active', 'inactive', 'inactive']);
  });

  it('leaves alone whoever came from elsewhere', async () => {
    const { snapshot, finish, all, app, clock } = await begun();
    const path = `/v2/applications/${app.app_id}/users`;
    const before = await all(path);
    await snapshot('users', [user(1)]);
    await finish();
    clock.time += 3 * HOUR;
    const after = await all(path);
    expect(after).toHaveLength(before.length + 1);
    expect(after.filter((row) => row.user_email !== 'p1@new.example')).toEqual(
      expect.arrayContaining(before),
    );
  });

  it('are transactions and contracts beside those that there are: the same ones twice are there twice', async () => {
    const { incremental, finish, clock, server, start, around } = await begun();
    const transaction = {
      id: 'T',
      transaction_date: '2026-05-01T00:00:00Z',
      transaction_description: 'x',
      transaction_amount: 5,
      transaction_currency: 'USD',
    };
    const contract = {
      unique_id: 'K',
      name: 'Ledger',
      vendor_name: 'Acme',
      start_date: '2026-01-01',
      end_date: '2026-12-31',
    };
    await incremental('transactions', [transaction, transaction]);
    await incremental('contracts', [contract]);
    await finish();
    clock.time += 3 * HOUR;
    expect(server.data.transactions).toEqual([transaction]);
    expect(server.data.contracts.at(-1)).toMatchObject({
      contract_name: 'Ledger',
      contract_end_date: '2026-12-31',
    });
    const next = around((await start()).body.sync_id);
    await next.incremental('transactions', [transaction]);
    await next.finish();
    clock.time += 3 * HOUR;
    expect(server.data.transactions).toEqual([transaction, transaction]);
  });

  it('are 50,000 people in a moment', async () => {
    const { snapshot, finish, post, app, clock } = await begun();
    const started = performance.now();
    for (let page = 1; page <= 50; page += 1) {
      const rows = Array.from({ length: 1000 }, (_, i) =>
        user(page * 1000 + i, { license: ['A', 'B', 'C', 'D'] }),
      );
      expect((await snapshot('users', rows, page)).status).toBe(200);
    }
    await finish();
    clock.time += 3 * HOUR;
    const { count } = (await post(`/v2/applications/${app.app_id}/users?search_query=new.example`)).body;
    expect(count).toBe(50_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('what the Zluri server can be told of syncs, whose answers are inferred', () => {
  it('words of prose, no times and no pages (Zluri: best-practices, listsyncsfororginstance, getsyncdetails)', async () => {
    const { server, get, syncs, details, finish, snapshot } = await begun();
    server.options({ syncWords: 'prose', syncTimes: false, syncPages: false });
    expect((await get(syncs)).body.items).toMatchObject([{ status: 'running' }]);
    await snapshot('users', [user(1)]);
    expect((await finish()).body.status).toBe('finished');
    const [shown] = (await get(syncs)).body.items;
    expect(Object.keys(shown)).toEqual(['sync_id', 'status']);
    expect(Object.keys(await details())).toEqual(['sync_id', 'instance_id', 'status']);
  });

  it('lists and answers in other envelopes (Zluri: pagination)', async () => {
    const { server, get, syncs, finish, snapshot } = await begun();
    server.options({ itemsKey: 'results', totalKey: 'meta.total', singleShape: 'data' });
    expect(Object.keys((await get(syncs)).body)).toEqual(['meta', 'results']);
    await snapshot('users', [user(1)]);
    expect((await finish()).body.data.status).toBe('completed');
  });
});
