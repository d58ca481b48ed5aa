import { itemFunction } from '../../../local/desk/menu-path';
import { opened } from './opened';

const SCRIPT = `
  function onOpen(e) {
    var ui = SpreadsheetApp.getUi();
    ui.createMenu('SaaS Ledger')
      .addItem('Open sidebar', 'openSidebar')
      .addSeparator()
      .addSubMenu(ui.createMenu('Pull').addItem('Apps', 'pullApps').addItem('Gone', 'gone'))
      .addToUi();
    console.log(String(e.authMode));
  }
  function openSidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>hi</p>').setTitle('Ledger')); }
  function pullApps() { SpreadsheetApp.getActiveSpreadsheet().toast('Pulled', 'Apps'); return 'pulled'; }
`;

test('opening builds the menu, with the authorization of a bound script', async () => {
  const desk = await opened(SCRIPT);
  expect(desk.menuTree()).toEqual([
    {
      label: 'SaaS Ledger',
      children: [
        { label: 'Open sidebar', fn: 'openSidebar' },
        { label: '', separator: true },
        {
          label: 'Pull',
          children: [
            { label: 'Apps', fn: 'pullApps' },
            { label: 'Gone', fn: 'gone' },
          ],
        },
      ],
    },
  ]);
  // Google: unpublished add-ons run onOpen in LIMITED.
  // https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
  expect(desk.executions).toMatchObject([{ function: 'onOpen', authMode: 'LIMITED', logs: ['LIMITED'] }]);
});

test('a published add-on that nobody used here opens without authorization, then with it', async () => {
  const desk = await opened(SCRIPT, { addOn: 'published' });
  expect(desk.executions.at(-1)).toMatchObject({
    function: 'onOpen',
    authMode: 'NONE',
    ok: true,
    logs: ['NONE'],
  });
  await desk.menu('Pull', 'Apps');
  const other = desk.as('grace@example.com');
  await other.opened;
  expect(desk.executions.at(-1)).toMatchObject({ function: 'onOpen', authMode: 'LIMITED' });
});

// Google: global statements run under the same mode, so a service call there kills the menu.
// https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
test('a service call at the top of the bundle costs a published add-on its menu', async () => {
  const desk = await opened(`var store = PropertiesService.getUserProperties(); ${SCRIPT}`, {
    addOn: 'published',
  });
  expect(desk.menuTree()).toEqual([]);
  expect(desk.executions[0]?.error?.message).toContain(
    'You do not have permission to call PropertiesService.getUserProperties.',
  );
});

test('a click runs the item’s function with full authorization, with or without the menu’s name', async () => {
  const desk = await opened(SCRIPT);
  expect(await desk.menu('SaaS Ledger', 'Pull', 'Apps')).toMatchObject({
    ok: true,
    value: 'pulled',
    authMode: 'FULL',
  });
  expect((await desk.menu('Pull', 'Apps')).value).toBe('pulled');
  expect(desk.toasts).toEqual(['Apps: Pulled', 'Apps: Pulled']);
});

test('the sidebar shows what the script gave it', async () => {
  const desk = await opened(SCRIPT);
  await desk.menu('Open sidebar');
  expect(desk.dialogs).toMatchObject([{ kind: 'sidebar', title: 'Ledger', text: '<p>hi</p>' }]);
  expect(desk.screen.sidebar?.title).toBe('Ledger');
});

test('a label that is not there, and a function that is not there, are named', async () => {
  const desk = await opened(SCRIPT);
  await expect(desk.menu('Pull', 'apps')).rejects.toThrow(
    'There is no menu item “Pull > apps”. There is: SaaS Ledger > Open sidebar; SaaS Ledger > Pull > Apps; SaaS Ledger > Pull > Gone.',
  );
  expect((await desk.menu('Pull', 'Gone')).error?.message).toBe('Script function not found: gone');
});

test('a script without onOpen opens too, and has no menu', async () => {
  const desk = await opened('function run() { return 1; }');
  expect(desk.executions).toEqual([]);
  await expect(desk.menu('Run')).rejects.toThrow('no menu');
});

test('a menu itself cannot be clicked', () => {
  const menus = [{ label: 'A', children: [{ label: 'B', children: [{ label: 'C', fn: 'c' }] }] }];
  expect(itemFunction(menus, ['B', 'C'])).toBe('c');
  expect(() => itemFunction(menus, ['A', 'B'])).toThrow('A > B > C');
});
