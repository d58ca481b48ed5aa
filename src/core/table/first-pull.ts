/** The first pull into an empty tab: header, values, formats and notes as one block. */
import type { TabOperation } from '../../ports/grid';
import { NO_CHANGES } from './changes';
import { freeLabel } from './column-name';
import { type FieldColumn, type ManagedColumn, shown } from './column-plan';
import { dropDowns } from './drop-downs';
import { notOffered, notOfferedRemarks } from './gone-columns';
import { markOf } from './mark';
import { checkboxCells, NewRows } from './new-rows';
import { fieldNote } from './note';
import { isLargeBlock } from './parts';
import { Remarks } from './remarks';
import { recordsById } from './row-plan';
import type { SnapshotRow } from './snapshot';
import { shownFieldsOf } from './shown-marks';
import { readStatus, showStatus, STATUS_KEY, STATUS_LABEL, statusNote, writingStatus } from './status';
import {
  chosenKeys,
  snapshotOf,
  type TableCounts,
  type TableInput,
  type TableOutput,
  withoutIdRemark,
} from './table';

const COLUMN_WIDTH = 150;

/** A handful of operations, whatever the number of rows. */
export function planFirstPull(input: TableInput): TableOutput {
  const { fields, words, timeZone } = input;
  const taken = new Set(fields.map(({ label }) => label));
  const columns = [
    ...fields,
    { key: STATUS_KEY, label: freeLabel(STATUS_KEY, STATUS_LABEL, taken, words.provider) },
  ].map(({ key, label }, index): ManagedColumn => {
    const place = { at: index + 1, from: null, fresh: true, noted: false };
    return { key, ...place, label, remembered: shown(key, label) };
  });
  const fieldColumns = fields.map((field, index): FieldColumn => ({ ...columns[index]!, field }));
  const status = columns[fields.length]!;
  const { byId, withoutId } = recordsById(input.records, input.key);
  const line = readStatus(statusNote(words.provider), input);
  const large = isLargeBlock(byId.size + 1, columns.length);
  const first = large ? writingStatus(statusNote(words.provider), input) : line;

  const remarks = new Remarks();
  const shownFields = shownFieldsOf(fieldColumns, input.key);
  const formats = new Map<string, string>();
  const place = { fields: fieldColumns, status, firstRow: 1, formats, own: [], shownFields };
  const rows = new NewRows(place, { timeZone }, remarks);
  rows.addHeader(columns, new Map([[STATUS_KEY, first.format]]));
  const snapshotRows = new Map<string, SnapshotRow>();
  for (const [id, record] of byId) snapshotRows.set(id, rows.add(record));

  const notes = fields.map((field) => fieldNote(field, words.provider));
  const choices = input.dropDowns === false ? undefined : dropDowns(fieldColumns, undefined, input.people);
  const boxes = checkboxCells(fieldColumns, 2, byId.size);
  const operations: TabOperation[] = [
    { kind: 'grow', rows: byId.size + 1, columns: columns.length },
    {
      kind: 'notes',
      at: { row: 1, column: 1, rows: 1, columns: columns.length },
      notes: [[...notes, first.note]],
    },
    { kind: 'header', columns: columns.length, width: COLUMN_WIDTH },
    // Last, but for what a refresh makes up for: a run that is cut off before leaves a tab that still counts as empty.
    ...rows.operations(),
    ...(boxes.length > 0 ? [{ kind: 'checkboxes', at: boxes } as const] : []),
    ...(choices?.operations ?? []),
    ...(large ? showStatus(columns.length, line) : []),
  ];
  const counts: TableCounts = {
    rows: byId.size,
    added: byId.size,
    updated: 0,
    unchanged: 0,
    vanished: 0,
    removed: 0,
    pending: 0,
    conflicts: 0,
  };
  return {
    plan: { tab: input.tab, operations },
    snapshot: snapshotOf(
      input,
      chosenKeys(input),
      columns.map(({ remembered }, index) => {
        const note = notes[index];
        return note === undefined ? remembered : { ...remembered, note: markOf(note) };
      }),
      snapshotRows,
      counts,
      { dropDowns: choices?.marks, shownFields },
    ),
    counts,
    remarks: [
      ...notOfferedRemarks(notOffered(input), words.provider),
      ...remarks.sentences(words.provider),
      ...withoutIdRemark(withoutId, words),
    ],
    changes: NO_CHANGES,
    statusOnly: false,
  };
}
