/** The organisation's own fields: every type, two fields of one name, options that a spreadsheet would change. */
import { HOSTILE_TEXTS, MULTI_LINE_SAMPLES } from '../../seed/awkward-texts';
import { objectId } from '../object-id';
import type { CustomField, CustomFieldType, CustomValue } from '../record';
import { dateOf } from './surroundings';
import type { Surroundings } from './surroundings';

type Sketch = readonly [name: string, type: CustomFieldType, options?: readonly string[]];

const LONG_NOTES = 'Review notes';

const APP_FIELDS: readonly Sketch[] = [
  ['Internal note', 'text'],
  [LONG_NOTES, 'text'],
  ['Review date', 'date'],
  ['Approved', 'bool'],
  ['Hosting', 'select', ['European Union', 'United States', 'Own data centre, basement', '007', '1-2']],
  ['Technical contact', 'reference'],
  ['Team', 'text'],
  ['Team', 'select', ['Red', 'Blue', 'TRUE']],
];

const CONTRACT_FIELDS: readonly Sketch[] = [
  ['PO number', 'text'],
  [LONG_NOTES, 'text'],
  ['Signed on', 'date'],
  ['Framework contract', 'bool'],
  // Contracts themselves name no currency.
  ['Currency', 'select', ['USD', 'EUR', 'JPY', 'GBP', 'ILS', 'KWD']],
  ['Negotiated by', 'reference'],
];

const USER_FIELDS: readonly Sketch[] = [
  ['Office', 'select', ['Lisbon', 'Ankara', 'Tel Aviv', '50%']],
  ['Badge', 'text'],
  ['Hired on', 'date'],
  ['Contractor', 'bool'],
];

function fields(sketches: readonly Sketch[], firstRow: number): CustomField[] {
  return sketches.map(([name, type, options], i) => ({
    field_id: objectId('field', firstRow + i),
    field_name: name,
    field_type: type,
    ...(options === undefined ? {} : { field_options: [...options] }),
  }));
}

export const appFields = (): CustomField[] => fields(APP_FIELDS, 0);
export const contractFields = (): CustomField[] => fields(CONTRACT_FIELDS, 100);
export const userFields = (): CustomField[] => fields(USER_FIELDS, 200);

/** The values of a row: a fifth is missing, the first rows are awkward. */
export function customValues(
  definitions: readonly CustomField[],
  row: number,
  around: Surroundings,
): CustomValue[] {
  const values: CustomValue[] = [];
  for (const field of definitions) {
    const value = valueOf(field, row, around);
    if (value !== undefined) values.push({ field_id: field.field_id, field_value: value });
  }
  return values;
}

function valueOf(field: CustomField, row: number, { random, day, userId }: Surroundings): unknown {
  if (field.field_name === LONG_NOTES && row < MULTI_LINE_SAMPLES.length) return MULTI_LINE_SAMPLES[row];
  if (field.field_type === 'text' && row < HOSTILE_TEXTS.length) return HOSTILE_TEXTS[row];
  if (random.chance(0.2)) return undefined;
  switch (field.field_type) {
    case 'text':
      return `${field.field_name} ${random.between(1, 99)}`;
    case 'date':
      return dateOf(day());
    case 'bool':
      return random.chance(0.5);
    case 'select':
      return random.pick(field.field_options ?? ['']);
    case 'reference':
      return userId();
  }
}
