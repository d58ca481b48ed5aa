import { isEmailAddress } from '../../../../local/servers/records/email-address';

test.each(['a@b.example', 'ann.lee+it@mail.example.com', 'zoë@exämple.org', "o'hara@x-y.example"])(
  '%s is an address',
  (text) => expect(isEmailAddress(text)).toBe(true),
);

test.each([
  '',
  'ann',
  'ann@',
  '@b.example',
  'ann@example',
  'a@@b.example',
  'a b@c.example',
  '.a@b.example',
  'a.@b.example',
  'a..b@c.example',
  'a@b..example',
  'a@.example',
  'a@b.example.',
  'Ann <a@b.example>',
  'a@b.example,c@d.example',
  `${'a'.repeat(250)}@b.example`,
  7,
  null,
])('%s is none', (text) => expect(isEmailAddress(text)).toBe(false));
