/** What an upload says that the one before did not, and whether to ask about whoever is missing now. */
import type { UploadTarget } from './target';

/** A list that loses a larger share of what it had is only sent after a yes. [I] No platform names a share. */
export const SHRINK_SHARE = 0.2;

export interface Since {
  readonly added: number;
  /** Identities that were in the one before. */
  readonly gone: readonly string[];
}

/** Both sorted, each without repeats, as a package has its identities. */
export function since(before: readonly string[], after: readonly string[]): Since {
  const gone: string[] = [];
  let at = 0;
  let kept = 0;
  for (const identity of before) {
    while (at < after.length && after[at]! < identity) at += 1;
    if (after[at] === identity) kept += 1;
    else gone.push(identity);
  }
  return { added: after.length - kept, gone };
}

export interface FewerQuestion {
  /** “37 of 120 users fewer than last time (31 %). …” */
  readonly words: string;
  /** Whether it has to be answered yes before anything is sent; else it is good to know. */
  readonly asks: boolean;
}

/** `before`: how many there were last time; `platform`: its name. Null where nobody is missing, or where that means nothing. */
export function fewerQuestion(
  { missing, singular, plural }: Pick<UploadTarget, 'missing' | 'singular' | 'plural'>,
  { gone }: Since,
  before: number,
  platform: string,
): FewerQuestion | null {
  if (missing === 'stays' || gone.length === 0) return null;
  const share = gone.length / before;
  const percent = share < 0.01 ? 'less than 1' : String(Math.round(share * 100));
  const outcome =
    missing === 'gone'
      ? `${platform} counts ${plural} that are missing as gone or inactive.`
      : `${platform}’s documents do not say what becomes of ${plural} that are missing.`;
  const asks = share > SHRINK_SHARE;
  const number = (count: number): string => count.toLocaleString('en-US');
  return {
    words:
      `${number(gone.length)} of ${number(before)} ${before === 1 ? singular : plural} fewer than last time ` +
      `(${percent} %). ${outcome}${asks ? ' Send it all the same?' : ''}`,
    asks,
  };
}
