/** What a platform says of a field right after a change was sent: its answer, or where that is silent, what it was sent. */
import { decodeCell, encodeCell } from '../table/cell';
import type { Canonical, CodecContext, Encoded } from '../table/codec/codec';
import { moneyOf } from '../table/codec/remote-shape';
import { currencyCode } from '../table/currency';
import type { Field, RemoteRecord } from '../table/field';
import { GENERAL } from '../table/typed-text';

/** Whether a record says what a field is; an amount without its currency may be off by a power of ten. */
export function isTold({ key, type, currencyField }: Field, record: RemoteRecord): boolean {
  const raw = record[key];
  if (raw === undefined) return false;
  if (type !== 'money' || currencyField === undefined || raw === null) return true;
  return moneyOf(raw) !== null || currencyCode(record[currencyField]) !== null;
}

export interface Answered {
  /** As its cell shows it. */
  readonly encoded: Encoded;
  readonly canonical: Canonical;
}

export function answered(field: Field, record: RemoteRecord, to: Canonical, context: CodecContext): Answered {
  if (!isTold(field, record)) return { encoded: shown(field, to, context), canonical: to };
  const encoded = encodeCell(field, record[field.key], record, context);
  return { encoded, canonical: decodeCell(field, encoded.value, context).value };
}

/** A canonical amount is in whole units already, whatever the platform counts in. */
function shown(field: Field, canonical: Canonical, context: CodecContext): Encoded {
  return typeof canonical === 'number'
    ? { value: canonical, format: GENERAL }
    : encodeCell(field, canonical, {}, context);
}
