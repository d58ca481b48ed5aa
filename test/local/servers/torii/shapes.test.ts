import { toriiClient } from './torii-client';

/** One of everything. */
const TENANT = () => ({
  users: [
    { id: 7, email: 'ann@x.example', firstName: 'Ann', lastName: 'Lee' },
    { id: 8, email: 'bo@x.example', firstName: 'Bo', lastName: 'Ek' },
  ],
  apps: [
    {
      id: 1,
      name: 'Slack',
      state: 'inReview',
      primaryOwner: 7,
      appOwners: [7, 8],
      tags: 'One,Two',
      activeUsersCount: 4,
      lastVisitTime: 1_722_678_020_000,
      c_choice: 'eu',
      c_choices: ['eu', 'us'],
      c_person: 8,
      c_people: [7, 999],
      c_day: '2026-02-28',
      c_cost: 123_45,
    },
  ],
  appFields: [
    { systemKey: 'c_choice', type: 'dropdown' as const, options: [{ value: 'eu', label: 'Europe' }] },
    { systemKey: 'c_choices', type: 'dropdownMulti' as const, options: [{ value: 'eu', label: 'Europe' }] },
    { systemKey: 'c_person', type: 'usersDropdown' as const },
    { systemKey: 'c_people', type: 'usersDropdownMulti' as const },
    { systemKey: 'c_day', type: 'datePicker' as const },
    { systemKey: 'c_cost', type: 'currency' as const },
  ],
  contracts: [
    { id: 5, name: 'Slack 2026', idApp: 1, status: 'inReview', owner: 7, amount: 50_000, currency: 'JPY' },
  ],
});

const FIELDS = 'state,primaryOwner,appOwners,tags,c_choice,c_choices,c_person,c_people,c_day,c_cost';

describe('value shapes in version 1.1', () => {
  it('shows people as objects with their address (Torii: OpenAPI document; lists of people inferred)', async () => {
    const { get } = await toriiClient(TENANT());
    const [app] = (await get(`/apps?fields=${FIELDS}`)).body.apps;
    const ann = { id: 7, fullName: 'Ann Lee', email: 'ann@x.example', lifecycleStatus: 'active' };
    expect(app.primaryOwner).toMatchObject(ann);
    expect(app.appOwners).toMatchObject([ann, { id: 8 }]);
    expect(app.c_people).toMatchObject([ann]);
    // Torii: docs/field-types
    expect(app.c_person).toMatchObject({ id: 8, label: 'Bo Ek', value: 8, optionType: 'user' });
  });

  it('shows selects as label and value, the state as its label (Torii: docs/field-types; OpenAPI document)', async () => {
    const { get } = await toriiClient(TENANT());
    const [app] = (await get(`/apps?fields=${FIELDS}`)).body.apps;
    expect(app).toMatchObject({
      state: 'In Review',
      c_choice: { value: 'eu', label: 'Europe' },
      c_choices: [
        { value: 'eu', label: 'Europe' },
        { value: 'us', label: 'us' },
      ],
      tags: 'One,Two',
      c_day: '2026-02-28T00:00:00.000Z',
      c_cost: 12345,
    });
  });

  it('can show people as ids, selects plainly and tags as a list (steampipe-plugin-torii; docs/field-types)', async () => {
    const { get, server } = await toriiClient(TENANT());
    server.options({ peopleShape: 'ids', dropdownShape: 'labels', tagsShape: 'array' });
    const [app] = (await get(`/apps?fields=${FIELDS}`)).body.apps;
    expect(app).toMatchObject({
      primaryOwner: 7,
      appOwners: [7, 8],
      c_people: [7, 999],
      c_choice: 'Europe',
      tags: ['One', 'Two'],
    });
  });

  it('shows the status of a contract as its key and the currency beside the amount (Torii: getcontracts)', async () => {
    const { get } = await toriiClient(TENANT());
    const { body } = await get('/contracts/5?fields=status,amount,currency,owner');
    expect(body.contract).toMatchObject({
      status: 'inReview',
      amount: 50_000,
      currency: 'JPY',
      owner: { id: 7 },
    });
  });
});

describe('version 1.0', () => {
  it('gives all apps at once, with ids and old names (Torii: changelog, list apps)', async () => {
    const { getOld, get } = await toriiClient(TENANT());
    const { body } = await getOld('/apps?fields=primaryOwner,users,lastUsageTime&size=1');
    expect(body).toEqual({ apps: [{ primaryOwner: 7, users: 4, lastUsageTime: 1_722_678_020_000 }] });
    expect((await getOld('/apps?fields=activeUsersCount')).status).toBe(400);
    expect((await get('/apps?fields=lastUsageTime')).status).toBe(400);
  });

  it('gives all contracts by id under one key (Torii: migration guide of contracts)', async () => {
    const { getOld, get } = await toriiClient();
    const { body } = await getOld('/contracts?size=3');
    expect(Object.keys(body)).toEqual(['contracts']);
    const ids = body.contracts.map((contract: { id: number }) => contract.id);
    expect(ids).toEqual([...ids].sort((a: number, b: number) => a - b));
    expect(ids).toHaveLength(90);
    expect((await getOld('/contracts?fields=source')).status).toBe(400);
    expect((await get('/contracts?fields=source,creationTime')).status).toBe(200);
  });

  it('is not what a key of today gets without the header (Torii: migration guide of contracts)', async () => {
    const { server } = await toriiClient();
    const ask = async () => {
      const headers = { Authorization: `Bearer ${server.apiKey}` };
      return (await (await fetch(`${server.url}/v1.0/contracts`, { headers })).json()) as object;
    };
    expect(Object.keys(await ask())).toContain('total');
    server.options({ defaultVersion: '1.0' });
    expect(Object.keys(await ask())).toEqual(['contracts']);
  });
});
