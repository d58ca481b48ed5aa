/** The latest runs in the sidebar, as built, at 300 pixels. */
import type { Page } from 'playwright-core';
import type { ActivityInfo } from '../../src/app/contract';
import { picture } from './chromium';
import { resources, status, TAB, type OpenSidebar, type Script } from './scripted-sidebar';
import { show } from './shown-sidebar';

const RUN: ActivityInfo = {
  run: 'r1',
  at: '2026-11-22T10:42:00Z',
  who: 'ana@halden.example',
  action: 'Refresh',
  tab: 'Apps',
  provider: 'Torii',
  counts: { rows: 180, added: 3, updated: 5, gone: 1, removed: 0, pending: 2, conflicts: 0 },
  complete: true,
  requests: 12,
  waitedSeconds: 0,
  seconds: 9,
  end: 'done',
  outcome: 'Done.',
};

const RUNS: readonly ActivityInfo[] = [
  RUN,
  {
    ...RUN,
    ...{ run: 'r2', at: '2026-11-22T06:12:00Z', who: 'bo@halden.example', tab: 'Contracts', counts: {} },
    ...{ end: 'failed', seconds: 2, requests: 1 },
    outcome: 'Failed: Torii does not accept this API key. Make a new key in Torii and connect again.',
  },
  {
    ...RUN,
    ...{ run: 'r3', at: '2026-11-20T16:30:00Z', action: 'Pull', tab: 'Users of the whole group', counts: {} },
    ...{ end: 'stopped', seconds: 300, requests: 1040, waitedSeconds: 120 },
    outcome: 'Stopped before it was done.',
  },
];

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openActivity(activity: NonNullable<Script['activity']>): Promise<OpenSidebar> {
  const open = await show({ status: () => status({ tabs: [TAB] }), resources, activity });
  await button(open.page, 'Activity').click();
  return open;
}

test('tells what ran, when, by whom, and what came of it', async () => {
  const { page, calls } = await openActivity(() => ({ value: RUNS }));
  await page.getByText('180 rows: 3 new, 5 updated, 1 gone, 2 edits not sent').waitFor();
  expect(await page.getByRole('listitem').count()).toBe(3);
  expect(await page.getByText('10:42 · 3 min ago · by ana@halden.example').count()).toBe(1);
  expect(await page.getByText('Failed: Torii does not accept this API key.').count()).toBe(1);
  expect(await page.getByText('Took 5 minutes, with 1,040 requests and 2 minutes of waiting.').count()).toBe(
    1,
  );
  expect(await page.getByText('The tab “Activity” has them as rows').count()).toBe(1);
  expect(calls.find(({ method }) => method === 'activity')?.payload).toEqual({ limit: 20 });
  await picture(page, 'activity');
  await button(page, 'Back').click();
  const opener = button(page, 'Activity');
  await opener.waitFor();
  expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true);
});

test('of a new file is empty', async () => {
  const { page } = await openActivity(() => ({ value: [] }));
  await page.getByText('Nothing has run yet.').waitFor();
  await picture(page, 'activity-empty');
});

test('that cannot be read says so and can be tried again', async () => {
  let trouble = true;
  const { page } = await openActivity(() =>
    trouble ? { google: 'We are sorry, a server error occurred.' } : { value: RUNS },
  );
  await button(page, 'Try again').waitFor();
  await picture(page, 'activity-failed');
  trouble = false;
  await button(page, 'Try again').click();
  await page.getByText('180 rows: 3 new').waitFor();
});

test('says that it is being read', async () => {
  const { page } = await openActivity(() => 'never');
  await page.getByText('Reading the latest runs …').waitFor();
});
