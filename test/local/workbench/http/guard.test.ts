/** Who may speak to the workbench. */
import type { IncomingMessage } from 'node:http';
import { isOwnRequest } from '../../../../local/workbench/http/guard';

const request = (headers: Record<string, string>): IncomingMessage =>
  ({ headers }) as unknown as IncomingMessage;

test.each([
  [
    'the page itself',
    { host: '127.0.0.1:8787', origin: 'http://127.0.0.1:8787', 'sec-fetch-site': 'same-origin' },
    true,
  ],
  ['an address typed by the person', { host: 'localhost:8787', 'sec-fetch-site': 'none' }, true],
  ['a program on this computer', { host: '127.0.0.1:8787' }, true],
  [
    'another page',
    { host: '127.0.0.1:8787', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    false,
  ],
  ['a link from another page', { host: '127.0.0.1:8787', 'sec-fetch-site': 'cross-site' }, false],
  ['another port of this computer', { host: '127.0.0.1:8787', origin: 'http://127.0.0.1:3000' }, false],
  ['a sandboxed frame', { host: '127.0.0.1:8787', origin: 'null' }, false],
  [
    'a foreign name that points here',
    { host: 'evil.example:8787', origin: 'http://evil.example:8787' },
    false,
  ],
])('%s: %j → %s', (_, headers, own) => {
  expect(isOwnRequest(request(headers as Record<string, string>))).toBe(own);
});
