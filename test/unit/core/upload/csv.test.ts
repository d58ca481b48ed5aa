import fc from 'fast-check';
import { packParts } from '../../../../src/core/upload/pack';
import { bad, EXPENSES, field, part, PEOPLE } from './packing';

const EXPENSE = { transactionDate: '2026-01-31', description: 'Slack', amount: 1200 };

function textOf(rows: Parameters<typeof part>[1]): string | undefined {
  return packParts([part(EXPENSES, rows)], EXPENSES.target).files[0]?.text;
}

describe('a CSV file', () => {
  it('has a header, the target’s columns in order, and each row at the end of a line', () => {
    const packed = packParts(
      [
        part(EXPENSES, [
          { ...EXPENSE, reportingUser: 'ann@x.com' },
          { ...EXPENSE, description: 'Zoom', amount: -12.5 },
          bad(EXPENSE),
        ]),
      ],
      EXPENSES.target,
    );
    expect(packed.files).toEqual([
      {
        target: 'torii.expenses',
        entity: '',
        page: 1,
        name: 'expenses.csv',
        contentType: 'text/csv',
        text:
          'Transaction date,Description,Amount,Reporting user\r\n' +
          '2026-01-31,Slack,1200.00,ann@x.com\r\n' +
          '2026-01-31,Zoom,-12.50,\r\n',
        bytes: 113,
        rows: [2, 3],
      },
    ]);
    expect(packed.bytes).toBe(113);
    expect(packed.counts).toEqual({
      rows: 3,
      records: 2,
      merged: 0,
      leftOut: 0,
      errors: 1,
      warnings: 0,
      parts: { 'torii.expenses': 2 },
    });
    // Where nothing tells payments apart, all that is in them does.
    expect(packed.identities).toEqual({
      'torii.expenses': ['2026-01-31 · Slack · 1200 ·  · ann@x.com', '2026-01-31 · Zoom · -12.5 ·  · '],
    });
    expect(packed.sample).toBe(packed.files[0]?.text);
  });

  it('rounds amounts to cents as their digits say', () => {
    const amounts = [1.005, 0.004, -12.5, 1e12];
    const packed = packParts(
      [
        part(
          EXPENSES,
          amounts.map((amount) => ({ ...EXPENSE, amount })),
        ),
      ],
      EXPENSES.target,
    );
    const cells = packed.files[0]?.text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[2]);
    expect(cells).toEqual(['1.01', '0.00', '-12.50', '1000000000000.00']);
  });

  // https://www.rfc-editor.org/rfc/rfc4180
  it('quotes what would end a cell, and leaves everything else as it is', () => {
    const words = [
      'a,b',
      'say "hi"',
      'two\nlines',
      'cr\rhere',
      '=1+1',
      "+49 'x'",
      '@me',
      ' padded ',
      'Zürich',
    ];
    const text = textOf(words.map((description) => ({ ...EXPENSE, description })));
    const cells = [
      '"a,b"',
      '"say ""hi"""',
      '"two\nlines"',
      '"cr\rhere"',
      '=1+1',
      "+49 'x'",
      '@me',
      ' padded ',
      'Zürich',
    ];
    expect(text).toBe(
      'Transaction date,Description,Amount\r\n' +
        cells.map((cell) => `2026-01-31,${cell},1200.00\r\n`).join(''),
    );
  });

  it('has no repeated rows taken out where nothing tells records apart', () => {
    expect(textOf([EXPENSE, EXPENSE])?.match(/Slack/g)).toHaveLength(2);
  });

  it('joins lists, writes cents as money, and shows three rows as its sample', () => {
    const target = {
      ...PEOPLE,
      target: 'torii.gluu',
      shape: {
        kind: 'csv',
        fileName: 'gluu.csv',
        columns: [
          { field: 'email', header: 'Email' },
          { field: 'roles', header: 'Roles' },
          { field: 'pricePerUser', header: 'Price' },
          { field: 'isAdmin', header: 'Admin' },
          { field: 'nothing', header: 'Nothing' },
        ],
      },
      fields: [...PEOPLE.fields, field('isAdmin', 'yesNo')],
    } as const;
    const rows = Array.from({ length: 5 }, (_, index) => ({
      email: `p${index}@x.com`,
      roles: ['Admin', 'Owner'],
      pricePerUser: 1250,
      isAdmin: false,
    }));
    const packed = packParts([part(target, [...rows, { email: 'p0@x.com', roles: ['More'] }])], 'torii.gluu');
    const lines = packed.files[0]?.text.split('\r\n');
    expect(lines?.slice(0, 3)).toEqual([
      'Email,Roles,Price,Admin',
      'p0@x.com,"Admin, Owner, More",12.50,false',
      'p1@x.com,"Admin, Owner",12.50,false',
    ]);
    expect(packed.counts).toMatchObject({ records: 5, merged: 1 });
    expect(packed.sample).toBe(`${lines?.slice(0, 4).join('\r\n')}\r\n`);
  });

  it('is read again as it was, whatever the texts', () => {
    const text = fc.string({ minLength: 1 });
    const cell = fc.oneof(text, fc.constantFrom('"', '""', ',', '\r\n', '\n', '", "', "'"));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (descriptions) => {
        const written = textOf(descriptions.map((description) => ({ ...EXPENSE, description }))) ?? '';
        expect(read(written).slice(1)).toEqual(
          descriptions.map((description) => ['2026-01-31', description, '1200.00']),
        );
      }),
    );
  });
});

/** The cells of each line, by the grammar of RFC 4180. */
function read(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    lines.at(-1)?.push(quoted?.replace(/""/g, '"') ?? bare ?? '');
    if (end !== ',') lines.push([]);
  }
  return lines.slice(0, -1);
}
