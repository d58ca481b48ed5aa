/** A short mark of a text, by which a later run tells whether the text is still the same. */

/** 32 bits in base 36, by FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function markOf(text: string): string {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  }
  return (mark >>> 0).toString(36);
}
