/** Every state of the sidebar, as built, at 300 pixels: what it says, what it offers, and that it can be read. */
import type { Browser, Page } from 'playwright-core';
import { openChromium, picture } from './chromium';
import {
  CONNECTION,
  job,
  openSidebar,
  resources,
  status,
  TAB,
  type OpenSidebar,
  type Script,
  type Scripted,
} from './scripted-sidebar';
import { expectCalls, expectSound } from './sound';

jest.setTimeout(30_000);

let browser: Browser;
let open: OpenSidebar | null = null;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

afterEach(async () => {
  const shown = open;
  open = null;
  if (shown) await expectSound(shown);
});

async function show(script: Script): Promise<OpenSidebar> {
  open = await openSidebar(browser, script);
  return open;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const error = (code: string, what: string, next: string, retry = 'later'): Scripted =>
  ({ error: { code, what, next, retry } }) as Scripted;

const connected: Script = { status: () => status(), resources, pull: () => ({ value: { job: 'j1' } }) };

describe('not connected', () => {
  const script: Script = {
    status: () => status({ connections: [] }),
    resources,
    connect: () =>
      error('KEY_REFUSED', 'Torii does not accept this API key.', 'Make a new key.', 'after fixing'),
  };

  test('says where the key is made and who can use it', async () => {
    const { page } = await show(script);
    await page.getByRole('heading', { name: 'Connect to Torii' }).waitFor();
    expect(await page.getByText('Settings → API Access').count()).toBe(1);
    expect(await page.getByLabel('Torii API key').getAttribute('type')).toBe('password');
    await picture(page, 'sidebar-first-run');
  });

  test('can be done with the keyboard alone, and shows whose key it is', async () => {
    let here = false;
    const { page, calls } = await show({
      ...script,
      status: () => status(here ? {} : { connections: [] }),
      connect: () => {
        here = true;
        return { value: CONNECTION };
      },
    });
    await page.getByLabel('Torii API key').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('  my-key  ');
    await page.keyboard.press('Enter');
    await page.getByText('The key works: it belongs to Halden & Weir.').waitFor();
    expect(calls.find(({ method }) => method === 'connect')?.payload).toEqual({
      provider: 'torii',
      apiKey: 'my-key',
    });
    expect(await page.getByText('key ending in 4f2a').count()).toBe(1);
    expect(await page.content()).not.toContain('my-key');
    await picture(page, 'sidebar-connected');
  });

  test.each([
    ['wrong-key', script.connect, /does not accept this API key/],
    [
      'no-network',
      () => error('NO_NETWORK', 'Torii could not be reached.', 'Check its status page.'),
      /status page/,
    ],
    [
      'missing-rights',
      () =>
        error(
          'KEY_LACKS_RIGHTS',
          'The key does not let us read apps.',
          'Ask an administrator.',
          'after fixing',
        ),
      /administrator/,
    ],
    [
      'no-google',
      (): Scripted => ({ google: 'NetworkError: Connection failure due to HTTP 0' }),
      /internet connection/,
    ],
  ])('%s: says what and what next, keeps the form, and can be tried again', async (name, connect, words) => {
    const { page } = await show({ ...script, ...(connect ? { connect } : {}) });
    await page.getByLabel('Torii API key').fill('some-key');
    await button(page, 'Test and connect').click();
    await page.getByRole('alert').filter({ hasText: words }).waitFor();
    await button(page, 'Test and connect').waitFor();
    await picture(page, `sidebar-${name}`);
  });
});

describe('connected', () => {
  test('an empty file offers what can be pulled, and nothing that does not work', async () => {
    const { page } = await show(connected);
    await button(page, 'Pull Apps').waitFor();
    expect(await page.getByRole('button').allTextContents()).toEqual([
      'Change key',
      'Disconnect',
      ...['Pull', 'Fields and filters'],
      ...['Pull', 'Fields and filters'],
      ...['Pull', 'Fields and filters'],
      'Settings of this file',
    ]);
    await picture(page, 'sidebar-empty');
  });

  test('a running pull shows how far it is, while its step is still running, and can be stopped', async () => {
    const { page } = await show({
      ...connected,
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
    await page.getByText('The tab is as it was before.').waitFor();
  });

  test('a wait counts down and then goes on by itself', async () => {
    const waiting = { reason: 'Torii asks to wait.', until: '2026-11-22T10:45:30Z' };
    let steps = 0;
    const { page } = await show({
      ...connected,
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
      dropDownsFollow: false,
    };
    const { page } = await show({ ...connected, step: () => job({ state: 'done', result }) });
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
    const { page, calls } = await show({ ...connected, step: () => job({ state: 'failed', error: failed }) });
    await button(page, 'Pull Apps').click();
    await page.getByText('Apps, row 9').waitFor();
    await picture(page, 'sidebar-failed');
    await button(page, 'Try again').click();
    await expectCalls(calls, 'pull', 2);
  });

  test('somebody else’s refresh is no failure', async () => {
    const { page } = await show({
      ...connected,
      status: () => status({ tabs: [TAB] }),
      pull: () => error('BUSY', 'Ana is already refreshing Apps, since 10:41.', 'Wait until it is done.'),
    });
    await button(page, 'Refresh Apps').click();
    await page.getByText('Ana is already refreshing Apps, since 10:41.').waitFor();
    await button(page, 'Check again').waitFor();
    await picture(page, 'sidebar-busy');
  });

  test('an expired key leads to the place for a new one', async () => {
    const refused = {
      code: 'KEY_REFUSED' as const,
      what: 'Torii does not accept this API key.',
      next: 'Make a new key.',
      retry: 'after fixing' as const,
    };
    const { page } = await show({ ...connected, step: () => job({ state: 'failed', error: refused }) });
    await button(page, 'Pull Apps').click();
    await button(page, 'Enter another key').click();
    await page.getByRole('heading', { name: 'Another key for Torii' }).waitFor();
    await button(page, 'Cancel').click();
    await button(page, 'Pull Contracts').waitFor();
  });

  test('tabs tell their age, what is not sent, and what is not complete', async () => {
    const tabs = [
      {
        ...TAB,
        ...{ pending: 2, conflicts: 1, mode: 'keepRemoved' as const },
        filterWords: ['State is Discovered or In Review'],
      },
      {
        ...TAB,
        tab: 'Contracts',
        resource: 'contracts' as const,
        complete: false,
        pulledAt: '2026-11-20T08:00:00Z',
      },
    ];
    const { page, calls } = await show({
      ...connected,
      status: () => status({ tabs }),
      step: () => job({ state: 'stopped' }),
    });
    await page.getByText('as of 10:42 · 3 min ago').waitFor();
    expect(await page.getByText('2 edits not sent; 1 of them changed on the platform too').count()).toBe(1);
    expect(await page.getByText(/Last refresh failed; shown as of .* · 2 days ago/).count()).toBe(1);
    expect(await page.getByText('Only where State is Discovered or In Review').count()).toBe(1);
    expect(await page.getByText('Keeps the rows of removed records').count()).toBe(1);
    await picture(page, 'sidebar-tabs');
    await button(page, 'Refresh all').click();
    await expectCalls(calls, 'pull', 2);
    expect(calls.filter(({ method }) => method === 'pull').map(({ payload }) => payload)).toEqual([
      { provider: 'torii', resource: 'apps', tab: 'Apps' },
      { provider: 'torii', resource: 'contracts', tab: 'Contracts' },
    ]);
  });

  test('a run that was under way when the sidebar opened is driven on', async () => {
    let steps = 0;
    const { page } = await show({
      ...connected,
      status: () => status({ jobs: steps === 0 ? [(job() as { value: never }).value] : [] }),
      step: () => ((steps += 1), 'never'),
      job: () => job(),
    });
    await page.getByText('Pull apps from Torii', { exact: true }).waitFor();
    await page.getByText('3,000 of 10,000 apps · page 3').waitFor();
    expect(steps).toBe(1);
    await picture(page, 'sidebar-resumed');
  });

  test('disconnecting asks first', async () => {
    let here = true;
    const { page, calls } = await show({
      ...connected,
      status: () => status({ connections: here ? [CONNECTION] : [], tabs: [TAB] }),
      disconnect: () => ((here = false), { value: { provider: 'torii' } }),
    });
    await button(page, 'Disconnect').click();
    await page.getByText('The tabs and everything in them stay.').waitFor();
    await picture(page, 'sidebar-disconnect');
    await page.keyboard.press('Escape');
    expect(calls.some(({ method }) => method === 'disconnect')).toBe(false);
    await button(page, 'Disconnect').click();
    await button(page, 'Disconnect').click();
    await page.getByRole('heading', { name: 'Connect to Torii' }).waitFor();
    expect(await page.getByText('already has 1 tab').count()).toBe(1);
  });
});

test('a file that cannot be read says so and can be tried again', async () => {
  let fail = true;
  const { page } = await show({
    ...connected,
    status: () => (fail ? { google: 'Error code PERMISSION_DENIED' } : status()),
  });
  await page.getByText('Google did not let SaaS Ledger run for this account.').waitFor();
  await picture(page, 'sidebar-no-permission');
  fail = false;
  await button(page, 'Try again').click();
  await button(page, 'Pull Apps').waitFor();
});

test('text of a platform stays text', async () => {
  const organisation = '<img src=x onerror="document.title=\'owned\'"> & Sons';
  const { page } = await show({
    ...connected,
    status: () => status({ connections: [{ ...CONNECTION, organisation }] }),
  });
  await page.getByText(organisation).waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.title()).not.toBe('owned');
});

test('nothing moves for those who asked for less motion', async () => {
  const { page } = await show({ ...connected, step: () => 'never', job: () => 'never' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await button(page, 'Pull Apps').click();
  const progress = page.getByRole('progressbar');
  await progress.waitFor();
  expect(await progress.evaluate((bar) => getComputedStyle(bar).animationName)).toBe('none');
});
