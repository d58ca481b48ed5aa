/** Rows that somebody might have in a tab: good ones, bad ones, and the odd things that exports and people leave in cells. */
import fc from 'fast-check';

/** A field as `uploadTargets` tells it. */
export interface Field {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  readonly required: boolean;
  readonly choices?: readonly { readonly value: string; readonly words: readonly string[] }[];
}

export type Cell = string | number | boolean | Date;

const IDS = 9;
const two = (number: number): string => String(number).padStart(2, '0');
const upTo = (max: number, min = 0): fc.Arbitrary<number> => fc.integer({ min, max });

const ODD: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(
    ...['', ' ', '\u00a0', '\u200b', '-', 'n/a', 'never', 'NULL', '-5', '1e400', 'NaN', '+49', '@x'],
    ...['__proto__', 'constructor', 'true', '{"a":1}', '<b>', '"', ',', ';', '\n', 'a\nb', 'a;b', 'a,,b'],
    ...[
      '\u{1F600}',
      'İ',
      'ß',
      '\u2028',
      '\ufeff',
      'e\u0301',
      '１２',
      '=1/0',
      '=1+1',
      '=NOSUCH()',
      'x'.repeat(300),
    ],
    ...[true, false, 0, -1, 0.5, 1e21, 45_000],
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

const EMAIL: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 5, arbitrary: upTo(2 * IDS).map((id) => `user${id}@example.com`) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', ' ', 'mailto:', 'Ann Lee <', '\u200b', '\u00a0'),
        fc.constantFrom(
          'ann',
          'Cy.Fox',
          "o'neil",
          'a+b',
          'ü',
          'x'.repeat(244),
          '.a',
          'a.',
          'a..b',
          'a b',
          '',
          'ann@b',
        ),
        fc.constantFrom(
          'example.com',
          'EXAMPLE.com',
          'x',
          'x.',
          '.x.com',
          'x..com',
          'münchen.de',
          'x.com, b@x.com',
          '[::1]',
        ),
        fc.constantFrom('', ' ', '>', '\n', '?subject=x', '\u200b'),
      )
      .map(([before, person, domain, behind]) => `${before}${person}@${domain}${behind}`),
  },
);

const MONTH_NAMES = [
  'Jan',
  'February',
  'mar',
  'Apr.',
  'May',
  'June',
  'Sept',
  'Oct',
  'Nov',
  'Dec',
  'Foo',
  'Aug',
];

/** A day in every common form, whether it exists or not. */
const DAY: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(upTo(2100, 1950), fc.constantFrom(0, 99, 1899, 1900, 9999, 10_000)),
    upTo(13),
    upTo(32),
    upTo(10),
  )
  .map(([year, month, day, form]) => {
    const name = String(MONTH_NAMES[month % 12]);
    const short = two(year % 100);
    const forms = [
      ...[`${year}-${two(month)}-${two(day)}`, `${day}/${month}/${year}`, `${month}/${day}/${year}`],
      ...[`${day}.${month}.${year}`, `${day} ${name} ${year}`, `${name} ${day}, ${year}`],
      ...[`${year}/${month}/${day}`, `${day}/${month}/${short}`, `${year}${two(month)}${two(day)}`],
      ...[`Mon, ${day} ${name} ${year}`, `${short}-${month}-${day}`],
    ];
    return String(forms[form]);
  });

const TIME: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(' ', 'T', ', ', ' at '),
    upTo(25),
    upTo(61),
    fc.constantFrom('', ':05', ':61', ':05.123'),
    fc.constantFrom('', 'Z', '+02:00', '-12:00', '+99:99', ' UTC', ' am', ' PM', '+0200', ' EST'),
  )
  .map(([gap, hour, minute, second, zone]) => `${gap}${two(hour)}:${two(minute)}${second}${zone}`);

const DATE: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: DAY },
  { weight: 2, arbitrary: fc.tuple(DAY, TIME).map(([day, time]) => day + time) },
  { weight: 1, arbitrary: upTo(110_000, -10) },
  { weight: 1, arbitrary: fc.integer({ min: 1e8, max: 2e12 }) },
  {
    weight: 2,
    arbitrary: fc.date({ min: new Date('1899-12-30'), max: new Date('9999-12-30'), noInvalidDate: true }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '9999-12-31T23:59:59-05:00',
      '1900-01-01T00:00:00+14:00',
      '2026-02-30',
      '31/02/2026',
    ),
  },
);

const NUMBER: fc.Arbitrary<Cell> = fc.oneof(
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  upTo(500, -2),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => number.toFixed(3)),
  fc.constantFrom<Cell>(
    ...[
      '$1,234.50',
      '1.234,50 €',
      '(5.00)',
      '1 234',
      '1e3',
      '-0',
      '1,5',
      '12 apples',
      'EUR 5',
      "1'234.5",
      '£',
      '1.2.3',
    ],
    ...[-0, 1.005, 1e-7, 1e13, 9.99e12],
  ),
);

const TEXT: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: upTo(IDS).map((id) => `k${id}`) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 1, arbitrary: upTo(20) },
);

const LIST: fc.Arbitrary<Cell> = fc
  .tuple(
    fc.array(fc.constantFrom('Pro', 'pro', 'Basic', ' Team ', '', 'n/a'), { maxLength: 4 }),
    fc.constantFrom(', ', ';', '\n'),
  )
  .map(([items, between]) => items.join(between));

const YES_NO: fc.Arbitrary<Cell> = fc.constantFrom<Cell>(
  true,
  false,
  'yes',
  'No',
  'TRUE',
  'x',
  '1',
  0,
  'maybe',
);

function choice({ choices = [] }: Field): fc.Arbitrary<Cell> {
  const words = choices.flatMap(({ value, words: others }) => [value, value.toUpperCase(), ...others]);
  return fc.constantFrom(...(words.length === 0 ? ['?'] : words));
}

/** What a column of that field may hold, more or less as it should be. */
function likely(field: Field): fc.Arbitrary<Cell> {
  const { type } = field;
  if (type === 'email') return EMAIL;
  if (type === 'day' || type === 'moment') return DATE;
  if (type === 'money' || type === 'number') return NUMBER;
  if (type === 'list') return LIST;
  if (type === 'yesNo') return YES_NO;
  return type === 'choice' ? choice(field) : TEXT;
}

/** What any platform takes as it is. */
function good({ type, choices = [] }: Field): fc.Arbitrary<Cell> {
  if (type === 'email') return upTo(3 * IDS).map((id) => `user${id}@example.com`);
  if (type === 'day') return upTo(28, 1).map((day) => `2026-01-${two(day)}`);
  if (type === 'moment') return upTo(28, 1).map((day) => `2026-01-${two(day)}T10:00:00Z`);
  if (type === 'money' || type === 'number') return upTo(99);
  if (type === 'list') return fc.constantFrom('Pro', 'Basic, Team');
  if (type === 'yesNo') return fc.boolean();
  if (type === 'choice') return fc.constantFrom(...choices.map(({ value }) => value));
  return upTo(IDS).map((id) => `k${id}`);
}

function any(field: Field): fc.Arbitrary<Cell> {
  return fc.oneof(
    { weight: 8, arbitrary: likely(field) },
    { weight: 2, arbitrary: ODD },
    { weight: 1, arbitrary: fc.oneof(DATE, NUMBER, YES_NO) },
    { weight: field.required ? 0 : 2, arbitrary: fc.constant('') },
  );
}

/** A row of good cells, of any, or of any beside good ones that must be there. */
function row(fields: readonly Field[]): fc.Arbitrary<readonly Cell[]> {
  return fc.oneof(
    fc.tuple(...fields.map(good)),
    fc.tuple(...fields.map((field) => (field.required ? good(field) : any(field)))),
    fc.tuple(...fields.map(any)),
  );
}

export function randomRows(
  fields: readonly Field[],
  most: number,
): fc.Arbitrary<readonly (readonly Cell[])[]> {
  return fc.array(row(fields), { maxLength: most });
}

/** One that nothing is wrong with, whatever stands in the other rows of the upload. */
export function sureRow(fields: readonly Field[]): readonly Cell[] {
  return fields.map(({ type, choices = [] }): Cell => {
    if (type === 'email') return 'sure@example.com';
    if (type === 'day' || type === 'moment') return '2026-01-31';
    if (type === 'money' || type === 'number') return 7;
    if (type === 'yesNo') return true;
    return type === 'choice' ? String(choices[0]?.value) : 'sure';
  });
}

/** What no cleaning makes good, by type of the field. */
const SPOILS: Readonly<Record<string, readonly Cell[]>> = {
  email: [
    'ann',
    'ann@',
    '@example.com',
    'ann@example',
    'ann lee@example.com',
    'ann@x..com',
    'a@x.com, b@x.com',
    7,
    true,
  ],
  text: [],
  list: [],
  choice: ['perhaps', 7],
  day: ['soon', '2026-02-30', '31.11.2026', 'Smarch 5, 2026', 12, true],
  moment: ['soon', '2026-02-30T10:00:00Z', '2026-01-05T25:00:00Z', '2026-01-05T10:61:00Z', 12, true],
  money: ['twelve', '12 apples', '1.2.3', true, -5, 1e300],
  number: ['twelve', '1.5', -5, true],
  yesNo: ['perhaps', 7],
};

/** An id that is missing is made good: an e-mail address or a name takes its place. */
export function spoiled({ key, type, required }: Field): readonly Cell[] {
  return [...(SPOILS[type] ?? []), ...(required && key !== 'unique_id' ? ['', ' ', '\u200b'] : [])];
}
