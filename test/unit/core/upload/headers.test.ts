import { headerCore, normalHeader } from '../../../../src/core/upload/headers';

describe('headers', () => {
  it.each(['E-Mail Address', 'email_address', 'EmailAddress', ' é-mail  address: ', 'EMAIL.ADDRESS'])(
    '%j is an e-mail address',
    (header) => expect(normalHeader(header)).toBe('emailaddress'),
  );

  it('keep letters of every script', () => {
    expect(normalHeader('メール アドレス')).toBe('メールアドレス'.normalize('NFKD').replace(/\p{M}/gu, ''));
    expect(normalHeader('Straße')).toBe('strasse');
  });

  it.each([
    ['User E-mail address (primary)', 'Email'],
    ['FigJam last active (UTC)', 'last active in FigJam'],
    ['lastLoginDate', 'Last login'],
    ['Date of joining', 'joining date'],
    ['Email Address [Required]', 'Email'],
  ])('%j says the same as %j', (one, other) => expect(headerCore(one)).toBe(headerCore(other)));

  it.each([
    ['Manager e-mail', 'Email'],
    ['Team name', 'Name'],
    ['Created by', 'Created'],
    ['Last day', 'Last name'],
  ])('%j is something else than %j', (one, other) => expect(headerCore(one)).not.toBe(headerCore(other)));
});
