/** Tabs that are refreshed by themselves, as the sidebar shows and sets them, as built, at 300 pixels. */
import type { Page } from 'playwright-core';
import type { Api, ScheduleEstimate, ScheduleInfo } from '../../src/app/contract';
import { picture } from './chromium';
import {
  resources,
  SCHEDULE,
  status,
  TAB,
  type OpenSidebar,
  type Script,
  type Scripted,
} from './scripted-sidebar';
import { show } from './shown-sidebar';
import { expectCalls } from './sound';

type Payload = Api['schedule']['payload'];

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const estimate = (change: Partial<ScheduleEstimate> = {}): Scripted => {
  const value: ScheduleEstimate = {
    words: 'every day at about 7:00',
    nextRun: '2026-11-23T06:00:00Z',
    runsPerDay: 1,
    secondsPerDay: 40,
    requestsPerDay: 12,
    measured: true,
    shares: { triggerTime: 0.038, requests: 0.0006 },
    ...change,
  };
  return { value };
};

/** A file with one tab and at most one schedule, which is kept as it is set. */
function file(first?: ScheduleInfo, answer: (payload: Payload) => Scripted = () => estimate()): Script {
  let kept = first;
  return {
    status: () => status({ tabs: [TAB], schedules: kept ? [kept] : [] }),
    resources,
    schedule: (payload: Payload) => {
      if (payload.estimate === true) return answer(payload);
      kept = { ...SCHEDULE, every: payload.every, words: 'every Friday at about 18:00' };
      return { value: kept };
    },
    takeOver: () => ({ value: (kept = { ...SCHEDULE, mine: true }) }),
    unschedule: () => ((kept = undefined), { value: { tab: 'Apps' } }),
  };
}

const scheduled = ({ calls }: OpenSidebar): unknown[] =>
  calls.filter(({ method }) => method === 'schedule').map(({ payload }) => payload);

test('a schedule is chosen with what it takes in view, and saved', async () => {
  const shown = await show(file());
  const { page } = shown;
  await button(page, 'Refresh by itself: Apps').click();
  await page.getByText('about 4\u00a0% of the 90 minutes').waitFor();
  expect(await page.getByText('Next: tomorrow at 7:00.').count()).toBe(1);
  expect(await page.getByText('In this file’s time zone, Europe/Berlin.').count()).toBe(1);
  await picture(page, 'schedule-new');
  await page.getByLabel('Every week').check();
  await page.getByLabel('Day', { exact: true }).selectOption('Friday');
  await page.getByLabel('At about').selectOption('18:00');
  await expectCalls(shown.calls, 'schedule', 2);
  await page.getByText('about 4\u00a0% of the 90 minutes').waitFor();
  await picture(page, 'schedule-weekly');
  await button(page, 'Save').click();
  await page.getByText('Saved: refreshes every Friday at about 18:00, next: tomorrow at 7:00.').waitFor();
  await picture(page, 'schedule-saved');
  expect(scheduled(shown)).toEqual([
    { tab: 'Apps', every: 'day', hour: 7, estimate: true },
    { tab: 'Apps', every: 'week', hour: 18, weekday: 5, estimate: true },
    { tab: 'Apps', every: 'week', hour: 18, weekday: 5 },
  ]);
  await button(page, 'Back').click();
  await page.getByText('Refreshes every Friday at about 18:00 · next: tomorrow at 7:00 · by you').waitFor();
  await picture(page, 'schedule-on-tab');
});

test.each([
  ['much', 0.62, 'That is a lot.', 'Save'],
  ['too-much', 1.3, 'Google may not let it run to the end of the day.', 'Save all the same'],
])('one that takes %s says so', async (name, triggerTime, words, label) => {
  const { page } = await show(
    file(undefined, () => estimate({ shares: { triggerTime, requests: 0.1 }, measured: false })),
  );
  await button(page, 'Refresh by itself: Apps').click();
  await page.getByLabel('Every hour').check();
  await page.getByText(words).waitFor();
  await button(page, label).waitFor();
  expect(await page.getByText('Guessed from the number of rows').count()).toBe(1);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await picture(page, `schedule-${name}`);
});

test('changes are not lost by going back; ended, the tab is refreshed by hand only', async () => {
  const lastRun = { at: '2026-11-22T06:12:00Z', outcome: 'done', seconds: 42, requests: 12 } as const;
  const { page, calls } = await show(file({ ...SCHEDULE, lastRun }));
  await button(page, 'Schedule: Apps').click();
  await page.getByText('Last run: 7:12: done after 42 s, with 12 requests.').waitFor();
  await page.getByText('about 4\u00a0% of the 90 minutes').waitFor();
  await picture(page, 'schedule-own');
  await page.getByLabel('Every hour').check();
  await button(page, 'Back').click();
  await button(page, 'Stay here').click();
  await page.getByLabel('Every day').check();
  await button(page, 'End this schedule …').click();
  await page.getByText('is refreshed only when somebody does it.').waitFor();
  await picture(page, 'schedule-end');
  await page.keyboard.press('Escape');
  const end = button(page, 'End this schedule …');
  expect(await end.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(calls.some(({ method }) => method === 'unschedule')).toBe(false);
  await end.click();
  await button(page, 'End it').click();
  await page.getByText('Ended. From now on “Apps” is refreshed only when somebody does it.').waitFor();
  await picture(page, 'schedule-ended');
  await button(page, 'Back').click();
  const opener = button(page, 'Refresh by itself: Apps');
  await opener.waitFor();
  expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true);
});

test('a colleague’s that fails is told on top and on the tab, and can be taken over', async () => {
  const failing = {
    since: '2026-11-20T06:12:00Z',
    code: 'OWNER_KEY_REFUSED' as const,
    what: 'The Torii key of bo@halden.example, who runs this schedule, stopped working.',
    next: 'bo@halden.example makes a new key in Torii and connects again in the sidebar, or somebody else who is connected takes the schedule over there.',
  };
  const { page, calls } = await show(file({ ...SCHEDULE, owner: 'bo@halden.example', mine: false, failing }));
  await page.getByText('Apps has not been refreshed by itself since 20 Nov, 7:12 · 2 days ago.').waitFor();
  expect(await page.getByText('It has not been refreshed by itself since').count()).toBe(1);
  await picture(page, 'schedule-failing');
  await button(page, 'Take over …: Apps').click();
  await page.getByText('It runs with the Torii key of bo@halden.example.').waitFor();
  await button(page, 'Take over …').click();
  await page.getByText('From now on it runs with your Torii key').waitFor();
  await picture(page, 'schedule-take-over');
  await button(page, 'Take it over').click();
  await page.getByText('The schedule is yours now. Next: tomorrow at 7:00.').waitFor();
  await page.getByText('about 4\u00a0% of the 90 minutes').waitFor();
  await picture(page, 'schedule-taken-over');
  expect(calls.filter(({ method }) => method === 'takeOver').map(({ payload }) => payload)).toEqual([
    { tab: 'Apps' },
  ]);
});

test('one’s own that fails for its key leads to the place for a new one', async () => {
  const failing = {
    since: '2026-11-22T06:12:00Z',
    code: 'OWNER_KEY_REFUSED' as const,
    what: 'The Torii key of ana@halden.example, who runs this schedule, stopped working.',
    next: 'Make a new key.',
  };
  const { page } = await show(file({ ...SCHEDULE, failing }));
  await button(page, 'Enter another key: Apps').click();
  await page.getByRole('heading', { name: 'Another key for Torii' }).waitFor();
});

test('one that cannot be saved says why and what next', async () => {
  const refused: Scripted = {
    error: {
      code: 'TOO_MANY_TRIGGERS',
      what: 'Google does not let SaaS Ledger set another timer for you at the moment.',
      next: 'Try again tomorrow: Google counts how many are made in a day. Nothing was saved.',
      retry: 'later',
    } as never,
  };
  let trouble = true;
  const { page } = await show({
    ...file(),
    schedule: (payload: Payload) => {
      if (payload.estimate !== true) return refused;
      return trouble ? { google: 'We are sorry, a server error occurred.' } : estimate();
    },
  });
  await button(page, 'Refresh by itself: Apps').click();
  await button(page, 'Try again').waitFor();
  trouble = false;
  await button(page, 'Try again').click();
  await page.getByText('about 4\u00a0% of the 90 minutes').waitFor();
  await button(page, 'Save').click();
  await page.getByText('Try again tomorrow').waitFor();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await picture(page, 'schedule-refused');
});
