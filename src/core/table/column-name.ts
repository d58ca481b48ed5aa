/** The header that a column of ours gets: the platform's name for the field, unless another column has it. */
import type { Field } from './field';
import { STATUS_KEY } from './status';

/** A header that a plan may have to find or make: a field's, or that of the Status column. */
export type Named = Pick<Field, 'key' | 'label'>;

/** A header that no other column has. A field keeps the name “Status” before our own column does. */
export function freeLabel(key: string, label: string, taken: ReadonlySet<string>, provider: string): string {
  if (!taken.has(label)) return label;
  const longer = longLabel(key, label, provider);
  let free = longer;
  for (let n = 2; taken.has(free); n += 1) free = `${longer} ${n}`;
  return free;
}

function longLabel(key: string, label: string, provider: string): string {
  return `${label} (${key === STATUS_KEY ? 'SaaS Ledger' : provider})`;
}

/** Whether the header is one that `freeLabel` would make. */
export function isNameOf(header: string, { key, label }: Named, provider: string): boolean {
  const longer = longLabel(key, label, provider);
  return header === label || header === longer || header.startsWith(`${longer} `);
}
