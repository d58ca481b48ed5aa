/** Which column fills which field: as somebody saved it, else as the headers say. */
import { AppError } from '../../core/errors';
import { cellText } from '../../core/table/codec/text';
import type { Mapping } from '../../core/upload/choices';
import { columnIndex, matchColumns } from '../../core/upload/matching';
import { recognise } from '../../core/upload/recognition';
import type { UploadSheet } from '../../core/upload/sheet';
import type { UploadTarget } from '../../core/upload/target';
import type { UploadTemplate } from '../../core/upload/template';
import { wordsOf } from '../../core/upload/words';
import type { Ports } from '../../ports';
import type { UploadApi, UploadMappingInfo, UploadOptions } from './contract';
import { UploadMemory, type UploadSettings } from './memory';
import { findTarget, type FoundTarget, templatesFor } from './targets';
import { openTab, type OpenedTab } from './upload-sheet';

/** Rows in which an example of a column is looked for, and how long one may be. */
const EXAMPLE_ROWS = 200;
const EXAMPLE_CHARACTERS = 60;

/** How a tab is read for a target. */
export interface ChosenMapping {
  /** Every column by the name that the sheet gives it. */
  readonly mapping: Mapping;
  readonly template: UploadTemplate;
  readonly options: UploadOptions;
  readonly origin: UploadMappingInfo['origin'];
}

export interface GivenMapping {
  readonly mapping?: Mapping | undefined;
  readonly options?: UploadOptions | undefined;
}

/**
 * What is given goes before what is remembered, and that before what the headers say. Throws BAD_REQUEST for a template that is
 * not for the target, UNKNOWN_FIELD, and UNKNOWN_COLUMN where a column is gone that was chosen.
 */
export function chooseMapping(
  sheet: UploadSheet,
  { provider, target }: Pick<FoundTarget, 'provider' | 'target'>,
  remembered: UploadSettings | null,
  { mapping: given, options: wanted = {} }: GivenMapping,
): ChosenMapping {
  const recognised = recognise(sheet.columns, templatesFor(target.target));
  const template = chosenTemplate(target, wanted.template, remembered?.template) ?? recognised ?? blank();
  const options: UploadOptions = { ...remembered?.options, ...wanted, template: template.template };
  if (given) {
    const unknown = Object.keys(given).find((key) => !hasField(target, key));
    if (unknown !== undefined) {
      const subject = target.plural;
      throw new AppError('UNKNOWN_FIELD', { provider: provider.title, field: unknown, subject });
    }
    return { mapping: named(sheet, target, given), template, options, origin: 'remembered' };
  }
  if (remembered?.template === template.template) {
    const mapping = named(sheet, target, remembered.mapping);
    return { mapping, template, options, origin: 'remembered' };
  }
  const { mapping } = matchColumns(sheet, target, template);
  return { mapping, template, options, origin: template === recognised ? 'recognised' : 'guessed' };
}

/** How the tab would be read. What is remembered does not hold where a column of it is gone. */
export function uploadMapping(
  ports: Ports,
  { tab, target, template }: UploadApi['uploadMapping']['payload'],
): UploadMappingInfo {
  const found = findTarget(ports, target);
  const opened = openTab(ports, tab);
  const remembered = new UploadMemory(ports).settingsOf(opened.tab.id, target);
  const options = template === undefined ? undefined : { template };
  return viewMapping(opened, found, matchedAnew(opened.sheet, found, remembered, { options }));
}

/** Answers as uploadMapping would from now on. Throws as chooseMapping does. */
export function uploadRemember(
  ports: Ports,
  { tab, target, mapping, options }: UploadApi['uploadRemember']['payload'],
): UploadMappingInfo {
  const found = findTarget(ports, target);
  const opened = openTab(ports, tab);
  const memory = new UploadMemory(ports);
  const before = memory.settingsOf(opened.tab.id, target);
  const chosen = chooseMapping(opened.sheet, found, before, { mapping, options });
  memory.keepSettings(opened.tab, target, settingsOf(chosen));
  return viewMapping(opened, found, chosen);
}

/** What is worth remembering of a choice: not what holds for one sending only. */
export function settingsOf(chosen: {
  readonly mapping: Mapping;
  readonly options: UploadOptions;
  readonly template: Pick<UploadTemplate, 'template'>;
}): Omit<UploadSettings, 'at'> {
  const {
    confirmed: _confirmed,
    seal: _seal,
    openSync: _openSync,
    again: _again,
    ...options
  } = chosen.options;
  return { mapping: chosen.mapping, options, template: chosen.template.template };
}

function matchedAnew(
  sheet: UploadSheet,
  found: FoundTarget,
  remembered: UploadSettings | null,
  given: GivenMapping,
): ChosenMapping {
  try {
    return chooseMapping(sheet, found, remembered, given);
  } catch (thrown) {
    if (!remembered || AppError.from(thrown).code !== 'UNKNOWN_COLUMN') throw thrown;
    const { template: _template, ...options } = remembered.options;
    return chooseMapping(sheet, found, null, { options: { ...options, ...given.options } });
  }
}

/** What is asked for, or what was used last time where there still is one of that name. */
function chosenTemplate(
  target: UploadTarget,
  wanted: string | undefined,
  remembered: string | undefined,
): UploadTemplate | undefined {
  const fitting = templatesFor(target.target);
  const found = fitting.find(({ template }) => template === (wanted ?? remembered));
  if (!found && wanted !== undefined) {
    throw new AppError('BAD_REQUEST', { problem: `no template “${wanted}” is for ${target.plural}` });
  }
  return found;
}

function blank(): UploadTemplate {
  const found = templatesFor('').find(({ targets }) => targets.length === 0);
  if (!found) throw new AppError('BUG', { problem: 'there is no template for everything' });
  return found;
}

function hasField({ fields }: UploadTarget, key: string): boolean {
  return fields.some((field) => field.key === key);
}

/** With the names that the sheet itself gives its columns, without fields that nothing fills or that are gone. */
function named(sheet: UploadSheet, target: UploadTarget, mapping: Mapping): Mapping {
  const name = (column: string): string => {
    const found = sheet.columns[columnIndex(sheet, column)];
    if (found !== undefined) return found;
    const known = sheet.columns.map((each) => `“${each}”`).join(', ');
    throw new AppError('UNKNOWN_COLUMN', { tab: sheet.tab, column, known }, { tab: sheet.tab });
  };
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([key, columns]) => {
      const names = (typeof columns === 'string' ? [columns] : columns).filter((column) => column !== '');
      if (names.length === 0 || !hasField(target, key)) return [];
      return [[key, typeof columns === 'string' ? name(columns) : names.map(name)] as const];
    }),
  );
}

function viewMapping(
  { tab, sheet }: OpenedTab,
  { target }: FoundTarget,
  { mapping, template, options, origin }: ChosenMapping,
): UploadMappingInfo {
  const columns = sheet.columns.map((name, column) => ({ name, example: exampleOf(sheet, column) }));
  return {
    tab: tab.name,
    target: target.target,
    mapping,
    unmatched: unusedColumns(sheet, mapping),
    missing: target.fields
      .filter(
        ({ key, required, meaning, fallback }) =>
          required &&
          mapping[key] === undefined &&
          (options.constants?.[key] ?? template.constants[meaning] ?? '') === '' &&
          (fallback === undefined || mapping[fallback] === undefined),
      )
      .map(({ key }) => key),
    columns: columns.filter(({ example }, at) => example !== '' || sheet.headers[at] !== ''),
    options,
    template: template.template,
    origin,
    words: wordsOf(sheet, target, mapping, template, options),
  };
}

/** Columns that go nowhere, without those in which nothing stands. */
export function unusedColumns(sheet: UploadSheet, mapping: Mapping): readonly string[] {
  const used = new Set(Object.values(mapping).flat());
  return sheet.columns.filter(
    (column, at) => !used.has(column) && (sheet.headers[at] !== '' || exampleOf(sheet, at) !== ''),
  );
}

/** The first text of the column. */
function exampleOf({ rows, timeZone }: UploadSheet, column: number): string {
  const found = rows.slice(0, EXAMPLE_ROWS).find(({ cells }) => (cells[column] ?? '') !== '');
  return cellText(found?.cells[column] ?? '', { timeZone }).slice(0, EXAMPLE_CHARACTERS);
}
