import { packParts } from '../../../../src/core/upload/pack';
import type { UploadPackage } from '../../../../src/core/upload/package';
import { bad, GROUPS, MEMBERS, part, TRANSACTIONS, USERS } from './packing';

const ANN = { unique_id: 'E-1', email: 'ann@x.com', name: 'Ann', license: ['Team'], status: 'active' };
const BEN = { unique_id: 'E-2', email: 'ben@x.com' };
const CAT = { unique_id: 'E-3', email: 'cat@x.com', license: [], name: '' };

function findings({ problems }: UploadPackage): readonly string[] {
  return problems.map(({ severity, code, tab, row }) => `${severity} ${code} ${tab ?? '-'} ${row ?? '-'}`);
}

describe('a list in pages', () => {
  it('has objects without empty keys, in pages that say the row of each', () => {
    const packed = packParts([part(USERS, [ANN, bad(), BEN, CAT])], USERS.target);
    expect(packed.files).toEqual([
      {
        target: 'zluri.users',
        entity: 'users',
        page: 1,
        name: 'users-1.json',
        contentType: 'application/json',
        text:
          '[{"unique_id":"E-1","email":"ann@x.com","name":"Ann","status":"active","license":["Team"]},' +
          '{"unique_id":"E-2","email":"ben@x.com"}]',
        bytes: 131,
        rows: [2, 4],
      },
      {
        target: 'zluri.users',
        entity: 'users',
        page: 2,
        name: 'users-2.json',
        contentType: 'application/json',
        text: '[{"unique_id":"E-3","email":"cat@x.com"}]',
        bytes: 41,
        rows: [5],
      },
    ]);
    expect(packed.bytes).toBe(172);
    expect(packed.sample).toEqual([ANN, BEN, { unique_id: 'E-3', email: 'cat@x.com' }]);
    expect(packed.identities).toEqual({ 'zluri.users': ['E-1', 'E-2', 'E-3'] });
  });

  it('has fewer on a page where they are very long', () => {
    const long = (id: string) => ({ unique_id: id, email: `${id}@x.com`, name: 'x'.repeat(3_000_000) });
    const packed = packParts([part(USERS, ['a', 'b', 'c'].map(long))], USERS.target);
    expect(packed.files.map(({ page, rows }) => [page, rows])).toEqual([
      [1, [2]],
      [2, [3]],
      [3, [4]],
    ]);
    const ids = packed.files.flatMap(({ text }) => JSON.parse(text) as { unique_id: string }[]);
    expect(ids.map(({ unique_id }) => unique_id)).toEqual(['a', 'b', 'c']);
  });

  it('names licences by the rule', () => {
    const licenceRule = { names: { team: 'Team plan' }, fallback: 'Free' };
    const packed = packParts(
      [part(USERS, [ANN, BEN, { ...CAT, license: ['other'] }], { licenceRule })],
      USERS.target,
    );
    const pages = packed.files.flatMap(({ text }) => JSON.parse(text) as { license?: string[] }[]);
    expect(pages.map(({ license }) => license)).toEqual([['Team plan'], ['Free'], ['Free']]);
  });

  it('makes one of rows of the same record where the list says who is there', () => {
    const again = { ...ANN, license: ['Extra'], last_used: '2026-01-02T00:00:00.000Z', status: 'suspended' };
    const packed = packParts([part(USERS, [ANN, BEN, again])], USERS.target);
    expect(JSON.parse(packed.files[0]!.text)).toEqual([
      { ...ANN, license: ['Team', 'Extra'], last_used: '2026-01-02T00:00:00.000Z' },
      BEN,
    ]);
    expect(packed.files[0]!.rows).toEqual([2, 3]);
    expect(findings(packed)).toEqual(['note duplicate - 4', 'warning differs - 4']);
    expect(packed.counts).toMatchObject({ rows: 3, records: 2, merged: 1 });
  });

  it('takes only the very same again where it adds to what is there', () => {
    const bill = { id: 'I-1', transaction_amount: 5 };
    const packed = packParts(
      [part(TRANSACTIONS, [bill, bill, { ...bill, transaction_amount: 6 }])],
      TRANSACTIONS.target,
    );
    expect(findings(packed)).toEqual(['warning duplicate - 3', 'error differs - 4']);
    expect(packed.problems[1]).toMatchObject({ message: '“I-1” is in row 2 already, with other values.' });
    expect(packed.files.map(({ text }) => text)).toEqual(['[{"id":"I-1","transaction_amount":5}]']);
    const refused = packParts(
      [part(TRANSACTIONS, [bill, bill], { duplicates: 'refuse' })],
      TRANSACTIONS.target,
    );
    expect(findings(refused)).toEqual(['error duplicate - 3']);
  });
});

describe('lists that refer to each other', () => {
  const users = part(USERS, [ANN, bad(BEN), CAT]);
  const groups = part(GROUPS, [{ unique_id: 'G-1' }, { unique_id: 'G-2' }]);
  const members = (choices = {}) =>
    part(
      MEMBERS,
      [
        { group_id: 'G-1', user_id: 'E-1' },
        { group_id: 'G-1', user_id: 'E-2' },
        { group_id: 'G-9', user_id: 'E-3' },
        { group_id: 'G-2', user_id: 'E-9' },
      ],
      choices,
    );

  it('are sent in the order of their targets, with every name looked up', () => {
    const packed = packParts([members(), users, groups], MEMBERS.target);
    expect(packed.files.map(({ entity, page }) => `${entity} ${page}`)).toEqual([
      'users 1',
      'groups 1',
      'group_users 1',
    ]);
    expect(findings(packed)).toEqual([
      'error badEmail Users 3',
      'error unknownReference Members of groups 4',
      'error unknownReference Members of groups 5',
    ]);
    expect(packed.problems.slice(1)).toMatchObject([
      {
        column: 'group_id',
        message: '“Groups” has no group whose “unique_id” is “G-9”.',
        remedy: 'Add “G-9” to the tab “Groups”, or correct it in this row.',
      },
      { column: 'user_id', message: '“Users” has no user whose “unique_id” is “E-9”.' },
    ]);
    expect(packed.counts).toMatchObject({
      rows: 9,
      records: 2,
      leftOut: 0,
      parts: { 'zluri.users': 2, 'zluri.groups': 2, 'zluri.group_users': 2 },
    });
    expect(packed.identities['zluri.group_users']).toEqual(['G-1 · E-1', 'G-1 · E-2']);
  });

  it('lose what refers to a row that is left out', () => {
    const packed = packParts([members({ leaveOut: true }), users, groups], MEMBERS.target);
    expect(packed.problems.find(({ row, tab }) => tab === MEMBERS.title && row === 3)).toMatchObject({
      code: 'unknownReference',
      message: 'The user “E-2” is left out, because row 3 of “Users” has an error.',
      remedy: 'Correct row 3 of “Users”.',
    });
    expect(packed.counts).toMatchObject({ rows: 9, records: 1, leftOut: 4, errors: 4 });
    expect(packed.files.at(-1)?.text).toBe('[{"group_id":"G-1","user_id":"E-1"}]');
    expect(findings(packed).slice(0, 2)).toEqual(['warning fewer - -', 'warning fewer - -']);
    expect(packed.problems[0]?.message).toBe(
      '1 row is left out, and this upload says which users there are: a user that is missing counts as gone.',
    );
  });

  it('need each other', () => {
    const packed = packParts([members(), groups], MEMBERS.target);
    expect(packed.problems[0]).toEqual({
      severity: 'error',
      code: 'missingPart',
      message: '“Members of groups” can only be uploaded together with users.',
      remedy: 'Choose the tab that has the users as well.',
    });
  });

  it('say where one of them has nothing that is valid', () => {
    const packed = packParts([users, part(GROUPS, [bad()])], USERS.target);
    expect(findings(packed)[0]).toBe('warning nothingValid - -');
    expect(packed.files.map(({ entity }) => entity)).toEqual(['users']);
    const main = packParts([users, part(GROUPS, [bad()])], GROUPS.target);
    expect(findings(main)[0]).toBe('error nothingValid - -');
    expect(main.files).toEqual([]);
  });
});

describe('the upload as a whole', () => {
  it('is too large above what its target may have', () => {
    const packed = packParts([part({ ...USERS, maxBytes: 100 }, [ANN, BEN])], USERS.target);
    expect(findings(packed)).toEqual(['error tooLarge - -']);
    const most = { ...USERS, maxBytes: packed.bytes };
    expect(packParts([part(most, [ANN, BEN])], USERS.target).problems).toEqual([]);
  });

  it('keeps problems of the reading, those without a row first', () => {
    const note = {
      severity: 'note',
      code: 'unclearDate',
      field: 'last_used',
      message: 'm',
      remedy: 'r',
    } as const;
    const read = { ...part(USERS, [ANN, ANN, bad()]), problems: [note] };
    const packed = packParts([read], USERS.target);
    expect(findings(packed)).toEqual(['note unclearDate - -', 'warning duplicate - 3', 'error badEmail - 4']);
    expect(packed.counts).toMatchObject({ errors: 1, warnings: 1 });
  });
});
