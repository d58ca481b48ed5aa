/** What is said about a tab that is refreshed by itself. */
import type { ScheduleInfo } from '../../../../src/app/contract';
import {
  estimateWords,
  failingWords,
  lastRunWords,
  nextWords,
  scheduleWords,
  shareWords,
} from '../../../../sidebar/words/schedule';
import { formatComing, formatGuess, formatSpan } from '../../../../sidebar/words/time';

const NOW = Date.parse('2026-11-22T10:45:00Z');
const ZONE = 'Europe/Berlin';

const schedule: ScheduleInfo = {
  tab: 'Apps',
  every: 'day',
  hour: 7,
  words: 'every day at about 7:00',
  owner: 'bo@halden.example',
  mine: false,
  nextRun: '2026-11-23T06:00:00Z',
};

test.each([
  ['2026-11-22T18:00:00Z', 'today at 19:00'],
  ['2026-11-23T06:00:00Z', 'tomorrow at 7:00'],
  // In Berlin it is the day after already.
  ['2026-11-22T23:30:00Z', 'tomorrow at 0:30'],
  ['2026-11-24T06:00:00Z', 'Tue at 7:00'],
  ['2026-11-29T06:00:00Z', '29 Nov at 7:00'],
])('%s, seen on a Sunday, is %s in Berlin', (moment, words) => {
  expect(formatComing(Date.parse(moment), NOW, 'en-GB', ZONE)).toBe(words);
});

test('a schedule tells when, when next and by whom', () => {
  expect(scheduleWords(schedule, NOW, ZONE, 'en-GB')).toBe(
    'Refreshes every day at about 7:00 · next: tomorrow at 7:00 · by bo@halden.example',
  );
  expect(scheduleWords({ ...schedule, mine: true }, NOW, ZONE, 'en-GB')).toMatch(/ · by you$/);
  expect(nextWords({ nextRun: '2026-11-22T10:45:00Z' }, NOW)).toBe('within the hour');
});

test('its last run and its trouble are dated in the time zone of the file', () => {
  const run = { at: '2026-11-22T06:12:00Z', outcome: 'failed', seconds: 200 } as const;
  expect(lastRunWords(run, NOW, ZONE, 'en-GB')).toBe('7:12: failed after 3 minutes');
  expect(lastRunWords({ ...run, outcome: 'done', requests: 1 }, NOW, ZONE, 'en-GB')).toBe(
    '7:12: done after 3 minutes, with 1 request',
  );
  expect(failingWords('Apps', '2026-11-20T06:12:00Z', NOW, ZONE, 'en-GB')).toBe(
    'Apps has not been refreshed by itself since 20 Nov, 7:12 · 2 days ago.',
  );
});

test.each([
  [0, 'less than 1\u00a0%'],
  [0.038, 'about 4\u00a0%'],
  [1.3, 'about 130\u00a0%'],
])('a share of %d reads %s', (share, words) => {
  expect(shareWords(share)).toBe(words);
});

test('an estimate names both allowances, and where its figures come from', () => {
  const estimate = {
    ...{ words: '', nextRun: '', runsPerDay: 1, secondsPerDay: 1, requestsPerDay: 1 },
    shares: { triggerTime: 0.04, requests: 0.001 },
  };
  expect(estimateWords({ ...estimate, measured: true })).toEqual([
    'With it, your schedules in this file take about 4\u00a0% of the 90 minutes and less than 1\u00a0% of the 20,000 requests that Google allows a person in a day.',
    'Counted from what the last run of this tab took.',
  ]);
  expect(estimateWords({ ...estimate, measured: false })[1]).toMatch(/^Guessed/);
});

test.each([
  [20_000, 'less than a minute'],
  [60_000, 'about 1 minute'],
  [170_000, 'about 3 minutes'],
  [58 * 60_000, 'about 58 minutes'],
  [60 * 60_000, 'about 1 hour'],
  [83 * 60_000, 'about 1 hour 20 minutes'],
  [116 * 60_000, 'about 2 hours'],
])('a guess of %d ms reads %s', (milliseconds, words) => {
  expect(formatGuess(milliseconds)).toBe(words);
});

test('a span is in seconds, then in minutes', () => {
  expect(formatSpan(42)).toBe('42 s');
  expect(formatSpan(300, 'en')).toBe('5 minutes');
});
