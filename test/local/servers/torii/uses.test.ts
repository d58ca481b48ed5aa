import { toriiClient } from './torii-client';

describe('who uses which app', () => {
  it('agrees from both sides and with the counts on the records', async () => {
    const { get, all, server } = await toriiClient({ apps: 40, users: 60 });
    const pairs = new Set<string>();
    for (const app of server.data.apps) {
      const users = await all(`/apps/${app.id}/users?size=25`, 'users');
      const active = users.filter((user) => user.status === 'active');
      if (app.activeUsersCount !== null) expect(active).toHaveLength(app.activeUsersCount);
      for (const user of users) pairs.add(`${user.idUser}/${app.id}`);
    }
    const reversed = new Set<string>();
    for (const user of server.data.users) {
      const { apps } = (await get(`/users/${user.id}/apps`)).body;
      for (const app of apps) reversed.add(`${user.id}/${app.id}`);
    }
    expect(reversed).toEqual(pairs);
    expect(pairs.size).toBeGreaterThan(60);
  });

  it('calls the person idUser, and filters and sorts (Torii: getappsidappusers)', async () => {
    const { get } = await toriiClient({
      apps: [{ id: 1, name: 'Slack' }],
      users: [
        { id: 7, email: 'b@x.example' },
        { id: 8, email: 'a@x.example' },
      ],
      appUsers: [
        { idApp: 1, idUser: 7 },
        { idApp: 1, idUser: 8, status: 'managed' },
      ],
    });
    const { body } = await get('/apps/1/users?sort=email:asc');
    expect(body.users.map((user: { idUser: number }) => user.idUser)).toEqual([8, 7]);
    expect(body.users[0]).not.toHaveProperty('id');
    expect((await get('/apps/1/users?status=managed')).body.total).toBe(1);
    expect((await get('/apps/1/users?status=gone')).status).toBe(400);
  });

  it('shows people as ids and old names in the apps of a person (steampipe-plugin-torii; getusersiduserapps)', async () => {
    const { get } = await toriiClient({
      apps: [{ id: 1, name: 'Slack', state: 'inReview', primaryOwner: 7, activeUsersCount: 3 }],
      users: [{ id: 7, email: 'b@x.example' }],
      appUsers: [{ idApp: 1, idUser: 7, annualCost: 18_000, currency: 'EUR' }],
    });
    const { apps } = (await get('/users/7/apps?fields=primaryOwner,state,users,annualCost,currency')).body;
    expect(apps).toEqual([
      { primaryOwner: 7, state: 'inReview', users: 3, annualCost: 18_000, currency: 'EUR' },
    ]);
    expect((await get('/users/7/apps')).body.apps).toEqual([
      { id: 1, name: 'Slack', state: 'inReview', isUserRemovedFromApp: false },
    ]);
  });

  it('has a row for each account of a person in an app (inferred from idAppAccount: getappsidappusers)', async () => {
    const { get, all, server } = await toriiClient({ apps: 40, users: 400 });
    const rows = (
      await Promise.all([1005, 1017].map((id) => all(`/apps/${id}/users?size=90`, 'users')))
    ).flat();
    const sandbox = rows.filter((row) => row.appAccountName === 'Sandbox');
    expect(sandbox.length).toBeGreaterThan(0);
    const twice = rows.filter(
      (row) => row.idUser === sandbox[0].idUser && row.appName === sandbox[0].appName,
    );
    expect(twice.map((row) => row.status)).toEqual([
      expect.stringMatching('active|managed|deleted'),
      'deleted',
    ]);
    expect(new Set(twice.map((row) => row.idAppAccount)).size).toBe(2);
    // The person's own list names the app once.
    const { apps } = (await get(`/users/${sandbox[0].idUser}/apps`)).body;
    expect(apps.filter((app: { name: string }) => app.name === sandbox[0].appName)).toHaveLength(1);
    expect(server.data.appUsers.filter((use: { id: string }) => use.id.split('/').length === 3)).not.toEqual(
      [],
    );
  });

  it('refuses what the list of app users does not have (Torii: getappsidappusers)', async () => {
    const { get, server } = await toriiClient({ apps: 2, users: 5 });
    const path = `/apps/${server.data.apps[0].id}/users`;
    for (const query of [
      'fields=email',
      'sort=shoeSize:asc',
      'sort=email:up',
      'q=a&qFields=shoeSize',
      'size=1001',
    ]) {
      expect((await get(`${path}?${query}`)).status).toBe(400);
    }
    expect((await get('/apps/99/users')).status).toBe(404);
  });

  it('filters the apps of a person by state, by removal and by own fields, by nothing else (Torii: getusersiduserapps)', async () => {
    const { get } = await toriiClient({
      apps: [
        { id: 1, name: 'Slack', state: 'discovered', c_tier: 'gold' },
        { id: 2, name: 'Zoom', state: 'closed' },
      ],
      appFields: [{ systemKey: 'c_tier' }],
      users: [{ id: 7 }],
      appUsers: [
        { idApp: 1, idUser: 7 },
        { idApp: 2, idUser: 7, isUserRemovedFromApp: true },
      ],
    });
    const names = async (query: string) =>
      (await get(`/users/7/apps?${query}`)).body.apps.map((app: { name: string }) => app.name);
    expect(await names('state=discovered')).toEqual(['Slack']);
    expect(await names('isUserRemovedFromApp=true')).toEqual(['Zoom']);
    expect(await names('c_tier=gold')).toEqual(['Slack']);
    expect((await get('/users/7/apps?name=Slack')).status).toBe(400);
    expect((await get('/users/7/apps?isUserRemovedFromApp=maybe')).status).toBe(400);
  });

  it('shows costs in the currency of the licence and of the organisation (Torii: getusersiduserapps)', async () => {
    const { get } = await toriiClient({
      org: { currency: 'USD' },
      apps: [{ id: 1, name: 'Slack' }],
      users: [{ id: 7 }],
      appUsers: [{ idApp: 1, idUser: 7, annualCost: 10_000, currency: 'EUR' }],
    });
    expect((await get('/apps/1/users')).body.users[0]).toMatchObject({
      annualCost: 10_000,
      annualCostConverted: 11_000,
    });
    const { app } = (await get('/users/7/apps/1?fields=annualCost,annualCostConverted,currency')).body;
    expect(app).toEqual({ annualCost: 10_000, annualCostConverted: 11_000, currency: 'EUR' });
  });

  it.each(['before', 'after'])(
    'can be changed, added to and removed from %s the whole list was looked at',
    async (when) => {
      const { get, send, server } = await toriiClient({ apps: 20, users: 60 });
      const busy = server.data.apps.find((app: { activeUsersCount: number }) => app.activeUsersCount > 3);
      const path = `/apps/${busy.id}/users`;
      const before = (await get(path)).body.users;
      if (when === 'after') expect(server.data.appUsers.length).toBeGreaterThan(60);
      const [first, second] = before;
      server.edit('appUsers', `${busy.id}/${first.idUser}`, { role: 'Owner' });
      server.edit('appUsers', `${busy.id}/${second.idUser}`, null);
      const stranger = server.data.users.find(
        (user: { id: number }) => !before.some((row: { idUser: number }) => row.idUser === user.id),
      );
      server.edit('appUsers', `${busy.id}/${stranger.id}`, { status: 'managed' });
      const after = (await get(path)).body.users;
      expect(after[0]).toEqual({ ...first, role: 'Owner' });
      expect(after.slice(1, -1)).toEqual(before.slice(2));
      expect(after.at(-1)).toMatchObject({ idUser: stranger.id, status: 'managed' });
      const removal = { isUserRemovedFromApp: true };
      expect((await send('PUT', `/users/${first.idUser}/apps/${busy.id}`, removal)).body.app).toMatchObject(
        removal,
      );
      expect((await get(path)).body.users[0]).toMatchObject({
        idUser: first.idUser,
        role: 'Owner',
        ...removal,
      });
      const listed = server.data.appUsers.filter((use: { idApp: number }) => use.idApp === busy.id);
      expect(listed).toHaveLength(before.length);
      expect(() => server.edit('appUsers', 'nobody', {})).toThrow('idApp/idUser');
    },
  );
});
