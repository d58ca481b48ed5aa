/** Utilities: encodings, digests, archives, formats. https://developers.google.com/apps-script/reference/utilities/utilities */
import { generateKeyPairSync, verify } from 'node:crypto';
import fc from 'fast-check';
import { createUtilities } from '../../../local/runtime/services/utilities';
import { enumValue, fakeHost, scripted, START } from './fake-host';

const open = () => {
  const host = fakeHost();
  return { host, utilities: scripted(createUtilities(host)) };
};
const { utilities } = open();

// Signed bytes: the platform facts mark them [M].
describe('bytes and blobs', () => {
  test('base64 both ways, also web-safe, with signed bytes', () => {
    expect(utilities.base64Encode!('ä>?')).toBe('w6Q+Pw==');
    expect(utilities.base64EncodeWebSafe!([-5, -17, -1])).toBe('--__');
    expect(utilities.base64EncodeWebSafe!('a')).toBe('YQ==');
    expect(utilities.base64Decode!('w6Q=')).toEqual([-61, -92]);
    expect(utilities.base64DecodeWebSafe!('--__')).toEqual([-5, -17, -1]);
    expect(utilities.base64Encode!('ä', enumValue('Charset', 'US_ASCII'))).toBe('Pw==');
    expect(() => utilities.base64Decode!('*')).toThrow('Could not decode string.');
  });

  test('a blob has bytes, a type and a name', () => {
    const blob = utilities.newBlob!('é', 'text/plain', 'a.csv');
    expect([blob.getBytes(), blob.getDataAsString(), blob.getName()]).toEqual([[-61, -87], 'é', 'a.csv']);
    expect(blob.copyBlob().setContentTypeFromExtension().getContentType()).toBe('text/csv');
    expect(blob.setBytes([104, 105]).getDataAsString()).toBe('hi');
    expect(blob.setDataFromString('é', 'ISO-8859-1').getBytes()).toEqual([-23]);
    expect(blob.getDataAsString('ISO-8859-1')).toBe('é');
    expect(blob.getAs('text/plain').getName()).toBe('a.csv');
    expect(() => blob.getAs('application/pdf')).toThrow('is not implemented by the local Apps Script');
    expect(utilities.newBlob!([1]).getContentType()).toBeNull();
  });

  test('gzip and zip, there and back', async () => {
    const blob = utilities.newBlob!('hello', 'text/plain', 'h.txt');
    const packed = utilities.gzip!(blob);
    expect([packed.getName(), packed.getContentType()]).toEqual(['h.txt.gz', 'application/x-gzip']);
    expect(utilities.ungzip!(packed).getDataAsString()).toBe('hello');
    const archive = await utilities.zip!([blob, utilities.newBlob!('x', 'text/csv', 'x.csv')], 'all.zip');
    expect([archive.getName(), archive.getContentType()]).toEqual(['all.zip', 'application/zip']);
    const files = await utilities.unzip!(archive);
    expect(
      files.map((file: typeof blob) => [file.getName(), file.getContentType(), file.getDataAsString()]),
    ).toEqual([
      ['h.txt', 'text/plain', 'hello'],
      ['x.csv', 'text/csv', 'x'],
    ]);
    await expect(utilities.zip!([blob, blob])).rejects.toThrow('Duplicate name');
    await expect(utilities.unzip!(blob)).rejects.toThrow('no ZIP archive');
  });
});

describe('digests and signatures', () => {
  const hex = (bytes: number[]) => Buffer.from(bytes).toString('hex');

  test.each([
    ['MD5', '900150983cd24fb0d6963f7d28e17f72'],
    ['SHA_1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['SHA_256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('%s', (name, expected) => {
    expect(hex(utilities.computeDigest!(enumValue('DigestAlgorithm', name), 'abc'))).toBe(expected);
  });

  // Test case 2 of https://www.rfc-editor.org/rfc/rfc4231
  test('HMAC', () => {
    const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    expect(hex(utilities.computeHmacSha256Signature!('what do ya want for nothing?', 'Jefe'))).toBe(expected);
    const mac = enumValue('MacAlgorithm', 'HMAC_SHA_256');
    const bytes = (text: string) => [...Buffer.from(text)];
    expect(
      hex(utilities.computeHmacSignature!(mac, bytes('what do ya want for nothing?'), bytes('Jefe'))),
    ).toBe(expected);
  });

  test('RSA', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const signature = Buffer.from(utilities.computeRsaSha256Signature!('text', key));
    expect(verify('RSA-SHA256', Buffer.from('text'), publicKey, signature)).toBe(true);
    expect(() => utilities.computeRsaSha1Signature!('text', 'no key')).toThrow('Invalid argument: key');
  });

  test('wrong algorithms are refused', () => {
    expect(() => utilities.computeDigest!('SHA_256', 'x')).toThrow("don't match the method signature");
    expect(() => utilities.computeDigest!(enumValue('DigestAlgorithm', 'MD2'), 'x')).toThrow(
      'not implemented',
    );
  });
});

// Patterns: https://docs.oracle.com/javase/8/docs/api/java/text/SimpleDateFormat.html
describe('dates', () => {
  const date = new Date(Date.UTC(2026, 0, 4, 22, 5, 9, 7));

  test.each([
    ["yyyy-MM-dd'T'HH:mm:ss.SSSXXX", 'Etc/UTC', '2026-01-04T22:05:09.007Z'],
    ["yyyy-MM-dd'T'HH:mm:ssXXX", 'Asia/Kolkata', '2026-01-05T03:35:09+05:30'],
    ['EEE, d MMM yy h:mm a Z', 'America/New_York', 'Sun, 4 Jan 26 5:05 PM -0500'],
    ["EEEE, MMMM dd 'o''clock' k K H", 'GMT+1', "Sunday, January 04 o'clock 23 11 23"],
    ['D w u F W G X z', 'Etc/UTC', '4 2 7 1 2 AD Z UTC'],
    ['YYYY', 'Pacific/Auckland', '2026'],
  ])('%s in %s', (pattern, zone, expected) => {
    expect(utilities.formatDate!(date, zone, pattern)).toBe(expected);
  });

  test('the last days of December may belong to week 1', () => {
    expect(utilities.formatDate!(new Date(Date.UTC(2026, 11, 28)), 'Etc/UTC', 'YYYY w yyyy')).toBe(
      '2027 1 2026',
    );
  });

  test.each([
    ['2026-07-01 10:20', 'Europe/Berlin', 'yyyy-MM-dd HH:mm', '2026-07-01T08:20:00.000Z'],
    ['July 4, 2026 1:02 PM', 'Etc/UTC', 'MMMM d, yyyy h:mm a', '2026-07-04T13:02:00.000Z'],
    ['20260704T010203', 'Etc/UTC', "yyyyMMdd'T'HHmmss", '2026-07-04T01:02:03.000Z'],
    ['2026-07-01T00:00:00-0530', 'Etc/UTC', "yyyy-MM-dd'T'HH:mm:ssZ", '2026-07-01T05:30:00.000Z'],
    ['1/2/26', 'Etc/UTC', 'M/d/yy', '2026-01-02T00:00:00.000Z'],
  ])('%s is read in %s by %s', (text, zone, pattern, expected) => {
    expect(utilities.parseDate!(text, zone, pattern).toISOString()).toBe(expected);
  });

  test('what is formatted with its offset is read back', () => {
    const pattern = 'EEEE d MMMM yyyy hh:mm:ss.SSS a Z';
    const moments = fc.date({
      min: new Date('1971-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom('Etc/UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(moments, zones, (moment, zone) => {
        const text = utilities.formatDate!(moment, zone, pattern);
        expect(utilities.parseDate!(text, 'Etc/UTC', pattern)).toEqual(moment);
      }),
    );
  });

  test('what does not fit is refused', () => {
    expect(() => utilities.parseDate!('soon', 'Etc/UTC', 'yyyy')).toThrow('Unparseable date: "soon"');
    expect(() => utilities.formatDate!(date, 'Mars/Base', 'yyyy')).toThrow('Invalid argument: Mars/Base');
    expect(() => utilities.formatDate!(date, 'Etc/UTC', 'b')).toThrow("Illegal pattern character 'b'");
    expect(() => utilities.formatDate!('2026', 'Etc/UTC', 'yyyy')).toThrow(
      "don't match the method signature",
    );
  });
});

describe('text', () => {
  // Java-like, so %j stays as it is: https://github.com/brucemcpherson/gas-fakes/blob/main/gf_agent/knowledge/14-utilities-parity.md
  test.each([
    ['%s is %d', ['a', 3.9], 'a is 3'],
    ['%5.2f|%-6s|%06d', [3.14159, 'ab', -42], ' 3.14|ab    |-00042'],
    ['%2$s %1$s %%', ['x', 'y'], 'y x %'],
    ['%,d %+d %x %X', [1234567, 5, 255, 255], '1,234,567 +5 ff FF'],
    ['%e %S %.2s %b %c %j', [12345.678, 'up', 'cut', true, 65], '1.234568e+04 UP cu true A %j'],
  ])('formatString %s', (template, values, expected) => {
    expect(utilities.formatString!(template, ...values)).toBe(expected);
  });

  test('parseCsv reads quotes, doubled quotes and line breaks', () => {
    expect(utilities.parseCsv!('a,"b, ""c""\nd",\r\n1,,3')).toEqual([
      ['a', 'b, "c"\nd', ''],
      ['1', '', '3'],
    ]);
    expect(utilities.parseCsv!('a;b\n', ';')).toEqual([['a', 'b']]);
    expect(() => utilities.parseCsv!('"open')).toThrow('Could not parse text.');
  });

  test('JSON, the deprecated way', () => {
    expect(utilities.jsonParse!(utilities.jsonStringify!({ a: [1] }))).toEqual({ a: [1] });
  });
});

describe('time and chance', () => {
  test('UUIDs are of version 4 and the same in every run', () => {
    const uuid = open().utilities.getUuid!();
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(open().utilities.getUuid!()).toBe(uuid);
  });

  // 300 s: remembered by developers; the platform facts mark it [L].
  test('sleep passes virtual time, 300 seconds at most', () => {
    const { host, utilities: own } = open();
    own.sleep!(300_000);
    expect(host.clock.now()).toBe(START + 300_000);
    expect(() => own.sleep!(300_001)).toThrow('Invalid argument: 300001');
  });
});
