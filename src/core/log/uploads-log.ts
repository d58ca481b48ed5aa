/** The Uploads tab: one row for each upload, entered before anything is sent and completed at its end. */
import type { TabOperation } from '../../ports/grid';
import { type JournalImage, rewritten } from './journal-plan';
import { type LogDefinition, type LogRow, momentOf } from './log';
import { planLog, planLogHeader, planLostColumns } from './log-plan';

export type UploadStage = 'sending' | 'done' | 'failed' | 'stopped';

/** One upload. */
export interface UploadLine {
  /** Tells uploads apart; not a text that a cell takes for a number. */
  readonly upload: string;
  /** When it began, milliseconds since 1970. */
  readonly at: number;
  readonly who: string;
  readonly tab: string;
  /** Id and title of what was uploaded. */
  readonly target: string;
  readonly title: string;
  /** The platform as people know it. */
  readonly provider: string;
  /** Where to, as people know it; '' where there is nothing to choose. */
  readonly place: string;
  readonly rows: number;
  readonly records: number;
  readonly users?: number;
  readonly licences?: number;
  readonly leftOut: number;
  readonly bytes: number;
  /** “by form”, “in 3 pages”. */
  readonly route: string;
  /** Ids that the platform gave: “File 1000, Sync 66f…”. */
  readonly ids: string;
  readonly end: UploadStage;
  /** Plain words: what happened, and what happens now or is to be done. */
  readonly outcome: string;
}

const RUN = 'upload.upload';
const CHECKED = 'upload.checked';

/** Entries that the log keeps. */
const KEPT = 1000;

export const UPLOADS_LOG: LogDefinition = {
  name: 'Uploads',
  time: 'upload.when',
  run: RUN,
  isRecord: true,
  columns: [
    {
      key: 'upload.when',
      label: 'When',
      help: 'When the upload began, in the time zone of this file.',
      format: 'yyyy-mm-dd hh:mm',
    },
    { key: 'upload.who', label: 'Who', help: 'Who sent it, or whose schedule did.' },
    { key: 'upload.tab', label: 'Tab', help: 'The tab as it was called then.' },
    { key: 'upload.title', label: 'What', help: 'What the tab was uploaded as.' },
    { key: 'upload.provider', label: 'Platform', help: 'The platform.' },
    { key: 'upload.place', label: 'Place', help: 'The app account or integration instance that it went to.' },
    { key: 'upload.rows', label: 'Rows', help: 'Rows of the tab that were not blank.' },
    { key: 'upload.records', label: 'Records', help: 'Records that were sent.' },
    { key: 'upload.users', label: 'Users', help: 'Users among them, where that is counted.' },
    { key: 'upload.licences', label: 'Licences', help: 'Licences among them, where that is counted.' },
    { key: 'upload.leftOut', label: 'Left out', help: 'Rows that were left out because of problems.' },
    { key: 'upload.bytes', label: 'Size', help: 'Bytes that were sent.', format: '#,##0' },
    { key: 'upload.route', label: 'Route', help: 'How it was sent.' },
    { key: 'upload.ids', label: 'Ids', help: 'What the platform calls it, for questions to its support.' },
    {
      key: 'upload.outcome',
      label: 'Outcome',
      help: 'What happened, and what happens now or is to be done.',
    },
    { key: CHECKED, label: 'Checked', help: 'What the platform had when somebody last compared.' },
    { key: 'upload.target', label: 'Target', help: 'What it was uploaded as, by its short name.' },
    { key: RUN, label: 'Upload', help: 'Tells uploads apart.' },
  ],
};

const SENDING = 'Being sent';
const FAILED = 'Failed: ';
const STOPPED = 'Stopped';

/** What an outcome begins with tells how the upload ended. */
export const UPLOAD_OUTCOME = {
  sending: `${SENDING}.`,
  failed: (what: string, next: string): string => `${FAILED}${what} ${next}`,
  stopped: (more: string): string => `${STOPPED}. ${more}`.trim(),
};

export function uploadRow(line: UploadLine): LogRow {
  return {
    'upload.when': new Date(Math.floor(line.at / 1000) * 1000),
    'upload.who': line.who,
    'upload.tab': line.tab,
    'upload.title': line.title,
    'upload.provider': line.provider,
    'upload.place': line.place,
    'upload.rows': line.rows,
    'upload.records': line.records,
    'upload.users': line.users ?? '',
    'upload.licences': line.licences ?? '',
    'upload.leftOut': line.leftOut,
    'upload.bytes': line.bytes,
    'upload.route': line.route,
    'upload.ids': line.ids,
    'upload.outcome': line.outcome,
    'upload.target': line.target,
    [RUN]: line.upload,
  };
}

/** What a later comparison adds to an upload's row. */
export function checkedRow(upload: string, words: string): LogRow {
  return { [RUN]: upload, [CHECKED]: words };
}

/** What is left to say of one that went on no more. */
export function stoppedRow(upload: string, more: string): LogRow {
  return { [RUN]: upload, 'upload.outcome': UPLOAD_OUTCOME.stopped(more) };
}

/** An entry as it stands in the tab; what a person has deleted or overwritten is empty or 0. */
export function lineOfRow(row: LogRow): UploadLine {
  const text = (key: string): string => String(row[`upload.${key}`] ?? '');
  const count = (key: string): number => Number(row[`upload.${key}`]) || 0;
  const outcome = text('outcome');
  return {
    upload: text('upload'),
    at: momentOf(row['upload.when']),
    who: text('who'),
    tab: text('tab'),
    target: text('target'),
    title: text('title'),
    provider: text('provider'),
    place: text('place'),
    rows: count('rows'),
    records: count('records'),
    ...(text('users') === '' ? {} : { users: count('users') }),
    ...(text('licences') === '' ? {} : { licences: count('licences') }),
    leftOut: count('leftOut'),
    bytes: count('bytes'),
    route: text('route'),
    ids: text('ids'),
    end: stageOf(outcome),
    outcome,
  };
}

function stageOf(outcome: string): UploadStage {
  if (outcome.startsWith(SENDING)) return 'sending';
  if (outcome.startsWith(FAILED)) return 'failed';
  return outcome.startsWith(STOPPED) ? 'stopped' : 'done';
}

/** Writes these cells into the rows of their uploads, and adds, the newest on top, a row for each upload that has none. */
export function planUploads(
  { values, places: standing }: JournalImage,
  rows: readonly LogRow[],
): TabOperation[] {
  const isNew = values.length === 0;
  const lost = isNew
    ? { operations: [], places: standing }
    : planLostColumns(UPLOADS_LOG, standing, values[0]!.length);
  const { places } = lost;
  const at = places.get(RUN) ?? -1;
  const changed = new Map<number, LogRow>();
  const added: LogRow[] = [];
  for (const row of rows) {
    const index = values.findIndex((cells, line) => line > 0 && cells[at] === row[RUN]);
    if (index > 0) changed.set(index, { ...changed.get(index), ...row });
    else added.push(row);
  }
  return [
    ...(isNew ? planLogHeader(UPLOADS_LOG) : []),
    ...lost.operations,
    ...rewritten({ values, places }, changed),
    ...(added.length > 0 ? planLog({ log: UPLOADS_LOG, values, places, rows: added, kept: KEPT }) : []),
  ];
}
