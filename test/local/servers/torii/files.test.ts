import { toriiClient } from './torii-client';
import type { ToriiClient } from './torii-client';

const MINUTE = 60_000;

/** An address for a file, and where the file will be. */
async function addressFor(client: ToriiClient, type = 'application/json', name = 'people.json') {
  const { body } = await client.get(
    `/files/url?name=${encodeURIComponent(name)}&type=${encodeURIComponent(type)}`,
  );
  return body.uploadFileParameters as { url: string; filePath: string };
}

const json = { 'Content-Type': 'application/json' };

describe('uploads by form to the Torii server (Torii: postfilesupload)', () => {
  it('give the file an id', async () => {
    const { upload, server } = await toriiClient();
    const { status, body } = await upload('people.json', '{"users":[]}');
    expect([status, body]).toEqual([200, { id: expect.any(Number) }]);
    expect(server.data.files).toEqual([
      expect.objectContaining({ id: body.id, type: 'customIntegrationData', text: '{"users":[]}', size: 12 }),
    ]);
  });

  it('refuse unknown types and endings', async () => {
    const { upload, server } = await toriiClient();
    const wrongType = await upload('people.json', '{}', 'customIntegration');
    expect([wrongType.status, wrongType.body.message]).toEqual([400, expect.stringContaining('"type"')]);
    const wrongEnding = await upload('people.txt', '{}');
    expect([wrongEnding.status, wrongEnding.body.message]).toEqual([400, expect.stringContaining('".txt"')]);
    expect(server.data.files).toEqual([]);
  });

  it.each([
    ['no form', 'application/json', '{}', 415],
    [
      'no file',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="type"\r\n\r\nplugin\r\n--b--\r\n',
      400,
    ],
    [
      'no end',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="type"\r\n\r\nplugin',
      400,
    ],
    ['no boundary in the body', 'multipart/form-data; boundary=b', 'type=plugin', 400],
  ])('refuse a request with %s (RFC 7578)', async (_, type, body, expected) => {
    const { server } = await toriiClient();
    const response = await fetch(`${server.url}/v1.0/files/upload`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${server.apiKey}`, 'Content-Type': type },
      body,
    });
    expect(response.status).toBe(expected);
    expect(await response.json()).toMatchObject({ statusCode: expected });
  });

  it('take 3 MB and no more', async () => {
    const { upload } = await toriiClient();
    expect((await upload('a.json', 'x'.repeat(3_000_000))).status).toBe(200);
    const { status, body } = await upload('a.json', 'x'.repeat(3_000_001));
    expect([status, body.error]).toEqual([413, 'Payload Too Large']);
  });
});

describe('uploads by signed address (Torii: getfilesurl, getting-started-with-your-api)', () => {
  it('need nothing but the address and the type, and become a file', async () => {
    const client = await toriiClient();
    const { url, filePath } = await addressFor(client);
    expect(filePath).toMatch(/^\d+\/people\.json$/);
    const query = new URL(url).searchParams;
    expect(query.get('X-Amz-Expires')).toBe('300');
    expect(query.get('X-Amz-SignedHeaders')).toBe('content-type;host');
    expect(await client.store('PUT', url, '{"users":[]}', json)).toMatchObject({ status: 200, text: '' });
    const { body } = await client.send('POST', '/files', { path: filePath, type: 'customIntegrationData' });
    expect(body).toEqual({ id: expect.any(Number) });
    expect(client.server.data.files[0]).toMatchObject({ id: body.id, text: '{"users":[]}' });
  });

  // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
  it.each<
    [string, number, string, (url: string, c: ToriiClient) => Promise<{ status: number; text: string }>]
  >([
    [
      'another type',
      403,
      'SignatureDoesNotMatch',
      (url, c) => c.store('PUT', url, '{}', { 'Content-Type': 'text/json' }),
    ],
    [
      'a charset added to the type',
      403,
      'SignatureDoesNotMatch',
      (url, c) => c.store('PUT', url, '{}', { 'Content-Type': 'application/json; charset=utf-8' }),
    ],
    [
      'a touched address',
      403,
      'SignatureDoesNotMatch',
      (url, c) => c.store('PUT', url.replace('X-Amz-Expires=300', 'X-Amz-Expires=900'), '{}', json),
    ],
    ['another method', 403, 'SignatureDoesNotMatch', (url, c) => c.store('GET', url, undefined, json)],
    ['no signature', 403, 'AccessDenied', (url, c) => c.store('PUT', url.split('?')[0] ?? '', '{}', json)],
    [
      'a key as well',
      400,
      'Only one auth mechanism allowed',
      (url, c) => c.store('PUT', url, '{}', { ...json, Authorization: 'Bearer k' }),
    ],
  ])('are refused with %s', async (_, status, text, put) => {
    const client = await toriiClient();
    const { url, filePath } = await addressFor(client);
    const answer = await put(url, client);
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(text)]);
    expect(answer.text).toMatch(/^<\?xml/);
    const made = await client.send('POST', '/files', { path: filePath, type: 'customIntegrationData' });
    expect(made.status).toBe(400);
  });

  it('are refused five minutes later', async () => {
    const client = await toriiClient();
    const { url } = await addressFor(client);
    client.clock.time += 5 * MINUTE;
    expect((await client.store('PUT', url, '{}', json)).status).toBe(200);
    client.clock.time += 1;
    const late = await client.store('PUT', url, '{}', json);
    expect([late.status, late.text]).toEqual([403, expect.stringContaining('Request has expired')]);
  });

  it('sign whatever type was asked for (Torii: article 5164699821979 asks with a file type)', async () => {
    const client = await toriiClient();
    const { url } = await addressFor(client, 'customIntegrationData', 'a b&c.json');
    const sent = await client.store('PUT', url, '{}', { 'Content-Type': 'customIntegrationData' });
    expect(sent.status).toBe(200);
  });

  it('need a name, a type, and a path at which something is', async () => {
    const { get, send } = await toriiClient();
    expect((await get('/files/url?name=a.json')).status).toBe(400);
    expect((await get('/files/url?type=text/csv')).status).toBe(400);
    expect((await send('POST', '/files', { path: '1/a.json', type: 'plugin' })).status).toBe(400);
    expect((await send('POST', '/files', { type: 'plugin' })).status).toBe(400);
  });

  it('take 25 MB in a moment', async () => {
    const client = await toriiClient();
    const { url } = await addressFor(client);
    const begun = performance.now();
    expect((await client.store('PUT', url, 'x'.repeat(25_000_000), json)).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  it('meet the faults that are ordered, in XML', async () => {
    const client = await toriiClient();
    const { url } = await addressFor(client);
    client.server.fault({ match: /^PUT \/\d+\/people\.json/, status: 503 });
    const down = await client.store('PUT', url, '{}', json);
    expect([down.status, down.type, down.text]).toEqual([
      503,
      'application/xml',
      expect.stringContaining('<Code>SlowDown'),
    ]);
    client.server.fault({ match: /^PUT \/\d+\//, cut: 'before' });
    await expect(client.store('PUT', url, '{}', json)).rejects.toThrow();
    expect((await client.store('PUT', url, '{}', json)).status).toBe(200);
  });
});

describe('what the Torii server knows of a file (Torii: getfilesid)', () => {
  it('is told for its own type, which is expenseReport unless another is sent', async () => {
    const { upload, get, server } = await toriiClient();
    const { id } = (await upload('people.json', '{}')).body;
    expect((await get(`/files/${id}`)).status).toBe(404);
    expect((await get(`/files/${id}?type=customIntegrationData`)).body).toEqual({
      file: {
        id,
        type: 'customIntegrationData',
        fileName: 'people.json',
        creationTime: '2026-06-01T00:00:00.000Z',
        uploadedBy: server.data.users[0].id,
      },
    });
    expect((await get(`/files/${id}?type=unknown`)).status).toBe(400);
    expect((await get('/files/1?type=plugin')).status).toBe(404);
  });

  it('leads to its content by a redirect (Torii: getfilesiddownload)', async () => {
    const client = await toriiClient();
    const { id } = (await client.upload('people.json', '{"users":[]}')).body;
    const response = await fetch(`${client.server.url}/v1.0/files/${id}/download`, {
      headers: { Authorization: `Bearer ${client.server.apiKey}` },
      redirect: 'manual',
    });
    expect(response.status).toBe(302);
    const location = response.headers.get('location') ?? '';
    expect(await client.store('GET', location)).toMatchObject({ status: 200, text: '{"users":[]}' });
    client.clock.time += 6 * MINUTE;
    expect((await client.store('GET', location)).status).toBe(403);
  });
});
