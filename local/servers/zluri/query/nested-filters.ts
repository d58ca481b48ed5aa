/** Filters on what records hold as objects: sources, licences and custom fields. https://developers.zluri.com/docs/filters */
import { same } from '../../records/comparison';
import type { Comparable } from '../../records/comparison';
import { WrongValue } from '../error-body';
import type { ZluriRecord } from '../record';
import type { Filter, Test } from './filters';

type Source = Readonly<Record<string, unknown>>;

interface SourceValue {
  readonly key?: unknown;
  readonly value?: unknown;
}

const SOURCE_KEYS = ['keyword', 'org_integration_id', 'global_agent_id'];

/** @param only the record may have no other source: a meaning seen in the web app */
export function sourceTest(
  values: readonly unknown[],
  only: boolean,
  read: (record: ZluriRecord) => unknown,
  place: string,
): Test {
  const wanted = values.map((value, i) => {
    const { key, value: list } = (value ?? {}) as SourceValue;
    if (!SOURCE_KEYS.includes(String(key)) || !Array.isArray(list)) {
      throw new WrongValue(`${place}.field_values[${i}]`, 'Must be {key, value: [...], value_type}');
    }
    return (source: Source) => list.includes(source[String(key)]);
  });
  const matches = (source: Source) => wanted.some((test) => test(source));
  return (record) => {
    const own = read(record) ?? [];
    const sources = (Array.isArray(own) ? own : [own]) as Source[];
    return sources.length > 0 && (only ? sources.every(matches) : sources.some(matches));
  };
}

/** Values are ids of licences. https://developers.zluri.com/reference/listapplicationusers */
export function licenceTest(values: readonly unknown[], read: (record: ZluriRecord) => unknown): Test {
  return (record) => {
    const own = (read(record) ?? []) as { license_id?: unknown }[];
    return own.some((licence) => values.includes(licence.license_id));
  };
}

/** `field_values` is an object here. */
export function customFieldTest(filter: Filter, place: string): Test {
  const { custom_field_id: id, custom_field_values: values } = (filter.field_values ?? {}) as {
    custom_field_id?: unknown;
    custom_field_values?: unknown;
  };
  if (typeof id !== 'string' || !Array.isArray(values)) {
    throw new WrongValue(`${place}.field_values`, 'Must be {custom_field_id, custom_field_values: [...]}');
  }
  return (record) =>
    (record.custom_fields ?? []).some(
      ({ field_id, field_value }) =>
        field_id === id && values.some((value) => same(value as Comparable, field_value as Comparable)),
    );
}
