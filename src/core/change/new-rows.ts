/** Rows that people add below the others: each that says what it is becomes a new record. */
import { decodeCell } from '../table/cell';
import type { Field } from '../table/field';
import { type Change, newRowId } from './change';
import { type EditedCells, type EditedTable, isBlank } from './edited-table';
import { problem } from './told';

/**
 * The changes that make a record of a row without an id; [] for a row that is a person's own: one that neither has the name
 * nor anything else that a new record must have, or that a formula fills, such as a total.
 */
export function newRow(row: number, table: EditedTable, cells: EditedCells): readonly Change[] {
  const { creating, fields, name, words } = table;
  if (!creating) return [];
  const columns = cells.columns.filter(({ field }) => field.key !== table.key);
  const isMeant = [name, ...creating.required].some((key) => !isBlank(cells.cell(row, key)));
  if (!isMeant || columns.some(({ field }) => cells.formula(row, field.key) !== '')) return [];

  const id = newRowId(row);
  const called = cells.nameOf(row, id);
  const changeOf = (field: Pick<Field, 'key' | 'label'>): Change => {
    const about = { row, id, name: called, action: 'create', field: field.key, label: field.label } as const;
    return { ...about, from: '', to: '', kind: 'change' };
  };
  const missing = (field: Pick<Field, 'key' | 'label'>): Change => {
    const advice = cells.has(field.key)
      ? 'Fill in this cell.'
      : 'Choose that field for this tab in the sidebar, refresh, then fill it in.';
    return problem(changeOf(field), `A new ${words.singular} needs “${field.label}”. ${advice}`);
  };
  const changes = columns.flatMap(({ field }): Change[] => {
    const isRequired = creating.required.includes(field.key);
    const cell = cells.cell(row, field.key);
    if (isBlank(cell)) return isRequired ? [missing(field)] : [];
    const to = decodeCell(field, cell, cells.context).value;
    const change = { ...changeOf(field), to };
    if (isRequired || creating.accepted.includes(field.key)) return [change];
    return [problem(change, notAccepted(field, table))];
  });
  const absent = creating.required.filter((key) => !cells.has(key));
  return [
    ...changes,
    ...absent.map((key) => missing(fields.find((field) => field.key === key) ?? { key, label: key })),
  ];
}

function notAccepted({ label, writable }: Field, { words }: EditedTable): string {
  return writable
    ? `A new ${words.singular} cannot be given “${label}”. Send it without, refresh, then edit this cell.`
    : `${words.provider} fills in “${label}” itself. Empty this cell.`;
}
