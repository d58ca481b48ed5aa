/** Redaction: a registered secret never leaves, in no form. */
import * as fc from 'fast-check';
import { AppError } from '../../../../src/core/errors';
import { redact, registerSecret } from '../../../../src/core/http/redaction';
import { encodeQueryPart } from '../../../../src/core/http/url';

describe('redaction', () => {
  test('a registered secret is masked as it is, encoded in an address, and inside JSON', () => {
    const secret = 'tk+1/2"3=';
    registerSecret(secret);
    for (const form of [secret, encodeQueryPart(secret), JSON.stringify({ key: secret })]) {
      const clean = redact(`before ${form} after`);
      expect(clean).toContain('before ');
      expect(clean).toContain('••••');
      expect(clean).not.toMatch(/tk|%2B1|2\\"3/);
    }
  });

  test('a secret that begins another one does not unmask its end', () => {
    registerSecret('shared-head');
    registerSecret('shared-head-and-private-tail');
    expect(redact('x shared-head-and-private-tail y')).toBe('x •••• y');
  });

  test('Authorization values are masked even if nobody registered them', () => {
    expect(redact('sent Authorization: Bearer abc.DEF-123_456= to it')).toBe(
      'sent Authorization: Bearer •••• to it',
    );
    expect(redact('basic dXNlcjpwYXNz')).toBe('basic ••••');
  });

  test('a lone half of an emoji in a pasted key does no harm', () => {
    registerSecret('key-\uD83D-key');
    expect(redact('the key-\uD83D-key!')).toBe('the ••••!');
  });

  test('too short texts are not masked, since they would blot out everything', () => {
    registerSecret('abc');
    expect(redact('abcabc')).toBe('abcabc');
  });

  test('no error can carry a secret, wherever its details put it', () => {
    const keys = fc.stringMatching(/^[A-Za-z0-9+/=]{12,40}$/);
    fc.assert(
      fc.property(keys, fc.string(), fc.string(), (key, before, after) => {
        registerSecret(key);
        const error = new AppError('PROVIDER_REFUSED', {
          provider: 'Acme',
          message: `${before}${key}${after}`,
        });
        expect(error.message).not.toContain(key);
        expect(JSON.stringify(error)).not.toContain(key);
      }),
      { numRuns: 50 },
    );
  });
});
