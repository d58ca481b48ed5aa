/** Fields and values to write, picked from the definitions by key. */
import type { Canonical } from '../../../src/core/table/codec/codec';
import type { Field } from '../../../src/core/table/field';
import type { ResourceDefinition } from '../../../src/providers/definition';
import { documentedFields } from '../../../src/providers/documented-fields';
import type { FieldWrite } from '../../../src/providers/writing';

/** A documented field of the resource, with more facts where a listing would lend them. */
export function fieldOf(resource: ResourceDefinition, key: string, more: Partial<Field> = {}): Field {
  const found = documentedFields(resource).find((field) => field.key === key);
  if (!found) throw new Error(`${resource.title} has no field ${key}`);
  return { ...found, ...more };
}

/** A field that the organisation made. */
export function ownField(key: string, type: Field['type'], more: Partial<Field> = {}): Field {
  const help = 'One of the fields that your organisation set up.';
  return { key, label: `Own ${key}`, type, help, writable: true, selected: true, custom: true, ...more };
}

/** What is to be written, by field key. */
export function writesOf(
  resource: ResourceDefinition,
  values: Readonly<Record<string, Canonical>>,
): readonly FieldWrite[] {
  return Object.entries(values).map(([key, to]) => ({ field: fieldOf(resource, key), to }));
}
