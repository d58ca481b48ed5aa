/** The sidebar before, beside and after runs, as built, at 300 pixels: what it says, what it offers, and that it can be read. */
import type { Page } from 'playwright-core';
import { picture } from './chromium';
import {
  CONNECTED,
  CONNECTION,
  failure,
  job,
  resources,
  status,
  TAB,
  type Script,
  type Scripted,
} from './scripted-sidebar';
import { show } from './shown-sidebar';
import { expectCalls } from './sound';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

describe('not connected', () => {
  const script: Script = {
    status: () => status({ connections: [] }),
    resources,
    connect: () =>
      failure('KEY_REFUSED', 'Torii does not accept this API key.', 'Make a new key.', 'after fixing'),
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
      () => failure('NO_NETWORK', 'Torii could not be reached.', 'Check its status page.'),
      /status page/,
    ],
    [
      'missing-rights',
      () =>
        failure(
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
    const { page } = await show(CONNECTED);
    await button(page, 'Pull Apps').waitFor();
    expect(await page.getByRole('button').allTextContents()).toEqual([
      'Change key',
      'Disconnect',
      'Activity',
      'Settings of this file',
      ...['Upload a sheet', 'Uploads so far'],
      ...['Pull', 'Fields and filters'],
      ...['Pull', 'Fields and filters'],
      ...['Pull', 'Fields and filters'],
    ]);
    await picture(page, 'sidebar-empty');
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
      ...CONNECTED,
      status: () => status({ tabs }),
      step: () => job({ state: 'stopped' }),
    });
    await page.getByText('as of 10:42').waitFor();
    expect(await page.getByText('2 edits not sent; 1 of them changed on the platform too').count()).toBe(1);
    expect(await page.getByText(/Last refresh failed; shown as of .*2 days ago · /).count()).toBe(1);
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

  test('disconnecting asks first', async () => {
    let here = true;
    const { page, calls } = await show({
      ...CONNECTED,
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
    ...CONNECTED,
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
    ...CONNECTED,
    status: () => status({ connections: [{ ...CONNECTION, organisation }] }),
  });
  await page.getByText(organisation).waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.title()).not.toBe('owned');
});
