/** What a tab says about itself: a line on the header of the Status column, and a word on the rows that need one. */
import type { TabImage, TabOperation, TabPlan } from '../../ports/grid';
import { keyLine, keyOfNote } from './note';
import { readable } from './wall-clock';

/** Key and header of the managed column that no platform knows. */
export const STATUS_KEY = '$status';
export const STATUS_LABEL = 'Status';

const GONE = 'Gone from ';

/** The words on a row. `day` is “2026-11-22”. */
export const ROW_STATUS = {
  pending: 'Edited, not sent',
  conflict: (provider: string): string => `Edited here and changed in ${provider}`,
  gone: (provider: string, day: string): string => `${GONE}${provider} since ${day}`,
};

/** The day since when a status cell says that the row is gone, or null where it says nothing of the kind. */
export function goneSince(cell: unknown): string | null {
  if (typeof cell !== 'string' || !cell.startsWith(GONE)) return null;
  return / since (\d{4}-\d\d-\d\d)$/.exec(cell)?.[1] ?? null;
}

/** The note of a new Status header. */
export function statusNote(provider: string): string {
  return [
    `Says which rows hold edits that were not sent, and which are gone from ${provider}.`,
    keyLine(STATUS_KEY),
  ].join('\n');
}

const COMPLETE = 'Complete as of ';
const PARTIAL = 'Partly read on ';
const FAILED = 'Refresh failed on ';
const LINES = [COMPLETE, PARTIAL, FAILED];

/** Characters of a reason that fit into a note beside the rest. */
const REASON = 500;

/** Text beside the header's own in its cell: a number format shows it without making it part of the value. */
function headerFormat(lines: readonly string[]): string {
  const shown = lines.map((line) => ` · ${line.charAt(0).toLowerCase()}${line.slice(1).replace(/"/g, '”')}`);
  return `@"${shown.join('')}"`;
}

/** What is to be shown on one header cell. */
export interface StatusLine {
  readonly note: string;
  readonly format: string;
}

/** The note with these lines in place of earlier ones, above the key. What a person wrote into it stays. */
function withLines(note: string, lines: readonly string[]): string {
  const kept = note.split('\n').filter((line) => !LINES.some((start) => line.startsWith(start)));
  const key = kept.findIndex((line) => keyOfNote(line) !== null);
  const at = key < 0 ? kept.length : key;
  return [...kept.slice(0, at), ...lines, ...kept.slice(at)].join('\n');
}

/** The status line after a read that reached the tab. */
export function readStatus(note: string, complete: boolean, now: number, timeZone: string): StatusLine {
  const line = `${complete ? COMPLETE : PARTIAL}${readable(now, timeZone)}`;
  return { note: withLines(note, [line]), format: headerFormat([line]) };
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
export function planFailureStatus(image: TabImage, message: string, now: number, timeZone: string): TabPlan {
  const tab = { id: image.id, name: image.name };
  const home = statusHome(image.headerNotes);
  if (home < 0) return { tab, operations: [] };
  const note = image.headerNotes[home] ?? '';
  const earlier = note.split('\n').filter((line) => line.startsWith(COMPLETE) || line.startsWith(PARTIAL));
  const failed = `${FAILED}${readable(now, timeZone)}`;
  const reason = message.replace(/\s+/g, ' ').trim().slice(0, REASON);
  return {
    tab,
    operations: showStatus(home + 1, {
      note: withLines(note, [`${failed}: ${reason}`, ...earlier]),
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
