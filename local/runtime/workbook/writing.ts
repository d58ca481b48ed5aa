/** Writes values into cells the way Sheets does: as if typed, checked first, all or nothing. */
import { ScriptError } from '../service-object';
import type { Scalar } from './cells/cell';
import { formatCell, isDateFormat } from './cells/number-format';
import { serialFromDate } from './cells/dates';
import { dayFormat } from './cells/locale';
import { typeText } from './cells/typing';
import { Formula, isError, resultOf, type Content } from './content';
import { MAX_CHARACTERS } from './limits';
import { demandEdit } from './protection';
import type { Sheet } from './sheet';
import { Style } from './style';
import { accepts, listOptions, violation, type ValidationRule } from './validation';
import type { Workbook } from './workbook';

interface Typed {
  readonly content: Content | undefined;
  /** The format that typing gives to a cell without one. */
  readonly format?: string;
}

const EMPTY: Typed = { content: undefined };

/** Range.setValues; rows may be ragged. The caller has compared the size with the range. */
export function writeValues(
  sheet: Sheet,
  row: number,
  column: number,
  values: readonly (readonly unknown[])[],
  person?: string,
): void {
  const columns = values.reduce((widest, line) => Math.max(widest, line.length), 0);
  const rect = { row, column, rows: values.length, columns };
  sheet.demandInside(rect);
  if (person !== undefined) demandEdit(sheet, rect, person);
  const options = new Map<ValidationRule, readonly string[]>();
  const typed = values.map((line, down) =>
    line.map((value, across) => {
      const style = sheet.styles.get(row + down, column + across);
      const cell = typeValue(value, style, sheet.workbook);
      demandValid(sheet, row + down, column + across, cell, options);
      return cell;
    }),
  );
  sheet.place(rect, (r, c) => {
    const cell = typed[r - row]?.[c - column];
    return cell === undefined ? sheet.contents.get(r, c) : cell.content;
  });
  typed.forEach((line, down) =>
    line.forEach(({ format }, across) => giveFormat(sheet, row + down, column + across, format)),
  );
}

/** A person types into one cell. */
export function typeIntoCell(
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
  person?: string,
): { oldValue: string | undefined; value: string } {
  sheet.demandInside({ row, column, rows: 1, columns: 1 });
  const before = sheet.subject(row, column).value;
  writeValues(sheet, row, column, [[text]], person);
  return { oldValue: before === null ? undefined : String(before), value: text };
}

/** What a value of a script becomes in a cell with this style. */
function typeValue(value: unknown, style: Style | undefined, workbook: Workbook): Typed {
  switch (typeof value) {
    case 'string':
      return typeString(value, style, workbook);
    case 'boolean':
      return { content: value };
    case 'number':
      if (!Number.isFinite(value)) throw unknownBehaviour(String(value));
      return { content: value };
    case 'undefined':
      return EMPTY;
    default:
      if (value === null) return EMPTY;
      return value instanceof Date ? typeDate(value, workbook) : typeString(String(value), style, workbook);
  }
}

function typeString(text: string, style: Style | undefined, workbook: Workbook): Typed {
  if (text === '') return EMPTY;
  if (text.length > MAX_CHARACTERS) {
    throw new ScriptError(
      `Your input contains more than the maximum of ${MAX_CHARACTERS} characters in a single cell.`,
    );
  }
  // Half of a surrogate pair cannot be stored.
  const whole = text.replace(/\p{Surrogate}/gu, '\uFFFD');
  if (style?.isPlainText === true) return { content: whole };
  const typed = typeText(whole, {
    locale: workbook.locale,
    timeZone: workbook.timeZone,
    now: workbook.now(),
  });
  switch (typed.kind) {
    case 'formula':
      return { content: new Formula(typed.formula) };
    case 'value':
      return typed.format === undefined
        ? { content: typed.value }
        : { content: typed.value, format: typed.format };
    default:
      return EMPTY;
  }
}

function typeDate(date: Date, workbook: Workbook): Typed {
  const ms = date.getTime();
  if (Number.isNaN(ms)) throw unknownBehaviour('an invalid Date');
  const serial = serialFromDate(ms, workbook.timeZone);
  const day = dayFormat(workbook.locale);
  return { content: serial, format: Number.isInteger(serial) ? day : `${day} H:mm:ss` };
}

/** The platform's answer to these values is not documented, so nothing may come to depend on one. */
function unknownBehaviour(what: string): ScriptError {
  return new ScriptError(`The local Apps Script refuses to write ${what}: what Sheets stores is not known.`);
}

function demandValid(
  sheet: Sheet,
  row: number,
  column: number,
  { content, format }: Typed,
  options: Map<ValidationRule, readonly string[]>,
): void {
  const rule = sheet.rules.get(row, column);
  if (rule === undefined || rule.allowInvalid || content instanceof Formula) return;
  const shown = sheet.styles.get(row, column)?.fields.format ?? format;
  const subject = {
    value: content ?? null,
    text: formatCell(content ?? null, shown, sheet.workbook.locale),
    isDate: isDateFormat(shown),
  };
  const offered = (): readonly string[] => {
    const known = options.get(rule) ?? listOptions(rule);
    options.set(rule, known);
    return known;
  };
  if (!accepts(rule, subject, sheet.serial, offered)) throw violation(row, column);
}

function giveFormat(sheet: Sheet, row: number, column: number, format: string | undefined): void {
  if (format === undefined) return;
  const style = sheet.styles.get(row, column);
  if (style?.fields.format === undefined) sheet.styles.set(row, column, Style.with(style, 'format', format));
}

/** What copying a cell's result leaves: its value without the formula. */
export function resultAsContent(content: Content | undefined): Scalar | undefined {
  const result = resultOf(content);
  return isError(result) ? result.error : (result ?? undefined);
}
