/** How old a published price is. */

const YEARS = 2;

/**
 * Whether the price was read more than two years before `today`, both as “2026-11-22”; null where the day is not known,
 * so that its age cannot be told.
 */
export function isOldPrice(readOn: string | null, today: string): boolean | null {
  const day = readOn?.trim() ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  return day < `${String(Number(today.slice(0, 4)) - YEARS).padStart(4, '0')}${today.slice(4)}`;
}
