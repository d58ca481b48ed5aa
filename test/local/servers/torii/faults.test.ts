import { toriiClient } from './torii-client';

describe('faults on the Torii server (source: the desk contract for fault rules)', () => {
  it('answers with the status that was ordered, and then as if nothing had been', async () => {
    const { get, server } = await toriiClient();
    server.fault({ match: 'GET /v1.0/apps', status: 502 });
    expect(await get('/apps')).toMatchObject({
      status: 502,
      body: { statusCode: 502, error: 'Bad Gateway' },
    });
    expect((await get('/apps')).status).toBe(200);
  });

  it('sends Retry-After and its own body where they are ordered', async () => {
    const { get, server } = await toriiClient();
    server.fault({ match: /contracts/, status: 503, retryAfter: 7, body: '"down"' });
    const { status, headers, body } = await get('/contracts');
    expect([status, headers.get('retry-after'), body]).toEqual([503, '7', 'down']);
  });

  it('puts HTML or broken JSON in the place of the body', async () => {
    const { server } = await toriiClient();
    const ask = () =>
      fetch(`${server.url}/v1.0/apps`, { headers: { Authorization: `Bearer ${server.apiKey}` } });
    server.fault({ match: 'GET', body: '<html>Sign in</html>' });
    const page = await ask();
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toBe('<html>Sign in</html>');
    server.fault({ match: 'GET', body: '{"apps":[' });
    await expect((await ask()).json()).rejects.toThrow('JSON');
  });

  it('cuts the connection in the middle of the answer; what was written stays written', async () => {
    const { server, send } = await toriiClient();
    const [app] = server.data.apps;
    server.fault({ match: 'PUT /v1.0/apps', cut: true });
    await expect(send('PUT', `/apps/${app.id}`, { name: 'Cut' })).rejects.toThrow();
    expect(app.name).toBe('Cut');
    server.fault({ match: 'GET /v1.0/apps', cut: true });
    const response = await fetch(`${server.url}/v1.0/apps`, {
      headers: { Authorization: `Bearer ${server.apiKey}` },
    });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it('cuts the connection before anything is written where that is ordered', async () => {
    const { server, send } = await toriiClient();
    const [app] = server.data.apps;
    server.fault({ match: 'PUT /v1.0/apps', cut: 'before' });
    await expect(send('PUT', `/apps/${app.id}`, { name: 'Never' })).rejects.toThrow();
    expect(app.name).not.toBe('Never');
    expect((await send('PUT', `/apps/${app.id}`, { name: 'Now' })).status).toBe(200);
    expect(app.name).toBe('Now');
  });

  it('lets no answer through of a removal that is cut, as its head would be all of it', async () => {
    const { server, send } = await toriiClient();
    const [contract] = server.data.contracts;
    server.fault({ match: 'DELETE', cut: 'after' });
    await expect(send('DELETE', `/contracts/${contract.id}`)).rejects.toThrow();
    expect(server.data.contracts).not.toContain(contract);
  });

  it('strikes one record of several', async () => {
    const { server, send } = await toriiClient({ apps: 3 });
    server.fault({ match: /^PUT \/v1\.0\/apps\/1001$/, status: 400, body: '{"message":"No"}' });
    const statuses = [1000, 1001, 1002].map(
      async (id) => (await send('PUT', `/apps/${id}`, { name: 'N' })).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 400, 200]);
  });

  it('does not write what is answered with a status', async () => {
    const { server, send } = await toriiClient();
    const [app] = server.data.apps;
    server.fault({ match: 'PUT', status: 500 });
    await send('PUT', `/apps/${app.id}`, { name: 'Never' });
    expect(app.name).not.toBe('Never');
  });

  it('answers with trouble after the work is done', async () => {
    const { server, send } = await toriiClient();
    const [app] = server.data.apps;
    server.fault({ match: 'PUT', status: 502, works: true });
    expect((await send('PUT', `/apps/${app.id}`, { name: 'Changed' })).status).toBe(502);
    expect(app.name).toBe('Changed');
  });

  it('makes answers take longer', async () => {
    const { get, server } = await toriiClient();
    server.fault({ match: 'GET', delayMs: 30_000 });
    expect((await get('/orgs/my')).headers.get('x-virtual-latency-ms')).toBe('30120');
  });

  it('repeats the cursor of a later page', async () => {
    const { get, server } = await toriiClient();
    const { body: first } = await get('/apps?size=10');
    server.fault({ match: 'GET /v1.0/apps', repeatCursor: true });
    const { body: second } = await get(`/apps?size=10&cursor=${encodeURIComponent(first.nextCursor)}`);
    expect(second.nextCursor).toBe(first.nextCursor);
    expect(second.apps[0].id).not.toBe(first.apps[0].id);
  });

  it('leads a reader in circles from the first page, even of a list with one page only', async () => {
    const { get, server } = await toriiClient({ apps: 3 });
    server.fault({ match: 'GET /v1.0/apps', repeatCursor: true });
    const { body: first } = await get('/apps?size=10');
    const { body: second } = await get(`/apps?size=10&cursor=${encodeURIComponent(first.nextCursor)}`);
    expect(second.nextCursor).toBe(first.nextCursor);
  });
});
