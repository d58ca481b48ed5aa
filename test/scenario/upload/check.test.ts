/** Checking a pasted export: what is found, marked and remembered, before anything is sent. */
import type { Desk } from '../../../local/desk';
import { connectedDesk, desk } from '../desks';
import { csv, pasteTab } from './pasted-tab';

const TARGET = 'torii.customIntegration';

const EXPORT = csv(`
  Email,First Name,Last Name,Status,License Type,Last Used Date
  ann@example.com,Ann,Lee,Active,Pro,2026-01-05
  bob@example.com,Bob,Ray,Deactivated,Basic,2026-01-06
  cy@example.com,Cy,Fox,Active,Pro,
`);

const BROKEN = csv(`
  Email,First Name,Last Name,Status,License Type,Last Used Date
  ann@example.com,Ann,Lee,Active,Pro,2026-01-05
  bob@,Bob,Ray,Active,Pro,2026-01-06
  cy@example.com,Cy,Fox,Astray,Pro,2026-01-07
`);

interface Check {
  counts: Record<string, number>;
  problems: { severity: string; code: string; row?: number; column?: string; message: string }[];
  hindrances: string[];
  seal: string;
  sample: unknown;
  question?: string;
  since?: { added: number; gone: number; goneNames: string[] };
  files: { name: string; records: number }[];
  remarks: string[];
  route: string;
}

async function check(on: Desk, tab: string, options: Record<string, unknown> = {}): Promise<Check> {
  return (await on.api('uploadCheck', {
    tab,
    target: TARGET,
    options: { place: '1000', ...options },
  })) as Check;
}

test('a pasted export is recognised, mapped by its headers and packed, and nothing is sent', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', EXPORT);
  const before = on.requests.length;

  const [first] = await on.api('uploadTabs');
  expect(first).toMatchObject({ tab: 'Members', active: true });
  const found = await on.api('uploadMapping', { tab: 'Members', target: TARGET });
  expect(found).toMatchObject({
    mapping: {
      email: 'Email',
      firstName: 'First Name',
      lastName: 'Last Name',
      status: 'Status',
      licenses: 'License Type',
      lastUsedDate: 'Last Used Date',
    },
    unmatched: [],
    missing: [],
  });
  const checked = await check(on, 'Members');
  expect(checked).toMatchObject({ hindrances: [], counts: { rows: 3, users: 3, licenses: 2, errors: 0 } });
  const file = await on.api('uploadFile', { tab: 'Members', target: TARGET, options: { place: '1000' } });
  expect(JSON.parse(file.text as string)).toMatchObject({
    users: [
      {
        email: 'ann@example.com',
        firstName: 'Ann',
        lastName: 'Lee',
        status: 'active',
        lastUsedDate: '2026-01-05',
      },
      { email: 'bob@example.com', status: 'deleted' },
      { email: 'cy@example.com', status: 'active' },
    ],
    licenses: [{ name: 'Pro' }, { name: 'Basic' }],
  });
  expect(on.requests.length).toBe(before);
});

test('problems are marked in the tab, follow what is mended, and what was there before comes back', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', BROKEN);
  const tab = on.tab('Members');
  const looks = tab.backgrounds();

  const first = await check(on, 'Members');
  expect(first.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 'Email', 'badEmail'],
    [4, 'Status', 'badChoice'],
  ]);
  expect(first.hindrances).toHaveLength(1);
  expect(tab.backgrounds()[2]?.[0]).not.toBe(looks[2]?.[0]);
  expect(tab.notes()[2]?.[0]).toContain('bob@');

  await tab.type('A3', 'bob@example.com');
  const second = await check(on, 'Members');
  expect(second.counts.errors).toBe(1);
  expect(tab.backgrounds()[2]).toEqual(looks[2]);
  expect(tab.notes()[2]?.[0]).toBe('');
  expect(tab.notes()[3]?.[3]).not.toBe('');

  await on.api('uploadUnmark', { tab: 'Members' });
  expect(tab.backgrounds()).toEqual(looks);
  expect(tab.notes().flat().join('')).toBe('');
});

test('a person’s own note and colour survive the marks of a check', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', BROKEN);
  const sheet = on.workbook.sheet('Members')!;
  sheet.setNote(3, 1, 'Ask Bob.');
  sheet.restyle({ row: 3, column: 1, rows: 1, columns: 1 }, 'background', () => '#ffff00');
  const tab = on.tab('Members');
  const looks = tab.backgrounds();

  await check(on, 'Members');
  expect(tab.notes()[2]?.[0]).toMatch(/^Ask Bob\.\nSaaS Ledger: /);
  await on.api('uploadUnmark', { tab: 'Members' });
  expect(tab.notes()[2]?.[0]).toBe('Ask Bob.');
  expect(tab.backgrounds()).toEqual(looks);
});

test('marks can be taken off in a copy of the file too', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', BROKEN);
  await check(on, 'Members');
  const copy = await on.copyFile();
  expect(copy.tab('Members').notes().flat().join('')).not.toBe('');
  await copy.api('uploadUnmark', { tab: 'Members' });
  expect(copy.tab('Members').notes().flat().join('')).toBe('');
});

test('marks go along with rows that somebody sorts, and are taken off where they are by then', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', BROKEN);
  await check(on, 'Members');
  const tab = on.tab('Members');
  tab.sort('Email', true);
  expect(tab.values()[2]?.[0]).toBe('bob@');
  tab.sort('First Name', true);
  expect(tab.values()[1]?.[1]).toBe('Cy');
  await tab.type('D2', 'Active');
  await check(on, 'Members');
  expect(tab.notes().flat().filter(Boolean)).toHaveLength(1);
  await tab.type('A3', 'bob@example.com');
  await check(on, 'Members');
  expect(tab.notes().flat().join('')).toBe('');
  expect(new Set(tab.backgrounds().flat()).size).toBe(1);
});

test('a check that finds the same again writes nothing', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', BROKEN);
  await check(on, 'Members');
  const { 'Range.setNotes': notes = 0, 'Range.setValues': values = 0 } = on.serviceCalls;
  await check(on, 'Members');
  expect(on.serviceCalls).toMatchObject({ 'Range.setNotes': notes, 'Range.setValues': values });
});

test('bad rows can be left out, and are counted then', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', BROKEN);
  const checked = await check(on, 'Members', { leaveOut: true });
  expect(checked.hindrances).toEqual([]);
  expect(checked.counts).toMatchObject({ rows: 3, users: 1, leftOut: 2 });
});

test('what is wrong is refused before a job begins, with the first row in words', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', BROKEN);
  await expect(
    on.api('uploadSend', { tab: 'Members', target: TARGET, options: { place: '1000' } }),
  ).rejects.toMatchObject({ code: 'UPLOAD_PROBLEMS' });
});

test('a target that needs a place says so, in the check and in sending', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', EXPORT);
  const checked = (await on.api('uploadCheck', { tab: 'Members', target: TARGET })) as Check;
  expect(checked.hindrances).toEqual([expect.stringContaining('Nobody has chosen which')]);
  await expect(on.api('uploadSend', { tab: 'Members', target: TARGET })).rejects.toMatchObject({
    code: 'NO_PLACE',
  });
});

test('a place may come as the number that Torii gives it', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', csv('Email\nann@example.com'));
  const [account] = on.torii.data.appAccounts as { id: number }[];
  const check = (await on.api('uploadCheck', {
    ...{ tab: 'Members', target: 'torii.customIntegration' },
    options: { place: account?.id },
  })) as { hindrances: string[] };
  expect(check.hindrances).toEqual([]);
});

test('somebody who is not connected can check all the same, and is told', async () => {
  const on = await desk();
  await pasteTab(on, 'Members', EXPORT);
  const checked = await check(on, 'Members');
  expect(checked.counts).toMatchObject({ users: 3 });
  expect(checked.hindrances).toEqual(['You are not connected to Torii yet.']);
});

test('what was checked is what is sent: an edit in between is refused', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', EXPORT);
  const { seal } = await check(on, 'Members');
  await on.tab('Members').type('B2', 'Anna');
  await expect(
    on.api('uploadSend', { tab: 'Members', target: TARGET, options: { place: '1000', seal } }),
  ).rejects.toMatchObject({ code: 'UPLOAD_CHANGED' });
  await expect(
    on.api('uploadSend', { tab: 'Members', target: TARGET, options: { place: '1000' } }),
  ).rejects.toMatchObject({ code: 'UPLOAD_CHANGED' });
});

test('what a person chooses is remembered with the tab, also in a copy of the file', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', EXPORT);
  await on.api('uploadRemember', {
    tab: 'Members',
    target: TARGET,
    mapping: { email: 'Email', firstName: 'first name', licenses: [] },
    options: {
      place: '1000',
      duplicates: 'refuse',
      confirmed: true,
      values: { status: { Active: 'deleted' } },
    },
  });
  for (const file of [on, await on.copyFile()]) {
    const found = await file.api('uploadMapping', { tab: 'Members', target: TARGET });
    expect(found).toMatchObject({
      mapping: { email: 'Email', firstName: 'First Name' },
      origin: 'remembered',
      options: { place: '1000', duplicates: 'refuse' },
    });
    expect(found.options).not.toHaveProperty('confirmed');
    expect(found.mapping).not.toHaveProperty('licenses');
  }
});

test('another export in the same tab is matched anew, and a check of the old columns names what is gone', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', EXPORT);
  await on.api('uploadRemember', {
    tab: 'Members',
    target: TARGET,
    mapping: { email: 'Email', roles: 'Last Name' },
    options: { place: '1000' },
  });
  on.tab('Members').renameHeader('Last Name', 'Surname');
  await expect(check(on, 'Members')).rejects.toMatchObject({ code: 'UNKNOWN_COLUMN' });
  const found = await on.api('uploadMapping', { tab: 'Members', target: TARGET });
  expect(found.mapping).toMatchObject({ email: 'Email', lastName: 'Surname' });
  expect(found.options).toMatchObject({ place: '1000' });
});

test.each([
  ['UNKNOWN_TAB', { tab: 'Nowhere', target: TARGET }],
  ['UNKNOWN_TARGET', { tab: 'Members', target: 'torii.nothing' }],
  ['UNKNOWN_COLUMN', { tab: 'Members', target: TARGET, mapping: { email: 'Mail' } }],
  ['UNKNOWN_FIELD', { tab: 'Members', target: TARGET, mapping: { electronicMail: 'Email' } }],
  ['EMPTY_TAB', { tab: 'Sheet1', target: TARGET }],
])('%s', async (code, payload) => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', EXPORT);
  await expect(on.api('uploadCheck', payload)).rejects.toMatchObject({ code });
});

test('the text comes in parts of a million characters, none of them cut in the middle of a character', async () => {
  const on = await connectedDesk();
  const rows = Array.from({ length: 9000 }, (_, at) => [
    `person${at}@example.com`,
    `😀${'x'.repeat(100)}`,
    'Active',
  ]);
  await pasteTab(on, 'Members', [['Email', 'First Name', 'Status'], ...rows]);
  const parts: string[] = [];
  for (let part = 1, last = 1; part <= last; part += 1) {
    const file = await on.api('uploadFile', { tab: 'Members', target: TARGET, part });
    last = file.parts as number;
    parts.push(file.text as string);
  }
  expect(parts.length).toBeGreaterThan(1);
  expect((JSON.parse(parts.join('')) as { users: unknown[] }).users).toHaveLength(9000);
});

test('a cell of a problem is shown, whoever made the tab', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', BROKEN);
  await expect(on.api('showCell', { tab: 'Members', row: 4, column: 'Status' })).resolves.toEqual({
    shown: true,
  });
  await expect(on.api('showCell', { tab: 'Members', row: 4, column: 'Elsewhere' })).resolves.toEqual({
    shown: false,
  });
});

test('checking ten thousand rows takes as few calls as checking ten', async () => {
  const on = await connectedDesk();
  const rows = Array.from({ length: 10_000 }, (_, at) => [`person${at}@example.com`, 'Ann', 'Active']);
  await pasteTab(on, 'Large', [['Email', 'First Name', 'Status'], ...rows]);
  await pasteTab(on, 'Small', [['Email', 'First Name', 'Status'], ...rows.slice(0, 10)]);
  const calls = async (tab: string): Promise<number> => {
    const total = (): number => Object.values(on.serviceCalls).reduce((sum, count) => sum + count, 0);
    await check(on, tab);
    const before = total();
    await check(on, tab);
    return total() - before;
  };
  const small = await calls('Small');
  expect(await calls('Large')).toBe(small);
  expect(small).toBeLessThan(40);
});
