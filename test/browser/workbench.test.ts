/** The main job with a mouse and a keyboard: connect, pull, see, edit, refresh, with trouble on tap. */
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { type Desk, openDesk } from '../../local/desk';
import { picture } from './chromium';
import { faintTexts } from './contrast';
import { eventually, expectText, expectValue, WorkbenchPage } from './workbench-page';

jest.setTimeout(60_000);

let desk: Desk;
let workbench: WorkbenchPage;
let page: Page;

beforeAll(async () => {
  desk = await openDesk({ tenant: { apps: 1200 } });
  workbench = await WorkbenchPage.open(desk);
  page = workbench.page;
});

afterAll(async () => {
  await workbench?.close();
  await desk?.close();
});

const cell = (row: number, column: number): Locator => workbench.cell(row, column);
const sidebar = (): FrameLocator => workbench.sidebar;
const tab = (name: string): Locator => page.getByRole('tab', { name, exact: true });
const outcome = (text: string | RegExp): Locator => sidebar().locator('.notice').filter({ hasText: text });

const columnOf = (label: string): number => desk.tab('Apps').header().indexOf(label) + 1;

test('the menu opens the sidebar, which is exactly 300 pixels wide', async () => {
  await workbench.chooseMenu('SaaS Ledger', 'Open sidebar');
  await sidebar().getByRole('heading', { name: 'Connect to Torii' }).waitFor();
  expect((await page.locator('.sidebar iframe').boundingBox())?.width).toBe(300);
  await picture(page, 'workbench-first-run');
});

test('the sidebar connects and shows the organisation', async () => {
  await sidebar().getByLabel('Torii API key').fill(desk.torii.apiKey);
  await sidebar().getByRole('button', { name: 'Test and connect' }).click();
  await outcome('The key works: it belongs to').waitFor();
  await sidebar()
    .getByText(`key ending in ${desk.torii.apiKey.slice(-4)}`)
    .waitFor();
});

test('a pull brings the rows into the grid, page after page', async () => {
  await sidebar().getByRole('button', { name: 'Pull Apps' }).click();
  await outcome('1,200 apps: 1,200 new').waitFor();
  await tab('Apps').waitFor();
  await expectText(cell(1, 1), 'ID');
  const first = desk.tab('Apps').display()[1] ?? [];
  await expectText(cell(2, 2), first[1] ?? '');
  expect(desk.requests.filter(({ url }) => /\/apps\?/.test(url))).toHaveLength(2);
  await picture(page, 'workbench-pulled');
  // The card with the pressed button has moved up to what is in the file; the focus went with it.
  const refresh = sidebar().getByRole('button', { name: 'Refresh Apps' });
  await eventually(() => refresh.evaluate((element) => element === document.activeElement));
});

test('cells that are selected in the page are selected for a script, and a script leads to a cell', async () => {
  await workbench.choose(2, 2);
  await cell(4, 3).hover();
  for (const arrow of ['Down', 'Down', 'Right']) await page.keyboard.press(`Shift+Arrow${arrow}`);
  await eventually(
    () => JSON.stringify(desk.workbook.active.selection) === '[{"row":2,"column":2,"rows":3,"columns":2}]',
    () => JSON.stringify(desk.workbook.active.selection),
  );
  desk.screen.activate('Apps', { row: 900, column: 2 });
  await cell(900, 2).waitFor();
  await eventually(() => desk.workbook.active.selection[0]?.row === 900);
  await workbench.scrollTo(0);
  await workbench.choose(2, 2);
});

test('rows are hidden with the right mouse button, by hand and by what they say, and shown again', async () => {
  await cell(3, 2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Hide row' }).click();
  await cell(3, 2).waitFor({ state: 'detached' });
  await cell(4, 2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show only rows that say this' }).click();
  await cell(2, 2).waitFor({ state: 'detached' });
  await cell(4, 2).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show all rows' }).click();
  await cell(3, 2).waitFor();
});

test('rows far down are there when they are scrolled to', async () => {
  await workbench.scrollTo(1100);
  const name = desk.tab('Apps').display()[1104]?.[1] ?? '';
  await expectText(cell(1105, 2), name);
  await workbench.scrollTo(0);
});

test('the header’s note shows what the column means', async () => {
  await cell(1, 2).hover();
  await page.getByRole('tooltip').filter({ hasText: 'saas-ledger: name' }).waitFor();
  await picture(page, 'workbench-note');
});

test('a cell is edited as text is typed, and the formula bar shows what is in it', async () => {
  await workbench.typeInto(2, 2, 'My name for it');
  await expectText(cell(2, 2), 'My name for it');
  expect(desk.tab('Apps').display()[1]?.[1]).toBe('My name for it');

  await page.getByRole('button', { name: 'New tab' }).click();
  await eventually(() => desk.workbook.active.name.startsWith('Sheet'));
  await expectText(page.locator('[role="tab"][aria-selected="true"].tab'), desk.workbook.active.name);
  await workbench.typeInto(1, 1, '21');
  await workbench.typeInto(2, 1, '=A1*2');
  await expectText(cell(2, 1), '42');
  await workbench.choose(2, 1);
  await expectValue(page.getByLabel('What the cell holds'), '=A1*2');
  await workbench.typeInto(3, 1, '2026-03-04');
  await eventually(() => desk.workbook.active.values(3, 1, 1, 1)[0]?.[0] instanceof Date);
});

test('typing over a chosen cell, at a person’s speed, replaces what is in it', async () => {
  await workbench.choose(4, 1);
  await page.keyboard.type('typed over', { delay: 60 });
  await page.keyboard.press('Enter');
  await expectText(cell(4, 1), 'typed over');
  expect(desk.workbook.active.display(4, 1, 1, 1)).toEqual([['typed over']]);
});

test('formulas follow a row inserted with the right mouse button, and Delete empties a cell', async () => {
  await cell(1, 1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Insert 1 row above' }).click();
  await expectText(cell(3, 1), '42');
  await workbench.choose(3, 1);
  await expectValue(page.getByLabel('What the cell holds'), '=A2*2');
  await page.keyboard.press('Delete');
  await expectText(cell(3, 1), '');
});

test('a column is made wider with the mouse, and stays so in the file', async () => {
  const letter = page.locator('revogr-header .rgHeaderCell[data-header-column="1"]');
  const box = await letter.boundingBox();
  if (!box) throw new Error('The column has no letter.');
  await page.mouse.move(box.x + box.width - 2, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 58, box.y + 8, { steps: 4 });
  await page.mouse.up();
  await eventually(() => desk.workbook.active.columnWidth(1) > 140);
});

test('checkboxes are ticked with a click, and a drop-down offers its choices', async () => {
  const sheet = desk.workbook.active;
  const rule = { values: [], allowInvalid: false, helpText: null };
  sheet.setValidation({ row: 5, column: 1, rows: 1, columns: 1 }, { ...rule, criteria: 'CHECKBOX' });
  const list = { ...rule, criteria: 'VALUE_IN_LIST', values: ['Keep', 'Drop'], showDropdown: true };
  sheet.setValidation({ row: 6, column: 1, rows: 1, columns: 1 }, list);
  await workbench.typeInto(7, 1, 'a change, so that the page looks again');
  await cell(5, 1).getByRole('checkbox').click();
  await eventually(() => sheet.values(5, 1, 1, 1)[0]?.[0] === true);
  await cell(6, 1).locator('.arrow').click();
  await page.getByRole('option', { name: 'Drop' }).click();
  await eventually(() => sheet.values(6, 1, 1, 1)[0]?.[0] === 'Drop');
  await workbench.typeInto(6, 1, 'Neither');
  await page.getByRole('alert').waitFor();
  expect(sheet.values(6, 1, 1, 1)[0]?.[0]).toBe('Drop');
});

test('a refresh through trouble on tap keeps the edit and brings the change at Torii', async () => {
  await tab('Apps').click();
  const apps = desk.torii.data.apps as { id: number; name: string }[];
  desk.torii.edit('apps', apps[1]?.id ?? 0, { name: 'Renamed at Torii' });
  await page.getByRole('button', { name: 'Behind the scenes' }).click();
  await page.getByRole('tab', { name: 'Faults' }).click();
  await page.getByRole('button', { name: 'Next list answers 502 once' }).click();
  await sidebar().getByRole('button', { name: 'Refresh Apps' }).click();
  await outcome('1,200 apps').filter({ hasText: '1 updated' }).waitFor();
  await expectText(cell(3, 2), 'Renamed at Torii');
  expect(desk.tab('Apps').display()[1]?.[columnOf('Name') - 1]).toBe('My name for it');
  await sidebar().getByText('1 edit not sent', { exact: true }).waitFor();
  await page.getByRole('tab', { name: /Requests/ }).click();
  await page.getByRole('cell', { name: '502' }).waitFor();
  await picture(page, 'workbench-refreshed');
});

test('no header, body or address behind the scenes shows the key', async () => {
  await page.locator('.cell-link').first().click();
  await page.getByText('••••••••').first().waitFor();
  const shown = await page.locator('.behind').textContent();
  expect(shown).not.toContain(desk.torii.apiKey);
  await picture(page, 'workbench-request');
});

test('a revoked key is told in the sidebar, with the way out', async () => {
  await page.getByRole('tab', { name: 'Faults' }).click();
  await page.getByRole('button', { name: 'Revoke the key' }).click();
  await sidebar().getByRole('button', { name: 'Refresh Apps' }).click();
  await outcome('does not accept this API key').waitFor();
  await sidebar().getByRole('button', { name: 'Enter another key' }).waitFor();
  await picture(page, 'workbench-revoked');
  await page.getByRole('button', { name: 'Restore the key' }).click();
});

test('the tabs of the panel tell of executions, calls and the clock', async () => {
  await page.getByRole('tab', { name: 'Executions' }).click();
  await page.getByRole('row').filter({ hasText: 'openSidebar' }).waitFor();
  await page.getByRole('tab', { name: /Service calls/ }).click();
  await page.getByRole('cell', { name: 'Range.setValues' }).waitFor();
  await picture(page, 'workbench-calls');
  await page.getByRole('tab', { name: 'Clock' }).click();
  const before = desk.clock.now().getTime();
  await page.getByRole('button', { name: 'Move on 1 hour' }).click();
  await eventually(() => desk.clock.now().getTime() >= before + 3_600_000);
  await page.getByRole('tab', { name: 'Provider' }).click();
  await page.getByText(desk.torii.apiKey).waitFor();
  await picture(page, 'workbench-provider');
});

test('both providers are changed and troubled from the panel', async () => {
  await page.getByRole('radio', { name: 'Zluri' }).check();
  await page.getByText(desk.zluri.apiKey).waitFor();
  const [app] = desk.zluri.data.apps as { app_id: string; app_name: string }[];
  await page
    .locator('.behind')
    .getByRole('combobox')
    .selectOption(app?.app_id ?? '');
  await page.getByRole('textbox', { name: 'Name' }).fill('Renamed at Zluri');
  await page.getByRole('button', { name: 'Rename' }).click();
  await eventually(() => app?.app_name === 'Renamed at Zluri');
  expect(JSON.stringify(desk.torii.data.apps)).not.toContain('Renamed at Zluri');
  await picture(page, 'workbench-zluri');
  await page.getByRole('tab', { name: 'Faults' }).click();
  await page.getByText('that the script asks Zluri for').waitFor();
  await page.getByRole('button', { name: 'Revoke the key' }).click();
  await page.getByText('The key is revoked').waitFor();
  await page.getByRole('radio', { name: 'Torii' }).check();
  await page.getByText('The key is revoked').waitFor({ state: 'detached' });
});

test('hidden tabs are shown when asked for', async () => {
  expect(await page.locator('.hidden-tab').count()).toBe(0);
  await page.getByRole('menuitem', { name: 'View' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Hidden tabs' }).click();
  expect(await page.locator('.hidden-tab').count()).toBeGreaterThan(0);
});

test('the workbook downloads as .xlsx', async () => {
  const answer = await page.request.get(`${workbench.url}workbook.xlsx`);
  expect(answer.headers()['content-type']).toContain('spreadsheetml');
  expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
});

test('nothing went wrong in the page, and every text can be read', async () => {
  const refused = workbench.problems.filter((problem) => !problem.includes('status of 4'));
  expect(refused).toEqual([]);
  expect(await faintTexts(page)).toEqual([]);
});
