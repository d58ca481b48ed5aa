/** Uploads as a script does them: by form, and by signed address at the bucket's own host. */
import { opened } from './opened';

const BUCKET = 'https://torii-uploads.s3.us-east-1.amazonaws.com/';

const SCRIPT = `
  var KEY = '';
  function ask(method, path, body) {
    var options = { method: method, headers: { Authorization: 'Bearer ' + KEY, 'X-API-Version': '1.1' }, muteHttpExceptions: true };
    if (body) { options.contentType = 'application/json'; options.payload = JSON.stringify(body); }
    return JSON.parse(UrlFetchApp.fetch('https://api.toriihq.com/v1.0' + path, options).getContentText());
  }
  function byForm(key, text) {
    KEY = key;
    var file = Utilities.newBlob(text, 'application/json', 'people.json');
    return JSON.parse(UrlFetchApp.fetch('https://api.toriihq.com/v1.0/files/upload', {
      method: 'post',
      headers: { Authorization: 'Bearer ' + KEY },
      payload: { type: 'customIntegrationData', file: file },
      muteHttpExceptions: true
    }).getContentText());
  }
  function byAddress(key, length, withKey) {
    KEY = key;
    var to = ask('get', '/files/url?name=people.json&type=application%2Fjson').uploadFileParameters;
    var answer = UrlFetchApp.fetch(to.url, {
      method: 'put',
      contentType: 'application/json',
      payload: new Array(length + 1).join('x'),
      headers: withKey ? { Authorization: 'Bearer ' + KEY } : {},
      muteHttpExceptions: true
    });
    if (answer.getResponseCode() !== 200) return answer.getContentText();
    return ask('post', '/files', { path: to.filePath, type: 'customIntegrationData' });
  }
  function download(key, id) {
    KEY = key;
    return UrlFetchApp.fetch('https://api.toriihq.com/v1.0/files/' + id + '/download', {
      headers: { Authorization: 'Bearer ' + KEY }
    }).getContentText();
  }
`;

describe('uploads from a script at the desk', () => {
  it('go by form, text of any language included', async () => {
    const desk = await opened(SCRIPT);
    const text = JSON.stringify({ users: [{ email: 'zoë@example.com', firstName: '佐藤' }] });
    const { value } = await desk.call('byForm', desk.torii.apiKey, text);
    expect(desk.torii.data.files).toMatchObject([{ ...(value as object), fileName: 'people.json', text }]);
  });

  it('go to the bucket’s host, and the log of requests has them (Torii: getting-started-with-your-api)', async () => {
    const desk = await opened(SCRIPT);
    const { value } = await desk.call('byAddress', desk.torii.apiKey, 10, false);
    expect(desk.torii.data.files).toMatchObject([{ ...(value as object), text: 'x'.repeat(10) }]);
    const put = desk.requests.find(({ method }) => method === 'PUT');
    expect(put?.url.startsWith(BUCKET)).toBe(true);
    expect([put?.status, put?.body]).toEqual([200, 'x'.repeat(10)]);
  });

  it('are refused there with a key', async () => {
    const desk = await opened(SCRIPT);
    const { value } = await desk.call('byAddress', desk.torii.apiKey, 10, true);
    expect(value).toContain('Only one auth mechanism allowed');
  });

  it('come back by following the redirect, which takes no key along', async () => {
    const desk = await opened(SCRIPT);
    const { value } = await desk.call('byForm', desk.torii.apiKey, '{"users":[]}');
    const { id } = value as { id: number };
    expect((await desk.call('download', desk.torii.apiKey, id)).value).toBe('{"users":[]}');
    const last = desk.requests.at(-1);
    expect([last?.url.startsWith(BUCKET), last?.headers['Authorization']]).toEqual([true, undefined]);
  });

  it('take 25 MB in a moment, and seconds of virtual time', async () => {
    const desk = await opened(SCRIPT);
    const begun = performance.now();
    const { ok, seconds } = await desk.call('byAddress', desk.torii.apiKey, 25_000_000, false);
    expect(ok).toBe(true);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(seconds).toBeGreaterThan(2.5);
    expect(desk.torii.data.files[0].size).toBe(25_000_000);
  });

  it('meet faults at the bucket, and can be led to another server', async () => {
    const desk = await opened(SCRIPT, {
      routes: { 'torii-uploads.s3.us-east-1.amazonaws.com': 'http://127.0.0.1:9' },
    });
    expect((await desk.call('byAddress', desk.torii.apiKey, 10, false)).ok).toBe(false);
    const usual = await opened(SCRIPT);
    usual.torii.fault({ match: /^PUT \/\d/, status: 500 });
    const { value } = await usual.call('byAddress', usual.torii.apiKey, 10, false);
    expect(value).toContain('<Code>InternalError</Code>');
  });
});
