/** What Sheets refuses to do, told apart by its own words: no other sign comes with the exception. */
import { AppError } from '../core/errors';

/** https://developers.google.com/apps-script/guides/support/best-practices names the limit; the words are Sheets' own. */
const FILE_FULL = /above the limit of 10000000 cells/;

/** [M] Seen by developers; no page of Google's has them. */
const PROTECTED = /protected cell or object/;
const RULE = /data you entered in cell (\S+) violates the data validation rules/;

/** Throws what Sheets refuses in plain words, and anything else as it is. `tab` is the tab's name. */
export function refusing<T>(tab: string, act: () => T): T {
  try {
    return act();
  } catch (thrown) {
    throw asRefusal(thrown, tab);
  }
}

function asRefusal(thrown: unknown, tab: string): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const { message } = thrown;
  if (FILE_FULL.test(message)) return new AppError('FILE_FULL', {}, undefined, { cause: thrown });
  if (PROTECTED.test(message)) return new AppError('TAB_PROTECTED', { tab }, { tab }, { cause: thrown });
  const cell = RULE.exec(message)?.[1];
  return cell === undefined
    ? thrown
    : new AppError('RULE_REFUSES', { tab, cell }, { tab }, { cause: thrown });
}
