/** The `aggs` parameter, for metrics and groups. https://developers.toriihq.com/reference/aggregations */
import { Refusal } from '../../http/exchange';
import type { FieldCatalog } from '../field';
import type { ToriiRecord } from '../record';
import { comparables } from './comparable';

interface Aggregation {
  readonly field?: unknown;
  readonly aggregationType?: unknown;
  readonly options?: {
    readonly metricFunction?: unknown;
    readonly size?: unknown;
    readonly sort?: { readonly order?: unknown };
  };
  readonly aggs?: Aggregation;
}

interface Bucket {
  readonly key: string | number;
  readonly value: number;
  readonly groupCount: number;
  readonly aggregations?: number | Bucket[];
}

const MOST_BUCKETS = 100;

const METRICS: Readonly<Record<string, (values: readonly number[]) => number>> = {
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  avg: (values) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length),
  max: (values) => values.reduce((most, value) => Math.max(most, value), -Infinity),
  min: (values) => values.reduce((least, value) => Math.min(least, value), Infinity),
  total: (values) => values.length,
};

/** A number for a metric; buckets, the largest first, for groups. A bucket's value is its metric, or its count. */
export function aggregate(
  text: string,
  records: readonly ToriiRecord[],
  catalog: FieldCatalog,
): number | Bucket[] {
  let parsed: Aggregation;
  try {
    parsed = JSON.parse(text) as Aggregation;
  } catch {
    throw new Refusal(400, 'aggs is not valid JSON');
  }
  return run(parsed, records, catalog);
}

function run(
  aggregation: Aggregation,
  records: readonly ToriiRecord[],
  catalog: FieldCatalog,
): number | Bucket[] {
  const field = catalog.get(String(aggregation.field));
  if (field === undefined)
    throw new Refusal(400, `Cannot aggregate unknown field "${String(aggregation.field)}"`);
  if (aggregation.aggregationType === 'metric') {
    const name = String(aggregation.options?.metricFunction);
    const metric = METRICS[name];
    if (metric === undefined) throw new Refusal(400, `Unknown metric "${name}"`);
    const values = records
      .flatMap((record) => comparables(field, record))
      .filter((v) => typeof v === 'number');
    return metric(values);
  }
  if (aggregation.aggregationType !== 'groupBy') {
    throw new Refusal(
      400,
      `This server aggregates by metric and groupBy, not by "${String(aggregation.aggregationType)}"`,
    );
  }
  const size = Number(aggregation.options?.size ?? MOST_BUCKETS);
  if (!(size >= 1 && size <= MOST_BUCKETS)) throw new Refusal(400, `aggs size must be 1 to ${MOST_BUCKETS}`);
  const groups = new Map<string | number, ToriiRecord[]>();
  for (const record of records) {
    for (const value of comparables(field, record)) {
      if (value === null) continue;
      const key = typeof value === 'number' ? value : String(value);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [record]);
      else group.push(record);
    }
  }
  const sign = aggregation.options?.sort?.order === 'asc' ? 1 : -1;
  const buckets = [...groups].map(([key, group]): Bucket => {
    const nested = aggregation.aggs === undefined ? undefined : run(aggregation.aggs, group, catalog);
    return {
      key,
      value: typeof nested === 'number' ? nested : group.length,
      groupCount: group.length,
      ...(nested === undefined ? {} : { aggregations: nested }),
    };
  });
  return buckets.sort((a, b) => (a.value - b.value) * sign).slice(0, size);
}
