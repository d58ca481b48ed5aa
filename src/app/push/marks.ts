/** Marks the cells of a preview and of what was refused, and remembers beside the plan what they looked like before. */
import { MarkedTab, type MarkedTable } from '../../core/change/marked-tab';
import { areaOfMarks, type KeptMark, type Mark, type MarkedArea, planMarks } from '../../core/change/marks';
import { nameOfChange } from '../../core/change/change';
import { cellsOfText, textOfCells } from '../../core/table/long-text';
import type { Ports } from '../../ports';
import type { Rect, TabRef } from '../../ports/grid';
import type { TabEntry } from '../tab-index';
import { planTab } from './plan-store';

/** Row of the hidden tab that is kept for them. */
const ROW = 2;

/** The tab shows just these marks from now on. Throws what the grid throws. */
export function updateMarks(
  ports: Ports,
  entry: TabEntry,
  table: MarkedTable,
  wanted: readonly Mark[],
): void {
  replaceMarks(ports, entry, new MarkedTab(table), readMarks(ports, entry), wanted);
}

/** Takes off the marks of cells that are no edits any more, and adds or changes those that are given. */
export function clearMarks(
  ports: Ports,
  entry: TabEntry,
  table: MarkedTable,
  more: readonly Mark[] = [],
): void {
  const kept = readMarks(ports, entry);
  if (kept.length === 0 && more.length === 0) return;
  const tab = new MarkedTab(table);
  const wanted = new Map<string, Mark>();
  for (const { background: _background, ...mark } of kept)
    if (tab.isEdit(mark)) wanted.set(nameOfChange(mark), mark);
  for (const mark of more) wanted.set(nameOfChange(mark), mark);
  replaceMarks(ports, entry, tab, kept, [...wanted.values()]);
}

function replaceMarks(
  ports: Ports,
  entry: TabEntry,
  tab: MarkedTab,
  kept: readonly KeptMark[],
  wanted: readonly Mark[],
): void {
  const all = [...kept, ...wanted];
  if (all.length === 0) return;
  const { grid } = ports;
  const ref = { id: entry.id, name: entry.tab };
  const read = (at: Rect | null, contents: (tab: TabRef, at: Rect) => MarkedArea['contents']) =>
    at && { at, contents: contents(ref, at) };
  const plan = planMarks({
    tab,
    kept,
    wanted,
    backgrounds: read(areaOfMarks(tab, all), (of, at) => grid.readBackgrounds(of, at)),
    notes: read(areaOfMarks(tab, all, { notes: true }), (of, at) => grid.readNotes(of, at)),
  });
  // First what they are painted over: cut off in between, they could not get it back.
  keepMarks(ports, entry, plan.during, kept);
  grid.execute({ tab: ref, operations: plan.operations });
  keepMarks(ports, entry, plan.after, plan.during);
}

function readMarks({ grid }: Ports, entry: TabEntry): readonly KeptMark[] {
  const [cells = []] = grid.readRows({ name: planTab(entry) }, ROW, { most: 1 }) ?? [];
  const text = textOfCells(cells);
  if (!text.startsWith('[')) return [];
  try {
    return JSON.parse(text) as KeptMark[];
  } catch (thrown) {
    // Somebody has unhidden the tab and changed the cell: the colours that are there stay.
    if (thrown instanceof SyntaxError) return [];
    throw thrown;
  }
}

function keepMarks(
  { grid }: Ports,
  entry: TabEntry,
  marks: readonly KeptMark[],
  before: readonly KeptMark[],
): void {
  const [cells, earlier] = [textCells(marks), textCells(before)];
  if (cells.join('') === earlier.join('')) return;
  const tab = { name: planTab(entry) };
  if (before.length === 0 && grid.idOf(tab.name) === null) grid.create(tab.name, { hidden: true });
  const columns = Math.max(cells.length, earlier.length);
  const row = Array.from({ length: columns }, (_, column) => cells[column] ?? '');
  grid.execute({
    tab,
    operations: [
      { kind: 'grow', rows: ROW, columns },
      { kind: 'values', at: { row: ROW, column: 1, rows: 1, columns }, values: [row] },
    ],
  });
  grid.flush();
}

function textCells(marks: readonly KeptMark[]): readonly string[] {
  return marks.length === 0 ? [''] : cellsOfText(JSON.stringify(marks));
}
