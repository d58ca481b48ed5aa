import '../../../property-seed';
import fc from 'fast-check';
import { wordsOf } from '../../../../src/core/upload/words';
import type { CellValue } from '../../../../src/ports/grid';
import { field, PEOPLE, read, readColumn, tab, target, template } from './read-tab';

describe('rows', () => {
  it('become values by field', () => {
    const part = read([
      [
        'Surname',
        'Email',
        'Given name',
        'Status',
        'License',
        'Last login',
        'Price',
        'Spare',
        'Admin',
        'Note',
        'Age',
      ],
      [
        'Lee',
        ' Ann@X.com ',
        'Ann',
        'Enabled',
        'Pro; Basic\nPro',
        '2026-01-05',
        '$1,234.50',
        '3',
        'yes',
        12,
        40,
      ],
    ]);
    expect(part.rows).toEqual([
      {
        row: 2,
        values: {
          email: 'ann@x.com',
          firstName: 'Ann',
          lastName: 'Lee',
          status: 'active',
          licenses: ['Pro', 'Basic'],
          lastUsedDate: '2026-01-05',
          price: 123_450,
          spare: 3,
          admin: true,
          note: '12',
        },
        problems: [],
      },
    ]);
    expect(part.columns).toMatchObject({ email: 'Email', licenses: 'License' });
    expect(part.problems).toEqual([]);
  });

  it('say where they are wrong, and what to do', () => {
    const { rows } = read([
      ['Email', 'Status'],
      ['ann@', 'Sleeping'],
      ['', 'Active'],
    ]);
    expect(rows.map(({ problems }) => problems)).toEqual([
      [
        {
          ...{ severity: 'error', code: 'badEmail', row: 2, column: 'Email', field: 'email' },
          message: '“ann@” is not an e-mail address.',
          remedy: 'Write an address such as ada@example.com.',
        },
        {
          ...{ severity: 'error', code: 'badChoice', row: 2, column: 'Status', field: 'status' },
          message: '“Status” cannot be “Sleeping”. It takes active, deleted.',
          remedy: 'Say what this word becomes, or write one of these.',
        },
      ],
      [
        {
          ...{ severity: 'error', code: 'missingValue', row: 3, column: 'Email', field: 'email' },
          message: '“Email” is empty.',
          remedy: 'Fill it in, or leave the row out.',
        },
      ],
    ]);
  });

  it('are all wrong where no column fills what every row needs', () => {
    const part = read([
      ['Name', 'Status'],
      ['Ann', 'active'],
    ]);
    expect(part.problems).toMatchObject([{ severity: 'error', code: 'missingColumn', field: 'email' }]);
    expect(part.rows[0]?.problems).toMatchObject([{ code: 'missingValue', field: 'email', row: 2 }]);
  });

  it('pass over columns that are not there', () => {
    const part = read([['Email'], ['a@x.com']], {
      mapping: { email: 'Email', status: 'Gone', admin: ['Gone', 'Z'] },
    });
    expect(part.rows[0]).toEqual({ row: 2, values: { email: 'a@x.com' }, problems: [] });
  });

  it('take an id from the e-mail address where there is none', () => {
    const to = target([
      field('id', 'text', { required: true, fallback: 'email' }),
      field('email', 'email', { required: true }),
    ]);
    const part = read(
      [
        ['Email', 'Id'],
        ['A@x.com', ''],
        ['b@x.com', 7],
        ['', ''],
      ],
      { target: to },
    );
    expect(part.rows.map(({ values }) => values['id'])).toEqual(['a@x.com', '7']);
    expect(read([['Email'], ['a@x.com']], { target: to }).problems).toEqual([]);
  });

  it.each([
    ['Ann Lee', 'Ann', 'Lee'],
    ['Ann van der Lee', 'Ann', 'van der Lee'],
    ['van der Lee, Ann', 'Ann', 'van der Lee'],
    ['  Ann   Lee ', 'Ann', 'Lee'],
    ['Ann', 'Ann', undefined],
  ])('split the whole name %j', (name, firstName, lastName) => {
    const [row] = read([
      ['Email', 'Name'],
      ['a@x.com', name],
    ]).rows;
    expect([row?.values['firstName'], row?.values['lastName']]).toEqual([firstName, lastName]);
  });

  it('leave the whole name whole where a part of it has its own column', () => {
    const [row] = read([
      ['Email', 'Name', 'Surname'],
      ['a@x.com', 'Ann Lee', 'Other'],
    ]).rows;
    expect(row?.values).toMatchObject({ lastName: 'Other' });
    expect(row?.values).not.toHaveProperty('firstName');
  });

  it('join several columns of one field', () => {
    const values = [
      ['Email', 'A', 'B', 'C'],
      ['a@x.com', '2026-01-05', 'never', '2026-03-01'],
    ];
    const of = (key: string, cells: readonly CellValue[]): unknown =>
      read([values[0] ?? [], ['a@x.com', ...cells]], { mapping: { email: 'Email', [key]: ['A', 'B', 'C'] } })
        .rows[0]?.values[key];
    expect(of('lastUsedDate', ['2026-01-05', 'never', '2026-03-01'])).toBe('2026-03-01');
    expect(of('licenses', ['Pro', 'Basic, Pro', ''])).toEqual(['Pro', 'Basic']);
    expect(of('note', ['one', '', 'two'])).toBe('one two');
    expect(of('status', ['', 'deactivated', 'active'])).toBe('deleted');
  });
});

describe('constants and words', () => {
  it('fill what a row leaves empty, but not what cannot be read', () => {
    const choices = { constants: { status: 'Deactivated', lastUsedDate: '5 Jan 2026' } };
    const { rows } = read(
      [
        ['Email', 'Status'],
        ['a@x.com', ''],
        ['b@x.com', 'active'],
        ['c@x.com', '?'],
      ],
      { choices },
    );
    expect(rows.map(({ values }) => values['status'])).toEqual(['deleted', 'active', undefined]);
    expect(rows[0]?.values['lastUsedDate']).toBe('2026-01-05');
  });

  it('that cannot be read are a problem of the whole', () => {
    const { problems } = read([['Email'], ['a@x.com']], { choices: { constants: { price: '-3' } } });
    expect(problems).toMatchObject([{ severity: 'error', code: 'negative', field: 'price' }]);
  });

  it('are mapped whatever their case, a person’s choice before the template’s', () => {
    const by = template({
      values: { status: { Yes: 'active', 'On leave': 'active' }, licences: { std: 'Standard', none: '' } },
      constants: { note: 'from a template' },
      licences: { names: {} },
    });
    const part = read(
      [
        ['Email', 'Status', 'Seat'],
        ['a@x.com', 'YES', 'STD, Pro'],
        ['b@x.com', 'on  LEAVE', 'none'],
      ],
      { template: by, choices: { values: { status: { 'on leave': 'deleted' } } } },
    );
    expect(part.rows.map(({ values }) => values)).toEqual([
      { email: 'a@x.com', status: 'active', licenses: ['Standard', 'Pro'], note: 'from a template' },
      { email: 'b@x.com', status: 'deleted', note: 'from a template' },
    ]);
    expect(part.choices).toMatchObject({
      template: 'test',
      constants: { note: 'from a template' },
      licenceRule: { names: {} },
    });
  });

  it('of a header count where its column says yes', () => {
    const yes = { 'Expense License': 'Expense', 'Sourcing License': 'Sourcing' };
    const by = template({ columns: [{ meaning: 'licences', headers: Object.keys(yes), every: true, yes }] });
    const values = [
      ['Email', 'expense_license', 'Sourcing License'],
      ['a@x.com', 'Yes', true],
      ['b@x.com', 'No', 'Y'],
      ['c@x.com', '', 'Special'],
    ];
    expect(read(values, { template: by }).rows.map((row) => row.values['licenses'])).toEqual([
      ['Expense', 'Sourcing'],
      ['Sourcing'],
      ['Special'],
    ]);
  });

  it('are counted with what they become', () => {
    const sheet = tab([
      ['Email', 'Status', 'Seat'],
      ['a@x.com', 'Enabled', 'full, dev'],
      ['b@x.com', 'ENABLED', 'full'],
      ['c@x.com', 'Sleeping', ''],
      ['d@x.com', 'n/a', 'odd'],
    ]);
    const by = template({ licences: { names: { full: 'Full seat' }, fallback: 'No seat' } });
    const mapping = { email: 'Email', status: 'Status', licenses: 'Seat' };
    expect(wordsOf(sheet, PEOPLE, mapping, by, {})).toEqual({
      status: [
        { word: 'Enabled', rows: 2, becomes: 'active' },
        { word: 'Sleeping', rows: 1, becomes: null },
        { word: 'n/a', rows: 1, becomes: '' },
      ],
      licenses: [
        { word: 'full', rows: 2, becomes: 'Full seat' },
        { word: 'dev', rows: 1, becomes: 'No seat' },
        { word: 'odd', rows: 1, becomes: 'No seat' },
      ],
    });
  });

  it('are fifty at most', () => {
    const rows = Array.from({ length: 80 }, (_, at) => [`p${at}@x.com`, `plan ${at % 60}`]);
    const words = wordsOf(tab([['Email', 'Seat'], ...rows]), PEOPLE, { licenses: 'Seat' }, null, {});
    expect(words['licenses']).toHaveLength(50);
    expect(words['licenses']?.[0]).toEqual({ word: 'plan 0', rows: 2, becomes: 'plan 0' });
  });
});

describe('cells', () => {
  it.each([
    ['email', [' <ANN@X.com>', 'mailto:ann@x.com?subject=Hi', 'Ann\u00a0Lee <ann@x.com>', 'ann\u200b@x.com']],
  ])('hold addresses in many forms', (_key, cells) => {
    const { rows } = read([['Email'], ...cells.map((cell) => [cell])]);
    expect(rows.map(({ values }) => values['email'])).toEqual(cells.map(() => 'ann@x.com'));
  });

  it('hold no optional address where they say so', () => {
    expect(readColumn('manager', ['n/a', '-', 'Bob'])).toEqual([undefined, undefined, 'badEmail']);
  });

  it('hold lists', () => {
    expect(readColumn('licenses', ['a, b;a\nc', ' ,; ', 'None', '-, x', 5])).toEqual([
      ['a', 'b', 'c'],
      undefined,
      undefined,
      ['x'],
      ['5'],
    ]);
  });

  it('hold text as it is typed', () => {
    const day = new Date('2026-11-21T23:00:00Z');
    expect(readColumn('note', [1e21, 1e-7, 20_261_122, true, day, ' never '])).toEqual([
      '1000000000000000000000',
      '0.0000001',
      '20261122',
      'TRUE',
      '2026-11-22',
      'never',
    ]);
  });

  it('do not hold what a formula that went wrong shows', () => {
    for (const key of ['note', 'licenses', 'admin', 'lastUsedDate']) {
      expect(readColumn(key, ['#REF!', '#NAME?', '#N/A'])).toEqual([
        'formulaError',
        'formulaError',
        key === 'admin' ? 'badChoice' : undefined,
      ]);
    }
  });

  it('hold yes or no', () => {
    expect(readColumn('admin', [true, 'No', 'maybe'])).toEqual([true, false, 'badChoice']);
  });

  it('hold numbers within a field’s rules', () => {
    expect(readColumn('spare', [3, '4', -1, 1.5, 'many', 'n/a', ''])).toEqual([
      3,
      4,
      'negative',
      'badNumber',
      'badNumber',
      undefined,
      undefined,
    ]);
  });

  it('may hold anything', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.date({ noInvalidDate: false }),
      fc.constantFrom(
        '',
        '3/4/26',
        '13/13/26',
        '1e400',
        '()',
        '-',
        '$',
        '12:00',
        'Z',
        '1-2-3',
        '=1+1',
        'a@b@c',
      ),
    );
    const keys = PEOPLE.fields.map(({ key }) => key);
    const locales = fc.constantFrom('en_US', 'de_DE', 'ja_JP', '', 'xx');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 16 }), { maxLength: 8 }), locales, (cells, locale) => {
        const part = read([keys, ['x@y.com'], ...cells], { locale });
        for (const { values } of part.rows) {
          for (const value of Object.values(values)) expect(value).not.toBe('');
          expect(JSON.stringify(values)).not.toContain('null');
        }
      }),
    );
  });

  it('are read fast', () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => [
      ...[
        `p${at}@x.com`,
        `Ann Lee ${at}`,
        'Active',
        'Pro, Basic, Extra, More',
        `2026-0${(at % 9) + 1}-11 10:00:00`,
      ],
      ...[new Date(1.79e12 + at * 1000), '$5.00', 3, 'boss@x.com', 'yes'],
    ]);
    const head = [
      'Email',
      'Name',
      'Status',
      'License',
      'Last login',
      'Seen at',
      'Price',
      'Spare',
      'Manager',
      'Admin',
    ];
    const before = process.cpuUsage();
    const part = read([head, ...rows]);
    const { user, system } = process.cpuUsage(before);
    expect(part.rows.every(({ problems }) => problems.length === 0)).toBe(true);
    // About a second where nothing else runs.
    expect((user + system) / 1e6).toBeLessThan(6);
  });
});
