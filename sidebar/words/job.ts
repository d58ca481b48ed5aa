/** Sentences about a run: how far it is, why it waits, what came of it. */
import type { JobInfo, PullResult } from '../../src/app/contract';
import type { Pace } from '../state/pace';
import { countOf, formatCount } from './count';
import { sentWords } from './push';
import { uploadedWords } from './upload';
import { formatGuess, formatMoment } from './time';

/** “3,000 of 10,000 apps · page 3”, “Writing: 3,000 of 10,000 apps”, “Sent 140 of 1,000 apps”. */
export function progressWords(
  { kind, progress }: Pick<JobInfo, 'kind' | 'progress'>,
  locale?: string,
): string {
  const { phase, done, total, unit, pages } = progress;
  if (phase === 'writing' && done === 0) return 'Writing into the tab …';
  if (kind === 'push' && done === 0) {
    return phase === 'sending' ? `Sending the first ${unit} …` : 'Checking what is there now …';
  }
  if (kind === 'upload' && done === 0) return phase === 'sending' ? 'Sending …' : 'Getting it ready …';
  if (done === 0 && pages === 0) return `Asking for the first ${unit} …`;
  const amount =
    total === undefined
      ? countOf(done, unit, locale)
      : `${formatCount(done, locale)} of ${countOf(total, unit, locale)}`;
  if (phase === 'writing') return `Writing: ${amount}`;
  if (phase === 'sending') return `Sent ${amount}`;
  return pages > 0 ? `${amount} · page ${formatCount(pages, locale)}` : amount;
}

/** What a run that somebody stopped leaves behind. */
export function stoppedWords({ kind, progress }: Pick<JobInfo, 'kind' | 'progress'>): string {
  if (kind === 'push') return 'Stopped. What was sent stays sent; the rest keeps its edits.';
  if (kind === 'upload') return 'Stopped. The tab “Uploads” says how far it got.';
  if (kind === 'verify') return 'Stopped. Nothing was compared.';
  return progress.phase === 'writing'
    ? 'Stopped while rows went into the tab, which says so. Refresh it to bring in the rest.'
    : 'Stopped. Nothing was changed in the file.';
}

/** “About 3 minutes left to read”, of what the run does now. */
export function leftWords(milliseconds: number, phase: Pace['phase']): string {
  const guess = formatGuess(milliseconds);
  const left = `${guess.charAt(0).toUpperCase()}${guess.slice(1)} left`;
  if (phase === 'sending') return `${left} to send.`;
  return phase === 'writing' ? `${left} to write.` : `${left} to read; then it is written into the tab.`;
}

/** “ana@halden.example has been refreshing this since 10:41.” */
export function elsewhereWords(
  { by, since }: Pick<JobInfo, 'by' | 'since'>,
  now: number,
  locale?: string,
): string {
  return `${by} has been at this since ${formatMoment(Date.parse(since), now, locale)}.`;
}

/** 0 to 1, or null while the total is not known. */
export function progressShare({ progress }: Pick<JobInfo, 'progress'>): number | null {
  const { done, total } = progress;
  if (total === undefined) return null;
  return total === 0 ? 1 : Math.min(1, done / total);
}

/**
 * “180 apps: 3 new, 5 updated, 172 unchanged”; kinds with nothing in them are left out. Where only a selection is
 * `filtered` out of the platform's records, nobody can tell one that is gone from one that fits no more.
 */
export function resultWords(result: PullResult, unit: string, filtered: boolean, locale?: string): string {
  const parts = [
    [result.added, 'new'],
    [result.updated, 'updated'],
    [result.unchanged, 'unchanged'],
    [result.vanished, filtered ? 'more out of the selection or gone' : 'gone'],
  ] as const;
  const shown = parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatCount(count, locale)} ${word}`);
  const total = countOf(result.rows, unit, locale);
  const changes = result.added + result.updated + result.vanished + result.removed;
  if (result.rows > 0 && changes === 0) return `${total}, nothing changed`;
  return shown.length === 0 ? total : `${total}: ${shown.join(', ')}`;
}

/** What else a run did with the rows and tabs of the file; empty when there is nothing to say. */
export function outcomeWords(result: Pick<PullResult, 'removed' | 'copy'>, locale?: string): string[] {
  const words: string[] = [];
  if (result.removed > 0) {
    const rows = countOf(result.removed, 'rows', locale);
    words.push(`${rows} of removed records ${result.removed === 1 ? 'was' : 'were'} taken out.`);
  }
  if (result.copy !== undefined) words.push(`A dated copy was made: “${result.copy}”.`);
  return words;
}

/**
 * What a screen reader is told about a run. Progress is told in quarters only, so that the same text comes
 * back for every page in between and nothing is repeated.
 */
export function announcement(info: JobInfo, filtered: boolean, locale?: string): string {
  const { phase } = info.progress;
  if (info.state === 'done') return `Done. ${endWords(info, filtered, locale)}`.trim();
  if (info.state === 'failed') return `${info.title} failed. ${info.error?.what ?? ''}`.trim();
  if (info.state === 'stopped') return `${info.title} was stopped.`;
  if (info.state === 'waiting') return `${info.title} is waiting. ${info.waiting?.reason ?? ''}`.trim();
  const share = progressShare(info);
  const quarter = share === null ? 0 : Math.floor(share * 4) * 25;
  if (phase === 'writing') return `${info.title}: ${quarter} percent are written.`;
  return quarter === 0 ? `${info.title} is running.` : `${info.title}: ${quarter} percent.`;
}

function endWords(info: JobInfo, filtered: boolean, locale?: string): string {
  const { unit } = info.progress;
  if (!info.result) return '';
  if (info.kind === 'upload') return uploadedWords(info.result, locale);
  if (info.kind === 'verify') return info.result.words;
  if (info.kind !== 'push') return resultWords(info.result, unit, filtered, locale);
  const refused = info.result.failed > 0 ? `, ${formatCount(info.result.failed, locale)} refused` : '';
  return `${sentWords(info.result, unit, locale)}${refused}.`;
}
