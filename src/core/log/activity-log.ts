/** The Activity tab: one row for each run, whoever or whatever started it, however it ended. */
import type { CellValue } from '../../ports/grid';
import { type LogDefinition, type LogRow, momentOf } from './log';

/** Figures of a run that reached its tab. */
export interface RunCounts {
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  /** Records that are gone from the platform since this run. */
  readonly gone: number;
  /** Rows that were taken out. */
  readonly removed: number;
  /** Edited cells that were not sent. */
  readonly pending: number;
  readonly conflicts: number;
  /** Changes that the platform took, and that it did not. */
  readonly sent: number;
  readonly failed: number;
}

export type RunEnd = 'done' | 'failed' | 'stopped';

/** One run, once it is over. */
export interface RunEntry {
  /** Tells runs apart. */
  readonly run: string;
  /** When it ended, milliseconds since 1970. */
  readonly at: number;
  readonly who: string;
  /** One word: “Refresh”. */
  readonly action: string;
  readonly tab: string;
  /** The platform as people know it. */
  readonly provider: string;
  /** Those that are known: none of a run that did not reach its tab. */
  readonly counts: Partial<RunCounts>;
  readonly complete: boolean;
  readonly requests: number;
  readonly waitedSeconds: number;
  /** Of work in all executions, waits within them included. */
  readonly seconds: number;
  readonly end: RunEnd;
  /** Plain words: what happened, and after a failure what to do next. */
  readonly outcome: string;
}

const COUNTS: readonly { readonly name: keyof RunCounts; readonly label: string; readonly help: string }[] = [
  { name: 'rows', label: 'Rows', help: 'Records that the tab held after the run.' },
  { name: 'added', label: 'Added', help: 'Records that came.' },
  { name: 'updated', label: 'Updated', help: 'Rows in which a value changed.' },
  { name: 'gone', label: 'Gone', help: 'Records that the platform does not have any more since this run.' },
  { name: 'removed', label: 'Removed', help: 'Rows that were taken out of the tab.' },
  { name: 'pending', label: 'Edits not sent', help: 'Edited cells that wait to be sent.' },
  { name: 'conflicts', label: 'Conflicts', help: 'Edited cells that also changed on the platform.' },
  { name: 'sent', label: 'Sent', help: 'Changes that the platform took.' },
  { name: 'failed', label: 'Not taken', help: 'Changes that the platform refused, or did not confirm.' },
];

export const ACTIVITY_LOG: LogDefinition = {
  name: 'Activity',
  time: 'activity.when',
  run: 'activity.run',
  columns: [
    {
      key: 'activity.when',
      label: 'When',
      help: 'When the run ended, in the time zone of this file.',
      format: 'yyyy-mm-dd hh:mm',
    },
    { key: 'activity.who', label: 'Who', help: 'Who started it, or whose schedule did.' },
    {
      key: 'activity.action',
      label: 'Action',
      help: 'What was done: Pull makes a tab, Refresh brings it up to date, Push sends edits, Undo takes a push back, Upload sends a tab as a whole.',
    },
    { key: 'activity.tab', label: 'Tab', help: 'The tab as it was called then.' },
    { key: 'activity.provider', label: 'Provider', help: 'The platform.' },
    ...COUNTS.map(({ name, label, help }) => ({ key: `activity.${name}`, label, help })),
    { key: 'activity.complete', label: 'Complete', help: 'Whether everything could be read: yes or no.' },
    { key: 'activity.requests', label: 'Requests', help: 'Requests that were sent to the platform.' },
    {
      key: 'activity.waited',
      label: 'Waited (s)',
      help: 'Seconds of waiting because the platform asked for it.',
    },
    { key: 'activity.took', label: 'Took (s)', help: 'Seconds of work, in all executions that it took.' },
    { key: 'activity.run', label: 'Run', help: 'Tells runs apart; the Change log names it too.' },
    { key: 'activity.outcome', label: 'Outcome', help: 'How it ended, and after a failure what to do next.' },
  ],
};

const FAILED = 'Failed: ';
const STOPPED = 'Stopped';

/** What an outcome begins with tells how the run ended. */
export const OUTCOME = {
  done: (more: string): string => `Done. ${more}`.trim(),
  failed: (what: string, next: string): string => `${FAILED}${what} ${next}`,
  stopped: `${STOPPED} before it was done.`,
};

export function activityRow(entry: RunEntry): LogRow {
  return {
    'activity.when': new Date(entry.at),
    'activity.who': entry.who,
    'activity.action': entry.action,
    'activity.tab': entry.tab,
    'activity.provider': entry.provider,
    ...Object.fromEntries(COUNTS.map(({ name }) => [`activity.${name}`, entry.counts[name] ?? ''])),
    'activity.complete': entry.complete ? 'yes' : 'no',
    'activity.requests': entry.requests,
    'activity.waited': entry.waitedSeconds,
    'activity.took': entry.seconds,
    'activity.run': entry.run,
    'activity.outcome': entry.outcome,
  };
}

/** An entry as it stands in the tab; what a person has deleted or overwritten is empty or 0. */
export function entryOfRow(row: LogRow): RunEntry {
  const text = (key: string): string => String(row[`activity.${key}`] ?? '');
  const outcome = text('outcome');
  return {
    run: text('run'),
    at: momentOf(row['activity.when']),
    who: text('who'),
    action: text('action'),
    tab: text('tab'),
    provider: text('provider'),
    counts: Object.fromEntries(
      COUNTS.flatMap(({ name }) => {
        const cell = row[`activity.${name}`];
        return typeof cell === 'number' ? [[name, cell]] : [];
      }),
    ),
    complete: text('complete') === 'yes',
    requests: numberIn(row['activity.requests']),
    waitedSeconds: numberIn(row['activity.waited']),
    seconds: numberIn(row['activity.took']),
    end: outcome.startsWith(FAILED) ? 'failed' : outcome.startsWith(STOPPED) ? 'stopped' : 'done',
    outcome,
  };
}

function numberIn(cell: CellValue | undefined): number {
  return typeof cell === 'number' ? cell : 0;
}
