/** What there is to say of a column's dates as a whole. */
import { dayOf, zoneOf } from '../table/wall-clock';
import type { Problem } from './problem';
import { isCellDate } from './reading/cell-word';
import { FIRST, readDate } from './reading/date';
import { type ColumnOrder, localeOrder } from './reading/day-order';
import type { UploadSheet } from './sheet';
import type { Source } from './source';
import type { UploadField } from './target';

/** Empty for columns without dates. */
export function dateProblems(source: Source, field: UploadField, sheet: UploadSheet): readonly Problem[] {
  const { column, order } = source;
  if (!order) return [];
  const about = { column, field: field.key };
  if (order.order === null) {
    return [
      {
        ...about,
        severity: 'warning',
        code: 'mixedDates',
        message: `“${column}” has dates with the day first and dates with the month first.`,
        remedy: 'Write all of them in one way, best as 2026-11-22.',
      },
    ];
  }
  const turned = turnedRound(source, order, sheet);
  if (turned) return [{ ...about, ...turned }];
  if (order.ground !== 'assumed' || order.unclear === undefined) return [];
  const { value } = readDate(order.unclear, order.unclear, 'day', order, sheet.timeZone);
  return [
    {
      ...about,
      severity: 'note',
      code: 'unclearDate',
      message: `“${column}” does not say whether day or month comes first: “${order.unclear}” was read as ${String(value)}, as is usual where this file’s locale (${sheet.locale}) is used.`,
      remedy: 'Choose the order of day and month if that is wrong.',
    },
  ];
}

/**
 * Where a CSV was pasted whose dates do not come in the order of the file's locale, Sheets made dates of those that it could read
 * with day and month turned round, and left the others as text. https://support.google.com/docs/answer/58515
 */
function turnedRound(
  { at, column }: Source,
  { order, ground }: ColumnOrder,
  { rows, locale, timeZone }: UploadSheet,
): Pick<Problem, 'severity' | 'code' | 'row' | 'message' | 'remedy'> | null {
  const typed = localeOrder(locale) === 'dmy' ? 'dmy' : 'mdy';
  if (ground !== 'told' || order === null || order === 'ymd' || order === typed) return null;
  for (const { row, cells } of rows) {
    const cell = cells[at];
    if (!(cell instanceof Date) || !isCellDate(cell)) continue;
    const day = dayOf(zoneOf(timeZone).wallOf(cell.getTime()));
    const [year = '', month = '', date = ''] = day.split('-');
    if (date > '12' || date === month) continue;
    return {
      severity: 'warning',
      code: 'mixedDates',
      row,
      message: `“${column}” writes its dates with the ${FIRST[order]} first, and Sheets had read some with the ${FIRST[typed]} first before: ${day} may stand for ${year}-${date}-${month}.`,
      remedy: `Give the file the locale of the export (File, Settings), and paste the export again; or write such dates as 2026-11-22.`,
    };
  }
  return null;
}
