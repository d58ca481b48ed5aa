/** The colours and notes by which a tab shows what a push would send, and what it could not; what was there before comes back. */
import type { Rect, TabOperation } from '../../ports/grid';
import { coverCells, neighbours } from '../table/cover';
import { type ChangeName, nameOfChange } from './change';
import type { MarkedCell, MarkedTab } from './marked-tab';
import { withMarkNote, withoutMarkNote } from './mark-note';

/** change: would be sent; conflict: the platform has changed it too; problem: cannot be sent; refused: the platform did not take it. */
export type Look = 'change' | 'conflict' | 'problem' | 'refused';

export interface Mark extends ChangeName {
  readonly look: Look;
  /** One or two sentences for the cell's note. */
  readonly note?: string;
}

/** A mark that is in the tab, with the background that its cell had before. */
export interface KeptMark extends Mark {
  readonly background: string;
}

/** Pale: black text on each of them has a contrast of 14 to 1 or more. */
export const MARK_COLOURS: Readonly<Record<Look, string>> = {
  change: '#d9e8fd',
  conflict: '#fde3c0',
  problem: '#eadcf5',
  refused: '#f9d0ce',
};

const OURS: ReadonlySet<string> = new Set(Object.values(MARK_COLOURS));

/** What a cell without a background reports. */
const NONE = '#ffffff';

/** Blocks of notes that are written at most. */
const NOTE_BLOCKS = 3;

/** The cells as they are: a block each, read before, or null where none of them is needed. */
export interface MarkedArea {
  readonly at: Rect;
  readonly contents: readonly (readonly string[])[];
}

/** Where each mark is by now. */
export type MarkPlaces = Pick<MarkedTab, 'cellOf'>;

export interface MarkQuestion {
  readonly tab: MarkPlaces;
  readonly kept: readonly KeptMark[];
  /** All marks that the tab shall have. */
  readonly wanted: readonly Mark[];
  readonly backgrounds: MarkedArea | null;
  readonly notes: MarkedArea | null;
}

export interface MarkPlan {
  readonly operations: readonly TabOperation[];
  /** To be remembered before the operations are carried out: also what is on its way out, should they be cut off. */
  readonly during: readonly KeptMark[];
  /** To be remembered afterwards. */
  readonly after: readonly KeptMark[];
}

/** The block of which the backgrounds have to be known, or with `notes` the notes. */
export function areaOfMarks(
  tab: MarkPlaces,
  marks: readonly Mark[],
  { notes = false }: { readonly notes?: boolean } = {},
): Rect | null {
  const cells = marks.flatMap((mark) => (notes && mark.note === undefined ? [] : (tab.cellOf(mark) ?? [])));
  const [first] = cells;
  if (!first) return null;
  let { row, column, row: lastRow, column: lastColumn } = first;
  for (const cell of cells) {
    [row, column] = [Math.min(row, cell.row), Math.min(column, cell.column)];
    [lastRow, lastColumn] = [Math.max(lastRow, cell.row), Math.max(lastColumn, cell.column)];
  }
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** In few operations, whatever the number of marks. A background or note that a person has changed since stays theirs. */
export function planMarks({ tab, kept, wanted, backgrounds, notes }: MarkQuestion): MarkPlan {
  const earlier = new Map(kept.map((mark) => [nameOfChange(mark), mark]));
  const paint = new Painting();
  const texts = new Map<string, { readonly cell: MarkedCell; readonly text: string }>();
  const say = (cell: MarkedCell, before: string | undefined, after: string | undefined): void => {
    if (before === undefined && after === undefined) return;
    const current = contentAt(notes, cell, '');
    const text = withMarkNote(withoutMarkNote(current, before), after);
    if (text !== current) texts.set(`${cell.row}:${cell.column}`, { cell, text });
  };
  const after: KeptMark[] = [];
  for (const mark of wanted) {
    const cell = tab.cellOf(mark);
    if (!cell) continue;
    const before = earlier.get(nameOfChange(mark));
    const current = contentAt(backgrounds, cell, NONE).toLowerCase();
    const background = OURS.has(current) ? (before?.background ?? NONE) : current;
    after.push({ ...mark, background });
    if (current !== MARK_COLOURS[mark.look]) paint.add(MARK_COLOURS[mark.look], cell);
    say(cell, before?.note, mark.note);
  }
  const staying = new Set(after.map(nameOfChange));
  const leaving = kept.filter((mark) => !staying.has(nameOfChange(mark)));
  for (const mark of leaving) {
    const cell = tab.cellOf(mark);
    if (!cell) continue;
    if (OURS.has(contentAt(backgrounds, cell, NONE).toLowerCase())) paint.add(mark.background, cell);
    say(cell, mark.note, undefined);
  }
  return {
    operations: [...paint.operations(), ...noteOperations([...texts.values()], notes)],
    during: [...after, ...leaving],
    after,
  };
}

/** Cells by the colour that they get. */
class Painting {
  private readonly cells = new Map<string, Map<number, number[]>>();

  add(colour: string, { row, column }: MarkedCell): void {
    let columns = this.cells.get(colour);
    if (!columns) this.cells.set(colour, (columns = new Map()));
    const rows = columns.get(column);
    if (rows) rows.push(row);
    else columns.set(column, [row]);
  }

  operations(): TabOperation[] {
    return [...this.cells].map(([colour, columns]) => ({
      kind: 'background',
      color: colour === NONE ? null : colour,
      at: [...columns].flatMap(([column, rows]) =>
        neighbours(rows).map(({ first, last }) => ({
          row: first,
          column,
          rows: last - first + 1,
          columns: 1,
        })),
      ),
    }));
  }
}

function noteOperations(
  changed: readonly { readonly cell: MarkedCell; readonly text: string }[],
  area: MarkedArea | null,
): TabOperation[] {
  const texts = new Map(changed.map(({ cell, text }) => [`${cell.row}:${cell.column}`, text]));
  const rows = new Map<number, number[]>();
  for (const { cell } of changed) {
    const known = rows.get(cell.column);
    if (known) known.push(cell.row);
    else rows.set(cell.column, [cell.row]);
  }
  const cells = [...rows].map(([column, of]) => ({ column, rows: of.sort((one, other) => one - other) }));
  if (!area || cells.length === 0) return [];
  const run = { first: area.at.column, last: area.at.column + area.at.columns - 1 };
  return coverCells(cells, [run], NOTE_BLOCKS).map((at) => ({
    kind: 'notes',
    at,
    notes: Array.from({ length: at.rows }, (_, row) =>
      Array.from({ length: at.columns }, (__, column) => {
        const cell = { row: at.row + row, column: at.column + column };
        return texts.get(`${cell.row}:${cell.column}`) ?? contentAt(area, cell, '');
      }),
    ),
  }));
}

function contentAt(area: MarkedArea | null, { row, column }: MarkedCell, none: string): string {
  return area?.contents[row - area.at.row]?.[column - area.at.column] ?? none;
}
