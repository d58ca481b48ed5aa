/** What a platform stores for a field, what a tab must show for it, and what people type there: a small table by kind. */
import { wallText, type Plain } from './tab-view';

export interface Person {
  readonly id: string | number;
  readonly email: string;
}

/** What is needed to know what a stored value looks like. */
export interface Surroundings {
  readonly people: readonly Person[];
  readonly timeZone: string;
}

export interface Kind {
  /** Values that the platform may hold. */
  stored(around: Surroundings): readonly unknown[];
  /** What people type. */
  typed(around: Surroundings): readonly string[];
  /** The cell for a stored value; never asked for nothing, which is ''. */
  show(value: unknown, around: Surroundings, record: Readonly<Record<string, unknown>>): Plain;
}

const asText = (value: unknown): string => String(value);

export const text: Kind = {
  stored: () => [
    'plain',
    '=1+2',
    '00123',
    '2026-01-02',
    'TRUE',
    '50%',
    "'quoted",
    ' padded ',
    'a\nb',
    '🙂',
    null,
  ],
  typed: () => ['typed here', '00123', '=1+1', '2026-01-02', '50%', "'=quoted", 'TRUE', ''],
  show: asText,
};

/** Text that is changed by nobody here but the platform, and typed over in vain. */
export const address: Kind = {
  stored: () => ['ann@acme.example', 'bo@acme.example', null],
  typed: () => ['typed@acme.example', ''],
  show: asText,
};

export const number: Kind = {
  stored: () => [0, 7, -3, 12.5, 1_234_567, null],
  typed: () => ['7', '12.5', 'many', ''],
  show: Number,
};

/** @param perUnit how much of what is stored makes a whole unit, by the record's currency; `else` for others */
export const money = (perUnit: Readonly<Record<string, number> & { else: number }>): Kind => ({
  stored: () => [0, 9_950, 123_456, -200, null],
  typed: () => ['99.5', '1234.56', 'dear', ''],
  show: (value, _, { currency }) => Number(value) / (perUnit[String(currency)] ?? perUnit.else),
});

export const yesNo: Kind = {
  stored: () => [true, false, null],
  typed: () => ['TRUE', 'FALSE'],
  show: Boolean,
};

export const day: Kind = {
  stored: () => ['2026-03-29', '2026-10-25T00:00:00.000Z', '2024-02-29', null],
  typed: () => ['2026-05-01', '2026-03-29', 'soon', ''],
  show: (value) => `${String(value).slice(0, 10)} 00:00:00`,
};

export const moment: Kind = {
  stored: () => ['2026-03-29T00:30:00.000Z', '2025-07-01T22:15:30.000Z', 1_767_225_600_000, null],
  typed: () => ['2026-05-01 10:00', ''],
  show: (value, { timeZone }) => wallText(new Date(value as string | number), timeZone),
};

/** @param labels by stored value */
export const option = (labels: Readonly<Record<string, string>>): Kind => ({
  stored: () => [...Object.keys(labels), null],
  typed: () => [...Object.values(labels), ''],
  show: (value) => labels[String(value)] ?? String(value),
});

export const options = (labels: Readonly<Record<string, string>>): Kind => {
  const values = Object.keys(labels);
  const join = (list: readonly string[]): string => list.map((value) => labels[value] ?? value).join(', ');
  return {
    stored: () => [values.slice(0, 1), values, [...values].reverse(), [], null],
    typed: () => [join(values.slice(-1)), join(values), ''],
    show: (value) => join(value as string[]),
  };
};

const emailOf = ({ people }: Surroundings, id: unknown): string =>
  people.find((each) => each.id === id)?.email ?? '';

export const person: Kind = {
  stored: ({ people }) => [...people.slice(0, 3).map(({ id }) => id), null],
  typed: ({ people }) => [...people.slice(0, 4).map(({ email }) => email), 'stranger@acme.example', ''],
  show: (value, around) => emailOf(around, value),
};

export const people: Kind = {
  stored: ({ people: all }) => [[all[0]?.id], [all[2]?.id, all[1]?.id], []],
  typed: ({ people: all }) => [`${String(all[1]?.email)}, ${String(all[0]?.email)}`, ''],
  show: (value, around) => (value as unknown[]).map((id) => emailOf(around, id)).join(', '),
};

/** @param stored how the platform holds several items */
export const list = (stored: 'array' | 'comma text'): Kind => ({
  stored: () => {
    const lists = [['alpha'], ['alpha', '00123'], ['=x', 'TRUE', 'b'], []];
    return [...(stored === 'array' ? lists : lists.map((items) => items.join(','))), null];
  },
  typed: () => ['alpha, beta', 'one', ''],
  show: (value) => {
    const items = Array.isArray(value) ? value : String(value).split(',');
    return items
      .map((item) => String(item).trim())
      .filter(Boolean)
      .join(', ');
  },
});

/** The text that a cell stands for, where the field is made of text: a date that was typed is that date's text again. */
const bare = (cell: Plain): Plain => (typeof cell === 'string' ? cell.replace(/ 00:00:00$/, '') : cell);

/** Whether two cells of one field say the same, whatever Sheets made of what was typed; an empty checkbox is a no. */
export function saysSame(kind: Kind, one: Plain, other: Plain): boolean {
  const [a, b] = [one, other].map((cell) => (kind === yesNo && cell === '' ? false : bare(cell)));
  if (a === b) return true;
  if (a === undefined || b === undefined || a === '' || b === '' || typeof a === typeof b) return false;
  if (typeof a === 'boolean' || typeof b === 'boolean') {
    return String(a).toLowerCase() === String(b).toLowerCase();
  }
  return Number(a) === Number(b);
}
