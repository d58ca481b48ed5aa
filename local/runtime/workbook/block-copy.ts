/** Copies a block of cells to another place, as copy and paste do. */
import type { Rect } from './a1';
import { Formula, type Content } from './content';
import { translateFormula } from './formula/references';
import type { Sheet } from './sheet';
import { Style, type StyleFields } from './style';
import type { ValidationRule } from './validation';
import { resultAsContent } from './writing';

export interface Place {
  readonly sheet: Sheet;
  readonly rect: Rect;
}

/** Which parts of the cells are pasted. */
export interface PasteParts {
  readonly contents?: 'formulas' | 'values';
  readonly styles?: 'all' | 'withoutBorders';
  readonly notes?: boolean;
  readonly rules?: boolean;
  /** Rows become columns. */
  readonly transposed?: boolean;
}

interface CopiedCell {
  readonly content: Content | undefined;
  readonly style: Style | undefined;
  readonly note: string | undefined;
  readonly rule: ValidationRule | undefined;
  readonly row: number;
  readonly column: number;
}

/** The block that a paste fills: as often as the copied block fits, and at least once. */
export function pastedRect(from: Rect, to: Rect, transposed = false): Rect {
  const rows = transposed ? from.columns : from.rows;
  const columns = transposed ? from.rows : from.columns;
  const fits = to.rows % rows === 0 && to.columns % columns === 0;
  return {
    row: to.row,
    column: to.column,
    rows: fits ? to.rows : rows,
    columns: fits ? to.columns : columns,
  };
}

/** `to.rect` is what `pastedRect` gave. References of formulas move along. */
export function pasteBlock(from: Place, to: Place, parts: PasteParts): void {
  const { sheet } = to;
  sheet.demandInside(to.rect);
  from.sheet.workbook.calculation.refresh(from.sheet);
  const cells = from.sheet.contents.read(from.rect, (content, row, column): CopiedCell => ({
    content: parts.contents === 'values' ? resultAsContent(content) : content,
    style: from.sheet.styles.get(row, column),
    note: from.sheet.noteTexts.get(row, column),
    rule: from.sheet.rules.get(row, column),
    row,
    column,
  }));
  const copied = (row: number, column: number): CopiedCell | undefined => {
    const down = row - to.rect.row;
    const across = column - to.rect.column;
    return parts.transposed === true
      ? cells[across % from.rect.rows]?.[down % from.rect.columns]
      : cells[down % from.rect.rows]?.[across % from.rect.columns];
  };
  if (parts.contents !== undefined) {
    sheet.place(to.rect, (row, column) => {
      const cell = copied(row, column);
      return cell?.content instanceof Formula
        ? new Formula(translateFormula(cell.content.text, row - cell.row, column - cell.column))
        : cell?.content;
    });
  }
  if (parts.styles !== undefined) {
    const keepBorders = parts.styles === 'withoutBorders';
    sheet.styles.update(to.rect, (before, row, column) => {
      const style = copied(row, column)?.style;
      return keepBorders ? withBordersOf(style, before) : style;
    });
  }
  if (parts.notes === true) sheet.noteTexts.update(to.rect, (_, row, column) => copied(row, column)?.note);
  if (parts.rules === true) sheet.rules.update(to.rect, (_, row, column) => copied(row, column)?.rule);
  sheet.workbook.contentChanged();
}

const BORDERS = ['borderTop', 'borderBottom', 'borderLeft', 'borderRight'] as const;

function withBordersOf(style: Style | undefined, before: Style | undefined): Style | undefined {
  const fields: Record<string, unknown> = { ...style?.fields };
  for (const border of BORDERS) fields[border] = before?.fields[border];
  return Style.of(fields as StyleFields);
}
