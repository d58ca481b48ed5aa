/** Who uses which app in Torii, and by which license: pulled, typed right, equal to what the server holds. */
import { connectedDesk, pull } from './desks';
import { byId, data, nameOf, paths, whole } from './torii-data';
import type { Named, Use } from './torii-data';

test.each([
  ['appUsers', 'App users'],
  ['userApps', 'User apps'],
  ['licenses', 'Licenses'],
  ['transactions', 'Transactions'],
  ['auditLog', 'Audit log'],
  ['workflowRuns', 'Workflow runs'],
  ['roles', 'Roles'],
  ['fields', 'Fields'],
])('%s: a second refresh finds nothing to do', async (resource, title) => {
  const on = await connectedDesk();
  const first = await pull(on, resource);
  expect(first).toMatchObject({ state: 'done', result: { tab: title, remarks: [] } });
  const rows = Number(first.result?.rows);
  expect(rows).toBeGreaterThan(0);
  expect(
    new Set(
      on
        .tab(title)
        .rows()
        .map(({ ID }) => ID),
    ).size,
  ).toBe(rows);
  const before = { values: on.tab(title).values(), formulas: on.tab(title).formulas() };
  expect(await pull(on, resource)).toMatchObject({
    result: { added: 0, updated: 0, vanished: 0, pending: 0, unchanged: rows, remarks: [] },
  });
  expect({ values: on.tab(title).values(), formulas: on.tab(title).formulas() }).toEqual(before);
});

describe('app users', () => {
  test('are the uses of all apps, one row for each account', async () => {
    const on = await connectedDesk();
    const uses = data<Use>(on, 'appUsers');
    const accounts = new Set(uses.map(({ idApp, idUser }) => `${String(idApp)}/${String(idUser)}`));
    expect(uses.length).toBeGreaterThan(accounts.size);
    await pull(on, 'appUsers');
    const rows = byId(on, 'App users');
    expect(rows.size).toBe(uses.length);
    for (const use of uses) {
      const { idApp, idUser, idAppAccount, status, lastVisitTime, annualCost, currency } = use;
      const user = data<Named>(on, 'users').find(({ id }) => id === idUser);
      expect(rows.get([idApp, idUser, idAppAccount].join('/'))).toMatchObject({
        App: nameOf(on, idApp),
        Email: user?.email,
        'Status in app': status.charAt(0).toUpperCase() + status.slice(1),
        'Role in app': use.role ?? '',
        'Last visit': lastVisitTime === null ? '' : new Date(lastVisitTime),
        Licenses: use.licenses.map(({ name }) => name).join(', '),
        'Inactive licenses': use.licenses.filter((held) => held.licenseStatus === 'inactive').length,
        'Removed from app': use.isUserRemovedFromApp,
        ...(currency === 'USD' && annualCost !== null ? { 'Annual cost': annualCost / 100 } : {}),
      });
    }
    expect(paths(on).filter((path) => /^\/apps\/\d+\/users$/.test(path))).toHaveLength(40);
  });

  test('of chosen apps take a request for each of these alone', async () => {
    const on = await connectedDesk();
    const used = data<Use>(on, 'appUsers').map(({ idApp }) => idApp);
    const [first, second] = data<Named>(on, 'apps').filter(({ id }) => used.includes(id));
    const before = on.requests.length;
    await pull(on, 'appUsers', {
      filters: [{ field: 'idApp', test: 'isAnyOf', values: [first?.id, second?.id] }],
    });
    expect(paths(on, before)).toEqual(['/apps', `/apps/${first?.id}/users`, `/apps/${second?.id}/users`]);
    await pull(on, 'appUsers', {
      tab: 'One app',
      filters: [{ field: 'appName', test: 'contains', values: [first?.name] }],
    });
    expect(
      new Set(
        on
          .tab('One app')
          .rows()
          .map((row) => row.App),
      ),
    ).toEqual(new Set([first?.name]));
  });

  test('a changed use, a new one and one that is gone arrive on the right rows', async () => {
    const on = await connectedDesk();
    const [changed, gone] = data<Use & { id: string }>(on, 'appUsers');
    await pull(on, 'appUsers');
    on.torii.edit('appUsers', changed?.id ?? '', { role: 'Owner of it all' });
    on.torii.edit('appUsers', gone?.id ?? '', null);
    expect(await pull(on, 'appUsers')).toMatchObject({ result: { added: 0, updated: 1, vanished: 1 } });
    const rows = byId(on, 'App users');
    const idOf = (use?: Use) => [use?.idApp, use?.idUser, use?.idAppAccount].join('/');
    expect(rows.get(idOf(changed))?.['Role in app']).toBe('Owner of it all');
    expect(rows.get(idOf(gone))?.Status).toMatch(/^Gone from Torii/);
  });
});

test('user apps are the apps of all users, with costs in their own currency and the removal mark to edit', async () => {
  const on = await connectedDesk();
  const uses = data<Use>(on, 'appUsers');
  await pull(on, 'userApps');
  const tab = on.tab('User apps');
  const rows = byId(on, 'User apps');
  const found = new Map<string, Use[]>();
  for (const use of uses) {
    const id = [use.idUser, use.idApp].join('/');
    found.set(id, [...(found.get(id) ?? []), use]);
  }
  expect([...rows.keys()].sort()).toEqual([...found.keys()].sort());
  for (const [id, [use, ...others]] of found) {
    const costs = [use, ...others].flatMap((each) => each?.annualCost ?? []);
    expect(rows.get(id)).toMatchObject({
      User: data<Named>(on, 'users').find((user) => user.id === use?.idUser)?.email,
      App: nameOf(on, use?.idApp ?? 0),
      'Removed from app': use?.isUserRemovedFromApp,
      'Annual cost': costs.length === 0 ? '' : costs.reduce((sum, cost) => sum + cost) / 100,
      Currency: use?.currency,
    });
  }
  const paid = tab.values().findIndex((row) => row[6] !== '' && row[7] === 'EUR');
  expect(tab.display()[paid]?.[6]).toMatch(/^EUR [\d,]+\.00$/);
  const [id = ''] = [...rows.keys()];
  await tab.set(id, 'Removed from app', true);
  expect(await pull(on, 'userApps')).toMatchObject({ result: { pending: 1 } });
});

test('licenses are the kinds of license of each app, counted and priced', async () => {
  const on = await connectedDesk();
  const kinds = data<{
    idApp: number;
    name: string;
    pricePerLicense: number;
    currency: string;
    unassignedAmount: number;
  }>(on, 'licenses');
  const uses = data<Use>(on, 'appUsers');
  await pull(on, 'licenses');
  const tab = on.tab('Licenses');
  const rows = byId(on, 'Licenses');
  expect(rows.size).toBe(kinds.length);
  for (const { idApp, name, pricePerLicense, currency, unassignedAmount } of kinds) {
    const held = uses
      .filter((use) => use.idApp === idApp)
      .flatMap((use) => use.licenses.filter((license) => license.name === name));
    const active = held.filter(({ licenseStatus }) => licenseStatus === 'active').length;
    const all = held.length + unassignedAmount;
    const price = whole({ value: pricePerLicense, currency });
    expect(rows.get(`${String(idApp)}/${name}`)).toMatchObject({
      App: nameOf(on, idApp),
      License: name,
      Licenses: all,
      Active: active,
      Inactive: held.length - active,
      Unassigned: unassignedAmount,
      'Price per license': price,
      'Annual cost': price * all,
      'Potential savings': price * (all - active),
    });
  }
  const [currencies, price] = [
    kinds.map(({ currency }) => currency),
    tab.header().indexOf('Price per license'),
  ];
  const shown = tab
    .display()
    .slice(1)
    .map((row) => row[price]?.slice(0, 3));
  expect(shown).toEqual(currencies);
  expect(paths(on).filter((path) => path === '/apps')).toHaveLength(1);
});

test('a list that takes a request for each of many records says so before it is pulled', async () => {
  const on = await connectedDesk();
  const resources = (await on.api('resources', { provider: 'torii' })) as {
    resource: string;
    description: string;
  }[];
  const describing = resources.filter(({ description }) =>
    /takes a request for each (app|user)/.test(description),
  );
  expect(describing.map(({ resource }) => resource)).toEqual(['appUsers', 'userApps']);
});
