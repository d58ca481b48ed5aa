/** A window of a tab's rows as the grid shows them. */
import type { TypingContext } from '../../runtime/workbook/cells/typing';
import { isError, resultOf } from '../../runtime/workbook/content';
import type { Sheet } from '../../runtime/workbook/sheet';
import type { CellView, RowsView } from '../protocol';
import { LookTable } from './cell-look';
import { RuleTable } from './cell-rule';
import { typedForm } from './typed-form';

/** Rows `from` to `from + count - 1`, as far as the tab has them. */
export function rowsView(sheet: Sheet, from: number, count: number): RowsView {
  const { workbook } = sheet;
  const rows = Math.max(0, Math.min(count, sheet.maxRows - from + 1));
  const columns = lastUsedColumn(sheet);
  const looks = new LookTable();
  const rules = new RuleTable(sheet);
  const context = { locale: workbook.locale, timeZone: workbook.timeZone, now: workbook.now() };
  const display = rows === 0 || columns === 0 ? [] : sheet.display(from, 1, rows, columns);
  return {
    tab: sheet.id,
    version: workbook.version,
    from,
    rows: Array.from({ length: rows }, (_, line) => {
      const cells = Array.from({ length: columns }, (_, place) =>
        cellView(sheet, from + line, place + 1, display[line]?.[place] ?? '', { looks, rules, context }),
      );
      while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
      return cells;
    }),
    looks: looks.looks,
    lists: rules.lists,
  };
}

interface Tables {
  readonly looks: LookTable;
  readonly rules: RuleTable;
  readonly context: TypingContext;
}

function cellView(sheet: Sheet, row: number, column: number, text: string, tables: Tables): CellView {
  const content = sheet.contents.get(row, column);
  const style = sheet.styles.get(row, column);
  const note = sheet.noteTexts.get(row, column);
  const rule = sheet.rules.get(row, column);
  const result = content === undefined ? (sheet.spills.get(row, column) ?? null) : resultOf(content);
  const look = tables.looks.index(style, isError(result) ? null : result);
  const typed = typedForm(content, style, text, tables.context);
  const plain = look === undefined && note === undefined && rule === undefined && typed === text;
  if (plain) return text === '' ? null : text;
  return {
    text,
    ...(typed === text ? {} : { typed }),
    ...(look === undefined ? {} : { look }),
    ...(note === undefined ? {} : { note }),
    ...(rule === undefined ? {} : tables.rules.shown(rule, row, column)),
  };
}

function lastUsedColumn(sheet: Sheet): number {
  const layers = [sheet.contents, sheet.styles, sheet.noteTexts, sheet.rules, sheet.spills];
  return Math.max(sheet.lastColumn(), ...layers.map((layer) => layer.extent().columns));
}
