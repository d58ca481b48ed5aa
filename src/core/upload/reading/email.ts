/** E-mail addresses in cells: as people and exports write them, and as they are sent. */
import { told } from '../../change/told';
import { faulty, type Reading } from './fault';

/** https://www.rfc-editor.org/errata/eid1690: no address is longer. */
const MOST_CHARACTERS = 254;

const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/;
const DOT_ASTRAY = /^\.|\.\.|\.@|@\./;

/**
 * Whether a text is an address: one @, neither blanks nor any of <>()[]\,;:" in it, a dot within the domain, no dot at the
 * beginning or end of either side nor beside another, 254 characters at most. What exists cannot be told from here.
 */
export function isAddress(text: string): boolean {
  return text.length <= MOST_CHARACTERS && ADDRESS.test(text) && !DOT_ASTRAY.test(text);
}

/** The address within “Ann Lee <ann@x.com>” or “mailto:ann@x.com”, in lower case. */
export function plainAddress(text: string): string {
  const bare = text.trim();
  const within = bare.endsWith('>') ? bare.slice(bare.lastIndexOf('<') + 1, -1) : bare;
  return within
    .trim()
    .replace(/^mailto:([^?]*).*$/i, '$1')
    .trim()
    .toLowerCase();
}

export function readEmail(word: string): Reading {
  const address = plainAddress(word);
  if (isAddress(address)) return { value: address };
  const several = (word.match(/@/g) ?? []).length > 1;
  return faulty(
    'badEmail',
    several ? `${told(word)} is more than one e-mail address.` : `${told(word)} is not an e-mail address.`,
    several ? 'Keep one address in the cell.' : 'Write an address such as ada@example.com.',
  );
}
