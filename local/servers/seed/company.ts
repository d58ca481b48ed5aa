/** The company that every seeded tenant belongs to. */

/** Fixed, so that a seed gives the same tenant whenever it is used; milliseconds since 1970. */
export const TODAY = Date.UTC(2026, 5, 1);

export const COMPANY = {
  name: 'Halden & Weir',
  domain: 'haldenweir.example',
  /** ISO code in which it sees money. */
  currency: 'USD',
} as const;

/** Who is at a desk unless another person is named: the first person of a seeded Zluri has this address too. */
export const PERSON_AT_DESK = 'ada@example.com';

const DAY = 86_400_000;

/** Days that values may show, as ISO times of midnight: from 2019 to the day that a seeded tenant takes for today. */
export const PAST_DAYS: readonly string[] = Array.from(
  { length: (TODAY - Date.UTC(2019, 0, 1)) / DAY },
  (_, i) => new Date(TODAY - i * DAY).toISOString(),
);
