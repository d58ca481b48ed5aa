/** The fields of a resource as its records show them, for platforms that list no fields. */
import { ownValues } from '../core/http/record-shape';
import type { Field, FieldType, RemoteRecord } from '../core/table/field';
import type { FieldsInRecords, ResourceDefinition } from './definition';
import { documentedFields } from './documented-fields';
import { labelOfKey, oneLine, withUniqueLabels } from './labels';

/**
 * Documented fields, those that the organisation made, and other attributes that came, in this order; `records` are flat, as
 * readResource gives them. A documented field that no record has is offered and not selected, unless its name is certain. Types
 * are read off the values. Of what is learned only the organisation's own fields can be written, and of them only some types.
 */
export function learnFields(resource: ResourceDefinition, records: readonly RemoteRecord[]): Field[] {
  const { fieldsInRecords } = resource;
  const documented = documentedFields(resource);
  if (!fieldsInRecords || records.length === 0) return documented;
  const own = ownFields(resource, fieldsInRecords, records);
  const known = new Set([...documented, ...own].map(({ key }) => key));
  return withUniqueLabels([
    ...documented.map((field) => shownIfSent(resource, field, records)),
    ...own,
    ...otherFields(resource, fieldsInRecords, records, known),
  ]);
}

function shownIfSent(resource: ResourceDefinition, field: Field, records: readonly RemoteRecord[]): Field {
  if (!field.selected || field.key === resource.key || field.key === resource.name) return field;
  const certain = resource.fields.find(({ key }) => key === field.key)?.evidence.mark === 'D';
  const sent = certain || records.some((record) => record[field.key] !== undefined);
  return sent ? field : { ...field, selected: false };
}

/** What was seen of a field: what it is called and its values. */
interface Sight {
  label: string;
  readonly values: unknown[];
}

function ownFields(
  resource: ResourceDefinition,
  { own, writable = [] }: FieldsInRecords,
  records: readonly RemoteRecord[],
): Field[] {
  const sights = new Map<string, Sight>();
  const documented = new Set(resource.fields.map(({ key }) => key));
  for (const record of records) {
    for (const { id, label, value } of ownValues(record, own)) {
      if (documented.has(id)) continue;
      const sight = sights.get(id) ?? { label: '', values: [] };
      sight.label = oneLine(label) || sight.label;
      sight.values.push(value);
      sights.set(id, sight);
    }
  }
  return [...sights].map(([key, { label, values }]) => {
    const type = typeOfValues(values);
    return {
      key,
      label: label || key,
      type,
      help: `One of the ${resource.singular} fields that your organisation set up.`,
      writable: writable.includes(type),
      selected: true,
      custom: true,
    };
  });
}

function otherFields(
  resource: ResourceDefinition,
  { own, othersSelected }: FieldsInRecords,
  records: readonly RemoteRecord[],
  known: ReadonlySet<string>,
): Field[] {
  const places = new Set([...own.attributes, ...resource.fields.flatMap(({ aliases }) => aliases ?? [])]);
  const sights = new Map<string, unknown[]>();
  for (const record of records) {
    for (const [key, value] of Object.entries(record)) {
      // Objects are there opened, as “object.key”.
      if (known.has(key) || places.has(key) || isNothing(value) || isObject(value)) continue;
      const values = sights.get(key) ?? [];
      values.push(value);
      sights.set(key, values);
    }
  }
  return [...sights].map(([key, values]) => ({
    key,
    label: labelOfKey(key),
    type: typeOfValues(values),
    help: `“${key}”, which comes with each ${resource.singular} and which no documentation describes.`,
    writable: false,
    selected: othersSelected,
    custom: false,
  }));
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** The type that all values have; text where they differ, and `other` where one is of no shape that a cell can show. */
function typeOfValues(values: readonly unknown[]): FieldType {
  const given = values.filter((value) => !isNothing(value));
  const all = (test: (value: unknown) => boolean): boolean => given.length > 0 && given.every(test);
  if (given.some(isObject)) return 'other';
  if (all(Array.isArray)) return 'list';
  if (all((value) => typeof value === 'boolean')) return 'boolean';
  if (all((value) => typeof value === 'number')) return 'number';
  if (all((value) => typeof value === 'string' && DAY.test(value))) return 'date';
  if (all((value) => typeof value === 'string' && MOMENT.test(value))) return 'dateTime';
  return 'text';
}

function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
