import '../../../../property-seed';
import fc from 'fast-check';
import { isAddress, plainAddress } from '../../../../../src/core/upload/reading/email';
import { splitList } from '../../../../../src/core/upload/reading/list';

describe('addresses', () => {
  it.each(['a@x.co', "o'neil+tag@mail.example.com", 'jürgen@müller.de', 'a_b-c@x-y.museum'])(
    '%j is one',
    (text) => expect(isAddress(text)).toBe(true),
  );

  it.each([
    ...[
      '',
      'ann',
      'ann@',
      '@x.com',
      'ann@x',
      'ann@@x.com',
      'a@b@x.com',
      'an n@x.com',
      'ann@x..com',
      'a..b@x.com',
    ],
    ...[
      '.ann@x.com',
      'ann.@x.com',
      'ann@.x.com',
      'ann@x.com.',
      'a@x.com,b@x.com',
      'a@x.com;',
      `${'a'.repeat(250)}@x.co`,
    ],
  ])('%j is none', (text) => expect(isAddress(text)).toBe(false));

  it('lie within other text', () => {
    expect(plainAddress('"Lee, Ann" <Ann@X.com> ')).toBe('ann@x.com');
    expect(plainAddress('MAILTO: ann@x.com')).toBe('ann@x.com');
  });

  it('stay what they are when they are read again', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const once = plainAddress(` <${address}>`);
        expect(once).toBe(address.toLowerCase());
        expect(plainAddress(once)).toBe(once);
      }),
    );
  });
});

describe('lists', () => {
  it('come back from any separator, each item once', () => {
    const item = fc.stringMatching(/^[a-z]([a-z ]{0,8}[a-z])?$/);
    fc.assert(
      fc.property(fc.array(item), fc.constantFrom(',', ' ; ', '\n', ',,', ';\n '), (items, separator) => {
        expect(splitList(items.join(separator))).toEqual([...new Set(items)]);
      }),
    );
  });
});
