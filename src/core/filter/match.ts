/** Whether a record is one of those that filters select: compared by what its cells would say, whatever shape the platform sent. */
import { decodeCell, encodeCell } from '../table/cell';
import { splitItems } from '../table/codec/choice';
import type { Canonical, CodecContext } from '../table/codec/codec';
import type { Field, FieldType, RemoteRecord } from '../table/field';
import { dayOf, zoneOf } from '../table/wall-clock';
import { dayRangeOf, isWithin } from './day-range';
import type { Filter, FilterOnField } from './filter';

export type RecordTest = (record: RemoteRecord) => boolean;

/** What the days of filters are counted by. */
export interface RunDay extends CodecContext {
  /** The day of the run in the file's time zone, “2026-11-22”. */
  readonly today: string;
}

/** `now` in milliseconds since 1970, `timeZone` an IANA name. */
export function runDay(now: number, timeZone: string): RunDay {
  return { timeZone, today: dayOf(zoneOf(timeZone).wallOf(now)) };
}

/** One test that holds for records that pass every filter. Filters must have been checked by checkFilters. */
export function recordTest(filters: readonly FilterOnField[], run: RunDay): RecordTest {
  const tests = filters.map((on) => testOf(on, run));
  return (record) => tests.every((test) => test(record));
}

function testOf({ filter, field }: FilterOnField, run: RunDay): RecordTest {
  const values = (record: RemoteRecord): readonly Canonical[] => valuesOf(field, record, run);
  switch (filter.test) {
    case 'isAnyOf':
    case 'isNoneOf': {
      const wanted = new Set(filter.values.map((value) => keyOf(field, wantedValue(field, value, run))));
      const isOne: RecordTest = (record) => values(record).some((value) => wanted.has(keyOf(field, value)));
      return filter.test === 'isAnyOf' ? isOne : not(isOne);
    }
    case 'contains':
    case 'containsNot': {
      const part = folded(String(filter.values[0] ?? ''));
      const holds: RecordTest = (record) =>
        values(record).some((value) => folded(String(value)).includes(part));
      return filter.test === 'contains' ? holds : not(holds);
    }
    case 'atLeast':
    case 'atMost': {
      const bound = Number(filter.values[0]);
      const isPast = filter.test === 'atLeast' ? (n: number) => n >= bound : (n: number) => n <= bound;
      return (record) => values(record).some((value) => typeof value === 'number' && isPast(value));
    }
    case 'isYes':
      return (record) => values(record)[0] === true;
    case 'isNo':
      return (record) => values(record)[0] !== true;
    case 'isEmpty':
      return (record) => values(record).length === 0;
    case 'isNotEmpty':
      return (record) => values(record).length > 0;
    default:
      return dayTest(filter, field, run);
  }
}

function dayTest(filter: Filter, field: Field, run: RunDay): RecordTest {
  const range = dayRangeOf(filter, run.today) ?? {};
  return (record) => {
    const day = dayIn(field, record, run);
    return day !== null && isWithin(range, day);
  };
}

/** The day that the cell would show; null for none, and for what is no date. */
function dayIn(field: Field, record: RemoteRecord, run: RunDay): string | null {
  const shown = encodeCell(field, record[field.key], record, run).value;
  return shown instanceof Date ? dayOf(zoneOf(run.timeZone).wallOf(shown.getTime())) : null;
}

const SEVERAL: ReadonlySet<FieldType> = new Set(['options', 'people', 'list']);

/** What the field holds: [] for nothing, several for a field of several things. */
function valuesOf(field: Field, record: RemoteRecord, run: RunDay): readonly Canonical[] {
  const raw = record[field.key];
  // Item by item, since an item may hold a comma itself.
  const parts: readonly unknown[] = SEVERAL.has(field.type) && Array.isArray(raw) ? raw : [raw];
  return parts
    .flatMap((part): readonly Canonical[] => {
      const value = canonical(field, part, record, run);
      return SEVERAL.has(field.type) && part === raw ? splitItems(field, String(value)) : [value];
    })
    .filter((value) => typeof value !== 'string' || value.trim() !== '');
}

function canonical(field: Field, raw: unknown, record: RemoteRecord, run: RunDay): Canonical {
  return decodeCell(field, encodeCell(field, raw, record, run).value, run).value;
}

/** What a person chose or typed, as values of the field read. */
function wantedValue(field: Field, value: string | number, run: RunDay): Canonical {
  return decodeCell(field, value, run).value;
}

/** What equal values share. Ids are codes, in which case may tell two apart. */
function keyOf({ type }: Field, value: Canonical): string {
  const text = String(value).trim();
  return type === 'id' ? text : folded(text);
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function not(test: RecordTest): RecordTest {
  return (record) => !test(record);
}
