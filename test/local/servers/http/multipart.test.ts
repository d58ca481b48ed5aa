import { formParts } from '../../../../local/servers/http/multipart';
import type { Exchange } from '../../../../local/servers/http/exchange';

/** A request with that body; the rest of it does not matter. */
function request(body: Buffer | string, type: string): Exchange {
  const bytes = Buffer.from(body);
  return {
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'content-type': type },
    body: bytes.toString(),
    bytes,
    repeatCursor: false,
  };
}

const head = (disposition: string, more = '') =>
  `Content-Disposition: form-data; ${disposition}\r\n${more}\r\n`;

// https://www.rfc-editor.org/rfc/rfc7578
test('parts keep their bytes, whatever these are', () => {
  const bytes = Buffer.from([0, 255, 13, 10, 45, 45, 98, 200, 13, 10, 13, 10]);
  const body = Buffer.concat([
    Buffer.from(`--x-y\r\n${head('name="type"')}plugin\r\n`),
    Buffer.from(`--x-y\r\n${head('name="file"; filename="ü.png"', 'Content-Type: image/png\r\n')}`),
    bytes,
    Buffer.from('\r\n--x-y--\r\n'),
  ]);
  for (const type of [
    'multipart/form-data; boundary=x-y',
    'Multipart/Form-Data; charset=utf-8; boundary="x-y"',
  ]) {
    expect(formParts(request(body, type))).toEqual([
      { name: 'type', bytes: Buffer.from('plugin') },
      { name: 'file', fileName: 'ü.png', contentType: 'image/png', bytes },
    ]);
  }
});

test.each([
  ['another type', '--b--', 'text/plain', 415],
  ['no boundary', '--b--', 'multipart/form-data', 415],
  ['no end', `--b\r\n${head('name="a"')}1\r\n`, 'multipart/form-data; boundary=b', 400],
  ['a part without a name', `--b\r\n${head('')}1\r\n--b--`, 'multipart/form-data; boundary=b', 400],
  ['a part without an end of its head', '--b\r\nX: 1\r\n--b--', 'multipart/form-data; boundary=b', 400],
  ['a boundary within a line', '--bb--', 'multipart/form-data; boundary=b', 400],
])('a form with %s is refused', (_, body, type, status) => {
  expect(() => formParts(request(body, type))).toThrow(expect.objectContaining({ status }));
});
