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

  it('adds licences on demand (Torii: getapps)', async () => {
    const { get } = await toriiClient();
    const [app] = (await get('/apps?size=1&fields=id&includeLicenses=true')).body.apps;
    expect(app.licenses.summary.annualCost).toEqual({ value: expect.any(Number), currency: 'USD' });
    expect((await get(`/apps/${app.id}?fields=id`)).body.app).not.toHaveProperty('licenses');
  });
});
