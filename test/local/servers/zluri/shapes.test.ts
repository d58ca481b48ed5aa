import { texts, zluriClient } from './zluri-client';

const ANA = {
  user_id: '66a1f0c2e4b0a1b2c3d40001',
  user_name: 'Ana Ruiz',
  user_email: 'ana@haldenweir.example',
};
const REGION = { field_id: '66d4c3f5b7e3d4e5f6a70001', field_name: 'Region', field_type: 'text' as const };

const tenant = () => ({
  users: [{ ...ANA }],
  appFields: [{ ...REGION }],
  apps: [
    {
      app_id: '66b2a1d3f5c1b2c3d4e50001',
      app_name: 'Slack',
      app_owner_id: ANA.user_id,
      custom_fields: [{ field_id: REGION.field_id, field_value: 'EU' }],
    },
  ],
});
const SLACK = '/v2/application/66b2a1d3f5c1b2c3d4e50001';

describe('records of the Zluri server', () => {
  it('show owners flat: id, name and address (attributes inferred from filters and writes)', async () => {
    const { get, server } = await zluriClient(tenant());
    expect((await get(SLACK)).body).toMatchObject({
      app_owner_id: ANA.user_id,
      app_owner_name: ANA.user_name,
      app_owner_email: ANA.user_email,
      app_technical_owner_email: null,
    });
    server.edit('users', ANA.user_id, { user_name: 'Ana Ruiz-Ortega' });
    expect((await get(SLACK)).body.app_owner_name).toBe('Ana Ruiz-Ortega');
    server.edit('users', ANA.user_id, null);
    expect((await get(SLACK)).body).toMatchObject({ app_owner_id: ANA.user_id, app_owner_name: null });
  });

  it('show custom fields with their names of today, and none that was deleted (shape inferred from writes)', async () => {
    const { get, server } = await zluriClient(tenant());
    const shown = async () => (await get(SLACK)).body.custom_fields;
    expect(await shown()).toEqual([{ field_id: REGION.field_id, field_name: 'Region', field_value: 'EU' }]);
    server.edit('appFields', 'Region', { field_name: 'Data region' });
    expect(texts(await shown(), 'field_name')).toEqual(['Data region']);
    server.edit('appFields', 'Data region', null);
    expect(await shown()).toEqual([]);
  });

  it.each([
    ['long', [{ custom_field_id: REGION.field_id, custom_field_name: 'Region', custom_field_value: 'EU' }]],
    ['map', { [REGION.field_id]: 'EU' }],
  ])('show custom fields in the shape “%s” when that is wanted', async (customFieldShape, wanted) => {
    const { get, server } = await zluriClient(tenant());
    server.options({ customFieldShape });
    expect((await get(SLACK)).body.custom_fields).toEqual(wanted);
  });

  it('show attributes that nobody has heard of, and none without a value when that is wanted', async () => {
    const { get, server } = await zluriClient(tenant());
    server.edit('apps', '66b2a1d3f5c1b2c3d4e50001', { app_moon_phase: 'full' });
    server.options({ emptyValues: 'absent' });
    const { body } = await get(SLACK);
    expect(body.app_moon_phase).toBe('full');
    expect(body).not.toHaveProperty('app_technical_owner_email');
  });

  it.each(['data', 'item'])('come one level below as %s when that is wanted', async (singleShape) => {
    const { get, server } = await zluriClient(tenant());
    server.options({ singleShape });
    expect((await get(SLACK)).body[singleShape].app_name).toBe('Slack');
  });

  it('are the same one by one as in lists (paths inferred from PATCH)', async () => {
    const { get, post } = await zluriClient();
    const [app] = (await post('/v2/applications?page_size=1')).body.items;
    expect((await get(`/v2/application/${app.app_id}`)).body).toEqual(app);
    const [user] = (await post('/v2/users?page_size=1')).body.items;
    expect((await get(`/v2/user/${user.user_id}`)).body).toEqual(user);
  });

  it('show contracts with the names of app and owner (client code: web app)', async () => {
    const { post, server } = await zluriClient();
    const { items } = (await post('/v2/contracts')).body;
    const app = server.data.apps.find((entry) => entry.app_id === items[0].app_id);
    expect(items[0].app_name).toBe(app.app_name);
    // An end in 2100 means none.
    expect(texts(items, 'contract_end_date')).toContain('2100-01-01');
  });

  it('list admins with what lists of them can be filtered by (Zluri: listadmins)', async () => {
    const { post, server } = await zluriClient();
    const { body } = await post('/v2/admins', {
      filter_by: [{ field_id: 'user_role', field_values: ['Admin', 'Viewer'] }],
    });
    expect(texts(body.items, 'user_role')).toEqual(['Admin', 'Viewer']);
    expect(body.items[0]).toMatchObject({
      user_email: server.data.users[0].user_email,
      user_status: 'active',
    });
  });

  it('tell the ids that belong to addresses, alternate ones too (Zluri: getuseridsbyemails)', async () => {
    const other = { user_name: 'Ben', user_email: 'ben@x.example', user_alternate_emails: ['b@x.example'] };
    const { post } = await zluriClient({ users: [{ ...ANA }, other] });
    const { body } = await post('/v2/userIds', { emails: ['B@x.example', ANA.user_email, 'no@x.example'] });
    expect(texts(body, 'user_name')).toEqual(['Ana Ruiz', 'Ben']);
    expect(Object.keys(body[1])).toEqual([
      'user_id',
      'org_id',
      'user_name',
      'user_email',
      'alternate_emails',
    ]);
    expect((await post('/v2/userIds', { emails: Array(101).fill('x') })).status).toBe(400);
    expect((await post('/v2/userIds', {})).status).toBe(400);
  });
});

describe('the organisation on the Zluri server', () => {
  it('has a name, a financial year, a currency and an owner (Zluri: getorgdetails-1; path guessed)', async () => {
    const { get, server } = await zluriClient();
    expect((await get('/v2/organization')).body).toMatchObject({
      org_name: 'Halden & Weir',
      currency: 'USD',
      owner: { user_email: server.data.users[0].user_email },
    });
  });

  it('defines custom fields by group; only selects have options (Zluri: getorgcustomfields-1)', async () => {
    const { get } = await zluriClient();
    const { body } = await get('/v2/custom-fields');
    expect(Object.keys(body)).toEqual([
      'users',
      'applications',
      'vendors',
      'contracts',
      'departments',
      'request_licenses',
      'transactions',
    ]);
    const all = Object.values(body).flat() as { field_type: string; field_options?: string[] }[];
    expect(new Set(texts(all, 'field_type'))).toEqual(
      new Set(['text', 'date', 'bool', 'select', 'reference']),
    );
    expect(all.every((field) => (field.field_type === 'select') === 'field_options' in field)).toBe(true);
  });

  it('is elsewhere or nowhere when that is wanted: both paths are guesses', async () => {
    const { get, server } = await zluriClient();
    server.options({ organisationPath: null, customFieldsPath: '/v2/org-custom-fields' });
    expect((await get('/v2/organization')).status).toBe(404);
    expect((await get('/v2/custom-fields')).status).toBe(404);
    expect((await get('/v2/org-custom-fields')).status).toBe(200);
  });
});
