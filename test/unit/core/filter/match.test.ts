/** Which records filters select: by meaning, whatever shape the platform sent the values in. */
import fc from 'fast-check';
import { checkFilters } from '../../../../src/core/filter/check';
import type { Filter, FilterTest } from '../../../../src/core/filter/filter';
import { FILTER_TESTS, testsFor } from '../../../../src/core/filter/filter';
import { recordTest, runDay } from '../../../../src/core/filter/match';
import type { Field, FieldType, RemoteRecord } from '../../../../src/core/table/field';
import { fieldOf } from '../table/fields';

const NOON = Date.UTC(2026, 10, 22, 12);
const STATES = [
  { value: 'inReview', label: 'In Review' },
  { value: 'closed', label: 'Closed' },
  { value: 'emea', label: 'Sales, EMEA' },
];

/** Whether a record whose one field has this raw value passes. */
function passes(
  type: FieldType,
  raw: unknown,
  test: FilterTest,
  values: Filter['values'] = [],
  more: { field?: Partial<Field>; record?: RemoteRecord; timeZone?: string } = {},
): boolean {
  const field = fieldOf({ key: 'f', type, ...more.field });
  const filters = checkFilters([{ field: 'f', test, values }], [field]);
  return recordTest(filters, runDay(NOON, more.timeZone ?? 'UTC'))({ f: raw, ...more.record });
}

describe('one of several values', () => {
  const options = { field: { options: STATES } };

  test.each([['inReview'], ['In Review'], [{ label: 'was Reviewing', value: 'inReview' }], ['in review']])(
    'an option sent as %j is found by label and by value',
    (raw) => {
      for (const wanted of ['inReview', 'In Review', 'IN REVIEW']) {
        expect(passes('option', raw, 'isAnyOf', ['closed', wanted], options)).toBe(true);
        expect(passes('option', raw, 'isNoneOf', ['closed', wanted], options)).toBe(false);
      }
      expect(passes('option', raw, 'isAnyOf', ['closed'], options)).toBe(false);
    },
  );

  test('any item counts, also one that holds a comma', () => {
    const raw = [{ value: 'emea' }, 'closed'];
    expect(passes('options', raw, 'isAnyOf', ['Sales, EMEA'], options)).toBe(true);
    expect(passes('options', 'Sales, EMEA, Closed', 'isAnyOf', ['closed'], options)).toBe(true);
    expect(passes('list', ['Acme, Inc', 'okta'], 'isAnyOf', ['acme, inc'])).toBe(true);
    expect(passes('list', 'DevOps,Human Resource', 'isAnyOf', ['human resource'])).toBe(true);
    expect(passes('list', 'DevOps,Human Resource', 'isAnyOf', ['Human'])).toBe(false);
  });

  test('people are their addresses, in any case and with a name before them', () => {
    const tony = { id: 1, email: 'Tony@Stark.com', fullName: 'Tony Stark' };
    expect(passes('person', tony, 'isAnyOf', ['tony@stark.com'])).toBe(true);
    expect(passes('person', tony, 'isAnyOf', ['Tony Stark <TONY@stark.com>'])).toBe(true);
    expect(passes('people', [{ email: 'a@x.io' }, tony], 'isAnyOf', ['tony@stark.com'])).toBe(true);
    expect(passes('people', [{ email: 'a@x.io' }], 'isAnyOf', ['tony@stark.com'])).toBe(false);
  });

  test('ids are numbers or codes, and a code is not the same in another case', () => {
    expect(passes('id', 17, 'isAnyOf', ['17'])).toBe(true);
    expect(passes('id', '66b2aF', 'isAnyOf', ['66b2aF'])).toBe(true);
    expect(passes('id', '66b2aF', 'isAnyOf', ['66b2af'])).toBe(false);
  });

  test.each<FieldType>(['text', 'option', 'options', 'person', 'people', 'list', 'id'])(
    'a %s that is empty is none of them',
    (type) => {
      for (const raw of [null, undefined, '', []]) {
        expect(passes(type, raw, 'isAnyOf', ['x'])).toBe(false);
        expect(passes(type, raw, 'isNoneOf', ['x'])).toBe(true);
      }
    },
  );
});

describe('texts', () => {
  test('hold a part in any case and in any way of writing an accent', () => {
    expect(passes('text', 'Slack Enterprise', 'contains', ['slack'])).toBe(true);
    expect(passes('text', 'Caf\u00e9', 'contains', ['cafe\u0301'])).toBe(true);
    expect(passes('list', ['okta', 'gsuite'], 'contains', ['suite'])).toBe(true);
    expect(passes('list', ['okta', 'gsuite'], 'contains', ['okta, g'])).toBe(false);
  });

  test('an empty one contains nothing', () => {
    expect(passes('text', null, 'contains', ['x'])).toBe(false);
    expect(passes('text', null, 'containsNot', ['x'])).toBe(true);
  });

  test('blanks alone are empty', () => {
    expect(passes('text', '  ', 'isEmpty')).toBe(true);
    expect(passes('text', 'a', 'isNotEmpty')).toBe(true);
  });
});

describe('amounts', () => {
  test('money counts in whole units of the record’s own currency', () => {
    const field = { currencyField: 'c', minorUnits: true };
    const euros = { field, record: { c: 'EUR' } };
    const yen = { field, record: { c: 'JPY' } };
    expect(passes('money', 10000, 'atLeast', [100], euros)).toBe(true);
    expect(passes('money', 9999, 'atLeast', [100], euros)).toBe(false);
    expect(passes('money', 10000, 'atMost', [100], yen)).toBe(false);
    expect(passes('money', { value: 100, currency: 'JPY' }, 'atLeast', ['100'], euros)).toBe(true);
  });

  test('are one of several by what they count, not by how they are written', () => {
    expect(passes('number', '12.50', 'isAnyOf', [0, 12.5])).toBe(true);
    expect(passes('money', 1250, 'isAnyOf', ['12.5'], { field: { minorUnits: true } })).toBe(true);
    expect(passes('number', 1, 'isNoneOf', [0])).toBe(true);
  });

  test.each([null, '', 'n/a'])('%j is no amount', (raw) => {
    expect(passes('number', raw, 'isAnyOf', [0])).toBe(false);
    expect(passes('number', raw, 'atLeast', [-5])).toBe(false);
    expect(passes('number', raw, 'atMost', [5])).toBe(false);
  });
});

describe('days', () => {
  test.each<[string, FilterTest, string | number, boolean]>([
    ['2026-11-22', 'inNextDays', 90, true],
    ['2027-02-20', 'inNextDays', 90, true],
    ['2027-02-21', 'inNextDays', 90, false],
    ['2026-11-21', 'inNextDays', 90, false],
    ['2026-11-22', 'inPastDays', 30, true],
    ['2026-10-23', 'inPastDays', 30, true],
    ['2026-10-22', 'inPastDays', 30, false],
    ['2026-10-23', 'olderThanDays', 30, false],
    ['2026-10-22', 'olderThanDays', 30, true],
    ['2026-11-22', 'onOrAfter', '2026-11-22', true],
    ['2026-11-22', 'onOrBefore', '2026-11-22', true],
    ['2026-11-23', 'onOrBefore', '2026-11-22', false],
  ])('%s and %s %s: %s', (raw, test, value, expected) => {
    expect(passes('date', raw, test, [value])).toBe(expected);
    expect(passes('date', `${raw}T00:00:00.000Z`, test, [value])).toBe(expected);
    expect(passes('dateTime', Date.parse(raw), test, [value])).toBe(expected);
  });

  test('a moment has the day that the file’s wall shows', () => {
    const late = '2026-11-22T23:30:00Z';
    expect(passes('dateTime', late, 'onOrBefore', ['2026-11-22'])).toBe(true);
    expect(passes('dateTime', late, 'onOrBefore', ['2026-11-22'], { timeZone: 'Europe/Berlin' })).toBe(false);
    expect(passes('dateTime', late, 'inPastDays', [0], { timeZone: 'America/New_York' })).toBe(true);
  });

  test('today is the file’s', () => {
    expect(runDay(NOON, 'Pacific/Kiritimati').today).toBe('2026-11-23');
    expect(passes('date', '2026-11-23', 'inPastDays', [0], { timeZone: 'Pacific/Kiritimati' })).toBe(true);
  });

  test.each([null, '', 'soon'])('%j is no day, and so never long ago', (raw) => {
    expect(passes('date', raw, 'olderThanDays', [30])).toBe(false);
    expect(passes('date', raw, 'onOrBefore', ['2026-01-01'])).toBe(false);
  });
});

test('an empty yes/no is a no', () => {
  expect(passes('boolean', null, 'isNo')).toBe(true);
  expect(passes('boolean', 'yes', 'isYes')).toBe(true);
  expect(passes('boolean', 0, 'isNo')).toBe(true);
});

test('all filters must hold; none lets everything through', () => {
  const [n, s] = [fieldOf({ key: 'n', type: 'number' }), fieldOf({ key: 's' })];
  const both = checkFilters(
    [
      { field: 'n', test: 'atLeast', values: [1] },
      { field: 's', test: 'contains', values: ['a'] },
    ],
    [n, s],
  );
  const select = recordTest(both, runDay(NOON, 'UTC'));
  expect([{ n: 1, s: 'a' }, { n: 0, s: 'a' }, { n: 1, s: 'b' }, {}].map(select)).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(recordTest([], runDay(NOON, 'UTC'))({})).toBe(true);
});

describe('whatever a platform sends', () => {
  const RAW = fc.oneof(
    fc.string(),
    fc.constantFrom('closed', 'In Review', 'a@x.io', '2026-11-22', '2026-11-22T10:00:00Z', 'true', '12'),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined, [], {}),
    fc.array(fc.oneof(fc.string(), fc.record({ value: fc.string(), email: fc.string() }))),
    fc.record({ value: fc.integer(), currency: fc.constant('EUR') }),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  );
  const TYPES = [
    ...([
      'id',
      'text',
      'longText',
      'email',
      'url',
      'number',
      'money',
      'boolean',
      'date',
      'dateTime',
    ] as const),
    ...(['option', 'options', 'person', 'people', 'list', 'other'] as const),
  ];
  const OPPOSITES: readonly (readonly [FilterTest, FilterTest])[] = [
    ['isAnyOf', 'isNoneOf'],
    ['contains', 'containsNot'],
    ['isYes', 'isNo'],
    ['isEmpty', 'isNotEmpty'],
  ];
  const valueOf = (type: FieldType, test: FilterTest): Filter['values'] => {
    const isAmount = type === 'number' || type === 'money';
    if (/^is(Any|None)Of|^contains/.test(test))
      return [type.startsWith('option') ? 'closed' : isAmount ? 12 : 'a'];
    if (test.startsWith('on')) return ['2026-11-22'];
    return /^is/.test(test) ? [] : [5];
  };

  test('a test and its opposite split the records', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), RAW, (type, raw) => {
        const field = { options: STATES };
        for (const [one, other] of OPPOSITES) {
          if (!testsFor(type).includes(one)) continue;
          const values = valueOf(type, one);
          expect(passes(type, raw, one, values, { field })).not.toBe(
            passes(type, raw, other, values, { field }),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('what is empty passes no test with values but the negations', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), fc.constantFrom(null, undefined, ''), (type, raw) => {
        const field = { options: STATES };
        const passed = testsFor(type).filter((test) =>
          passes(type, raw, test, valueOf(type, test), { field }),
        );
        for (const test of passed) expect(['isNoneOf', 'containsNot', 'isNo', 'isEmpty']).toContain(test);
      }),
    );
  });

  test('every day is in exactly one of: long ago, the past days, after today', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 5000 }),
        fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Apia'),
        (date, days, timeZone) => {
          const { today } = runDay(NOON, timeZone);
          const raw = date.toISOString();
          const tests: [FilterTest, string | number][] = [
            ['olderThanDays', days],
            ['inPastDays', days],
            ['onOrAfter', today],
          ];
          const held = tests.filter(([test, value]) => passes('dateTime', raw, test, [value], { timeZone }));
          const isToday = passes('dateTime', raw, 'inNextDays', [0], { timeZone });
          expect(held).toHaveLength(isToday ? 2 : 1);
        },
      ),
    );
  });

  test('every test is one that some type has', () => {
    const offered = new Set(TYPES.flatMap((type) => testsFor(type)));
    expect([...offered].sort()).toEqual([...FILTER_TESTS].sort());
  });
});
