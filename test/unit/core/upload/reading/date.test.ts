import '../../../../property-seed';
import fc from 'fast-check';
import { columnOrder, localeOrder } from '../../../../../src/core/upload/reading/day-order';
import type { CellValue } from '../../../../../src/ports/grid';
import { type Place, read, readColumn } from '../read-tab';

const days = (cells: readonly CellValue[], place: Place = {}): readonly unknown[] =>
  readColumn('lastUsedDate', cells, place);
const moments = (cells: readonly CellValue[], place: Place = {}): readonly unknown[] =>
  readColumn('seen', cells, place);
const notes = (cells: readonly CellValue[], place: Place = {}): readonly unknown[] =>
  read([['Email', 'Last login'], ...cells.map((cell) => ['a@x.com', cell])], place).problems;

describe('days', () => {
  it.each([
    '2026-11-22',
    '2026-11-22T10:00:00Z',
    '2026-11-22T23:59:59.123456+02:00',
    '2026-11-22 10:00:00 +0000 UTC',
    '2026-11-22 10:00 UTC',
    '2026/11/22',
    '22.11.2026',
    '22.11.26',
    '22 Nov 2026',
    '22-Nov-26',
    'Nov 22, 2026',
    'November 22nd, 2026 at 10:00 PM',
    'Sun, 22 Nov 2026 10:00:00 GMT',
    'Sunday, November 22, 2026',
    'Sun Nov 22 2026 10:00:00 GMT+0100 (Central European Standard Time)',
    '22/11/2026',
    '11/22/2026, 10:00:00 PM',
    '11/22/26 10:00 a.m.',
    'Nov 22, 2026 10:00 PM PST',
    '20261122',
    20_261_122,
    46_348,
    46_348.75,
    '46348',
    1_795_305_600,
    1_795_305_600_000,
    '1795305600000',
  ])('%j is the 22nd of November', (cell) => expect(days([cell])).toEqual(['2026-11-22']));

  it('of a cell are those on the wall', () => {
    const cell = new Date('2026-11-21T23:00:00Z');
    expect(days([cell], { timeZone: 'Europe/Berlin' })).toEqual(['2026-11-22']);
    expect(days([cell], { timeZone: 'America/New_York' })).toEqual(['2026-11-21']);
  });

  it.each(['never', 'N/A', '-', 'None', 'null', '', '  '])('%j is none', (cell) =>
    expect(days([cell])).toEqual([undefined]),
  );

  it.each([new Date('1899-12-30T10:30:00Z'), new Date('1850-05-01T12:00:00Z'), '2026-01-05T10:00:00+99:99'])(
    '%j is not one: a time without a day, a zone that there is not',
    (cell) => expect(days([cell])).toEqual(['badDate']),
  );

  it('of moments that a zone carries into the year 10000 are none', () => {
    expect(moments(['9999-12-31T23:59:59-05:00', '9999-12-31T23:59:59Z'])).toEqual([
      'badDate',
      '9999-12-31T23:59:59Z',
    ]);
  });

  it.each(['2026-02-30', '31/11/2026', '0', 0, 12, -5, 'yesterday', true, '2026', '13/13/2026', 5e15])(
    '%j is not one',
    (cell) => expect(days([cell])).toEqual(['badDate']),
  );
});

describe('dates whose order is unclear', () => {
  it.each([
    ['en_US', '2026-03-04'],
    ['en_GB', '2026-04-03'],
    ['de_DE', '2026-04-03'],
    ['ja_JP', '2026-03-04'],
  ])('are read as in %s, and that is told once', (locale, day) => {
    expect(days(['3/4/2026', '3/4/26'.replace('3/4/26', '3-4-2026')], { locale })).toEqual([day, day]);
    expect(notes(['3/4/2026', '5/6/2026'], { locale })).toMatchObject([
      { severity: 'note', code: 'unclearDate', column: 'Last login', message: expect.stringContaining(day) },
    ]);
  });

  it('are read as another date of the column says', () => {
    expect(days(['3/4/2026', '25/12/2025', '1/2/26'], { locale: 'en_US' })).toEqual([
      '2026-04-03',
      '2025-12-25',
      '2026-02-01',
    ]);
    expect(days(['3/4/2026', '12/25/25'], { locale: 'en_GB' })).toEqual(['2026-03-04', '2025-12-25']);
    expect(notes(['3/4/2026', '25/12/2025'])).toEqual([]);
  });

  it('are errors where the column contradicts itself', () => {
    const cells = ['25/12/2025', '12/25/25', '3/4/2026', '5/5/2026', '2026-01-05'];
    expect(days(cells)).toEqual(['2025-12-25', '2025-12-25', 'unclearDate', '2026-05-05', '2026-01-05']);
    expect(notes(cells)).toMatchObject([{ severity: 'warning', code: 'mixedDates' }]);
  });

  it('are read as chosen, and what cannot be read so is an error', () => {
    const choices = { dayOrder: 'mdy' } as const;
    expect(readColumn('lastUsedDate', ['3/4/2026', '25/12/2025'], { choices })).toEqual([
      '2026-03-04',
      'badDate',
    ]);
  });

  it('begin with the year where it is said so', () => {
    expect(days(['26/4/3', '99/12/31'], { locale: 'ko_KR' })).toEqual(['2026-04-03', '1999-12-31']);
  });

  it('are none where all of them read in one way', () => {
    expect(columnOrder(['5/5/2026', 'x', 7, '2026-01-02'], 'en_US', undefined)).toEqual({
      order: 'mdy',
      ground: 'assumed',
    });
    expect(localeOrder('sv_SE')).toBe('ymd');
  });
});

describe('moments', () => {
  it('of a bare day are its midnight in UTC', () => {
    const midnight = '2026-11-22T00:00:00Z';
    const cell = new Date('2026-11-21T23:00:00Z');
    expect(moments(['2026-11-22', '22 Nov 2026', cell, 46_348])).toEqual(Array(4).fill(midnight));
  });

  it('without a zone are what the file’s wall shows', () => {
    expect(moments(['2026-11-22 10:00', 'Nov 22, 2026 10:00 AM', new Date('2026-11-22T09:00:00Z')])).toEqual(
      Array(3).fill('2026-11-22T09:00:00Z'),
    );
  });

  it('with a zone are in UTC', () => {
    expect(
      moments([
        '2026-11-22T10:00:00+02:00',
        '2026-11-22 10:00:00 +0200 UTC',
        '22/11/2026 08:00 UTC',
        'Sun, 22 Nov 2026 08:00:00 GMT',
        1_795_334_400,
        1_795_334_400_000,
      ]),
    ).toEqual(Array(6).fill('2026-11-22T08:00:00Z'));
  });

  it('with a zone that stands for several are errors', () => {
    expect(moments(['Nov 22, 2026 10:00 PM CST'])).toEqual(['badDate']);
  });
});

describe('every day', () => {
  const MONTHS =
    'January February March April May June July August September October November December'.split(' ');
  const forms: Record<string, (y: number, m: number, d: number) => string> = {
    dmy: (y, m, d) => `${d}/${m}/${y}`,
    mdy: (y, m, d) => `${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}-${y}`,
    dotted: (y, m, d) => `${d}.${m}.${y}`,
    named: (y, m, d) => `${MONTHS[m - 1] ?? ''} ${d}, ${y}`,
    short: (y, m, d) => `${d} ${MONTHS[m - 1]?.slice(0, 3) ?? ''} ${y}`,
    slashes: (y, m, d) => `${y}/${m}/${d}`,
    timed: (y, m, d) => `${d}/${m}/${y}, 11:59:59 PM`,
  };

  it('comes back from every form', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...Object.keys(forms)), (date, name) => {
        const form = forms[name];
        const text = form?.(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) ?? '';
        const dayOrder = name === 'mdy' ? 'mdy' : 'dmy';
        expect(readColumn('lastUsedDate', [text], { choices: { dayOrder } })).toEqual([
          date.toISOString().slice(0, 10),
        ]);
      }),
    );
  });
});
