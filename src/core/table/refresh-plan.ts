/** The refresh of a tab that people work in: changes only what the platform changed, and keeps what they did. */
import type { Rect, TabImage, TabOperation } from '../../ports/grid';
import { type ColumnPlan, type FieldColumn, planColumns } from './column-plan';
import { neighbours } from './cover';
import { checkboxCells } from './new-rows';
import { fieldNote } from './note';
import { Refresh } from './refresh';
import { type KnownRow, planRows, recordsById, type RowPlan } from './row-plan';
import { readStatus, showStatus, STATUS_KEY, statusNote } from './status';
import { chosenKeys, snapshotOf, type TableInput, type TableOutput, withoutIdRemark } from './table';

/** Throws KEY_COLUMN_GONE and DUPLICATE_ROWS. */
export function planRefresh(input: TableInput, image: TabImage): TableOutput {
  const { words } = input;
  const context = { timeZone: input.timeZone };
  const columns = planColumns({
    image,
    fields: input.fields,
    chosen: chosenKeys(input),
    key: input.key,
    snapshot: input.snapshot,
    provider: words.provider,
    chosenNow: input.chosenNow === true,
  });
  const { byId, withoutId } = recordsById(input.records, input.key);
  const rows = planRows(image, columns.key.from ?? 0, columns.key.label, byId, context);
  const refresh = new Refresh(input, image, columns, rows);
  refresh.headers();
  for (const row of rows.known) refresh.row(row);
  const added = refresh.addRows();

  const operations = [
    ...roomFor(columns, rows),
    ...missingNotes(input, columns),
    ...refresh.draft.operations(),
    ...added.operations(),
    ...refresh.missedFormulas(),
    ...checkboxes(columns, rows, refresh.unfinished),
    ...refresh.colours(),
  ];
  const { counts } = refresh;
  return {
    plan: { tab: input.tab, operations: [...operations, ...statusLine(input, image, columns)] },
    snapshot: snapshotOf(
      input,
      chosenKeys(input).filter((key) => !columns.deleted.includes(key)),
      columns.remembered,
      refresh.snapshotRows(),
      counts,
    ),
    counts,
    remarks: [
      ...columns.remarks,
      ...refresh.remarks.sentences(words.provider),
      ...withoutIdRemark(withoutId, words),
    ],
    statusOnly: operations.length === 0,
  };
}

/** New columns push others to the right; new rows may need a larger grid. */
function roomFor({ insertion }: ColumnPlan, { used, added }: RowPlan): TabOperation[] {
  const room: TabOperation[] = [];
  if (added.length > 0) room.push({ kind: 'grow', rows: used + added.length, columns: 1 });
  // Right before the notes, by which the next run knows the columns should this one be cut off.
  if (insertion.count > 0) {
    room.push({ kind: 'insertColumns', column: insertion.at, count: insertion.count });
  }
  return room;
}

/** Notes of columns that have none: new ones, and those whose note somebody deleted. */
function missingNotes({ words }: TableInput, columns: ColumnPlan): TabOperation[] {
  const notes = new Map(
    columns.fields
      .filter(({ noted }) => !noted)
      .map(({ at, field }) => [at, fieldNote(field, words.provider)]),
  );
  return neighbours([...notes.keys()]).map(({ first, last }) => {
    const at = { row: 1, column: first, rows: 1, columns: last - first + 1 };
    const row = Array.from({ length: at.columns }, (_, offset) => notes.get(first + offset) ?? '');
    return { kind: 'notes', at, notes: [row] };
  });
}

/** Checkboxes for new and unfinished rows, and for new and unfinished columns beside the other rows with an id. */
function checkboxes(
  { fields }: ColumnPlan,
  { known, used, added }: RowPlan,
  unfinished: readonly KnownRow[],
): TabOperation[] {
  const beside = (columns: readonly FieldColumn[], rows: readonly KnownRow[]): Rect[] =>
    neighbours(rows.map(({ index }) => index)).flatMap(({ first, last }) =>
      checkboxCells(columns, first + 1, last - first + 1),
    );
  const [fresh, old] = [fields.filter((column) => column.fresh), fields.filter((column) => !column.fresh)];
  const at = [
    ...beside(fresh, known),
    ...beside(old, unfinished),
    ...checkboxCells(fields, used + 1, added.length),
  ];
  return at.length > 0 ? [{ kind: 'checkboxes', at }] : [];
}

/** On the Status header; where somebody deleted that column, on the key's. */
function statusLine(input: TableInput, image: TabImage, { status, key }: ColumnPlan): TabOperation[] {
  const home = status ?? key;
  const fresh =
    home.key === STATUS_KEY ? statusNote(input.words.provider) : fieldNote(key.field, input.words.provider);
  const note = home.noted && home.from !== null ? (image.headerNotes[home.from] ?? '') : fresh;
  return showStatus(home.at, readStatus(note, input.complete, input.now, input.timeZone));
}
