/** Sentences about a tab: how old it is, what is unsent in it, and what it shows. */
import type { TabInfo, TabMode } from '../../src/app/contract';
import { countOf, formatCount } from './count';
import { formatAge, formatMoment } from './time';

/** “as of 10:42”. */
export function asOfWords(tab: Pick<TabInfo, 'pulledAt'>, now: number, locale?: string): string {
  const then = Date.parse(tab.pulledAt);
  if (Number.isNaN(then)) return 'never read to the end';
  return `as of ${formatMoment(then, now, locale)}`;
}

/** “3 min ago · 180 rows”; the rows alone for a tab that was never read to the end. */
export function ageAndSizeWords(
  { pulledAt, rows }: Pick<TabInfo, 'pulledAt' | 'rows'>,
  now: number,
  locale?: string,
): string {
  const then = Date.parse(pulledAt);
  const size = countOf(rows, 'rows', locale);
  return Number.isNaN(then) ? size : `${formatAge(then, now)} · ${size}`;
}

/** “2 edits not sent”, “1 edit also changed on the platform”; empty when there is nothing to say. */
export function editWords(tab: Pick<TabInfo, 'pending' | 'conflicts'>, locale?: string): string[] {
  const words: string[] = [];
  if (tab.pending > 0) words.push(`${countOf(tab.pending, 'edits', locale)} not sent`);
  if (tab.conflicts > 0)
    words.push(`${formatCount(tab.conflicts, locale)} of them changed on the platform too`);
  return words;
}

/** What becomes of the rows of removed records, in few words; the usual way needs none. */
const MODES: Readonly<Record<TabMode, string>> = {
  mirror: '',
  keepRemoved: 'Keeps the rows of removed records',
  snapshot: 'Leaves a dated copy at each run',
};

/** “Only where State is Discovered or In Review; and Primary owner is empty”; '' for a tab that shows all records. */
export function filterWords({ filterWords: words }: Pick<TabInfo, 'filterWords'>): string {
  return words.length === 0 ? '' : `Only where ${words.join('; and ')}`;
}

export function modeWords({ mode }: Pick<TabInfo, 'mode'>): string {
  return MODES[mode];
}
