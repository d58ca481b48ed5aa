/** The Preview tab: a plan as lines of a sheet, one for each change, with a tick for what shall be sent. */
import type { CellValue, TabOperation } from '../../ports/grid';
import type { Canonical } from '../table/codec/codec';
import { neighbours } from '../table/cover';
import { keyLine } from '../table/note';
import { GENERAL, guard } from '../table/typed-text';
import { zoneOf } from '../table/wall-clock';
import type { Change } from './change';
import { MARK_COLOURS } from './marks';
import type { Plan } from './plan';

/** What the tab shows. */
export interface Review {
  /** Id of the plan. */
  readonly plan: string;
  readonly purpose: Plan['purpose'];
  /** The platform as people know it. */
  readonly provider: string;
  readonly changes: readonly Change[];
  /** Sentences about the whole, for the note of the first header. */
  readonly summary: readonly string[];
  /** The spreadsheet's IANA time zone. */
  readonly timeZone: string;
}

interface ReviewColumn {
  /** Binds the column by its header's note. */
  readonly key: string;
  readonly label: (review: Review) => string;
  readonly help: (review: Review) => string;
  readonly cell: (change: Change, line: number, review: Review) => CellValue;
  /** Whether a line in which a person writes another value here is not the change any more that they were shown. */
  readonly isFixed?: true;
}

export const SEND = 'preview.send';
export const LINE = 'preview.line';

/** In the order of a new tab. */
export const REVIEW_COLUMNS: readonly ReviewColumn[] = [
  {
    key: SEND,
    label: () => 'Send',
    help: () => 'Tick what shall be sent. A conflict is sent only where you tick it; a problem never is.',
    cell: (change) => (isSendable(change) ? change.kind === 'change' : ''),
  },
  {
    key: 'preview.row',
    label: () => 'Row',
    help: () => 'The row in the tab.',
    cell: ({ row }) => (row > 0 ? row : ''),
  },
  {
    key: 'preview.record',
    label: () => 'Record',
    help: () => 'What the record is called.',
    cell: ({ name }) => shortened(name),
    isFixed: true,
  },
  {
    key: 'preview.field',
    label: () => 'Field',
    help: () => 'What would be changed of it.',
    cell: ({ label }) => label,
    isFixed: true,
  },
  {
    key: 'preview.was',
    label: () => 'Was',
    help: ({ provider }) => `What ${provider} said when the cell was last taken from there.`,
    cell: ({ from }, _line, { timeZone }) => shown(from, timeZone),
    isFixed: true,
  },
  {
    key: 'preview.becomes',
    label: ({ purpose }) => (purpose === 'undo' ? 'Back to' : 'In the sheet'),
    help: () => 'What would be sent. To send something else, change it in its own tab and review again.',
    cell: ({ to }, _line, { timeZone }) => shown(to, timeZone),
    isFixed: true,
  },
  {
    key: 'preview.now',
    label: ({ provider }) => `In ${provider} now`,
    help: ({ provider }) => `What ${provider} said when this was made; empty where it was not asked.`,
    cell: ({ live = '' }, _line, { timeZone }) => shown(live, timeZone),
    isFixed: true,
  },
  {
    key: 'preview.what',
    label: () => 'What',
    help: () => 'What would happen.',
    cell: (change) => wordOf(change),
  },
  {
    key: 'preview.remark',
    label: () => 'Remark',
    help: () => 'What else to know; for a problem, what to do.',
    cell: ({ message = '' }) => message,
  },
  {
    key: LINE,
    label: () => 'Line',
    help: () => 'Tells the lines apart. Sort, filter and delete lines as you like, but leave this as it is.',
    cell: (_change, line) => line,
  },
];

/** What the line of the plan's id begins with in the note of the first header. */
export const PLAN_LINE = 'Plan: ';

const COLUMN_WIDTH = 130;

/** A cell holds 50,000 characters: https://support.google.com/drive/answer/37603 */
const LONGEST = 40_000;

/** Fills a tab that is empty. A fixed number of steps, however many lines there are. */
export function planReview(review: Review): TabOperation[] {
  const { changes } = review;
  const lines = changes.map((change, index) => cellsOf(change, index + 1, review));
  const labels = REVIEW_COLUMNS.map(({ label }) => label(review));
  const all = { row: 1, column: 1, rows: lines.length + 1, columns: labels.length };
  return [
    { kind: 'grow', rows: all.rows, columns: all.columns },
    // First, so that a tab with anything in it is known to be ours.
    { kind: 'notes', at: { ...all, rows: 1 }, notes: [notesOf(review)] },
    { kind: 'values', at: all, values: [labels, ...lines.map((cells) => cells.map(written))] },
    ...ticks(changes),
    ...colour(changes, 'conflict'),
    ...colour(changes, 'problem'),
    { kind: 'header', columns: labels.length, width: COLUMN_WIDTH },
  ];
}

/** Whether a person may choose to send it. */
export function isSendable({ kind }: Change): boolean {
  return kind === 'change' || kind === 'conflict';
}

/** The cells of a line as they read back; `line` counts from 1. */
export function cellsOf(change: Change, line: number, review: Review): readonly CellValue[] {
  return REVIEW_COLUMNS.map(({ cell }) => cell(change, line, review));
}

function notesOf(review: Review): string[] {
  const head = [...review.summary, `${PLAN_LINE}${review.plan}`];
  return REVIEW_COLUMNS.map(({ key, help }) =>
    [help(review), ...(key === SEND ? head : []), keyLine(key)].join('\n'),
  );
}

function ticks(changes: readonly Change[]): TabOperation[] {
  const at = blocksWhere(changes, isSendable, 1);
  return at.length > 0 ? [{ kind: 'checkboxes', at }] : [];
}

/** As the cells of the tab are marked; changes need none among themselves. */
function colour(changes: readonly Change[], kind: 'conflict' | 'problem'): TabOperation[] {
  const at = blocksWhere(changes, (change) => change.kind === kind, REVIEW_COLUMNS.length);
  return at.length > 0 ? [{ kind: 'background', at, color: MARK_COLOURS[kind] }] : [];
}

/** Blocks of neighbouring lines, in the first columns. */
function blocksWhere(changes: readonly Change[], test: (change: Change) => boolean, columns: number) {
  const rows = changes.flatMap((change, index) => (test(change) ? [index + 2] : []));
  return neighbours(rows).map(({ first, last }) => ({
    row: first,
    column: 1,
    rows: last - first + 1,
    columns,
  }));
}

function wordOf({ kind, action, from, to }: Change): string {
  if (kind === 'problem') return 'Problem';
  if (kind === 'same') return 'Already so';
  if (kind === 'conflict') return 'Conflict';
  if (action !== 'update') return action === 'create' ? 'New' : 'Delete';
  return to === '' && from !== '' ? 'Clear' : 'Change';
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** As its own tab shows it: moments in the time zone of the file. */
function shown(value: Canonical, timeZone: string): CellValue {
  if (typeof value !== 'string') return value;
  if (!MOMENT.test(value)) return shortened(value);
  const wall = new Date(zoneOf(timeZone).wallOf(Date.parse(value))).toISOString();
  return `${wall.slice(0, 10)} ${wall.slice(11, wall.endsWith(':00.000Z') ? 16 : 19)}`;
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function written(value: CellValue): CellValue {
  return typeof value === 'string' ? guard(value, GENERAL) : value;
}
