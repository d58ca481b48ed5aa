/** From a pasted export to a running sync through the sidebar, against the real server code, with the clicks counted. */
import type { FrameLocator, Locator } from 'playwright-core';
import { type Desk, openDesk } from '../../local/desk';
import { csv, pasteTab } from '../scenario/upload/pasted-tab';
import { picture } from './chromium';
import { WorkbenchPage } from './workbench-page';

jest.setTimeout(120_000);

/** Fewer clicks than these must do, also where the place is made and a row is left out. */
const ENOUGH = 10;

const MEMBERS = csv(`
  Name,Email,Role,seat_type,Figma last active,FigJam last active
  Ann Lee,ANN@example.com,Admin,full,2026-01-05,2026-02-01
  Bob Ray,bob@,Member,,,
  Cy Fox,cy@example.com,Member,dev,2026-01-09,
`);

let desk: Desk;
let workbench: WorkbenchPage;
let clicks = 0;

beforeAll(async () => {
  desk = await openDesk({ tenant: { apps: 20, contracts: 5, users: 10 } });
  await desk.api('connect', { provider: 'torii', apiKey: desk.torii.apiKey });
  await pasteTab(desk, 'Members', MEMBERS);
  workbench = await WorkbenchPage.open(desk);
});

afterAll(async () => {
  await workbench?.close();
  await desk?.close();
});

const sidebar = (): FrameLocator => workbench.sidebar;
const button = (name: string | RegExp): Locator => sidebar().getByRole('button', { name });
const press = async (control: Locator): Promise<void> => {
  clicks += 1;
  await control.click();
};

test('a pasted export is a running sync in a few clicks, its place made on the way', async () => {
  await workbench.chooseMenu('SaaS Ledger', 'Open sidebar');
  clicks += 2;
  await press(button('Check it for Torii'));
  await sidebar()
    .getByText(/^It has to go to an app account of Torii/)
    .waitFor();
  await picture(workbench.page, 'upload-real-choices');
  // No app is called Figma: it is to be a new one, without being asked for.
  await sidebar().getByText('A new app “Figma”').waitFor();
  await press(button('Make it …'));
  await press(button('Make it'));
  await sidebar().getByText('To mend: Not an e-mail address').waitFor();
  await picture(workbench.page, 'upload-real-check');
  await press(button('Leave out 1 bad row'));
  await press(button('Send to Torii'));
  await sidebar()
    .getByText(/^2 users and 2 licences were handed over/)
    .waitFor();
  await picture(workbench.page, 'upload-real-sent');
  expect(clicks).toBeLessThan(ENOUGH);
  expect(desk.requests.filter(({ url }) => url.includes('/services/sync/custom'))).toHaveLength(1);
});

test('what arrived is compared, and the upload is in the list, where it can be had again', async () => {
  await button('Check now what arrived').click();
  await sidebar()
    .getByText(/^0 of 2 users that were sent/)
    .waitFor();
  await picture(workbench.page, 'upload-real-compared');
  await button('Back').click();
  await button('Uploads so far').click();
  await sidebar()
    .getByText(/^3 rows → 2 records · 1 left out/)
    .waitFor();
  await picture(workbench.page, 'upload-real-list');
  const saved = workbench.page.waitForEvent('download');
  await button(/^Download what was sent/).click();
  expect((await saved).suggestedFilename()).toMatch(/\.json$/);
  expect(workbench.problems).toEqual([]);
});

test('mended, it is offered again, and compared with what was sent before', async () => {
  await desk.tab('Members').type('B3', 'bob@example.com');
  await button('Back').click();
  await sidebar().getByRole('heading', { name: 'Upload Members' }).waitFor();
  await button('Back').click();
  await button('Check it for Torii').click();
  await sidebar().getByText('3 rows → 3 users').waitFor();
  await sidebar()
    .getByText(/: 1 new, 0 gone\.$/)
    .waitFor();
  await picture(workbench.page, 'upload-real-again');
});
