/** What a person would type into a cell to enter a value. */

/** A date in the spreadsheet's time zone, with its time unless that is midnight. */
function dateText(date: Date, timeZone: string): string {
  // Swedish dates are ISO's: 2026-01-31 09:00:00.
  const text = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(
    date,
  );
  return text.replace(/ 00:00:00$/, '');
}

/** @param locale as Sheets names it, such as `de_DE`: gives the decimal mark */
export function typedText(value: unknown, locale: string, timeZone: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (Object.prototype.toString.call(value) === '[object Date]') return dateText(value as Date, timeZone);
  if (typeof value !== 'number') return String(value);
  const options = { useGrouping: false, maximumFractionDigits: 15 };
  return new Intl.NumberFormat(locale.replace('_', '-'), options).format(value);
}
