/** Each template against the body that is expected of it, written by hand. */
import { connectedDesk } from '../desks';
import { csv, pasteTab } from './pasted-tab';
import { CUSTOM } from './sending';

interface Example {
  template: string;
  rows: string[][];
  body: object;
}

const EXAMPLES: Example[] = [
  {
    template: 'figma',
    rows: csv(`
      Name,Email,Role,seat_type,Figma last active,FigJam last active
      Ann Lee,ANN@example.com,Admin,full,2026-01-05,2026-02-01
      Bob Ray,bob@example.com,Member,,,
      Cy Fox,cy@example.com,Member,dev,2026-01-09,
    `),
    body: {
      users: [
        {
          email: 'ann@example.com',
          firstName: 'Ann',
          lastName: 'Lee',
          roles: ['Admin'],
          lastUsedDate: '2026-02-01',
        },
        { email: 'bob@example.com', firstName: 'Bob', lastName: 'Ray', roles: ['Member'] },
        {
          email: 'cy@example.com',
          firstName: 'Cy',
          lastName: 'Fox',
          roles: ['Member'],
          lastUsedDate: '2026-01-09',
        },
      ],
      licenses: [
        { name: 'full', users: [{ email: 'ann@example.com' }] },
        {
          name: 'No Seat Type Assigned',
          users: [{ email: 'bob@example.com', licenseStatus: 'inactive' }],
        },
        { name: 'dev', users: [{ email: 'cy@example.com' }] },
      ],
    },
  },
  {
    template: 'stripe',
    rows: csv(`
      Name,Email,Roles,Two-step authentication,Last login
      Ann Lee,ann@example.com,Administrator;Developer,Yes,2026-01-05
      Bob Ray,bob@example.com,Analyst,No,
    `),
    body: {
      users: [
        {
          email: 'ann@example.com',
          firstName: 'Ann',
          lastName: 'Lee',
          roles: ['Administrator', 'Developer'],
          lastUsedDate: '2026-01-05',
        },
        { email: 'bob@example.com', firstName: 'Bob', lastName: 'Ray', roles: ['Analyst'] },
      ],
    },
  },
  {
    template: 'autodesk',
    rows: csv(`
      First Name,Last Name,Email,Autodesk ID,Product Name,Last Used
      Ann,Lee,ann@example.com,A1,AutoCAD,2026-01-05
      Ann,Lee,ann@example.com,A1,Revit,2026-02-05
      Bob,Ray,bob@example.com,B2,Revit,
    `),
    body: {
      users: [
        {
          id: 'A1',
          email: 'ann@example.com',
          firstName: 'Ann',
          lastName: 'Lee',
          lastUsedDate: '2026-02-05',
        },
        { id: 'B2', email: 'bob@example.com', firstName: 'Bob', lastName: 'Ray' },
      ],
      licenses: [
        { name: 'AutoCAD', users: [{ email: 'ann@example.com' }] },
        { name: 'Revit', users: [{ email: 'ann@example.com' }, { email: 'bob@example.com' }] },
      ],
    },
  },
  {
    template: 'coupa',
    rows: csv(`
      Login,Firstname,Lastname,Email,Active,Licenses,Last Login
      alee,Ann,Lee,ann@example.com,Yes,Purchasing;Expense,2026-01-05
      bray,Bob,Ray,bob@example.com,No,Purchasing,
    `),
    body: {
      users: [
        {
          id: 'alee',
          email: 'ann@example.com',
          firstName: 'Ann',
          lastName: 'Lee',
          status: 'active',
          externalStatus: 'Yes',
          lastUsedDate: '2026-01-05',
        },
        {
          id: 'bray',
          email: 'bob@example.com',
          firstName: 'Bob',
          lastName: 'Ray',
          status: 'deleted',
          externalStatus: 'No',
        },
      ],
      licenses: [
        { name: 'Purchasing', users: [{ email: 'ann@example.com' }, { email: 'bob@example.com' }] },
        { name: 'Expense', users: [{ email: 'ann@example.com' }] },
      ],
    },
  },
  {
    template: 'hr',
    rows: csv(`
      Employee ID,First Name,Last Name,Work Email,Employment Status,Department
      7,Ann,Lee,ann@example.com,On leave,Design
      8,Bob,Ray,bob@example.com,Terminated,Sales
    `),
    body: {
      users: [
        {
          id: '7',
          email: 'ann@example.com',
          firstName: 'Ann',
          lastName: 'Lee',
          status: 'active',
          externalStatus: 'On leave',
        },
        {
          id: '8',
          email: 'bob@example.com',
          firstName: 'Bob',
          lastName: 'Ray',
          status: 'deleted',
          externalStatus: 'Terminated',
        },
      ],
    },
  },
  {
    template: 'workspaceOne',
    rows: csv(`
      ID,First Name,Last Name,Email,Role,Status,Last Used Date,License Type
      1,Ann,Lee,ann@example.com,Admin,Active,2026-01-05,Standard
      2,Bob,Ray,bob@example.com,User,Inactive,,Standard
    `),
    body: {
      users: [
        {
          email: 'ann@example.com',
          firstName: 'Ann',
          lastName: 'Lee',
          status: 'active',
          externalStatus: 'Active',
          roles: ['Admin'],
          lastUsedDate: '2026-01-05',
        },
        {
          email: 'bob@example.com',
          firstName: 'Bob',
          lastName: 'Ray',
          status: 'deleted',
          externalStatus: 'Inactive',
          roles: ['User'],
        },
      ],
      licenses: [{ name: 'Standard', users: [{ email: 'ann@example.com' }, { email: 'bob@example.com' }] }],
    },
  },
  {
    template: 'blank',
    rows: csv(`
      E-Mail Address,Surname,Given name,Seats
      ann@example.com,Lee,Ann,Pro
    `),
    body: {
      users: [{ email: 'ann@example.com', firstName: 'Ann', lastName: 'Lee' }],
      licenses: [{ name: 'Pro', users: [{ email: 'ann@example.com' }] }],
    },
  },
];

test.each(EXAMPLES)('$template', async ({ template, rows, body }) => {
  const on = await connectedDesk();
  await pasteTab(on, 'Export', rows);
  const found = await on.api('uploadMapping', { tab: 'Export', target: CUSTOM });
  expect(found.template).toBe(template);
  const file = await on.api('uploadFile', { tab: 'Export', target: CUSTOM });
  expect(JSON.parse(file.text as string)).toEqual(body);
});

test.each(EXAMPLES)(
  '$template, with its columns in another order and spelling',
  async ({ template, rows, body }) => {
    const on = await connectedDesk();
    const [header = [], ...others] = rows.map((row) => [...row].reverse());
    await pasteTab(on, 'Export', [header.map((name) => name.toUpperCase().replace(/[ _]/g, '-')), ...others]);
    const found = await on.api('uploadMapping', { tab: 'Export', target: CUSTOM });
    expect(found.template).toBe(template);
    const file = await on.api('uploadFile', { tab: 'Export', target: CUSTOM });
    expect(JSON.parse(file.text as string)).toEqual(body);
  },
);
