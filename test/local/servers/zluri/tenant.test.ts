import fc from 'fast-check';
import { HOSTILE_TEXTS, MULTI_LINE_SAMPLES } from '../../../../local/servers/seed/awkward-texts';
import { isObjectId, objectId, rowOf } from '../../../../local/servers/zluri/object-id';
import { texts, zluriClient } from './zluri-client';
import { cpuTime } from '../../../cpu-time';

interface WithCustomFields {
  custom_fields: { field_value: unknown }[];
}
const customValues = (rows: WithCustomFields[]) =>
  rows.flatMap((row) => row.custom_fields.map((field) => field.field_value));

describe('the seeded tenant', () => {
  it('is the same for the same seed, and another for another', async () => {
    const [a, b, c] = await Promise.all([
      zluriClient({ seed: 4 }),
      zluriClient({ seed: 4 }),
      zluriClient({ seed: 5 }),
    ]);
    expect(a.server.data).toEqual(b.server.data);
    expect(texts(a.server.data.apps, 'app_name')).not.toEqual(texts(c.server.data.apps, 'app_name'));
    const { apps, contracts, users } = a.server.data;
    expect([apps.length, contracts.length, users.length]).toEqual([180, 90, 450]);
  });

  it('holds every hostile text in names and custom fields of twenty apps, and long ones', async () => {
    const { apps } = (await zluriClient({ apps: 20 })).server.data;
    const names = texts(apps, 'app_name');
    const values = customValues(apps);
    expect(HOSTILE_TEXTS.filter((text) => !names.includes(text) || !values.includes(text))).toEqual([]);
    expect(MULTI_LINE_SAMPLES.filter((text) => !values.includes(text))).toEqual([]);
  });

  it('has names that never repeat, owners missing, an app of which nothing is known, and lagging statuses', async () => {
    const { apps, contracts, users } = (await zluriClient({ apps: 1000 })).server.data;
    expect(new Set(texts(apps, 'app_name')).size).toBe(1000);
    expect(new Set(texts(users, 'user_email')).size).toBe(users.length);
    expect(texts(apps, 'app_owner_id')).toContain(null);
    expect(apps[19]).toMatchObject({ app_category: null, app_usage: null, custom_fields: [] });
    const lagging = contracts.filter(
      (contract) => contract.contract_status === 'active' && contract.contract_end_date < '2026-06-01',
    );
    expect(lagging.length).toBeGreaterThan(0);
    expect(new Set(texts(users, 'user_account_type'))).toEqual(
      new Set(['employee', 'external', 'service', 'group']),
    );
  });

  it('has ids that a spreadsheet takes for numbers among others', async () => {
    const { apps } = (await zluriClient()).server.data;
    const ids = texts(apps, 'app_id');
    expect(new Set(ids).size).toBe(180);
    expect(ids.every(isObjectId)).toBe(true);
    expect(ids.filter((id) => /^\d+e\d+$/.test(id)).length).toBeGreaterThan(5);
  });

  it('starts within two seconds with 100,000 people, and pages them fast', async () => {
    const begun = cpuTime();
    const { post } = await zluriClient({ users: 100_000 });
    expect(cpuTime() - begun).toBeLessThan(2000);
    const page = (n: number) => post(`/v2/users?page=${n}&page_size=100`, { sort_by: [{ user_name: 1 }] });
    expect((await page(0)).body.count).toBe(100_000);
    const next = cpuTime();
    expect((await page(999)).body.items).toHaveLength(100);
    expect(cpuTime() - next).toBeLessThan(500);
  });
});

describe('object ids', () => {
  it('lead back to their rows', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 45 }), (row) => {
        const id = objectId('use', row);
        expect(isObjectId(id)).toBe(true);
        expect(rowOf('use', id)).toBe(row);
        expect(rowOf('app', id)).toBe(-1);
      }),
    );
    expect(rowOf('app', 'nonsense')).toBe(-1);
  });
});

describe('a live tenant', () => {
  it('shows changes made to its records directly', async () => {
    const { post, server } = await zluriClient();
    server.data.apps[0].app_name = 'Renamed';
    expect((await post('/v2/applications?page_size=1')).body.items[0].app_name).toBe('Renamed');
    server.data.apps.length = 3;
    expect((await post('/v2/applications')).body.count).toBe(3);
  });

  it('changes, adds and removes by edit', async () => {
    const { post, get, server } = await zluriClient({ apps: [{ app_id: 'a1', app_name: 'One' }] });
    server.edit('apps', 'a1', { app_name: 'Uno' });
    server.edit('apps', 'a2', { app_name: 'Two' });
    expect(texts((await post('/v2/applications')).body.items, 'app_name')).toEqual(['Uno', 'Two']);
    expect((await get('/v2/application/a2')).body.app_name).toBe('Two');
    server.edit('apps', 'a1', null);
    expect((await get('/v2/application/a1')).status).toBe(400);
    expect(() => server.edit('things', 1, {})).toThrow('no "things"');
  });

  it('takes uses that a test writes down', async () => {
    const { post } = await zluriClient({
      apps: [{ app_id: 'a1', app_name: 'One' }],
      users: [{ user_id: 'u1', user_name: 'Ana' }],
      appUsers: [{ app_id: 'a1', user_id: 'u1', user_app_role: 'admin' }],
    });
    expect((await post('/v2/applications/a1/users')).body.items).toMatchObject([
      { user_name: 'Ana', user_app_role: 'admin', user_app_status: 'active', license_mapped: false },
    ]);
  });
});
