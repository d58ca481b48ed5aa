/** The requests of any provider, made from its definitions. */
import type { ListRequest } from '../core/http/list';
import { registerSecret } from '../core/http/redaction';
import type { ApiRequest, Connection } from '../core/http/request';
import { encodeQuery, encodeQueryPart } from '../core/http/url';
import type { RecordShape } from '../core/http/record-shape';
import type { Field } from '../core/table/field';
import type { FieldDefinition, ProviderDefinition, ResourceDefinition } from './definition';
import { narrowBody, narrowQuery, NOT_NARROWED } from './narrowing';
import type { Narrowing } from './narrowing';

/**
 * Room for the encoded field keys in an address, in characters; conditions on records take from it. The rest, up to the limit in
 * core/http/url.ts, is for the base address, the path, the other parameters and the cursor; checkProvider sees to it that these fit.
 */
export const FIELDS_BUDGET = 1500;

/** Room for an encoded cursor: ten times the length of those that Torii's pages show. */
export const CURSOR_ALLOWANCE = 300;

/** Opens the way to a provider with one person's key; from now on the key is masked in every error and log. */
export function openConnection(provider: ProviderDefinition, apiKey: string): Connection {
  registerSecret(apiKey);
  return provider.connection(apiKey);
}

/** The request that proves a key. */
export function probeRequest(provider: ProviderDefinition): ApiRequest {
  const { method = 'get', path, query, body, rateClass } = provider.probe;
  return {
    ...reading(method, path, rateClass, 'your organisation'),
    ...(query ? { query } : {}),
    ...(body ? { body } : {}),
  };
}

/** The organisation's name in the answer to the probe, or '' where it names none. */
export function organisationName(provider: ProviderDefinition, body: unknown): string {
  let value: unknown = body;
  if (provider.probe.organisation === null) return '';
  for (const key of provider.probe.organisation) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return typeof value === 'string' ? value : '';
}

/**
 * The request that tells which fields the organisation has: a listing of them or, where fields are learned from records, the first
 * page of these. Null where there is neither.
 */
export function listingRequest(resource: ResourceDefinition): ApiRequest | null {
  const { listing, fieldsInRecords, paging, parent } = resource;
  if (listing) {
    return {
      ...reading('get', listing.path, listing.rateClass, `${resource.singular} fields`),
      ...(listing.query ? { query: listing.query } : {}),
    };
  }
  if (!fieldsInRecords || parent) return null;
  const { request } = listRequest(resource, []);
  if (paging.kind === 'whole') return request;
  // Without a number every server sends its first page, whatever it calls it.
  return { ...request, query: { ...request.query, [paging.sizeParameter]: paging.pageSize } };
}

/**
 * The lists that together bring these fields: one, or several where the keys do not fit into one address; then each asks
 * for the key field as well, or for those that the key is made from, and readJoined puts the records together. Where a money
 * field is asked for, so is its currency. All of them are narrowed alike.
 */
export function listRequests(
  resource: ResourceDefinition,
  fields: readonly Field[],
  narrowing: Narrowing = NOT_NARROWED,
): readonly [ListRequest, ...ListRequest[]] {
  if (resource.fieldsParameter === undefined) return [listRequest(resource, [], narrowing)];
  const always = [resource.key, ...(resource.keyFrom?.fields ?? [])];
  const room = FIELDS_BUDGET - encodeQuery(narrowQuery(resource, narrowing)).length;
  const groups: string[][] = [];
  let group: string[] | null = null;
  for (const field of fields) {
    const keys: string[] = field.currencyField ? [field.key, field.currencyField] : [field.key];
    const grown: string[] = distinct([...(group ?? always), ...keys]);
    if (group === null || encodedLength(askable(resource, grown)) > room) {
      group = distinct([...always, ...keys]);
      groups.push(group);
    } else {
      group.splice(0, group.length, ...grown);
    }
  }
  const [first = always, ...rest] = groups;
  return [
    listRequest(resource, first, narrowing),
    ...rest.map((keys) => listRequest(resource, keys, narrowing)),
  ];
}

/** How many characters these keys take in an address. */
export function encodedLength(keys: readonly string[]): number {
  return encodeQueryPart(keys.join(',')).length;
}

/** One of the lists; `keys` count only where the list can be told which fields to send. */
export function listRequest(
  resource: ResourceDefinition,
  keys: readonly string[],
  narrowing: Narrowing = NOT_NARROWED,
): ListRequest {
  const { method = 'get', path, fieldsParameter } = resource;
  const body = narrowBody(resource, narrowing);
  const asked = fieldsParameter === undefined ? [] : askable(resource, keys);
  const fieldsQuery =
    fieldsParameter === undefined
      ? {}
      : { [fieldsParameter]: asked.length > 0 ? asked.join(',') : undefined };
  const shape = resource.rows ? null : shapeOf(resource);
  return {
    paging: resource.paging,
    envelope: resource.envelope,
    request: {
      ...reading(method, path, resource.rateClass, resource.plural),
      query: { ...resource.query, ...fieldsQuery, ...narrowQuery(resource, narrowing) },
      ...(body ? { body } : {}),
    },
    optional: asked.filter((key) => key !== resource.key && key !== resource.name),
    ...(shape ? { shape } : {}),
  };
}

/** How the records of a resource are made flat; null where they already are. */
export function shapeOf({ fields, key, keyFrom, fieldsInRecords }: ResourceDefinition): RecordShape | null {
  if (!fieldsInRecords && !keyFrom && !fields.some(({ aliases, items }) => aliases ?? items)) return null;
  return {
    aliases: byKey(fields, ({ aliases }) => aliases),
    items: byKey(fields, ({ items }) => items),
    ...(fieldsInRecords ? { own: fieldsInRecords.own } : {}),
    ...(keyFrom ? { identity: { key, of: keyFrom.fields, numbered: keyFrom.numbered ?? false } } : {}),
  };
}

function byKey(
  fields: readonly FieldDefinition[],
  namesOf: (field: FieldDefinition) => readonly string[] | undefined,
): Record<string, readonly string[]> {
  const found: Record<string, readonly string[]> = {};
  for (const field of fields) {
    const names = namesOf(field);
    if (names) found[field.key] = names;
  }
  return found;
}

/** What to ask for to get these fields: not what comes by itself, and for a value inside an object the object. */
function askable(resource: ResourceDefinition, keys: readonly string[]): readonly string[] {
  const { implicit = [], key, keyFrom, parent, fields } = resource;
  const given = new Set([...implicit, ...Object.keys(parent?.carries ?? {}), ...(keyFrom ? [key] : [])]);
  const places = new Map(fields.map((field) => [field.key, field.aliases?.[0]]));
  return distinct(
    keys.filter((name) => !given.has(name)).map((name) => places.get(name)?.split('.')[0] ?? name),
  );
}

/** A request that changes nothing, whatever its method. */
function reading(
  method: 'get' | 'post',
  path: string,
  rateClass: ApiRequest['rateClass'],
  subject: string,
): ApiRequest {
  return { method, path, rateClass, repeatable: true, subject };
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
