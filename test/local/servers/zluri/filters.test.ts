import { texts, zluriClient } from './zluri-client';

const filter = (field_id: string, field_values: unknown, more: object = {}) => ({
  filter_by: [{ field_id, field_values, ...more }],
});

describe('filters of the Zluri server (Zluri: filters)', () => {
  it('take several values as “or” and several filters as “and” (inferred)', async () => {
    const { all, server } = await zluriClient();
    const rows = await all('/v2/users', {
      filter_by: [
        { field_id: 'user_status', field_values: ['inactive', 'suspended'] },
        { field_id: 'user_archive', field_values: [false] },
      ],
    });
    const wanted = server.data.users.filter(
      (user) => ['inactive', 'suspended'].includes(user.user_status) && !user.user_archive,
    );
    expect(wanted.length).toBeGreaterThan(5);
    expect(texts(rows, 'user_id')).toEqual(texts(wanted, 'user_id'));
  });

  it('leave the values out with negative', async () => {
    const { all } = await zluriClient();
    const rows = await all('/v2/users', filter('user_status', ['active'], { negative: true }));
    expect(new Set(texts(rows, 'user_status'))).toEqual(new Set(['inactive', 'suspended', 'unknown']));
  });

  it.each([
    [['gte'], [50], (n: number) => n >= 50],
    [['gt'], [50], (n: number) => n > 50],
    [['lt'], [50], (n: number) => n < 50],
    [['ne'], [50], (n: number) => n !== 50],
    [['gte', 'lte'], [20, 60], (n: number) => n >= 20 && n <= 60],
  ])('compare numbers by %j', async (field_order, values, holds) => {
    const { all, server } = await zluriClient();
    const rows = await all('/v2/applications', filter('app_usage', values, { field_order }));
    const wanted = server.data.apps.filter((app) => app.app_usage !== null && holds(app.app_usage));
    expect(texts(rows, 'app_id')).toEqual(texts(wanted, 'app_id'));
  });

  it('compare dates, plain ones with moments; records without one match nothing', async () => {
    const { all, server } = await zluriClient();
    const range = filter('app_last_used', ['2024-01-01', '2024-12-31'], { field_order: ['gte', 'lte'] });
    const rows = await all('/v2/applications', range);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every((row) => String(row.app_last_used).startsWith('2024'))).toBe(true);
    expect(texts(server.data.apps, 'app_last_used')).toContain(null);
  });

  it('find owners by their address, which only their id is stored of', async () => {
    const { all, server } = await zluriClient();
    const owner = server.data.users.find((user) =>
      server.data.apps.some((app) => app.app_owner_id === user.user_id),
    );
    const rows = await all('/v2/applications', filter('app_owner_email', [owner.user_email]));
    expect(new Set(texts(rows, 'app_owner_id'))).toEqual(new Set([owner.user_id]));
  });

  it('match whole texts, or parts of them when that is wanted (not stated)', async () => {
    const { post, server } = await zluriClient({
      apps: [{ app_name: 'Slack' }, { app_name: 'Slack Connect' }],
    });
    const count = async () => (await post('/v2/applications', filter('app_name', ['Slack']))).body.count;
    expect(await count()).toBe(1);
    server.options({ textFilters: 'contains' });
    expect(await count()).toBe(2);
  });

  it('look into sources by keyword or integration', async () => {
    const { post } = await zluriClient({
      apps: [
        {
          app_name: 'a',
          source_array: [{ keyword: 'okta', org_integration_id: 'i1' }, { keyword: 'manual' }],
        },
        { app_name: 'b', source_array: [{ keyword: 'manual' }] },
        { app_name: 'c' },
      ],
    });
    const found = async (key: string, value: string[], more = {}) => {
      const values = [{ key, value, value_type: 'string' }];
      return texts(
        (await post('/v2/applications', filter('source_array', values, more))).body.items,
        'app_name',
      );
    };
    expect(await found('keyword', ['manual'])).toEqual(['a', 'b']);
    expect(await found('keyword', ['manual'], { negative: true })).toEqual(['c']);
    expect(await found('keyword', ['manual'], { is_only: true })).toEqual(['b']);
    expect(await found('org_integration_id', ['i1'])).toEqual(['a']);
  });

  it('look into custom fields with an object in the place of the values', async () => {
    const { all, server } = await zluriClient();
    const hosting = server.data.appFields.find(
      (field: { field_name: string }) => field.field_name === 'Hosting',
    );
    const custom = { custom_field_id: hosting.field_id, custom_field_values: ['007', '1-2'] };
    const rows = await all('/v2/applications', filter('custom_fields', custom));
    expect(rows.length).toBeGreaterThan(10);
    const values = rows.map((row) =>
      row.custom_fields.find((f: { field_name: string }) => f.field_name === 'Hosting'),
    );
    expect(new Set(texts(values, 'field_value'))).toEqual(new Set(['007', '1-2']));
  });

  it.each([
    ['a field of another list', filter('user_name', ['x'])],
    ['a value that the field does not have', filter('app_status', ['retired'])],
    ['a text for a truth value', filter('app_archive', ['false'])],
    ['a value outside an array', filter('app_name', 'Slack')],
    ['no value', filter('app_name', [])],
    ['fewer operators than values', filter('app_usage', [1, 2], { field_order: ['gte'] })],
    ['an unknown operator', filter('app_usage', [1], { field_order: ['contains'] })],
    ['a date that is none', filter('app_discovered', ['soon'], { field_order: ['gte'] })],
    ['a source without a key', filter('source_array', ['manual'])],
    ['custom values outside an object', filter('custom_fields', ['x'])],
    ['no array', { filter_by: {} }],
    ['nothing', { filter_by: [null] }],
  ])('refuse %s (inferred)', async (_, body) => {
    const { post } = await zluriClient();
    expect((await post('/v2/applications', body)).status).toBe(400);
  });

  it('show archived records unless a filter says otherwise, or the other way round (not stated)', async () => {
    const { post, server } = await zluriClient();
    const count = async (body?: object) => (await post('/v2/applications', body)).body.count;
    const archived = server.data.apps.filter((app) => app.app_archive).length;
    expect(archived).toBeGreaterThan(0);
    expect(await count()).toBe(180);
    server.options({ archived: 'hidden' });
    expect(await count()).toBe(180 - archived);
    expect(await count(filter('app_archive', [true]))).toBe(archived);
  });
});

describe('order and search of the Zluri server', () => {
  it('sort by several keys, downwards with -1 (Zluri: listuserapplications)', async () => {
    const { all, server } = await zluriClient();
    const rows = await all('/v2/users', { sort_by: [{ user_status: -1 }, { user_usage: 1 }] });
    const wanted = [...server.data.users].sort((a, b) =>
      a.user_status === b.user_status ? a.user_usage - b.user_usage : a.user_status < b.user_status ? 1 : -1,
    );
    expect(texts(rows, 'user_id')).toEqual(texts(wanted, 'user_id'));
  });

  it.each([
    [[{ nonsense: 1 }]],
    [[{ user_name: 'asc' }]],
    [[{ user_name: 1, user_email: 1 }]],
    [{ user_name: 1 }],
  ])('refuse to sort by %j', async (sort_by) => {
    const { post } = await zluriClient();
    expect((await post('/v2/users', { sort_by })).status).toBe(400);
  });

  it('search for any of several terms in names of contracts (Zluri: listcontracts)', async () => {
    const { post } = await zluriClient({
      contracts: [{ contract_name: 'Slack 2025' }, { contract_name: 'Sketch' }, { contract_name: 'Zoom' }],
    });
    const { body } = await post('/v2/contracts?search_query=SLACK,%20sketch');
    expect(texts(body.items, 'contract_name')).toEqual(['Slack 2025', 'Sketch']);
  });
});
