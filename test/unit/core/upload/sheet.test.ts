import { columnNames, sheetOf } from '../../../../src/core/upload/sheet';
import { tab } from './read-tab';

const PLACE = { timeZone: 'UTC', locale: 'en_US' };

describe('a tab as rows below a header', () => {
  it('takes the first row as the header, and passes over blank rows', () => {
    const sheet = tab([
      ['Email', ' Name ', ''],
      ['a@x.com', 'Ann', ''],
      ['', '  ', ''],
      ['b@x.com', 'Bob', ''],
    ]);
    expect(sheet.columns).toEqual(['Email', 'Name']);
    expect(sheet.headerRow).toBe(1);
    expect(sheet.rows.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('finds a header below a title and lines about the export', () => {
    const sheet = tab([
      ['Members of Acme'],
      ['Exported', new Date('2026-11-22')],
      ['Organisation', 'Acme'],
      [],
      ['Name', 'Email', 'Role', 'Seat', 'Status'],
      ['Ann', 'a@x.com', 'Admin', 'full', 'Active'],
    ]);
    expect(sheet.headerRow).toBe(5);
    expect(sheet.columns).toEqual(['Name', 'Email', 'Role', 'Seat', 'Status']);
    expect(sheet.rows).toHaveLength(1);
  });

  it('takes a single column', () => {
    const sheet = tab([['Email'], ['a@x.com'], ['b@x.com', 'a note']]);
    expect(sheet.headerRow).toBe(1);
    expect(sheet.columns).toEqual(['Email', 'column B']);
    expect(sheet.rows).toHaveLength(2);
  });

  it('keeps a column that has cells and no header, and none that has neither', () => {
    expect(
      tab([
        ['Email', '', 'Name', ''],
        ['a@x.com', 5, 'Ann', ''],
      ]).columns,
    ).toEqual(['Email', 'column B', 'Name']);
  });

  it.each([
    [[]],
    [[['Email', 'Name']]],
    [
      [
        ['', ''],
        ['', ''],
      ],
    ],
  ])('has nothing in %j', (values) => {
    expect(sheetOf('Empty', values, PLACE)).toBeNull();
  });

  it('reads skipped columns as blank', () => {
    const values = [
      ['Email', 'Status', 'Name'],
      ['a@x.com', 'gone since May', 'Ann'],
      ['', 'only this', ''],
    ];
    const sheet = sheetOf('Users', values, { ...PLACE, skip: [1] });
    expect(sheet?.columns).toEqual(['Email', 'column B', 'Name']);
    expect(sheet?.rows).toEqual([{ row: 2, cells: ['a@x.com', '', 'Ann'] }]);
  });
});

describe('names of columns', () => {
  it('are letters where headers do not tell columns apart', () => {
    expect(columnNames(['Email', 'Date', '', 'Date', 'column A'])).toEqual([
      'Email',
      'column B',
      'column C',
      'column D',
      'column E',
    ]);
  });
});
