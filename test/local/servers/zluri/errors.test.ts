import { zluriClient } from './zluri-client';

describe('error bodies of the Zluri server', () => {
  it('name the wrong value of a request (Zluri v1: init-sync)', async () => {
    const { post } = await zluriClient();
    const { status, body } = await post('/v2/add-user', { user_name: 'No Address' });
    expect(status).toBe(400);
    expect(body).toEqual({
      error: {
        ValidationError: [{ location: 'body', msg: 'Is required', param: 'user_email' }],
        status: 400,
      },
      sentry_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it('say where in the request the value was', async () => {
    const { post, get } = await zluriClient();
    const complaint = async (reply: ReturnType<typeof get>) => (await reply).body.error.ValidationError[0];
    expect(await complaint(post('/v2/users?page=x'))).toMatchObject({ location: 'query', param: 'page' });
    expect(await complaint(get('/v2/application/12'))).toMatchObject({ location: 'params', param: 'app_id' });
  });

  it.each([
    ['errors', { errors: [{ msg: 'Invalid api key' }], code: 'UNAUTHORIZED' }],
    [
      'validation',
      { error: { ValidationError: [{ location: 'body', msg: 'Invalid api key' }], status: 401 } },
    ],
    ['message', { message: 'Invalid api key' }],
    ['error', { error: 'Invalid api key', code: 'UNAUTHORIZED' }],
  ])('come in the shape “%s” when that is wanted', async (errorShape, wanted) => {
    const { post, server } = await zluriClient();
    server.options({ errorShape, revokeKey: true });
    expect((await post('/v2/users')).body).toMatchObject(wanted);
  });

  it('come for broken JSON, other JSON, and keys that lists do not have (Zluri: troubleshooting, malformed body)', async () => {
    const { server, post } = await zluriClient();
    for (const body of ['{"filter_by":[', '[]', 'null']) {
      const headers = { 'api-key': server.apiKey, 'content-type': 'application/json; charset=utf-8' };
      expect((await fetch(`${server.url}/v2/users`, { method: 'POST', headers, body })).status).toBe(400);
    }
    expect((await post('/v2/users', { filters: [] })).body.error.ValidationError[0].param).toBe('filters');
  });

  it('do not come for a body that is not announced as JSON: it is not looked at (inferred)', async () => {
    const { send } = await zluriClient();
    const plain = { 'Content-Type': 'text/plain' };
    expect((await send('POST', '/v2/users', { nonsense: 1 }, plain)).status).toBe(200);
  });

  it('come for ids that are none, and for ids of nobody (Zluri: updateapplicationuser-1; 404 inferred)', async () => {
    const { get, send } = await zluriClient();
    expect((await send('PATCH', '/v2/application/12', {})).status).toBe(400);
    expect(await get('/v2/user/0123456789abcdef01234567')).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining('0123456789abcdef01234567') },
    });
  });
});
