/** Which row of a tab holds which record: matched by id, in the order that people gave them. */
import type { TabImage } from '../../ports/grid';
import { AppError } from '../errors';
import { idText } from './codec/text';
import type { CodecContext } from './codec/codec';
import { textOf } from './codec/remote-shape';
import { isBeside } from './beside';
import type { RemoteRecord } from './field';

/** A row that has an id. Rows without one belong to people. */
export interface KnownRow {
  readonly id: string;
  /** Index in the tab as it was read. */
  readonly index: number;
  /** Null when the platform did not return the record. */
  readonly record: RemoteRecord | null;
}

export interface RowPlan {
  readonly known: readonly KnownRow[];
  /** Records without a row, in the order in which they came. */
  readonly added: readonly { readonly id: string; readonly record: RemoteRecord }[];
  /** How many rows have content, the header included: new ones go below. */
  readonly used: number;
}

/** Records by id. One id sent twice counts once, the later; what has no id is left out and counted. */
export function recordsById(
  records: readonly RemoteRecord[],
  key: string,
): { readonly byId: ReadonlyMap<string, RemoteRecord>; readonly withoutId: number } {
  const byId = new Map<string, RemoteRecord>();
  let withoutId = 0;
  for (const record of records) {
    const id = textOf(record[key]).trim();
    if (id === '') withoutId += 1;
    else byId.set(id, record);
  }
  return { byId, withoutId };
}

/**
 * Matches rows and records. `keyColumn` is the index of the key's column, `column` its header. Throws DUPLICATE_ROWS
 * where several rows have one id: which of them is the record's, nobody can tell.
 */
export function planRows(
  image: TabImage,
  keyColumn: number,
  column: string,
  records: ReadonlyMap<string, RemoteRecord>,
  context: CodecContext,
): RowPlan {
  const known: KnownRow[] = [];
  const rowOf = new Map<string, number>();
  for (let index = 1; index < image.values.length; index += 1) {
    const id = idText(image.values[index]?.[keyColumn] ?? '', context);
    if (id === '') continue;
    if (rowOf.has(id)) throw duplicate(image, keyColumn, column, id, context);
    rowOf.set(id, index);
    known.push({ id, index, record: records.get(id) ?? null });
  }
  const added = [...records].flatMap(([id, record]) => (rowOf.has(id) ? [] : [{ id, record }]));
  return { known, added, used: usedRows(image) };
}

function duplicate(
  image: TabImage,
  keyColumn: number,
  column: string,
  id: string,
  context: CodecContext,
): AppError {
  const rows = image.values.flatMap((row, index) =>
    index > 0 && idText(row[keyColumn] ?? '', context) === id ? [index + 1] : [],
  );
  const last = rows[rows.length - 1] ?? 0;
  const words = `${rows.slice(0, -1).join(', ')} and ${last}`;
  return new AppError(
    'DUPLICATE_ROWS',
    { tab: image.name, rows: words, column, id },
    { tab: image.name, row: last },
  );
}

/**
 * Rows up to the last with content. Cells that a formula elsewhere fills with nothing do not count, nor do those of a
 * summary beside the table.
 */
function usedRows({ values, formulas, headerNotes }: TabImage): number {
  let used = values.length;
  const beside = headerNotes.map(isBeside);
  const blank = (index: number): boolean =>
    (values[index] ?? []).every((cell, column) => cell === '' || beside[column]) &&
    (formulas[index] ?? []).every((text, column) => text === '' || beside[column]);
  while (used > 1 && blank(used - 1)) used -= 1;
  return used;
}
