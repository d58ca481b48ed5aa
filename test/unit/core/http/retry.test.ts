/** Retry: pauses grow, vary, and stay within bounds. */
import * as fc from 'fast-check';
import { backOff, isTransient, LONGEST_RATE_WAIT, retryAfter } from '../../../../src/core/http/retry';
import { START } from './scripted-http';

describe('pauses', () => {
  test('back-off doubles with each failure', () => {
    expect([1, 2, 3, 4].map((failures) => backOff(failures, 0))).toEqual([500, 1000, 2000, 4000]);
  });

  test('back-off is spread by chance and never over its longest', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), chance, (failures, random) => {
        const pause = backOff(failures, random);
        expect(pause).toBeGreaterThanOrEqual(500);
        expect(pause).toBeLessThanOrEqual(20_000);
      }),
    );
  });

  test('Retry-After in seconds', () => {
    expect(retryAfter({ 'retry-after': '30' }, START)).toBe(30_000);
    expect(retryAfter({ 'retry-after': ' 1.5 ' }, START)).toBe(1_500);
  });

  test('Retry-After as a date', () => {
    const date = new Date(START + 45_000).toUTCString();
    expect(retryAfter({ 'retry-after': date }, START)).toBe(45_000);
  });

  test('Retry-After is kept within sane bounds', () => {
    expect(retryAfter({ 'retry-after': '0' }, START)).toBe(1_000);
    expect(retryAfter({ 'retry-after': '86400' }, START)).toBe(LONGEST_RATE_WAIT);
    expect(retryAfter({ 'retry-after': new Date(START - 60_000).toUTCString() }, START)).toBe(1_000);
  });

  test('a missing or senseless Retry-After is none', () => {
    expect(retryAfter({}, START)).toBeNull();
    expect(retryAfter({ 'retry-after': '' }, START)).toBeNull();
    expect(retryAfter({ 'retry-after': 'soon' }, START)).toBeNull();
  });

  test('only trouble on the server’s side may pass by itself', () => {
    const statuses = [400, 401, 403, 404, 409, 422, 429, 500, 501, 502, 503, 504];
    expect(statuses.filter(isTransient)).toEqual([500, 502, 503, 504]);
  });
});
