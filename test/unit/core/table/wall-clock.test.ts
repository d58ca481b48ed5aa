import fc from 'fast-check';
import { dayOf, readable, serialOf, wallOfSerial, zoneOf } from '../../../../src/core/table/wall-clock';
import { wallClock } from './sheet-model';

const berlin = zoneOf('Europe/Berlin');
const at = (text: string): number => Date.parse(text);

describe('the clock on the wall', () => {
  it('is set forward and back', () => {
    expect(berlin.wallOf(at('2026-03-29T00:59:00Z'))).toBe(at('2026-03-29T01:59:00Z'));
    expect(berlin.wallOf(at('2026-03-29T01:00:00Z'))).toBe(at('2026-03-29T03:00:00Z'));
    expect(berlin.wallOf(at('2026-10-25T00:59:00Z'))).toBe(at('2026-10-25T02:59:00Z'));
    expect(berlin.wallOf(at('2026-10-25T01:00:00Z'))).toBe(at('2026-10-25T02:00:00Z'));
  });

  it('names the first of two moments, and one past a gap', () => {
    expect(berlin.momentOf(at('2026-10-25T02:30:00Z'))).toBe(at('2026-10-25T00:30:00Z'));
    expect(berlin.momentOf(at('2026-03-29T02:30:00Z'))).toBe(at('2026-03-29T01:30:00Z'));
  });

  it('agrees with Intl in every zone', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const moments = fc.integer({ min: at('1900-01-01'), max: at('2200-01-01') });
    fc.assert(
      fc.property(zones, moments, (timeZone, moment) => {
        const zone = zoneOf(timeZone);
        const wall = zone.wallOf(moment);
        expect(wall).toBe(wallClock(moment, timeZone));
        expect(zone.wallOf(zone.momentOf(wall))).toBe(wall);
        expect(zone.momentOf(wall)).toBeLessThanOrEqual(moment);
      }),
      { numRuns: 300 },
    );
  });

  it('is counted in days from 30 December 1899 in cells', () => {
    expect(serialOf(at('2023-03-15'))).toBe(45000);
    expect(wallOfSerial(45000.5)).toBe(at('2023-03-15T12:00:00Z'));
    expect(dayOf(wallOfSerial(1))).toBe('1899-12-31');
  });

  it('reads well', () => {
    expect(readable(at('2026-11-22T23:30:00Z'), 'Europe/Berlin')).toBe('23 Nov 2026, 00:30');
  });
});
