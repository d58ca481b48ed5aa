/** Days and moments in ISO 8601, as strict servers read them. https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** A day that the calendar has: the 30th of February is none. */
export function isIsoDay(value: unknown): value is string {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** A time of such a day, with seconds and a zone. */
export function isIsoMoment(value: unknown): value is string {
  return typeof value === 'string' && isIsoDay(MOMENT.exec(value)?.[1]) && !Number.isNaN(Date.parse(value));
}
