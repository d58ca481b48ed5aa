/** Text by Java-like formats, as Utilities.formatString and Logger.log take them. https://developers.google.com/apps-script/reference/utilities/utilities */

/** Argument number, flags, width, precision, conversion. */
const SPECIFIER = /%(?:(\d+)\$)?([-+ 0,(#]*)(\d+)?(?:\.(\d+))?([sSdifeEgGxXocbBn%])/g;

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}

function signed(size: string, negative: boolean, flags: string): string {
  if (negative) return flags.includes('(') ? `(${size})` : `-${size}`;
  return flags.includes('+') ? `+${size}` : flags.includes(' ') ? ` ${size}` : size;
}

/** A number with its zero padding, before it is padded with spaces. */
function decimal(value: number, size: string, flags: string, width: number): string {
  const digits = flags.includes(',') ? grouped(size) : size;
  const text = signed(digits, value < 0, flags);
  const zeros = flags.includes('0') ? Math.max(0, width - text.length) : 0;
  return zeros === 0 ? text : signed('0'.repeat(zeros) + digits, value < 0, flags);
}

function exponent(value: number, precision: number): string {
  return Math.abs(value)
    .toExponential(precision)
    .replace(/e([+-])(\d)$/, 'e$10$2');
}

function convert(kind: string, value: unknown, flags: string, width: number, precision?: number): string {
  const number = Number(value);
  switch (kind) {
    case 'd':
    case 'i':
      return decimal(number, String(Math.trunc(Math.abs(number))), flags, width);
    case 'f':
      return decimal(number, Math.abs(number).toFixed(precision ?? 6), flags, width);
    case 'e':
      return decimal(number, exponent(number, precision ?? 6), flags, width);
    case 'g':
      return decimal(number, Math.abs(number).toPrecision(precision ?? 6), flags, width);
    case 'x':
      return decimal(number, Math.trunc(Math.abs(number)).toString(16), flags, width);
    case 'o':
      return decimal(number, Math.trunc(Math.abs(number)).toString(8), flags, width);
    case 'c':
      return typeof value === 'number' ? String.fromCodePoint(value) : String(value).slice(0, 1);
    case 'b':
      return String(value !== false && value !== null && value !== undefined);
    default:
      return precision === undefined ? String(value) : String(value).slice(0, precision);
  }
}

/** Fills the specifiers with the values, in order or by number (`%2$s`); other text stays, also an unknown specifier. */
export function formatString(template: string, values: readonly unknown[]): string {
  let next = 0;
  return template.replace(
    SPECIFIER,
    (
      _all,
      position: string | undefined,
      flags: string,
      width = '',
      precision: string | undefined,
      kind: string,
    ) => {
      if (kind === '%') return '%';
      if (kind === 'n') return '\n';
      const value = values[position === undefined ? next++ : Number(position) - 1];
      const lower = kind.toLowerCase();
      const plain = convert(
        lower,
        value,
        flags,
        Number(width),
        precision === undefined ? undefined : Number(precision),
      );
      const text = kind === lower ? plain : plain.toUpperCase();
      return flags.includes('-') ? text.padEnd(Number(width)) : text.padStart(Number(width));
    },
  );
}
