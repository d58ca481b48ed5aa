import { toriiClient } from './torii-client';

const NOW = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString();

describe('workflows of the Torii server', () => {
  it('are listed whole, regular ones only (Torii: llms.txt; keys seen in oomol-lab/open-connector)', async () => {
    const { get, server } = await toriiClient();
    const { body } = await get('/workflows');
    expect(Object.keys(body)).toEqual(['workflows']);
    expect(body.workflows).toHaveLength(server.data.workflows.length);
    expect(body.workflows[0]).toEqual({
      id: 1000,
      name: 'Offboard a leaver',
      type: 'regular',
      version: '1.0',
    });
    expect((await get('/workflows?type=regular')).body).toEqual(body);
    expect((await get('/workflows?type=hidden')).status).toBe(400);
    expect((await get('/workflows/1000')).body).toEqual({ workflow: body.workflows[0] });
    expect((await get('/workflows/1')).status).toBe(404);
  });
});

describe('action executions (Torii: getworkflowsactionexecutions)', () => {
  it('come newest first, fifty at a time, under `response`', async () => {
    const { get, all } = await toriiClient();
    const { body } = await get('/workflows/actionExecutions');
    expect(Object.keys(body)).toEqual(['response', 'count', 'total', 'nextCursor']);
    expect(body.count).toBe(50);
    const rows = await all('/workflows/actionExecutions?size=1000', 'response');
    expect(rows).toHaveLength(body.total);
    expect(rows.length).toBeGreaterThan(1000);
    const times = rows.map((row) => row.creationTime);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('are done, failed, passed over, under way or still to come; and name real users and apps', async () => {
    const { all, server } = await toriiClient();
    const rows = await all('/workflows/actionExecutions?size=1000', 'response');
    const userIds = new Set(server.data.users.map(({ id }) => id));
    const appIds = new Set(server.data.apps.map(({ id }) => id));
    for (const row of rows) {
      expect(userIds.has(row.runtimeInfo.user.id) && appIds.has(row.idApp)).toBe(true);
      expect(row.isCompleted).toBe(row.completionTime !== null);
      expect(row.isIgnored).toBe(row.ignoredTime !== null);
      expect(row.executionErrorType !== null).toBe(row.errorTime !== null);
      expect(row.isRun).toBe(row.runTime !== null);
    }
    expect(rows.some((row) => row.errorTime)).toBe(true);
    expect(rows.some((row) => row.isIgnored)).toBe(true);
    expect(rows.some((row) => row.isRun && !row.isCompleted && row.errorTime === null)).toBe(true);
    expect(rows.some((row) => !row.isRun && !row.isIgnored)).toBe(true);
  });

  it('can be narrowed by app and by user, under new names and old ones', async () => {
    const { get } = await toriiClient({
      workflowRuns: [
        { id: 1, idApp: 5, runtimeInfo: { user: { id: 7 } }, creationTime: iso(NOW) },
        { id: 2, idApp: 6, runtimeInfo: { user: { id: 8 } }, creationTime: iso(NOW) },
      ],
    });
    const ids = async (query: string) =>
      (await get(`/workflows/actionExecutions?${query}`)).body.response.map((row: { id: number }) => row.id);
    expect([await ids('idActionApp=5'), await ids('idApp=6')]).toEqual([[1], [2]]);
    expect([await ids('idActionUser=8'), await ids('idUser=7')]).toEqual([[2], [1]]);
    for (const query of ['idActionApp=Slack', 'idWorkflow=1', 'sort=asc', 'size=2000']) {
      expect((await get(`/workflows/actionExecutions?${query}`)).status).toBe(400);
    }
    const [row] = (await get('/workflows/actionExecutions?size=1')).body.response;
    expect(row).toMatchObject({ idOrg: 10, isRun: null, details: null });
  });
});

describe('the edit history of workflows (Torii: getworkflowsaudit)', () => {
  it('covers the last thirty days, pages by offset and has neither counts nor cursor', async () => {
    const { get, clock } = await toriiClient();
    const { body } = await get('/workflows/audit');
    expect(Object.keys(body)).toEqual(['audit']);
    expect(body.audit).toHaveLength(50);
    const next = (await get('/workflows/audit?offset=50&limit=1000')).body.audit;
    const whole = (await get('/workflows/audit?limit=1000')).body.audit;
    expect([...body.audit, ...next]).toEqual(whole);
    expect(Date.parse(whole.at(-1).creationTime)).toBeGreaterThan(NOW - 30 * DAY);
    expect((await get('/workflows/audit?offset=1000')).body.audit).toEqual([]);
    clock.time += 29 * DAY;
    expect((await get('/workflows/audit')).body.audit.length).toBeLessThan(3);
  });

  it('covers the days that are asked for, and holds properties as text', async () => {
    const { get } = await toriiClient();
    const span = `startTime=${iso(NOW - 40 * DAY)}&endTime=${iso(NOW - 38 * DAY)}`;
    const { audit } = (await get(`/workflows/audit?${span}`)).body;
    expect(audit).toHaveLength(4);
    expect(JSON.parse(audit[0].properties)).toEqual({ idWorkflow: expect.any(Number) });
    expect(audit[0]).toMatchObject({ performedByEmail: expect.any(String), message: expect.any(String) });
    for (const query of ['limit=0', 'limit=1001', 'offset=-1', 'cursor=abc', 'startTime=soon']) {
      expect((await get(`/workflows/audit?${query}`)).status).toBe(400);
    }
  });
});
