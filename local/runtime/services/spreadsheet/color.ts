/** Colours as Sheets reports them. */

/** The basic names of CSS; other names are kept as they were given. */
const NAMES: Readonly<Record<string, string>> = {
  aqua: '#00ffff',
  black: '#000000',
  blue: '#0000ff',
  fuchsia: '#ff00ff',
  gray: '#808080',
  green: '#008000',
  grey: '#808080',
  lime: '#00ff00',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  orange: '#ffa500',
  purple: '#800080',
  red: '#ff0000',
  silver: '#c0c0c0',
  teal: '#008080',
  white: '#ffffff',
  yellow: '#ffff00',
};

/**
 * A colour in lower-case `#rrggbb` where it can be understood. The service takes invalid ones without complaint:
 * https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md
 */
export function colorText(color: string): string {
  const given = color.trim().toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(given);
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(given);
  if (parts !== null) return rgb(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return NAMES[given] ?? given;
}

/** Each part from 0 to 255. */
export function rgb(red: number, green: number, blue: number): string {
  return `#${[red, green, blue].map((part) => Math.trunc(part).toString(16).padStart(2, '0')).join('')}`;
}
