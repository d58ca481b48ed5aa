/** Records as one CSV file: https://www.rfc-editor.org/rfc/rfc4180 */
import type { UploadValue } from './package';
import { type Packed, SAMPLE, wholeFile } from './packed';
import { wholeCents } from './reading/amount';
import { isFilled, type RowRecord } from './record';
import type { PackageShape, UploadField, UploadTarget } from './target';

type CsvShape = Extract<PackageShape, { kind: 'csv' }>;
const LINE_END = '\r\n';

export function packCsv(
  { target, fields }: UploadTarget,
  shape: CsvShape,
  records: readonly RowRecord[],
): Packed {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const columns = shape.columns.flatMap(({ field: key, header }) => {
    const field = byKey.get(key);
    const isUsed = field?.required === true || records.some(({ values }) => isFilled(values[key]));
    return field && isUsed ? [{ field, header }] : [];
  });
  const lines = [
    lineOf(columns.map(({ header }) => header)),
    ...records.map(({ values }) => lineOf(columns.map(({ field }) => cellOf(field, values[field.key])))),
  ];
  return {
    files: [wholeFile(target, shape.fileName, 'text/csv', lines.join(''), records)],
    sample: lines.slice(0, 1 + SAMPLE).join(''),
  };
}

function lineOf(cells: readonly string[]): string {
  return cells.map(quoted).join(',') + LINE_END;
}

/**
 * Text that a spreadsheet would read as a formula stays as it is: the platform takes every character, a guarding apostrophe
 * too, as part of the name.
 */
function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}

function cellOf({ type, cents }: UploadField, value: UploadValue | undefined): string {
  if (value === undefined) return '';
  if (type === 'money' && typeof value === 'number')
    return ((cents ? value : wholeCents(value)) / 100).toFixed(2);
  return Array.isArray(value) ? value.join(', ') : String(value);
}
