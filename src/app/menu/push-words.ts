/** What the menu says of plans and pushes: totals, questions and outcomes in plain words. */
import type { Change } from '../../core/change/change';
import type { Choice } from '../../core/change/review-choice';
import { readable } from '../../core/table/wall-clock';
import { findProvider } from '../../providers/catalogue';
import type { PlanInfo, PushResult } from '../contract';

/** Failures that a dialog names; the Push journal has them all. */
const MOST_NAMED = 10;

/** “12 changes in 9 contracts (1 new), 2 conflicts not included, 1 problem” */
export function totalsOf(info: PlanInfo): string {
  const { cells, conflicts, problems, same } = info.counts;
  const parts = [
    ...(cells > 0
      ? [
          extentOf(
            info,
            info.items.filter(({ kind }) => kind === 'change'),
          ),
        ]
      : []),
    ...(conflicts > 0 ? [`${counted(conflicts, 'conflict')} not included`] : []),
    ...(problems > 0 ? [counted(problems, 'problem')] : []),
    ...(same > 0 ? [`${same} already so in ${titleOf(info)}`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'no edits';
}

/** Who made the preview, and what it compares with. */
export function originOf(info: PlanInfo, timeZone: string): string[] {
  const { madeBy, madeAt, live, purpose, tab } = info;
  const what = purpose === 'undo' ? 'What would be taken back' : 'The edits';
  return [
    `${what} in “${tab}”, as of ${readable(Date.parse(madeAt), timeZone)}, for ${madeBy}.`,
    ...(live ? [] : [`${titleOf(info)} was not asked: values are compared with the last refresh.`]),
  ];
}

/** “Send 12 changes in 9 contracts to Torii?”, and what else to know before saying yes. `me` is who is asked. */
export function questionOf(info: PlanInfo, choice: Choice, me: string): string {
  const extent = extentOf(info, choice.chosen);
  const platform = titleOf(info);
  const { length: overwritten } = choice.overwrite;
  return [
    info.purpose === 'undo' ? `Take back ${extent} in ${platform}?` : `Send ${extent} to ${platform}?`,
    ...leftOut(info, choice),
    ...(overwritten > 0
      ? [`${counted(overwritten, 'ticked conflict')} will overwrite what ${platform} says now.`]
      : []),
    ...(info.madeBy === me ? [] : [`The preview was made by ${info.madeBy}.`]),
  ].join(' ');
}

/** “2 conflicts and 1 problem are not included.”, where there are any. */
function leftOut({ counts: { conflicts, problems } }: PlanInfo, { overwrite, exclude }: Choice): string[] {
  const kept = conflicts - overwrite.length;
  const left = [
    ...(kept > 0 ? [counted(kept, 'conflict')] : []),
    ...(problems > 0 ? [counted(problems, 'problem')] : []),
    ...(exclude.length > 0 ? [`${counted(exclude.length, 'change')} without a tick`] : []),
  ];
  const isOne = Math.max(0, kept) + problems + exclude.length === 1;
  return left.length > 0 ? [`${listed(left)} ${isOne ? 'is' : 'are'} not included.`] : [];
}

/** “Contracts: 12 changes in 9 rows sent, 1 refused.” */
export function sentSentence(result: PushResult): string {
  const { tab, purpose, sent, records, failed, unknown, remarks } = result;
  const parts = [
    `${counted(sent, 'change')} in ${counted(records, 'row')} ${purpose === 'undo' ? 'taken back' : 'sent'}`,
    ...(failed > 0 ? [`${failed} refused`] : []),
    ...(unknown > 0 ? [`${unknown} unknown`] : []),
  ];
  return [`${tab}: ${parts.join(', ')}.`, ...remarks].join(' ');
}

/** What did not go through, for a dialog: [] where everything did. */
export function failureLines(result: PushResult): string[] {
  const { failures, failed, unknown, conflicts } = result;
  const named = failures
    .slice(0, MOST_NAMED)
    .map(({ row, name, label, message }) =>
      [...(row > 0 ? [`Row ${row}`] : []), `“${name}”`, `${label}: ${message}`].join(', '),
    );
  const more = failed - named.length;
  return [
    ...(failed > 0 ? [`${counted(failed, 'change')} refused; the cells keep the edits:`, ...named] : []),
    ...(more > 0 ? [`${more} more: see the Push journal.`] : []),
    ...(unknown > 0
      ? [
          `Nobody can tell whether ${counted(unknown, 'change')} arrived: see the Push journal, and look there before you send again.`,
        ]
      : []),
    ...(conflicts > 0
      ? [
          `${counted(conflicts, 'change')} not sent, since the values changed meanwhile: review the edits again.`,
        ]
      : []),
  ];
}

/** “12 changes in 9 contracts (1 new, 2 to be deleted)” */
function extentOf({ singular, plural }: PlanInfo, changes: readonly Change[]): string {
  const records = (action?: Change['action']): number =>
    new Set(changes.filter((change) => action === undefined || change.action === action).map(({ id }) => id))
      .size;
  const kinds = [
    ...(records('create') > 0 ? [`${records('create')} new`] : []),
    ...(records('delete') > 0 ? [`${records('delete')} to be deleted`] : []),
  ];
  const extent = `${counted(changes.length, 'change')} in ${counted(records(), singular, plural)}`;
  return kinds.length > 0 ? `${extent} (${kinds.join(', ')})` : extent;
}

export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** “a, b and c” */
function listed(words: readonly string[]): string {
  const last = words.slice(-1).join('');
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}

function titleOf({ provider }: Pick<PlanInfo, 'provider'>): string {
  return findProvider(provider).title;
}
