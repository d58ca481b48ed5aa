/** What a platform that only ever adds has been sent already: left out of the next upload, or it would be there twice. */
import type { UploadPart } from '../../core/upload/package';
import type { Problem } from '../../core/upload/problem';
import { identityWords } from '../../core/upload/record';
import type { UploadMemory } from './memory';
import { targetOf } from './targets';

export interface News {
  /** Without the rows that were sent before; a part of which nothing is left is left out unless it is the main one. */
  readonly parts: readonly UploadPart[];
  /** How many rows went out. */
  readonly rows: number;
  /** Says so, part by part. */
  readonly problems: readonly Problem[];
  /** Whether nothing is left of the main part. */
  readonly isAll: boolean;
}

/** The main part is the first one. */
export function withoutSent(memory: UploadMemory, parts: readonly UploadPart[], place: string): News {
  const adding = parts.some(({ target }) => target.missing === 'stays');
  const sent = adding ? memory.sentTo(place) : new Map<string, ReadonlySet<string>>();
  const each = parts.map((part, index) => {
    const known = part.target.missing === 'stays' ? sent.get(part.target.target) : undefined;
    const rows = known
      ? part.rows.filter(({ values }) => !known.has(identityWords(part.target, values)))
      : part.rows;
    const isEmpty = part.rows.length > 0 && rows.length === 0;
    return { part: { ...part, rows }, left: part.rows.length - rows.length, isMain: index === 0, isEmpty };
  });
  return {
    parts: each.flatMap(({ part, isEmpty, isMain }) => (isEmpty && !isMain ? [] : [part])),
    rows: each.reduce((sum, { left }) => sum + left, 0),
    problems: each.flatMap(({ part, left, isEmpty, isMain }) =>
      left > 0 ? [told(part, left, isEmpty && isMain, parts.length > 1)] : [],
    ),
    isAll: each.some(({ isEmpty, isMain }) => isEmpty && isMain),
  };
}

function told({ tab, target }: UploadPart, left: number, isAll: boolean, isOneOfSeveral: boolean): Problem {
  const [what, are] = left === 1 ? [target.singular, 'was'] : [target.plural, 'were'];
  const number = left.toLocaleString('en-US');
  return {
    severity: isAll ? 'error' : 'note',
    code: 'sentBefore',
    message: isAll
      ? `Every row was sent before (${number} ${what}), and nothing is new.`
      : `${number} ${what} ${are} sent before, and ${left === 1 ? 'is' : 'are'} left out so as not to be there twice.`,
    remedy: isAll
      ? 'Nothing to do. If they did not arrive, choose to send again what was sent before.'
      : 'Nothing to do.',
    ...(isOneOfSeveral ? { tab } : {}),
  };
}

/**
 * What is to be remembered as sent along with `now`: what is only ever added stays remembered, and so does what other
 * parts were sent with the upload before.
 */
export function identitiesAfter(
  before: Readonly<Record<string, readonly string[]>>,
  now: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  const added = Object.entries(before).flatMap(([target, identities]) => {
    const news = now[target];
    if (!news) return [[target, identities] as const];
    if (targetOf(target).missing !== 'stays') return [];
    return [[target, [...new Set([...identities, ...news])].sort()] as const];
  });
  return { ...now, ...Object.fromEntries(added) };
}
