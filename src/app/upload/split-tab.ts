/** Splitting a tab into which an export's text was pasted with all its columns in one. */
import { AppError } from '../../core/errors';
import { splitText } from '../../core/upload/one-column';
import { GENERAL, guard } from '../../core/table/typed-text';
import type { Ports } from '../../ports';
import { TabIndex } from '../tab-index';
import type { UploadApi } from './contract';
import { unmark } from './marks';
import { namedTab, TOP_ROWS } from './upload-sheet';
import type { TabName } from './staged-head';

/** How many columns a tab would have, by its first rows; null where it is no such text. */
export function splitColumns(ports: Ports, tab: TabName): number | null {
  const top = splitText(ports.grid.readRows(tab, 1, { most: TOP_ROWS }) ?? [], { isTop: true });
  return top?.rows[0]?.length ?? null;
}

/** Every piece stays the text that it is. Throws UNKNOWN_TAB, NOT_SPLIT, and what writing to a tab throws. */
export function uploadSplit(
  ports: Ports,
  { tab: name }: UploadApi['uploadSplit']['payload'],
): UploadApi['uploadSplit']['value'] {
  const tab = namedTab(ports, name);
  const image = ports.grid.read(tab);
  const isOurs = new TabIndex(ports).all().some(({ id }) => id === tab.id);
  const hasFormulas = image?.formulas.some((formulas) => formulas.some((formula) => formula !== ''));
  const split = isOurs || hasFormulas ? null : splitText(image?.values ?? []);
  const columns = split?.rows[0]?.length;
  if (!image || !split || columns === undefined)
    throw new AppError('NOT_SPLIT', { tab: name }, { tab: name });
  unmark(ports, tab);
  const rows = image.values.length;
  const values = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_cell, column) => guard(split.rows[row]?.[column] ?? '', GENERAL)),
  );
  const at = { row: 1, column: split.column, rows, columns };
  ports.grid.execute({
    tab,
    operations: [
      { kind: 'grow', rows, columns: split.column + columns - 1 },
      { kind: 'formats', at, formats: values.map((cells) => cells.map(() => GENERAL)) },
      { kind: 'values', at, values },
    ],
  });
  return { tab: name, columns };
}
