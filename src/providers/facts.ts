/** From a provider's records to facts: which fields to ask for, and what their values mean. */
import type { FactKind, FactPlace, Facts, FactSource, FactValue } from '../core/facts/fact';
import { FACTS } from '../core/facts/fact';
import { decodeCell, encodeCell } from '../core/table/cell';
import { splitItems } from '../core/table/codec/choice';
import type { CodecContext } from '../core/table/codec/codec';
import { currencyIn } from '../core/table/codec/number';
import type { Field, RemoteRecord } from '../core/table/field';

/** The fields that the facts lie in, each once. A place that none of the `offered` fields is at is left out. */
export function fieldsForFacts(source: FactSource, offered: readonly Field[]): readonly Field[] {
  const found = placesOf(source).flatMap(([, places]) => places.flatMap((place) => fieldsAt(place, offered)));
  return [...new Map(found.map((field) => [field.key, field])).values()];
}

/** Whether a place is only known by what the organisation calls its fields. */
export function needsLabels(source: FactSource): boolean {
  return placesOf(source).some(([, places]) =>
    places.some((place) => typeof place === 'object' && 'labels' in place),
  );
}

/** One fact for each record; `offered` as for fieldsForFacts. */
export function factsFrom<Kind extends FactKind>(
  kind: Kind,
  source: FactSource<Kind>,
  offered: readonly Field[],
  records: readonly RemoteRecord[],
  context: CodecContext,
): Facts[Kind] {
  const places = new Map(placesOf(source));
  const readers = Object.entries(FACTS[kind]).map(([name, value]): [string, Reader] => {
    const found = (places.get(name) ?? []).flatMap((place): Reader[] => {
      const at = fieldsAt(place, offered).map((field) => readerOf(place, field, value as FactValue, context));
      return at.length > 0 ? [firstSaid(value as FactValue, at)] : [];
    });
    return [name, together(value as FactValue, found)];
  });
  return records.map(
    (record) => Object.fromEntries(readers.map(([name, read]) => [name, read(record)])),
    // Each attribute is read as FACTS says, which the type of the facts is made from.
  ) as unknown as Facts[Kind];
}

type Reader = (record: RemoteRecord) => unknown;

function placesOf(source: FactSource): readonly (readonly [string, readonly FactPlace[]])[] {
  return Object.entries(source.places).map(([name, place]: [string, FactPlace | readonly FactPlace[]]) => [
    name,
    Array.isArray(place) ? (place as readonly FactPlace[]) : [place as FactPlace],
  ]);
}

/** One, but for labels: organisations may have several fields for the same, and fill each for some records. */
function fieldsAt(place: FactPlace, offered: readonly Field[]): readonly Field[] {
  if (typeof place === 'string') return offered.filter(({ key }) => key === place);
  if ('field' in place) return offered.filter(({ key }) => key === place.field);
  const labels = place.labels.map((label) => label.toLowerCase());
  return offered
    .filter(({ label }) => labels.includes(label.toLowerCase()))
    .sort(
      (one, other) => labels.indexOf(one.label.toLowerCase()) - labels.indexOf(other.label.toLowerCase()),
    );
}

const EMPTY: Readonly<Record<FactValue, unknown>> = {
  text: '',
  list: [],
  number: null,
  amount: null,
  yesNo: null,
  day: '',
  moment: '',
};

function firstSaid(value: FactValue, readers: readonly Reader[]): Reader {
  const nothing = String(EMPTY[value]);
  return (record) =>
    readers.map((read) => read(record)).find((said) => String(said) !== nothing) ?? EMPTY[value];
}

function together(value: FactValue, readers: readonly Reader[]): Reader {
  const [first, ...more] = readers;
  if (!first) return () => EMPTY[value];
  if (more.length === 0) return first;
  return (record) =>
    readers
      .map((read) => String(read(record)))
      .filter((text) => text !== '')
      .join(' ');
}

function readerOf(place: FactPlace, field: Field, value: FactValue, context: CodecContext): Reader {
  if (typeof place === 'object' && 'field' in place) return isAnyOf(field, place.isAnyOf, context);
  switch (value) {
    case 'text':
      return (record) => String(valueIn(field, record, context));
    case 'list':
      return (record) => splitItems(field, String(valueIn(field, record, context)));
    case 'number':
      return (record) => asNumber(valueIn({ ...field, type: 'number' }, record, context));
    case 'amount':
      return (record) => {
        const amount = asNumber(valueIn(field, record, context));
        return amount === null ? null : { value: amount, currency: currencyIn(field, record) };
      };
    case 'yesNo':
      return (record) => asYesNo(valueIn(field, record, context));
    case 'day':
      return ofType({ ...field, type: 'date' }, /^\d{4}-\d\d-\d\d$/, context);
    case 'moment':
      return ofType({ ...field, type: 'dateTime' }, /^\d{4}-\d\d-\d\dT/, context);
  }
}

/** As a cell of the field would say it, canonical; '' for nothing. */
function valueIn(field: Field, record: RemoteRecord, context: CodecContext): string | number | boolean {
  const raw = record[field.key];
  if (raw === null || raw === undefined) return '';
  return decodeCell(field, encodeCell(field, raw, record, context).value, context).value;
}

function asNumber(value: string | number | boolean): number | null {
  return typeof value === 'number' ? value : null;
}

function asYesNo(value: string | number | boolean): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = String(value).trim().toLowerCase();
  if (text === 'yes' || text === 'true') return true;
  return text === 'no' || text === 'false' ? false : null;
}

function ofType(field: Field, shape: RegExp, context: CodecContext): Reader {
  return (record) => {
    const text = String(valueIn(field, record, context));
    return shape.test(text) ? text : '';
  };
}

function isAnyOf(field: Field, values: readonly string[], context: CodecContext): Reader {
  const labels = values.map((value) => String(decodeCell(field, value, context).value).toLowerCase());
  const meant = new Set([...values.map((value) => value.toLowerCase()), ...labels]);
  return (record) => {
    const text = String(valueIn(field, record, context)).toLowerCase();
    return text === '' ? null : meant.has(text);
  };
}
