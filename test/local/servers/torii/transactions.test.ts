import { toriiClient } from './torii-client';

const TENANT = () => ({
  apps: [{ id: 1, name: 'Slack' }],
  transactions: [
    {
      id: 1,
      idApp: 1,
      transactionDate: '2026-02-03',
      amount: { value: 500, currency: 'EUR' },
      description: 'SLACK',
    },
    {
      id: 2,
      idApp: 1,
      transactionDate: '2026-01-05',
      amount: { value: 520, currency: 'USD' },
      source: 'netsuite',
    },
    { id: 3, idApp: null, transactionDate: '2026-03-01', description: 'Who knows' },
    { id: 4, idApp: 1, transactionDate: '2026-03-02', mappingStatus: 'archived' },
  ],
});

const ids = (rows: { id: number }[]) => rows.map((row) => row.id);

describe('transactions of the Torii server (Torii: gettransactions; keys seen in oomol-lab/open-connector)', () => {
  it('are the mapped ones by default, others by mappingStatus, archived ones never', async () => {
    const { get } = await toriiClient(TENANT());
    const list = async (query: string) => ids((await get(`/transactions${query}`)).body.transactions);
    expect(await list('')).toEqual([1, 2]);
    expect(await list('?mappingStatus=unknown')).toEqual([3]);
    expect(await list('?mappingStatus=unknown,mapped,archived')).toEqual([1, 2, 3]);
    expect((await get('/transactions?mappingStatus=lost')).status).toBe(400);
  });

  it('show amounts in minor units of their own and of the organisation’s currency', async () => {
    const { get, server } = await toriiClient(TENANT());
    const [first] = (await get('/transactions')).body.transactions;
    expect(first).toEqual({
      id: 1,
      idApp: 1,
      transactionDate: '2026-02-03',
      amount: { value: 500, currency: 'EUR', convertedValue: 550 },
      source: null,
      description: 'SLACK',
    });
    server.edit('transactions', 1, { amount: { value: 500, currency: 'EUR', convertedValue: 1 } });
    expect((await get('/transactions?fields=amount')).body.transactions[0].amount.convertedValue).toBe(1);
  });

  it('are put in order by what amounts are in the organisation’s currency, or by other fields', async () => {
    const { get } = await toriiClient(TENANT());
    const list = async (sort: string) => ids((await get(`/transactions?sort=${sort}`)).body.transactions);
    expect(await list('amount:asc')).toEqual([2, 1]);
    expect(await list('transactionDate:asc')).toEqual([2, 1]);
    expect(await list('transactionDate:desc')).toEqual([1, 2]);
    expect((await get('/transactions?sort=colour:asc')).status).toBe(400);
  });

  it('can be narrowed by app, source and text of the description', async () => {
    const { get } = await toriiClient(TENANT());
    const list = async (query: string) => ids((await get(`/transactions?${query}`)).body.transactions);
    expect(await list('source=netsuite')).toEqual([2]);
    expect(await list('q=slack')).toEqual([1]);
    expect(await list('idApp=2')).toEqual([]);
    expect((await get(`/transactions?q=${'x'.repeat(801)}`)).status).toBe(400);
    for (const query of ['q=', 'idApp=Slack', 'filters=[]', 'description=SLACK', 'fields=id,colour']) {
      expect((await get(`/transactions?${query}`)).status).toBe(400);
    }
  });

  it('fill two pages of a seeded tenant, and bear the names of their apps', async () => {
    const { get, all, server } = await toriiClient();
    const rows = await all('/transactions?size=1000&sort=id:asc', 'transactions');
    expect(rows.length).toBeGreaterThan(1000);
    expect((await get('/transactions?size=1')).body).toMatchObject({ count: 1, total: rows.length });
    const names = new Map<number, string>(server.data.apps.map(({ id, name }) => [id, name]));
    const squeezed = (text: unknown) => String(text).toLowerCase().replaceAll(' ', '');
    for (const row of rows) expect(squeezed(row.description)).toContain(squeezed(names.get(row.idApp)));
    const open = (await get('/transactions?mappingStatus=unknown&fields=idApp')).body;
    expect(open.total).toBeGreaterThan(100);
    expect(open.transactions.every((row: { idApp: unknown }) => row.idApp === null)).toBe(true);
  });

  it('have a list of fields (answer inferred: gettransactionsmetadata)', async () => {
    const { get } = await toriiClient(TENANT());
    const { predefinedFields, customFields } = (await get('/transactions/metadata')).body;
    expect(predefinedFields).toContainEqual(
      expect.objectContaining({ systemKey: 'amount', type: 'currency' }),
    );
    expect(customFields).toEqual([]);
  });
});

describe('changes to transactions (Torii: puttransactionsidtransaction)', () => {
  it('match to an app, and say only what they may have changed', async () => {
    const { get, send } = await toriiClient(TENANT());
    const { status, body } = await send('PUT', '/transactions/3', { idApp: 1 });
    expect([status, body]).toEqual([
      200,
      { id: 3, idApp: 1, mappingStatus: 'mapped', transactionDate: '2026-03-01' },
    ]);
    expect((await get('/transactions')).body.total).toBe(3);
  });

  it('unmatch, with or without a reset, and archive', async () => {
    const { get, send } = await toriiClient(TENANT());
    expect(
      (await send('PUT', '/transactions/1', { idApp: null, mappingStatus: 'unknown' })).body,
    ).toMatchObject({
      idApp: null,
      mappingStatus: 'unknown',
    });
    expect((await send('PUT', '/transactions/2', { mappingStatus: 'archived' })).status).toBe(200);
    expect((await get('/transactions')).body.total).toBe(0);
  });

  it('set amount and date; the currency stays', async () => {
    const { get, send } = await toriiClient(TENANT());
    await send('PUT', '/transactions/1', { amount: { value: 1000 }, transactionDate: '2026-02-28' });
    const [row] = (await get('/transactions?fields=amount,transactionDate')).body.transactions;
    expect(row).toEqual({
      amount: { value: 1000, currency: 'EUR', convertedValue: 1100 },
      transactionDate: '2026-02-28',
    });
  });

  it.each([
    { idApp: 99 },
    { idApp: '1' },
    { mappingStatus: 'mapped' },
    { mappingStatus: 'unknown' },
    { amount: 12 },
    { amount: { value: 1.5 } },
    { amount: { value: 1, currency: 'USD' } },
    { transactionDate: 'yesterday' },
    { description: 'Mine' },
  ])('refuse %j and change nothing', async (body) => {
    const { send, server } = await toriiClient(TENANT());
    const before = JSON.stringify(server.data.transactions);
    expect((await send('PUT', '/transactions/1', { transactionDate: '2026-01-01', ...body })).status).toBe(
      400,
    );
    expect(JSON.stringify(server.data.transactions)).toBe(before);
    expect((await send('PUT', '/transactions/77', {})).status).toBe(404);
  });
});
