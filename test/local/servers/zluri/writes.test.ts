import { zluriClient } from './zluri-client';

const first = async () => {
  const client = await zluriClient();
  const [app] = client.server.data.apps;
  const [, user] = client.server.data.users;
  return {
    ...client,
    app,
    user,
    appPath: `/v2/application/${app.app_id}`,
    userPath: `/v2/user/${user.user_id}`,
  };
};

const fieldId = (fields: { field_id: string; field_name: string }[], name: string) =>
  fields.find((field) => field.field_name === name)?.field_id;

describe('changes to apps (Zluri: updateapplication)', () => {
  it('change what is sent and nothing else', async () => {
    const { send, app, appPath, server } = await first();
    const before = structuredClone(app);
    const owner = server.data.users[7].user_id;
    const changes = {
      app_name: '=1+1',
      app_status: 'inactive',
      app_tags: ['a', 'b, c'],
      app_budget: 52000.5,
    };
    expect((await send('PATCH', appPath, { ...changes, app_owner_id: owner })).status).toBe(200);
    expect(server.data.apps[0]).toEqual({ ...before, ...changes, app_owner_id: owner });
  });

  it('archive by “archive”, not by the name that lists use', async () => {
    const { send, appPath, server } = await first();
    await send('PATCH', appPath, { archive: true });
    expect(server.data.apps[0].app_archive).toBe(true);
    expect((await send('PATCH', appPath, { app_archive: false })).status).toBe(400);
  });

  it('show the new owner’s name at once', async () => {
    const { send, get, appPath, app, server } = await first();
    server.edit('apps', app.app_id, { app_owner_name: 'As it was' });
    const [, , owner] = server.data.users;
    await send('PATCH', appPath, { app_owner_id: owner.user_id });
    expect((await get(appPath)).body).toMatchObject({
      app_owner_name: owner.user_name,
      app_owner_email: owner.user_email,
    });
  });

  it('keep the custom fields that are not sent', async () => {
    const { send, appPath, server } = await first();
    const { appFields, apps } = server.data;
    const values = (name: string) =>
      apps[0].custom_fields.find((value: { field_id: string }) => value.field_id === fieldId(appFields, name))
        ?.field_value;
    const note = values('Internal note');
    const app_custom_fields = [
      { field_id: fieldId(appFields, 'Hosting'), field_value: '007', custom_field_name: 'Hosting' },
      { field_id: fieldId(appFields, 'Approved'), field_value: false },
    ];
    expect((await send('PATCH', appPath, { app_custom_fields })).status).toBe(200);
    expect([values('Internal note'), values('Hosting'), values('Approved')]).toEqual([note, '007', false]);
  });

  it.each([
    ['an email for an owner', { app_owner_id: 'ana@haldenweir.example' }],
    ['an owner who does not exist', { app_owner_id: '0123456789abcdef01234567' }],
    ['a status that does not exist', { app_status: 'Active' }],
    ['a text for a number', { app_budget: '52000' }],
    ['what only the web app writes', { app_authorization_status: 'restricted' }],
    ['a custom field that does not exist', { app_custom_fields: [{ field_id: 'x', field_value: 'y' }] }],
    ['nothing in the place of a value (not described)', { app_name: null }],
    ['an empty text in the place of a value (not described)', { app_name: '' }],
  ])('refuse %s, and write nothing', async (_, body) => {
    const { send, appPath, server } = await first();
    const before = structuredClone(server.data.apps[0]);
    expect((await send('PATCH', appPath, { app_tags: ['x'], ...body })).status).toBe(400);
    expect(server.data.apps[0]).toEqual(before);
  });

  it.each([
    ['Hosting', 'Mars'],
    ['Approved', 'true'],
    ['Review date', '31.12.2026'],
    ['Internal note', 5],
  ])('refuse “%s”: %j (options documented, the rest inferred)', async (name, field_value) => {
    const { send, appPath, server } = await first();
    const field_id = fieldId(server.data.appFields, name);
    expect((await send('PATCH', appPath, { app_custom_fields: [{ field_id, field_value }] })).status).toBe(
      400,
    );
  });

  it('clear a value when that is wanted', async () => {
    const { send, appPath, server } = await first();
    server.options({ clearing: 'allowed' });
    await send('PATCH', appPath, { app_budget: null, app_owner_id: null });
    expect(server.data.apps[0]).toMatchObject({ app_budget: null, app_owner_id: null });
  });
});

describe('new apps (Zluri: addapplication)', () => {
  it('have a name of their own and start active', async () => {
    const { post, get } = await first();
    const { status, body } = await post('/v2/add-application', {
      app_name: 'Acme Ledger',
      app_tags: ['finance'],
    });
    expect([status, body.app_type, body.app_status]).toEqual([201, 'application', 'active']);
    expect((await get(`/v2/application/${body.app_id}`)).body).toEqual(body);
    expect((await post('/v2/add-application', { app_name: 'Acme Ledger' })).status).toBe(400);
  });

  it('need a name, and take neither budget nor archive', async () => {
    const { post, server } = await first();
    const count = server.data.apps.length;
    for (const body of [{}, { app_name: 'A', app_budget: 1 }, { app_name: 'A', archive: false }]) {
      expect((await post('/v2/add-application', body)).status).toBe(400);
    }
    expect(server.data.apps).toHaveLength(count);
  });
});

describe('changes to users (Zluri: updateuser; path inferred)', () => {
  it('take other names than lists show', async () => {
    const { send, userPath, server } = await first();
    const manager = server.data.users[9].user_id;
    const { status } = await send('PATCH', userPath, {
      user_status: 'unknown',
      reporting_manager_id: manager,
      optimization_inclusion: 'exclude for unused',
      user_account_type: 'service',
      user_archive: true,
    });
    expect(status).toBe(200);
    expect(server.data.users[1]).toMatchObject({
      user_status: 'unknown',
      user_reporting_manager_id: manager,
      optimization_inclusion: 'Excluded for Unused',
      user_account_type: 'service',
      user_archive: true,
    });
  });

  it('show the new department’s name at once', async () => {
    const { send, get, userPath, server } = await first();
    const { department_id, department_name } = server.data.departments[3];
    await send('PATCH', userPath, { user_department_id: department_id });
    expect((await get(userPath)).body.user_department_name).toBe(department_name);
  });

  it.each([
    ['the form that lists show', { optimization_inclusion: 'Excluded for Unused' }],
    ['half a primary source', { primary_source: { keyword: 'okta' } }],
    ['an address that is none', { user_email: 'dana' }],
    ['the name of another call', { account_type: 'employee' }],
    ['a department that does not exist', { user_department_id: '0123456789abcdef01234567' }],
  ])('refuse %s', async (_, body) => {
    const { send, userPath } = await first();
    expect((await send('PATCH', userPath, body)).status).toBe(400);
  });
});

describe('new users (Zluri: adduser)', () => {
  it('take the type and the manager under other names than updates', async () => {
    const { post, server } = await first();
    const [boss] = server.data.users;
    const { status, body } = await post('/v2/add-user', {
      user_name: 'Elif Kaya',
      user_email: 'elif.kaya@new.example',
      account_type: 'external',
      reporting_manager_email: boss.user_email,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      user_account_type: 'external',
      user_reporting_manager_id: boss.user_id,
      user_reporting_manager_name: boss.user_name,
      user_status: 'active',
    });
  });

  it.each([
    ['an address that is taken', (taken: string) => ({ user_email: taken })],
    ['the status unknown', () => ({ user_status: 'unknown' })],
    ['a manager who does not exist', () => ({ reporting_manager_email: 'nobody@x.example' })],
  ])('refuse %s', async (_, more) => {
    const { post, server } = await first();
    const base = { user_name: 'Elif', user_email: 'elif@new.example' };
    const body = { ...base, ...more(server.data.users[0].user_email) };
    expect((await post('/v2/add-user', body)).status).toBe(400);
  });
});
