/** Range: copying, filling, sorting and merging. */
import type { EnumValue } from '../../service-object';
import { pasteBlock, pastedRect, type PasteParts } from '../../workbook/block-copy';
import { breakApart, mergeBlocks, mergesIn } from '../../workbook/merging';
import { reorderRows, type SortKey } from '../../workbook/sorting';
import { mismatch } from '../signature';
import { demand, flag, list, oneOf, options, whole, type Kind } from './arguments';
import { CopyPasteType } from './enums';
import type { Range } from './range';
import { demandChange } from './range-contents';
import { areaOf, isRange } from './range-place';
import { RangeRules } from './range-rules';
import type { Area } from './session';

const EVERYTHING: PasteParts = { contents: 'formulas', styles: 'all', notes: true, rules: true };

/** https://developers.google.com/apps-script/reference/spreadsheet/copy-paste-type */
const PARTS: Readonly<Record<string, PasteParts>> = {
  PASTE_NORMAL: EVERYTHING,
  PASTE_NO_BORDERS: { ...EVERYTHING, styles: 'withoutBorders' },
  PASTE_FORMAT: { styles: 'all' },
  PASTE_FORMULA: { contents: 'formulas' },
  PASTE_DATA_VALIDATION: { rules: true },
  PASTE_VALUES: { contents: 'values' },
};

const pasteType: Kind = (value) =>
  oneOf(CopyPasteType)(value) && PARTS[(value as EnumValue).name] !== undefined;

export abstract class RangeMoves extends RangeRules {
  copyTo(
    destination: Range,
    how?: EnumValue | { formatOnly?: boolean; contentsOnly?: boolean },
    transposed?: boolean,
  ): void {
    const args = [destination, how, transposed];
    demand('Range.copyTo', args, [isRange], [isRange, options], [isRange, pasteType, flag]);
    const target = areaOf(destination);
    const parts = partsOf(how);
    paste(areaOf(this), target, transposed === true ? { ...parts, transposed } : parts);
  }

  copyFormatToRange(
    sheet: object | number,
    column: number,
    columnEnd: number,
    row: number,
    rowEnd: number,
  ): void {
    paste(areaOf(this), this.#target('copyFormatToRange', sheet, column, columnEnd, row, rowEnd), {
      styles: 'all',
    });
  }

  copyValuesToRange(
    sheet: object | number,
    column: number,
    columnEnd: number,
    row: number,
    rowEnd: number,
  ): void {
    paste(areaOf(this), this.#target('copyValuesToRange', sheet, column, columnEnd, row, rowEnd), {
      contents: 'values',
    });
  }

  /** A column, `{column, ascending}`, or a list of either; columns count on the tab. */
  sort(sortSpecObj: unknown): this {
    const area = areaOf(this);
    const specs = Array.isArray(sortSpecObj) ? sortSpecObj : [sortSpecObj];
    const keys = specs.map(sortKey);
    if (keys.length === 0 || keys.some((key) => key === null)) {
      throw mismatch('SpreadsheetApp.Range.sort', [sortSpecObj]);
    }
    demandChange(area);
    area.tab.sort(area.rect, keys as SortKey[]);
    return this;
  }

  /** Puts the rows into an order by chance. */
  randomize(): this {
    const area = areaOf(this);
    demandChange(area);
    const order = Array.from({ length: area.rect.rows }, (_, line) => line);
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(area.session.host.random() * (last + 1));
      [order[last], order[other]] = [order[other] as number, order[last] as number];
    }
    reorderRows(area.tab, area.rect, order);
    return this;
  }

  /** Takes out rows whose values, whatever their case, stand further up; columns count on the tab. */
  removeDuplicates(columnsToCompare?: number[]): Range {
    demand('Range.removeDuplicates', [columnsToCompare], [], [list]);
    const area = areaOf(this);
    demandChange(area);
    const { tab, rect, session } = area;
    const columns =
      columnsToCompare ?? Array.from({ length: rect.columns }, (_, offset) => rect.column + offset);
    const seen = new Set<string>();
    const kept: number[] = [];
    const dropped: number[] = [];
    for (let line = 0; line < rect.rows; line++) {
      const key = JSON.stringify(
        columns.map((column) => tab.subject(rect.row + line, column).text.toLowerCase()),
      );
      (seen.has(key) ? dropped : kept).push(line);
      seen.add(key);
    }
    reorderRows(tab, rect, [...kept, ...dropped]);
    if (dropped.length > 0) {
      tab.clearContents({ ...rect, row: rect.row + kept.length, rows: dropped.length });
    }
    return session.range(tab, { ...rect, rows: kept.length });
  }

  merge(): this {
    return this.#merge(1, 1);
  }

  /** Each row becomes one cell. */
  mergeAcross(): this {
    return this.#merge(areaOf(this).rect.rows, 1);
  }

  /** Each column becomes one cell. */
  mergeVertically(): this {
    return this.#merge(1, areaOf(this).rect.columns);
  }

  breakApart(): this {
    const area = areaOf(this);
    demandChange(area);
    breakApart(area.tab, area.rect);
    return this;
  }

  getMergedRanges(): Range[] {
    const { session, tab, rect } = areaOf(this);
    return mergesIn(tab, rect).flatMap((merge) =>
      merge.rect === null ? [] : [session.range(tab, merge.rect)],
    );
  }

  isPartOfMerge(): boolean {
    const { tab, rect } = areaOf(this);
    return mergesIn(tab, rect).length > 0;
  }

  /** Splits the range into so many blocks down and across, and merges each. */
  #merge(down: number, across: number): this {
    const area = areaOf(this);
    demandChange(area);
    const { rect } = area;
    const rows = rect.rows / down;
    const columns = rect.columns / across;
    const blocks = Array.from({ length: down * across }, (_, index) => ({
      row: rect.row + Math.floor(index / across) * rows,
      column: rect.column + (index % across) * columns,
      rows,
      columns,
    }));
    mergeBlocks(area.tab, rect, blocks);
    return this;
  }

  #target(
    method: string,
    sheet: object | number,
    column: number,
    columnEnd: number,
    row: number,
    rowEnd: number,
  ): Area {
    const args = [sheet, column, columnEnd, row, rowEnd];
    demand(`Range.${method}`, args, [sheetOrId, whole, whole, whole, whole]);
    const { session } = areaOf(this);
    const id = typeof sheet === 'number' ? sheet : (sheet as { getSheetId(): number }).getSheetId();
    const tab = session.workbook.sheetById(id);
    if (tab === null) throw mismatch(`SpreadsheetApp.Range.${method}`, args);
    const rect = { row, column, rows: rowEnd - row + 1, columns: columnEnd - column + 1 };
    return areaOf(session.rangeAt(tab, rect));
  }
}

const sheetOrId: Kind = (value) =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && 'getSheetId' in value);

function partsOf(how: EnumValue | { formatOnly?: boolean; contentsOnly?: boolean } | undefined): PasteParts {
  if (how === undefined) return EVERYTHING;
  if ('enumName' in how) return PARTS[how.name] ?? EVERYTHING;
  if (how.contentsOnly === true) return { contents: 'values' };
  return how.formatOnly === true ? { styles: 'all' } : EVERYTHING;
}

function paste(from: Area, to: Area, parts: PasteParts): void {
  const rect = pastedRect(from.rect, to.rect, parts.transposed);
  to.tab.demandInside(rect);
  to.session.demandEdit(to.tab, rect);
  pasteBlock({ sheet: from.tab, rect: from.rect }, { sheet: to.tab, rect }, parts);
}

function sortKey(spec: unknown): SortKey | null {
  if (typeof spec === 'number') return { column: spec, ascending: true };
  if (typeof spec !== 'object' || spec === null || !('column' in spec)) return null;
  const { column, ascending = true } = spec as { column: unknown; ascending?: unknown };
  return typeof column === 'number' ? { column, ascending: ascending === true } : null;
}
