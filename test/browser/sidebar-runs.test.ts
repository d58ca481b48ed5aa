/** A run in the sidebar, as built, at 300 pixels: in hand here or with a colleague, and what came of it. */
import type { Page } from 'playwright-core';
import { picture } from './chromium';
import { CONNECTED, failure, job, status, TAB, type Scripted } from './scripted-sidebar';
import { show } from './shown-sidebar';
import { expectCalls } from './sound';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('a running pull shows how far it is, while its step is still running, and can be stopped', async () => {
  const { page } = await show({
    ...CONNECTED,
    step: () => 'never',
    job: () => job(),
    stop: () => job({ state: 'stopped' }),
  });
  await button(page, 'Pull Apps').click();
  await button(page, 'Stop').waitFor();
  await page.clock.runFor(2100);
  await page.getByText('3,000 of 10,000 apps · page 3').waitFor();
  expect(await page.getByRole('progressbar').getAttribute('value')).toBe('0.3');
  await picture(page, 'sidebar-running');
  await button(page, 'Stop').click();
  await page.getByText('Nothing was changed in the file.').waitFor();
});

test('a wait counts down and then goes on by itself', async () => {
  const waiting = { reason: 'Torii asks to wait.', until: '2026-11-22T10:45:30Z' };
  let steps = 0;
  const { page } = await show({
    ...CONNECTED,
    step: () => ((steps += 1), steps === 1 ? job({ state: 'waiting', waiting }) : job({ state: 'failed' })),
    job: () => job(),
  });
  await button(page, 'Pull Apps').click();
  await page.getByText(/Goes on in \d+ s\./).waitFor();
  await picture(page, 'sidebar-waiting');
  await page.clock.runFor(10_000);
  expect(steps).toBe(1);
  await page.clock.runFor(21_000);
  expect(steps).toBeGreaterThanOrEqual(2);
});

test('a finished pull tells what it brought and what to know', async () => {
  const remarks = ['2 dates could not be read and are kept as text.', 'The field “Cost centre” is gone.'];
  const result = {
    ...{ tab: 'Apps', rows: 180, added: 3, updated: 5, unchanged: 172, vanished: 0, removed: 2 },
    ...{ pending: 2, conflicts: 0, pulledAt: '2026-11-22T10:45:00Z', copy: 'Apps 2026-11-22', remarks },
    ...{ complete: true, madeTab: false, dropDownsFollow: false },
    stats: { requests: 3, waitedSeconds: 0, seconds: 4 },
  };
  const { page } = await show({ ...CONNECTED, step: () => job({ state: 'done', result }) });
  await button(page, 'Pull Apps').click();
  await page.getByText('180 apps: 3 new, 5 updated, 172 unchanged', { exact: true }).waitFor();
  expect(await page.getByText('2 dates could not be read').isVisible()).toBe(true);
  expect(await page.getByText('2 rows of removed records were taken out.').isVisible()).toBe(true);
  expect(await page.getByText('A dated copy was made: “Apps 2026-11-22”.').isVisible()).toBe(true);
  expect(await page.getByText('2 edits not sent').isVisible()).toBe(true);
  await picture(page, 'sidebar-done');
  await button(page, 'Close this message').click();
  expect(await page.getByText('172 unchanged', { exact: false }).filter({ visible: true }).count()).toBe(0);
});

test('a failed pull says what, where, what next, and can be tried again', async () => {
  const failed = {
    code: 'DUPLICATE_ROWS' as const,
    what: 'In “Apps”, rows 4 and 9 have the same ID: 17.',
    where: { tab: 'Apps', row: 9 },
    next: 'Delete the copy that you do not need, then refresh.',
    retry: 'after fixing' as const,
  };
  const { page, calls } = await show({ ...CONNECTED, step: () => job({ state: 'failed', error: failed }) });
  await button(page, 'Pull Apps').click();
  await page.getByText('Apps, row 9').waitFor();
  await picture(page, 'sidebar-failed');
  await button(page, 'Try again').click();
  await expectCalls(calls, 'pull', 2);
});

test('somebody else’s refresh is no failure', async () => {
  const { page } = await show({
    ...CONNECTED,
    status: () => status({ tabs: [TAB] }),
    pull: () => failure('BUSY', 'Ana is already refreshing Apps, since 10:41.', 'Wait until it is done.'),
  });
  await button(page, 'Refresh Apps').click();
  await page.getByText('Ana is already refreshing Apps, since 10:41.').waitFor();
  await button(page, 'Check again').waitFor();
  await picture(page, 'sidebar-busy');
});

test('a colleague’s run is a state of the tab, also where it was in the way of a start', async () => {
  let running = false;
  const theirs = { tab: 'Apps', by: 'bo@halden.example', mine: false };
  const { page, calls } = await show({
    ...CONNECTED,
    status: () => status({ tabs: [TAB], jobs: running ? [(job(theirs) as { value: never }).value] : [] }),
    pull: () => (
      (running = true),
      {
        error: {
          ...{ code: 'BUSY', what: 'bo@halden.example is already refreshing Apps.', next: 'Wait.' },
          ...{ retry: 'later', where: { tab: 'Apps' } },
        },
      } as Scripted
    ),
    job: () => job({ ...theirs, state: running ? 'running' : 'done' }),
  });
  await button(page, 'Refresh Apps').click();
  await page.getByText('bo@halden.example has been at this since 10:41.').waitFor();
  expect(await page.getByText('is already refreshing').count()).toBe(0);
  expect(await button(page, 'Refresh Apps').count()).toBe(0);
  await picture(page, 'sidebar-elsewhere');
  running = false;
  await page.clock.runFor(6000);
  await button(page, 'Refresh Apps').waitFor();
  expect(calls.some(({ method }) => method === 'step')).toBe(false);
});

test('a long run tells how long it will take, and that it goes on by itself', async () => {
  let done = 20_000;
  const progress = { total: 100_000, unit: 'users', pages: 20 };
  const { page } = await show({
    ...CONNECTED,
    step: () => 'never',
    job: () => job({ progress: { ...progress, done: (done += 2000) } }),
  });
  await button(page, 'Pull Users').click();
  await button(page, 'Stop').waitFor();
  for (let look = 0; look < 8; look += 1) await page.clock.runFor(4000);
  await page.getByText(/About \d+ minutes left to read; then it is written into the tab\./).waitFor();
  await page.getByText('You may close this sidebar: it goes on by itself.').waitFor();
  await picture(page, 'sidebar-long');
});

test('writing is told from reading', async () => {
  const progress = { phase: 'writing' as const, done: 40_000, total: 100_000, unit: 'users', pages: 100 };
  const { page } = await show({
    ...CONNECTED,
    step: () => job({ progress, state: 'running' }),
    job: () => job({ progress }),
  });
  await button(page, 'Pull Users').click();
  await page.getByText('Writing: 40,000 of 100,000 users').waitFor();
  await picture(page, 'sidebar-writing');
});

test('an expired key leads to the place for a new one', async () => {
  const refused = {
    code: 'KEY_REFUSED' as const,
    what: 'Torii does not accept this API key.',
    next: 'Make a new key.',
    retry: 'after fixing' as const,
  };
  const { page } = await show({ ...CONNECTED, step: () => job({ state: 'failed', error: refused }) });
  await button(page, 'Pull Apps').click();
  await button(page, 'Enter another key').click();
  await page.getByRole('heading', { name: 'Another key for Torii' }).waitFor();
  await button(page, 'Cancel').click();
  await button(page, 'Pull Contracts').waitFor();
});

test('a run that was under way when the sidebar opened is driven on', async () => {
  let steps = 0;
  const { page } = await show({
    ...CONNECTED,
    status: () => status({ jobs: steps === 0 ? [(job() as { value: never }).value] : [] }),
    step: () => ((steps += 1), 'never'),
    job: () => job(),
  });
  await page.getByText('Pull apps from Torii', { exact: true }).waitFor();
  await page.getByText('3,000 of 10,000 apps · page 3').waitFor();
  expect(steps).toBe(1);
  await picture(page, 'sidebar-resumed');
});

test('nothing moves for those who asked for less motion', async () => {
  const { page } = await show({ ...CONNECTED, step: () => 'never', job: () => 'never' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await button(page, 'Pull Apps').click();
  const progress = page.getByRole('progressbar');
  await progress.waitFor();
  expect(await progress.evaluate((bar) => getComputedStyle(bar).animationName)).toBe('none');
});
