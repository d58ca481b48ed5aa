/** A condition while a person is still filling it in, and how it becomes a filter. */
import type { FieldInfo } from '../../src/app/contract';
import type { Filter, FilterTest } from '../../src/core/filter/filter';

export interface Condition {
  /** Tells two conditions on the same field apart. */
  readonly id: number;
  /** Key of the field. */
  readonly field: string;
  readonly test: FilterTest;
  /** Options that are ticked, by what the platform stores. */
  readonly ticked: readonly string[];
  /** What was typed, where values are typed. */
  readonly typed: string;
}

/**
 * How the values of a condition are given.
 * - nothing: the test needs none;  options: ticks in a list
 * - lines: texts, one a line;  addresses: e-mail addresses with commas or blanks between them
 * - text, amount, day (“2026-11-22”), days (a whole number): one value
 */
export type Editor = 'nothing' | 'options' | 'lines' | 'addresses' | 'text' | 'amount' | 'day' | 'days';

const EDITORS: Readonly<Record<Exclude<FilterTest, 'isAnyOf' | 'isNoneOf'>, Editor>> = {
  contains: 'text',
  containsNot: 'text',
  atLeast: 'amount',
  atMost: 'amount',
  onOrAfter: 'day',
  onOrBefore: 'day',
  inNextDays: 'days',
  inPastDays: 'days',
  olderThanDays: 'days',
  isYes: 'nothing',
  isNo: 'nothing',
  isEmpty: 'nothing',
  isNotEmpty: 'nothing',
};

type TestedField = Pick<FieldInfo, 'type' | 'options'>;

export function editorOf(field: TestedField, test: FilterTest): Editor {
  if (test !== 'isAnyOf' && test !== 'isNoneOf') return EDITORS[test];
  if (field.options && field.options.length > 0) return 'options';
  return field.type === 'person' || field.type === 'people' || field.type === 'email' ? 'addresses' : 'lines';
}

export function emptyCondition(id: number, field: Pick<FieldInfo, 'key' | 'tests'>): Condition {
  return { id, field: field.key, test: field.tests[0] ?? 'isNotEmpty', ticked: [], typed: '' };
}

/** The condition that a saved filter stands for. `field` is undefined where the platform does not offer it any more. */
export function conditionOf(id: number, filter: Filter, field: TestedField | undefined): Condition {
  const base = { id, field: filter.field, test: filter.test };
  const editor = field ? editorOf(field, filter.test) : 'lines';
  if (editor === 'options') {
    return { ...base, ticked: filter.values.map((value) => optionValue(field, value)), typed: '' };
  }
  return { ...base, ticked: [], typed: filter.values.join(editor === 'addresses' ? ', ' : '\n') };
}

/** The condition with another test: what was given stays as far as the new test takes the same kind of values. */
export function withTest(condition: Condition, test: FilterTest, field: TestedField): Condition {
  const [before, after] = [editorOf(field, condition.test), editorOf(field, test)];
  const kept = before === after || before === 'nothing' || after === 'nothing' || after === 'options';
  return { ...condition, test, typed: kept ? condition.typed : '' };
}

export type Filled = { readonly filter: Filter } | { readonly missing: string };

/** The filter, or what a person still has to do, in words. */
export function filled(condition: Condition, field: TestedField | undefined): Filled {
  if (!field) return { missing: FIELD_GONE };
  const editor = editorOf(field, condition.test);
  const values = valuesOf(condition, editor);
  if (values === null) return { missing: MISSING[editor] };
  return { filter: { field: condition.field, test: condition.test, values } };
}

export const FIELD_GONE = 'This field is not there any more. Remove the condition.';

const MISSING: Readonly<Record<Editor, string>> = {
  nothing: '',
  options: 'Tick at least one.',
  lines: 'Type at least one value.',
  addresses: 'Type at least one e-mail address.',
  text: 'Type the text to look for.',
  amount: 'Type a number.',
  day: 'Choose a day.',
  days: 'Type a number of days, 0 or more.',
};

/** Null where something is missing or cannot be what is asked for. */
function valuesOf({ ticked, typed }: Condition, editor: Editor): Filter['values'] | null {
  const text = typed.trim();
  switch (editor) {
    case 'nothing':
      return [];
    case 'options':
      return ticked.length > 0 ? ticked : null;
    case 'lines':
      return someOf(text.split('\n'));
    case 'addresses':
      return someOf(text.split(/[\s,;]+/));
    case 'amount':
      return text !== '' && Number.isFinite(Number(text)) ? [Number(text)] : null;
    case 'days':
      return /^\d{1,5}$/.test(text) ? [Number(text)] : null;
    case 'day':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? [text] : null;
    case 'text':
      return text === '' ? null : [text];
  }
}

function someOf(parts: readonly string[]): readonly string[] | null {
  const values = [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
  return values.length > 0 ? values : null;
}

/** Saved filters may name an option by its label. */
function optionValue(field: TestedField | undefined, value: string | number): string {
  const wanted = String(value);
  const options = field?.options ?? [];
  const option =
    options.find((one) => one.value === wanted) ??
    options.find((one) => one.label.toLowerCase() === wanted.toLowerCase());
  return option?.value ?? wanted;
}
