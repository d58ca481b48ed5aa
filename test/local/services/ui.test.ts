/** Ui: menus, questions, dialogs. https://developers.google.com/apps-script/reference/base/ui */
import { createHtmlService } from '../../../local/runtime/services/html';
import { createUi } from '../../../local/runtime/services/ui';
import { enumValue, fakeHost, scripted } from './fake-host';

const open = () => {
  const host = fakeHost();
  return { host, ui: scripted(createUi(host)), html: scripted(createHtmlService(host)) };
};

test('a menu is built with items, separators and submenus', () => {
  const { host, ui } = open();
  const pull = ui.createMenu!('Pull').addItem('Apps', 'pullApps').addSeparator();
  ui.createMenu!('SaaS').addSubMenu(pull).addItem('Open', 'open').addToUi();
  expect(host.menus).toEqual([
    {
      label: 'SaaS',
      children: [
        {
          label: 'Pull',
          children: [
            { label: 'Apps', fn: 'pullApps' },
            { label: '', separator: true },
          ],
        },
        { label: 'Open', fn: 'open' },
      ],
    },
  ]);
});

// https://developers.google.com/workspace/add-ons/concepts/menus
test("an add-on's menu bears the project's name", () => {
  const { host, ui } = open();
  host.file.projectName = 'Ledger';
  ui.createAddonMenu!().addItem('Open', 'open').addToUi();
  expect(host.menus[0]?.label).toBe('Ledger');
});

test('alert has three overloads and answers with a Button', async () => {
  const { host, ui } = open();
  host.answers.push({ button: 'OK', text: '' }, { button: 'NO', text: '' }, { button: 'CANCEL', text: '' });
  expect((await ui.alert!('Hello')).name).toBe('OK');
  expect((await ui.alert!('Sure?', enumValue('ButtonSet', 'YES_NO'))).name).toBe('NO');
  expect((await ui.alert!('Title', 'Text', enumValue('ButtonSet', 'OK_CANCEL'))).name).toBe('CANCEL');
  expect((await ui.alert!('Closed by X')).name).toBe('CLOSE');
  expect(host.shown.slice(1, 3)).toEqual([
    { kind: 'alert', title: '', text: 'Sure?', buttons: ['YES', 'NO'] },
    { kind: 'alert', title: 'Title', text: 'Text', buttons: ['OK', 'CANCEL'] },
  ]);
});

test("a prompt's text is there whatever button was pressed", async () => {
  const { host, ui } = open();
  host.answers.push({ button: 'CANCEL', text: 'typed' });
  const response = await ui.prompt!('Name?', enumValue('ButtonSet', 'OK_CANCEL'));
  expect(response.getResponseText()).toBe('typed');
  expect(response.getSelectedButton().name).toBe('CANCEL');
});

test('locks do not survive a question', async () => {
  const { host, ui } = open();
  host.file.locks.set('document', 1).set('script', 7);
  await ui.alert!('Hello');
  expect([...host.file.locks.keys()]).toEqual(['script']);
});

test('two strings are no overload of alert', async () => {
  await expect(open().ui.alert!('Title', 'Text')).rejects.toThrow(
    "The parameters (String,String) don't match the method signature for Ui.alert.",
  );
});

// https://developers.google.com/workspace/add-ons/concepts/dialogs: the width of a sidebar is fixed
test('sidebars and dialogs are shown with title and size', () => {
  const { host, ui, html } = open();
  ui.showSidebar!(html.createHtmlOutput!('<p>side</p>').setTitle('Side').setWidth(800));
  ui.showModalDialog!(html.createHtmlOutput!('<p>box</p>').setWidth(400).setHeight(200), 'Box');
  ui.showModelessDialog!(html.createHtmlOutput!('<p>free</p>'), 'Free');
  expect(host.shown).toEqual([
    { kind: 'sidebar', title: 'Side', text: '<p>side</p>', width: 300 },
    { kind: 'modal', title: 'Box', text: '<p>box</p>', width: 400, height: 200 },
    { kind: 'modeless', title: 'Free', text: '<p>free</p>' },
  ]);
  expect(() => ui.showModalDialog!('<p>', 'Box')).toThrow(
    "don't match the method signature for Ui.showModalDialog",
  );
});

// Text: met live by developers; the platform facts mark it [M].
test('the run of a trigger has no user interface', () => {
  const host = fakeHost();
  host.execution.kind = 'trigger';
  expect(() => createUi(host)).toThrow('Cannot call SpreadsheetApp.getUi() from this context.');
});
