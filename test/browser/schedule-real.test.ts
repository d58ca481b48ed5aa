/** Schedules and the list of runs against the real server code: what is set in the sidebar is what the file does. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { type Desk, openDesk } from '../../local/desk';
import { openWorkbench, type Workbench } from '../../local/workbench/workbench';
import { openChromium, picture, problemsOf } from './chromium';

jest.setTimeout(60_000);

let browser: Browser;
let desk: Desk;
let workbench: Workbench;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await openChromium();
  desk = await openDesk({ tenant: { apps: 60 }, timeZone: 'America/New_York' });
  await desk.api('connect', { provider: 'torii', apiKey: desk.torii.apiKey });
  const { job } = await desk.api('pull', { provider: 'torii', resource: 'apps' });
  await desk.run(job);
  workbench = await openWorkbench(desk, { port: 0 });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  problems = problemsOf(page);
  await page.goto(workbench.url);
  await page.getByRole('menuitem', { name: 'SaaS Ledger', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Open sidebar', exact: true }).click();
});

afterAll(async () => {
  await page?.close();
  await workbench?.close();
  await desk?.close();
  await browser?.close();
});

const sidebar = (): FrameLocator => page.frameLocator('.sidebar iframe');
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

test('a schedule is ended, and its trigger goes with it', async () => {
  expect(desk.triggers().some(({ handler }) => handler === 'runScheduled')).toBe(true);
  await button('Schedule: Apps').click();
  await button('End this schedule …').click();
  await button('End it').click();
  await sidebar().getByText('Ended.').waitFor();
  expect((await desk.api('status')).schedules).toEqual([]);
  expect(desk.triggers().filter(({ handler }) => handler === 'runScheduled')).toEqual([]);
  expect(problems).toEqual([]);
});
