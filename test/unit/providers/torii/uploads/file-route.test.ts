/** How a file gets to Torii: by form, by signed address, and what each refusal leads to. */
import { AppError } from '../../../../../src/core/errors';
import { TORII_UPLOADS } from '../../../../../src/providers/torii/uploads/uploads';
import { lost, ok, orderOf, refused, ride, TEXT, ToriiOfUploads } from './torii-of-uploads';

const TARGET = 'torii.customIntegration';
const SMALL = orderOf(TARGET, 3_000_000);
const LARGE = orderOf(TARGET, 3_000_001);
const protocol = TORII_UPLOADS.protocolOf(TARGET);
const refusedAddress = new AppError('ADDRESS_REFUSED', { provider: 'Torii', subject: 'it', status: 403 });

test('a file of three megabytes goes as a form, its type first', () => {
  const torii = new ToriiOfUploads();
  ride(protocol, SMALL, torii);
  expect(torii.requests[0]).toMatchObject({
    method: 'post',
    path: '/files/upload',
    repeatable: true,
    form: {
      fields: { type: 'customIntegrationData' },
      file: { field: 'file', name: 'users.json', contentType: 'application/json', text: TEXT },
    },
  });
  expect(torii.requests[0]).not.toHaveProperty('body');
});

test('a larger one goes by signed address, asked for with the type that goes along, and is then recorded', () => {
  const torii = new ToriiOfUploads();
  const { last, kept } = ride(protocol, LARGE, torii);
  const [url, put, record] = torii.requests;
  expect(url).toMatchObject({
    path: '/files/url',
    query: { name: 'users.json', type: 'application/json' },
    rateClass: { requests: 200, seconds: 60 },
  });
  expect(put).toMatchObject({ method: 'put', signed: { contentType: 'application/json', text: TEXT } });
  expect(put?.path).not.toContain('s3cr3t');
  expect(record?.body).toEqual({
    path: expect.stringMatching(/^\d+\/users\.json$/) as unknown,
    type: 'customIntegrationData',
  });
  expect(last).toMatchObject({ kind: 'end', end: { route: 'by signed address' } });
  expect(kept.join()).not.toContain('s3cr3t');
});

test('an address that is older than four minutes is not used', () => {
  const asked = protocol.begin(LARGE);
  const given = protocol.after(
    asked,
    LARGE,
    [ok({ uploadFileParameters: { url: 'https://b.s3.amazonaws.com/1/u?sig', filePath: '1/u' } })],
    0,
  );
  const pathAt = (now: number) => {
    const move = protocol.move(given, LARGE, () => TEXT, now);
    return move.kind === 'send' ? move.requests[0]?.path : move.kind;
  };
  expect(pathAt(239_999)).toBe('/(signed address)');
  expect(pathAt(240_000)).toBe('/files/url');
});

test('a refused address is replaced twice, then the refusal is told', () => {
  const torii = new ToriiOfUploads();
  for (let n = 0; n < 2; n += 1) torii.script.push({ on: 'put /(signed', reply: refusedAddress });
  expect(ride(protocol, LARGE, torii).last.kind).toBe('end');
  const unlucky = new ToriiOfUploads();
  for (let n = 0; n < 3; n += 1) unlucky.script.push({ on: 'put /(signed', reply: refusedAddress });
  expect(ride(protocol, LARGE, unlucky).last).toMatchObject({
    kind: 'fail',
    error: { code: 'ADDRESS_REFUSED' },
  });
  expect(unlucky.asked.filter((each) => each === 'get /files/url')).toHaveLength(3);
});

test('whether the storage took the file need not be known: it gets it once more', () => {
  const torii = new ToriiOfUploads();
  torii.script.push({ on: 'put /(signed', reply: lost(), works: true });
  expect(ride(protocol, LARGE, torii).last.kind).toBe('end');
  expect(torii.begun).toHaveLength(1);
});

test('an address at another host gets nothing', () => {
  const torii = new ToriiOfUploads();
  const url = 'https://amazonaws.com.evil.example/x?sig=s3cr3t';
  torii.script.push({ on: 'get /files/url', reply: ok({ uploadFileParameters: { url, filePath: 'x' } }) });
  const { last } = ride(protocol, LARGE, torii);
  expect(last).toMatchObject({ kind: 'fail', error: { code: 'PROVIDER_GARBLED' } });
  expect(last.kind === 'fail' && last.error.what).toContain('amazonaws.com.evil.example');
  expect(JSON.stringify(last)).not.toContain('s3cr3t');
  expect(torii.asked).toEqual(['get /files/url']);
});

test.each([
  ['an answer without an id', ok({}), 'PROVIDER_GARBLED'],
  ['an id that is no number', ok({ id: 'x' }), 'PROVIDER_GARBLED'],
  ['a refusal', refused(400, 'File is too large'), 'UPLOAD_REFUSED'],
  [
    'a key without the right',
    new AppError('KEY_LACKS_RIGHTS', { subject: 'file uploads' }),
    'KEY_LACKS_RIGHTS',
  ],
  ['trouble that does not pass', lost(), 'NO_NETWORK'],
])('%s ends it', (_, reply, code) => {
  const torii = new ToriiOfUploads();
  torii.script.push({ on: 'post /files/upload', reply });
  expect(ride(protocol, SMALL, torii).last).toMatchObject({ kind: 'fail', error: { code } });
  expect(torii.begun).toEqual([]);
});

test('without a file, it is a fault of ours', () => {
  const none = { ...SMALL, files: [] };
  expect(() => protocol.move(protocol.begin(none), none, () => TEXT, 0)).toThrow(/no file/);
});
