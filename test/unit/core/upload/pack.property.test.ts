import fc from 'fast-check';
import type { UploadChoices } from '../../../../src/core/upload/choices';
import { packParts } from '../../../../src/core/upload/pack';
import type { UploadPackage } from '../../../../src/core/upload/package';
import { bad, GROUPS, MEMBERS, part, PEOPLE, type Row, TRANSACTIONS, USERS } from './packing';

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Without the keys that are undefined, as rows are read. */
const filled = (row: Record<string, unknown>): Row => JSON.parse(JSON.stringify(row)) as Row;

const words = fc.array(fc.constantFrom('Pro', 'pro', 'Basic', 'full', 'odd', ' Team '), { maxLength: 3 });

const person = fc
  .record({
    email: fc.constantFrom('a@x.com', 'b@x.com', 'c@x.com', 'd@x.com'),
    firstName: maybe(fc.constantFrom('Ann', 'Zoë "Z"', 'Li,\n')),
    roles: maybe(fc.array(fc.constantFrom('Admin', 'Owner'), { maxLength: 2 })),
    status: maybe(fc.constantFrom('active', 'deleted')),
    lastUsedDate: maybe(fc.constantFrom('2025-01-31', '2026-02-01', '2026-10-10')),
    licenses: maybe(words),
    licenseStatus: maybe(fc.constantFrom('active', 'inactive', 'deleted')),
    pricePerUser: maybe(fc.constantFrom(0, 1250)),
    unassignedAmount: maybe(fc.constantFrom(0, 5)),
  })
  .map(filled);

const rowsOf = <Kind extends Row>(row: fc.Arbitrary<Kind>) =>
  fc.array(fc.oneof({ weight: 6, arbitrary: row }, { weight: 1, arbitrary: row.map(bad) }), {
    maxLength: 14,
  });

const choices = fc
  .record({
    duplicates: maybe(fc.constantFrom('merge', 'refuse')),
    leaveOut: maybe(fc.boolean()),
    licenceRule: maybe(
      fc.constantFrom(
        { names: { full: 'Full seat' } },
        { names: { full: 'Full seat', pro: 'Pro' }, fallback: 'None', inactiveWithoutUse: true },
      ),
    ),
    licences: maybe(
      fc.constantFrom({ Pro: { price: 9.99 }, Spare: { unassigned: 2 }, Nobody: { price: 1 } }),
    ),
  })
  .map((all) => filled(all) as UploadChoices);

interface PeopleFile {
  readonly users: readonly { email: string; roles?: string[]; status?: string; lastUsedDate?: string }[];
  readonly licenses?: readonly {
    name: string;
    users: readonly { email: string; licenseStatus?: string }[];
  }[];
}

const fileOf = ({ files }: UploadPackage): PeopleFile =>
  files[0] ? (JSON.parse(files[0].text) as PeopleFile) : { users: [] };

/** Every row became a record, went into another one's, or has an error. */
function expectAccounted(packed: UploadPackage, leaveOut: boolean | undefined): void {
  const { counts, problems } = packed;
  const wrong = new Set(
    problems
      .filter(({ severity, row }) => severity === 'error' && row !== undefined)
      .map(({ tab, row }) => `${tab} ${row}`),
  );
  const records = Object.values(counts.parts).reduce((sum, count) => sum + count, 0);
  expect(counts.rows).toBe(records + counts.merged + wrong.size);
  expect(counts.leftOut).toBe(leaveOut === true ? wrong.size : 0);
  expect(counts.errors).toBe(problems.filter(({ severity }) => severity === 'error').length);
  expect(packed.bytes).toBe(packed.files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0));
}

describe('whatever people a tab has', () => {
  it('each is once in the file and once in a licence, and nobody else is in one', () => {
    fc.assert(
      fc.property(rowsOf(person), choices, (rows, chosen) => {
        const packed = packParts([part(PEOPLE, rows, chosen)], PEOPLE.target);
        const { users, licenses = [] } = fileOf(packed);
        const emails = users.map(({ email }) => email);
        expect(new Set(emails).size).toBe(emails.length);
        expect(packed.identities[PEOPLE.target]).toEqual([...emails].sort());
        for (const licence of licenses) {
          const having = licence.users.map(({ email }) => email);
          expect(new Set(having).size).toBe(having.length);
          expect(emails).toEqual(expect.arrayContaining(having));
        }
        const names = licenses.map(({ name }) => name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        expect(names).toEqual(names.map((name) => name.trim()));
        expectAccounted(packed, chosen.leaveOut);
        if (packed.files.length > 0) {
          const assignments = licenses.reduce((sum, licence) => sum + licence.users.length, 0);
          expect(packed.counts).toMatchObject({
            records: users.length,
            users: users.length,
            licenses: licenses.length,
            assignments,
          });
        }
      }),
    );
  });

  it('they are the same in any order of the rows, where rows are merged', () => {
    const plain = person.map(
      ({ pricePerUser: _price, unassignedAmount: _spare, licenseStatus: _status, ...rest }): Row => rest,
    );
    const both = rowsOf(plain).chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(both, choices, ([rows, turned], { duplicates: _merge, ...chosen }) => {
        const said = (all: typeof rows) => {
          const { users, licenses = [] } = fileOf(packParts([part(PEOPLE, all, chosen)], PEOPLE.target));
          return {
            users: users
              .map(({ email, roles, status, lastUsedDate }) => [
                email,
                [...(roles ?? [])].sort(),
                status,
                lastUsedDate,
              ])
              .sort(),
            licences: licenses
              .map(({ name, users: having }) => [
                name.toLowerCase(),
                having.map((user) => JSON.stringify(user)).sort(),
              ])
              .sort(),
          };
        };
        expect(said(turned)).toEqual(said(rows));
      }),
    );
  });
});

describe('whatever lists an upload has', () => {
  const id = (prefix: string) => fc.integer({ min: 1, max: 5 }).map((number) => `${prefix}-${number}`);
  const user = fc.record({ unique_id: id('E'), email: fc.constantFrom('a@x.com', 'b@x.com') });
  const group = fc.record({ unique_id: id('G') });
  const member = fc.record({ user_id: id('E'), group_id: id('G') });

  it('whoever is named is in it where rows with errors are left out, and pages hold every record once', () => {
    fc.assert(
      fc.property(rowsOf(user), rowsOf(group), rowsOf(member), choices, (users, groups, members, chosen) => {
        const parts = [
          part(MEMBERS, members, chosen),
          part(USERS, users, chosen),
          part(GROUPS, groups, chosen),
        ];
        const packed = packParts(parts, MEMBERS.target);
        expectAccounted(packed, chosen.leaveOut);
        const sent = (target: string): Record<string, string>[] =>
          packed.files
            .filter((file) => file.target === target)
            .flatMap(({ text, rows }) => {
              const records = JSON.parse(text) as Record<string, string>[];
              expect(rows).toHaveLength(records.length);
              return records;
            });
        if (packed.files.length === 0) return;
        for (const [target, count] of Object.entries(packed.counts.parts))
          expect(sent(target)).toHaveLength(count);
        if (chosen.leaveOut !== true) return;
        const known = (target: string) => new Set(sent(target).map(({ unique_id }) => unique_id));
        const [people, teams] = [known(USERS.target), known(GROUPS.target)];
        for (const { user_id, group_id } of sent(MEMBERS.target)) {
          expect([people.has(user_id), teams.has(group_id)]).toEqual([true, true]);
        }
      }),
    );
  });

  it('nothing is added twice with two meanings', () => {
    const bill = fc.record({ id: id('I'), transaction_amount: fc.constantFrom(1, 2) });
    fc.assert(
      fc.property(rowsOf(bill), choices, (bills, chosen) => {
        const packed = packParts([part(TRANSACTIONS, bills, chosen)], TRANSACTIONS.target);
        expectAccounted(packed, chosen.leaveOut);
        const records = packed.files.flatMap(({ text }) => JSON.parse(text) as { id: string }[]);
        expect(records.map((record) => record.id).sort()).toEqual(packed.identities[TRANSACTIONS.target]);
        const rows = packed.files.flatMap((file) => file.rows);
        expect(rows.map((row) => bills[row - 2])).toEqual(records);
      }),
    );
  });
});
