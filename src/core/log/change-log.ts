/** The Change log tab: what each refresh brought, one row for each changed value and for each record that came, went or came back. */
import type { Change, ReportedChanges } from '../table/changes';
import type { LogDefinition, LogRow } from './log';

/** Rows that one run writes at most; one more says how many changes there were besides. */
export const CHANGES_OF_A_RUN = 2000;

export const CHANGE_LOG: LogDefinition = {
  name: 'Change log',
  time: 'change.when',
  run: 'change.run',
  columns: [
    {
      key: 'change.when',
      label: 'When',
      help: 'When the change was noticed, in the time zone of this file.',
      format: 'yyyy-mm-dd hh:mm',
    },
    { key: 'change.tab', label: 'Tab', help: 'The tab as it was called then.' },
    { key: 'change.record', label: 'Record', help: 'The name of the record.' },
    { key: 'change.id', label: 'Id', help: 'The id of the record, as in its tab.' },
    {
      key: 'change.field',
      label: 'Field',
      help: 'The field that changed; “Record” where a whole record came or went.',
    },
    { key: 'change.before', label: 'Before', help: 'What was there before.' },
    { key: 'change.after', label: 'After', help: 'What is there since.' },
    { key: 'change.source', label: 'Source', help: 'Where the change came from.' },
    { key: 'change.run', label: 'Run', help: 'The run that noticed it, as in the Activity tab.' },
  ],
};

/** What all changes of one refresh have in common. */
export interface ChangeFacts {
  readonly run: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly tab: string;
  /** The platform as people know it. */
  readonly source: string;
  /** Whether the tab has filters: then nobody can tell whether a record is gone or only does not match any more. */
  readonly isSelection: boolean;
}

const WHOLE_RECORD = 'Record';

/**
 * The rows for what a refresh is about to write. `earlier` are entries of the log: should the run have been cut off and
 * taken up again, what it has entered already is not entered twice.
 */
export function changeRows(
  { listed, more }: ReportedChanges,
  facts: ChangeFacts,
  earlier: readonly LogRow[],
): LogRow[] {
  const common = {
    'change.when': new Date(facts.at),
    'change.tab': facts.tab,
    'change.source': facts.source,
    'change.run': facts.run,
  };
  const entered = earlier.filter((row) => row['change.run'] === facts.run);
  // Its room was used up before it was cut off.
  if (entered.some((row) => row['change.id'] === '')) return [];
  const known = new Set(entered.map(identity));
  const rows = listed
    .map((change): LogRow => ({
      ...common,
      'change.record': change.name,
      'change.id': change.id,
      ...contents(change, facts),
    }))
    .filter((row) => !known.has(identity(row)));
  return more > 0 ? [...rows, { ...common, ...moreChanges(more) }] : rows;
}

function contents({ kind, label, before, after }: Change, { source, isSelection }: ChangeFacts): LogRow {
  const gone = isSelection ? 'gone, or no longer in this selection' : 'gone';
  const whole = { came: 'came', went: gone, back: 'came back' };
  const kept = `${after} (changed in ${source}; your edit was kept)`.trim();
  return kind === 'changed' || kind === 'conflict'
    ? { 'change.field': label, 'change.before': before, 'change.after': kind === 'conflict' ? kept : after }
    : { 'change.field': WHOLE_RECORD, 'change.before': '', 'change.after': whole[kind] };
}

function moreChanges(more: number): LogRow {
  return {
    'change.record': '',
    'change.id': '',
    'change.field': '',
    'change.before': '',
    'change.after': `${more} more ${more === 1 ? 'change' : 'changes'} in this run`,
  };
}

function identity(row: LogRow): string {
  return JSON.stringify([String(row['change.id']), row['change.field'], row['change.after']]);
}
