/** What schedules take of a day. */
import { dailyCost, guessedCost, sharesOf } from '../../../../src/core/schedule/allowance';

test('a run is guessed from the rows, and takes a request at least', () => {
  expect(guessedCost(0)).toEqual({ seconds: 21, requests: 1 });
  expect(guessedCost(10_001)).toEqual({ seconds: 31, requests: 11 });
});

test('a day holds 24 hourly runs, one daily one, and a seventh of a weekly one', () => {
  const cost = { seconds: 70, requests: 7 };
  expect(dailyCost({ every: 'hour' }, cost)).toEqual({ seconds: 1680, requests: 168 });
  expect(dailyCost({ every: 'day', hour: 7 }, cost)).toEqual(cost);
  const weekly = dailyCost({ every: 'week', hour: 7, weekday: 1 }, cost);
  expect(weekly.seconds).toBeCloseTo(10);
  expect(weekly.requests).toBeCloseTo(1);
});

test('shares are of 90 minutes and 20,000 requests, and count the hourly looks of the trigger', () => {
  expect(sharesOf([])).toEqual({ triggerTime: 48 / 5400, requests: 0 });
  const { triggerTime, requests } = sharesOf([
    { seconds: 2000, requests: 5000 },
    { seconds: 652, requests: 15_000 },
  ]);
  expect(triggerTime).toBeCloseTo(0.5);
  expect(requests).toBeCloseTo(1);
});
