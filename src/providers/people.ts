/** Who people are to a platform: the ids of the e-mail addresses that a sheet shows. */
import { AppError } from '../core/errors';
import type { Dispatcher } from '../core/http/dispatcher';
import { isRecord } from '../core/http/list';
import { recordsOf } from '../core/http/list';
import type { ApiRequest } from '../core/http/request';
import type { Field, RemoteRecord } from '../core/table/field';
import { findResource } from './catalogue';
import type { PeopleLookup, ProviderDefinition } from './definition';
import { readResource } from './reading';
import type { People } from './written-value';

/**
 * The ids of those addresses that belong to somebody; other addresses of a person count. Text that is an id already stands
 * for itself. Throws what the dispatcher throws, and AppError INCOMPLETE_READ.
 */
export function findPeople(
  dispatcher: Pick<Dispatcher, 'send' | 'sendOne'>,
  provider: ProviderDefinition,
  addresses: readonly string[],
): People {
  const { people } = provider;
  const wanted = [...new Set(addresses.map((address) => address.trim().toLowerCase()))];
  const ids = wanted.filter((text) => people.idPattern.test(text));
  const asked = wanted.filter((text) => text !== '' && !ids.includes(text));
  const found = new Map<string, string | number>();
  for (const id of ids) found.set(id, people.numbers ? Number(id) : id);
  const isWanted = new Set(asked);
  for (const person of personsOf(dispatcher, provider, asked)) {
    const id = person[people.id];
    if (typeof id !== 'string' && typeof id !== 'number') continue;
    for (const address of addressesOf(people, person)) {
      if (isWanted.has(address)) found.set(address, id);
    }
  }
  return found;
}

function personsOf(
  dispatcher: Pick<Dispatcher, 'send' | 'sendOne'>,
  provider: ProviderDefinition,
  addresses: readonly string[],
): readonly RemoteRecord[] {
  const { people } = provider;
  if (people.listAbove !== undefined && addresses.length > people.listAbove) {
    const users = findResource(provider, 'users');
    const fields = users.fields.filter(({ key }) => people.addresses.includes(key));
    // Who is not on a list that ended too early would count as unknown: no harm, since nothing is sent then.
    return readResource(dispatcher, provider, users, fields, 0).records;
  }
  const requests = partsOf(addresses, people.most).map((part) => lookupRequest(people, part));
  return dispatcher.send(requests).flatMap((result) => {
    if (result instanceof AppError) throw result;
    return personsIn(people, result.body);
  });
}

function lookupRequest(people: PeopleLookup, addresses: readonly string[]): ApiRequest {
  const { method, path, query, place, rateClass } = people;
  const parameter = 'parameter' in place ? { [place.parameter]: addresses.join(',') } : {};
  return {
    method,
    path,
    query: { ...query, ...parameter },
    ...('bodyKey' in place ? { body: { [place.bodyKey]: addresses } } : {}),
    rateClass,
    repeatable: true,
    subject: 'users',
  };
}

function personsIn(
  { envelope, rateClass, path, method }: PeopleLookup,
  body: unknown,
): readonly RemoteRecord[] {
  const request: ApiRequest = { method, path, rateClass, repeatable: true, subject: 'users' };
  return recordsOf({ paging: { kind: 'whole' }, envelope, request, optional: [] }, body);
}

function addressesOf({ addresses }: PeopleLookup, person: RemoteRecord): readonly string[] {
  return addresses
    .flatMap((key) => person[key])
    .filter((address) => typeof address === 'string')
    .map((address) => address.trim().toLowerCase());
}

function partsOf(addresses: readonly string[], most: number): readonly (readonly string[])[] {
  const parts: string[][] = [];
  for (let start = 0; start < addresses.length; start += most) {
    parts.push(addresses.slice(start, start + most));
  }
  return parts;
}

/**
 * The record with people by their address where the platform gave nothing but an id that one of these addresses
 * belongs to: so that “ana@example.com” and her id count as the same person.
 */
export function withAddresses(record: RemoteRecord, fields: readonly Field[], people: People): RemoteRecord {
  const addresses = new Map([...people].map(([address, id]) => [String(id), address]));
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    const id: unknown = isRecord(value) && !('email' in value) ? value['id'] : value;
    const isId = typeof id === 'string' || typeof id === 'number';
    return (isId ? addresses.get(String(id)) : undefined) ?? value;
  };
  const shown = fields.filter(({ type, key }) => (type === 'person' || type === 'people') && key in record);
  return { ...record, ...Object.fromEntries(shown.map(({ key }) => [key, named(record[key])])) };
}
