/** When a price counts as old. */
import { isOldPrice } from '../../../../src/reports/sso/price-age';

test.each([
  ['2024-11-22', '2026-11-22', false],
  ['2024-11-21', '2026-11-22', true],
  ['2018-10-17', '2026-11-22', true],
  ['2026-11-22', '2026-11-22', false],
  ['2027-01-01', '2026-11-22', false],
  // Two years before a leap day there is none.
  ['2022-02-28', '2024-02-29', true],
  ['2022-03-01', '2024-02-29', false],
])('read on %s, on %s: %s', (readOn, today, isOld) => {
  expect(isOldPrice(readOn, today)).toBe(isOld);
});

test.each([null, '', 'last year', '22/11/2026'])('%s is no day, so that nothing can be said', (readOn) => {
  expect(isOldPrice(readOn, '2026-11-22')).toBeNull();
});
