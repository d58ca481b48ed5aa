/** Marks the cells of an upload's problems in their tab, and remembers beside its mapping what they looked like before. */
import { nameOfChange } from '../../core/change/change';
import {
  areaOfMarks,
  type KeptMark,
  MARK_COLOURS,
  type Mark,
  type MarkedArea,
  type MarkPlaces,
  planMarks,
} from '../../core/change/marks';
import type { MarkedCell } from '../../core/change/marked-tab';
import { withMarkNote } from '../../core/change/mark-note';
import { AppError } from '../../core/errors';
import { columnIndex } from '../../core/upload/matching';
import type { Problem } from '../../core/upload/problem';
import type { UploadSheet } from '../../core/upload/sheet';
import type { Ports } from '../../ports';
import type { Rect } from '../../ports/grid';
import { TabIndex } from '../tab-index';
import { parsedHidden, readHidden, writeHidden } from './hidden-rows';
import { MAPPED_ROWS, mappedTab } from './kept-tabs';
import { UploadMemory } from './memory';
import type { TabName } from './staged-head';
import { readSheet } from './upload-sheet';

/** Marks that a tab gets at most: each is a note that somebody is to read. */
const MOST = 2000;

const COLOURS: ReadonlySet<string> = new Set(Object.values(MARK_COLOURS));

/**
 * The tab shows just these problems from now on: errors and warnings, no notes. Makes no call of the spreadsheet where there is
 * nothing to mark and no mark. `sheet`: absent, it is looked up. Returns what a person should know; never throws, as colours are
 * no reason to fail.
 */
export function markProblems(
  ports: Ports,
  memory: UploadMemory,
  tab: TabName,
  problems: readonly Problem[],
  sheet?: UploadSheet,
): readonly string[] {
  const wanted = marksOf(problems);
  const shown = wanted.slice(0, MOST);
  const left = wanted.length - shown.length;
  try {
    replaceMarks(ports, memory, tab, shown, sheet);
  } catch (thrown) {
    ports.log.warn(`The cells were not marked: ${AppError.from(thrown).message}`);
    return [`The problems of “${tab.name}” could not be marked in it: somebody may have protected it.`];
  }
  if (left === 0) return [];
  const number = (count: number): string => count.toLocaleString('en-US');
  return [
    `The first ${number(MOST)} cells with problems are marked in “${tab.name}”; ${number(left)} ${left === 1 ? 'is' : 'are'} not.`,
  ];
}

/** Takes all of them out again; what a cell looked like before comes back. */
export function unmark(ports: Ports, tab: TabName): void {
  replaceMarks(ports, new UploadMemory(ports), tab, [], undefined);
}

function replaceMarks(
  ports: Ports,
  memory: UploadMemory,
  tab: TabName,
  wanted: readonly Mark[],
  known: UploadSheet | undefined,
): void {
  if (wanted.length === 0 && !memory.hasMarks(tab.id)) return;
  const sheet = known ?? readSheet(ports, tab);
  // Two who mark at once would take each other's colours for those of the tab.
  ports.lock.hold(() => {
    memory.reload();
    paintMarks(ports, memory, tab, wanted, sheet);
  });
}

function paintMarks(
  ports: Ports,
  memory: UploadMemory,
  tab: TabName,
  wanted: readonly Mark[],
  sheet: UploadSheet | null,
): void {
  const { grid } = ports;
  const places = placesIn(sheet);
  const earlier = memory.hasMarks(tab.id) ? readMarks(ports, tab) : [];
  const at = areaOf(places, [...earlier, ...wanted], earlier.length > 0 ? sheet : null);
  const backgrounds = at && { at, contents: grid.readBackgrounds(tab, at) };
  const notes = at && { at, contents: grid.readNotes(tab, at) };
  const kept = notes ? followed(earlier, places, notes) : earlier;
  const plan = planMarks({ tab: places, kept, wanted, backgrounds, notes });
  const covering = coveredMarks(ports, tab, kept, places, backgrounds);
  const [during, after] = [plan.during.map(covering), plan.after.map(covering)];
  const isSame = JSON.stringify(after) === JSON.stringify(earlier);
  // First what they are painted over: cut off in between, they could not get it back.
  if (!isSame) {
    memory.keepHasMarks(tab.id, true);
    keepMarks(ports, tab, during);
  }
  grid.execute({ tab, operations: plan.operations });
  if (!isSame && during.length > after.length) keepMarks(ports, tab, after);
  memory.keepHasMarks(tab.id, after.length > 0);
}

/** In a tab that is refreshed, a colour of ours that is not from here is a push's mark: that is what comes back. */
function coveredMarks(
  ports: Ports,
  tab: TabName,
  kept: readonly KeptMark[],
  places: MarkPlaces,
  backgrounds: MarkedArea | null,
): (mark: KeptMark) => KeptMark {
  const own = new Set(kept.map(nameOfChange));
  let isManaged: boolean | undefined;
  return (mark) => {
    const cell = own.has(nameOfChange(mark)) ? null : places.cellOf(mark);
    if (!cell || !backgrounds) return mark;
    const { at, contents } = backgrounds;
    const colour = contents[cell.row - at.row]?.[cell.column - at.column]?.toLowerCase() ?? '';
    if (!COLOURS.has(colour)) return mark;
    isManaged ??= new TabIndex(ports).all().some(({ id }) => id === tab.id);
    return isManaged ? { ...mark, background: colour } : mark;
  };
}

/** The block that all marks are in; with a sheet, down to its end: what was marked may have been sorted since. */
function areaOf(places: MarkPlaces, marks: readonly Mark[], sheet: UploadSheet | null): Rect | null {
  const area = areaOfMarks(places, marks);
  const last = sheet?.rows[sheet.rows.length - 1]?.row ?? 0;
  if (!area || !sheet) return area;
  const row = Math.min(area.row, sheet.headerRow);
  return { ...area, row, rows: Math.max(area.row + area.rows - 1, last) - row + 1 };
}

/** The marks where they are by now: notes and colours go along with rows that are sorted, moved or deleted. */
function followed(
  kept: readonly KeptMark[],
  places: MarkPlaces,
  { at, contents }: MarkedArea,
): readonly KeptMark[] {
  const rows = new Map<string, number[]>();
  contents.forEach((cells, index) =>
    cells.forEach((text, column) => {
      for (const line of text === '' ? [] : text.split('\n')) {
        const name = `${at.column + column} ${line}`;
        const found = rows.get(name);
        if (found) found.push(at.row + index);
        else rows.set(name, [at.row + index]);
      }
    }),
  );
  const named = (mark: KeptMark): number[] =>
    rows.get(`${places.cellOf(mark)?.column} ${withMarkNote('', mark.note)}`) ?? [];
  const still = kept.map((mark) => {
    const found = named(mark);
    const place = found.indexOf(Number(mark.id));
    if (place >= 0) found.splice(place, 1);
    return place >= 0;
  });
  const now = kept.map((mark, index) => {
    const moved = still[index] ? undefined : named(mark).shift();
    return {
      mark: moved === undefined ? mark : { ...mark, id: String(moved) },
      isMoved: moved !== undefined,
    };
  });
  // Where one has moved onto the place of another, that one's row is gone.
  const taken = new Set(now.flatMap(({ mark, isMoved }) => (isMoved ? [nameOfChange(mark)] : [])));
  return now.flatMap(({ mark, isMoved }) => (isMoved || !taken.has(nameOfChange(mark)) ? [mark] : []));
}

/** By the row's number and the column's name. */
function placesIn(sheet: UploadSheet | null): MarkPlaces {
  return {
    cellOf({ id, field }): MarkedCell | null {
      const column = field === '' ? 0 : sheet ? columnIndex(sheet, field) : -1;
      return column < 0 ? null : { row: Number(id), column: column + 1 };
    },
  };
}

/** One for each cell, the worst first where it has several; in the order of the rows, errors before warnings. */
function marksOf(problems: readonly Problem[]): readonly Mark[] {
  const marks = new Map<string, Mark>();
  const shown = problems.filter(({ severity }) => severity !== 'note');
  for (const severity of ['error', 'warning'] as const) {
    for (const { row, column = '', message, remedy } of shown.filter((each) => each.severity === severity)) {
      if (row === undefined) continue;
      const name = { id: String(row), field: column };
      const earlier = marks.get(nameOfChange(name));
      const note = `${sentence(message)} ${sentence(remedy)}`.trim();
      marks.set(nameOfChange(name), {
        ...name,
        look: earlier?.look ?? (severity === 'error' ? 'problem' : 'conflict'),
        note: earlier?.note === undefined ? note : `${earlier.note} ${note}`,
      });
    }
  }
  return [...marks.values()];
}

function sentence(text: string): string {
  return text === '' || /[.!?]["”’)]?$/.test(text) ? text : `${text}.`;
}

function readMarks(ports: Ports, tab: TabName): readonly KeptMark[] {
  const text = readHidden(ports, mappedTab(tab.id), MAPPED_ROWS.marks);
  return parsedHidden<KeptMark[]>(text.startsWith('[') ? text : (ports.packing.unpack(text) ?? '')) ?? [];
}

function keepMarks(ports: Ports, tab: TabName, marks: readonly KeptMark[]): void {
  const text = marks.length === 0 ? '' : ports.packing.pack(JSON.stringify(marks));
  writeHidden(ports, mappedTab(tab.id), MAPPED_ROWS.marks, [text, JSON.stringify(tab)]);
}
