/** Records that lie inside those of a list: taken out of the records that hold them, and made flat. */
import { AppError } from '../core/errors';
import { isRecord } from '../core/http/list';
import { shapeRecords } from '../core/http/record-shape';
import type { RemoteRecord } from '../core/table/field';
import type { ResourceDefinition, RowsDefinition } from './definition';
import { shapeOf } from './requests';

/**
 * The rows inside these records, each with what it takes from its holder; the records themselves where the resource has no rows. A
 * record may hold none. Throws AppError INCOMPLETE_READ where none of the records has a place for them: then they were not sent.
 */
export function recordsWithin(
  resource: ResourceDefinition,
  listed: readonly RemoteRecord[],
): readonly RemoteRecord[] {
  const { rows, plural } = resource;
  if (!rows) return listed;
  const [place] = rows.path;
  if (listed.length > 0 && listed.every((holder) => holder[place] === undefined)) {
    throw new AppError('INCOMPLETE_READ', {
      subject: plural,
      problem: `no record of the list held “${rows.path.join('.')}”`,
    });
  }
  const found = listed.flatMap((holder) => rowsOf(holder, rows));
  const shape = shapeOf(resource);
  return shape ? shapeRecords(found, shape) : found;
}

function rowsOf(holder: RemoteRecord, { path, carries }: RowsDefinition): readonly RemoteRecord[] {
  let held: unknown = holder;
  for (const key of path) held = isRecord(held) ? held[key] : undefined;
  if (!Array.isArray(held)) return [];
  const taken = Object.entries(carries).map(([attribute, source]) => [attribute, holder[source]]);
  return held.filter(isRecord).map((row) => ({ ...row, ...Object.fromEntries(taken) }));
}
