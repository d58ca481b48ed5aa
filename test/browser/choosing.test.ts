/** Choosing fields and filters against the real server code: what is ticked in the sidebar is what the tab shows. */
import type { FrameLocator, Page } from 'playwright-core';
import { type Desk, openDesk } from '../../local/desk';
import { picture } from './chromium';
import { WorkbenchPage } from './workbench-page';

jest.setTimeout(60_000);

let desk: Desk;
let workbench: WorkbenchPage;
let page: Page;

beforeAll(async () => {
  desk = await openDesk({ tenant: { apps: 60 } });
  await desk.api('connect', { provider: 'torii', apiKey: desk.torii.apiKey });
  workbench = await WorkbenchPage.open(desk);
  page = workbench.page;
  await workbench.chooseMenu('SaaS Ledger', 'Open sidebar');
});

afterAll(async () => {
  await workbench?.close();
  await desk?.close();
});

const sidebar = (): FrameLocator => workbench.sidebar;
const button = (name: string | RegExp) => sidebar().getByRole('button', { name, exact: true });
const tick = (name: string) => sidebar().getByRole('checkbox', { name, exact: true });
const outcome = () => sidebar().locator('.notice .what');

/** Adds the condition that an app is in this state. */
async function wantState(state: string): Promise<void> {
  await sidebar()
    .getByRole('tab', { name: /^Filters/ })
    .click();
  await button('Add a condition').click();
  await sidebar().getByLabel('On which field?').fill('state');
  await sidebar()
    .getByRole('button', { name: /^State / })
    .click();
  await tick(state).check();
}

const states = (tab: string): unknown[] =>
  desk
    .tab(tab)
    .rows()
    .map((row) => row['State']);

test('a first pull brings the chosen fields, and only records that fit', async () => {
  await button('Fields and filters: Apps').click();
  await tick('Logo').check();
  await tick('Tags').uncheck();
  await sidebar().getByRole('button', { name: 'Move Logo' }).press('Home');
  await wantState('Sanctioned');
  await picture(page, 'choosing-filters');
  await button('Pull').click();
  await outcome().getByText(/apps/).waitFor();
  expect(desk.tab('Apps').header().slice(0, 2)).toEqual(['ID', 'Logo']);
  expect(desk.tab('Apps').header()).not.toContain('Tags');
  expect(new Set(states('Apps'))).toEqual(new Set(['Sanctioned']));
  await sidebar().getByText('Only where State is Sanctioned').waitFor();
  await picture(page, 'choosing-pulled');
});

test('another tab of the same resource has its own choice', async () => {
  await button('Another tab: Apps').click();
  await sidebar().getByLabel('Name of the new tab').fill('All apps');
  await button('Make the tab').click();
  await sidebar().getByRole('heading', { name: 'All apps', exact: true }).waitFor();
  expect(desk.tab('All apps').rows()).toHaveLength(60);
  expect(new Set(states('Apps'))).toEqual(new Set(['Sanctioned']));
  await picture(page, 'choosing-two-tabs');
});

test('records that drop out of the selection are greyed, not lost', async () => {
  await button('Fields and filters: All apps').click();
  await wantState('Closed');
  await button('Save and refresh').click();
  await outcome().getByText(/gone/).waitFor();
  expect(desk.tab('All apps').rows()).toHaveLength(60);
  await picture(page, 'choosing-dropped-out');
});

test('the settings of the file are kept', async () => {
  await button('Settings of this file').click();
  await sidebar().getByLabel('Take the row out at once').check();
  await button('Save').click();
  await sidebar().getByText('Saved.').waitFor();
  expect(await desk.api('settings', {})).toMatchObject({ vanishedRows: 'remove', copiesKept: 10 });
  expect(workbench.problems).toEqual([]);
});
