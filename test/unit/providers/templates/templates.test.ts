import { matchColumns } from '../../../../src/core/upload/matching';
import { readRows } from '../../../../src/core/upload/reading';
import { recognise } from '../../../../src/core/upload/recognition';
import { sheetOf } from '../../../../src/core/upload/sheet';
import type { UploadTarget } from '../../../../src/core/upload/target';
import { TEMPLATES } from '../../../../src/providers/templates/catalogue';
import { CUSTOM_INTEGRATION } from '../../../../src/providers/torii/uploads/custom-integration';
import { USERS_TARGET } from '../../../../src/providers/zluri/uploads/users';
import type { CellValue } from '../../../../src/ports/grid';

type Table = readonly (readonly CellValue[])[];

/** The values that a target's fields get from an export, by the template that it is recognised as. */
function readAs(template: string, values: Table, to: UploadTarget): readonly unknown[] {
  const sheet = sheetOf('Export', values, { timeZone: 'UTC', locale: 'en_US' });
  if (!sheet) throw new Error('no rows');
  const found = recognise(sheet.columns, TEMPLATES);
  expect(found?.template).toBe(template);
  const { mapping, missing } = matchColumns(sheet, to, found);
  expect(missing).toEqual([]);
  const part = readRows(sheet, to, mapping, found, {});
  expect(part.problems).toEqual([]);
  return part.rows.map(({ values: read, problems }) => (problems.length > 0 ? problems : read));
}

const EXPORTS: Readonly<
  Record<string, { table: Table; torii: readonly object[]; zluri: readonly object[] }>
> = {
  figma: {
    table: [
      [
        ...['Name', 'Email', 'Role', 'seat_type', 'Figma Design last active', 'FigJam last active (UTC)'],
        ...['Slides last active', 'Last active in Dev Mode', 'Department'],
      ],
      ['Ann Lee', 'Ann@x.com', 'Admin', 'Full', '2026-01-05', '2026-03-01', 'never', '', 'Design'],
      ['Bob', 'bob@x.com', 'Member', '', '', '', '', '', ''],
    ],
    torii: [
      {
        ...{ email: 'ann@x.com', name: 'Ann Lee', firstName: 'Ann', lastName: 'Lee', roles: ['Admin'] },
        ...{ licenses: ['Full'], lastUsedDate: '2026-03-01' },
      },
      { email: 'bob@x.com', name: 'Bob', firstName: 'Bob', roles: ['Member'] },
    ],
    zluri: [
      {
        ...{ unique_id: 'ann@x.com', email: 'ann@x.com', name: 'Ann Lee', role: 'Admin', license: ['Full'] },
        ...{ last_used: '2026-03-01T00:00:00Z', department: 'Design' },
      },
      { unique_id: 'bob@x.com', email: 'bob@x.com', name: 'Bob', role: 'Member' },
    ],
  },
  stripe: {
    table: [
      ['Two-step authentication', 'Role', 'Name', 'Email', 'Last login', 'Status'],
      ['Enabled', 'Administrator, Developer', 'Ann Lee', 'ann@x.com', '1/25/2026', 'Invited'],
    ],
    torii: [
      {
        ...{ email: 'ann@x.com', name: 'Ann Lee', firstName: 'Ann', lastName: 'Lee', status: 'active' },
        ...{ externalStatus: 'Invited', roles: ['Administrator', 'Developer'], lastUsedDate: '2026-01-25' },
      },
    ],
    zluri: [
      {
        ...{ unique_id: 'ann@x.com', email: 'ann@x.com', name: 'Ann Lee', status: 'active' },
        ...{ role: 'Administrator, Developer', last_used: '2026-01-25T00:00:00Z' },
      },
    ],
  },
  autodesk: {
    table: [
      ['Team', 'First name', 'Last name', 'Email', 'Product', 'Days used', 'Last accessed', 'Autodesk ID'],
      ['Acme', 'Ann', 'Lee', 'ann@x.com', 'AutoCAD', 12, '2026-01-05', 'A7'],
    ],
    torii: [
      {
        ...{ id: 'A7', email: 'ann@x.com', firstName: 'Ann', lastName: 'Lee' },
        ...{ licenses: ['AutoCAD'], lastUsedDate: '2026-01-05' },
      },
    ],
    zluri: [
      {
        ...{ unique_id: 'A7', email: 'ann@x.com', first_name: 'Ann', last_name: 'Lee', license: ['AutoCAD'] },
        ...{ last_used: '2026-01-05T00:00:00Z', department: 'Acme' },
      },
    ],
  },
  coupa: {
    table: [
      [
        'Login',
        'Status',
        'Purchasing License',
        'Expense License',
        'Email',
        'Firstname',
        'Lastname',
        'Last Login',
      ],
      ['alee', 'inactive', 'No', 'Yes', 'ann@x.com', 'Ann', 'Lee', '2026-01-05'],
      ['bob', 'active', true, 'Yes', 'bob@x.com', 'Bob', '', ''],
    ],
    torii: [
      {
        ...{ id: 'alee', email: 'ann@x.com', firstName: 'Ann', lastName: 'Lee', status: 'deleted' },
        ...{ externalStatus: 'inactive', licenses: ['Expense'], lastUsedDate: '2026-01-05' },
      },
      {
        ...{ id: 'bob', email: 'bob@x.com', firstName: 'Bob', status: 'active', externalStatus: 'active' },
        licenses: ['Purchasing', 'Expense'],
      },
    ],
    zluri: [
      {
        ...{ unique_id: 'alee', email: 'ann@x.com', first_name: 'Ann', last_name: 'Lee', status: 'inactive' },
        ...{ license: ['Expense'], last_used: '2026-01-05T00:00:00Z' },
      },
      {
        ...{ unique_id: 'bob', email: 'bob@x.com', first_name: 'Bob', status: 'active' },
        license: ['Purchasing', 'Expense'],
      },
    ],
  },
  hr: {
    table: [
      [
        ...['Employee ID', 'First Name', 'Last Name', 'Work Email', 'Personal Email', 'Employment Status'],
        ...['Department', 'Job Title', 'Manager Email', 'Start Date', 'End Date'],
      ],
      [
        1001,
        'Ann',
        'Lee',
        'ann@x.com',
        'a@home.org',
        'On leave',
        'IT',
        'Head',
        'boss@x.com',
        '2020-05-01',
        '',
      ],
      [1002, 'Bob', 'Ray', 'bob@x.com', '', 'Terminated', 'IT', 'Clerk', '', '2021-05-01', '2026-01-31'],
    ],
    torii: [
      {
        ...{ id: '1001', email: 'ann@x.com', firstName: 'Ann', lastName: 'Lee' },
        ...{ status: 'active', externalStatus: 'On leave' },
      },
      {
        ...{ id: '1002', email: 'bob@x.com', firstName: 'Bob', lastName: 'Ray' },
        ...{ status: 'deleted', externalStatus: 'Terminated' },
      },
    ],
    zluri: [
      {
        ...{ unique_id: '1001', email: 'ann@x.com', first_name: 'Ann', last_name: 'Lee', status: 'active' },
        ...{ department: 'IT', designation: 'Head', reportingmanager: 'boss@x.com' },
        date_of_joining: '2020-05-01T00:00:00Z',
      },
      {
        ...{ unique_id: '1002', email: 'bob@x.com', first_name: 'Bob', last_name: 'Ray', status: 'inactive' },
        ...{ department: 'IT', designation: 'Clerk', date_of_joining: '2021-05-01T00:00:00Z' },
        date_of_termination: '2026-01-31T00:00:00Z',
      },
    ],
  },
  workspaceOne: {
    table: [
      ['ID', 'First Name', 'Last Name', 'Email', 'Role', 'Status', 'Last Used Date', 'License Type'],
      [7, 'Ann', 'Lee', 'ann@x.com', 'User', 'Active', '2026-01-05', 'Standard'],
    ],
    torii: [
      {
        ...{
          email: 'ann@x.com',
          firstName: 'Ann',
          lastName: 'Lee',
          status: 'active',
          externalStatus: 'Active',
        },
        ...{ roles: ['User'], licenses: ['Standard'], lastUsedDate: '2026-01-05' },
      },
    ],
    zluri: [
      {
        ...{
          unique_id: 'ann@x.com',
          email: 'ann@x.com',
          first_name: 'Ann',
          last_name: 'Lee',
          status: 'active',
        },
        ...{ role: 'User', license: ['Standard'], last_used: '2026-01-05T00:00:00Z' },
      },
    ],
  },
};

describe.each(Object.entries(EXPORTS))('the template %s', (name, { table, torii, zluri }) => {
  it('reads its export for Torii and Zluri', () => {
    expect(readAs(name, table, CUSTOM_INTEGRATION)).toEqual(torii);
    expect(readAs(name, table, USERS_TARGET)).toEqual(zluri);
  });

  it('reads it in another order and spelling', () => {
    const [head = [], ...rows] = table;
    const spelt = head.map((header) => String(header).toUpperCase().replace(/[ _]/g, '-'));
    const turned = [spelt, ...rows].map((row) => [...row].reverse());
    expect(readAs(name, turned, CUSTOM_INTEGRATION)).toEqual(
      torii.map((row) => expect.objectContaining(row)),
    );
  });
});

describe('templates', () => {
  it('have a name each', () => {
    expect(TEMPLATES.find(({ template }) => template === 'figma')?.title).toBe('Figma Enterprise members');
    expect(TEMPLATES.map(({ template }) => template)).toEqual(['blank', ...Object.keys(EXPORTS)]);
  });

  it('name meanings that their targets have, and words that these know', () => {
    for (const { columns, targets, values } of TEMPLATES) {
      for (const to of [CUSTOM_INTEGRATION, USERS_TARGET].filter(({ target }) => targets.includes(target))) {
        const words = to.fields.flatMap(({ meaning, choices = [] }) =>
          meaning === 'status' ? choices.flatMap(({ value, words: others }) => [value, ...others]) : [],
        );
        expect(words).toEqual(expect.arrayContaining([...new Set(Object.values(values['status'] ?? {}))]));
      }
      const known = new Set(
        [CUSTOM_INTEGRATION, USERS_TARGET].flatMap(({ fields }) => fields.map(({ meaning }) => meaning)),
      );
      for (const { meaning } of columns) expect(known).toContain(meaning);
    }
  });

  it('do not claim any list of people', () => {
    expect(recognise(['Name', 'Email', 'Role', 'Status'], TEMPLATES)).toBeNull();
    expect(recognise(['Id', 'Email', 'Name', 'Status', 'Licenses', 'Last used date'], TEMPLATES)).toBeNull();
  });
});
