/** What schedules take of the time and the requests that Google allows a person in a day. */
import { runsPerDay, type Rhythm } from './rhythm';

/**
 * Per person and day, over all their scripts. The smaller account's, as nobody can tell which one a person has:
 * Workspace accounts have six hours and 100,000 requests. https://developers.google.com/apps-script/guides/services/quotas
 */
const TRIGGER_SECONDS = 90 * 60;
const REQUESTS = 20_000;

/** The clock trigger comes every hour, mostly to find nothing due. An estimate: loading the script and reading the list. */
const LOOKS = 24;
const LOOK_SECONDS = 2;

/** What one run takes. */
export interface Cost {
  readonly seconds: number;
  readonly requests: number;
}

/** What a run of a tab that nobody has measured will take, roughly: pages of a thousand, a second each, and the tab. */
export function guessedCost(rows: number): Cost {
  const requests = Math.max(1, Math.ceil(rows / 1000));
  return { seconds: requests + 20, requests };
}

/** What a rhythm takes in a day, on average. */
export function dailyCost(rhythm: Rhythm, { seconds, requests }: Cost): Cost {
  const runs = runsPerDay(rhythm);
  return { seconds: seconds * runs, requests: requests * runs };
}

/** The parts of the day's allowance that a person's schedules take, 1 for all of it; more than 1 does not fit. */
export function sharesOf(daily: readonly Cost[]): {
  readonly triggerTime: number;
  readonly requests: number;
} {
  const sum = (of: (cost: Cost) => number): number => daily.reduce((total, cost) => total + of(cost), 0);
  return {
    triggerTime: (sum(({ seconds }) => seconds) + LOOKS * LOOK_SECONDS) / TRIGGER_SECONDS,
    requests: sum(({ requests }) => requests) / REQUESTS,
  };
}
