/** UrlFetchApp against a real loopback server. https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createUrlFetchApp, DEFAULT_LATENCY } from '../../../local/runtime/services/url-fetch';
import { createUtilities } from '../../../local/runtime/services/utilities';
import { fakeHost, scripted, START, type FakeHost, type Scripted } from './fake-host';

interface Seen {
  method: string;
  url: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

let server: http.Server;
let base: string;
let seen: Seen[];
let answer: (request: Seen, response: http.ServerResponse) => void;

beforeAll(async () => {
  server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const entry = { method, url, headers, body: Buffer.concat(chunks).toString('latin1') };
      seen.push(entry);
      answer(entry, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

let host: FakeHost;
let app: Scripted;
beforeEach(() => {
  seen = [];
  answer = (request, response) => response.end(`${request.method} ${request.url}`);
  host = fakeHost();
  host.routes['api.example.com'] = `${base}/stand-in/`;
  app = scripted(createUrlFetchApp(host));
});

const reply =
  (status: number, headers: http.OutgoingHttpHeaders = {}, body: string | Buffer = '') =>
  (_: Seen, response: http.ServerResponse) =>
    void response.writeHead(status, headers).end(body);

describe('requests', () => {
  test('go to the stand-in with the host that the script named', async () => {
    const response = await app.fetch!('https://api.example.com/v1/apps?cursor=a%2Fb%3D&q=x+y#part');
    expect(response.getContentText()).toBe('GET /stand-in/v1/apps?cursor=a%2Fb%3D&q=x+y');
    expect(seen[0]?.headers.host).toBe('api.example.com');
    expect(seen[0]?.headers['user-agent']).toContain('Google-Apps-Script; beanserver');
    expect(seen[0]?.headers['content-length']).toBeUndefined();
  });

  test('text goes as it is, as a form by default or by the type named', async () => {
    await app.fetch!('https://api.example.com/', {
      method: 'post',
      payload: '{"ä":1}',
      contentType: 'application/json',
    });
    await app.fetch!('https://api.example.com/', { method: 'PUT', payload: 'x' });
    await app.fetch!('https://api.example.com/', {
      method: 'patch',
      payload: 'x',
      headers: { 'content-type': 'text/csv', Authorization: 'Bearer k' },
    });
    expect(seen.map(({ method, headers }) => [method, headers['content-type']])).toEqual([
      ['POST', 'application/json'],
      ['PUT', 'application/x-www-form-urlencoded'],
      ['PATCH', 'text/csv'],
    ]);
    expect(Buffer.from(seen[0]?.body ?? '', 'latin1').toString('utf8')).toBe('{"ä":1}');
    expect(seen[2]?.headers.authorization).toBe('Bearer k');
  });

  test('an object becomes a form, bytes and blobs go as they are', async () => {
    const blob = scripted(createUtilities(host)).newBlob!('a,b', 'text/csv', 'a.csv');
    await app.fetch!('https://api.example.com/', { method: 'post', payload: { 'a b': 'c&d', n: 1 } });
    await app.fetch!('https://api.example.com/', { method: 'post', payload: [97, -1] });
    await app.fetch!('https://api.example.com/', { method: 'post', payload: blob });
    expect(seen.map(({ body }) => body)).toEqual(['a+b=c%26d&n=1', 'a\xff', 'a,b']);
    expect(seen[2]?.headers['content-type']).toBe('text/csv');
  });

  test('a form with a blob is multipart', async () => {
    const blob = scripted(createUtilities(host)).newBlob!('a,b', 'text/csv', 'a"b.csv');
    await app.fetch!('https://api.example.com/', {
      method: 'post',
      contentType: 'text/plain',
      payload: { name: 'n', file: blob },
    });
    const [, boundary] =
      /^multipart\/form-data; boundary=(.+)$/.exec(seen[0]?.headers['content-type'] ?? '') ?? [];
    expect(seen[0]?.body).toBe(
      [
        `--${boundary}`,
        'Content-Disposition: form-data; name="name"',
        '',
        'n',
        `--${boundary}`,
        'Content-Disposition: form-data; name="file"; filename="a%22b.csv"',
        'Content-Type: text/csv',
        '',
        'a,b',
        `--${boundary}--`,
        '',
      ].join('\r\n'),
    );
  });

  // The default with a payload is not documented, so scripts must not rely on it: a rule of the local Apps Script.
  test.each([{}, { method: 'get' }])('a payload needs an explicit method: %j', async (options) => {
    await expect(app.fetch!('https://api.example.com/', { ...options, payload: 'x' })).rejects.toThrow(
      'a payload needs an explicit method',
    );
  });

  test('getRequest tells what would be sent', () => {
    expect(app.getRequest!('https://api.example.com/x', { method: 'post', payload: { a: 1 } })).toMatchObject(
      {
        url: 'https://api.example.com/x',
        method: 'post',
        payload: 'a=1',
        contentType: 'application/x-www-form-urlencoded',
        followRedirects: true,
      },
    );
    expect(host.requests).toEqual([]);
  });

  test('every request is logged as the script asked for it', async () => {
    answer = reply(201, { 'x-virtual-latency-ms': '40' }, 'made');
    await app.fetch!('https://api.example.com/a?b=1', { method: 'post', payload: 'p', headers: { K: 'v' } });
    expect(host.requests).toEqual([
      expect.objectContaining({
        method: 'POST',
        url: 'https://api.example.com/a?b=1',
        body: 'p',
        status: 201,
        at: START,
        bytes: 4,
        headers: expect.objectContaining({ K: 'v', 'Content-Type': 'application/x-www-form-urlencoded' }),
      }),
    ]);
  });
});

describe('answers', () => {
  test('headers, bytes and text', async () => {
    answer = reply(
      200,
      {
        'Content-Type': 'text/plain; charset=ISO-8859-1',
        'Set-Cookie': ['a=1', 'b=2'],
        'x-virtual-latency-ms': '1',
      },
      Buffer.from([0xe4, 0x62]),
    );
    const response = await app.fetch!('https://api.example.com/file.txt');
    expect(response.getResponseCode()).toBe(200);
    expect(response.getContentText()).toBe('äb');
    expect(response.getContentText('UTF-8')).toBe('\ufffdb');
    expect(response.getContent()).toEqual([-28, 98]);
    expect(response.getAllHeaders()['Set-Cookie']).toEqual(['a=1', 'b=2']);
    expect(response.getHeaders()['Content-Type']).toBe('text/plain; charset=ISO-8859-1');
    expect(Object.keys(response.getHeaders())).not.toContain('x-virtual-latency-ms');
    expect([response.getBlob().getName(), response.getBlob().getContentType()]).toEqual([
      'file.txt',
      'text/plain',
    ]);
  });

  test('packed content is unpacked', async () => {
    answer = reply(200, { 'Content-Encoding': 'gzip' }, gzipSync('hello'));
    expect((await app.fetch!('https://api.example.com/')).getContentText()).toBe('hello');
    expect(seen[0]?.headers['accept-encoding']).toContain('gzip');
  });

  // Text: seen live by developers, with the host only; the platform facts mark it [M].
  test('an error status throws unless muted', async () => {
    answer = reply(404, {}, 'x'.repeat(500));
    await expect(app.fetch!('https://api.example.com/secret?key=1')).rejects.toThrow(
      new RegExp(
        '^Request failed for https://api\\.example\\.com returned code 404\\. Truncated server response: ' +
          'x{150} \\(use muteHttpExceptions option to examine full response\\)$',
      ),
    );
    const response = await app.fetch!('https://api.example.com/', { muteHttpExceptions: true });
    expect(response.getResponseCode()).toBe(404);
    expect(host.requests.map(({ status }) => status)).toEqual([404, 404]);
  });

  test('redirects are followed, or not', async () => {
    answer = (request, response) => {
      if (request.url.startsWith('/stand-in/from')) response.writeHead(302, { Location: '/to' }).end();
      else response.end(`${request.method} ${request.url} ${request.body}`);
    };
    const options = { method: 'post', payload: 'p' };
    expect((await app.fetch!('https://api.example.com/from', options)).getContentText()).toBe(
      'GET /stand-in/to ',
    );
    const stay = await app.fetch!('https://api.example.com/from', { followRedirects: false });
    expect(stay.getResponseCode()).toBe(302);
    expect(host.requests.map(({ url }) => url)).toEqual([
      'https://api.example.com/from',
      'https://api.example.com/to',
      'https://api.example.com/from',
    ]);
    answer = reply(302, { Location: 'https://api.example.com/again' });
    await expect(app.fetch!('https://api.example.com/')).rejects.toThrow('Address unavailable');
  });

  test('a key is not carried to another host', async () => {
    host.routes['files.example.org'] = base;
    answer = (request, response) => {
      if (request.url === '/stand-in/')
        response.writeHead(307, { Location: 'https://files.example.org/f' }).end();
      else response.end();
    };
    await app.fetch!('https://api.example.com/', { headers: { authorization: 'Bearer k', Accept: 'x/y' } });
    expect([seen[1]?.headers.authorization, seen[1]?.headers.accept]).toEqual([undefined, 'x/y']);
  });
});

describe('fetchAll', () => {
  // https://tanaikech.github.io/2018/04/19/benchmark-fetchall-method-in-urlfetch-service-for-google-apps-script/
  test('sends in parallel and answers in the order asked', async () => {
    const held: (() => void)[] = [];
    answer = (request, response) => {
      held.push(() =>
        response
          .setHeader('x-virtual-latency-ms', request.url.endsWith('a') ? '900' : '100')
          .end(request.url),
      );
      if (held.length === 3) held.reverse().forEach((release) => release());
    };
    const urls = ['a', 'b', 'c'].map((name) => `https://api.example.com/${name}`);
    const responses = await app.fetchAll!([urls[0], { url: urls[1], method: 'delete' }, { url: urls[2] }]);
    expect(responses.map((response: Scripted) => response.getContentText!())).toEqual([
      '/stand-in/a',
      '/stand-in/b',
      '/stand-in/c',
    ]);
    expect(host.clock.now()).toBe(START + 900);
    expect(host.requests.map(({ method, url, at }) => [method, url, at])).toEqual([
      ['GET', urls[0], START],
      ['DELETE', urls[1], START],
      ['GET', urls[2], START],
    ]);
  });

  test('requests arrive in their order, again and again', async () => {
    const batch = (name: string) =>
      Array.from({ length: 100 }, (_, n) => `https://api.example.com/${name}/${n}`);
    await app.fetchAll!(batch('one'));
    await app.fetchAll!(batch('two'));
    expect(seen.map(({ url }) => url.replace('/stand-in', 'https://api.example.com'))).toEqual([
      ...batch('one'),
      ...batch('two'),
    ]);
  });

  test('one failure fails the call, but all were sent', async () => {
    answer = (request, response) => reply(request.url.endsWith('bad') ? 500 : 200)(request, response);
    await expect(
      app.fetchAll!(['https://api.example.com/bad', 'https://api.example.com/good']),
    ).rejects.toThrow('returned code 500');
    expect(host.requests.map(({ status }) => status)).toEqual([500, 200]);
  });
});

describe('failures, muted or not', () => {
  const options = { muteHttpExceptions: true };

  // Texts: https://qiita.com/khsk/items/7d90513c88559e3d703f, and met live by developers
  test('an unknown host name is a DNS error, also localhost', async () => {
    await expect(app.fetch!('https://nowhere.example.net/x', options)).rejects.toThrow(
      'DNS error: https://nowhere.example.net/x',
    );
    await expect(app.fetch!('http://localhost/', options)).rejects.toThrow('DNS error: http://localhost/');
    expect(host.requests.map(({ status }) => status)).toEqual([0, 0]);
    expect(host.clock.now()).toBe(START + 2 * DEFAULT_LATENCY);
  });

  test('a cut connection and a dead server are an unavailable address', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half', () => response.socket?.destroy());
    };
    await expect(app.fetch!('https://api.example.com/x', options)).rejects.toThrow(
      'Address unavailable: https://api.example.com/x',
    );
    expect(seen).toHaveLength(1);
    host.routes['api.example.com'] = 'http://127.0.0.1:1';
    await expect(app.fetch!('https://api.example.com/x', options)).rejects.toThrow('Address unavailable');
  });

  // Option timeoutSeconds: reference page. Text: as scripts of several developers expect it.
  test('an answer that takes too long is a timeout, in virtual and in real time', async () => {
    answer = reply(200, { 'x-virtual-latency-ms': '2500' });
    await expect(app.fetch!('https://api.example.com/x', { timeoutSeconds: 2 })).rejects.toThrow(
      'Timeout: https://api.example.com/x',
    );
    expect(host.clock.now()).toBe(START + 2000);
    answer = () => undefined;
    await expect(app.fetch!('https://api.example.com/x', { timeoutSeconds: 0.05 })).rejects.toThrow(
      'Timeout',
    );
  });
});

describe('refusals before anything is sent', () => {
  afterEach(() => expect(seen).toEqual([]));

  // https://developers.google.com/apps-script/guides/services/quotas and the reference page's 2,082 characters
  test.each([
    ['Limit Exceeded: URLFetch URL Length.', `https://api.example.com/${'x'.repeat(2_059)}`, {}],
    ['Limit Exceeded: URLFetch Header Count.', 'https://api.example.com/', { headers: many(101) }],
    [
      'Limit Exceeded: URLFetch Header Size.',
      'https://api.example.com/',
      { headers: { A: 'x'.repeat(8_192) } },
    ],
    // Texts: met live by developers; the platform facts mark them [M].
    ['Attribute provided with no value: url', '', {}],
    [
      'Attribute provided with invalid value: Header:Host',
      'https://api.example.com/',
      { headers: { Host: 'x' } },
    ],
    [
      'Attribute provided with invalid value: Header:null',
      'https://api.example.com/',
      { headers: { A: null } },
    ],
    ['Attribute provided with invalid value: method', 'https://api.example.com/', { method: 'head' }],
    [
      'Attribute provided with invalid value: muteHttpExceptions',
      'https://x.org',
      { muteHttpExceptions: 'true' },
    ],
    ['Invalid argument: https://api.example.com/?q={"a":1}', 'https://api.example.com/?q={"a":1}', {}],
    ['Invalid argument: ftp://api.example.com/', 'ftp://api.example.com/', {}],
  ])('%s', async (text, url, options) => {
    await expect(app.fetch!(url, options)).rejects.toThrow(text);
  });

  test('content length is set by the platform', async () => {
    const options = { headers: { 'Content-Length': '1' } };
    await expect(app.fetch!('https://api.example.com/', options)).rejects.toThrow('Header:Content-Length');
  });

  test('more than 50 MB are not sent', async () => {
    const options = { method: 'post', payload: 'x'.repeat(50 * 1024 * 1024 + 1) };
    await expect(app.fetch!('https://api.example.com/', options)).rejects.toThrow(
      'Limit Exceeded: URLFetch POST Size.',
    );
  });

  // https://developers.google.com/apps-script/manifest/allowlist-url; text: https://github.com/diegomanuel/binance-to-google-sheets/issues/82
  test('an address that the manifest does not list', async () => {
    host.file.urlFetchWhitelist = ['https://api.example.com/v1/', 'https://*.example.org/'];
    for (const url of [
      'https://api.example.com/V1/x',
      'http://api.example.com/v1/x',
      'https://example.org/',
      'https://api.example.com.evil.net/v1/',
    ]) {
      await expect(app.fetch!(url)).rejects.toThrow(
        `Request to ${url} failed because the URL has not been whitelisted in the script manifest.`,
      );
    }
  });

  test('20,000 requests a day, each of a fetchAll counted', async () => {
    host.person.quotas.set('urlfetch', { used: 19_999, since: START });
    const two = ['https://api.example.com/', 'https://api.example.com/'];
    await expect(app.fetchAll!(two)).rejects.toThrow('Service invoked too many times for one day: urlfetch.');
  });
});

test('listed prefixes may be fetched, with a wildcard for subdomains', async () => {
  host.file.urlFetchWhitelist = ['https://API.example.com/v1/', 'https://*.example.com/v2/'];
  await app.fetch!('https://api.example.com/v1/apps?x=1');
  await app.fetch!('https://api.example.com/v2/');
  expect(seen).toHaveLength(2);
});

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, n) => [`h${n}`, 'v']));
}
