/** Headers of columns as they are compared: spelling does not tell two apart. */

/** Letters and digits only, in lower case, without accents: “E-Mail Address” and “email_address” are both “emailaddress”. */
export function normalHeader(text: string): string {
  return folded(text)
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Words that say nothing about what a column holds: the “User” and “address” of “User e-mail address”. */
const HARMLESS = new Set(
  `the a s in on at of user users member members person people employee current work business corporate company primary main
  address addresses date dates time timestamp utc gmt`.split(/\s+/),
);

/** What is left of a header without the words that say nothing and remarks such as “[Required]”, in the order of the alphabet; '' where nothing is. */
export function headerCore(text: string): string {
  const words = folded(text)
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .replace(/\be[-\s]?mails?\b/g, 'email')
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? [])
    .filter((word) => !HARMLESS.has(word))
    .sort()
    .join('');
}
