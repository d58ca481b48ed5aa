import { zluriClient } from './zluri-client';

const BASE = '/v2/integrations-sync';
const INSTANCES = `${BASE}/instances`;

/** A tenant, and a body by which an instance can be made in it. */
async function withBody() {
  const client = await zluriClient();
  const { apps, users } = client.server.data;
  const emails: string[] = users.slice(0, 4).map((user) => user.user_email);
  const body = {
    app_id: apps[0].app_id,
    instance_name: 'Roster',
    notification_emails: emails.slice(0, 2),
    created_by: emails[0],
  };
  return { ...client, emails, body };
}

describe('schemas of entities (Zluri: getentityschemas; shape and path inferred)', () => {
  it('tell the six entities with models, fields, and what is required', async () => {
    const { get } = await zluriClient();
    const { status, body } = await get(`${BASE}/entities/schemas`);
    expect(status).toBe(200);
    expect(
      body.map((entity: { entity_name: string; type: string }) => [entity.entity_name, entity.type]),
    ).toEqual([
      ['users', 'snapshot'],
      ['groups', 'snapshot'],
      ['group_users', 'snapshot'],
      ['user_activity', 'incremental'],
      ['transactions', 'incremental'],
      ['contracts', 'incremental'],
    ]);
    expect(body[0].schema).toMatchObject({
      type: 'object',
      required: ['unique_id', 'email'],
      properties: {
        email: { type: 'string', format: 'email' },
        status: { enum: ['active', 'inactive', 'suspended'] },
        license: { type: 'array', items: { type: 'string' } },
        last_used: { type: 'string', format: 'date-time' },
      },
    });
  });

  it('may be elsewhere or nowhere', async () => {
    const { get, server } = await zluriClient();
    server.options({ schemas: 'none' });
    expect((await get(`${BASE}/entities/schemas`)).status).toBe(404);
    server.options({ schemas: 'elsewhere' });
    expect((await get(`${BASE}/entities/schemas`)).status).toBe(404);
    expect((await get(`${BASE}/schemas`)).body).toHaveLength(6);
  });
});

describe('instances of custom integrations (Zluri: createsdkinstance; keys inferred)', () => {
  it('are made for an app, and can be listed, read and updated (Zluri: listsdkinstances, sdk-migration-guide)', async () => {
    const { post, get, send, body, emails, server } = await withBody();
    const made = await post(INSTANCES, body);
    expect(made).toMatchObject({ status: 201, body: { ...body, status: 'connected' } });
    const path = `${INSTANCES}/${made.body.instance_id}`;
    expect((await get(path)).body).toEqual(made.body);
    expect(server.data.instances).toEqual([made.body]);
    const updated = await send('PUT', path, {
      notification_emails: [emails[3]],
      status: 'not-connected',
      created_by: emails[1],
    });
    expect(updated.body).toEqual({
      ...made.body,
      notification_emails: [emails[3]],
      status: 'not-connected',
      created_by: emails[1],
    });
    expect((await get(`${INSTANCES}?status=connected`)).body).toEqual({ count: 0, items: [] });
    expect((await get(`${INSTANCES}?status=not-connected`)).body).toEqual({
      count: 1,
      items: [updated.body],
    });
  });

  it('are listed by offset and limit', async () => {
    const { post, get, body } = await withBody();
    for (const name of ['A', 'B', 'C']) await post(INSTANCES, { ...body, instance_name: name });
    const { count, items } = (await get(`${INSTANCES}?offset=1&limit=1`)).body;
    expect([count, items.map((each: { instance_name: string }) => each.instance_name)]).toEqual([3, ['B']]);
    expect((await get(`${INSTANCES}?offset=-1`)).status).toBe(400);
    expect((await get(`${INSTANCES}?limit=0`)).status).toBe(400);
    expect((await get(`${INSTANCES}?status=broken`)).status).toBe(400);
  });

  it.each<[string, string, (emails: string[]) => object]>([
    ['an unknown app', 'app_id', () => ({ app_id: '0123456789abcdef01234567' })],
    ['no name', 'instance_name', () => ({ instance_name: undefined })],
    ['a stranger', 'notification_emails[0]', () => ({ notification_emails: ['nobody@x.example'] })],
    ['four addresses', 'notification_emails', (emails) => ({ notification_emails: emails })],
    ['no addresses', 'notification_emails', () => ({ notification_emails: [] })],
    ['a stranger as its maker', 'created_by', () => ({ created_by: 'nobody@x.example' })],
    ['a key of the guides', 'instanceName', () => ({ instanceName: 'Roster' })],
  ])('are not made with %s (Zluri: troubleshooting)', async (_, param, change) => {
    const { post, body, emails, server } = await withBody();
    const made = await post(INSTANCES, { ...body, ...change(emails) });
    expect([made.status, made.body.error.ValidationError[0].param]).toEqual([400, param]);
    expect(server.data.instances).toEqual([]);
  });

  it('have names of their own', async () => {
    const { post, body } = await withBody();
    await post(INSTANCES, body);
    expect((await post(INSTANCES, body)).status).toBe(400);
  });

  it('keep name and app', async () => {
    const { post, send, body } = await withBody();
    const { instance_id } = (await post(INSTANCES, body)).body;
    expect((await send('PUT', `${INSTANCES}/${instance_id}`, { instance_name: 'B' })).status).toBe(400);
    expect((await send('PUT', `${INSTANCES}/${instance_id}`, { status: 'error' })).status).toBe(400);
    expect((await send('PUT', `${INSTANCES}/0123`, { status: 'connected' })).status).toBe(404);
  });

  it('are nothing for a key without the right, nor for one that may only read', async () => {
    const { post, get, body, server } = await withBody();
    server.options({ readOnlyKey: true });
    expect((await post(INSTANCES, body)).status).toBe(403);
    expect((await get(INSTANCES)).status).toBe(200);
    server.options({ readOnlyKey: false, forbid: 'integrations' });
    expect((await get(INSTANCES)).status).toBe(403);
  });
});
