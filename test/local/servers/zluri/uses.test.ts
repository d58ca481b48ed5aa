import { texts, zluriClient } from './zluri-client';

async function withUsedApp() {
  const client = await zluriClient();
  const app = client.server.data.apps.reduce((a, b) => (b.app_user_count > a.app_user_count ? b : a));
  return { ...client, app, users: `/v2/applications/${app.app_id}/users` };
}

describe('who uses what on the Zluri server', () => {
  it('lists the users of an app with what they do in it (Zluri: listapplicationusers; attributes inferred)', async () => {
    const { all, app, users, server } = await withUsedApp();
    const rows = await all(users);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter((row) => row.user_app_status === 'active')).toHaveLength(app.app_user_count);
    const user = server.data.users.find((entry) => entry.user_id === rows[0].user_id);
    expect(rows[0]).toMatchObject({ user_email: user.user_email, dept_id: user.user_department_id });
    expect(rows[0]).not.toHaveProperty('app_id');
  });

  it('filters them by licences, licence ids and archive (Zluri: listapplicationusers)', async () => {
    const { all, post, users } = await withUsedApp();
    const everybody = await all(users);
    const by = async (field_id: string, value: unknown) =>
      texts(await all(users, { filter_by: [{ field_id, field_values: [value] }] }), 'user_id');
    const licensed = everybody.filter((row) => row.licenses.length > 0);
    expect(await by('license_mapped', true)).toEqual(texts(licensed, 'user_id'));
    const id = licensed[0].licenses[0].license_id;
    expect(await by('licenses', id)).toEqual(
      texts(
        licensed.filter((row) => row.licenses[0].license_id === id),
        'user_id',
      ),
    );
    // Typed as an enum of texts, shown as a truth value in the examples.
    expect(await by('user_app_archive', 'true')).toEqual(await by('user_app_archive', true));
    expect((await post(users, { filter_by: [{ field_id: 'app_name', field_values: ['x'] }] })).status).toBe(
      400,
    );
  });

  it('agrees with the apps of each user (Zluri: listuserapplications)', async () => {
    const { all, app, users, get } = await withUsedApp();
    const [first] = await all(users);
    const apps = await all(`/v2/users/${first.user_id}/applications`);
    const row = apps.find((entry) => entry.app_id === app.app_id);
    expect(row).toMatchObject({
      app_name: app.app_name,
      user_app_id: first.user_app_id,
      user_app_status: first.user_app_status,
    });
    expect(row).not.toHaveProperty('user_id');
    const one = await get(`/v2/application/${app.app_id}/user/${first.user_id}`);
    expect(one.body).toEqual(first);
  });

  it('searches a user’s apps by name (Zluri: listuserapplications)', async () => {
    const { all, app, users, post } = await withUsedApp();
    const [first] = await all(users);
    const path = `/v2/users/${first.user_id}/applications?search_query=${encodeURIComponent(app.app_name)}`;
    expect(texts((await post(path)).body.items, 'app_id')).toContain(app.app_id);
  });

  it('changes an account: role, status, archive and optimization (Zluri: updateapplicationuser-1)', async () => {
    const { all, app, users, send, get } = await withUsedApp();
    const [first] = await all(users);
    const path = `/v2/application/${app.app_id}/user/${first.user_id}`;
    const changes = {
      user_app_role: '00123',
      user_app_status: 'inactive',
      user_app_archive: true,
      optimization_inclusion: 'exclude for undeprovisioned',
    };
    expect((await send('PATCH', path, changes)).status).toBe(200);
    expect((await get(path)).body).toEqual({ ...first, ...changes });
    expect((await send('PATCH', path, { optimization_inclusion: 'Excluded for Unused' })).status).toBe(400);
  });

  it('adds licences to those that the account has (Zluri: updateapplicationuser-1; adding inferred)', async () => {
    const { all, app, users, send, get, server } = await withUsedApp();
    const licensed = (await all(users)).find((row) => row.licenses.length === 1);
    const path = `/v2/application/${app.app_id}/user/${licensed.user_id}`;
    const ids = server.data.licenses
      .filter((licence: { app_id: string }) => licence.app_id === app.app_id)
      .map((licence: { license_id: string }) => licence.license_id);
    await send('PATCH', path, { assign_licenses: ids });
    expect(texts((await get(path)).body.licenses, 'license_id').sort()).toEqual([...ids].sort());
    expect((await send('PATCH', path, { assign_licenses: ['0123456789abcdef01234567'] })).status).toBe(400);
  });

  it('adds a user to an app once (Zluri: addapplicationuser)', async () => {
    const { all, app, users, post, server } = await withUsedApp();
    const taken = new Set(texts(await all(users), 'user_id'));
    const user = server.data.users.find((entry) => !taken.has(entry.user_id));
    const path = `/v2/application/${app.app_id}/add-user`;
    expect((await post(path, { user_email: user.user_email })).status).toBe(200);
    expect((await all(users)).find((row) => row.user_id === user.user_id)).toMatchObject({
      user_app_status: 'active',
      licenses: [],
    });
    expect((await post(path, { user_email: user.user_email })).status).toBe(400);
    expect((await post(path, { user_email: 'nobody@x.example' })).status).toBe(400);
  });

  it('can be edited by the account’s id, and taken away', async () => {
    const { all, users, server } = await withUsedApp();
    const before = await all(users);
    server.edit('appUsers', before[0].user_app_id, { user_app_role: 'Edited' });
    server.edit('appUsers', before[1].user_app_id, null);
    const after = await all(users);
    expect(after).toHaveLength(before.length - 1);
    expect(after.find((row) => row.user_id === before[0].user_id).user_app_role).toBe('Edited');
    expect(texts(after, 'user_id')).not.toContain(before[1].user_id);
  });
});
