import { HOSTILE_TEXTS, MULTI_LINE_SAMPLES } from '../../../../local/servers/seed/awkward-texts';
import { PRODUCTS } from '../../../../local/servers/seed/products';
import { toriiClient } from './torii-client';
import { cpuTime } from '../../../cpu-time';

const texts = (rows: Record<string, unknown>[], key: string) => rows.map((row) => row[key]);

describe('the seeded tenant', () => {
  it('is the same for the same seed, and another for another', async () => {
    const [a, b, c] = await Promise.all([
      toriiClient({ seed: 4 }),
      toriiClient({ seed: 4 }),
      toriiClient({ seed: 5 }),
    ]);
    expect(a.server.data).toEqual(b.server.data);
    expect(texts(a.server.data.apps, 'name')).not.toEqual(texts(c.server.data.apps, 'name'));
    expect([a.server.data.apps.length, a.server.data.contracts.length, a.server.data.users.length]).toEqual([
      180, 90, 450,
    ]);
  });

  it('holds every hostile text in names, descriptions, tags and own fields of twenty apps', async () => {
    const { apps } = (await toriiClient({ apps: 20 })).server.data;
    for (const key of ['name', 'description', 'tags', 'c_internalNote']) {
      const all = texts(apps, key);
      // Some rows of descriptions are taken by longer texts.
      expect(HOSTILE_TEXTS.filter((text) => !all.includes(text))).toEqual([]);
    }
    expect(MULTI_LINE_SAMPLES.filter((text) => !texts(apps, 'c_reviewNotes').includes(text))).toEqual([]);
  });

  it('has real products, and other names once those run out', async () => {
    const { apps } = (await toriiClient({ apps: 5000, users: 3 })).server.data;
    const names = texts(apps, 'name');
    expect(new Set(names).size).toBe(5000);
    expect(PRODUCTS.length).toBeGreaterThan(220);
    expect(PRODUCTS.every((product) => names.includes(product.name))).toBe(true);
    expect(
      PRODUCTS.every((product) => /^[a-z0-9.-]+\.[a-z]+$/.test(product.domain) && product.description),
    ).toBe(true);
  });

  it('has several currencies, people without an app, unmatched contracts and empty values', async () => {
    const { apps, contracts, users } = (await toriiClient()).server.data;
    expect(new Set(texts(contracts, 'currency'))).toEqual(
      new Set(['USD', 'EUR', 'JPY', 'GBP', 'ILS', 'KWD']),
    );
    expect(texts(contracts, 'idApp')).toContain(null);
    expect(texts(apps, 'primaryOwner')).toContain(null);
    expect(new Set(texts(users, 'email')).size).toBe(users.length);
    const kinds = new Set(texts(apps, 'lastVisitTime').map((time) => typeof time));
    expect(kinds).toEqual(new Set(['string', 'number', 'object']));
  });

  it('starts within two seconds with 100,000 people, and pages them fast', async () => {
    const begun = cpuTime();
    const { get } = await toriiClient({ users: 100_000 });
    expect(cpuTime() - begun).toBeLessThan(2000);
    const path = '/users?sort=lastName:asc,id:asc&size=1000';
    const { body } = await get(path);
    expect(body.total).toBe(100_000);
    const next = cpuTime();
    await get(`${path}&cursor=${encodeURIComponent(body.nextCursor)}`);
    expect(cpuTime() - next).toBeLessThan(500);
  });
});

describe('a live tenant', () => {
  it('shows changes made to its records directly', async () => {
    const { get, server } = await toriiClient();
    server.data.apps[0].name = 'Renamed';
    expect((await get('/apps?size=1')).body.apps[0].name).toBe('Renamed');
    server.data.apps.length = 3;
    expect((await get('/apps')).body.total).toBe(3);
  });

  it('changes, adds and removes by edit', async () => {
    const { get, server } = await toriiClient({ apps: [{ id: 1, name: 'One' }], users: [], contracts: [] });
    server.edit('apps', 1, { name: 'Uno' });
    server.edit('apps', '2', { name: 'Two' });
    expect((await get('/apps?fields=id,name')).body.apps).toEqual([
      { id: 1, name: 'Uno' },
      { id: 2, name: 'Two' },
    ]);
    server.edit('apps', 1, null);
    expect((await get('/apps/1')).status).toBe(404);
    expect(() => server.edit('things', 1, {})).toThrow('no "things"');
  });

  it('adds, changes and removes fields by key', async () => {
    const { get, server } = await toriiClient({ apps: [{ id: 1, c_new: 'x' }] });
    server.edit('appFields', 'c_new', { name: 'New' });
    expect((await get('/apps?fields=c_new')).body.apps).toEqual([{ c_new: 'x' }]);
    server.edit('appFields', 'c_new', null);
    expect((await get('/apps?fields=c_new')).status).toBe(400);
    server.edit('userFields', 'okta_new', { type: 'number' });
    expect((await get('/users/fields')).body.fields).toMatchObject([{ key: 'okta_new', type: 'number' }]);
  });

  it('keeps reading a list to its end while records change', async () => {
    const { get, send } = await toriiClient({ apps: 30 });
    const { body } = await get('/apps?size=20&sort=id:asc');
    await send('PUT', `/apps/${body.apps[0].id}`, { name: 'Changed' });
    const { body: second } = await get(
      `/apps?size=20&sort=id:asc&cursor=${encodeURIComponent(body.nextCursor)}`,
    );
    expect([second.count, second.apps[0].id]).toEqual([10, body.apps[19].id + 1]);
  });
});
