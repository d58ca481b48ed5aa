/** The marks of a check beside what else people and the product do to the same cells. */
import type { Desk } from '../../../local/desk';
import { connectedDesk, pull } from '../desks';
import { csv, pasteTab } from './pasted-tab';
import { checked, CUSTOM } from './sending';

const BROKEN = csv(`
  Email,First Name,Status
  ann@example.com,Ann,Active
  bob@,Bob,Active
  cy@example.com,Cy,Astray
`);

const OPTIONS = { place: '1000' };

/** As a push marks a cell that it would send. */
const PUSH_BLUE = '#d9e8fd';

function paint(on: Desk, tab: string, row: number, column: number, colour: string): void {
  const at = { row, column, rows: 1, columns: 1 };
  on.workbook.sheet(tab)!.restyle(at, 'background', () => colour);
}

function looksOf(on: Desk, tab: string): unknown {
  return { notes: on.tab(tab).notes(), backgrounds: on.tab(tab).backgrounds() };
}

test('a mark that was wiped off, as a paste does, is there again after the next check', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', BROKEN);
  const before = looksOf(on, 'Members');
  await checked(on, CUSTOM, OPTIONS);
  const marked = looksOf(on, 'Members');
  on.workbook.sheet('Members')!.setNote(3, 1, '');
  paint(on, 'Members', 3, 1, '#ffffff');
  await checked(on, CUSTOM, OPTIONS);
  expect(looksOf(on, 'Members')).toEqual(marked);
  await on.api('uploadUnmark', { tab: 'Members' });
  expect(looksOf(on, 'Members')).toEqual(before);
});

test('a mark that took the place of one whose row was deleted gives its own colour back', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', [...BROKEN, ['dee@', 'Dee', 'Active']]);
  paint(on, 'Members', 5, 1, '#ffff00');
  await on.tab('Members').type('C4', 'Active');
  on.tab('Members').deleteRow('cy@example.com');
  await checked(on, CUSTOM, OPTIONS);
  on.tab('Members').deleteRow('bob@');
  await on.api('uploadUnmark', { tab: 'Members' });
  expect(on.tab('Members').backgrounds()[2]?.[0]).toBe('#ffff00');
  expect(on.tab('Members').notes().flat().join('')).toBe('');
});

test('in a tab that is refreshed, the mark of a push comes back', async () => {
  const on = await connectedDesk();
  await pull(on, 'users');
  const column = on.tab('Users').header().indexOf('Email') + 1;
  on.workbook.sheet('Users')!.write(3, column, [['nobody']], on.user);
  paint(on, 'Users', 3, column, PUSH_BLUE);
  const before = looksOf(on, 'Users');
  await checked(on, CUSTOM, OPTIONS, 'Users');
  expect(looksOf(on, 'Users')).not.toEqual(before);
  await checked(on, CUSTOM, OPTIONS, 'Users');
  await on.api('uploadUnmark', { tab: 'Users' });
  expect(looksOf(on, 'Users')).toEqual(before);
});

test('a file that went through another format finds the marks and the mapping of its tabs by their names', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', BROKEN);
  const before = looksOf(on, 'Members');
  await checked(on, CUSTOM, OPTIONS);
  await on.api('uploadRemember', {
    tab: 'Members',
    target: CUSTOM,
    mapping: { email: 'Email' },
    options: {},
  });
  const hidden = (desk: Desk): string[] =>
    desk.tabs({ hidden: true }).filter((name) => name.startsWith('SaaS Ledger ⇡'));
  const [own] = hidden(on);
  // There, the tab had another id.
  on.tab(own!).rename('SaaS Ledger ⇡ tab 42');
  const copy = await on.copyFile();
  const found = await copy.api('uploadMapping', { tab: 'Members', target: CUSTOM });
  expect(found).toMatchObject({ origin: 'remembered', mapping: { email: 'Email' } });
  expect(hidden(copy)).toEqual([own]);
  await copy.api('uploadUnmark', { tab: 'Members' });
  expect(looksOf(copy, 'Members')).toEqual(before);
});

test('choices that no property holds are remembered all the same', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Members', BROKEN);
  const letters = (at: number): string => (at * 7919 + 104_729).toString(36).repeat(3);
  const words = Array.from({ length: 2000 }, (_, at) => [`役 ${letters(at)}`, letters(at * 31)] as const);
  const values = { licenses: Object.fromEntries(words) };
  await on.api('uploadRemember', {
    tab: 'Members',
    target: CUSTOM,
    mapping: { email: 'Email' },
    options: { values },
  });
  const found = await on.api('uploadMapping', { tab: 'Members', target: CUSTOM });
  expect(found.options).toMatchObject({ values });
});
