/** The Push journal: every change that was sent or was about to be, by which a push is resumed, explained and undone. */
import type { CellValue } from '../../ports/grid';
import { type Action, type Change, nameOfChange, newRowId } from '../change/change';
import type { Purpose } from '../change/plan';
import type { Canonical, CodecContext } from '../table/codec/codec';
import { cellText, idText } from '../table/codec/text';
import { cellsOfText, textOfCells } from '../table/long-text';
import { serialOf, zoneOf } from '../table/wall-clock';
import { type LogDefinition, type LogRow, momentOf } from './log';

/**
 * - planned: its turn has not come
 * - sending: written before the request goes out; whether it arrived is found out by reading the record
 * - sent, refused: what the platform answered
 * - unknown: sent, and nobody can tell whether it arrived
 * - moved: not sent, because the platform says something else by now
 * - unsent: not sent, because the push ended before its turn
 */
export type JournalOutcome = 'planned' | 'sending' | 'sent' | 'refused' | 'unknown' | 'moved' | 'unsent';

/** One change of one push. Plain JSON. */
export interface JournalEntry {
  readonly plan: string;
  /** When the push began, milliseconds since 1970. */
  readonly at: number;
  /** Who sent it, and who made the preview. */
  readonly who: string;
  readonly preparedBy: string;
  readonly tab: string;
  /** Sheet id of the tab. */
  readonly tabId: number;
  readonly provider: string;
  readonly resource: string;
  readonly purpose: Purpose;
  /** Row in the tab when the push began. */
  readonly row: number;
  /** The record's id; for one that is created first “row 12”, then the id that the platform gave it. */
  readonly id: string;
  readonly name: string;
  readonly action: Action;
  /** Key and label of the field; '' and a word for a whole record. */
  readonly field: string;
  readonly label: string;
  /** What the platform said when it was sent, and what it was sent. */
  readonly before: Canonical;
  readonly after: Canonical;
  readonly outcome: JournalOutcome;
  /** Why it was refused, or what else there is to know. */
  readonly detail: string;
}

/** What a journal says of an entry once more is known. */
export interface JournalNews {
  readonly id: string;
  readonly field: string;
  readonly outcome: JournalOutcome;
  readonly detail?: string;
  /** The id that the platform gave a record that was created. */
  readonly newId?: string;
}

export const PUSH_JOURNAL: LogDefinition = {
  name: 'Push journal',
  time: 'push.when',
  run: 'push.plan',
  isRecord: true,
  columns: [
    {
      key: 'push.when',
      label: 'When',
      help: 'When the push began, in the time zone of this file.',
      format: 'yyyy-mm-dd hh:mm',
    },
    { key: 'push.who', label: 'Sent by', help: 'Who sent it.' },
    { key: 'push.preparedBy', label: 'Prepared by', help: 'Who made the preview.' },
    { key: 'push.tab', label: 'Tab', help: 'The tab as it was called then.' },
    { key: 'push.record', label: 'Record', help: 'The name of the record.' },
    { key: 'push.id', label: 'Id', help: 'The id of the record, as in its tab.' },
    {
      key: 'push.label',
      label: 'Field',
      help: 'The field that was sent, or what was done to the whole record.',
    },
    { key: 'push.before', label: 'Before', help: 'What the platform said before.' },
    { key: 'push.after', label: 'After', help: 'What was sent.' },
    { key: 'push.outcome', label: 'Outcome', help: 'What became of it.' },
    { key: 'push.detail', label: 'Detail', help: 'Why it was refused, or what else there is to know.' },
    {
      key: 'push.purpose',
      label: 'Purpose',
      help: 'Push sends edits; Undo takes an earlier push back; Report sends what a report found.',
    },
    { key: 'push.action', label: 'Action', help: 'Whether the record was changed, created or deleted.' },
    { key: 'push.provider', label: 'Platform', help: 'The platform, by its short name.' },
    { key: 'push.resource', label: 'Resource', help: 'What kind of records these are.' },
    { key: 'push.tabId', label: 'Tab id', help: 'The tab, whatever it is called by now.' },
    { key: 'push.row', label: 'Row', help: 'The row in the tab when the push began.' },
    { key: 'push.field', label: 'Field key', help: 'The field as the platform calls it.' },
    { key: 'push.types', label: 'Types', help: 'How Before and After are read again, for undo.' },
    { key: 'push.plan', label: 'Plan', help: 'Tells pushes apart.' },
  ],
};

/** Words without a digit, which no format of a cell turns into anything else. */
const OUTCOMES: Readonly<Record<JournalOutcome, string>> = {
  planned: 'Waiting',
  sending: 'Being sent',
  sent: 'Sent',
  refused: 'Refused',
  unknown: 'Sent, not confirmed',
  moved: 'Not sent: changed on the platform',
  unsent: 'Not sent',
};

const ACTIONS: Readonly<Record<Action, string>> = { update: 'Change', create: 'Create', delete: 'Delete' };

const PURPOSES: Readonly<Record<JournalEntry['purpose'], string>> = {
  push: 'Push',
  undo: 'Undo',
  report: 'Report',
};

/** Whether its push has not come to an end with it yet: until then it must stay. */
export function isUnderWay(row: LogRow): boolean {
  return row['push.outcome'] === OUTCOMES.planned || row['push.outcome'] === OUTCOMES.sending;
}

/** How a change is called in its plan: by “row 12” also once the record that it made has an id of its own. */
export function nameAtFirst({ action, row, id, field }: Change | JournalEntry): string {
  return nameOfChange({ id: action === 'create' ? newRowId(row) : id, field });
}

export function journalRow(entry: JournalEntry): LogRow {
  const [before, beforeType] = shown(entry.before);
  const [after, afterType] = shown(entry.after);
  return {
    'push.when': new Date(Math.floor(entry.at / 1000) * 1000),
    'push.who': entry.who,
    'push.preparedBy': entry.preparedBy,
    'push.tab': entry.tab,
    'push.record': entry.name,
    'push.id': entry.id,
    'push.label': entry.label,
    'push.before': before,
    'push.after': after,
    ...outcomeCells(entry),
    'push.purpose': PURPOSES[entry.purpose],
    'push.action': ACTIONS[entry.action],
    'push.provider': entry.provider,
    'push.resource': entry.resource,
    'push.tabId': entry.tabId,
    'push.row': entry.row,
    'push.field': entry.field,
    'push.types': JSON.stringify([beforeType, afterType]),
    'push.plan': entry.plan,
  };
}

/** The cells that change once more is known of an entry. */
export function newsCells(news: JournalNews): LogRow {
  return { ...outcomeCells(news), ...(news.newId === undefined ? {} : { 'push.id': news.newId }) };
}

function outcomeCells({ outcome, detail = '' }: Pick<JournalNews, 'outcome' | 'detail'>): LogRow {
  return { 'push.outcome': OUTCOMES[outcome], 'push.detail': detail };
}

/** An entry as it stands in the tab; null where what tells it apart is lost. */
export function readEntry(row: LogRow, context: CodecContext): JournalEntry | null {
  const text = (key: string): string => cellText(row[`push.${key}`] ?? '', context);
  const [plan, id] = [text('plan'), idText(row['push.id'] ?? '', context)];
  if (plan === '' || id === '') return null;
  const [beforeType, afterType] = typesIn(text('types'));
  return {
    plan,
    at: momentOf(row['push.when']),
    who: text('who'),
    preparedBy: text('preparedBy'),
    tab: text('tab'),
    tabId: Number(text('tabId')) || 0,
    provider: text('provider'),
    resource: text('resource'),
    purpose: named(PURPOSES, text('purpose')) ?? 'push',
    row: Number(text('row')) || 0,
    id,
    name: text('record'),
    action: named(ACTIONS, text('action')) ?? 'update',
    field: text('field'),
    label: text('label'),
    before: exact(row['push.before'] ?? '', beforeType, context),
    after: exact(row['push.after'] ?? '', afterType, context),
    // Whatever somebody wrote there instead: nobody can tell any more.
    outcome: named(OUTCOMES, text('outcome')) ?? 'unknown',
    detail: text('detail'),
  };
}

/** The name of a value's type, or what of a text did not fit into its cell. */
type ValueType = 'text' | 'number' | 'yes/no' | { readonly rest: readonly string[] };

function shown(value: Canonical): readonly [CellValue, ValueType] {
  if (typeof value === 'number') return [value, 'number'];
  if (typeof value === 'boolean') return [value, 'yes/no'];
  const [first = '', ...rest] = cellsOfText(value);
  return [first, rest.length > 0 ? { rest } : 'text'];
}

/** The value as it was, also where a person has given its cell another format since. */
function exact(cell: CellValue, type: ValueType | undefined, context: CodecContext): Canonical {
  if (type === 'number' || (cell instanceof Date && type === undefined)) return numberIn(cell, context);
  if (type === 'yes/no') return typeof cell === 'boolean' ? cell : /^true$/i.test(String(cell));
  if (type === undefined && !(cell instanceof Date)) return cell;
  const text = cellText(cell, context);
  return typeof type === 'object' ? textOfCells([text, ...type.rest]) : text;
}

function numberIn(cell: CellValue, { timeZone }: CodecContext): Canonical {
  if (cell instanceof Date) return serialOf(zoneOf(timeZone).wallOf(cell.getTime()));
  const value = typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : cell;
  return Number.isNaN(value) ? cell : value;
}

/** [] where somebody has changed the cell. */
function typesIn(text: string): readonly (ValueType | undefined)[] {
  if (!text.startsWith('[')) return [];
  try {
    return JSON.parse(text) as ValueType[];
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return [];
    throw thrown;
  }
}

function named<Name extends string>(words: Readonly<Record<Name, string>>, text: string): Name | undefined {
  return (Object.keys(words) as Name[]).find((name) => words[name] === text);
}
