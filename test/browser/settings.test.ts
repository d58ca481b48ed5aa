/** The settings of the file in the sidebar, as built, at 300 pixels. */
import type { Page } from 'playwright-core';
import type { Settings } from '../../src/app/contract';
import { picture } from './chromium';
import { resources, status, TAB, type OpenSidebar, type Script } from './scripted-sidebar';
import { show } from './shown-sidebar';

const SETTINGS: Settings = {
  vanishedRows: 'mark',
  copiesKept: 10,
  activityKept: 500,
  changeLog: 'on',
  changeLogKept: 5000,
  journalKept: 10_000,
  sendLifecycle: 'off',
  ssoField: '',
  rates: null,
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function openSettings(settings: NonNullable<Script['settings']>): Promise<OpenSidebar> {
  const open = await show({ status: () => status({ tabs: [TAB] }), resources, settings });
  await button(open.page, 'Settings of this file').click();
  return open;
}

test('are read, changed and saved, and it says so', async () => {
  let kept = SETTINGS;
  const { page, calls } = await openSettings((payload: { set?: Partial<Settings> }) => ({
    value: (kept = { ...kept, ...payload.set }),
  }));
  const remove = page.getByLabel('Take the row out at once');
  await remove.check();
  await page.getByLabel('Dated copies to keep for each tab').fill('0');
  await page.getByText('Type a whole number from 1 to 100.').waitFor();
  await picture(page, 'settings-wrong');
  await page.getByLabel('Dated copies to keep for each tab').fill('3');
  await page.getByLabel('Runs to keep in the tab “Activity”').fill('5001');
  await page.getByText('Type a whole number from 0 to 5,000.').waitFor();
  await page.getByLabel('Runs to keep in the tab “Activity”').fill('0');
  await page.getByLabel('Note nothing').check();
  await button(page, 'Save').click();
  await page.getByText('Saved.').waitFor();
  await picture(page, 'settings-saved');
  expect(calls.filter(({ method }) => method === 'settings').map(({ payload }) => payload)).toEqual([
    {},
    { set: { vanishedRows: 'remove', copiesKept: 3, activityKept: 0, changeLog: 'off' } },
  ]);
  await button(page, 'Back').click();
  await button(page, 'Settings of this file').click();
  await remove.waitFor();
  expect(await remove.isChecked()).toBe(true);
});

test('of reports are typed, checked and saved, and can be emptied again', async () => {
  let kept = SETTINGS;
  const { page, calls } = await openSettings((payload: { set?: Partial<Settings> }) => ({
    value: (kept = { ...kept, ...payload.set }),
  }));
  const reports = page.getByRole('group', { name: 'Reports', exact: true });
  const currency = reports.getByLabel('Add up amounts in one currency');
  const lines = reports.getByLabel('What one of each other currency is worth in it');
  await reports.getByLabel('Field about single sign-on').fill('SSO tier');
  await currency.fill('usd');
  await lines.fill('EUR 1.08\nGBP 1,27');
  await page.getByText('Write the number in “GBP 1,27” without a comma').waitFor();
  expect(await lines.getAttribute('aria-invalid')).toBe('true');
  expect(await button(page, 'Save').getAttribute('aria-disabled')).toBe('true');
  await lines.scrollIntoViewIfNeeded();
  await picture(page, 'settings-reports-wrong');
  await lines.fill('EUR 1.08\nGBP 1.27');
  await button(page, 'Save').click();
  await page.getByText('Saved.').waitFor();
  await button(page, 'Back').click();
  await button(page, 'Settings of this file').click();
  expect(await lines.inputValue()).toBe('EUR 1.08\nGBP 1.27');
  await currency.fill('');
  await page.getByText('Type the currency to add up in').waitFor();
  await lines.fill('');
  await button(page, 'Save').click();
  await page.getByText('Saved.').waitFor();
  expect(calls.filter(({ method }) => method === 'settings').map(({ payload }) => payload)).toEqual([
    {},
    { set: { ssoField: 'SSO tier', rates: { currency: 'USD', worth: { EUR: 1.08, GBP: 1.27 } } } },
    {},
    { set: { rates: null } },
  ]);
});

test('that cannot be read or saved say why, and changes are not lost by going back', async () => {
  let trouble = true;
  const { page } = await openSettings(() =>
    trouble ? { google: 'We are sorry, a server error occurred.' } : { value: SETTINGS },
  );
  await button(page, 'Try again').waitFor();
  trouble = false;
  await button(page, 'Try again').click();
  await page.getByLabel('Take the row out at once').check();
  trouble = true;
  await button(page, 'Save').click();
  await page.getByText('Google Sheets did not carry out the request').waitFor();
  await picture(page, 'settings-failed');
  await button(page, 'Back').click();
  await button(page, 'Stay here').click();
  expect(await page.getByLabel('Take the row out at once').isChecked()).toBe(true);
  await button(page, 'Back').click();
  await button(page, 'Leave').click();
  await button(page, 'Refresh Apps').waitFor();
});
