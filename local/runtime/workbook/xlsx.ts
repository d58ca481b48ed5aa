/** Writes a workbook as an .xlsx file. */
import type { CellErrorValue, CellValue, DataValidation, Style, Workbook, Worksheet } from 'exceljs';
import { columnLetters } from './a1';
import type { CellError, Scalar } from './cells/cell';
import { GENERAL } from './cells/number-format';
import { excelFormula } from './formula/excel-formula';
import { adjustFormula } from './formula/references';

export interface XlsxValidation {
  readonly kind: 'checkbox' | 'list';
  /** The texts offered by a list given as texts. */
  readonly values?: readonly string[];
  /** The cells offered by a list given as a range, such as `Lists!$A$1:$A$9`. */
  readonly range?: string;
  /** What a checked and an unchecked box store, where not TRUE and FALSE. */
  readonly checked?: Scalar;
  readonly unchecked?: Scalar;
  readonly allowInvalid: boolean;
  readonly helpText?: string;
}

export interface XlsxCell {
  readonly row: number;
  readonly column: number;
  /** For a formula, its last result. */
  readonly value: Scalar | CellError | null;
  readonly formula?: string;
  readonly format?: string;
  readonly note?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Colours as `#rrggbb`. */
  readonly background?: string;
  readonly fontColor?: string;
  readonly wrap?: boolean;
  readonly horizontalAlignment?: 'left' | 'center' | 'right';
  readonly validation?: XlsxValidation;
}

export interface XlsxSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Column number → pixels, for columns whose width was set. */
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly hiddenColumns?: readonly number[];
  readonly hiddenRows?: readonly number[];
  readonly cells: Iterable<XlsxCell>;
}

export interface XlsxSource {
  readonly name: string;
  readonly sheets: readonly XlsxSheet[];
}

/** Excel takes no longer text in a cell, and no longer name of a tab. */
const LONGEST_TEXT = 32_767;
const LONGEST_TAB_NAME = 31;
/** A list given as texts fits the rule itself up to this length; longer ones go to a hidden tab. */
const LONGEST_INLINE_LIST = 250;
const CHOICES_TAB = 'Drop-down choices';

/** Old tab name → the name in the file. */
type TabNames = ReadonlyMap<string, string>;

/**
 * The file as bytes. Text stays text, formulas keep their last results, dates are numbers with a date format. Names
 * of tabs are shortened where Excel asks for it. A formula that is none is written as the text it is.
 */
export async function writeXlsx(source: XlsxSource): Promise<Uint8Array> {
  // Loaded only when somebody saves: it takes longer to load than everything else here together.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.title = source.name;
  const names = tabNames(source.sheets);
  const choices = new ChoiceLists(workbook);
  for (const sheet of source.sheets) {
    const tab = workbook.addWorksheet(names.get(sheet.name) ?? sheet.name, {
      state: sheet.hidden ? 'hidden' : 'visible',
      views:
        sheet.frozenRows + sheet.frozenColumns > 0
          ? [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: sheet.frozenRows }]
          : [],
    });
    for (const [column, pixels] of sheet.columnWidths)
      tab.getColumn(column).width = widthInCharacters(pixels);
    for (const column of sheet.hiddenColumns ?? []) tab.getColumn(column).hidden = true;
    for (const row of sheet.hiddenRows ?? []) tab.getRow(row).hidden = true;
    for (const cell of sheet.cells) writeCell(tab, cell, sheet.name, names, choices);
  }
  choices.write();
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeCell(
  tab: Worksheet,
  cell: XlsxCell,
  sheet: string,
  names: TabNames,
  choices: ChoiceLists,
): void {
  const target = tab.getCell(cell.row, cell.column);
  target.value = valueOf(cell, sheet, names);
  target.style = styleOf(cell);
  if (cell.note !== undefined && cell.note !== '') target.note = cell.note;
  if (cell.validation !== undefined) target.dataValidation = ruleOf(cell.validation, sheet, names, choices);
}

function valueOf(cell: XlsxCell, sheet: string, names: TabNames): CellValue {
  const { value, formula } = cell;
  const isUnreadable = typeof value === 'object' && value?.error === '#ERROR!';
  if (formula === undefined || isUnreadable) {
    if (typeof value === 'string') return value.slice(0, LONGEST_TEXT);
    return typeof value === 'object' && value !== null ? (formula ?? value.error) : value;
  }
  const text = excelFormula(renamed(formula, sheet, names));
  if (value === null) return { formula: text };
  return { formula: text, result: value as Scalar | CellErrorValue };
}

function renamed(formula: string, sheet: string, names: TabNames): string {
  let text = formula;
  for (const [name, to] of names) {
    if (name !== to) text = adjustFormula(text, sheet, { kind: 'renameSheet', sheet: name, to });
  }
  return text;
}

function styleOf(cell: XlsxCell): Partial<Style> {
  const font = {
    ...(cell.bold === true && { bold: true }),
    ...(cell.italic === true && { italic: true }),
    ...(cell.fontColor !== undefined && { color: { argb: argb(cell.fontColor) } }),
  };
  const alignment = {
    ...(cell.wrap !== undefined && { wrapText: cell.wrap }),
    ...(cell.horizontalAlignment !== undefined && { horizontal: cell.horizontalAlignment }),
  };
  return {
    ...(cell.format !== undefined && cell.format !== GENERAL && { numFmt: cell.format }),
    ...(Object.keys(font).length > 0 && { font }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(cell.background !== undefined && {
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(cell.background) } } as const,
    }),
  };
}

function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`;
}

/** Excel counts widths in digits of 7 pixels, with 5 pixels around them. */
function widthInCharacters(pixels: number): number {
  return Math.max(0, (pixels - 5) / 7);
}

function ruleOf(rule: XlsxValidation, sheet: string, names: TabNames, choices: ChoiceLists): DataValidation {
  return {
    type: 'list',
    allowBlank: true,
    showErrorMessage: !rule.allowInvalid,
    formulae: [listFormula(rule, sheet, names, choices)],
    ...(rule.helpText !== undefined && { showInputMessage: true, prompt: rule.helpText.slice(0, 255) }),
  };
}

function listFormula(rule: XlsxValidation, sheet: string, names: TabNames, choices: ChoiceLists): string {
  if (rule.range !== undefined) return excelFormula(renamed(`=${rule.range}`, sheet, names));
  const texts =
    rule.kind === 'checkbox'
      ? [rule.checked ?? true, rule.unchecked ?? false].map(listText)
      : (rule.values ?? []);
  const inline = texts.join(',');
  const fits = inline.length <= LONGEST_INLINE_LIST && texts.every((text) => !/[,"]/.test(text));
  return fits ? `"${inline}"` : choices.rangeOf(texts);
}

function listText(value: Scalar): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** Lists of choices that a rule cannot hold itself: a column each on a hidden tab. */
class ChoiceLists {
  readonly #lists = new Map<string, { column: number; texts: readonly string[] }>();

  constructor(readonly workbook: Workbook) {}

  rangeOf(texts: readonly string[]): string {
    const key = JSON.stringify(texts);
    const list = this.#lists.get(key) ?? { column: this.#lists.size + 1, texts };
    this.#lists.set(key, list);
    const letters = columnLetters(list.column);
    return `'${CHOICES_TAB}'!$${letters}$1:$${letters}$${Math.max(1, texts.length)}`;
  }

  write(): void {
    if (this.#lists.size === 0) return;
    const tab = this.workbook.addWorksheet(CHOICES_TAB, { state: 'veryHidden' });
    for (const { column, texts } of this.#lists.values()) {
      texts.forEach((text, index) => (tab.getCell(index + 1, column).value = text));
    }
  }
}

/** Names that Excel allows, no two alike. A name that is allowed as it is never changes. */
function tabNames(sheets: readonly XlsxSheet[]): Map<string, string> {
  const names = new Map(sheets.map(({ name }) => [name, allowedName(name)] as const));
  const kept = sheets.flatMap(({ name }) => (names.get(name) === name ? [name.toLowerCase()] : []));
  const taken = new Set([CHOICES_TAB.toLowerCase(), ...kept]);
  for (const [name, allowed] of names) {
    if (name === allowed) continue;
    let candidate = allowed;
    for (let copy = 2; taken.has(candidate.toLowerCase()); copy++) {
      const ending = ` (${copy})`;
      candidate = allowed.slice(0, LONGEST_TAB_NAME - ending.length) + ending;
    }
    taken.add(candidate.toLowerCase());
    names.set(name, candidate);
  }
  return names;
}

function allowedName(name: string): string {
  return name.replace(/[[\]*?:/\\]|^'|'$/g, '_').slice(0, LONGEST_TAB_NAME);
}
