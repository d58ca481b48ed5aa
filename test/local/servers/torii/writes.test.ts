import { toriiClient } from './torii-client';
import type { ToriiClient } from './torii-client';

let client: ToriiClient;
let idApp: number;
let idContract: number;
let idUser: number;

beforeEach(async () => {
  client = await toriiClient({ apps: 5, contracts: 5, users: 20 });
  [idApp, idContract, idUser] = [
    client.server.data.apps[0].id,
    client.server.data.contracts[0].id,
    client.server.data.users[0].id,
  ];
});

describe('PUT /apps/{idApp} (Torii: putappsidapp)', () => {
  it('takes flat keys, leaves the others alone, and answers with the app, its state as key', async () => {
    const before = { ...client.server.data.apps[0] };
    const { status, body } = await client.send('PUT', `/apps/${idApp}`, {
      state: 'sanctioned',
      c_yearlyCost: 2700000,
    });
    expect(status).toBe(200);
    expect(body.app).toMatchObject({
      id: idApp,
      name: before.name,
      state: 'sanctioned',
      c_yearlyCost: 2700000,
    });
    expect(client.server.data.apps[0]).toEqual({ ...before, state: 'sanctioned', c_yearlyCost: 2700000 });
    expect((await client.get(`/apps/${idApp}?fields=state`)).body.app.state).toBe('Sanctioned');
  });

  it('takes people as ids, the owner under its old name too (official MCP types; changelog)', async () => {
    await client.send('PUT', `/apps/${idApp}`, { primaryOwner: idUser, appOwners: [idUser, idUser + 1] });
    const { app } = (await client.get(`/apps/${idApp}?fields=primaryOwner,appOwners`)).body;
    expect([app.primaryOwner.id, app.appOwners.length]).toEqual([idUser, 2]);
    await client.send('PUT', `/apps/${idApp}`, { owner: idUser + 2 });
    expect(client.server.data.apps[0].primaryOwner).toBe(idUser + 2);
  });

  it('names the fields that do not exist, and then changes nothing (Torii: changelog)', async () => {
    const { status, body } = await client.send('PUT', `/apps/${idApp}`, {
      name: 'New',
      c_oldCode: 'x',
      c_secret: 'y',
    });
    expect([status, body.message]).toEqual([400, expect.stringContaining('c_oldCode, c_secret')]);
    expect(client.server.data.apps[0].name).not.toBe('New');
  });

  it.each<[string, unknown]>([
    ['state', 'Sanctioned'],
    ['c_dataTypes', ['none', 'nonsense']],
    ['c_hosting', 'moon'],
    ['primaryOwner', 1],
    ['primaryOwner', 'ann@x.example'],
    ['appOwners', 1000],
    ['c_seatLimit', '12'],
    ['c_yearlyCost', 12.5],
    ['c_reviewDate', '2026-02-30'],
    ['c_reviewDate', '01/02/2026'],
    ['c_isApproved', 'yes'],
    ['c_companyCard', '123'],
    ['c_supportEmail', 'nobody'],
    ['name', ''],
    ['vendor', 'x'],
    ['id', 5],
    ['c_securityReport', {}],
  ])('refuses %s = %j', async (key, value) => {
    const { status, body } = await client.send('PUT', `/apps/${idApp}`, { [key]: value });
    expect([status, body.message]).toEqual([400, expect.stringContaining(key)]);
  });

  it.each<[string, unknown, unknown]>([
    ['c_dataTypes', ['none', 'healthData_1'], ['none', 'healthData_1']],
    ['c_reviewDate', '2026-02-28', '2026-02-28T00:00:00.000Z'],
    ['c_otherNames', ['a', 'b'], ['a', 'b']],
    ['c_seatLimit', null, null],
    ['description', '', ''],
    ['isHidden', true, true],
  ])('stores %s = %j', async (key, value, stored) => {
    expect((await client.send('PUT', `/apps/${idApp}`, { [key]: value })).status).toBe(200);
    expect(client.server.data.apps[0][key]).toEqual(stored);
  });

  it('refuses a body that is no JSON object', async () => {
    expect((await client.send('PUT', `/apps/${idApp}`, [1])).status).toBe(400);
    expect((await client.send('PUT', `/apps/${idApp}`)).status).toBe(400);
  });
});

describe('writing contracts (Torii: postcontracts, putcontractsidcontract, deletecontractsidcontract)', () => {
  it('needs a name, an app and a status', async () => {
    const { status, body } = await client.send('POST', '/contracts', { name: 'New' });
    expect([status, body.message]).toEqual([400, 'Missing required fields: idApp, status']);
    const created = await client.send('POST', '/contracts', { name: 'New', idApp, status: 'pipeline' });
    expect(created.body).toEqual({ contract: { id: expect.any(Number), name: 'New', status: 'pipeline' } });
    const { contract } = (
      await client.get(`/contracts/${created.body.contract.id}?fields=source,creationTime`)
    ).body;
    expect(contract).toEqual({ source: 'api', creationTime: '2026-06-01T00:00:00.000Z' });
  });

  it('takes an amount with its currency; a plain number is in the currency of the organisation', async () => {
    const read = async () => {
      const { contract } = (await client.get(`/contracts/${idContract}?fields=amount,currency`)).body;
      return [contract.amount, contract.currency];
    };
    await client.send('PUT', `/contracts/${idContract}`, { amount: { value: 23000000, currency: 'EUR' } });
    expect(await read()).toEqual([23000000, 'EUR']);
    await client.send('PUT', `/contracts/${idContract}`, { amount: '12000' });
    expect(await read()).toEqual([12000, 'USD']);
  });

  it.each<[unknown, string]>([
    [{ currency: 'EUR' }, 'currency'],
    [{ status: 'In-Review' }, 'status'],
    [{ amount: { value: 1 } }, 'amount'],
    [{ ccf_setupFee: { value: 1, currency: 'XAU' } }, 'ccf_setupFee'],
    [{ amount: { value: 1, currency: 'EUR' }, ccf_setupFee: 1 }, 'ccf_setupFee'],
    [{ idApp: 1 }, 'idApp'],
    [{ cancellationDeadline: '2026-01-01' }, 'cancellationDeadline'],
    [{ ccf_oldCode: 'x' }, 'ccf_oldCode'],
  ])('refuses %j', async (body, named) => {
    const { status, body: answer } = await client.send('PUT', `/contracts/${idContract}`, body);
    expect([status, answer.message]).toEqual([400, expect.stringContaining(named)]);
  });

  it('gives no id twice, also where the last contract is gone', async () => {
    const body = { name: 'New', idApp, status: 'pipeline' };
    const made = async (): Promise<number> =>
      (await client.send('POST', '/contracts', body)).body.contract.id;
    const first = await made();
    await client.send('DELETE', `/contracts/${first}`);
    const second = await made();
    client.server.edit('contracts', second, null);
    expect([second - first, (await made()) - second]).toEqual([1, 1]);
  });

  it('answers a removal without a body', async () => {
    const { status, body } = await client.send('DELETE', `/contracts/${idContract}`);
    expect([status, body]).toEqual([204, undefined]);
    expect((await client.get('/contracts')).body.total).toBe(4);
  });
});

describe('writing people (Torii: putusersiduser, putusersiduserappsidapp)', () => {
  it('changes the lifecycle status and nothing else', async () => {
    const { body } = await client.send('PUT', `/users/${idUser}`, { lifecycleStatus: 'offboarding' });
    expect(body.user).toMatchObject({ id: idUser, lifecycleStatus: 'offboarding' });
    const { audit } = (await client.get('/audit?entity=users&size=1')).body;
    expect(audit[0]).toMatchObject({
      type: 'update_user_lifecycle_status',
      properties: { idUser, lifecycleStatus: 'offboarding' },
    });
    for (const wrong of [{}, { lifecycleStatus: 'gone' }, { lifecycleStatus: 'active', firstName: 'X' }]) {
      expect((await client.send('PUT', `/users/${idUser}`, wrong)).status).toBe(400);
    }
  });

  it('takes a person out of an app', async () => {
    const big = await toriiClient();
    const user = big.server.data.users[5].id;
    const [app] = (await big.get(`/users/${user}/apps`)).body.apps;
    const path = `/users/${user}/apps/${app.id}`;
    const { body } = await big.send('PUT', path, { isUserRemovedFromApp: true });
    expect(body.app).toEqual({ id: app.id, name: app.name, isUserRemovedFromApp: true, state: app.state });
    expect((await big.get(path)).body.app.isUserRemovedFromApp).toBe(true);
    expect((await big.get(`/users/${user}/apps?isUserRemovedFromApp=true`)).body.apps).toHaveLength(1);
    expect((await big.send('PUT', path, { isUserRemovedFromApp: 'yes' })).status).toBe(400);
  });
});
