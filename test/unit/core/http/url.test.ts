/** Addresses: what is built reads back as the same names and values. */
import * as fc from 'fast-check';
import { buildUrl, encodeQuery, encodeQueryPart } from '../../../../src/core/http/url';

describe('addresses', () => {
  test('a cursor’s +, / and = are encoded, or + would arrive as a space', () => {
    expect(encodeQueryPart('WyI+/a==')).toBe('WyI%2B%2Fa%3D%3D');
  });

  test('what Apps Script refuses raw in an address is encoded', () => {
    const encoded = encodeQueryPart(`[{"key":"a b","op":'x'}]|^<>#%`);
    expect(encoded).not.toMatch(/[[\]{}"' |^<>#]/);
  });

  test('commas of a field list stay, which keeps addresses short', () => {
    expect(encodeQuery({ fields: 'id,name' })).toBe('?fields=id,name');
  });

  test('undefined values are left out, false and 0 are not', () => {
    expect(buildUrl('https://a.test/v1', '/x', { a: undefined, b: false, c: 0, d: '' })).toBe(
      'https://a.test/v1/x?b=false&c=0&d=',
    );
    expect(buildUrl('https://a.test/v1', '/x', { a: undefined })).toBe('https://a.test/v1/x');
    expect(buildUrl('https://a.test/v1', '/x')).toBe('https://a.test/v1/x');
  });

  test('half a surrogate pair does not throw', () => {
    expect(encodeQueryPart('a\uD83Db')).toBe('a%EF%BF%BDb');
    expect(encodeQueryPart('\uDE00')).toBe('%EF%BF%BD');
    expect(encodeQueryPart('😀')).toBe('%F0%9F%98%80');
  });

  test('any query reads back as it was (as a server’s parser reads it)', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean())), (query) => {
        const read = new URL(buildUrl('https://a.test/v1', '/list', query)).searchParams;
        const expected = Object.entries(query).map(([name, value]) => [name, String(value)]);
        expect([...read.entries()]).toEqual(expected);
      }),
    );
  });

  test('what is encoded is plain printable ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encodeQueryPart(text)).toMatch(/^[\w.~,%-]*$/);
      }),
    );
  });
});
