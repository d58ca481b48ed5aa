/** Reading one record: its request, and the record in an answer about it. */
import { AppError } from '../core/errors';
import { isRecord } from '../core/http/list';
import { shapeRecords } from '../core/http/record-shape';
import type { ApiRequest } from '../core/http/request';
import type { Field, RemoteRecord } from '../core/table/field';
import type { ResourceDefinition } from './definition';
import { filledPath, keyParts } from './record-key';
import { listRequests, shapeOf } from './requests';
import type { SingleRead } from './writes';

/**
 * How single records are read with these fields, by id; null for all where the platform shows them only in lists, or not with all of
 * these fields.
 */
export function oneRequests(
  resource: ResourceDefinition,
  fields: readonly Field[],
): (id: string) => ApiRequest | null {
  const { one } = resource.writes ?? {};
  const [list, ...more] = listRequests(resource, fields);
  if (!one || more.length > 0 || !showsAll(one, resource, fields)) return () => null;
  const { path, fieldsParameter, rateClass } = one;
  const query =
    fieldsParameter === undefined ? null : { [fieldsParameter]: list.request.query?.[fieldsParameter] };
  return (id) => {
    const filled = filledPath(path, keyParts(resource, id));
    if (filled === null) return null;
    const subject = subjectOf(resource, id);
    return { method: 'get', path: filled, ...(query ? { query } : {}), rateClass, repeatable: true, subject };
  };
}

function showsAll(one: SingleRead, resource: ResourceDefinition, fields: readonly Field[]): boolean {
  return fields.every((field) => shows(one, resource, field));
}

function shows({ shows: keys }: SingleRead, { key }: ResourceDefinition, field: Field): boolean {
  return keys === undefined || field.key === key || keys.includes(field.key);
}

/** Those of the fields with which a single record can be read; where they are too many, those that can be written. */
export function shownAlone(resource: ResourceDefinition, fields: readonly Field[]): readonly Field[] {
  const { one } = resource.writes ?? {};
  const shown = one ? fields.filter((field) => shows(one, resource, field)) : [];
  return listRequests(resource, shown).length === 1 ? shown : shown.filter(({ writable }) => writable);
}

/** The record in the answer to one of oneRequests, flat as lists give it. Throws AppError INCOMPLETE_READ where it holds none. */
export function oneRecord(resource: ResourceDefinition, id: string, body: unknown): RemoteRecord {
  const { one } = resource.writes ?? {};
  const record = recordIn(resource, id, one?.within ?? [], body);
  if (record && String(record[resource.key]) === id) return record;
  throw new AppError('INCOMPLETE_READ', {
    subject: subjectOf(resource, id),
    problem: record ? 'the answer was about another one' : 'the answer held no record',
  });
}

/** “app 17”. */
export function subjectOf({ singular }: ResourceDefinition, id: string): string {
  return `${singular} ${id}`;
}

/** The record that an answer about it holds, flat as lists give it; null where it holds none. */
export function recordIn(
  resource: ResourceDefinition,
  id: string,
  within: readonly string[],
  body: unknown,
): RemoteRecord | null {
  if (!isRecord(body)) return null;
  const held = within.map((key) => body[key]).find(isRecord);
  // The answer itself counts only where it can be told for a record.
  const bare =
    held ?? ([resource.key, ...(aliasesOfKey(resource) ?? [])].some((key) => key in body) ? body : null);
  if (!bare) return null;
  // An answer about one use of an app names only one side of it.
  const whole = resource.keyFrom ? { ...keyParts(resource, id), ...bare } : bare;
  const shape = shapeOf(resource);
  return (shape ? shapeRecords([whole], shape)[0] : whole) ?? null;
}

function aliasesOfKey({ fields, key, keyFrom }: ResourceDefinition): readonly string[] | undefined {
  return keyFrom?.fields ?? fields.find((field) => field.key === key)?.aliases;
}
