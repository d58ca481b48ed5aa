import { packParts } from '../../../../src/core/upload/pack';
import type { UploadChoices } from '../../../../src/core/upload/choices';
import type { UploadPackage } from '../../../../src/core/upload/package';
import { bad, part, PEOPLE, type Row } from './packing';

function pack(rows: Parameters<typeof part>[1], choices: UploadChoices = {}): UploadPackage {
  return packParts([part(PEOPLE, rows, choices)], PEOPLE.target);
}

function fileOf({ files }: UploadPackage) {
  return JSON.parse(files[0]!.text) as {
    users: Record<string, unknown>[];
    licenses?: { name: string; users: { email: string; licenseStatus?: string }[]; pricePerUser?: number }[];
  };
}

function findings({ problems }: UploadPackage): readonly string[] {
  return problems.map(
    ({ severity, code, row, field }) => `${severity} ${code} ${row ?? '-'} ${field ?? '-'}`,
  );
}

describe('a people file', () => {
  // https://developers.toriihq.com/reference/putservicessynccustom
  it('is the platform’s own example, key by key', () => {
    const rows: Row[] = [
      {
        email: 'adam@example.com',
        id: '15893',
        firstName: 'Adam',
        lastName: 'Test',
        name: 'Adam Test',
        status: 'active',
        externalStatus: 'Active',
        roles: ['Admin', 'Super admin'],
        lastUsedDate: '2021-07-05',
        licenses: ['Pro'],
        licenseStatus: 'active',
        pricePerUser: 15000,
      },
      {
        email: 'tony@example.com',
        id: '39471',
        firstName: 'Tony',
        lastName: 'Example',
        status: 'active',
        externalStatus: 'Deactivated',
        roles: ['Member'],
        lastUsedDate: '2021-05-05',
        licenses: ['Corp'],
        licenseStatus: 'inactive',
        unassignedAmount: 20,
      },
    ];
    const licences = {
      Pro: { unassigned: 10 },
      Basic: { price: 0, unassigned: 5 },
      Corp: { price: 200 },
    };
    const pack1 = pack(rows, { licences });
    expect(pack1.files[0]!.text).toBe(
      '{"users":[' +
        '{"id":"15893","email":"adam@example.com","firstName":"Adam","lastName":"Test","status":"active","externalStatus":"Active","roles":["Admin","Super admin"],"lastUsedDate":"2021-07-05"},' +
        '{"id":"39471","email":"tony@example.com","firstName":"Tony","lastName":"Example","status":"active","externalStatus":"Deactivated","roles":["Member"],"lastUsedDate":"2021-05-05"}],' +
        '"licenses":[' +
        '{"name":"Pro","unassignedAmount":10,"users":[{"email":"adam@example.com","licenseStatus":"active"}],"pricePerUser":15000},' +
        '{"name":"Basic","unassignedAmount":5,"users":[],"pricePerUser":0},' +
        '{"name":"Corp","unassignedAmount":20,"users":[{"email":"tony@example.com","licenseStatus":"inactive"}],"pricePerUser":20000}]}',
    );
    expect(pack1.files).toHaveLength(1);
    expect(pack1.files[0]).toMatchObject({
      target: PEOPLE.target,
      entity: '',
      page: 1,
      name: 'users.json',
      contentType: 'application/json',
      bytes: pack1.bytes,
      rows: [2, 3],
    });
    expect(pack1.problems).toEqual([]);
    expect(pack1.counts).toEqual({
      rows: 2,
      records: 2,
      users: 2,
      licenses: 3,
      assignments: 2,
      merged: 0,
      leftOut: 0,
      errors: 0,
      warnings: 0,
      parts: { 'torii.customIntegration': 2 },
    });
    expect(pack1.identities).toEqual({ [PEOPLE.target]: ['adam@example.com', 'tony@example.com'] });
    expect(pack1.sample).toEqual(fileOf(pack1));
  });

  // https://developers.toriihq.com/docs/custom-integration-figma-enterprise
  it('has seat types as licences, and the fallback of somebody without any use is inactive', () => {
    const licenceRule = {
      names: { view: 'view', dev: 'dev', collab: 'collab', full: 'full', empty: 'empty' },
      fallback: 'No Seat Type Assigned',
      inactiveWithoutUse: true,
    } as const;
    const tony = {
      email: 'tony@stark.com',
      firstName: 'Tony',
      lastName: 'Stark',
      status: 'active',
      roles: ['admin'],
      lastUsedDate: '2026-05-01',
      licenses: ['Full'],
      licenseStatus: 'active',
    };
    const bruce = { email: 'bruce@stark.com', status: 'active', roles: ['viewer'] };
    expect(fileOf(pack([tony, bruce], { licenceRule, licences: { full: { price: 90 } } }))).toEqual({
      users: [
        {
          email: 'tony@stark.com',
          firstName: 'Tony',
          lastName: 'Stark',
          status: 'active',
          roles: ['admin'],
          lastUsedDate: '2026-05-01',
        },
        { email: 'bruce@stark.com', status: 'active', roles: ['viewer'] },
      ],
      licenses: [
        { name: 'full', users: [{ email: 'tony@stark.com', licenseStatus: 'active' }], pricePerUser: 9000 },
        { name: 'No Seat Type Assigned', users: [{ email: 'bruce@stark.com', licenseStatus: 'inactive' }] },
      ],
    });
    const odd = { ...bruce, licenses: ['viewer-restricted'], lastUsedDate: '2026-01-01' };
    expect(fileOf(pack([odd], { licenceRule })).licenses).toEqual([
      { name: 'No Seat Type Assigned', users: [{ email: 'bruce@stark.com' }] },
    ]);
  });

  it('leaves out what is empty, and licences where nobody has one', () => {
    const { files } = pack([{ email: 'a@x.com', roles: [], firstName: '' }]);
    expect(files[0]!.text).toBe('{"users":[{"email":"a@x.com"}]}');
  });

  it('keeps words of licences that no rule names, and has one spelling for those that differ in case', () => {
    const own = pack(
      [
        { email: 'a@x.com', licenses: [' Pro ', 'pro', 'Basic'] },
        { email: 'b@x.com', licenses: ['PRO'] },
        { email: 'c@x.com', licenses: ['PRO', 'b'] },
      ],
      { licenceRule: { names: { B: 'Basic' } } },
    );
    expect(fileOf(own).licenses?.map(({ name, users }) => [name, users.map(({ email }) => email)])).toEqual([
      ['Pro', ['a@x.com', 'b@x.com', 'c@x.com']],
      ['Basic', ['a@x.com', 'c@x.com']],
    ]);
    expect(own.counts).toMatchObject({ users: 3, licenses: 2, assignments: 5 });
    expect(findings(own)).toEqual(['warning differs 3 licenses']);
    expect(own.problems[0]).toMatchObject({
      column: 'licenses',
      message: '“PRO” is also written “Pro”; they count as one licence.',
    });
  });

  it('has no licence for a word that is to mean none', () => {
    const rows = [
      { email: 'a@x.com', licenses: ['Guest', 'Pro'] },
      { email: 'b@x.com', licenses: ['Guest'] },
    ];
    const none = pack(rows, { licenceRule: { names: { Guest: ' ', Pro: 'Pro' } } });
    expect(fileOf(none).licenses).toEqual([{ name: 'Pro', users: [{ email: 'a@x.com' }] }]);
  });

  it('shows a sample of three', () => {
    const rows = Array.from({ length: 9 }, (_, index) => ({
      email: `p${index}@x.com`,
      licenses: ['A', `L${index}`],
    }));
    expect(pack(rows).sample).toEqual({
      users: [{ email: 'p0@x.com' }, { email: 'p1@x.com' }, { email: 'p2@x.com' }],
      licenses: [
        { name: 'A', users: [{ email: 'p0@x.com' }, { email: 'p1@x.com' }, { email: 'p2@x.com' }] },
        { name: 'L0', users: [{ email: 'p0@x.com' }] },
        { name: 'L1', users: [{ email: 'p1@x.com' }] },
      ],
    });
  });
});

describe('rows of the same person', () => {
  const rows: Row[] = [
    {
      email: 'a@x.com',
      firstName: 'Ann',
      roles: ['Admin'],
      status: 'deleted',
      lastUsedDate: '2026-01-02',
      licenses: ['Pro'],
    },
    { email: 'b@x.com', licenses: ['Pro'] },
    {
      email: 'a@x.com',
      firstName: 'Anna',
      lastName: 'Lee',
      roles: ['Admin', 'Owner'],
      status: 'active',
      lastUsedDate: '2026-03-04',
      licenses: ['Basic'],
    },
    { email: 'a@x.com', lastUsedDate: '2025-01-01', licenses: ['Pro'] },
  ];

  it('become one, with all that they say', () => {
    const merged = pack(rows);
    expect(fileOf(merged)).toEqual({
      users: [
        {
          email: 'a@x.com',
          firstName: 'Ann',
          lastName: 'Lee',
          status: 'active',
          roles: ['Admin', 'Owner'],
          lastUsedDate: '2026-03-04',
        },
        { email: 'b@x.com' },
      ],
      licenses: [
        { name: 'Pro', users: [{ email: 'a@x.com' }, { email: 'b@x.com' }] },
        { name: 'Basic', users: [{ email: 'a@x.com' }] },
      ],
    });
    expect(findings(merged)).toEqual([
      'warning duplicate 4 email',
      'warning differs 4 status',
      'note duplicate 5 email',
    ]);
    expect(merged.problems.map(({ message }) => message)).toEqual([
      '“a@x.com” is in row 2 already; they become one user. “firstName” is “Ann”, not “Anna”.',
      'Another row of “a@x.com” has another status; “active” counts.',
      '“a@x.com” is in row 2 already; they become one user.',
    ]);
    expect(merged.counts).toMatchObject({ rows: 4, records: 2, users: 2, merged: 2, errors: 0, warnings: 2 });
  });

  it('are refused where the person chose so', () => {
    const refused = pack(rows, { duplicates: 'refuse' });
    expect(findings(refused)).toEqual(['error duplicate 4 email', 'error duplicate 5 email']);
    expect(fileOf(refused).users.map(({ email, lastName }) => [email, lastName])).toEqual([
      ['a@x.com', undefined],
      ['b@x.com', undefined],
    ]);
    expect(refused.counts).toMatchObject({ rows: 4, records: 2, merged: 0, leftOut: 0, errors: 2 });
    expect(pack(rows, { duplicates: 'refuse', leaveOut: true }).counts).toMatchObject({
      records: 2,
      leftOut: 2,
    });
  });

  it('have the fallback licence only where none of them names one', () => {
    const licenceRule = { names: {}, fallback: 'None', inactiveWithoutUse: true } as const;
    const mixed = [
      { email: 'a@x.com' },
      { email: 'a@x.com', licenses: ['Full'] },
      { email: 'b@x.com' },
      { email: 'b@x.com', lastUsedDate: '2026-01-01' },
    ];
    expect(
      fileOf(pack(mixed, { licenceRule: { ...licenceRule, names: { full: 'Full' } } })).licenses,
    ).toEqual([
      { name: 'Full', users: [{ email: 'a@x.com' }] },
      { name: 'None', users: [{ email: 'b@x.com' }] },
    ]);
  });

  it('have one status in each licence, and “active” before others', () => {
    const both = pack([
      { email: 'a@x.com', licenses: ['Pro'] },
      { email: 'a@x.com', licenses: ['Pro'], licenseStatus: 'inactive' },
      { email: 'a@x.com', licenses: ['Pro'], licenseStatus: 'active' },
      { email: 'a@x.com', licenses: ['Pro'], licenseStatus: 'deleted' },
    ]);
    expect(fileOf(both).licenses?.[0]?.users).toEqual([{ email: 'a@x.com', licenseStatus: 'active' }]);
    expect(findings(both).filter((text) => text.includes('licenseStatus'))).toEqual([
      'warning differs 4 licenseStatus',
      'warning differs 5 licenseStatus',
    ]);
  });
});

describe('terms of a licence', () => {
  it('are refused where two rows say different ones, naming both', () => {
    const two = pack([
      { email: 'a@x.com', licenses: ['Pro'], pricePerUser: 1200, unassignedAmount: 4 },
      { email: 'b@x.com', licenses: ['Pro'], pricePerUser: 1200, unassignedAmount: 4 },
      { email: 'c@x.com', licenses: ['pro', 'New'], pricePerUser: 1350 },
      { email: 'd@x.com', licenses: ['New'], pricePerUser: 10, unassignedAmount: 1 },
      { email: 'e@x.com', licenses: ['Pro'], unassignedAmount: 5 },
    ]);
    expect(findings(two)).toEqual(['error differs 4 pricePerUser', 'error differs 6 unassignedAmount']);
    expect(two.problems.map(({ message }) => message)).toEqual([
      'Here “pro” costs 13.50, in row 2 12.00.',
      'Here 5 of “Pro” are unassigned, in row 2 4.',
    ]);
    expect(fileOf(two).licenses).toEqual([
      {
        name: 'Pro',
        unassignedAmount: 4,
        users: [{ email: 'a@x.com' }, { email: 'b@x.com' }],
        pricePerUser: 1200,
      },
      { name: 'New', unassignedAmount: 1, users: [{ email: 'd@x.com' }], pricePerUser: 10 },
    ]);
  });

  it('are those that the person chose, in cents, whatever the tab says', () => {
    const chosen = pack(
      [
        { email: 'a@x.com', licenses: ['Pro'], pricePerUser: 1200 },
        { email: 'b@x.com', licenses: ['Pro'], pricePerUser: 1300 },
      ],
      {
        licences: {
          ' PRO ': { price: 1.005 },
          Free: { unassigned: 3 },
          Gone: { price: 2 },
          ' ': { unassigned: 1 },
        },
      },
    );
    expect(fileOf(chosen).licenses).toEqual([
      { name: 'Pro', users: [{ email: 'a@x.com' }, { email: 'b@x.com' }], pricePerUser: 101 },
      { name: 'Free', unassignedAmount: 3, users: [] },
    ]);
    expect(findings(chosen)).toEqual(['note unknownReference - -', 'warning differs 2 pricePerUser']);
    expect(chosen.problems[1]?.message).toBe(
      'Here “Pro” costs 12.00; chosen for the upload is 1.01, which counts.',
    );
  });

  it('are never below 0', () => {
    const below = pack([{ email: 'a@x.com' }], {
      licences: { Pro: { price: -1 }, Free: { unassigned: -2 } },
    });
    expect(findings(below).slice(0, 2)).toEqual(['error negative - -', 'error negative - -']);
  });

  it('are exact where they are chosen', () => {
    const inexact = pack([{ email: 'a@x.com', licenses: ['Pro', 'Free'] }], {
      licences: { Pro: { price: 1e300 }, Free: { unassigned: 2.5 } },
    });
    expect(findings(inexact)).toEqual(['error badNumber - -', 'error badNumber - -']);
  });
});

describe('rows with errors', () => {
  it('are never in the file, and are counted where they are left out', () => {
    const rows = [{ email: 'a@x.com', licenses: ['Pro'] }, bad({ licenses: ['Old'] }), { email: 'c@x.com' }];
    const stuck = pack(rows);
    expect(fileOf(stuck).users).toHaveLength(2);
    expect(fileOf(stuck).licenses?.map(({ name }) => name)).toEqual(['Pro']);
    expect(stuck.counts).toMatchObject({ rows: 3, records: 2, leftOut: 0, errors: 1 });
    expect(pack(rows, { leaveOut: true }).counts).toMatchObject({
      rows: 3,
      records: 2,
      leftOut: 1,
      errors: 1,
    });
  });

  it('leave nothing to send where there are no others', () => {
    const none = pack([bad()], { leaveOut: true });
    expect(findings(none)).toEqual(['error nothingValid - -', 'error badEmail 2 email']);
    expect(none).toMatchObject({ files: [], bytes: 0, counts: { records: 0, leftOut: 1 } });
  });
});
