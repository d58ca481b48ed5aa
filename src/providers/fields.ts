/** The fields of a resource for one organisation: the documented ones, and those that it made itself. */
import { AppError } from '../core/errors';
import { recordsOf } from '../core/http/list';
import type { Field, FieldOption } from '../core/table/field';
import type { FieldListing, ResourceDefinition } from './definition';
import { documentedFields } from './documented-fields';
import { oneLine, withUniqueLabels } from './labels';
import { learnFields } from './learned-fields';
import { encodedLength, FIELDS_BUDGET, listRequest } from './requests';

/**
 * All fields that can be pulled, key field first, documented ones before listed or learned ones. `listingBody` is the answer
 * to listingRequest, or null where there is none. Listed fields that are deleted or hidden are left out, since asking for
 * them would be refused. Labels are unique, whatever people called their fields. As many fields are selected as one
 * address holds. Throws AppError INCOMPLETE_READ where the answer holds no list.
 */
export function resolveFields(resource: ResourceDefinition, listingBody: unknown): Field[] {
  const { listing, fieldsInRecords } = resource;
  if (fieldsInRecords && listingBody !== null) {
    return learnFields(resource, recordsOf(listRequest(resource, []), listingBody));
  }
  const fields = new Map<string, Field>();
  for (const field of documentedFields(resource)) fields.set(field.key, field);
  if (listing && listingBody !== null) {
    for (const row of readRows(resource, listing, listingBody)) {
      const known = fields.get(row.key);
      if (!row.available) {
        if (row.key !== resource.key && row.key !== resource.name) fields.delete(row.key);
      } else {
        fields.set(row.key, known ? lend(known, row) : ownField(resource, listing, row));
      }
    }
  }
  return withinOneAddress(resource, withUniqueLabels([...fields.values()]));
}

/** A row of a listing, its attributes read. */
interface ListedRow {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  readonly options: readonly FieldOption[];
  /** Neither deleted nor hidden. */
  readonly available: boolean;
}

function readRows(resource: ResourceDefinition, listing: FieldListing, body: unknown): readonly ListedRow[] {
  const rows = isObject(body) ? body[listing.envelope] : undefined;
  if (!Array.isArray(rows)) {
    throw new AppError('INCOMPLETE_READ', {
      subject: `${resource.singular} fields`,
      problem: `the answer held no list named “${listing.envelope}”`,
    });
  }
  return rows.filter(isObject).flatMap((row) => readRow(listing, row));
}

/**
 * A key that can stand among others with commas between, on the last line of a note, and beside our own, which begin
 * with “$”. Torii's are letters, digits and “_”: https://developers.toriihq.com/reference/getappsfields
 */
const USABLE_KEY = /^(?!__proto__$)[^\s,$][^\s,]*$/;

function readRow({ attributes }: FieldListing, row: Record<string, unknown>): readonly ListedRow[] {
  const key = row[attributes.key];
  // A row without a usable key cannot be asked for: it is no field of the list.
  if (typeof key !== 'string' || !USABLE_KEY.test(key)) return [];
  const deleted = attributes.deleted !== undefined && row[attributes.deleted] === true;
  const hidden = attributes.shown !== undefined && row[attributes.shown] === false;
  return [
    {
      key,
      label: oneLine(row[attributes.label]) || key,
      type: String(row[attributes.type]),
      options: readOptions(attributes.options === undefined ? undefined : row[attributes.options]),
      available: !deleted && !hidden,
    },
  ];
}

function readOptions(value: unknown): readonly FieldOption[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isObject).flatMap((option) => {
    const stored = option['value'];
    if (typeof stored !== 'string' && typeof stored !== 'number') return [];
    return [{ value: String(stored), label: oneLine(option['label']) || String(stored) }];
  });
}

/** What the listing knows better about a documented field: its options and what this organisation calls it. */
function lend(field: Field, row: ListedRow): Field {
  const takesOptions = field.type === 'option' || field.type === 'options';
  return {
    ...field,
    label: row.label,
    ...(takesOptions && row.options.length > 0 ? { options: row.options } : {}),
  };
}

function ownField(resource: ResourceDefinition, listing: FieldListing, row: ListedRow): Field {
  const { type, writable } = typeOf(listing, row);
  const isMoney = type === 'money';
  return {
    key: row.key,
    label: row.label,
    type,
    help: `One of the ${resource.singular} fields that your organisation set up.`,
    writable: listing.writable && writable,
    selected: type !== 'other',
    custom: true,
    ...(row.options.length > 0 ? { options: row.options } : {}),
    ...(isMoney && listing.currencyField ? { currencyField: listing.currencyField } : {}),
    ...(isMoney && listing.minorUnits !== undefined ? { minorUnits: listing.minorUnits } : {}),
  };
}

/** Own properties only: `constructor` is no type. */
function typeOf({ types }: FieldListing, { type }: ListedRow): FieldListing['types'][string] {
  const known = Object.prototype.hasOwnProperty.call(types, type) ? types[type] : undefined;
  return known ?? { type: 'other', writable: false };
}

/** Deselects what would need a second address. */
function withinOneAddress(resource: ResourceDefinition, fields: readonly Field[]): Field[] {
  if (resource.fieldsParameter === undefined) return [...fields];
  const keys = new Set([resource.key]);
  return fields.map((field) => {
    if (!field.selected) return field;
    const grown = new Set([...keys, field.key, ...(field.currencyField ? [field.currencyField] : [])]);
    if (encodedLength([...grown]) > FIELDS_BUDGET) return { ...field, selected: false };
    for (const key of grown) keys.add(key);
    return field;
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
