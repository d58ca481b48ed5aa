/** Torii's limits and refusals, each met once: https://developers.toriihq.com/reference */
import type { Desk, RequestLog } from '../../../../local/desk';
import { connectedDesk, type Job } from '../../desks';
import { csv, pasteTab } from '../pasted-tab';
import { checked, CUSTOM, lines, MEMBERS, membersDesk, sent } from '../sending';

const SYNC = 'PUT /v1.0/services/sync/custom';
const BUCKET_PUT = /^PUT \/\d+\/users\.json/;

/** 3 MB, of a million bytes each: https://developers.toriihq.com/reference/postfilesupload */
const FORM_BYTES = 3_000_000;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
const EXPIRED =
  '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>';

/** Letters that take two bytes each, so that characters and bytes are not the same. */
const FILLING = 'é'.repeat(24_000);

function callsTo(on: Desk, method: string, path: string | RegExp): readonly RequestLog[] {
  return on.requests.filter(
    (request) =>
      request.method === method &&
      (typeof path === 'string' ? request.url.includes(path) : path.test(request.url)),
  );
}

/** A desk whose tab becomes a file of exactly this size. */
async function deskOfSize(bytes: number): Promise<{ on: Desk; account: string }> {
  const rows = Array.from({ length: 63 }, (_, at) => [
    `person${at + 10}@example.com`,
    at === 0 ? 'x' : FILLING,
  ]);
  const { on, account } = await membersDesk([['Email', 'Vendor status'], ...rows]);
  const sheet = on.workbook.sheet('Members')!;
  const size = async (): Promise<number> =>
    ((await checked(on, CUSTOM, { place: account })) as unknown as { bytes: number }).bytes;
  const missing = bytes - (await size());
  sheet.write(2, 2, [['x'.repeat(1 + missing)]], on.user);
  expect(await size()).toBe(bytes);
  return { on, account };
}

describe('the boundary between the routes', () => {
  test('three megabytes go as a form', async () => {
    const { on, account } = await deskOfSize(FORM_BYTES);
    expect(await sent(on, CUSTOM, { place: account })).toMatchObject({
      state: 'done',
      result: { route: 'by form', bytes: FORM_BYTES },
    });
    expect(on.torii.data.files).toMatchObject([{ size: FORM_BYTES, fileName: 'users.json' }]);
    expect(callsTo(on, 'GET', '/files/url')).toHaveLength(0);
  });

  test('one byte more goes by a signed address, with the type that it was asked for', async () => {
    const { on, account } = await deskOfSize(FORM_BYTES + 1);
    expect(await sent(on, CUSTOM, { place: account })).toMatchObject({
      state: 'done',
      result: { route: 'by signed address', bytes: FORM_BYTES + 1 },
    });
    expect(callsTo(on, 'POST', '/files/upload')).toHaveLength(0);
    const [asked] = callsTo(on, 'GET', '/files/url');
    expect(new URL(asked?.url ?? '').searchParams.get('type')).toBe('application/json');
    const [put] = callsTo(on, 'PUT', 'amazonaws.com');
    expect(put?.status).toBe(200);
    expect(JSON.stringify(put?.headers)).toContain('application/json');
    expect(on.torii.data.files).toMatchObject([
      { size: FORM_BYTES + 1, type: 'customIntegrationData', contentType: 'application/json' },
    ]);
  });

  // It lives for five minutes: https://developers.toriihq.com/reference/getting-started-with-your-api
  test('an address that grew too old while the storage was busy gives way to a new one', async () => {
    const { on, account } = await deskOfSize(FORM_BYTES + 1);
    on.torii.fault({ match: BUCKET_PUT, status: 503, delayMs: 301_000 });
    expect(await sent(on, CUSTOM, { place: account })).toMatchObject({ state: 'done' });
    expect(callsTo(on, 'GET', '/files/url')).toHaveLength(2);
    expect(callsTo(on, 'PUT', 'amazonaws.com').map(({ status }) => status)).toEqual([503, 200]);
    expect(on.torii.data.syncs).toHaveLength(1);
  });

  test('one that the storage calls expired gives way to a new one', async () => {
    const { on, account } = await deskOfSize(FORM_BYTES + 1);
    on.torii.fault({ match: BUCKET_PUT, status: 403, body: EXPIRED });
    expect(await sent(on, CUSTOM, { place: account })).toMatchObject({ state: 'done' });
    expect(callsTo(on, 'GET', '/files/url')).toHaveLength(2);
    expect(on.torii.data.files).toMatchObject([{ size: FORM_BYTES + 1 }]);
  });

  test('an address that is refused three times is told, and is shown to nobody', async () => {
    const { on, account } = await deskOfSize(FORM_BYTES + 1);
    on.torii.fault({
      match: BUCKET_PUT,
      status: 403,
      times: 3,
      body: EXPIRED,
    });
    const job = await sent(on, CUSTOM, { place: account });
    expect(job).toMatchObject({ state: 'failed', error: { code: 'ADDRESS_REFUSED' } });
    expect(callsTo(on, 'GET', '/files/url')).toHaveLength(3);
    expect(await lines(on)).toMatchObject([{ end: 'failed', kept: false }]);
    expect(JSON.stringify([on.stores(), job, on.tab('Uploads').values()])).not.toMatch(/X-Amz|amazonaws/);
    expect(on.torii.data.syncs).toEqual([]);
  });
});

test('Torii that stays busy for six hours ends the upload, after longer and longer pauses', async () => {
  const { on, account } = await membersDesk();
  on.torii.fault({ match: SYNC, status: 409, times: 500 });
  const { job } = (await on.api('uploadSend', {
    tab: 'Members',
    target: CUSTOM,
    options: { place: account },
  })) as { job: string };
  await on.api('step', { job });
  await on.clock.advance({ hours: 8 });
  expect(await on.api('job', { job })).toMatchObject({ state: 'failed', error: { code: 'SYNC_RUNNING' } });
  const calls = callsTo(on, 'PUT', '/services/sync/custom').map(({ at }) => at);
  const waits = calls.slice(1).map((at, index) => at - (calls[index] ?? 0));
  expect(waits.slice(0, 2).every((wait) => wait >= 30_000)).toBe(true);
  expect(waits.slice(4).every((wait) => wait >= 300_000)).toBe(true);
  const [line] = await lines(on);
  expect(line).toMatchObject({ end: 'failed', kept: false });
  expect(line?.outcome).toMatch(/Ask|ask/);
});

test('what the sync refuses is marked in the row that it names', async () => {
  const { on, account } = await membersDesk();
  on.torii.fault({
    match: SYNC,
    status: 400,
    body: '{"error":"Bad Request","message":"users[1].email is not a valid email"}',
  });
  const job = await sent(on, CUSTOM, { place: account });
  expect(job.error?.what).toContain('Row 3');
  expect(on.tab('Members').notes()[2]?.[0]).toContain('is not a valid email');
  expect(on.tab('Members').notes()[1]?.[0]).toBe('');
});

test('so is what it refuses of a CSV, by its line', async () => {
  const { on, account } = await membersDesk();
  on.torii.fault({
    match: 'PUT /v1.0/services/sync/gluu',
    status: 400,
    body: '{"error":"Bad Request","message":"Line 3: Email is not a valid email"}',
  });
  const job = await sent(on, 'torii.gluu', { place: account });
  expect(job).toMatchObject({ state: 'failed', error: { code: 'UPLOAD_REFUSED' } });
  expect(job.error?.what).toContain('Row 3');
  expect(on.tab('Members').notes()[2]?.join('')).toContain('Email is not a valid email');
});

test.each([
  ['files', 'POST /v1.0/files/upload'],
  ['services', SYNC],
])('a key without the scope %s is told so, and nothing begins', async (missing) => {
  const { on, account } = await membersDesk();
  on.torii.options({ forbid: missing });
  const job = await sent(on, CUSTOM, { place: account });
  expect(job).toMatchObject({ state: 'failed', error: { code: 'KEY_LACKS_RIGHTS' } });
  expect(on.torii.data.syncs).toEqual([]);
  expect(await lines(on)).toMatchObject([{ end: 'failed', kept: false }]);
});

test('an app account that Torii does not know is told in those words', async () => {
  const { on } = await membersDesk();
  const job = await sent(on, CUSTOM, { place: '424242' });
  expect(job).toMatchObject({ state: 'failed', error: { code: 'UPLOAD_REFUSED' } });
  expect(job.error?.what).toContain('does not know this app account');
});

test('a form that Torii has no time for is sent once more after the time that it names', async () => {
  const { on, account } = await membersDesk();
  on.torii.fault({ match: 'POST /v1.0/files/upload', status: 429, retryAfter: 20 });
  expect(await sent(on, CUSTOM, { place: account })).toMatchObject({ state: 'done' });
  expect(callsTo(on, 'POST', '/files/upload').map(({ status }) => status)).toEqual([429, 200]);
  expect(on.torii.data.syncs).toHaveLength(1);
});

describe('reading of an expense file', () => {
  const HEADED = csv(`
    Date,Description,Amount,Currency,Reported by
    2026-01-05,Slack Technologies,120.50,USD,ann@example.com
    2026-01-06,Zoom.us,14.99,EUR,
  `);

  async function expenses(
    rows: readonly (readonly string[])[],
    options: object,
  ): Promise<{ on: Desk; job: Job }> {
    const on = await connectedDesk();
    await pasteTab(on, 'Card', rows);
    return { on, job: await sent(on, 'torii.expenses', { ...options }, 'Card') };
  }

  function configOf(on: Desk): Record<string, unknown> {
    const [put] = callsTo(on, 'PUT', '/parsings/manual');
    const { parseConfig } = JSON.parse(put?.body ?? '{}') as { parseConfig: Record<string, unknown> };
    return parseConfig;
  }

  test('finds the columns by itself unless it is told', async () => {
    const { on, job } = await expenses(HEADED, {});
    expect(job).toMatchObject({ state: 'done', result: { outcome: 'done' } });
    expect(callsTo(on, 'PUT', '/parsings/automatic').map(({ body }) => JSON.parse(body ?? ''))).toEqual([
      { idFile: (on.torii.data.files as { id: number }[])[0]?.id },
    ]);
  });

  test('is told the columns by letter, one form of dates, and where the currency is', async () => {
    const { on, job } = await expenses(HEADED, { parsing: 'manual' });
    expect(job).toMatchObject({ state: 'done', result: { outcome: 'done' } });
    expect(configOf(on)).toEqual({
      idFile: (on.torii.data.files as { id: number }[])[0]?.id,
      transactionDateColumn: 'A',
      descriptionColumn: 'B',
      amountColumn: 'C',
      currencyColumn: 'D',
      reportingUserColumn: 'E',
      dateFormat: 'YYYY-MM-DD',
    });
  });

  test('gets a currency once where every row has the same one by choice', async () => {
    const rows = HEADED.map(([date = '', description = '', amount = '']) => [date, description, amount]);
    const { on, job } = await expenses(rows, { parsing: 'manual', constants: { currency: 'EUR' } });
    expect(job).toMatchObject({ state: 'done', result: { outcome: 'done' } });
    const { currency, currencyColumn } = configOf(on);
    expect([currency, currencyColumn].filter((each) => each !== undefined)).toHaveLength(1);
    const read = on.torii.data.transactions as { amount: { currency: string } }[];
    expect(read.slice(-2).map(({ amount }) => amount.currency)).toEqual(['EUR', 'EUR']);
  });

  test('fails where Torii cannot make anything of the file', async () => {
    const on = await connectedDesk();
    await pasteTab(on, 'Card', HEADED);
    on.torii.fault({
      match: 'GET /v1.0/parsings/',
      status: 200,
      body: '{"parse":{"id":1,"status":"parsing_failed","matchedTransactions":0,"totalTransactions":0}}',
    });
    const job = await sent(on, 'torii.expenses', {}, 'Card');
    expect(job).toMatchObject({ state: 'failed', error: { code: 'PARSING_FAILED' } });
    expect(await lines(on)).toMatchObject([{ end: 'failed', kept: false }]);
  });

  test('goes on in triggers where it takes long', async () => {
    const on = await connectedDesk();
    on.torii.options({ parsingSeconds: 600 });
    await pasteTab(on, 'Card', HEADED);
    const { job } = (await on.api('uploadSend', { tab: 'Card', target: 'torii.expenses', options: {} })) as {
      job: string;
    };
    await on.api('step', { job });
    await on.clock.advance({ hours: 2 });
    expect(await on.api('job', { job })).toMatchObject({ state: 'done', result: { outcome: 'done' } });
    expect(on.torii.data.parsings).toHaveLength(1);
  });
});

test('a list of members is for the custom integration and for Gluu, each at its own call', async () => {
  const { on, account } = await membersDesk(MEMBERS);
  expect(await sent(on, 'torii.gluu', { place: account })).toMatchObject({ state: 'done' });
  expect(callsTo(on, 'PUT', '/services/sync/gluu')).toHaveLength(1);
  expect(callsTo(on, 'PUT', '/services/sync/custom')).toHaveLength(0);
});
