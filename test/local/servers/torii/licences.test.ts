import { toriiClient } from './torii-client';

interface Amounts {
  totalAmount: number;
  activeAmount: number;
  inactiveAmount: number;
  unassignedAmount: number;
}

describe('licences of the Torii server (Torii: getapps, includeLicenses)', () => {
  it('come on demand, in the list and alone', async () => {
    const { get } = await toriiClient();
    const [app] = (await get('/apps?size=1&fields=id&includeLicenses=true')).body.apps;
    expect(Object.keys(app)).toEqual(['id', 'licenses']);
    expect((await get(`/apps/${app.id}?fields=id&includeLicenses=true`)).body.app).toEqual(app);
    for (const query of ['', '&includeLicenses=false']) {
      expect((await get(`/apps/${app.id}?fields=id${query}`)).body.app).toEqual({ id: app.id });
    }
    expect((await get('/apps?includeLicenses=perhaps')).status).toBe(400);
  });

  it('add up: with the people who have them, in types and summary, for apps with none, one or two kinds', async () => {
    const { get, all, server } = await toriiClient({ apps: 30, users: 200 });
    const { apps } = (await get('/apps?fields=id&includeLicenses=true')).body;
    const kinds = new Set<number>();
    for (const { id, licenses } of apps) {
      const users = await all(`/apps/${id}/users`, 'users');
      const held = users.flatMap((user) => user.licenses);
      const types: (Amounts & { name: string })[] = licenses.types;
      kinds.add(types.length);
      for (const type of types) {
        const count = (licenseStatus: string) =>
          held.filter((each) => each.name === type.name && each.licenseStatus === licenseStatus).length;
        const listed = server.data.licenses.find(
          (row: { idApp: number; name: string }) => row.idApp === id && row.name === type.name,
        );
        expect([type.activeAmount, type.inactiveAmount]).toEqual([count('active'), count('inactive')]);
        expect(type.unassignedAmount).toBe(listed.unassignedAmount);
        expect(type.totalAmount).toBe(type.activeAmount + type.inactiveAmount + type.unassignedAmount);
      }
      for (const key of ['totalAmount', 'activeAmount', 'inactiveAmount', 'unassignedAmount'] as const) {
        expect(licenses.summary[key]).toBe(types.reduce((all, type) => all + type[key], 0));
      }
      expect(users.every((user) => user.numberOfInactiveLicenses <= user.licenses.length)).toBe(true);
    }
    expect([...kinds].sort()).toEqual([0, 1, 2]);
  });

  it('cost what is paid for the year, in their own currency and in the organisation’s', async () => {
    const { get } = await toriiClient({
      apps: [{ id: 1 }, { id: 2 }, { id: 3, licenses: { summary: null, types: [] } }],
      users: [{ id: 7 }, { id: 8 }],
      licenses: [{ idApp: 1, name: 'Pro', pricePerLicense: 10_000, currency: 'EUR', unassignedAmount: 3 }],
      appUsers: [
        { idApp: 1, idUser: 7, licenses: [{ name: 'Pro', licenseStatus: 'active' }] },
        { idApp: 1, idUser: 8, licenses: [{ name: 'Pro', licenseStatus: 'inactive' }] },
      ],
    });
    const [one, two, three] = (await get('/apps?fields=id&includeLicenses=true')).body.apps;
    const eur = (value: number) => ({ value, currency: 'EUR' });
    const usd = (value: number) => ({ value, currency: 'USD' });
    expect(one.licenses).toEqual({
      summary: {
        totalAmount: 5,
        activeAmount: 1,
        inactiveAmount: 1,
        unassignedAmount: 3,
        pricePerLicense: null,
        annualCost: usd(55_000),
        potentialSavings: usd(44_000),
      },
      types: [
        {
          name: 'Pro',
          totalAmount: 5,
          activeAmount: 1,
          inactiveAmount: 1,
          unassignedAmount: 3,
          pricePerLicense: eur(10_000),
          annualCost: eur(50_000),
          potentialSavings: eur(40_000),
          pricePerLicenseInOrgCurrency: usd(11_000),
          annualCostInOrgCurrency: usd(55_000),
          potentialSavingsInOrgCurrency: usd(44_000),
        },
      ],
    });
    expect(two.licenses).toMatchObject({ summary: { totalAmount: 0 }, types: [] });
    expect(three.licenses).toEqual({ summary: null, types: [] });
  });

  it('follow when kinds of licence and people change', async () => {
    const { get, server } = await toriiClient({ apps: [{ id: 1 }], users: [{ id: 7 }] });
    server.edit('licenses', 5, { idApp: 1, name: 'Pro', unassignedAmount: 2 });
    server.edit('appUsers', '1/7', { licenses: [{ name: 'Pro', licenseStatus: 'active' }] });
    const total = async () =>
      (await get('/apps/1?includeLicenses=true')).body.app.licenses.summary.totalAmount;
    expect(await total()).toBe(3);
    server.edit('appUsers', '1/7', null);
    server.edit('licenses', 5, { unassignedAmount: 1 });
    expect(await total()).toBe(1);
  });
});
