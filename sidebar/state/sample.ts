/** The beginning of what is sent, taken apart so that it can be shown as tables. */
export interface SampleTable {
  /** “users”; '' where there is only one. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Tables of lists of records, wherever they stand; [] of a text.
 * @param cents keys whose values are whole cents, and are shown as money
 */
export function sampleTables(
  sample: unknown,
  cents: ReadonlySet<string> = new Set(),
  name = '',
): readonly SampleTable[] {
  if (Array.isArray(sample)) {
    const records = sample.filter(isRecord);
    if (records.length === 0) return sample.flatMap((part) => sampleTables(part, cents, name));
    const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
    return [
      {
        name,
        columns,
        rows: records.map((record) => columns.map((key) => valueText(record[key], cents.has(key)))),
      },
    ];
  }
  if (!isRecord(sample)) return [];
  return Object.entries(sample).flatMap(([key, part]) => sampleTables(part, cents, key));
}

/** Exactly as it is sent, but for line breaks. */
export function sampleText(sample: unknown): string {
  return typeof sample === 'string' ? sample : JSON.stringify(sample, null, 2);
}

function valueText(value: unknown, isCents: boolean): string {
  return isCents && typeof value === 'number' ? (value / 100).toFixed(2) : cellText(value);
}

/** Of records in a cell, what names them. */
function cellText(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(cellText).join(', ');
  if (!isRecord(value)) return String(value);
  const first: unknown = Object.values(value)[0];
  return isRecord(first) ? JSON.stringify(value) : cellText(first);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
