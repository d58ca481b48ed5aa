/** What somebody does who never read the docs: an export pasted into the workbench, to a running sync and its end, and trouble on the way. */
import type { FrameLocator, Locator } from 'playwright-core';
import { type Desk, openDesk } from '../../local/desk';
import { picture } from './chromium';
import { eventually, WorkbenchPage } from './workbench-page';

jest.setTimeout(45_000);

/** Fewer clicks than these must do, from the pasted text to the running sync, connecting included. */
const ENOUGH = 10;

const MEMBERS = [
  ['Name', 'Email', 'Role', 'seat_type', 'Figma last active', 'FigJam last active'],
  ['Ann Lee', 'ANN@example.com', 'Admin', 'full', '2026-01-05', '2026-02-01'],
  ['Cy Fox', 'cy@example.com', 'Member', 'dev', '2026-01-09', ''],
];

let desk: Desk;
let workbench: WorkbenchPage;

beforeAll(async () => {
  desk = await openDesk({ tenant: { apps: 20, contracts: 5, users: 10 } });
  workbench = await WorkbenchPage.open(desk);
  await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});

afterAll(async () => {
  await workbench?.close();
  await desk?.close();
});

const sidebar = (): FrameLocator => workbench.sidebar;
const button = (name: string | RegExp): Locator => sidebar().getByRole('button', { name });
const says = (words: string | RegExp): Promise<void> => sidebar().getByText(words).first().waitFor();

/** Answers the tab's name. */
async function pasteIntoNewTab(text: string): Promise<string> {
  const { page } = workbench;
  const before = desk.workbook.sheets().length;
  await page.getByRole('button', { name: 'New tab' }).click();
  await eventually(() => desk.workbook.sheets().length > before);
  const { name } = desk.workbook.active;
  await page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
  await workbench.choose(1, 1);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
  await workbench.cell(2, 1).getByText(/./).waitFor();
  return name;
}

test('pasted with all columns in one, it is a running sync in less than ten clicks, connecting included', async () => {
  const { page } = workbench;
  let clicks = 0;
  const press = async (control: Locator): Promise<void> => {
    clicks += 1;
    await control.click();
  };
  const tab = await pasteIntoNewTab(MEMBERS.map((cells) => cells.join(',')).join('\n'));
  await workbench.chooseMenu('SaaS Ledger', 'Open sidebar');
  clicks += 2;
  await press(sidebar().getByLabel('Torii API key'));
  await sidebar().getByLabel('Torii API key').fill(desk.torii.apiKey);
  await press(button('Test and connect'));
  await button('Split it into 6 columns').waitFor();
  await picture(page, 'uploads-split');
  await press(button('Split it into 6 columns'));
  await button('Check it for Torii').waitFor();
  expect(desk.tab(tab).values()).toEqual(MEMBERS);
  await picture(page, 'uploads-recognised');
  await press(button('Check it for Torii'));
  await says('It has to go to an app account of Torii.');
  expect(await sidebar().getByLabel('For which app?').inputValue()).toBe('Figma');
  await sidebar().locator('input[type=radio]:checked').first().waitFor();
  await picture(page, 'uploads-choices');
  await press(button('Make it …'));
  await picture(page, 'uploads-place');
  await press(button('Make it'));
  await says('2 rows → 2 users, 2 licences');
  await picture(page, 'uploads-check');
  await press(button('Send to Torii'));
  await says(/^2 users and 2 licences were handed over/);
  await picture(page, 'uploads-sent');
  expect(clicks).toBeLessThan(ENOUGH);
  expect(desk.requests.filter(({ url }) => url.includes('/services/sync/custom'))).toHaveLength(1);
  expect(workbench.problems).toEqual([]);
});

test('a problem leads to its cell; mended there, it is checked again and sent', async () => {
  const { page } = workbench;
  await button('Back').click();
  const tab = await pasteIntoNewTab(
    [...MEMBERS, ['Bo Ray', 'bo@', 'Member', 'full', '', '']].map((cells) => cells.join('\t')).join('\n'),
  );
  await workbench.chooseMenu('SaaS Ledger', 'Upload this tab');
  await sidebar()
    .getByRole('heading', { name: `Upload ${tab}` })
    .waitFor();
  await button('Check it').click();
  await says('To mend: Not an e-mail address');
  expect(await button('Send to Torii').getAttribute('aria-disabled')).toBe('true');
  await picture(page, 'uploads-problem');
  await button('Row 4 · Email').click();
  await workbench.typeInto(4, 2, 'bo@example.com');
  await button('Check again').click();
  await says('3 rows → 3 users, 2 licences');
  await says('Every row is in order.');
  await button('Send to Torii').click();
  // Torii reads one file at a time, and is still at the first one.
  await says(/Torii is still/);
  await picture(page, 'uploads-waiting');
  // The sidebar is closed, and it goes on by itself.
  await desk.clock.advance({ minutes: 30 });
  await workbench.chooseMenu('SaaS Ledger', 'Open sidebar');
  await button('Uploads so far').click();
  await says(/^3 rows → 3 records/);
  await picture(page, 'uploads-list');
  await button(/^Check now: /)
    .first()
    .click();
  await says('All 3 users that were sent are users of the app in Torii.');
  await picture(page, 'uploads-compared');
  expect(workbench.problems).toEqual([]);
});

test('a key that stopped working is said where it is needed, with the way to another one', async () => {
  const { page } = workbench;
  await workbench.chooseMenu('SaaS Ledger', 'Open sidebar');
  await button('Check it for Torii').click();
  await says('3 rows → 3 users, 2 licences');
  desk.torii.options({ revokeKey: true });
  await button('Send to Torii').click();
  await says('Torii does not accept this API key.');
  await button('Enter another key').waitFor();
  await picture(page, 'uploads-refused-key');
});
