/** Names cut into plain words, so that case, accents, punctuation, legal forms and plan names do not tell two apart. */

export type Words = readonly string[];

/**
 * “Crème & Co. KG (Paris)” gives creme, and, co, kg, paris. Single letters with dots are one word: “S.A.” gives sa.
 * https://unicode.org/reports/tr15/ (compatibility decomposition, which also turns wide letters into plain ones)
 */
export function wordsOf(text: string): Words {
  const plain = text
    .replace(/[®™©]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/['’`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu, '$1');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What names share that are written as one word or as several: “Bit Warden” and “Bitwarden”. “and” does not count. */
export function keyOf(words: Words): string {
  return words.filter((word) => word !== 'and').join('');
}

/** The text with everything in brackets left out. */
export function withoutBrackets(text: string): string {
  return text.replace(/\([^)]*\)?|\[[^\]]*\]?/g, ' ');
}

/** “Monday” for “Monday.com”. */
export function withoutTopLevel(text: string): string {
  return text.replace(/\.(?:com|io|ai|app|net|org|co|me|so|us|dev|tech|cloud)\b/gi, '');
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const LEGAL = list(
  'inc incorporated llc llp lp ltd limited gmbh mbh corp corporation co company sa sas sarl srl spa bv nv ag ab as aps oy ou plc pty pte se sl kg kk pbc',
);
/** Plans: who puts one behind a name of software means that software. */
const PLANS = list(
  `enterprise business pro professional professionals premium plus standard basic free starter essential essentials ultimate advanced
  team teams organization organisation individual edition plan annual monthly yearly subscription subscriptions license licenses licence
  licences seat seats user users trial legacy`,
);
/** What kind of thing the software is; behind an ordinary word they may make another name. */
const FORMS = list('cloud online app apps saas software platform web desktop mobile suite hosted');
/** What a company’s name has besides the product’s. */
const COMPANY = list(
  'technologies technology labs software systems solutions networks group holdings international',
);

/** The words without the legal form, plans and the like at their end; never without the first word. */
function without(words: Words, ...endings: readonly ReadonlySet<string>[]): Words {
  let end = words.length;
  while (end > 1 && endings.some((ending) => ending.has(words[end - 1] ?? ''))) end -= 1;
  return words.slice(0, end);
}

export function withoutPlan(words: Words): Words {
  return without(words, LEGAL, PLANS);
}

export function withoutPlanAndForm(words: Words): Words {
  return without(words, LEGAL, PLANS, FORMS);
}

export function withoutLegalForm(words: Words): Words {
  return without(words, LEGAL);
}

export function withoutCompany(words: Words): Words {
  return without(words, LEGAL, COMPANY);
}

/** Whom a product is offered to: “Slack for Enterprise” is Slack, “Zoom for Outlook” is something else. */
const AUDIENCES = list(
  `enterprise enterprises business businesses team teams government work education nonprofits startups developers mac macos windows
  ios android linux desktop web individuals agencies`,
);

export function isAudience(words: Words): boolean {
  return words.length > 0 && words.every((word) => AUDIENCES.has(word));
}

const ADD_ONS = list(
  'integration integrations connector connectors plugin plugins extension addon addons bot bots sync importer exporter import export widget template templates theme backup backups migration migrator sdk cli webhook webhooks mirror',
);

/** Whether the words say that something is made for another product rather than being it. */
export function sayAddOn(words: Words): boolean {
  return words.some(
    (word, at) =>
      ADD_ONS.has(word) ||
      (word === 'power' && words[at + 1] === 'up') ||
      (word === 'add' && words[at + 1] === 'on'),
  );
}
