import { toriiClient } from './torii-client';
import type { ToriiClient } from './torii-client';

const TENANT = () => ({
  apps: [
    { id: 1, name: 'Slack' },
    { id: 2, name: 'Google Workspace' },
  ],
  transactions: [
    {
      id: 5,
      idApp: 1,
      transactionDate: '2026-05-02',
      amount: { value: 1250, currency: 'USD' },
      description: 'SLACK',
    },
  ],
});

const CSV = [
  'Date,Vendor,Amount,Currency',
  '2026-05-01,SLACK *4411,12.50,EUR',
  '2026-05-02,Slack Technologies,"1,250.00",USD',
  '2026-05-03,PAYPAL *GOOGLE WORKSPACE,700,JPY',
  '2026-05-04,Bakery,3.20,USD',
].join('\r\n');

const CONFIG = {
  transactionDateColumn: 'A',
  descriptionColumn: 'B',
  amountColumn: 'C',
  dateFormat: 'YYYY-MM-DD',
  currencyColumn: 'D',
};

const fileWith = async ({ upload }: ToriiClient, csv: string): Promise<number> =>
  (await upload('expenses.csv', csv, 'expenseReport')).body.id;

/** What became of the file: read by itself, or as the config says. */
async function parsed(client: ToriiClient, csv: string, config?: object) {
  const idFile = await fileWith(client, csv);
  const asked =
    config === undefined
      ? await client.send('PUT', '/parsings/automatic', { idFile })
      : await client.send('PUT', '/parsings/manual', { parseConfig: { idFile, ...config } });
  expect(asked).toMatchObject({ status: 200, body: { id: expect.any(Number) } });
  client.clock.time += 20_000;
  return (await client.get(`/parsings/${asked.body.id}`)).body.parse;
}

describe('parsings of the Torii server (Torii: putparsingsautomatic, getparsingsid)', () => {
  it('are in progress for a while, then have counted and added the transactions', async () => {
    const client = await toriiClient(TENANT());
    const idFile = await fileWith(client, CSV);
    const { id } = (await client.send('PUT', '/parsings/automatic', { idFile })).body;
    const status = async () => (await client.get(`/parsings/${id}`)).body.parse;
    expect(await status()).toEqual({
      id,
      status: 'parsing_in_progress',
      matchedTransactions: 0,
      totalTransactions: 0,
    });
    client.clock.time += 20_000;
    expect(await status()).toEqual({
      id,
      status: 'parsed_successfully',
      matchedTransactions: 3,
      totalTransactions: 4,
    });
    const added = client.server.data.transactions.slice(1);
    expect(added.map((row: Record<string, unknown>) => [row.idApp, row.transactionDate, row.amount])).toEqual(
      [
        [1, '2026-05-01', { value: 1250, currency: 'EUR' }],
        [1, '2026-05-02', { value: 125_000, currency: 'USD' }],
        [2, '2026-05-03', { value: 700, currency: 'JPY' }],
        [null, '2026-05-04', { value: 320, currency: 'USD' }],
      ],
    );
  });

  it('leave out what another file had, but nothing of the same file (Torii: article 4550767587611)', async () => {
    const client = await toriiClient(TENANT());
    const line = '2026-05-02,Slack,12.50,USD';
    const twice = 'Date,Vendor,Amount,Currency\n2026-05-09,Slack,1,USD\n2026-05-09,Slack,1,USD';
    await parsed(client, `Date,Vendor,Amount,Currency\n${line}`);
    expect(client.server.data.transactions).toHaveLength(1);
    await parsed(client, twice);
    expect(client.server.data.transactions).toHaveLength(3);
  });

  it.each([
    ['no column of dates', 'Vendor,Amount\nSlack,1'],
    ['no column of amounts', 'Date,Vendor\n2026-05-01,Slack'],
    ['two formats of dates', 'Date,Vendor,Amount\n2026-05-01,Slack,1\n01.05.2026,Slack,1'],
    ['an amount that is none', 'Date,Vendor,Amount\n2026-05-01,Slack,much'],
    ['no rows', 'Date,Vendor,Amount'],
  ])('fail with %s', async (_, csv) => {
    const client = await toriiClient(TENANT());
    expect(await parsed(client, csv)).toMatchObject({ status: 'parsing_failed', totalTransactions: 0 });
    expect(client.server.data.transactions).toHaveLength(1);
  });

  it('know no other ids, and take only expense reports', async () => {
    const client = await toriiClient(TENANT());
    expect((await client.get('/parsings/1')).status).toBe(404);
    expect((await client.send('PUT', '/parsings/automatic', { idFile: 1 })).status).toBe(404);
    expect((await client.send('PUT', '/parsings/automatic', { idFile: '1' })).status).toBe(400);
    const { id } = (await client.upload('people.json', '{}')).body;
    expect((await client.send('PUT', '/parsings/automatic', { idFile: id })).status).toBe(400);
  });
});

describe('manual parsings (Torii: putparsingsmanual)', () => {
  it('take the columns and the format that they are told', async () => {
    const client = await toriiClient(TENANT());
    const csv = 'x,When,What,How much\n,01.05.26,Slack,12.5\n,31.12.25,Slack,7';
    const config = {
      transactionDateColumn: 'B',
      descriptionColumn: 'C',
      amountColumn: 'D',
      dateFormat: 'DD.MM.YY',
      currency: 'EUR',
    };
    expect(await parsed(client, csv, config)).toMatchObject({
      status: 'parsed_successfully',
      totalTransactions: 2,
    });
    expect(client.server.data.transactions.at(-1)).toMatchObject({
      transactionDate: '2025-12-31',
      amount: { value: 700, currency: 'EUR' },
    });
  });

  it('fail where dates are not in the format', async () => {
    const client = await toriiClient(TENANT());
    const { status } = await parsed(client, CSV, { ...CONFIG, dateFormat: 'DD/MM/YYYY' });
    expect(status).toBe('parsing_failed');
  });

  it.each<[string, object]>([
    ['both currencies', { ...CONFIG, currency: 'USD' }],
    ['no currency', { ...CONFIG, currencyColumn: undefined }],
    ['no amounts', { ...CONFIG, amountColumn: undefined }],
    ['no descriptions', { ...CONFIG, descriptionColumn: undefined }],
    ['no format', { ...CONFIG, dateFormat: undefined }],
    ['a format of its own', { ...CONFIG, dateFormat: 'D MMM YYYY' }],
    ['a currency that is not on the list', { ...CONFIG, currencyColumn: undefined, currency: 'XXX' }],
    ['a number as a column', { ...CONFIG, amountColumn: '3' }],
    ['an unknown key', { ...CONFIG, header: true }],
  ])('are refused with %s', async (_, config) => {
    const client = await toriiClient(TENANT());
    const idFile = await fileWith(client, CSV);
    const { status } = await client.send('PUT', '/parsings/manual', { parseConfig: { idFile, ...config } });
    expect(status).toBe(400);
    expect(client.server.data.parsings).toEqual([]);
  });
});
