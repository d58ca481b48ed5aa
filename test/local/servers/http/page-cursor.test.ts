import fc from 'fast-check';
import { decodeCursor, encodeCursor, fingerprint } from '../../../../local/servers/http/page-cursor';

describe('page cursors', () => {
  const cursors = fc.record(
    { offset: fc.nat(), query: fc.string(), last: fc.oneof(fc.nat(), fc.string()), circular: fc.boolean() },
    { requiredKeys: ['offset', 'query'] },
  );

  it('come back as they were, and always need URL encoding (Torii: the alphabet of the cursor in the OpenAPI document)', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        const text = encodeCursor(cursor as Parameters<typeof encodeCursor>[0]);
        expect(text).toMatch(/^[A-Za-z0-9+/=]+$/);
        expect(text).toContain('+');
        expect(text).toContain('/');
        expect(text).toMatch(/=$/);
        expect(decodeCursor(text)).toEqual(cursor);
        expect(decodeCursor(new URLSearchParams(`c=${text}`).get('c') ?? '')).toBeUndefined();
      }),
    );
  });

  it('are not made up by hand', () => {
    for (const text of ['', '2', 'WzE0NjM1Mzg4NTcsIjY1NDMyMyJd', '++//', '++//AAAA']) {
      expect(decodeCursor(text)).toBeUndefined();
    }
  });

  it('belong to a query, whatever the order of its parameters', () => {
    const print = (query: string) => fingerprint('/apps', new URLSearchParams(query), ['cursor']);
    expect(print('a=1&b=2&cursor=x')).toBe(print('b=2&a=1'));
    expect(print('a=1')).not.toBe(print('a=2'));
  });
});
