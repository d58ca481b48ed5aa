/** The refresh of a tab that people work in: changes only what the platform changed, and keeps what they did. */
import type { Rect, TabImage, TabOperation } from '../../ports/grid';
import { type ColumnPlan, type FieldColumn, type ManagedColumn, planColumns } from './column-plan';
import { neighbours } from './cover';
import { dropDowns } from './drop-downs';
import { goneColumns, rememberGone } from './gone-columns';
import { HeaderNotes } from './header-notes';
import { checkboxCells } from './new-rows';
import { isLarge } from './parts';
import { Refresh } from './refresh';
import { type KnownRow, planRows, recordsById, type RowPlan } from './row-plan';
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
  const gone = goneColumns(input, columns);
  const notes = new HeaderNotes(input, image, columns, gone);
  const refresh = new Refresh(input, image, columns, rows, gone);
  refresh.headers();
  for (const row of rows.known) refresh.row(row);
  const added = refresh.addRows();

  const before = input.snapshot?.config.dropDowns;
  const choices =
    input.dropDowns === false
      ? { operations: [], marks: before }
      : dropDowns(columns.fields, before, input.people);

  const operations = [
    ...roomFor(columns, rows, notes),
    ...notes.operations(),
    ...noRules(columns),
    ...refresh.draft.operations(),
    ...added.operations(),
    ...refresh.missedFormulas(),
    ...checkboxes(columns, rows, refresh.unfinished),
    ...choices.operations,
    ...refresh.colours(),
  ];
  // Last, because everything else is numbered by the rows as they were.
  const deletions = refresh.removal.operations();
  const { counts } = refresh;
  return {
    plan: {
      tab: input.tab,
      operations: [
        ...(isLarge(operations) ? notes.writing() : []),
        ...operations,
        ...notes.statusLine(),
        ...deletions,
      ],
    },
    snapshot: snapshotOf(
      input,
      chosenKeys(input).filter((key) => !columns.deleted.includes(key)),
      notes.remember(rememberGone(columns.remembered, gone)),
      refresh.snapshotRows(),
      counts,
      { dropDowns: choices.marks, shownFields: refresh.shownFields },
    ),
    counts,
    remarks: [
      ...columns.remarks,
      ...gone.remarks,
      ...refresh.removal.remarks(),
      ...refresh.remarks.sentences(words.provider),
      ...withoutIdRemark(withoutId, words),
    ],
    changes: refresh.changes.reported(),
    statusOnly: operations.length + deletions.length === 0,
  };
}

/** New columns push others to the right; new rows may need a larger grid. */
function roomFor(columns: ColumnPlan, { used, added }: RowPlan, notes: HeaderNotes): TabOperation[] {
  const { insertion } = columns;
  const room: TabOperation[] = [];
  const made = newColumns(columns);
  const finds = made.length > insertion.count;
  if (added.length > 0 || finds) {
    const last = finds ? Math.max(...made.map(({ at }) => at)) - insertion.count : 1;
    room.push({ kind: 'grow', rows: added.length > 0 ? used + added.length : 1, columns: last });
  }
  // Should the run be cut off, the next one knows the columns by their notes, and before they have those by what is said here.
  if (insertion.count > 0) {
    room.push(...notes.room(), { kind: 'insertColumns', column: insertion.at, count: insertion.count });
  }
  return room;
}

/** Columns that the tab as it was read does not show yet. */
function newColumns({ fields, status }: ColumnPlan): ManagedColumn[] {
  return [...fields, ...(status ? [status] : [])].filter(({ from }) => from === null);
}

/** New columns take over the rules of a neighbour, which may refuse their values. */
function noRules({ fields, status }: ColumnPlan): TabOperation[] {
  const fresh = [...fields, ...(status ? [status] : [])].filter((column) => column.fresh);
  const columns = neighbours(fresh.map(({ at }) => at)).map(({ first, last }) => ({
    column: first,
    count: last - first + 1,
  }));
  return columns.length > 0 ? [{ kind: 'noRules', columns }] : [];
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
