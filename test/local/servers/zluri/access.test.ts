import { zluriClient } from './zluri-client';

describe('access to the Zluri server', () => {
  it('takes the key in api-key, and nowhere else (Zluri: authentication-1)', async () => {
    const { post, server } = await zluriClient();
    expect((await post('/v2/users?page_size=1')).status).toBe(200);
    for (const headers of [
      { api_key: server.apiKey },
      { Authorization: `Bearer ${server.apiKey}` },
      { 'api-key': 'nonsense' },
      {},
    ]) {
      const { status } = await fetch(`${server.url}/v2/users`, {
        method: 'POST',
        headers: headers as Record<string, string>,
      });
      expect(status).toBe(401);
    }
  });

  it('refuses a revoked key with 401 (Zluri: troubleshooting)', async () => {
    const { post, server } = await zluriClient();
    server.options({ revokeKey: true });
    expect(await post('/v2/users')).toMatchObject({ status: 401, body: { message: 'Invalid api key' } });
    server.options({ revokeKey: false });
    expect((await post('/v2/users')).status).toBe(200);
  });

  it('answers 403 where the key has no permission (inferred from v1: keys may carry permissions)', async () => {
    const { post, server } = await zluriClient();
    server.options({ forbid: ['contracts'] });
    expect((await post('/v2/contracts')).status).toBe(403);
    expect((await post('/v2/users')).status).toBe(200);
  });

  it('answers 403 to all that a key without the right to write would change (inferred likewise)', async () => {
    const { post, send, server } = await zluriClient();
    const [app] = server.data.apps;
    server.options({ readOnlyKey: true });
    expect((await send('PATCH', `/v2/application/${app.app_id}`, { app_name: 'Never' })).status).toBe(403);
    expect((await post('/v2/add-application', { app_name: 'Never' })).status).toBe(403);
    expect((await post(`/v2/application/${app.app_id}/add-user`, { user_email: 'x' })).status).toBe(403);
    expect((await post('/v2/users')).status).toBe(200);
    expect((await post('/v2/userIds', { emails: [] })).status).toBe(200);
  });

  it('has two prefixes, and lists by POST only (Zluri: listusers, authentication-1)', async () => {
    const { get, post } = await zluriClient();
    expect((await get('/v2/users')).status).toBe(404);
    expect((await post('/v2/contracts')).status).toBe(200);
    expect((await get('/ext/v2/audit/list')).status).toBe(200);
    expect((await get('/v2/audit/list')).status).toBe(404);
    expect((await post('/ext/v2/users')).status).toBe(404);
  });

  it('has no call that changes or details contracts, or deletes anything (Zluri: llms.txt)', async () => {
    const { send, get, server } = await zluriClient();
    const [contract] = server.data.contracts;
    const [app] = server.data.apps;
    expect((await get(`/v2/contract/${contract.contract_id}`)).status).toBe(404);
    expect((await send('PATCH', `/v2/contract/${contract.contract_id}`, {})).status).toBe(404);
    expect((await send('DELETE', `/v2/application/${app.app_id}`)).status).toBe(404);
  });

  it('takes 100 requests a minute, all endpoints together, and says how long to wait (Zluri: rate-limits)', async () => {
    const { post, get, clock, server } = await zluriClient({ apps: 1, contracts: 1, users: 1 });
    for (let i = 0; i < 50; i += 1) {
      expect((await post('/v2/users')).status).toBe(200);
      expect((await post('/v2/contracts')).status).toBe(200);
    }
    clock.time += 37_000;
    const { status, headers, body } = await get('/ext/v2/audit/list');
    expect([status, headers.get('retry-after')]).toEqual([429, '23']);
    expect(body).toEqual({ errors: [{ msg: expect.any(String) }], code: 'RATE_LIMIT_EXCEEDED' });
    server.options({ retryAfter: false });
    expect((await post('/v2/users')).headers.has('retry-after')).toBe(false);
    clock.time += 23_000;
    expect((await post('/v2/users')).status).toBe(200);
  });

  it('names the virtual time that an answer took, more for longer pages', async () => {
    const { post } = await zluriClient();
    const latency = async (path: string) => Number((await post(path)).headers.get('x-virtual-latency-ms'));
    expect(await latency('/v2/users?page_size=100')).toBe(138);
    expect(await latency('/v2/users?page_size=1')).toBe(120);
  });

  it('does not know option names that it does not have', async () => {
    const { server } = await zluriClient();
    expect(() => server.options({ first_page: 1 })).toThrow('no option "first_page"');
  });
});
