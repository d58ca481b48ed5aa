/** Schedules and the list of runs against the real server code: what is set in the sidebar is what the file does. */
import type { FrameLocator, Page } from 'playwright-core';
import { type Desk, openDesk } from '../../local/desk';
import { picture } from './chromium';
import { WorkbenchPage } from './workbench-page';

jest.setTimeout(60_000);

let desk: Desk;
let workbench: WorkbenchPage;
let page: Page;

beforeAll(async () => {
  desk = await openDesk({ tenant: { apps: 60 }, timeZone: 'America/New_York' });
  await desk.api('connect', { provider: 'torii', apiKey: desk.torii.apiKey });
  const { job } = await desk.api('pull', { provider: 'torii', resource: 'apps' });
  await desk.run(job);
  workbench = await WorkbenchPage.open(desk);
  page = workbench.page;
  await workbench.chooseMenu('SaaS Ledger', 'Open sidebar');
});

afterAll(async () => {
  await workbench?.close();
  await desk?.close();
});

const sidebar = (): FrameLocator => workbench.sidebar;
const button = (name: string) => sidebar().getByRole('button', { name, exact: true });

test('a schedule is estimated, saved, and shown on its tab', async () => {
  await button('Refresh by itself: Apps').click();
  await sidebar().getByText('of the 90 minutes').waitFor();
  await sidebar().getByLabel('Every week').check();
  await sidebar().getByLabel('Day', { exact: true }).selectOption('Friday');
  await sidebar().getByLabel('At about').selectOption('18:00');
  await button('Save').click();
  await sidebar()
    .getByText(/^Saved: refreshes every Friday at about 18:00/)
    .waitFor();
  await picture(page, 'schedule-real');
  expect((await desk.api('status')).schedules).toMatchObject([
    { tab: 'Apps', every: 'week', hour: 18, weekday: 5, mine: true },
  ]);
  await button('Back').click();
  await sidebar()
    .getByText(/^Refreshes every Friday at about 18:00 · next: .* · by you$/)
    .waitFor();
});

test('runs are listed', async () => {
  await button('Activity').click();
  await sidebar()
    .getByText(/^60 rows: 60 new/)
    .waitFor();
  await picture(page, 'activity-real');
  await button('Back').click();
});

test('a night that went wrong is seen without a click, and its mail can be read', async () => {
  desk.torii.options({ revokeKey: true });
  await desk.clock.advance({ days: 7 });
  await sidebar()
    .getByText(/^Apps has not been refreshed by itself since .* · \d days? ago/)
    .waitFor();
  await page.getByRole('button', { name: 'Behind the scenes' }).click();
  await page.getByRole('tab', { name: /^Mails/ }).click();
  await page.getByText('SaaS Ledger: “Apps” could not be refreshed').waitFor();
  await picture(page, 'workbench-mails');
});

test('a schedule is ended, and its trigger goes with it', async () => {
  expect(desk.triggers().some(({ handler }) => handler === 'runScheduled')).toBe(true);
  await button('Schedule: Apps').click();
  await button('End this schedule …').click();
  await button('End it').click();
  await sidebar().getByText('Ended.').waitFor();
  expect((await desk.api('status')).schedules).toEqual([]);
  expect(desk.triggers().filter(({ handler }) => handler === 'runScheduled')).toEqual([]);
  expect(workbench.problems).toEqual([]);
});
