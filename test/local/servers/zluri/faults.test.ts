import { zluriClient } from './zluri-client';

describe('faults on the Zluri server (source: the desk contract for fault rules)', () => {
  it('answers with the status that was ordered in that status’s shape, and then as if nothing had been', async () => {
    const { post, server } = await zluriClient();
    server.fault({ match: 'POST /v2/users', status: 429, retryAfter: 9 });
    const { status, headers, body } = await post('/v2/users?page=3');
    expect([status, headers.get('retry-after'), body.code]).toEqual([429, '9', 'RATE_LIMIT_EXCEEDED']);
    expect((await post('/v2/users?page=3')).status).toBe(200);
    server.fault({ match: /contracts/, status: 500 });
    expect((await post('/v2/contracts')).body).toEqual({ message: expect.any(String) });
  });

  it('shows the page before once more where a list is to run in circles', async () => {
    const { post, server } = await zluriClient();
    const ids = async (page: number) =>
      (await post(`/v2/users?page=${page}`)).body.items.map((row: { user_id: string }) => row.user_id);
    const [first, second] = [await ids(0), await ids(1)];
    server.fault({ match: 'POST /v2/users?page=1', repeatCursor: true });
    expect(await ids(1)).toEqual(first);
    expect(await ids(1)).toEqual(second);
  });

  it('cuts the connection in the middle of the answer; what was written stays written', async () => {
    const { server, send } = await zluriClient();
    const [app] = server.data.apps;
    server.fault({ match: 'PATCH /v2/application', cut: true });
    await expect(send('PATCH', `/v2/application/${app.app_id}`, { app_name: 'Cut' })).rejects.toThrow();
    expect(app.app_name).toBe('Cut');
  });

  it('cuts the connection before anything is written where that is ordered', async () => {
    const { server, post } = await zluriClient();
    const count = server.data.apps.length;
    server.fault({ match: 'POST /v2/add-application', cut: 'before' });
    await expect(post('/v2/add-application', { app_name: 'Acme' })).rejects.toThrow();
    expect(server.data.apps).toHaveLength(count);
  });

  it('does not write what is answered with a status, and takes longer when that is wanted', async () => {
    const { server, send, post } = await zluriClient();
    const [app] = server.data.apps;
    server.fault({ match: 'PATCH', status: 408 });
    await send('PATCH', `/v2/application/${app.app_id}`, { app_name: 'Never' });
    expect(app.app_name).not.toBe('Never');
    server.fault({ match: 'POST', delayMs: 30_000 });
    expect((await post('/v2/users?page_size=1')).headers.get('x-virtual-latency-ms')).toBe('30120');
  });
});
