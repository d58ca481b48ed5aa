/** The requests of any provider, made from its definitions. */
import type { ListRequest } from '../core/http/paging';
import { registerSecret } from '../core/http/redaction';
import type { ApiRequest, Connection } from '../core/http/request';
import { encodeQueryPart } from '../core/http/url';
import type { Field } from '../core/table/field';
import type { ProviderDefinition, ResourceDefinition } from './definition';

/**
 * Room for the encoded field keys in an address, in characters. The rest, up to the limit in core/http/url.ts, is for
 * the base address, the path, the other parameters and the cursor; checkProvider sees to it that these fit.
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
  return get(provider.probe.path, provider.probe.rateClass, 'your organisation');
}

/** The organisation's name in the answer to the probe, or '' where it names none. */
export function organisationName(provider: ProviderDefinition, body: unknown): string {
  let value: unknown = body;
  for (const key of provider.probe.organisation) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  return typeof value === 'string' ? value : '';
}

/** The request for the organisation's own fields, or null where the resource has none. */
export function listingRequest(resource: ResourceDefinition): ApiRequest | null {
  const { listing } = resource;
  if (!listing) return null;
  return {
    ...get(listing.path, listing.rateClass, `${resource.singular} fields`),
    ...(listing.query ? { query: listing.query } : {}),
  };
}

/**
 * The lists that together bring these fields: one, or several where the keys do not fit into one address; then each asks
 * for the key field as well, and readJoined puts the records together. Where a money field is asked for, so is its currency.
 */
export function listRequests(
  resource: ResourceDefinition,
  fields: readonly Field[],
): readonly [ListRequest, ...ListRequest[]] {
  const always = [resource.key];
  const groups: string[][] = [];
  let group: string[] | null = null;
  for (const field of fields) {
    const keys: string[] = field.currencyField ? [field.key, field.currencyField] : [field.key];
    const grown: string[] = distinct([...(group ?? always), ...keys]);
    if (group === null || encodedLength(askable(resource, grown)) > FIELDS_BUDGET) {
      group = distinct([...always, ...keys]);
      groups.push(group);
    } else {
      group.splice(0, group.length, ...grown);
    }
  }
  const [first = always, ...rest] = groups;
  return [listRequest(resource, first), ...rest.map((keys) => listRequest(resource, keys))];
}

/** How many characters these keys take in an address. */
export function encodedLength(keys: readonly string[]): number {
  return encodeQueryPart(keys.join(',')).length;
}

function listRequest(resource: ResourceDefinition, keys: readonly string[]): ListRequest {
  const asked = askable(resource, keys);
  return {
    paging: resource.paging,
    envelope: resource.envelope,
    request: {
      ...get(resource.path, resource.rateClass, resource.plural),
      query: {
        ...resource.query,
        [resource.fieldsParameter]: asked.length > 0 ? asked.join(',') : undefined,
      },
    },
    optional: asked.filter((key) => key !== resource.key && key !== resource.name),
  };
}

function askable(resource: ResourceDefinition, keys: readonly string[]): readonly string[] {
  return keys.filter((key) => !resource.implicit?.includes(key));
}

function get(path: string, rateClass: ApiRequest['rateClass'], subject: string): ApiRequest {
  return { method: 'get', path, rateClass, repeatable: true, subject };
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
