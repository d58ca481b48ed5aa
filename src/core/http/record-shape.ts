/** Makes the records of an answer flat: objects opened, other names resolved, the organisation's own values beside the rest. */
import type { RemoteRecord } from '../table/field';

/** Where records keep the values of fields that the organisation made: a list of {id, value}, or an object by id. */
export interface OwnValues {
  /** Attributes that may hold them. */
  readonly attributes: readonly string[];
  /** Keys of one entry; the first that is there counts. */
  readonly id: readonly string[];
  readonly label: readonly string[];
  readonly value: readonly string[];
}

export interface RecordShape {
  /** Other places where a value may lie, by its key; “owner.email” is inside an object. The first that is there counts. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  /** For attributes that are lists of objects: keys of such an object, the first of which that is there stands for it. */
  readonly items?: Readonly<Record<string, readonly string[]>>;
  readonly own?: OwnValues;
  /** Values that each record of the list gets, such as the id of the parent below which it was listed. */
  readonly given?: RemoteRecord;
  readonly identity?: Identity;
}

/** Where a record has no `key` of its own, it is known by the values `of` these fields together. */
export interface Identity {
  readonly key: string;
  readonly of: readonly string[];
  /** Whether records that agree in all of them are different ones, and get a number to tell them apart. */
  readonly numbered?: boolean;
}

/** An entry of the organisation's own values. */
export interface OwnValue {
  readonly id: string;
  /** '' where the record does not name the field. */
  readonly label: string;
  readonly value: unknown;
}

/** Between the values that identify a record together; no platform's id holds it. */
const IDENTITY_SEPARATOR = '/';

/**
 * The records of a page with everything on one level: what each had, what lay in objects one level down as “object.key”, each
 * aliased value under its key, the organisation's own values under their ids, and what the shape gives. `met` says how often
 * each identity was met on earlier pages of the same list, and learns of these; without it, records are numbered page by page.
 */
export function shapeRecords(
  records: readonly RemoteRecord[],
  shape: RecordShape,
  met: Map<string, number> = new Map(),
): readonly RemoteRecord[] {
  const flat = records.map((record) => flatten(record, shape));
  if (shape.identity) identifyAll(flat, shape.identity, met);
  return flat;
}

function flatten(record: RemoteRecord, shape: RecordShape): Record<string, unknown> {
  const flat: Record<string, unknown> = { ...opened(record, shape.own), ...record };
  for (const [key, places] of Object.entries(shape.aliases)) {
    if (isMissing(flat[key])) {
      const place = places.find((name) => !isMissing(flat[name]));
      if (place !== undefined) flat[key] = flat[place];
    }
  }
  for (const [key, names] of Object.entries(shape.items ?? {})) {
    const held = flat[key];
    if (Array.isArray(held)) flat[key] = held.map((item: unknown) => standIn(item, names));
  }
  if (shape.own) for (const { id, value } of ownValues(record, shape.own)) flat[id] = value;
  return Object.assign(flat, shape.given);
}

function identifyAll(
  records: readonly Record<string, unknown>[],
  { key, of, numbered = false }: Identity,
  met: Map<string, number>,
): void {
  for (const record of records) {
    if (!isMissing(record[key])) continue;
    const identity = identityOf(record, of);
    const time = (met.get(identity) ?? 0) + 1;
    met.set(identity, time);
    record[key] =
      numbered && identity !== '' && time > 1 ? `${identity}${IDENTITY_SEPARATOR}${String(time)}` : identity;
  }
}

/** The organisation's own values in a record as it came. */
export function ownValues(record: RemoteRecord, own: OwnValues): readonly OwnValue[] {
  return own.attributes.flatMap((attribute) => {
    const held = record[attribute];
    if (Array.isArray(held)) return held.filter(isObject).flatMap((entry) => readEntry(entry, own));
    return isObject(held) ? Object.entries(held).map(([id, value]) => ({ id, label: '', value })) : [];
  });
}

function readEntry(entry: Readonly<Record<string, unknown>>, own: OwnValues): readonly OwnValue[] {
  const first = (names: readonly string[]): unknown =>
    names.map((name) => entry[name]).find((value) => !isMissing(value));
  const id = first(own.id);
  if (typeof id !== 'string' && typeof id !== 'number') return [];
  const label = first(own.label);
  return [{ id: String(id), label: typeof label === 'string' ? label : '', value: first(own.value) ?? null }];
}

function standIn(item: unknown, names: readonly string[]): unknown {
  if (!isObject(item)) return item;
  return names.map((name) => item[name]).find((value) => !isMissing(value)) ?? item;
}

function opened(record: RemoteRecord, own: OwnValues | undefined): Record<string, unknown> {
  const parts: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    if (!isObject(value) || own?.attributes.includes(key)) continue;
    for (const [name, part] of Object.entries(value)) parts[`${key}.${name}`] = part;
  }
  return parts;
}

/** '' where none of the values is there: then nothing identifies the record. */
function identityOf(flat: RemoteRecord, keys: readonly string[]): string {
  return keys
    .map((key) => flat[key])
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .filter((value) => value !== '')
    .join(IDENTITY_SEPARATOR);
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
