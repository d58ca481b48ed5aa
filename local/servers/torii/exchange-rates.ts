/** What money of one currency is in another, at rates that never move. */

/** Cents of a dollar for the smallest unit of a currency; yen have none smaller, dinars have a thousand. */
const CENTS: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 1.1,
  GBP: 1.25,
  ILS: 0.27,
  JPY: 0.67,
  KWD: 0.325,
};

/** In the smallest unit of `to`; a currency that is not in the table is worth as much as the dollar. */
export function converted(value: number, from: string, to: string): number {
  return from === to ? value : Math.round((value * (CENTS[from] ?? 1)) / (CENTS[to] ?? 1));
}
