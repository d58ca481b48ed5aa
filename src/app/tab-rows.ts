/** What stands in a managed tab, as text by field: for reports that build on what people have written. */
import { currencySign } from '../core/table/currency';
import { cellText } from '../core/table/codec/text';
import { keyOfNote } from '../core/table/note';
import type { CellValue } from '../ports/grid';
import type { Ports } from '../ports';
import { REPORTS } from '../reports/catalogue';
import type { TabRow } from '../reports/report';
import type { TabEntry } from './tab-index';

const FIRST_ROW = 2;

/** [] where the tab is gone. Columns without a note are nobody's. */
export function readTabRows({ grid }: Pick<Ports, 'grid'>, entry: TabEntry): readonly TabRow[] {
  const tab = { id: entry.id, name: entry.tab };
  const keys = (grid.headerNotes(tab) ?? []).map(keyOfNote);
  const rows = grid.readRows(tab, FIRST_ROW, { columns: keys.length }) ?? [];
  const context = { timeZone: grid.file().timeZone };
  const texts = textColumns(entry, keys);
  const isTyped = (cells: readonly CellValue[]): boolean =>
    cells.some((cell, column) => typeof cell === 'number' && texts.has(column));
  const first = rows.findIndex(isTyped);
  const formats =
    first < 0
      ? []
      : grid.readFormats(tab, {
          row: FIRST_ROW + first,
          column: 1,
          rows: rows.length - first,
          columns: keys.length,
        });
  // “$20” that is typed into a cell becomes 20, and only the format still says dollars.
  const said = (cell: CellValue, row: number, column: number): string => {
    const sign =
      typeof cell === 'number' && texts.has(column) ? currencySign(formats[row - first]?.[column] ?? '') : '';
    return sign === '' ? cellText(cell, context) : `${sign} ${cellText(cell, context)}`;
  };
  return rows.map((cells, row) =>
    Object.fromEntries(
      cells.flatMap((cell, column) => {
        const key = keys[column];
        return key ? [[key, said(cell, row, column)]] : [];
      }),
    ),
  );
}

/** Those that hold text by their nature. */
function textColumns({ resource }: TabEntry, keys: readonly (string | null)[]): ReadonlySet<number> {
  const fields = REPORTS.find((report) => report.resource === resource)?.fields ?? [];
  const texts = new Set(fields.filter(({ type }) => type === 'text').map(({ key }) => key));
  return new Set(keys.flatMap((key, column) => (key && texts.has(key) ? [column] : [])));
}
