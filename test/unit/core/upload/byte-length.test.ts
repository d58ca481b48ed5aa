import fc from 'fast-check';
import { byteLength } from '../../../../src/core/upload/byte-length';

describe('the length of a text in UTF-8', () => {
  it('counts characters by how many bytes they take', () => {
    expect(['', 'a', 'é', '€', '😀', '\ud83d', '\ude00', '\ud83da'].map(byteLength)).toEqual([
      0, 1, 2, 3, 4, 3, 3, 4,
    ]);
  });

  it('is what Node says, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(byteLength(one + other)).toBe(Buffer.byteLength(one + other, 'utf8'));
      }),
    );
  });

  it('is what Node says of halves of pairs', () => {
    const units = fc
      .array(fc.integer({ min: 0xd700, max: 0xe0ff }))
      .map((all) => String.fromCharCode(...all));
    fc.assert(fc.property(units, (text) => expect(byteLength(text)).toBe(Buffer.byteLength(text, 'utf8'))));
  });
});
