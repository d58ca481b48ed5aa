import { json, toriiClient } from './torii-client';

const ids = (rows: { id: number }[]) => rows.map((row) => row.id);

describe('lists of the Torii server', () => {
  it('come under their own name with count, total and nextCursor (Torii: pagination)', async () => {
    const { get } = await toriiClient();
    const { body } = await get('/apps?size=100');
    expect(Object.keys(body)).toEqual(['apps', 'count', 'total', 'nextCursor']);
    expect([body.apps.length, body.count, body.total]).toEqual([100, 100, 180]);
  });

  it('end with null, without a cursor or with an empty one (Torii: pagination; migration guide of contracts)', async () => {
    const { get, server } = await toriiClient();
    expect((await get('/apps')).body.nextCursor).toBeNull();
    server.options({ endOfList: 'absent' });
    expect('nextCursor' in (await get('/apps')).body).toBe(false);
    server.options({ endOfList: 'empty' });
    expect((await get('/apps')).body.nextCursor).toBe('');
  });

  it('are complete page by page, sorted by several keys', async () => {
    const { all, server } = await toriiClient();
    const rows = await all(
      '/users?size=37&sort=lifecycleStatus:desc,id:desc&fields=lifecycleStatus',
      'users',
    );
    const expected = [...server.data.users].sort((a, b) =>
      a.lifecycleStatus === b.lifecycleStatus ? b.id - a.id : a.lifecycleStatus < b.lifecycleStatus ? 1 : -1,
    );
    expect(ids(rows)).toEqual(ids(expected));
  });

  it('take a cursor only URL-encoded and with the parameters that it came from (Torii: OpenAPI document; assumed)', async () => {
    const { get } = await toriiClient();
    const { nextCursor } = (await get('/apps?size=10')).body;
    const encoded = encodeURIComponent(nextCursor);
    expect((await get(`/apps?size=10&cursor=${nextCursor}`)).status).toBe(400);
    expect((await get(`/apps?size=11&cursor=${encoded}`)).status).toBe(400);
    expect((await get(`/apps?cursor=${encoded}&size=10`)).status).toBe(200);
  });

  it.each(['0', '1001', 'x', '1.5', '-1'])('refuse size %s (Torii: 1 to 1000, pagination)', async (size) => {
    const { get } = await toriiClient();
    expect((await get(`/apps?size=${size}`)).status).toBe(400);
  });

  it('refuse parameters that do not exist, such as limit (Torii: the prose of the pagination page is wrong)', async () => {
    const { get } = await toriiClient();
    expect((await get('/apps?limit=5')).body.message).toContain('"limit"');
  });

  it('give few fields unless asked (Torii: getapps, getcontracts, getusers)', async () => {
    const { get } = await toriiClient();
    expect(Object.keys((await get('/apps?size=1')).body.apps[0])).toEqual(['id', 'name', 'primaryOwner']);
    expect(Object.keys((await get('/contracts?size=1')).body.contracts[0])).toEqual([
      'id',
      'name',
      'idApp',
      'owner',
    ]);
    expect(Object.keys((await get('/users?size=1')).body.users[0])).toHaveLength(13);
    // Users always carry these two.
    expect(Object.keys((await get('/users?size=1&fields=email')).body.users[0])).toEqual([
      'id',
      'additionalEmails',
      'email',
    ]);
  });

  it('refuse fields that were deleted or are hidden, naming them (Torii: changelog)', async () => {
    const { get, server } = await toriiClient();
    const { status, body } = await get('/apps?fields=id,c_oldCode,name,c_secret,nonsense');
    expect(status).toBe(400);
    expect(body.message).toContain('c_oldCode, c_secret, nonsense');
    expect((await get('/apps?fields=id,c_seatLimit')).status).toBe(200);
    server.edit('appFields', 'c_seatLimit', { isDeleted: true });
    expect((await get('/apps?fields=id,c_seatLimit')).body.message).toContain('c_seatLimit');
  });

  it('give contracts in no order unless sorted (Torii: migration guide of contracts)', async () => {
    const { get } = await toriiClient();
    const unordered = ids((await get('/contracts')).body.contracts);
    const ordered = ids((await get('/contracts?sort=id:asc')).body.contracts);
    expect(unordered).not.toEqual(ordered);
    expect([...unordered].sort((a, b) => a - b)).toEqual(ordered);
    expect(ids((await get('/contracts')).body.contracts)).toEqual(unordered);
  });

  it('search by q and filter by plain keys, all of which must hold (Torii: getapps)', async () => {
    const { get } = await toriiClient({
      apps: [
        { id: 1, name: 'Box', state: 'discovered', c_sso: 'Yes' },
        { id: 2, name: 'Dropbox', state: 'closed', c_sso: 'Yes' },
        { id: 3, name: 'Slack', state: 'discovered', c_sso: 'Yes' },
      ],
      appFields: [{ systemKey: 'c_sso', type: 'dropdown' }],
    });
    expect(ids((await get('/apps?q=BOX')).body.apps)).toEqual([1, 2]);
    expect(ids((await get('/apps?q=box&state=discovered&c_sso=Yes')).body.apps)).toEqual([1]);
  });

  it('find people by address, state, view and a short list of ids (Torii: getusers)', async () => {
    const { get } = await toriiClient({
      users: [
        { id: 1, email: 'a@x.example', lifecycleStatus: 'active' },
        { id: 2, email: 'b@x.example', lifecycleStatus: 'offboarded', isDeletedInIdentitySources: true },
        { id: 3, email: 'c@y.example', lifecycleStatus: 'active', isExternal: true },
      ],
    });
    const found = async (query: string) => ids((await get(`/users?${query}`)).body.users);
    expect(await found('email=B@x.example')).toEqual([2]);
    expect(await found('lifecycleStatus=active')).toEqual([1, 3]);
    expect(await found('view=currentEmployees')).toEqual([1]);
    expect(await found('view=externalUsers')).toEqual([3]);
    expect(await found('idUsers=1,3')).toEqual([1, 3]);
    expect((await get(`/users?idUsers=${'1,'.repeat(26)}`)).status).toBe(400);
    expect((await get('/users?view=everybody')).status).toBe(400);
  });

  it('group and sum (Torii: aggregations)', async () => {
    const { get } = await toriiClient({
      apps: [
        { id: 1, category: 'Design', activeUsersCount: 5 },
        { id: 2, category: 'Sales', activeUsersCount: 10 },
        { id: 3, category: 'Design', activeUsersCount: 7 },
      ],
    });
    const metric = {
      field: 'activeUsersCount',
      aggregationType: 'metric',
      options: { metricFunction: 'sum' },
    };
    expect((await get(`/apps?size=1&aggs=${json(metric)}`)).body.aggregations).toBe(22);
    const groups = { field: 'category', aggregationType: 'groupBy', aggs: metric };
    expect((await get(`/apps?size=1&aggs=${json(groups)}`)).body.aggregations).toEqual([
      { key: 'Design', value: 12, groupCount: 2, aggregations: 12 },
      { key: 'Sales', value: 10, groupCount: 1, aggregations: 10 },
    ]);
  });
});
