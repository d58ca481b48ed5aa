/** Web addresses as people and platforms write them. */
import fc from 'fast-check';
import { isListing, webAddress } from '../../../../src/reports/sso/web-address';

test.each([
  ['https://www.notion.so', 'www.notion.so', 'notion.so'],
  ['miro.com', 'miro.com', 'miro.com'],
  ['//zoom.us/j/1', 'zoom.us', 'zoom.us'],
  ['HTTPS://Acme.SLACK.com./archives', 'acme.slack.com', 'slack.com'],
  ['https://user:pass@us02web.zoom.us:443/j/1?pwd=x#y', 'us02web.zoom.us', 'zoom.us'],
  ['miro.com, figma.com', 'miro.com', 'miro.com'],
  ['https://app.acme.co.uk/login', 'app.acme.co.uk', 'acme.co.uk'],
  ['https://acme.com.au', 'acme.com.au', 'acme.com.au'],
  ['https://getdbt.co', 'getdbt.co', 'getdbt.co'],
  ['https://co.uk', 'co.uk', 'co.uk'],
  ['https://breezy.hr', 'breezy.hr', 'breezy.hr'],
  ['https://acme.github.io/docs', 'acme.github.io', 'acme.github.io'],
  ['https://x.up.railway.app', 'x.up.railway.app', 'x.up.railway.app'],
  ['https://readme.io', 'readme.io', 'readme.io'],
  ['https://xn--mnchen-3ya.de', 'xn--mnchen-3ya.de', 'xn--mnchen-3ya.de'],
  ['https://bücher.example', 'bücher.example', 'bücher.example'],
])('%s', (text, host, domain) => {
  expect(webAddress(text)).toMatchObject({ host, domain });
});

test.each([
  '',
  'N/A',
  '-',
  'localhost',
  'https://',
  '10.0.0.1',
  'https://192.168.1.2/x',
  'v2.0',
  'slack',
  '...',
])('“%s” has no host name', (text) => {
  expect(webAddress(text)).toBeNull();
});

test.each([
  ['https://github.com/prettier/prettier', true],
  ['https://github.com/acme', false],
  ['https://github.com/features/actions', false],
  ['https://slack.com/apps/A024R9PQM-zapier', true],
  ['https://slack.com/apps', false],
  ['https://marketplace.atlassian.com/apps/6572', true],
  ['https://chromewebstore.google.com/detail/x', true],
  ['https://acme.okta.com/app/slack', true],
  ['https://www.figma.com/community/plugin/1', true],
  ['https://hub.docker.com/_/postgres', true],
  ['https://hub.docker.com', false],
  ['https://miro.com/app/board/1', false],
])('%s is a page about another product: %s', (text, expected) => {
  const address = webAddress(text);
  expect(address && isListing(address)).toBe(expected);
});

test('the host is part of the text, and the domain ends the host, whatever the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.domain()), (text) => {
      const address = webAddress(text);
      if (!address) return;
      expect(text.toLowerCase()).toContain(address.host);
      expect(`.${address.host}`.endsWith(`.${address.domain}`)).toBe(true);
    }),
  );
});
