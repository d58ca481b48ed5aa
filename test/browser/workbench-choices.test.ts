/** Drop-downs on the workbench's grid: opened, narrowed down and chosen from, and what they warn of. */
import type { Locator, Page } from 'playwright-core';
import { type Desk, openDesk } from '../../local/desk';
import { picture } from './chromium';
import { faintTexts } from './contrast';
import { eventually, expectText, WorkbenchPage } from './workbench-page';

jest.setTimeout(60_000);

const CHOICES = ['Discovered', 'In review', 'Sanctioned', 'Closed'];

let desk: Desk;
let workbench: WorkbenchPage;
let page: Page;

beforeAll(async () => {
  desk = await openDesk({ tenant: { apps: 1, contracts: 1, users: 1 } });
  const rule = { criteria: 'VALUE_IN_LIST', showDropdown: true, allowInvalid: true, helpText: null };
  const sheet = desk.workbook.active;
  sheet.setValidation({ row: 2, column: 1, rows: 1, columns: 1 }, { ...rule, values: CHOICES });
  const many = Array.from({ length: 300 }, (_, at) => `Choice ${at + 1}`);
  sheet.setValidation({ row: 30, column: 1, rows: 1, columns: 1 }, { ...rule, values: many });
  workbench = await WorkbenchPage.open(desk);
  page = workbench.page;
});

afterAll(async () => {
  await workbench?.close();
  await desk?.close();
});

const option = (name: string): Locator => page.getByRole('option', { name, exact: true });
const held = (): unknown => desk.workbook.active.values(2, 1, 1, 1)[0]?.[0];

async function expectSelected(name: string): Promise<void> {
  await eventually(async () => (await option(name).getAttribute('aria-selected')) === 'true');
}

test('a list is opened, walked through and closed with the keyboard alone', async () => {
  await workbench.cell(2, 1).locator('.arrow').waitFor();
  await workbench.choose(2, 1);
  await page.keyboard.press('Enter');
  await option('Closed').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expectSelected('In review');
  await page.keyboard.press('Enter');
  await expectText(workbench.cell(2, 1), 'In review');
  expect(held()).toBe('In review');

  await workbench.choose(2, 1);
  await page.keyboard.press('Enter');
  await expectSelected('In review');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await option('Closed').waitFor({ state: 'detached' });
  expect(held()).toBe('In review');
});

test('typing narrows it down', async () => {
  await workbench.choose(2, 1);
  await page.keyboard.type('sco', { delay: 60 });
  await option('Closed').waitFor({ state: 'detached' });
  expect(await page.getByRole('option').allTextContents()).toEqual(['Discovered']);
  await picture(page, 'workbench-choices');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectText(workbench.cell(2, 1), 'Discovered');
});

test('another value is taken, and flagged with a red corner and the reason', async () => {
  const classes = async (): Promise<string> => (await workbench.cell(2, 1).getAttribute('class')) ?? '';
  expect(await classes()).not.toContain('warned');
  await workbench.typeInto(2, 1, 'Abandoned');
  await eventually(async () => (await classes()).includes('warned'));
  expect(held()).toBe('Abandoned');
  // A pointer that rests where it was is not over anything anew.
  await workbench.cell(5, 3).hover();
  await workbench.cell(2, 1).hover();
  await page.getByRole('tooltip').filter({ hasText: 'Invalid: this is not one of the choices.' }).waitFor();
  await picture(page, 'workbench-warning');
});

test('a long list near the lower edge opens upwards, and asks to type for the rest', async () => {
  await workbench.cell(30, 1).locator('.arrow').click();
  await page.getByText('… and 100 more: type to find one').waitFor({ state: 'attached' });
  const grid = await page.locator('revo-grid').boundingBox();
  const list = await page.getByRole('listbox').boundingBox();
  if (!grid || !list) throw new Error('The list is not there.');
  expect(list.y + list.height).toBeLessThanOrEqual(grid.y + grid.height);
  await page.keyboard.type('300');
  await option('Choice 300').click();
  await expectText(workbench.cell(30, 1), 'Choice 300');
});

test('nothing went wrong in the page, and every text can be read', async () => {
  expect(workbench.problems).toEqual([]);
  expect(await faintTexts(page)).toEqual([]);
});
