/** Values and names within the sentences that people read. */
import type { Canonical } from '../table/codec/codec';
import type { Change } from './change';

/** Characters of a value that a sentence holds. */
const TOLD = 60;

/** “Chat”, yes, or 12.5. */
export function told(value: Canonical): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  const text = value.replace(/\s+/g, ' ').trim();
  return `“${text.length <= TOLD ? text : `${text.slice(0, TOLD - 1).replace(/[\ud800-\udbff]$/, '')}…`}”`;
}

/** “app” with its article. */
export function withArticle(singular: string): string {
  return `${/^[aeiou](?!ser)/i.test(singular) ? 'an' : 'a'} ${singular}`;
}

/** The change as one that cannot be sent, and why. */
export function problem(change: Change, message: string): Change {
  return { ...change, kind: 'problem', message };
}
