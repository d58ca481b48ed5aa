import { markOf } from '../../../../src/core/table/mark';

it('is the same for the same text, short, and another for another text', () => {
  expect(markOf('Help for name.')).toBe(markOf('Help for name.'));
  const marks = Array.from({ length: 2000 }, (_, index) => markOf(`Label ${index}`));
  expect(new Set(marks).size).toBe(marks.length);
  for (const mark of marks) expect(mark).toMatch(/^[0-9a-z]{1,7}$/);
  // http://www.isthe.com/chongo/src/fnv/test_fnv.c: the 32-bit mark of “a” is 0xe40c292c.
  expect(parseInt(markOf('a'), 36)).toBe(0xe40c292c);
});
