/** Takes number formats apart: sections, and the digits, literals and date parts of each. */

/** One piece of a section, in the order in which it is shown. */
export type FormatPiece =
  | { readonly kind: 'literal'; readonly text: string }
  /** A run of `0`, `#` or `?`, with the commas among them. */
  | { readonly kind: 'digits'; readonly pattern: string }
  | { readonly kind: 'point' }
  | { readonly kind: 'exponent'; readonly plus: boolean; readonly digits: number }
  | { readonly kind: 'percent' }
  | { readonly kind: 'text' }
  | { readonly kind: 'general' }
  /** `unit` is y, m (month), d, h, n (minute), s, f (fraction of a second) or a (am/pm). */
  | {
      readonly kind: 'date';
      readonly unit: string;
      readonly length: number;
      readonly elapsed: boolean;
    };

export interface FormatSection {
  readonly pieces: readonly FormatPiece[];
  readonly isDate: boolean;
  readonly isText: boolean;
  readonly isGeneral: boolean;
  /** Whether the section applies to a number; absent where it names no condition such as `[>100]`. */
  readonly condition?: (value: number) => boolean;
}

/** Sections are named by place: positive, negative, zero, text. */
const sectionsByFormat = new Map<string, readonly FormatSection[]>();
const REMEMBERED_FORMATS = 5_000;

const PIECE = new RegExp(
  [
    '"(?<quoted>[^"]*)"?',
    '\\\\(?<escaped>.)',
    '_(?<spaced>.)',
    '\\*(?<filler>.)',
    '\\[(?<bracket>[^\\]]*)\\]',
    '(?<general>general)',
    '(?<half>am/pm|a/p)',
    '(?<unit>[ymdhs])\\k<unit>*',
    'e(?<sign>[+-])(?<exponent>[0#?]+)',
    '(?<digits>[0#?](?:[0#?,]*[0#?])?,*)',
    '(?<point>[.])',
    '(?<percent>%)',
    '(?<text>@)',
    '[^]',
  ].join('|'),
  'giu',
);

/** The sections of a number format. Source of the syntax: https://developers.google.com/workspace/sheets/api/guides/formats */
export function formatSections(format: string): readonly FormatSection[] {
  const known = sectionsByFormat.get(format);
  if (known !== undefined) return known;
  const sections = splitSections(format).map(readSection);
  if (sectionsByFormat.size >= REMEMBERED_FORMATS) sectionsByFormat.clear();
  sectionsByFormat.set(format, sections);
  return sections;
}

function splitSections(format: string): string[] {
  const sections = [''];
  for (const [part] of format.matchAll(/"[^"]*"?|\\.|\[[^\]]*\]|[\s\S]/gu)) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  return sections;
}

function readSection(section: string): FormatSection {
  const pieces: FormatPiece[] = [];
  let condition: ((value: number) => boolean) | undefined;
  for (const match of section.matchAll(PIECE)) {
    const parts = match.groups ?? {};
    const bracket = parts['bracket'];
    const piece = bracket === undefined ? pieceOf(match[0], parts) : bracketPiece(bracket);
    if (piece !== null) pieces.push(piece);
    if (bracket !== undefined) condition = conditionOf(bracket) ?? condition;
  }
  const resolved = withFractions(withMinutes(pieces));
  const isDate = resolved.some((piece) => piece.kind === 'date');
  return {
    pieces: resolved,
    isDate,
    isText: resolved.some((piece) => piece.kind === 'text'),
    isGeneral: resolved.some((piece) => piece.kind === 'general'),
    ...(condition && { condition }),
  };
}

function pieceOf(raw: string, parts: Record<string, string | undefined>): FormatPiece | null {
  const {
    quoted,
    escaped,
    spaced,
    filler,
    general,
    half,
    unit,
    sign,
    exponent,
    digits,
    point,
    percent,
    text,
  } = parts;
  if (quoted !== undefined) return { kind: 'literal', text: quoted };
  if (escaped !== undefined) return { kind: 'literal', text: escaped };
  // `_x` leaves the width of x, `*x` fills the column with x: neither of the two shows x.
  if (spaced !== undefined) return { kind: 'literal', text: ' ' };
  if (filler !== undefined) return null;
  if (general !== undefined) return { kind: 'general' };
  if (half !== undefined) return { kind: 'date', unit: 'a', length: half.length, elapsed: false };
  if (unit !== undefined)
    return { kind: 'date', unit: unit.toLowerCase(), length: raw.length, elapsed: false };
  if (exponent !== undefined) return { kind: 'exponent', plus: sign === '+', digits: exponent.length };
  if (digits !== undefined) return { kind: 'digits', pattern: digits };
  if (point !== undefined) return { kind: 'point' };
  if (percent !== undefined) return { kind: 'percent' };
  return text === undefined ? { kind: 'literal', text: raw } : { kind: 'text' };
}

/** Elapsed time and currency show; colours and conditions do not. */
function bracketPiece(bracket: string): FormatPiece | null {
  if (/^(h+|m+|s+)$/i.test(bracket)) {
    const unit = bracket.charAt(0).toLowerCase();
    return {
      kind: 'date',
      unit: unit === 'm' ? 'n' : unit,
      length: bracket.length,
      elapsed: true,
    };
  }
  const currency = /^\$([^-]*)/.exec(bracket);
  return currency === null ? null : { kind: 'literal', text: currency[1] ?? '' };
}

function conditionOf(bracket: string): ((value: number) => boolean) | undefined {
  const [, operator, operand] = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(bracket) ?? [];
  if (operator === undefined) return undefined;
  const limit = Number(operand);
  return (value) =>
    ({
      '<': value < limit,
      '>': value > limit,
      '<=': value <= limit,
      '>=': value >= limit,
      '=': value === limit,
      '<>': value !== limit,
    })[operator] ?? false;
}

/** An `m` right after hours or right before seconds means minutes. */
function withMinutes(pieces: readonly FormatPiece[]): FormatPiece[] {
  const units = pieces.filter((piece) => piece.kind === 'date' && piece.unit !== 'a');
  return pieces.map((piece) => {
    if (piece.kind !== 'date' || piece.unit !== 'm' || piece.length > 2) return piece;
    const at = units.indexOf(piece);
    const before = units[at - 1];
    const after = units[at + 1];
    const isMinute =
      (before?.kind === 'date' && before.unit === 'h') || (after?.kind === 'date' && after.unit === 's');
    return isMinute ? { ...piece, unit: 'n' } : piece;
  });
}

/** Zeros after the point after seconds are the fraction of the second. */
function withFractions(pieces: readonly FormatPiece[]): FormatPiece[] {
  return pieces.map((piece, index) => {
    const seconds = pieces[index - 2];
    const isFraction =
      piece.kind === 'digits' &&
      pieces[index - 1]?.kind === 'point' &&
      seconds?.kind === 'date' &&
      seconds.unit === 's';
    return isFraction ? { kind: 'date', unit: 'f', length: piece.pattern.length, elapsed: false } : piece;
  });
}
