/** What a tab says about itself: a line on the header of the Status column, and a word on the rows that need one. */
import type { TabImage, TabOperation, TabPlan } from '../../ports/grid';
import { aboveKey, keyLine, keyOfNote, withoutLines } from './note';
import { readable } from './wall-clock';

/** Key and header of the managed column that no platform knows. */
export const STATUS_KEY = '$status';
export const STATUS_LABEL = 'Status';

const GONE = 'Gone from ';
const UNSELECTED = 'No longer in this selection of ';
const PENDING = 'Edited, not sent';
const CONFLICT = 'Edited here and changed in ';
const CORRECTED = 'Changed here';
const REFUSED = 'Not sent: ';
const UNCONFIRMED = 'Sent, not confirmed: ';

/** Characters of a reason in a row's word; the note of the cell has it whole. */
const SHORT_REASON = 200;

/** The words on a row. `day` is “2026-11-22”. */
export const ROW_STATUS = {
  pending: PENDING,
  conflict: (provider: string): string => `${CONFLICT}${provider}`,
  /** Something stands in the place of what a report says. */
  corrected: CORRECTED,
  /** The platform refused an edit. */
  refused: (reason: string): string => REFUSED + oneLine(reason, SHORT_REASON),
  /** Nobody can tell whether it arrived. */
  unconfirmed: (reason: string): string => UNCONFIRMED + oneLine(reason, SHORT_REASON),
  gone: (provider: string, day: string): string => `${GONE}${provider} since ${day}`,
  /** In a tab with filters, nobody can tell whether the record is gone or only does not match any more. */
  unselected: (provider: string, day: string): string => `${UNSELECTED}${provider} since ${day}`,
};

/** Whether a status cell says of a row that an edit of it has not been sent, in whatever words. */
export function saysEdited(cell: unknown): boolean {
  return (
    typeof cell === 'string' &&
    [PENDING, CONFLICT, REFUSED, UNCONFIRMED].some((start) => cell.startsWith(start))
  );
}

/** Whether it says that the platform refused one. */
export function saysRefused(cell: unknown): cell is string {
  return typeof cell === 'string' && cell.startsWith(REFUSED);
}

/** Whether it says that the platform has changed what was edited. */
export function saysConflict(cell: unknown): boolean {
  return typeof cell === 'string' && cell.startsWith(CONFLICT);
}

/** Whether it says that something of the row was to be sent and was not, or that nobody knows whether it was. */
export function saysHeldBack(cell: unknown): boolean {
  return typeof cell === 'string' && [CONFLICT, REFUSED, UNCONFIRMED].some((start) => cell.startsWith(start));
}

function oneLine(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The day since when a status cell says that the row did not come back, or null where it says nothing of the kind. */
export function goneSince(cell: unknown): string | null {
  if (typeof cell !== 'string' || ![GONE, UNSELECTED].some((start) => cell.startsWith(start))) return null;
  return / since (\d{4}-\d\d-\d\d)$/.exec(cell)?.[1] ?? null;
}

/** The note of a new Status header. */
export function statusNote(provider: string): string {
  return [
    `Says which rows hold edits that were not sent, and which are gone from ${provider}. What is typed here is replaced at ` +
      'the next refresh.',
    keyLine(STATUS_KEY),
  ].join('\n');
}

const COMPLETE = 'Complete as of ';
const PARTIAL = 'Partly read on ';
const FAILED = 'Refresh failed on ';
const ONLY = 'Only: ';
const ROOM = 'Being added: ';
const WRITING = 'Being written since ';
const LINES = [COMPLETE, PARTIAL, FAILED, ONLY, ROOM, WRITING];

/** Characters of a reason that fit into a note beside the rest. */
const REASON = 500;

/** Text beside the header's own in its cell: a number format shows it without making it part of the value. */
function headerFormat(lines: readonly string[]): string {
  const shown = lines.map((line) => ` · ${line.charAt(0).toLowerCase()}${line.slice(1).replace(/"/g, '”')}`);
  return `${BESIDE}${shown.join('')}"`;
}

const BESIDE = '@"';

/** Whether a number format is one that shows a status line. */
export function isStatusFormat(format = ''): boolean {
  return format.startsWith(`${BESIDE} · `);
}

/** What is to be shown on one header cell. */
export interface StatusLine {
  readonly note: string;
  readonly format: string;
}

/** The note without anything that the tab says about itself. */
export function withoutStatus(note: string): string {
  return withoutLines(note, LINES);
}

/** The note with these lines in place of earlier ones, above the key. What a person wrote into it stays. */
function withStatus(note: string, lines: readonly string[]): string {
  return aboveKey(withoutStatus(note), lines);
}

/** What the status line says of a read that reached the tab. */
export interface ReadFacts {
  readonly complete: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string;
  /** The tab's filters, in words. */
  readonly selection?: readonly string[];
}

/** The status line after a read that reached the tab; the note says as well what the tab is limited to. */
export function readStatus(note: string, facts: ReadFacts): StatusLine {
  const line = `${facts.complete ? COMPLETE : PARTIAL}${readable(facts.now, facts.timeZone)}`;
  return { note: withStatus(note, [...onlyLine(facts), line]), format: headerFormat([line]) };
}

/** The status line while many rows are written: should the run end before it is done, the tab says so. */
export function writingStatus(note: string, facts: ReadFacts): StatusLine {
  const line = `${WRITING}${readable(facts.now, facts.timeZone)}`;
  const told = `${line}: not all rows are here yet. Where this stays, refresh once more.`;
  return { note: withStatus(note, [...onlyLine(facts), told]), format: headerFormat([line]) };
}

function onlyLine({ selection = [] }: ReadFacts): string[] {
  return selection.length > 0 ? [`${ONLY}${selection.join('; ')}`] : [];
}

/** The note while columns come in: should the run be cut off, the next one finds by it the blank columns that are ours. */
export function roomNote(note: string, { count, width }: Room): string {
  const kept = note.split('\n').filter((line) => LINES.some((start) => line.startsWith(start)));
  const room = `${ROOM}${count} beside ${width} columns.`;
  return withStatus(note, [...kept.filter((line) => !line.startsWith(ROOM)), room]);
}

/** Columns that a run was about to insert. */
export interface Room {
  readonly count: number;
  /** How many columns the tab had before. */
  readonly width: number;
}

/** What a run that was cut off says of the columns that it was about to insert. */
export function roomBeingMade(notes: readonly string[]): Room | null {
  const pattern = new RegExp(`^${ROOM}(\\d+) beside (\\d+) columns\\.$`, 'm');
  for (const note of notes) {
    const [line, count, width] = pattern.exec(note) ?? [];
    if (line !== undefined) return { count: Number(count), width: Number(width) };
  }
  return null;
}

/** The operations that put a status line on a header cell. */
export function showStatus(column: number, { note, format }: StatusLine): TabOperation[] {
  const at = { row: 1, column, rows: 1, columns: 1 };
  return [
    { kind: 'formats', at, formats: [[format]] },
    { kind: 'notes', at, notes: [[note]] },
  ];
}

/**
 * What a failed refresh does to a tab: its status line says when and why, and still since when the rest is as it was.
 * Does nothing where no column carries a status line.
 */
export function planFailureStatus(
  image: Pick<TabImage, 'id' | 'name' | 'headerNotes'>,
  message: string,
  now: number,
  timeZone: string,
): TabPlan {
  const tab = { id: image.id, name: image.name };
  const home = statusHome(image.headerNotes);
  if (home < 0) return { tab, operations: [] };
  const note = image.headerNotes[home] ?? '';
  const lines = note.split('\n');
  const earlier = lines.filter((line) => line.startsWith(COMPLETE) || line.startsWith(PARTIAL));
  const kept = lines.filter((line) => [ONLY, ROOM, WRITING].some((start) => line.startsWith(start)));
  const failed = `${FAILED}${readable(now, timeZone)}`;
  const reason = message.replace(/\s+/g, ' ').trim().slice(0, REASON);
  return {
    tab,
    operations: showStatus(home + 1, {
      note: withStatus(note, [...kept, `${failed}: ${reason}`, ...earlier]),
      format: headerFormat([failed, ...earlier]),
    }),
  };
}

/** Index of the header that carries the status line: the Status column, or where it moved when that was deleted. */
function statusHome(notes: readonly string[]): number {
  const own = notes.findIndex((note) => keyOfNote(note) === STATUS_KEY);
  if (own >= 0) return own;
  return notes.findIndex((note) =>
    note.split('\n').some((line) => LINES.some((start) => line.startsWith(start))),
  );
}
