import { toriiClient } from './torii-client';

const NOW = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString();
const times = (rows: { creationTime: string }[]) => rows.map((row) => row.creationTime);

describe('the audit log of the Torii server (Torii: getaudit)', () => {
  it('shows who did what and when, fifty at a time, without ids and without a total', async () => {
    const { get, server } = await toriiClient();
    const { body } = await get('/audit');
    expect(Object.keys(body).sort()).toEqual(['audit', 'count', 'nextCursor']);
    expect(body.count).toBe(50);
    const [entry] = body.audit;
    expect(Object.keys(entry)).toEqual([
      'performedBy',
      'performedByFirstName',
      'performedByLastName',
      'performedByEmail',
      'idTargetOrg',
      'creationTime',
      'type',
      'requestDetails',
      'properties',
    ]);
    const user = server.data.users.find(({ id }) => id === entry.performedBy);
    expect([entry.performedByEmail, entry.performedByFirstName]).toEqual([user.email, user.firstName]);
    expect(Object.keys(entry.requestDetails)).toEqual(['path', 'method', 'remoteAddress']);
  });

  it('comes newest first, or oldest first, whole over its pages', async () => {
    const { all, server } = await toriiClient();
    const newest = await all('/audit?size=700', 'audit');
    expect(newest).toHaveLength(server.data.auditLog.length);
    expect(times(newest)).toEqual([...times(newest)].sort().reverse());
    expect(await all('/audit?size=1000&sort=asc', 'audit')).toEqual([...newest].reverse());
  });

  it('tells some entries apart by nothing at all', async () => {
    const { all } = await toriiClient();
    const shown = (await all('/audit?size=1000', 'audit')).map((entry) => JSON.stringify(entry));
    expect(shown.length).toBeGreaterThan(2000);
    expect(new Set(shown).size).toBeLessThan(shown.length);
  });

  it('leaves out what happened at startTime, and takes in what happened at endTime', async () => {
    const at = (hours: number) => iso(NOW - hours * 3_600_000);
    const auditLog = [3, 2, 1].map((hours) => ({ type: 'edit_app', creationTime: at(hours) }));
    const { get } = await toriiClient({ auditLog });
    const { audit } = (await get(`/audit?startTime=${at(3)}&endTime=${at(1)}&sort=asc`)).body;
    expect(times(audit)).toEqual([at(2), at(1)]);
    expect((await get('/audit?startTime=2026-05-31')).body.count).toBe(3);
  });

  it('can be narrowed to one entity, of those that there are', async () => {
    const { all, get } = await toriiClient();
    const contracts = await all('/audit?entity=contracts&size=1000', 'audit');
    expect(new Set(contracts.map(({ type }) => type))).toEqual(
      new Set(['create_contract', 'update_contract', 'update_contracts', 'import_contracts']),
    );
    expect((await get('/audit?entity=contract')).status).toBe(400);
  });

  it('refuses requests without an entity where that is switched on (steampipe-plugin-torii: changelog)', async () => {
    const { get, server } = await toriiClient();
    server.options({ auditNeedsEntity: true });
    expect((await get('/audit')).status).toBe(400);
    expect((await get('/audit?entity=apps')).status).toBe(200);
  });

  it('answers 502 where the answer is too large, until a smaller size is asked for', async () => {
    const { get, server } = await toriiClient();
    server.options({ longestAuditAnswer: 100_000 });
    const { status, body } = await get('/audit?size=1000');
    expect([status, body.error]).toEqual([502, 'Bad Gateway']);
    expect((await get('/audit?size=200')).status).toBe(200);
  });

  it.each([
    'sort=creationTime:asc',
    'size=0',
    'size=1001',
    'startTime=yesterday',
    'endTime=1780000000',
    'q=app',
  ])('refuses %s', async (query) => {
    const { get } = await toriiClient({ auditLog: [] });
    expect((await get(`/audit?${query}`)).status).toBe(400);
  });

  it('shows entries that are added, with what they need not say', async () => {
    const { get, server } = await toriiClient({
      users: [{ id: 7, email: 'ann@x.example', firstName: 'Ann', lastName: 'Lee' }],
    });
    server.edit('auditLog', 1, { type: 'update_contract', performedBy: 7, creationTime: iso(NOW - DAY) });
    expect((await get('/audit?entity=contracts')).body).toEqual({
      audit: [
        {
          performedBy: 7,
          performedByFirstName: 'Ann',
          performedByLastName: 'Lee',
          performedByEmail: 'ann@x.example',
          idTargetOrg: 10,
          creationTime: iso(NOW - DAY),
          type: 'update_contract',
          requestDetails: { path: null, method: null, remoteAddress: null },
          properties: {},
        },
      ],
      count: 1,
      nextCursor: null,
    });
  });
});
