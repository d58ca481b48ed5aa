/** How long a run will still take, from what it reported. */
import fc from 'fast-check';
import { paceAfter, timeLeft, type Pace } from '../../../../sidebar/state/pace';

type Report = readonly [seconds: number, done: number, change?: { phase?: 'writing'; state?: 'waiting' }];

/** The pace after all reports. */
function paceOf(...reports: readonly Report[]): Pace {
  const pace = reports.reduce<Pace | undefined>(
    (before, [seconds, done, { phase, state } = {}]) =>
      paceAfter(
        before,
        {
          state: state ?? 'running',
          progress: { done, total: 10_000, unit: 'users', pages: 1, ...(phase ? { phase } : {}) },
        },
        seconds * 1000,
      ),
    undefined,
  );
  if (!pace) throw new Error('no report');
  return pace;
}

const secondsLeft = (pace: Pace): number | null => {
  const left = timeLeft(pace, 10_000);
  return left === null ? null : Math.round(left / 1000);
};

test('it is told once the reports span a few seconds and something moved', () => {
  expect(secondsLeft(paceOf([0, 0]))).toBeNull();
  expect(secondsLeft(paceOf([0, 0], [4, 400]))).toBeNull();
  expect(secondsLeft(paceOf([0, 0], [10, 0]))).toBeNull();
  expect(secondsLeft(paceOf([0, 0], [10, 1000]))).toBe(90);
  expect(timeLeft(paceOf([0, 0], [10, 1000]), undefined)).toBeNull();
});

test('only the last minute counts', () => {
  const slowThenFast = paceOf([0, 0], [30, 10], [60, 20], [90, 2000], [120, 4000]);
  // From 20 at 60 s to 4,000 at 120 s.
  expect(secondsLeft(slowThenFast)).toBe(90);
  expect(slowThenFast.since).toBe(0);
});

test.each<[string, Report]>([
  ['a wait', [20, 2000, { state: 'waiting' }]],
  ['a new phase', [20, 0, { phase: 'writing' }]],
  ['a new beginning', [20, 0]],
])('%s starts it anew', (_, report) => {
  expect(secondsLeft(paceOf([0, 0], [10, 1000], report))).toBeNull();
});

test('at a steady pace it is exact, however often it is reported', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 8, maxLength: 40 }),
      fc.integer({ min: 1, max: 20 }),
      (gaps, perSecond) => {
        let at = 0;
        const reports = gaps.map((gap): Report => [(at += gap), at * perSecond]);
        const left = timeLeft(paceOf(...reports), 100_000);
        return left !== null && Math.abs(left / 1000 - (100_000 / perSecond - at)) < 0.01;
      },
    ),
  );
});
