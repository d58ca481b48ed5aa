/** References between the lists of one upload: whoever is named must be in it. */
import { told } from '../change/told';
import type { PartRows } from './part-rows';
import type { UploadReference } from './target';

/**
 * Refuses rows that name a record which is not in the upload. Rows that are out count as missing only where they are left out:
 * else nothing is sent before they are corrected.
 */
export function refuseUnknown(parts: readonly PartRows[], leaveOut: boolean): void {
  for (const rows of parts) {
    const { shape } = rows.part.target;
    if (shape.kind !== 'records') continue;
    // All of its references are looked at, also of a row that the first one refuses.
    const kept = [...rows.kept()];
    for (const reference of shape.references) {
      const others = parts.filter(({ part }) => part.target.target === reference.target);
      const [other] = others;
      if (!other) continue;
      const known = keysOf(others, reference.key, leaveOut);
      for (const row of kept) {
        const value = row.values[reference.field];
        if (value === undefined || known.here.has(String(value))) continue;
        const place = known.leftOut.get(String(value));
        const words = place === undefined ? missing(other, reference, value) : leftOut(other, value, place);
        rows.refuse(row, { code: 'unknownReference', field: reference.field, ...words });
      }
    }
  }
}

interface Keys {
  readonly here: ReadonlySet<string>;
  /** With the row that is left out. */
  readonly leftOut: ReadonlyMap<string, number>;
}

function keysOf(parts: readonly PartRows[], key: string, leaveOut: boolean): Keys {
  const here = new Set<string>();
  const leftOut = new Map<string, number>();
  for (const rows of parts) {
    for (const row of rows.part.rows) {
      const value = row.values[key];
      if (value === undefined) continue;
      if (leaveOut && !rows.has(row)) leftOut.set(String(value), row.row);
      else here.add(String(value));
    }
  }
  return { here, leftOut };
}

type Words = { readonly message: string; readonly remedy: string };

function missing({ part: { tab, target } }: PartRows, { key }: UploadReference, value: unknown): Words {
  const label = target.fields.find((field) => field.key === key)?.label ?? key;
  const name = told(String(value));
  return {
    message: `“${tab}” has no ${target.singular} whose “${label}” is ${name}.`,
    remedy: `Add ${name} to the tab “${tab}”, or correct it in this row.`,
  };
}

function leftOut({ part: { tab, target } }: PartRows, value: unknown, row: number): Words {
  const name = told(String(value));
  return {
    message: `The ${target.singular} ${name} is left out, because row ${row} of “${tab}” has an error.`,
    remedy: `Correct row ${row} of “${tab}”.`,
  };
}
