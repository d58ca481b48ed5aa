/** Menus, questions, toasts and HTML dialogs of a script, as a person meets them in the workbench. */
import type { Page } from 'playwright-core';
import { type Desk, openDesk } from '../../local/desk';
import { picture } from './chromium';
import { WorkbenchPage } from './workbench-page';

jest.setTimeout(60_000);

const SCRIPT = `
function onOpen() {
  var ui = SpreadsheetApp.getUi();
  ui.createMenu('Test').addItem('Ask', 'ask').addSeparator()
    .addSubMenu(ui.createMenu('More').addItem('Box', 'box').addItem('Toast', 'toast')).addToUi();
}
function ask() {
  var ui = SpreadsheetApp.getUi();
  var said = ui.prompt('Which tab?', 'It is not changed.', ui.ButtonSet.OK_CANCEL);
  ui.alert('You said', said.getResponseText() + ' / ' + said.getSelectedButton(), ui.ButtonSet.YES_NO);
}
function toast() { SpreadsheetApp.getActive().toast('All done', 'Apps'); }
function add(a, b) { return a + b; }
function box() {
  var page = HtmlService.createHtmlOutput(
    '<script>function show(text) { document.getElementById("out").textContent = text }<\\/script>' +
    '<button onclick="google.script.run.withSuccessHandler(show).add(1, 2)">Add</button>' +
    '<button onclick="try { google.script.run.add(new Date()) } catch (e) { show(e.message) }">Date</button>' +
    '<button onclick="google.script.run.withFailureHandler(function (e) { show(e.message) }).nowhere()">Fail</button>' +
    '<button onclick="google.script.host.close()">Close it</button><p id="out"></p>');
  SpreadsheetApp.getUi().showModalDialog(page.setWidth(420).setHeight(160), 'A box');
}`;

let desk: Desk;
let workbench: WorkbenchPage;
let page: Page;

beforeAll(async () => {
  desk = await openDesk({ bundle: SCRIPT });
  workbench = await WorkbenchPage.open(desk);
  page = workbench.page;
});

afterAll(async () => {
  await workbench?.close();
  await desk?.close();
});

test('a prompt and then an alert wait for the person', async () => {
  await workbench.chooseMenu('Test', 'Ask');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('It is not changed.').waitFor();
  await picture(page, 'dialog-prompt');
  await dialog.getByRole('textbox').fill('Apps');
  await page.keyboard.press('Enter');
  await dialog.getByText('Apps / OK').waitFor();
  await dialog.getByRole('button', { name: 'No' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(desk.dialogs.map(({ answer }) => answer)).toEqual(['OK', 'NO']);
});

// Closing by X gives Button.CLOSE: https://developers.google.com/apps-script/reference/base/ui
test('Escape closes a question as its X does', async () => {
  await workbench.chooseMenu('Test', 'Ask');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('/ CLOSE').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('menus open and close with the keyboard alone', async () => {
  await page.getByRole('menuitem', { name: 'Test' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('[role="menuitem"]:focus', { hasText: 'Ask' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.locator('[role="menuitem"]:focus', { hasText: 'Box' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText('Apps: All done').waitFor();
  expect(await page.getByRole('menu').count()).toBe(0);
});

test('an HTML dialog has the size and the google.script that it asks for', async () => {
  await workbench.chooseMenu('Test', 'More', 'Box');
  const frame = page.frameLocator('.dialog iframe');
  const out = frame.locator('#out');
  await frame.getByRole('button', { name: 'Add' }).click();
  await out.getByText('3', { exact: true }).waitFor();
  await frame.getByRole('button', { name: 'Date' }).click();
  await out.getByText('illegal value').waitFor();
  await frame.getByRole('button', { name: 'Fail' }).click();
  await out.getByText('nowhere').waitFor();
  const box = await page.locator('.dialog iframe').boundingBox();
  expect([box?.width, box?.height]).toEqual([420, 160]);
  await picture(page, 'dialog-html');
  await frame.getByRole('button', { name: 'Close it' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(workbench.problems).toEqual([]);
});
