/** Marks the cells of an upload's problems in their tab, and remembers beside its mapping what they looked like before. */
import { nameOfChange } from '../../core/change/change';
import {
  areaOfMarks,
  type KeptMark,
  type Mark,
  type MarkedArea,
  type MarkPlaces,
  planMarks,
} from '../../core/change/marks';
import type { MarkedCell } from '../../core/change/marked-tab';
import { withMarkNote } from '../../core/change/mark-note';
import { AppError } from '../../core/errors';
import { markOf } from '../../core/table/mark';
import { columnIndex } from '../../core/upload/matching';
import type { Problem } from '../../core/upload/problem';
import type { UploadSheet } from '../../core/upload/sheet';
import type { Ports } from '../../ports';
import type { Rect } from '../../ports/grid';
import { parsedHidden, readHidden, writeHidden } from './hidden-rows';
import { MAPPED_ROWS, mappedTab, UploadMemory } from './memory';
import type { TabName } from './staged-head';
import { readSheet } from './upload-sheet';

/** Marks that a tab gets at most: each is a note that somebody is to read. */
const MOST = 2000;

/** In place of what tells marks from others, while they are painted. */
const ON_THE_WAY = 'on the way';

/**
 * The tab shows just these problems from now on: errors and warnings, no notes. Makes no call of the spreadsheet where nothing
 * is to change. `sheet`: absent, it is looked up. Returns what a person should know; never throws, as colours are no reason to
 * fail.
 */
export function markProblems(
  ports: Ports,
  tab: TabName,
  problems: readonly Problem[],
  sheet?: UploadSheet,
): readonly string[] {
  const wanted = marksOf(problems);
  const shown = wanted.slice(0, MOST);
  const left = wanted.length - shown.length;
  try {
    replaceMarks(ports, tab, shown, sheet);
  } catch (thrown) {
    ports.log.warn(`The cells were not marked: ${AppError.from(thrown).message}`);
    return [`The problems of “${tab.name}” could not be marked in it: somebody may have protected it.`];
  }
  return left > 0
    ? [`The first ${MOST} cells with problems are marked in “${tab.name}”; ${left} are not.`]
    : [];
}

/** Takes all of them out again; what a cell looked like before comes back. */
export function unmark(ports: Ports, tab: TabName): void {
  replaceMarks(ports, tab, [], undefined);
}

function replaceMarks(
  ports: Ports,
  tab: TabName,
  wanted: readonly Mark[],
  known: UploadSheet | undefined,
): void {
  const { grid } = ports;
  const memory = new UploadMemory(ports);
  const seal = wanted.length === 0 ? null : markOf(JSON.stringify(wanted));
  const before = memory.marksOf(tab.id);
  if (before === seal) return;
  const sheet = known ?? readSheet(ports, tab);
  const places = placesIn(sheet);
  const earlier = before === null ? [] : readMarks(ports, tab);
  const at = areaOf(places, [...earlier, ...wanted], earlier.length > 0 ? sheet : null);
  const backgrounds = at && { at, contents: grid.readBackgrounds(tab, at) };
  const notes = at && { at, contents: grid.readNotes(tab, at) };
  const kept = notes ? followed(earlier, places, notes) : earlier;
  const plan = planMarks({ tab: places, kept, wanted, backgrounds, notes });
  memory.keepMarksOf(tab.id, ON_THE_WAY);
  // First what they are painted over: cut off in between, they could not get it back.
  keepMarks(ports, tab, plan.during);
  grid.execute({ tab, operations: plan.operations });
  keepMarks(ports, tab, plan.after);
  memory.keepMarksOf(tab.id, seal);
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
  return kept.map((mark, index) => {
    const moved = still[index] ? undefined : named(mark).shift();
    return moved === undefined ? mark : { ...mark, id: String(moved) };
  });
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
  writeHidden(ports, mappedTab(tab.id), MAPPED_ROWS.marks, [text]);
}
