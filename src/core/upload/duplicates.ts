/** Rows that say a record which another row says already, where they must not become one. */
import type { ReadRow } from './package';
import type { PartRows } from './part-rows';
import { alreadyIn, identityOf, isEqual } from './record';
import type { UploadTarget } from './target';

/**
 * Refuses every row of a record but the first one where the person chose so; and of a list that is added to what is there,
 * rows that say something else of the same record: nobody could tell which one counts.
 */
export function refuseDuplicates(rows: PartRows): void {
  const { target, choices } = rows.part;
  const isRefusing = choices.duplicates === 'refuse';
  if (target.identity.length === 0 || (!isRefusing && target.missing !== 'stays')) return;
  const field = target.identity[0] ?? '';
  const firsts = new Map<string, ReadRow>();
  for (const row of rows.kept()) {
    const identity = identityOf(target, row);
    const first = firsts.get(identity);
    if (!first) firsts.set(identity, row);
    else if (target.missing === 'stays' && !isSame(target, first, row)) {
      rows.refuse(row, {
        code: 'differs',
        field,
        message: `${alreadyIn(target, first)}, with other values.`,
        remedy: `Delete the row that is wrong, or tell the two ${target.plural} apart here.`,
      });
    } else if (isRefusing) {
      rows.refuse(row, {
        code: 'duplicate',
        field,
        message: `${alreadyIn(target, first)}.`,
        remedy: `Delete one of the two rows, or choose that rows of the same ${target.singular} become one.`,
      });
    }
  }
}

function isSame({ fields }: UploadTarget, one: ReadRow, other: ReadRow): boolean {
  return fields.every(({ key, sent }) => sent === false || isEqual(one.values[key], other.values[key]));
}
