import fc from 'fast-check';
import { textPart } from '../../../../src/app/upload/file-parts';

const MILLION = 1_000_000;

function allParts(files: Parameters<typeof textPart>[0]): ReturnType<typeof textPart>[] {
  const { parts } = textPart(files);
  return Array.from({ length: parts }, (_, at) => textPart(files, at + 1));
}

function file(name: string, text: string): Parameters<typeof textPart>[0][number] {
  return { name, contentType: 'application/json', text };
}

test('a short file is one part', () => {
  expect(textPart([file('users.json', '{}')])).toEqual({
    name: 'users.json',
    contentType: 'application/json',
    text: '{}',
    part: 1,
    parts: 1,
  });
});

test('every file begins with a part of its own', () => {
  const parts = allParts([file('one', 'x'.repeat(MILLION + 1)), file('two', '[]')]);
  expect(parts.map(({ name, part, text }) => [name, part, text.length])).toEqual([
    ['one', 1, MILLION],
    ['one', 2, 1],
    ['two', 3, 2],
  ]);
});

test('parts joined are the text, and none begins or ends in the middle of a character', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }), (before, after) => {
      const text = 'x'.repeat(MILLION - before) + '😀'.repeat(after) + 'y'.repeat(MILLION);
      const parts = allParts([file('one', text)]).map((part) => part.text);
      expect(parts.join('') === text).toBe(true);
      for (const part of parts) {
        expect(part.charCodeAt(0) & 0xfc00).not.toBe(0xdc00);
        expect(part.charCodeAt(part.length - 1) & 0xfc00).not.toBe(0xd800);
      }
    }),
    { numRuns: 16 },
  );
});

test('a part that is not there is refused', () => {
  expect(() => textPart([file('one', '')], 2)).toThrow('no part 2 of 1');
});
