/** Putting a thing of a list at another place, and finding the place that a drag points at. */
import * as fc from 'fast-check';
import { gapAt, moved, placeInGap } from '../../../../sidebar/state/order';

test('a thing is taken out and put where it then is at the place', () => {
  expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
  expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
  expect(moved(['a', 'b'], 0, 9)).toEqual(['b', 'a']);
  expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
});

test('nothing gets lost, the thing is at its place, and the rest keeps its order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { minLength: 1 }).chain((list) =>
        fc.record({
          list: fc.constant(list),
          from: fc.nat(list.length - 1),
          to: fc.nat(list.length - 1),
        }),
      ),
      ({ list, from, to }) => {
        const after = moved(list, from, to);
        expect(after[to]).toBe(list[from]);
        expect(after.filter((item) => item !== list[from])).toEqual(
          list.filter((item) => item !== list[from]),
        );
      },
    ),
  );
});

const rows = [0, 40, 80, 120].map((top) => ({ top, bottom: top + 40 }));

test.each([
  [-10, 0],
  [19, 0],
  [21, 1],
  [100, 2],
  [500, 4],
])('height %d points at gap %d', (y, gap) => {
  expect(gapAt(y, rows)).toBe(gap);
});

test('both gaps beside a row leave it where it is', () => {
  expect([2, 3].map((gap) => placeInGap(gap, 2))).toEqual([2, 2]);
  expect(placeInGap(0, 2)).toBe(0);
  expect(placeInGap(4, 2)).toBe(3);
});
