/** Sentences about a run that is over, as the Activity screen lists it. */
import type { ActivityInfo } from '../../src/app/contract';
import { countOf, formatCount } from './count';
import { formatAge, formatMoment, formatSpan } from './time';

/** “10:42 · 3 min ago · by ana@halden.example”. */
export function ranWords(
  { at, who }: Pick<ActivityInfo, 'at' | 'who'>,
  now: number,
  locale?: string,
): string {
  const then = Date.parse(at);
  const by = who === '' ? '' : ` · by ${who}`;
  // Somebody may have emptied the cell that it is read from.
  return then > 0
    ? `${formatMoment(then, now, locale)} · ${formatAge(then, now)}${by}`
    : `Some time ago${by}`;
}

/** “180 rows: 3 new, 5 updated, 1 gone”, “12 changes sent, 1 not taken”; '' for a run that did not reach its tab. */
export function countsWords({ counts }: Pick<ActivityInfo, 'counts'>, locale?: string): string {
  const { rows, added = 0, updated = 0, gone = 0, removed = 0, pending = 0, conflicts = 0 } = counts;
  if (counts.sent !== undefined) return pushCountsWords(counts.sent, counts.failed, conflicts, locale);
  if (rows === undefined) return '';
  const parts = [
    [added, 'new'],
    [updated, 'updated'],
    [gone, 'gone'],
    [removed, 'taken out'],
    [pending, pending === 1 ? 'edit not sent' : 'edits not sent'],
    [conflicts, 'changed on both sides'],
  ] as const;
  const shown = parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatCount(count, locale)} ${word}`);
  return `${countOf(rows, 'rows', locale)}: ${shown.length === 0 ? 'nothing changed' : shown.join(', ')}`;
}

function pushCountsWords(sent: number, failed = 0, conflicts = 0, locale?: string): string {
  const words = [`${countOf(sent, 'changes', locale)} sent`];
  if (failed > 0) words.push(`${formatCount(failed, locale)} not taken`);
  if (conflicts > 0) words.push(`${formatCount(conflicts, locale)} changed on both sides`);
  return words.join(', ');
}

/** “Took 42 s, with 12 requests and 30 s of waiting”. */
export function effortWords(
  { seconds, requests, waitedSeconds }: Pick<ActivityInfo, 'seconds' | 'requests' | 'waitedSeconds'>,
  locale?: string,
): string {
  const waited = waitedSeconds > 0 ? ` and ${formatSpan(waitedSeconds, locale)} of waiting` : '';
  return `Took ${formatSpan(seconds, locale)}, with ${countOf(requests, 'requests', locale)}${waited}.`;
}
