/** What a record's key says: which record an address is for, and of which parent. */
import { encodeQueryPart } from '../core/http/url';
import type { RemoteRecord } from '../core/table/field';
import type { ProviderDefinition, ResourceDefinition } from './definition';
import { findResource } from './catalogue';

/** Between the parts of a key that is made of several values, see Identity in core/http/record-shape.ts. */
const SEPARATOR = '/';

/** The values that the key is made of, by field; the key itself where it is made of nothing else. */
export function keyParts({ key, keyFrom }: ResourceDefinition, id: string): Readonly<Record<string, string>> {
  if (!keyFrom) return { [key]: id };
  const parts = id.split(SEPARATOR);
  if (parts.length !== keyFrom.fields.length) return {};
  return Object.fromEntries(keyFrom.fields.map((field, index) => [field, parts[index] ?? '']));
}

/** The path with its names in braces filled from the first of the records that has them; null where none has. */
export function filledPath(path: string, ...from: readonly RemoteRecord[]): string | null {
  let whole = true;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = from.map((record) => record[name]).find(isName);
    if (value === undefined) whole = false;
    return encodeQueryPart(String(value)).replace(/,/g, '%2C');
  });
  return whole ? filled : null;
}

/** The names in braces. */
export function namesInPath(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w*)\}/g)].map(([, name]) => name ?? '');
}

function isName(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}

/** What the records of a parent take from it. */
export interface ParentLink {
  readonly resource: ResourceDefinition;
  /** The attributes of the records that hold the parent's key and its name. */
  readonly key: string;
  readonly name: string | null;
}

/** Null for a resource without parent, and where its records do not say which one is theirs. */
export function parentLink(provider: ProviderDefinition, { parent }: ResourceDefinition): ParentLink | null {
  if (!parent) return null;
  const resource = findResource(provider, parent.resource);
  const holding = (source: string): string | null =>
    Object.keys(parent.carries).find((attribute) => parent.carries[attribute] === source) ?? null;
  const key = holding(resource.key);
  return key === null ? null : { resource, key, name: holding(resource.name) };
}
