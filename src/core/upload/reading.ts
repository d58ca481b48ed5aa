/** Reads the rows of a tab by a target's fields, and says of each row what is wrong with it. */
import type { Mapping, UploadChoices } from './choices';
import { dateProblems } from './date-problems';
import type { ReadRow, UploadPart, UploadValue } from './package';
import type { Problem } from './problem';
import type { Fault } from './reading/fault';
import { settledChoices } from './settled-choices';
import { shapeProblems } from './shape-problems';
import type { SheetRow, UploadSheet } from './sheet';
import { cellReader, type Source, sourcesOf } from './source';
import type { UploadField, UploadTarget } from './target';
import type { UploadTemplate } from './template';

/** A field with where its values come from. */
interface Filled {
  readonly field: UploadField;
  readonly sources: readonly Source[];
  /** What rows without a value of their own have. */
  readonly constant?: UploadValue;
}

/** Reads every row that is not blank. Never throws, whatever the cells hold; columns that the tab does not have are passed over. */
export function readRows(
  sheet: UploadSheet,
  target: UploadTarget,
  mapping: Mapping,
  template: UploadTemplate | null,
  choices: UploadChoices,
): UploadPart {
  const settled = settledChoices(choices, target, template);
  const problems: Problem[] = [...shapeProblems(sheet)];
  const filled = target.fields.map((field): Filled => {
    const sources = sourcesOf(field, sheet, mapping, template, settled);
    problems.push(...sources.flatMap((source) => dateProblems(source, field, sheet)));
    const given = settled.constants?.[field.key] ?? '';
    const { value, fault } = cellReader(field, sheet, settled)(given);
    if (fault) problems.push(problemOf(fault, field, undefined));
    return { field, sources, ...(value === undefined ? {} : { constant: value }) };
  });
  problems.push(...missingColumns(filled));
  const finish = finisher(target);
  return {
    tab: sheet.tab,
    target,
    rows: sheet.rows.map((row) => readRow(row, filled, finish)),
    choices: settled,
    columns: Object.fromEntries(
      filled.flatMap(({ field, sources: [first] }) => (first ? [[field.key, first.column]] : [])),
    ),
    problems,
  };
}

function readRow(
  { row, cells }: SheetRow,
  filled: readonly Filled[],
  finish: (values: Record<string, UploadValue>) => void,
): ReadRow {
  const values: Record<string, UploadValue> = {};
  const problems: Problem[] = [];
  const unread = new Set<string>();
  for (const { field, sources, constant } of filled) {
    let value: UploadValue | undefined;
    for (const source of sources) {
      const reading = source.read(cells[source.at] ?? '');
      if (reading.fault) {
        problems.push({ ...problemOf(reading.fault, field, source.column), row });
        unread.add(field.key);
      } else if (reading.value !== undefined) value = joined(field, value, reading.value);
    }
    // A value that could not be read is not one that is missing: no constant may stand in for it.
    if (!unread.has(field.key)) value ??= constant;
    if (value !== undefined) values[field.key] = value;
  }
  finish(values);
  for (const { field, sources } of filled) {
    if (!field.required || values[field.key] !== undefined || unread.has(field.key)) continue;
    const missing: Fault = {
      code: 'missingValue',
      message: `“${field.label}” is empty.`,
      remedy: 'Fill it in, or leave the row out.',
    };
    problems.push({ ...problemOf(missing, field, sources[0]?.column), row });
  }
  return { row, values, problems };
}

function problemOf(
  { code, message, remedy }: Fault,
  { key }: UploadField,
  column: string | undefined,
): Problem {
  return {
    severity: 'error',
    code,
    field: key,
    ...(column === undefined ? {} : { column }),
    message,
    remedy,
  };
}

/** What several columns of one field become. */
function joined({ several }: UploadField, before: UploadValue | undefined, value: UploadValue): UploadValue {
  if (before === undefined) return value;
  if (several === 'newest') return before < value ? value : before;
  if (several !== 'all') return before;
  if (typeof before === 'object' && typeof value === 'object') return [...new Set([...before, ...value])];
  return before === value ? before : `${String(before)} ${String(value)}`;
}

/** What fields take from each other once all are read: a whole name becomes first and last, an e-mail address an id. */
function finisher(target: UploadTarget): (values: Record<string, UploadValue>) => void {
  const keyOf = (meaning: string): string =>
    target.fields.find((field) => field.meaning === meaning)?.key ?? '';
  const [name, first, last] = [keyOf('name'), keyOf('firstName'), keyOf('lastName')];
  const isHelp = target.fields.some(({ key, sent }) => key === name && sent === false);
  const fallbacks = target.fields.flatMap(({ key, fallback }) =>
    fallback === undefined ? [] : [[key, fallback] as const],
  );
  return (values) => {
    const whole = values[name];
    if (isHelp && typeof whole === 'string' && values[first] === undefined && values[last] === undefined) {
      const [given, family] = splitName(whole);
      if (given !== '') values[first] = given;
      if (family !== '') values[last] = family;
    }
    for (const [key, fallback] of fallbacks) {
      const value = values[fallback];
      if (values[key] === undefined && value !== undefined) values[key] = value;
    }
  };
}

/** First and last name of “Ann van der Lee” or “van der Lee, Ann”. */
function splitName(whole: string): readonly [string, string] {
  const name = whole.replace(/\s+/g, ' ').trim();
  const comma = name.indexOf(',');
  if (comma >= 0) return [name.slice(comma + 1).trim(), name.slice(0, comma).trim()];
  const blank = name.indexOf(' ');
  return blank < 0 ? [name, ''] : [name.slice(0, blank), name.slice(blank + 1)];
}

function missingColumns(filled: readonly Filled[]): readonly Problem[] {
  const has = new Set(
    filled
      .filter(({ sources, constant }) => sources.length > 0 || constant !== undefined)
      .map(({ field }) => field.key),
  );
  return filled
    .filter(({ field: { key, required, fallback } }) => required && !has.has(key) && !has.has(fallback ?? ''))
    .map(({ field }) => ({
      severity: 'error',
      code: 'missingColumn',
      field: field.key,
      message: `No column fills “${field.label}”, which every row needs.`,
      remedy: 'Choose the column that holds it, or say what every row has.',
    }));
}
