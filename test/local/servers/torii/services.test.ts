import { toriiClient } from './torii-client';
import type { ToriiClient } from './torii-client';

const MINUTE = 60_000;

const TENANT = () => ({
  org: { domain: 'stark.com' },
  apps: [
    { id: 1, name: 'Figma' },
    { id: 2, name: 'Stripe' },
    { id: 3, name: 'Notion' },
  ],
  users: [
    { id: 10, email: 'tony@stark.com', firstName: 'Tony' },
    { id: 11, email: 'pepper@stark.com' },
  ],
  appUsers: [{ idApp: 1, idUser: 11, role: 'Owner' }],
});

const FILE = {
  users: [
    { email: 'Tony@stark.com', status: 'active', roles: ['Admin', 'Editor'], lastUsedDate: '2026-05-01' },
    { email: 'bruce@stark.com', id: '7', firstName: 'Bruce', status: 'deleted', externalStatus: 'Off' },
  ],
  licenses: [
    { name: 'full', users: [{ email: 'tony@stark.com' }], pricePerUser: 9000, unassignedAmount: 3 },
    { name: 'dev', users: [{ email: 'tony@stark.com', licenseStatus: 'inactive' }], pricePerUser: 100 },
  ],
};

/** The id of an uploaded file with that content. */
async function fileWith(client: ToriiClient, content: unknown, type?: string): Promise<number> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return (await client.upload('people.json', text, type)).body.id;
}

/** Uploads the content and asks for its sync. */
async function synced(client: ToriiClient, content: unknown, route = 'custom', idAppAccount = 10) {
  const idFile = await fileWith(client, content);
  return client.send('PUT', `/services/sync/${route}`, { idFile, idAppAccount });
}

describe('app accounts of the Torii server (Torii: llms.txt; body and answer inferred)', () => {
  it('are made for an app that is there, each with an id of its own', async () => {
    const { send, server } = await toriiClient(TENANT());
    expect(server.data.appAccounts).toEqual([
      { id: 10, idApp: 1 },
      { id: 20, idApp: 2 },
    ]);
    const first = await send('POST', '/services/custom', { idApp: 3 });
    const second = await send('POST', '/services/custom', { idApp: 3 });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.id).toBeGreaterThan(first.body.id);
    expect(server.data.appAccounts.slice(2)).toEqual([
      { id: first.body.id, idApp: 3 },
      { id: second.body.id, idApp: 3 },
    ]);
  });

  it('are not made for others', async () => {
    const { send } = await toriiClient(TENANT());
    expect((await send('POST', '/services/custom', { idApp: 99 })).status).toBe(404);
    expect((await send('POST', '/services/custom', { idApp: '3' })).status).toBe(400);
    expect((await send('POST', '/services/custom', {})).status).toBe(400);
  });
});

describe('custom syncs of the Torii server (Torii: putservicessynccustom)', () => {
  it('bring people, licences and roles into the app after some minutes', async () => {
    const client = await toriiClient(TENANT());
    expect((await synced(client, FILE)).body).toEqual({ success: true });
    const users = async () => (await client.get('/apps/1/users?sort=idUser:asc')).body.users;
    expect(await users()).toHaveLength(1);
    client.clock.time += 2 * MINUTE;
    expect(await users()).toEqual([
      expect.objectContaining({
        idUser: 10,
        status: 'active',
        role: 'Admin, Editor',
        lastVisitTime: '2026-05-01T00:00:00.000Z',
        idAppAccount: 10,
        annualCost: 9100,
        licenses: [
          { name: 'full', licenseStatus: 'active' },
          { name: 'dev', licenseStatus: 'inactive' },
        ],
      }),
      expect.objectContaining({ email: 'pepper@stark.com', status: 'active', role: 'Owner' }),
      expect.objectContaining({
        email: 'bruce@stark.com',
        firstName: 'Bruce',
        status: 'deleted',
        externalStatus: 'Off',
      }),
    ]);
    const { licenses } = (await client.get('/apps/1?includeLicenses=true')).body.app;
    expect(licenses.types[0]).toMatchObject({
      name: 'full',
      activeAmount: 1,
      unassignedAmount: 3,
      pricePerLicense: { value: 9000 },
    });
  });

  it('are there as soon as a test looks at the tenant, and are kept with what they held', async () => {
    const client = await toriiClient(TENANT());
    await synced(client, FILE);
    expect(client.server.data.syncs).toMatchObject([
      { idAppAccount: 10, at: '2026-06-01T00:00:00.000Z', isDone: false, file: FILE },
    ]);
    client.clock.time += 2 * MINUTE;
    expect(client.server.data.appUsers).toHaveLength(3);
    expect(client.server.data.syncs[0].isDone).toBe(true);
  });

  it('take out people who are missing only where the options say so (no text says)', async () => {
    const client = await toriiClient(TENANT());
    client.server.options({ removeMissing: true });
    await synced(client, FILE);
    client.clock.time += 2 * MINUTE;
    const { users } = (await client.get('/apps/1/users?status=deleted')).body;
    expect(users.map((user: { email: string }) => user.email)).toEqual(
      expect.arrayContaining(['pepper@stark.com', 'bruce@stark.com']),
    );
  });

  it('are refused with 409 while one of the account is running', async () => {
    const client = await toriiClient(TENANT());
    client.server.options({ syncMinutes: 5 });
    await synced(client, FILE);
    client.clock.time += 5 * MINUTE - 1;
    const second = await synced(client, FILE);
    expect([second.status, second.body]).toEqual([
      409,
      { statusCode: 409, error: 'Conflict', message: expect.any(String) },
    ]);
    expect((await synced(client, FILE, 'custom', 20)).status).toBe(200);
    client.clock.time += 1;
    expect((await synced(client, FILE)).status).toBe(200);
  });

  it('leave an event in the log as soon as they start (Torii: getaudit; that a key’s do is inferred)', async () => {
    const client = await toriiClient(TENANT());
    await synced(client, FILE);
    const { audit } = (await client.get('/audit?entity=integrations')).body;
    expect(audit).toEqual([
      expect.objectContaining({
        type: 'sync_custom_integration',
        performedBy: 10,
        performedByEmail: 'tony@stark.com',
        creationTime: '2026-06-01T00:00:00.000Z',
        requestDetails: expect.objectContaining({ method: 'put' }),
        properties: {},
      }),
    ]);
  });

  it('need a file and an account that are there, by whole numbers', async () => {
    const client = await toriiClient(TENANT());
    const idFile = await fileWith(client, FILE);
    const status = async (body: object) => (await client.send('PUT', '/services/sync/custom', body)).status;
    expect(await status({ idFile })).toBe(400);
    expect(await status({ idFile, idAppAccount: '10' })).toBe(400);
    expect(await status({ idFile: 1, idAppAccount: 10 })).toBe(404);
    expect(await status({ idFile, idAppAccount: 1 })).toBe(404);
    const report = await fileWith(client, FILE, 'expenseReport');
    expect(await status({ idFile: report, idAppAccount: 10 })).toBe(400);
    expect(client.server.data.syncs).toEqual([]);
  });

  const [tony] = FILE.users;
  it.each<[string, unknown, string]>([
    ['no JSON', '{"users":', 'not valid JSON'],
    ['a list', [], 'The file is not an object'],
    ['no users', {}, 'users is required'],
    ['users that are no list', { users: {} }, 'users is not an array'],
    ['nobody', { users: [] }, 'at least one valid user'],
    ['a user without an email', { users: [tony, { id: '1' }] }, 'users[1].email is required'],
    ['an email that is none', { users: [{ email: 'tony@stark' }] }, 'users[0].email is not a valid email'],
    ['a number as an id', { users: [{ ...tony, id: 7 }] }, 'users[0].id is not a string'],
    [
      'an unknown status',
      { users: [{ ...tony, status: 'inactive' }] },
      'users[0].status is not one of [active, deleted]',
    ],
    [
      'roles in one text',
      { users: [{ ...tony, roles: 'Admin' }] },
      'users[0].roles is not an array of strings',
    ],
    ['an empty date', { users: [{ ...tony, lastUsedDate: '' }] }, 'users[0].lastUsedDate is not a date'],
    [
      'a day that does not exist',
      { users: [{ ...tony, lastUsedDate: '2026-02-30' }] },
      'users[0].lastUsedDate',
    ],
    ['a day in local form', { users: [{ ...tony, lastUsedDate: '5/1/2026' }] }, 'users[0].lastUsedDate'],
    ['an unknown key', { users: [{ ...tony, department: 'IT' }] }, 'users[0].department is not allowed'],
    ['a licence without a name', { users: [tony], licenses: [{}] }, 'licenses[0].name is required'],
    [
      'a price below 0',
      { users: [tony], licenses: [{ name: 'full', pricePerUser: -1 }] },
      'licenses[0].pricePerUser',
    ],
    [
      'half a cent',
      { users: [tony], licenses: [{ name: 'full', pricePerUser: 1.5 }] },
      'licenses[0].pricePerUser',
    ],
    [
      'a price as text',
      { users: [tony], licenses: [{ name: 'full', pricePerUser: '90' }] },
      'licenses[0].pricePerUser',
    ],
    [
      'seats below 0',
      { users: [tony], licenses: [{ name: 'full', unassignedAmount: -2 }] },
      'licenses[0].unassignedAmount',
    ],
    [
      'an unknown licence status',
      {
        users: [tony],
        licenses: [{ name: 'full', users: [{ email: 'tony@stark.com', licenseStatus: 'off' }] }],
      },
      'licenses[0].users[0].licenseStatus',
    ],
    [
      'a licence of a stranger',
      { users: [tony], licenses: [{ name: 'full', users: [{ email: 'loki@asgard.no' }] }] },
      'licenses[0].users[0].email is not among the users',
    ],
  ])('refuse a file with %s, and name the place', async (_, content, message) => {
    const client = await toriiClient(TENANT());
    const { status, body } = await synced(client, content);
    expect([status, body.error, body.message]).toEqual([
      400,
      'Bad Request',
      expect.stringContaining(message),
    ]);
    expect(client.server.data.syncs).toEqual([]);
  });

  it('take dates with a time, as the official sample has them', async () => {
    const client = await toriiClient(TENANT());
    const users = [{ email: 'tony@stark.com', lastUsedDate: '2021-07-05T20:43:14Z' }];
    expect((await synced(client, { users })).status).toBe(200);
  });

  it('bring in 50,000 people with four licences each in a moment', async () => {
    const client = await toriiClient({ apps: 2, users: 20, contracts: 0 });
    const [app] = client.server.data.apps;
    const { id } = (await client.send('POST', '/services/custom', { idApp: app.id })).body;
    const users = Array.from({ length: 50_000 }, (_, i) => ({ email: `p${i}@many.example` }));
    const licenses = ['a', 'b', 'c', 'd'].map((name) => ({ name, users }));
    const { url, filePath } = (await client.get('/files/url?name=a.json&type=application/json')).body
      .uploadFileParameters;
    await client.store('PUT', url, JSON.stringify({ users, licenses }), {
      'Content-Type': 'application/json',
    });
    const file = await client.send('POST', '/files', { path: filePath, type: 'customIntegrationData' });
    const begun = performance.now();
    const sync = { idFile: file.body.id, idAppAccount: id };
    expect((await client.send('PUT', '/services/sync/custom', sync)).status).toBe(200);
    client.clock.time += 2 * MINUTE;
    expect((await client.get(`/apps/${app.id}/users?q=many.example&size=5`)).body.total).toBe(50_000);
    expect(performance.now() - begun).toBeLessThan(8000);
  });
});

describe('Gluu syncs of the Torii server (Torii: putservicessyncgluu; columns inferred from article 39396363579803)', () => {
  it('read people from CSV', async () => {
    const client = await toriiClient(TENANT());
    const csv =
      'Email,Name,Status,Licenses,Last used date\r\ntony@stark.com,Tony Stark,Active,"Pro, Basic",2026-05-01\r\n';
    expect((await synced(client, csv, 'gluu')).status).toBe(200);
    client.clock.time += 2 * MINUTE;
    expect((await client.get('/apps/1/users?q=tony')).body.users[0].licenses).toEqual([
      { name: 'Pro', licenseStatus: 'active' },
      { name: 'Basic', licenseStatus: 'active' },
    ]);
    const { audit } = (await client.get('/audit?entity=integrations')).body;
    expect(audit[0].type).toBe('sync_gluu_custom_integration');
  });

  it.each([
    ['JSON', JSON.stringify(FILE), 'column Email'],
    ['no people', 'Email,Name\r\n', 'at least one valid user'],
    ['an address that is none', 'Email\r\ntony@stark.com\r\ntony\r\n', 'Line 3: Email'],
    ['an unknown status', 'Email,Status\r\ntony@stark.com,gone\r\n', 'Line 2: Status'],
  ])('refuse %s', async (_, content, message) => {
    const client = await toriiClient(TENANT());
    const { status, body } = await synced(client, content, 'gluu');
    expect([status, body.message]).toEqual([400, expect.stringContaining(message)]);
  });
});

describe('what the Torii server can be told of syncs, of which no text says how they are', () => {
  it('answers without a body, with 201, and with ids as text (Torii: postfilesupload, notes of the official client)', async () => {
    const client = await toriiClient(TENANT());
    client.server.options({ madeStatus: 201, idsAsText: true, emptySyncAnswer: true });
    const file = await client.upload('people.json', JSON.stringify(FILE));
    expect([file.status, typeof file.body.id]).toEqual([201, 'string']);
    const answer = await client.send('PUT', '/services/sync/custom', {
      idFile: Number(file.body.id),
      idAppAccount: 10,
    });
    expect([answer.status, answer.body]).toEqual([200, undefined]);
    expect(client.server.data.syncs).toHaveLength(1);
  });

  it('runs one for the whole organisation (Torii: putservicessynccustom, whose 409 names no scope)', async () => {
    const client = await toriiClient(TENANT());
    client.server.options({ syncsAtOnce: 'organisation' });
    expect((await synced(client, FILE)).status).toBe(200);
    expect((await synced(client, FILE, 'custom', 20)).status).toBe(409);
  });

  it('shows them in the audit log some minutes later (Torii: getaudit, which promises no time)', async () => {
    const client = await toriiClient(TENANT());
    client.server.options({ auditMinutes: 3 });
    await synced(client, FILE);
    const events = async () => (await client.get('/audit?entity=integrations')).body.audit.length;
    expect(await events()).toBe(0);
    client.clock.time += 3 * MINUTE;
    expect(await events()).toBe(1);
  });
});
