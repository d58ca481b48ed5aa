/** Sentences about a plan: what it comes to, what it was compared with, and what is asked before it is sent. */
import type { PlanInfo, PlanItem } from '../../src/app/contract';
import type { PlanSubject } from '../state/plan-subject';
import type { Sum } from '../state/picks';
import { amountOf, countOf, formatCount } from './count';
import { formatMoment } from './time';

type Nouns = Pick<PlanInfo, 'singular' | 'plural'>;

export function previewTitle(subject: PlanSubject): string {
  const { kind, tab } = subject;
  if (kind === 'ssoField') return `Findings about SSO into “${subject.label}”`;
  if (kind === 'suggestedOwners') return `Suggested owners of ${tab}`;
  if (kind === 'undo') return `Take back a push of ${tab}`;
  return kind === 'deletion' ? `Delete selected rows of ${tab}` : `Edits in ${tab}`;
}

/** “12 changes in 9 contracts (2 new), 2 conflicts not included, 1 problem”. */
export function totalsWords(plan: PlanInfo, locale?: string): string {
  const { cells, rows, conflicts, problems, created, deleted } = plan.counts;
  const parts = [changesWords(plan, { cells, rows, created, deleted }, locale)];
  if (conflicts > 0) parts.push(`${countOf(conflicts, 'conflicts', locale)} not included`);
  if (problems > 0) parts.push(countOf(problems, 'problems', locale));
  return parts.join(', ');
}

function changesWords(
  nouns: Nouns,
  { cells, rows, created, deleted }: Pick<PlanInfo['counts'], 'cells' | 'rows' | 'created' | 'deleted'>,
  locale?: string,
): string {
  if (cells === 0) return 'No changes to send';
  if (deleted === rows) return `${amountOf(rows, nouns, locale)} to delete`;
  const parts = [
    [created, 'new'],
    [deleted, 'to delete'],
  ] as const;
  const special = parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatCount(count, locale)} ${word}`);
  const records = amountOf(rows, nouns, locale);
  const beside = special.length === 0 ? '' : ` (${special.join(', ')})`;
  return `${countOf(cells, 'changes', locale)} in ${records}${beside}`;
}

/** “Made at 10:45 by ana@halden.example, compared with Torii just then.” */
export function madeWords(
  { madeAt, madeBy, live }: Pick<PlanInfo, 'madeAt' | 'madeBy' | 'live'>,
  platform: string,
  now: number,
  locale?: string,
): string {
  const made = `Made at ${formatMoment(Date.parse(madeAt), now, locale)} by ${madeBy}`;
  return live
    ? `${made}, compared with ${platform} just then.`
    : `${made}, compared with the last refresh: nobody who is connected to ${platform} asked what it says now.`;
}

/** “6 edits that Torii has already”. */
export function sameWords(count: number, platform: string, locale?: string): string {
  return `${countOf(count, 'edits', locale)} that ${platform} has already`;
}

/** On the button: “Send 12 changes”, “Take back 3 changes”, “Delete 2 contracts”. */
export function sendLabel(plan: Pick<PlanInfo, 'purpose'> & Nouns, sum: Sum, locale?: string): string {
  if (sum.deleted > 0 && sum.deleted === sum.records) return `Delete ${amountOf(sum.records, plan, locale)}`;
  const changes = countOf(sum.changes, 'changes', locale);
  return plan.purpose === 'undo' ? `Take back ${changes}` : `Send ${changes}`;
}

/** What sending comes to, in sentences: the question first, then what it does beside changing values. */
export function questionWords(plan: PlanInfo, sum: Sum, platform: string, locale?: string): string[] {
  const records = amountOf(sum.records, plan, locale);
  if (sum.deleted > 0 && sum.deleted === sum.records) {
    return [`Delete ${records} in ${platform}?`, `This is for everybody who uses ${platform}.`];
  }
  const changes = countOf(sum.changes, 'changes', locale);
  const words = [
    plan.purpose === 'undo'
      ? `Take back ${changes} in ${records} in ${platform}?`
      : `Send ${changes} in ${records} to ${platform}?`,
  ];
  if (sum.created > 0) words.push(`${amountOf(sum.created, plan, locale)} ${isOrAre(sum.created)} created.`);
  if (sum.deleted > 0) words.push(`${amountOf(sum.deleted, plan, locale)} ${isOrAre(sum.deleted)} deleted.`);
  if (sum.overwritten > 0) {
    words.push(
      `${countOf(sum.overwritten, 'conflicts', locale)} ${sum.overwritten === 1 ? 'goes' : 'go'} all the same: what ${platform} says there now is overwritten.`,
    );
  }
  return words;
}

function isOrAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

/** What stands where there is nothing to list. */
export function emptyWords(kind: PlanSubject['kind'], visibleRowsOnly: boolean): string {
  if (kind === 'undo') return 'Nothing of this push can be taken back.';
  if (kind === 'deletion') return 'None of the selected rows can be deleted.';
  if (kind === 'ssoField') return 'The report has found nothing yet that could be written. Refresh it first.';
  if (kind === 'suggestedOwners') return 'The report suggests nobody as an owner.';
  return visibleRowsOnly ? 'No edits in the rows that you see.' : 'No edits in this tab.';
}

/** “New contract”, “Delete contract”; '' for a record that is changed. */
export function actionWords(action: PlanItem['action'], { singular }: Pick<Nouns, 'singular'>): string {
  if (action === 'update') return '';
  return `${action === 'create' ? 'New' : 'Delete'} ${singular}`;
}

/** On the tick of one item, for those who do not see where it stands. */
export function tickWords({ name, label, kind, action, field }: PlanItem): string {
  if (action === 'delete' && field === '') return `Delete ${name}`;
  return kind === 'conflict' ? `Send ${label} of ${name} all the same` : `Send ${label} of ${name}`;
}

/** Said where a person wanted to see a cell whose column is gone; '' where the row alone was wanted. */
export function noColumnWords({ row, field, label }: Pick<PlanItem, 'row' | 'field' | 'label'>): string {
  return field === '' ? '' : `The tab has no column “${label}” any more: row ${row} is selected.`;
}

/** Beside the tick over all: “All: 12 changes”, “All: 2 conflicts”, “All that fit: 3 changes”. */
export function allWords(items: readonly PlanItem[], searched: boolean, locale?: string): string {
  const changes = items.filter(({ kind }) => kind === 'change').length;
  const conflicts = items.filter(({ kind }) => kind === 'conflict').length;
  const amount = changes > 0 ? countOf(changes, 'changes', locale) : countOf(conflicts, 'conflicts', locale);
  return `All${searched ? ' that fit' : ''}: ${amount}`;
}

/** “Row 12 · 4711”; one of both where there is no more. */
export function placeInTabWords({ row, id, name }: Pick<PlanItem, 'row' | 'id' | 'name'>): string {
  // A row that is to become a record has no id yet but its place.
  const told = id === name || id === `row ${row}` ? '' : id;
  return [row > 0 ? `Row ${row}` : '', told].filter((part) => part !== '').join(' · ');
}

/** “Show more: 860 contracts to come”. */
export function moreWords(shown: number, total: number, nouns: Nouns, locale?: string): string {
  return `Show more: ${amountOf(total - shown, nouns, locale)} to come`;
}

/** Of a conflict: why it is not ticked, and what its tick does. */
export function conflictWords({ action, message }: PlanItem, platform: string): string {
  const act = action === 'delete' ? 'delete it' : 'send yours';
  return `${message ?? `${platform} says something else by now.`} Tick it to ${act} all the same.`;
}

/** Why nothing of a new record is sent, whatever else of it is ticked; `labels` are those of the fields. */
export function lacksWords(labels: string, { singular }: Pick<Nouns, 'singular'>): string {
  return `Not sent: a new ${singular} needs ${labels}.`;
}

/** Before the values of a conflict: what was there, and what is to be. */
export function sidesWords(purpose: PlanInfo['purpose']): readonly [from: string, to: string] {
  if (purpose === 'undo') return ['Was sent', 'Back to'];
  return ['Was', purpose === 'report' ? 'Found' : 'In the sheet'];
}
