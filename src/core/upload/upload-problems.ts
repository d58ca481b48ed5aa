/** Problems of an upload as a whole, and all of them in the order in which people read them. */
import type { UploadPart } from './package';
import type { PartRows } from './part-rows';
import type { Problem } from './problem';
import type { UploadTarget } from './target';

/** One for each list that has to be part of the same upload and is not. */
export function missingParts(parts: readonly UploadPart[]): readonly Problem[] {
  const there = new Set(parts.map(({ target }) => target.target));
  const missing = new Map<string, UploadTarget>();
  for (const { target } of parts) {
    for (const needed of target.needs) if (!there.has(needed)) missing.set(needed, target);
  }
  return [...missing].map(([needed, { title }]) => ({
    severity: 'error',
    code: 'missingPart',
    message: `“${title}” can only be uploaded together with ${plain(needed)}.`,
    remedy: `Choose the tab that has the ${plain(needed)} as well.`,
  }));
}

/** “zluri.group_users” in words. */
function plain(target: string): string {
  return target.slice(target.indexOf('.') + 1).replace(/_/g, ' ');
}

export function nothingValid({ tab, target }: UploadPart, isMain: boolean): Problem {
  return {
    severity: isMain ? 'error' : 'warning',
    code: 'nothingValid',
    message: `No row of “${tab}” is a valid ${target.singular}.`,
    remedy: isMain
      ? 'Correct the rows that are marked: at least one has to be without errors.'
      : 'Correct the rows that are marked, or leave the tab out.',
  };
}

/** `bytes` of all files together. */
export function tooLarge({ maxBytes }: UploadTarget, bytes: number): readonly Problem[] {
  if (bytes <= maxBytes) return [];
  return [
    {
      severity: 'error',
      code: 'tooLarge',
      message: `The upload has ${megabytes(bytes)}; at most ${megabytes(maxBytes)} can be sent.`,
      remedy: 'Take columns out that are not needed there, or shorten long texts.',
    },
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toLocaleString('en-US', { maximumFractionDigits: 1 })} MB`;
}

/** Whoever is left out of a list that says who is there counts as gone. */
export function goneByLeavingOut({ part, refused }: PartRows): readonly Problem[] {
  const { missing, singular, plural } = part.target;
  if (missing !== 'gone' || refused === 0) return [];
  const rows = refused === 1 ? '1 row is' : `${refused.toLocaleString('en-US')} rows are`;
  return [
    {
      severity: 'warning',
      code: 'fewer',
      message: `${rows} left out, and this upload says which ${plural} there are: a ${singular} that is missing counts as gone.`,
      remedy: 'Correct the rows instead, unless that is meant.',
    },
  ];
}

/** Those of the upload first, then those of each tab, of its rows in their order and in the order of the fields. */
export function inOrder(ofUpload: readonly Problem[], parts: readonly PartRows[]): readonly Problem[] {
  const wide = [...ofUpload];
  const byRow: Problem[] = [];
  for (const { part, found } of parts) {
    const places = new Map(part.target.fields.map(({ key }, index) => [key, index]));
    const place = ({ field }: Problem): number => (field === undefined ? -1 : (places.get(field) ?? -1));
    const own = [...part.problems, ...part.rows.flatMap(({ problems }) => problems), ...found];
    const named = parts.length === 1 ? own : own.map((problem) => ({ tab: part.tab, ...problem }));
    const rows = named.filter(({ row }) => row !== undefined);
    wide.push(...named.filter(({ row }) => row === undefined));
    rows.sort((one, other) => (one.row ?? 0) - (other.row ?? 0) || place(one) - place(other));
    for (const problem of rows) byRow.push(problem);
  }
  return [...wide, ...byRow];
}
