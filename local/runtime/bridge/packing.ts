/** Packs values for the way between two realms, and makes them anew in the realm that unpacks them. */
import type { Parcel, Wire } from './wire';

/** How a realm holds services and enum values: as objects on one side, as proxies on the other. */
export interface Holder {
  /** The parcel of a service or an enum value; undefined for every other object. */
  parcel(value: object): Parcel | undefined;
  service(id: number, shape: number, own?: Readonly<Record<string, number | string>>): unknown;
  enumValue(of: string, name: string): unknown;
}

const isDate = (value: object): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/** Arrays, dates, bytes and plain objects by value; services by handle. A cycle arrives as undefined. */
export function pack(value: unknown, holder: Holder, within: readonly object[] = []): Wire {
  switch (typeof value) {
    case 'number':
    case 'string':
    case 'boolean':
    case 'undefined':
      return value;
    case 'object':
      return value === null ? null : packObject(value, holder, within);
    default:
      return { is: 'nothing', kind: typeof value };
  }
}

function packObject(value: object, holder: Holder, within: readonly object[]): Wire {
  const held = holder.parcel(value);
  if (held !== undefined) return held;
  if (isDate(value)) return { is: 'date', time: value.getTime() };
  if (value instanceof Int8Array) return { is: 'bytes', bytes: value };
  if (ArrayBuffer.isView(value)) {
    return { is: 'bytes', bytes: new Int8Array(value.buffer, value.byteOffset, value.byteLength) };
  }
  if (within.includes(value)) return { is: 'nothing', kind: 'cycle' };
  const inside = [...within, value];
  if (!Array.isArray(value)) {
    const entries = Object.entries(value).map(([key, entry]): [string, Wire] => [
      key,
      pack(entry, holder, inside),
    ]);
    return { is: 'object', entries };
  }
  // A plain loop: a tab of 250,000 cells passes here.
  const packed: Wire[] = new Array(value.length);
  for (let at = 0; at < value.length; at += 1) {
    const entry: unknown = value[at];
    packed[at] = typeof entry === 'string' || typeof entry === 'number' ? entry : pack(entry, holder, inside);
  }
  return packed;
}

/** The value, made of this realm's own objects; what could not travel is undefined. */
export function unpack(wire: Wire, holder: Holder): unknown {
  if (typeof wire !== 'object' || wire === null) return wire;
  if (!Array.isArray(wire)) return unpackParcel(wire, holder);
  const values: unknown[] = new Array(wire.length);
  for (let at = 0; at < wire.length; at += 1) {
    const entry = wire[at];
    values[at] = typeof entry === 'string' || typeof entry === 'number' ? entry : unpack(entry, holder);
  }
  return values;
}

/**
 * Whether a value may cross google.script.run: numbers, booleans, texts, null, and arrays and objects of these.
 * https://developers.google.com/apps-script/guides/html/communication
 */
export function isPlain(wire: Wire): boolean {
  if (typeof wire !== 'object' || wire === null) return true;
  if (Array.isArray(wire)) return wire.every(isPlain);
  return wire.is === 'object' && wire.entries.every(([, entry]) => isPlain(entry));
}

function unpackParcel(parcel: Parcel, holder: Holder): unknown {
  switch (parcel.is) {
    case 'date':
      return new Date(parcel.time);
    case 'bytes':
      return Array.from(parcel.bytes);
    case 'service':
      return holder.service(parcel.id, parcel.shape, parcel.own);
    case 'enum':
      return holder.enumValue(parcel.of, parcel.name);
    case 'nothing':
      return undefined;
    case 'object': {
      const object: Record<string, unknown> = {};
      for (const [key, entry] of parcel.entries) {
        Object.defineProperty(object, key, {
          value: unpack(entry, holder),
          writable: true,
          enumerable: true,
          configurable: true,
        });
      }
      return object;
    }
  }
}
