/** What several rows say together: the record that is sent for them. */
import { told } from '../change/told';
import type { ReadRow, UploadValue } from './package';
import type { UploadTarget } from './target';

export type Values = Readonly<Record<string, UploadValue>>;

/** A record with the rows that say it: at least one, in the order of the tab. */
export interface RowRecord {
  readonly rows: readonly [ReadRow, ...ReadRow[]];
  readonly values: Values;
}

/** Tells records apart. Rows that lack a part of their identity are records of their own. */
export function identityOf({ identity }: UploadTarget, { row, values }: ReadRow): string {
  const parts = identity.map((key) => values[key]);
  return parts.length === 0 || parts.includes(undefined) ? `row ${row}` : JSON.stringify(parts);
}

/** A record's identity as people see it: “G-7 · E-1001”; all that is sent of one that has none. */
export function identityWords({ identity, fields }: UploadTarget, values: Values): string {
  const keys = identity.length > 0 ? identity : fields.map(({ key }) => key);
  return keys.map((key) => String(values[key] ?? '')).join(' · ');
}

/** The same within a sentence: ‘“ann@example.com” is in row 2 already.’ */
export function alreadyIn(target: UploadTarget, first: ReadRow): string {
  return `${told(identityWords(target, first.values))} is in row ${first.row} already`;
}

export function isEqual(one: UploadValue | undefined, other: UploadValue | undefined): boolean {
  return one === other || (Array.isArray(one) && JSON.stringify(one) === JSON.stringify(other));
}

export function isFilled(value: UploadValue | undefined): value is UploadValue {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}
