/** When a schedule is due: days, weeks and hours as the wall shows them, whatever the clock does. */
import fc from 'fast-check';
import {
  nextDue,
  rhythmOf,
  rhythmWords,
  runsPerDay,
  type Rhythm,
} from '../../../../src/core/schedule/rhythm';
import { dayOf, zoneOf } from '../../../../src/core/table/wall-clock';

const HOUR = 3_600_000;
const at = (text: string): number => Date.parse(text);
const iso = (moment: number): string => new Date(moment).toISOString();

/** The first due moments after a moment, in ISO form. */
function dueAfter(rhythm: Rhythm, after: string, timeZone: string, count: number): string[] {
  const due: string[] = [];
  for (let moment = at(after); due.length < count;) {
    moment = nextDue(rhythm, moment, timeZone);
    due.push(iso(moment));
  }
  return due;
}

test('what was left open is seven o’clock and Monday; what has no meaning is dropped', () => {
  expect(rhythmOf({ every: 'hour', hour: 3, weekday: 2 })).toEqual({ every: 'hour' });
  expect(rhythmOf({ every: 'day', weekday: 2 })).toEqual({ every: 'day', hour: 7 });
  expect(rhythmOf({ every: 'week' })).toEqual({ every: 'week', hour: 7, weekday: 1 });
});

test('words and runs a day', () => {
  const rhythms = [{ every: 'hour' }, { every: 'day', hour: 0 }, { every: 'week', weekday: 7 }] as const;
  expect(rhythms.map(rhythmOf).map(rhythmWords)).toEqual([
    'every hour',
    'every day at about 0:00',
    'every Sunday at about 7:00',
  ]);
  expect(rhythms.map(rhythmOf).map(runsPerDay)).toEqual([24, 1, 1 / 7]);
});

test('an hour that the day does not have: the first moment after the gap', () => {
  const two = rhythmOf({ every: 'day', hour: 2 });
  expect(dueAfter(two, '2026-03-28T00:00:00Z', 'Europe/Berlin', 3)).toEqual([
    '2026-03-28T01:00:00.000Z',
    '2026-03-29T01:00:00.000Z',
    '2026-03-30T00:00:00.000Z',
  ]);
  // Two hours at once, and the hour lies in the middle of them: https://en.wikipedia.org/wiki/Troll_(research_station)
  expect(dueAfter(two, '2026-03-28T12:00:00Z', 'Antarctica/Troll', 1)).toEqual(['2026-03-29T01:00:00.000Z']);
});

test('an hour that the day has twice: once, the first time', () => {
  const two = rhythmOf({ every: 'day', hour: 2 });
  expect(dueAfter(two, '2026-10-24T12:00:00Z', 'Europe/Berlin', 2)).toEqual([
    '2026-10-25T00:00:00.000Z',
    '2026-10-26T01:00:00.000Z',
  ]);
  expect(iso(nextDue(two, at('2026-10-25T00:30:00Z'), 'Europe/Berlin'))).toBe('2026-10-26T01:00:00.000Z');
});

test('hours begin where the wall shows that they do', () => {
  expect(dueAfter({ every: 'hour' }, '2026-03-02T09:10:00Z', 'Asia/Kolkata', 2)).toEqual([
    '2026-03-02T09:30:00.000Z',
    '2026-03-02T10:30:00.000Z',
  ]);
});

test('weeks begin on the day that was chosen', () => {
  const friday = rhythmOf({ every: 'week', weekday: 5, hour: 22 });
  expect(dueAfter(friday, '2026-03-06T21:00:00Z', 'Europe/Berlin', 3)).toEqual([
    '2026-03-13T21:00:00.000Z',
    '2026-03-20T21:00:00.000Z',
    '2026-03-27T21:00:00.000Z',
  ]);
});

const moments = fc.integer({ min: at('2015-01-01'), max: at('2060-01-01') });
const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const rhythms = fc
  .record({
    every: fc.constantFrom('day' as const, 'week' as const),
    hour: fc.integer({ min: 0, max: 23 }),
    weekday: fc.integer({ min: 1, max: 7 }),
  })
  .map(rhythmOf);

test('in every zone a daily run comes once on each day, and a weekly one once in seven', () => {
  fc.assert(
    fc.property(rhythms, moments, zones, (rhythm, start, timeZone) => {
      const zone = zoneOf(timeZone);
      let last = nextDue(rhythm, start, timeZone);
      for (let n = 0; n < 5; n += 1) {
        const due = nextDue(rhythm, last, timeZone);
        const days = (at(dayOf(zone.wallOf(due))) - at(dayOf(zone.wallOf(last)))) / (24 * HOUR);
        expect(days).toBe(rhythm.every === 'week' ? 7 : 1);
        last = due;
      }
    }),
    { numRuns: 150 },
  );
});

test('in every zone the wall shows the hour for the first time, or has just skipped it', () => {
  fc.assert(
    fc.property(rhythms, moments, zones, (rhythm, start, timeZone) => {
      const hour = rhythm.every === 'hour' ? 0 : rhythm.hour;
      const zone = zoneOf(timeZone);
      const due = nextDue(rhythm, start, timeZone);
      const midnight = at(dayOf(zone.wallOf(due)));
      const wanted = midnight + hour * HOUR;
      expect(due).toBeGreaterThan(start);
      expect(zone.wallOf(due)).toBeGreaterThanOrEqual(wanted);
      // A moment before, the wall did not show it yet.
      expect(zone.wallOf(due - 1)).toBeLessThan(wanted);
    }),
    { numRuns: 300 },
  );
});

test('nothing is due between a moment and the next due one', () => {
  fc.assert(
    fc.property(
      rhythms,
      moments,
      zones,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (rhythm, start, timeZone, part) => {
        const due = nextDue(rhythm, start, timeZone);
        const between = start + Math.floor(part * (due - 1 - start));
        expect(nextDue(rhythm, between, timeZone)).toBe(due);
      },
    ),
    { numRuns: 150 },
  );
});

test('an hourly run is due within the hour', () => {
  fc.assert(
    fc.property(moments, zones, (start, timeZone) => {
      const due = nextDue({ every: 'hour' }, start, timeZone);
      expect(due - start).toBeGreaterThan(0);
      expect(due - start).toBeLessThanOrEqual(HOUR);
    }),
  );
});
