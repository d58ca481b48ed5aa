import fc from 'fast-check';
import { decodeCell, encodeCell, says } from '../../../../src/core/table/cell';
import type { Field, FieldType, RemoteRecord } from '../../../../src/core/table/field';
import { guard } from '../../../../src/core/table/typed-text';
import { fieldOf } from './fields';
import { SheetModel, wallClock } from './sheet-model';
import { HOSTILE } from './texts';

const UTC = { timeZone: 'UTC' };
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Africa/Cairo',
  'America/Havana',
];

function encode(type: FieldType, raw: unknown, more: Partial<Field> = {}, record: RemoteRecord = {}) {
  const field = fieldOf({ key: 'f', type, ...more });
  return encodeCell(field, raw, { f: raw, ...record }, UTC);
}

function decode(type: FieldType, cell: string | number | boolean | Date, more: Partial<Field> = {}) {
  return decodeCell(fieldOf({ key: 'f', type, ...more }), cell, UTC);
}

const STATES = [
  { value: 'inReview', label: 'In-Review' },
  { value: 'closed', label: 'Closed' },
  { value: 'emea', label: 'Sales, EMEA' },
];

describe('what a cell shows', () => {
  it.each<[FieldType, unknown, unknown]>([
    ['id', 1000, 1000],
    ['text', 'Salesforce', 'Salesforce'],
    ['text', 12, '12'],
    ['text', { label: 'Yes', value: 'y' }, 'Yes'],
    ['text', 'a\r\nb\rc', 'a\nb\nc'],
    ['text', 'half \ud83d pair', 'half \ufffd pair'],
    ['longText', '👩‍💻 שלום', '👩‍💻 שלום'],
    ['number', '12.5', 12.5],
    ['number', { value: 3 }, 3],
    ['boolean', 'yes', true],
    ['boolean', 0, false],
    ['person', { id: 1, email: 'tony@stark.com', fullName: 'Tony Stark' }, 'tony@stark.com'],
    ['person', { id: 1, email: null, fullName: 'Tony Stark' }, 'Tony Stark'],
    ['person', { id: 1, firstName: 'Tony', lastName: 'Stark' }, 'Tony Stark'],
    ['person', { id: 17 }, '17'],
    ['person', 1125089212, '1125089212'],
    ['people', [{ email: 'a@x.io' }, 5, null], 'a@x.io, 5'],
    ['people', { email: 'a@x.io' }, 'a@x.io'],
    ['list', 'DevOps,Human Resource', 'DevOps, Human Resource'],
    ['list', ['okta', '', 'gsuite'], 'okta, gsuite'],
    ['list', [], ''],
    ['other', { a: [1] }, '{"a":[1]}'],
    ['other', { value: 1500, currency: 'EUR' }, '1500 EUR'],
    ['other', [{ label: 'One' }, { name: 'two' }], 'One, two'],
  ])('%s of %j is %j', (type, raw, value) => {
    expect(encode(type, raw)).toEqual({ value, format: expect.any(String) });
  });

  it('is nothing for nothing, in every type', () => {
    const types: FieldType[] = [
      'text',
      'number',
      'money',
      'boolean',
      'date',
      'dateTime',
      'option',
      'person',
      'list',
      'other',
    ];
    for (const type of types) {
      for (const raw of [null, undefined, ''])
        expect(encode(type, raw)).toEqual({ value: '', format: expect.any(String) });
    }
  });

  it('is the label of an option, whichever way the platform names it', () => {
    const options = { options: STATES };
    for (const raw of ['inReview', 'In-Review', 'in-review', { value: 'inReview', label: 'old label' }]) {
      expect(encode('option', raw, options).value).toBe('In-Review');
    }
    expect(encode('option', { label: 'Brand new', value: 'x' }, options).value).toBe('Brand new');
    expect(encode('options', [{ value: 'emea' }, 'closed', 'else'], options).value).toBe(
      'Sales, EMEA, Closed, else',
    );
    expect(encode('options', 'inReview,closed', options).value).toBe('In-Review, Closed');
  });

  it.each<[unknown, string | undefined, number, string]>([
    [2700000, 'EUR', 27000, '[$EUR] #,##0.00'],
    [1999, 'USD', 19.99, '[$USD] #,##0.00'],
    [500, 'JPY', 500, '[$JPY] #,##0'],
    [1234567, 'KWD', 1234.567, '[$KWD] #,##0.000'],
    [-105, undefined, -1.05, '#,##0.00'],
    ['1500', 'chf', 15, '[$CHF] #,##0.00'],
    [{ value: 1500, currency: 'GBP' }, 'EUR', 15, '[$GBP] #,##0.00'],
  ])('is whole units for %j in minor units of %s', (raw, currency, value, format) => {
    const more = { minorUnits: true, currencyField: 'currency' };
    expect(encode('money', raw, more, { currency })).toEqual({ value, format });
  });

  it('is the amount itself where the platform counts in whole units', () => {
    expect(encode('money', 27.5, { currencyField: 'c' }, { c: 'EUR' })).toEqual({
      value: 27.5,
      format: '[$EUR] #,##0.00',
    });
  });

  it.each([
    '2026-03-29',
    '2026-03-29T00:00:00.000Z',
    '2026-03-29T00:00:00+02:00',
    Date.UTC(2026, 2, 29),
    String(Date.UTC(2026, 2, 29)),
  ])('is a real date for %j', (raw) => {
    expect(encode('date', raw)).toEqual({ value: new Date('2026-03-29T00:00:00Z'), format: 'yyyy-mm-dd' });
  });

  it('is a moment for ISO text and epoch milliseconds alike', () => {
    const value = new Date('2024-08-03T09:40:20Z');
    for (const raw of [
      '2024-08-03T09:40:20.123Z',
      '2024-08-03 11:40:20+0200',
      '2024-08-03T09:40:20',
      value.getTime(),
    ]) {
      expect(encode('dateTime', raw)).toEqual({ value, format: 'yyyy-mm-dd hh:mm' });
    }
  });

  it.each<[FieldType, unknown, string]>([
    ['number', 'n/a', 'n/a'],
    ['number', '12345678901234567890', '12345678901234567890'],
    ['money', 'ask sales', 'ask sales'],
    ['money', { value: 'x', currency: 'EUR' }, 'x EUR'],
    ['boolean', 'maybe', 'maybe'],
    ['date', '2024-02-30', '2024-02-30'],
    ['date', '08/03/2024', '08/03/2024'],
    ['date', '0001-01-01', '0001-01-01'],
    ['dateTime', '2024-08-03T25:00:00Z', '2024-08-03T25:00:00Z'],
    ['dateTime', [1, 2], '1, 2'],
  ])('is the text, and says so, for a %s that reads %j', (type, raw, value) => {
    expect(encode(type, raw)).toEqual({ value, format: expect.any(String), problem: 'unreadable' });
  });

  it('cuts text that no cell can hold, never within an emoji, and refuses to send it', () => {
    for (const shift of ['', 'x']) {
      const { value, problem } = encode('longText', shift + '😀'.repeat(30_000));
      expect(problem).toBe('too long');
      expect((value as string).length).toBeLessThan(50_000);
      expect(value).toMatch(/😀… \(cut here: longer than a cell can hold\)$/);
      expect(decode('longText', value)).toMatchObject({ ok: false });
      expect(decode('list', value)).toMatchObject({ ok: false });
    }
    expect(encode('longText', 'x'.repeat(49_999))).toEqual({ value: 'x'.repeat(49_999), format: 'general' });
  });

  it('shows text for the day that Samoa skipped', () => {
    const skipped = encodeCell(
      fieldOf({ key: 'f', type: 'date' }),
      '2011-12-30',
      {},
      { timeZone: 'Pacific/Apia' },
    );
    expect(skipped.value).toBe('2011-12-30');
  });
});

describe('what a cell says', () => {
  it.each<[FieldType, string | number | boolean | Date, unknown]>([
    ['text', 12, '12'],
    ['text', true, 'TRUE'],
    ['text', new Date('2026-01-02T00:00:00Z'), '2026-01-02'],
    ['text', new Date('2026-01-02T10:20:00Z'), '2026-01-02 10:20:00'],
    ['number', '12', 12],
    ['number', ' ', ''],
    ['number', '1,200.50', 1200.5],
    ['number', '1.200,50', 1200.5],
    ['number', '12,5', 12.5],
    ['number', '1.234', 1.234],
    ['number', new Date('2023-03-15T00:00:00Z'), 45000],
    ['money', '1,234.50', 1234.5],
    ['money', '€ 5', 5],
    ['money', '1,234 EUR', 1234],
    ['boolean', '', false],
    ['boolean', 'Yes', true],
    ['boolean', 0, false],
    ['date', 45000, '2023-03-15'],
    ['date', new Date('2026-01-02T10:20:00Z'), '2026-01-02'],
    ['date', '2026-01-02', '2026-01-02'],
    ['date', '2026/1/2', '2026-01-02'],
    ['date', '2.1.2026', '2026-01-02'],
    ['date', '2 January 2026', '2026-01-02'],
    ['date', 'Sept 2nd, 2026', '2026-09-02'],
    ['date', '22/11/2026', '2026-11-22'],
    ['date', '11/22/2026', '2026-11-22'],
    ['date', '5/5/2026', '2026-05-05'],
    ['dateTime', '2026-01-02 10:20', '2026-01-02T10:20:00Z'],
    ['dateTime', '2 Jan 2026, 10:20', '2026-01-02T10:20:00Z'],
    ['dateTime', '1/22/2026 12:05 am', '2026-01-22T00:05:00Z'],
    ['dateTime', '22.1.2026 3:05 PM', '2026-01-22T15:05:00Z'],
    ['dateTime', '2026-01-02T10:20:00+01:00', '2026-01-02T09:20:00Z'],
    ['person', ' Tony Stark <Tony@Stark.com>', 'tony@stark.com'],
    ['person', 'Tony Stark', 'Tony Stark'],
    ['people', 'b@x.io ,A@x.io', 'b@x.io, a@x.io'],
    ['list', 'a,b,, c', 'a, b, c'],
    ['email', ' Tony Stark <Tony@Stark.com>', 'tony@stark.com'],
    ['email', 'nobody', 'nobody'],
  ])('%s in %j is %j', (type, cell, value) => {
    expect(decode(type, cell)).toEqual({ ok: true, value });
  });

  it('knows an option again that Sheets has turned into a number', () => {
    const options = {
      options: ['007', '50%', '1.5', '1.50'].map((label) => ({ value: `v ${label}`, label })),
    };
    expect(decode('option', 7, options).value).toBe('007');
    expect(decode('option', 0.5, options).value).toBe('50%');
    // Nobody can tell which one was meant.
    expect(decode('option', 1.5, options).value).toBe('1.5');
  });

  it('takes an option by label, by value and in any case', () => {
    const options = { options: STATES };
    for (const cell of ['In-Review', 'inReview', 'IN-REVIEW '])
      expect(decode('option', cell, options).value).toBe('In-Review');
    expect(decode('option', 'Unheard of', options)).toEqual({ ok: true, value: 'Unheard of' });
    expect(decode('option', 3, options).value).toBe('3');
    expect(decode('options', 'closed,Sales, EMEA', options).value).toBe('Closed, Sales, EMEA');
  });

  it.each<[FieldType, string | number | boolean]>([
    ['number', 'twelve'],
    ['number', true],
    ['money', '12 apples'],
    ['boolean', 'perhaps'],
    ['date', 'tomorrow'],
    ['date', true],
    ['date', '3/4/2026'],
    ['date', '22/22/2026'],
    ['date', '31.2.2026'],
    ['date', '2 Marble 2026'],
    ['date', '2 Jan 26'],
    ['dateTime', '22.1.2026 13:05 pm'],
    ['number', '1,20,0'],
    ['dateTime', '3/4'],
  ])('%s cannot be read from %j', (type, cell) => {
    expect(decode(type, cell)).toMatchObject({ ok: false, problem: expect.stringContaining('is n') });
  });
});

describe('a cell that nobody touched', () => {
  const day = fc
    .date({ min: new Date('1900-01-02'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const moment = fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE));
  const named = fc.oneof(
    text,
    fc.record({ label: text, value: text }),
    fc.constantFrom(...STATES.map(({ value }) => value)),
  );
  const person = fc.oneof(
    fc.nat(),
    fc.emailAddress(),
    fc.record({ id: fc.nat(), email: fc.option(fc.emailAddress()), fullName: fc.option(text) }),
  );
  const amount = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.record({ value: fc.integer(), currency: fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF') }),
  );
  const raws: Record<FieldType, fc.Arbitrary<unknown>> = {
    id: fc.oneof(fc.nat(), fc.uuid()),
    text: fc.oneof(text, fc.integer(), fc.boolean()),
    longText: text,
    email: fc.emailAddress(),
    url: fc.webUrl(),
    number: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), text),
    money: fc.oneof(amount, text),
    boolean: fc.oneof(fc.boolean(), text),
    date: fc.oneof(
      day,
      day.map((value) => `${value}T00:00:00.000Z`),
      text,
    ),
    dateTime: fc.oneof(
      moment.map((date) => date.toISOString()),
      moment.map((date) => date.getTime()),
      text,
    ),
    option: named,
    options: fc.oneof(fc.array(named), text),
    person,
    people: fc.array(person),
    list: fc.oneof(fc.array(text), text),
    other: fc.jsonValue(),
  };
  const formatsOfPeople = fc.constantFrom(null, 'General', '0.00', '"$"#,##0.00', 'yyyy-mm-dd');

  it.each(Object.keys(raws) as FieldType[])('says what came from the platform: %s', (type) => {
    const field = fieldOf({ key: 'f', type, options: STATES, minorUnits: true, currencyField: 'currency' });
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD', undefined, 'nonsense');
    fc.assert(
      fc.property(
        raws[type],
        currency,
        fc.constantFrom(...ZONES),
        formatsOfPeople,
        (raw, code, timeZone, own) => {
          const context = { timeZone };
          const encoded = encodeCell(field, raw, { f: raw, currency: code }, context);
          const sheet = new SheetModel(timeZone);
          const cell = sheet.cell(1, 1);
          cell.format = encoded.value instanceof Date || own === null ? encoded.format : own;
          sheet.write(
            1,
            1,
            typeof encoded.value === 'string' ? guard(encoded.value, cell.format) : encoded.value,
          );
          const baseline = decodeCell(field, encoded.value, context).value;
          const kept = JSON.parse(JSON.stringify(baseline)) as typeof baseline;
          expect(decodeCell(field, sheet.read(1, 1), context).value).toEqual(baseline);
          expect(says(field, sheet.read(1, 1), kept, context)).toBe(true);
          expect(decodeCell(field, kept, context).value).toEqual(baseline);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each(ZONES)('keeps days and moments around changes of the clock in %s', (timeZone) => {
    for (let day = Date.UTC(2018, 0, 1); day < Date.UTC(2019, 0, 1); day += 86_400_000) {
      const text = new Date(day).toISOString().slice(0, 10);
      const date = encodeCell(fieldOf({ key: 'f', type: 'date' }), text, {}, { timeZone }).value as Date;
      expect(new Date(wallClock(date.getTime(), timeZone)).toISOString().slice(0, 10)).toBe(text);
    }
  });

  it('tells the two hours apart from nothing else when the clock is set back', () => {
    const context = { timeZone: 'Europe/Berlin' };
    const field = fieldOf({ key: 'f', type: 'dateTime' });
    const read = (raw: string) => decodeCell(field, encodeCell(field, raw, {}, context).value, context).value;
    expect(read('2026-10-25T00:30:00Z')).toBe('2026-10-25T00:30:00Z');
    expect(read('2026-10-25T01:30:00Z')).toBe('2026-10-25T00:30:00Z');
    expect(read('2026-10-25T02:30:00Z')).toBe('2026-10-25T02:30:00Z');
  });
});

describe('formats that people set', () => {
  it('are no edits', () => {
    const number = fieldOf({ key: 'f', type: 'number' });
    const text = fieldOf({ key: 'f', type: 'text' });
    expect(says(number, new Date('1900-01-11T08:09:36Z'), 12.340000001, UTC)).toBe(true);
    expect(says(text, 123, '00123', UTC)).toBe(true);
    expect(says(text, true, 'True', UTC)).toBe(true);
    expect(says(text, 124, '00123', UTC)).toBe(false);
    expect(says(number, 13, 12, UTC)).toBe(false);
    expect(says(number, 0, '', UTC)).toBe(false);
    expect(says(text, '', 'x', UTC)).toBe(false);
  });

  it('nor is another order, where a field holds several things', () => {
    for (const type of ['options', 'people', 'list'] as const) {
      const field = fieldOf({ key: 'f', type, options: STATES });
      expect(says(field, 'Sales, EMEA, b@x.io,a@x.io', 'a@x.io, b@x.io, Sales, EMEA', UTC)).toBe(true);
      expect(says(field, 'a@x.io, a@x.io, b@x.io', 'a@x.io, b@x.io, b@x.io', UTC)).toBe(false);
    }
    expect(says(fieldOf({ key: 'f', type: 'text' }), 'b, a', 'a, b', UTC)).toBe(false);
  });

  it('and a new label of an option is none either', () => {
    const field = fieldOf({ key: 'f', type: 'option', options: STATES });
    expect(says(field, 'In-Review', 'inReview', UTC)).toBe(true);
  });
});
