/** Sentences about a push that is over, as its result and the Push journal tell it. */
import type { PushFailure, PushInfo, PushResult } from '../../src/app/contract';
import { countOf, formatCount } from './count';
import { formatMoment } from './time';

/** “12 changes sent, in 9 contracts”; `unit` is the plural of the records. */
export function sentWords({ sent, records, purpose }: PushResult, unit: string, locale?: string): string {
  const done = purpose === 'undo' ? 'taken back' : 'sent';
  if (sent === 0) return `Nothing was ${done}`;
  return `${countOf(sent, 'changes', locale)} ${done}, in ${countOf(records, unit, locale)}`;
}

/** What was made and deleted, what did not go as wanted, and what is left; empty where there is nothing to add. */
export function leftOverWords(result: PushResult, locale?: string): string[] {
  const { created, deleted, failed, unknown, conflicts, skipped } = result;
  const they = unknown === 1 ? 'it' : 'they';
  const parts = [
    [created, 'created.'],
    [deleted, 'deleted.'],
    [failed, 'refused: the edits stay in the tab.'],
    [unknown, `not confirmed: nobody can tell whether ${they} arrived. Refresh the tab to see.`],
    [conflicts, 'not sent, because the platform says something else there by now.'],
    [skipped, 'left out.'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${formatCount(count, locale)} ${words}`);
}

/** “Row 12, Zoom · State”; the row is not told where the record has none. */
export function failurePlaceWords({ row, name, label }: PushFailure): string {
  return `${row > 0 ? `Row ${row}, ` : ''}${name} · ${label}`;
}

/** What the tab shows once it was asked to show only the rows that were not sent; `rows` of them are to be seen. */
export function onlyUnsentWords(rows: number, locale?: string): string {
  if (rows === 0)
    return 'There is none to show: these rows are in order by now, or another filter of the tab hides them.';
  return rows === 1
    ? '1 row is shown; the tab’s filter hides the others.'
    : `${formatCount(rows, locale)} rows are shown; the tab’s filter hides the others.`;
}

/** “10:42 · by ana@halden.example, prepared by bo@halden.example”. */
export function pushedWords(
  { at, who, preparedBy }: Pick<PushInfo, 'at' | 'who' | 'preparedBy'>,
  now: number,
  locale?: string,
): string {
  const prepared = preparedBy === who || preparedBy === '' ? '' : `, prepared by ${preparedBy}`;
  return `${formatMoment(Date.parse(at), now, locale)} · by ${who}${prepared}`;
}

/** “12 sent, 1 refused, 1 not confirmed”. */
export function outcomeCountsWords(
  { sent, failed, unknown }: Pick<PushInfo, 'sent' | 'failed' | 'unknown'>,
  locale?: string,
): string {
  const parts = [
    [sent, 'sent'],
    [failed, 'refused'],
    [unknown, 'not confirmed'],
  ] as const;
  const shown = parts
    .filter(([count], place) => place === 0 || count > 0)
    .map(([count, word]) => `${formatCount(count, locale)} ${word}`);
  return shown.join(', ');
}
