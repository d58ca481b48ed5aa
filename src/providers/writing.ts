/** Requests that change, make and remove records, made from the definitions, and what their answers tell. */
import type { Action } from '../core/change/change';
import { AppError } from '../core/errors';
import { isRecord, valueAt } from '../core/http/list';
import type { ApiRequest } from '../core/http/request';
import { namedFields } from '../core/http/unknown-fields';
import type { Canonical } from '../core/table/codec/codec';
import type { Field, RemoteRecord } from '../core/table/field';
import type { ResourceDefinition } from './definition';
import { recordIn, subjectOf } from './one-record';
import { filledPath, keyParts } from './record-key';
import { type People, SEVERAL, writtenValue } from './written-value';
import type { Clearing, CreateCall, WrittenForm, Writes } from './writes';

/** What a field is to say: '' takes its value away. */
export interface FieldWrite {
  readonly field: Field;
  readonly to: Canonical;
}

export interface WriteContext {
  /** The record as the platform has it now; null for one that is to be made. */
  readonly record: RemoteRecord | null;
  /** As findPeople gives them, for every address that is written. */
  readonly people: People;
  /** As findParents gives them, where a new record belongs to another one. */
  readonly parents?: ReadonlyMap<string, string | null>;
}

/** Changes these fields of one record and nothing else; may be sent twice. */
export function updateRequest(
  resource: ResourceDefinition,
  id: string,
  writes: readonly FieldWrite[],
  about: WriteContext,
): ApiRequest {
  const { update } = writesOf(resource);
  if (!update) throw notDescribed(resource, 'change');
  const { method, path, rateClass, complete = (body) => body } = update;
  return {
    method,
    path: pathOf(resource, path, keyParts(resource, id), about.record ?? {}),
    body: complete(bodyOf(resource, writes, about, 'update')),
    rateClass,
    repeatable: true,
    subject: subjectOf(resource, id),
  };
}

/** Makes a record of what a new row says; sent once, since it would be made twice. Empty values are left out. */
export function createRequest(
  resource: ResourceDefinition,
  writes: readonly FieldWrite[],
  about: WriteContext,
): ApiRequest {
  const { create } = writesOf(resource);
  if (!create) throw notDescribed(resource, 'create');
  const filled = writes.filter(({ to }) => to !== '');
  const row = Object.fromEntries(filled.map(({ field, to }) => [field.key, to]));
  return {
    method: 'post',
    path: pathOf(resource, create.path, row, parentOf(create, row, about)),
    // A row that is typed by hand says itself in which currency its amounts are.
    body: bodyOf(resource, filled, { ...about, record: row }, 'create'),
    rateClass: create.rateClass,
    repeatable: false,
    subject: `a new ${resource.singular}`,
  };
}

/** Removes a record; where it is gone already, that is what was wanted, see wasGone. */
export function removeRequest(
  resource: ResourceDefinition,
  id: string,
  record: RemoteRecord | null = null,
): ApiRequest {
  const { remove } = writesOf(resource);
  if (!remove) throw notDescribed(resource, 'delete');
  return {
    method: 'delete',
    path: pathOf(resource, remove.path, keyParts(resource, id), record ?? {}),
    rateClass: remove.rateClass,
    repeatable: true,
    subject: subjectOf(resource, id),
  };
}

/** Whether a failed request found what it was to bring about: a record that was to be deleted is not there. */
export function wasGone(action: Action, { code }: AppError): boolean {
  return action === 'delete' && code === 'NOT_FOUND';
}

/**
 * What the answer to a write says of the record, flat as lists give it and maybe with few fields; null where it tells
 * nothing. `id` is the record's, also where it was just made. People without an address are left out: a list shows them by it.
 */
export function answeredRecord(
  resource: ResourceDefinition,
  action: Action,
  id: string,
  body: unknown,
): RemoteRecord | null {
  const { update, create } = resource.writes ?? {};
  const within = action === 'update' ? update?.within : action === 'create' ? create?.within : undefined;
  const record = within ? recordIn(resource, id, within, body) : null;
  if (!record || String(record[resource.key]) !== id) return null;
  const people = new Set(resource.fields.filter(({ type }) => PEOPLE.has(type)).map(({ key }) => key));
  return Object.fromEntries(
    Object.entries(record).filter(([key, value]) => !people.has(key) || namesAddress(value)),
  );
}

const PEOPLE: ReadonlySet<Field['type']> = new Set(['person', 'people']);

function namesAddress(value: unknown): boolean {
  const people: readonly unknown[] = Array.isArray(value) ? value : [value];
  return people.every((person) => person === null || (isRecord(person) && 'email' in person));
}

/** The id of the record that was made, as the key column shows it; null where the answer does not tell it. */
export function createdId({ writes, keyFrom }: ResourceDefinition, body: unknown): string | null {
  // A key that is made of several values is no id that an answer could hold.
  if (keyFrom) return null;
  for (const path of writes?.create?.idAt ?? []) {
    const id = valueAt(body, path);
    if ((typeof id === 'string' && id !== '') || typeof id === 'number') return String(id);
  }
  return null;
}

/**
 * Which of the fields that were written a refusal names, by the names that they have in requests; [] where it names none of them.
 */
export function refusedFields(
  resource: ResourceDefinition,
  action: Action,
  written: readonly Field[],
  message: string,
): readonly string[] {
  const { own } = resource.writes ?? {};
  const names = new Map<string, string[]>();
  for (const { key, custom } of written) {
    const name = own && custom ? own.name : (formOf(resource, key, action).name ?? key);
    names.set(name, [...(names.get(name) ?? []), key]);
    if (name !== key) names.set(key, [key]);
  }
  const named = namedFields(message, [...names.keys()]).flatMap((name) => names.get(name) ?? []);
  return [...new Set(named)];
}

/** How the field is written: its name in the body, and its form. */
function formOf({ fields }: ResourceDefinition, key: string, action: Action): WrittenForm {
  const written = fields.find((field) => field.key === key)?.written ?? {};
  return action === 'create' && written.created ? written.created : written;
}

function bodyOf(
  resource: ResourceDefinition,
  writes: readonly FieldWrite[],
  about: WriteContext,
  action: Action,
): Readonly<Record<string, unknown>> {
  const { own, money = 'number', clearing } = writesOf(resource);
  const body: Record<string, unknown> = {};
  const ownValues: Record<string, unknown>[] = [];
  for (const { field, to } of writes) {
    const { name = field.key, as } = formOf(resource, field.key, action);
    if (as === 'unsent') continue;
    const value = to === '' ? cleared(field, as, clearing) : writtenValue(field, to, as, { ...about, money });
    if (own && field.custom) ownValues.push({ [own.id]: field.key, [own.value]: value });
    else body[name] = value;
  }
  return own && ownValues.length > 0 ? { ...body, [own.name]: ownValues } : body;
}

const TEXTS: ReadonlySet<Field['type']> = new Set(['text', 'longText', 'url', 'email']);

function cleared({ type, label }: Field, as: WrittenForm['as'], clearing: Clearing): unknown {
  if (!clearing.offered) throw new AppError('BUG', { problem: `“${label}” was to be emptied` });
  if (TEXTS.has(type) || as === 'comma text') return clearing.text;
  return SEVERAL.has(type) ? clearing.several : clearing.other;
}

/** The key of what a new record belongs to, by the name that its row gives. */
function parentOf({ below }: CreateCall, row: RemoteRecord, { parents }: WriteContext): RemoteRecord {
  return below ? { [below.key]: parents?.get(parentName(String(row[below.name] ?? ''))) } : {};
}

/** A name as findParents files it. */
export function parentName(name: string): string {
  return name.trim().toLowerCase();
}

function writesOf(resource: ResourceDefinition): Writes {
  if (!resource.writes) throw notDescribed(resource, 'change');
  return resource.writes;
}

function pathOf(resource: ResourceDefinition, path: string, ...from: readonly RemoteRecord[]): string {
  const filled = filledPath(path, ...from);
  if (filled === null)
    throw new AppError('BUG', { problem: `the address of a ${resource.singular} has a gap` });
  return filled;
}

function notDescribed({ plural }: ResourceDefinition, deed: string): AppError {
  return new AppError('BUG', { problem: `nothing says how to ${deed} ${plural}` });
}
