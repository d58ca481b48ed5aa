/** How a tab is to be read for an upload, while a person chooses it. */
import type {
  UploadFieldInfo,
  UploadMappingInfo,
  UploadOptions,
  UploadTargetInfo,
} from '../../src/app/upload/contract';
import type { Mapping } from '../../src/core/upload/choices';

/** What is uploaded to where: a tab, and one of the targets. */
export interface UploadPick {
  readonly tab: string;
  readonly target: string;
}

export interface UploadDraft {
  readonly mapping: Mapping;
  readonly options: UploadOptions;
}

/** What `api` is told of an upload. */
export interface UploadOrder extends UploadPick, UploadDraft {}

export function draftOf({ mapping, options }: UploadMappingInfo): UploadDraft {
  return { mapping, options };
}

/** Constants that nobody has typed yet are none. */
export function orderOf({ tab, target }: UploadPick, { mapping, options }: UploadDraft): UploadOrder {
  const { constants, ...others } = options;
  const typed = Object.entries(constants ?? {}).filter(([, text]) => text.trim() !== '');
  return {
    ...{ tab, target, mapping },
    options: typed.length === 0 ? others : { ...others, constants: Object.fromEntries(typed) },
  };
}

export function columnsOf({ mapping }: Pick<UploadDraft, 'mapping'>, field: string): readonly string[] {
  const columns = mapping[field] ?? [];
  return typeof columns === 'string' ? [columns] : columns;
}

/** With the columns that fill a field; [] for none. */
export function withColumns(draft: UploadDraft, field: string, columns: readonly string[]): UploadDraft {
  const [first, ...more] = columns;
  const filled = first === undefined ? {} : { [field]: more.length === 0 ? first : columns };
  return { ...draft, mapping: { ...without(draft.mapping, field), ...filled } };
}

/** With what every row has that has no value of its own; null for nothing. */
export function withConstant(draft: UploadDraft, field: string, text: string | null): UploadDraft {
  const others = without(draft.options.constants ?? {}, field);
  return withOptions(draft, { constants: text === null ? others : { ...others, [field]: text } });
}

/** With what a word of a field's column becomes. */
export function withWord(draft: UploadDraft, field: string, word: string, becomes: string): UploadDraft {
  const { values = {} } = draft.options;
  const words = Object.entries(values[field] ?? {}).filter(([other]) => !sameWord(other, word));
  return withOptions(draft, {
    values: { ...values, [field]: { ...Object.fromEntries(words), [word]: becomes } },
  });
}

/** With what somebody pays for a licence, or how many seats of it are free; null takes it away. */
export function withLicence(
  draft: UploadDraft,
  licence: string,
  part: 'price' | 'unassigned',
  amount: number | null,
): UploadDraft {
  const { licences = {} } = draft.options;
  const { [part]: _before, ...others } = licences[licence] ?? {};
  const facts = amount === null ? others : { ...others, [part]: amount };
  return withOptions(draft, { licences: { ...licences, [licence]: facts } });
}

export function withOptions(draft: UploadDraft, change: Partial<UploadOptions>): UploadDraft {
  return { ...draft, options: { ...draft.options, ...change } };
}

/** With the tab that goes along for another target; '' for none. */
export function withCompanion(draft: UploadDraft, target: string, tab: string): UploadDraft {
  const others = (draft.options.with ?? []).filter((one) => one.target !== target);
  return withOptions(draft, { with: tab === '' ? others : [...others, { tab, target }] });
}

/** What a word becomes by now; null for one that nobody understands. */
export function becomesOf(
  { options }: UploadDraft,
  field: string,
  { word, becomes }: UploadMappingInfo['words'][string][number],
): string | null {
  const chosen = Object.entries(options.values?.[field] ?? {}).find(([other]) => sameWord(other, word));
  return chosen ? chosen[1] : becomes;
}

/** What is still missing before a tab can be checked. */
export interface Gaps {
  readonly fields: readonly UploadFieldInfo[];
  /** Words of choices that mean nothing yet. */
  readonly words: number;
  readonly place: boolean;
  /** Targets that need a tab of their own. */
  readonly companions: readonly string[];
}

export function gapsOf(
  target: UploadTargetInfo,
  info: UploadMappingInfo,
  draft: UploadDraft,
  needs: readonly string[],
): Gaps {
  // A required field without a column of its own may be made of others: only the server knows.
  const needed = (field: UploadFieldInfo): boolean =>
    field.required && (info.missing.includes(field.key) || info.mapping[field.key] !== undefined);
  const words = target.fields
    .filter(({ key, type }) => type === 'choice' && columnsOf(draft, key).length > 0)
    .flatMap(({ key }) => (info.words[key] ?? []).filter((one) => becomesOf(draft, key, one) === null));
  const { place, with: others = [], constants = {} } = draft.options;
  return {
    fields: target.fields.filter(
      (field) => needed(field) && columnsOf(draft, field.key).length === 0 && !constants[field.key]?.trim(),
    ),
    words: words.length,
    place: target.place !== undefined && !place,
    companions: needs.filter((one) => !others.some((other) => other.target === one)),
  };
}

export function hasGaps({ fields, words, place, companions }: Gaps): boolean {
  return fields.length + words + companions.length > 0 || place;
}

/** Columns that no field takes by now, in order. */
export function unusedColumns(info: UploadMappingInfo, draft: UploadDraft): readonly string[] {
  const used = new Set(Object.keys(draft.mapping).flatMap((field) => columnsOf(draft, field)));
  return info.columns.map(({ name }) => name).filter((name) => !used.has(name));
}

/** How many of the target's fields have a column or something for all rows. */
export function filledFields(target: UploadTargetInfo, draft: UploadDraft): number {
  return target.fields.filter(
    ({ key }) => columnsOf(draft, key).length > 0 || draft.options.constants?.[key]?.trim(),
  ).length;
}

function sameWord(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function without<Value>(all: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(all).filter(([other]) => other !== key));
}
