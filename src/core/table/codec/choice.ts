/** Options, people and lists: labels and addresses as text, several joined with ", ". */
import type { CellValue } from '../../../ports/grid';
import type { Field, FieldOption } from '../field';
import { GENERAL } from '../typed-text';
import { type Codec, type CodecContext, type Decoded, misread } from './codec';
import { personOf, textOf } from './remote-shape';
import { cellText, isCut, textCell } from './text';

/** Look-ups of a field's options, made once for each list of them. */
interface OptionIndex {
  /** Label by value, by label, and by label in lower case, in this order of trust. */
  readonly labels: ReadonlyMap<string, string>;
  /** Labels that hold a comma, the longest first: splitting at commas would cut them. */
  readonly withComma: readonly string[];
}

const indexes = new WeakMap<readonly FieldOption[], OptionIndex>();
const NO_OPTIONS: readonly FieldOption[] = [];

function indexOf({ options = NO_OPTIONS }: Field): OptionIndex {
  const known = indexes.get(options);
  if (known) return known;
  const labels = new Map<string, string>();
  for (const { label } of options) labels.set(label.toLowerCase(), label);
  for (const { label } of options) labels.set(label, label);
  for (const { value, label } of options) labels.set(value, label);
  const withComma = options
    .map(({ label }) => label)
    .filter((label) => label.includes(','))
    .sort((one, other) => other.length - one.length);
  const index = { labels, withComma };
  indexes.set(options, index);
  return index;
}

/** The label of an option that is named by value or label; text that names none stays as it is. */
function labelOf(field: Field, text: string): string {
  const name = text.trim();
  const { labels } = indexOf(field);
  return labels.get(name) ?? labels.get(name.toLowerCase()) ?? name;
}

/** The e-mail address of “Tony Stark <tony@stark.com>”; addresses in lower case, other names as they are. */
function personName(_field: Field, text: string): string {
  const name = (/<([^<>\s]+@[^<>\s]+)>\s*$/.exec(text)?.[1] ?? text).trim();
  return name.includes('@') ? name.toLowerCase() : name;
}

/** Splits a joined text into its items; option labels that hold commas are kept whole. */
export function splitItems(field: Field, text: string): string[] {
  const { withComma } = indexOf(field);
  const items: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const whole = withComma.find(
      (label) => rest.startsWith(label) && /^\s*(,|$)/.test(rest.slice(label.length)),
    );
    const end = whole === undefined ? rest.indexOf(',') : whole.length;
    const item = (end < 0 ? rest : rest.slice(0, end)).trim();
    if (item !== '') items.push(item);
    rest = end < 0 ? '' : rest.slice(end).replace(/^\s*,?\s*/, '');
  }
  return items;
}

/** Whether two canonical texts name the same things, in whatever order. */
export function sameItems(field: Field, one: string, other: string): boolean {
  // Joined alike, the same items make texts of one length: most texts that differ need no splitting.
  if (one.length !== other.length) return false;
  const sorted = (text: string): string => JSON.stringify(splitItems(field, text).sort());
  return sorted(one) === sorted(other);
}

type Naming = (field: Field, text: string) => string;

function decodeText(cell: CellValue, context: CodecContext, read: (text: string) => string): Decoded {
  const text = cellText(cell, context);
  if (isCut(text)) return misread(text, 'The text was cut because a cell cannot hold it');
  return { ok: true, value: read(text) };
}

/** One thing that has a name. */
function single(show: (field: Field, raw: unknown) => string, naming: Naming): Codec {
  return {
    format: GENERAL,
    encode: (field, raw) => textCell(show(field, raw)),
    decode: (field, cell, context) => decodeText(cell, context, (text) => naming(field, text)),
  };
}

/** Several of them: an array, or one text with commas. */
function several(show: (field: Field, raw: unknown) => string, naming: Naming): Codec {
  return {
    format: GENERAL,
    encode: (field, raw) => {
      const items = Array.isArray(raw) ? raw : typeof raw === 'string' ? splitItems(field, raw) : [raw];
      const shown = items.map((item) => show(field, item)).filter((text) => text !== '');
      return textCell(shown.join(', '));
    },
    decode: (field, cell, context) =>
      decodeText(cell, context, (text) =>
        splitItems(field, text)
          .map((item) => naming(field, item))
          .join(', '),
      ),
  };
}

/** {label, value} is looked up by its value first: the list of options has the label of today. */
function showOption(field: Field, raw: unknown): string {
  if (raw !== null && typeof raw === 'object' && !Array.isArray(raw)) {
    const { value } = raw as Record<string, unknown>;
    const label = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    const known = field.options?.find((option) => option.value === label)?.label;
    if (known !== undefined) return known;
  }
  return labelOf(field, textOf(raw));
}

const showPerson = (_field: Field, raw: unknown): string => personOf(raw);
const showText = (_field: Field, raw: unknown): string => textOf(raw);
const asItStands: Naming = (_field, text) => text;

const named = single(showOption, labelOf);

/** “007” and “50%” that are typed or chosen in a drop-down turn into numbers: the only option that reads as one is meant. */
export const optionCodec: Codec = {
  ...named,
  decode: (field, cell, context) => {
    const meant = typeof cell === 'number' ? optionsReadingAs(field, cell) : [];
    const [only] = meant;
    return only !== undefined && meant.length === 1
      ? { ok: true, value: only.label }
      : named.decode(field, cell, context);
  },
};

function optionsReadingAs({ options = NO_OPTIONS }: Field, cell: number): readonly FieldOption[] {
  return options.filter(({ label, value }) => [label, value].some((text) => numberOf(text) === cell));
}

function numberOf(text: string): number | null {
  const [, digits, percent] = /^\s*([+-]?\d+(?:\.\d+)?)\s*(%?)\s*$/.exec(text) ?? [];
  if (digits === undefined) return null;
  return percent === '%' ? Number(digits) / 100 : Number(digits);
}

export const optionsCodec = several(showOption, labelOf);
export const personCodec = single(showPerson, personName);
export const peopleCodec = several(showPerson, personName);
/** Like a person: in a letter’s form, or with capitals, it is the same address. */
export const emailCodec = single(showText, personName);
export const listCodec = several(showText, asItStands);
