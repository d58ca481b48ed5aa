/** Choosing a schedule: what is sent, how much it takes, and what helps one that fails. */
import type { ScheduleInfo } from '../../../../src/app/contract';
import { payloadOf, rhythmOf, sameRhythm } from '../../../../sidebar/state/rhythm';
import { loadOf, remedyFor } from '../../../../sidebar/state/schedule';

const schedule: ScheduleInfo = {
  tab: 'Apps',
  every: 'week',
  hour: 18,
  weekday: 5,
  words: 'every Friday at about 18:00',
  owner: 'ana@halden.example',
  mine: true,
  nextRun: '2026-11-23T06:00:00Z',
};

test('a rhythm begins as the schedule is, or in the morning, and only what counts is sent', () => {
  expect(payloadOf(rhythmOf(undefined))).toEqual({ every: 'day', hour: 7 });
  expect(payloadOf(rhythmOf(schedule))).toEqual({ every: 'week', hour: 18, weekday: 5 });
  expect(payloadOf({ every: 'hour', hour: 18, weekday: 5 })).toEqual({ every: 'hour' });
});

test('what does not count makes no difference', () => {
  const daily = { every: 'day', hour: 7, weekday: 1 } as const;
  expect(sameRhythm(daily, { ...daily, weekday: 5 })).toBe(true);
  expect(sameRhythm(daily, { ...daily, hour: 8 })).toBe(false);
  expect(sameRhythm(daily, { ...daily, every: 'week' })).toBe(false);
});

test.each([
  [0.5, 0.1, 'little'],
  [0.51, 0.1, 'much'],
  [0.1, 1, 'much'],
  [0.1, 1.01, 'too much'],
] as const)('%d of the time and %d of the requests is %s', (triggerTime, requests, load) => {
  expect(loadOf({ shares: { triggerTime, requests } })).toBe(load);
});

test.each([
  [true, true, 'OWNER_KEY_REFUSED', 'key'],
  [true, true, 'SCHEDULE_LATE', 'look'],
  [true, true, 'PROVIDER_TROUBLE', 'look'],
  [true, false, 'OWNER_NOT_CONNECTED', 'connect'],
  [false, true, 'OWNER_KEY_REFUSED', 'take over'],
  [false, false, 'OWNER_KEY_REFUSED', 'connect'],
] as const)('mine: %s, connected: %s, %s: %s helps', (mine, connected, code, remedy) => {
  const failing = { since: '2026-11-22T06:12:00Z', code, what: 'No.', next: 'Do.' };
  expect(remedyFor({ ...schedule, mine, failing }, connected)).toBe(remedy);
});
