/** Reports in the sidebar, as built, at 300 pixels: offered, made, kept fresh, and what they found handed on. */
import { readFile } from 'node:fs/promises';
import type { FieldInfo, StatusValue } from '../../src/app/contract';
import { picture } from './chromium';
import { field, FIELDS } from './scripted-fields';
import { item, plan } from './scripted-plan';
import { BOTH_CONNECTED, RENEWALS, resourcesAndReports, SSO_TAX, UNOWNED, VENDORS } from './scripted-reports';
import { CONNECTED, failure, job, SCHEDULE, status, TAB, type Script } from './scripted-sidebar';
import { button, payloads, send } from './shown-preview';
import { show } from './shown-sidebar';
import { expectCalls } from './sound';

/** A file in which reports can be made. */
function withReports(change: Partial<StatusValue> = {}, more: Script = {}): Script {
  return { ...CONNECTED, status: () => status(change), resources: resourcesAndReports, ...more };
}

describe('offered', () => {
  test('in an empty file SSO Tax stands out above all there is to pull', async () => {
    const { page } = await show(withReports());
    await button(page, 'Make SSO Tax').waitFor();
    const headings = await page.getByRole('heading').allTextContents();
    expect(headings.slice(0, 4)).toEqual(['In this file', 'SSO Tax', 'Upload', 'Ready to pull']);
    expect(headings.slice(-6)).toEqual([
      'Reports',
      ...['SSO Tax Vendors', 'Renewals', 'Idle licences', 'Unowned apps', 'Leavers with access'],
    ]);
    await picture(page, 'reports-first-use');
    await button(page, 'Make Leavers with access').scrollIntoViewIfNeeded();
    await picture(page, 'reports-offered');
  });

  test('with the keyboard one is made, and the focus goes with it to its place', async () => {
    let made = false;
    const { page, calls } = await show(
      withReports(
        {},
        {
          status: () => status({ tabs: made ? [SSO_TAX, VENDORS] : [] }),
          step: () => {
            made = true;
            return job({ state: 'done', title: 'Make SSO Tax', tab: 'SSO Tax' });
          },
        },
      ),
    );
    await button(page, 'Make SSO Tax').focus();
    await page.keyboard.press('Enter');
    await expectCalls(calls, 'pull', 1);
    expect(calls.find(({ method }) => method === 'pull')?.payload).toEqual({
      ...{ provider: 'torii', resource: 'ssoTax' },
    });
    await page.locator(':focus[aria-label="Refresh SSO Tax"]').waitFor();
    await page.getByText('Only reports so far: they are below.').waitFor();
  });

  test('of two platforms each offer says which, and a list that both share is there once', async () => {
    const { page } = await show(withReports(BOTH_CONNECTED));
    await button(page, 'Make SSO Tax from Torii').waitFor();
    await picture(page, 'reports-two-platforms');
    const shared = button(page, 'Make SSO Tax Vendors');
    expect(await shared.count()).toBe(1);
    const zluri = page.getByRole('region', { name: 'Reports from Zluri' });
    expect(await zluri.getByRole('button').count()).toBe(4);
    await button(page, 'Make Renewals from Zluri').scrollIntoViewIfNeeded();
    await picture(page, 'reports-two-platforms-offered');
  });

  test('what hinders one is said where it was asked for', async () => {
    const { page } = await show(
      withReports(
        { tabs: [TAB] },
        {
          pull: () =>
            failure('KEY_LACKS_RIGHTS', 'The key does not let us read contracts.', 'Ask an administrator.'),
        },
      ),
    );
    await button(page, 'Make Renewals').click();
    const offer = page.getByRole('region', { name: 'Renewals' });
    await offer.getByText('The key does not let us read contracts.').waitFor();
    await offer.getByRole('button', { name: 'Enter another key' }).waitFor();
    await picture(page, 'reports-refused');
  });
});

describe('made', () => {
  const TABS = [TAB, SSO_TAX, RENEWALS, { ...VENDORS, tab: 'Our vendors' }];
  const SCHEDULED = { ...SCHEDULE, tab: 'SSO Tax' };

  test('tells what waits for the person, and where the prices are', async () => {
    const { page } = await show(withReports({ tabs: TABS, schedules: [SCHEDULED] }));
    await page.getByText('12 possible matches wait for your yes or no in the tab').waitFor();
    await page.getByText('Vendors and their prices are in the tab “Our vendors”').waitFor();
    expect(await button(page, /^Review edits/).allTextContents()).toHaveLength(1);
    await button(page, 'Schedule: SSO Tax').waitFor();
    await button(page, 'Fields and filters: Renewals').waitFor();
    expect(await button(page, 'Fields and filters: Our vendors').count()).toBe(0);
    await button(page, 'Refresh SSO Tax').scrollIntoViewIfNeeded();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await picture(page, 'reports-made');
  });

  test('refreshing all brings them along, and the list of vendors with its report', async () => {
    const { page, calls } = await show(
      withReports({ tabs: TABS }, { step: () => job({ state: 'stopped' }) }),
    );
    await button(page, 'Refresh all').click();
    await expectCalls(calls, 'pull', 3);
  });

  test('those of a platform without a key of one’s own offer no edits to send', async () => {
    const { page } = await show(
      withReports({ ...BOTH_CONNECTED, connections: [BOTH_CONNECTED.connections[1]], tabs: TABS }),
    );
    await button(page, 'Review edits: Apps').waitFor();
    expect(await button(page, 'Review edits: SSO Tax').count()).toBe(0);
  });

  test('renewals are handed over as a calendar', async () => {
    let trouble = true;
    const text = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
    const { page, calls } = await show(
      withReports(
        { tabs: TABS },
        {
          calendar: () =>
            trouble
              ? failure('UNKNOWN_TAB', 'The tab is gone.', 'Refresh it.')
              : { value: { name: 'Renewals.ics', text } },
        },
      ),
    );
    await button(page, 'Download calendar (.ics): Renewals').click();
    await page.getByRole('alert').filter({ hasText: 'The tab is gone. Refresh it.' }).waitFor();
    trouble = false;
    const saved = page.waitForEvent('download');
    await button(page, 'Download calendar (.ics): Renewals').click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('Renewals.ics');
    expect(await readFile(await download.path(), 'utf8')).toBe(text);
    expect(calls.find(({ method }) => method === 'calendar')?.payload).toEqual({ tab: 'Renewals' });
    await page.getByRole('link', { name: 'Save the calendar file: Renewals' }).waitFor();
  });
});

describe('findings about single sign-on', () => {
  const choices = (...labels: string[]): Partial<FieldInfo> => ({
    custom: true,
    options: labels.map((label) => ({ value: label, label })),
  });
  const TIER = field('c_sso_tier', 'SSO tier', 'option', choices('Yes', 'No', 'Not Known'));
  const PLAN = plan(
    [
      item({ id: '1', name: 'Asana', field: 'c_sso_tier', label: 'SSO tier', from: '', to: 'Yes' }),
      item({ id: '2', name: 'Figma', field: 'c_sso_tier', label: 'SSO tier', from: 'No', to: 'Yes' }),
    ],
    { tab: 'Apps', resource: 'apps', singular: 'app', plural: 'apps' },
  );

  async function openChoice(more: Script, connections = [BOTH_CONNECTED.connections[0]]) {
    const open = await show(
      withReports(
        { ...BOTH_CONNECTED, connections, tabs: [TAB, SSO_TAX] },
        { ssoField: () => PLAN, apply: () => ({ value: { job: 'p-job' } }), ...more },
      ),
    );
    await button(open.page, 'Write into Torii …: SSO Tax').click();
    await open.page.getByRole('heading', { name: 'Write SSO findings into Torii' }).waitFor();
    return open;
  }

  test('go into a field that fits, by the usual preview', async () => {
    const open = await openChoice({ fields: () => ({ value: [...FIELDS, TIER] }) });
    const { page, calls } = open;
    await page.getByText('It has no choice “Not Supported”').waitFor();
    expect(await page.getByRole('radio').count()).toBe(2);
    expect(await page.getByLabel('SSO tier').isChecked()).toBe(true);
    expect(payloads(open, 'fields')).toEqual([{ provider: 'torii', resource: 'apps' }]);
    await picture(page, 'reports-sso-field');
    await button(page, 'Preview').click();
    await page.getByRole('heading', { name: 'Findings about SSO into “SSO tier”' }).waitFor();
    await page.getByText('2 changes in 2 apps', { exact: true }).waitFor();
    expect(await page.getByLabel('Only visible rows').count()).toBe(0);
    await picture(page, 'reports-sso-preview');
    await send(page, 'Send 2 changes');
    await expectCalls(calls, 'apply', 1);
    expect(payloads(open, 'ssoField')).toEqual([{ provider: 'torii', field: 'c_sso_tier' }]);
  });

  test('go into a new field, which is made only after a question', async () => {
    const open = await openChoice({ fields: () => ({ value: FIELDS }) });
    const { page, calls } = open;
    await page.getByLabel('A new field “SSO”').waitFor();
    await button(page, 'Make the field …').focus();
    await page.keyboard.press('Enter');
    await page.getByText('Make the field “SSO” for all apps in Torii?').waitFor();
    await picture(page, 'reports-sso-new-field');
    await page.keyboard.press('Escape');
    await page.locator(':focus:has-text("Make the field …")').waitFor();
    expect(calls.some(({ method }) => method === 'ssoField')).toBe(false);
    await page.keyboard.press('Enter');
    await button(page, 'Make it and preview').click();
    await page.getByRole('heading', { name: 'Findings about SSO into “SSO”' }).waitFor();
    await page.getByText('2 changes in 2 apps', { exact: true }).waitFor();
    expect(payloads(open, 'ssoField')).toEqual([{ provider: 'torii', create: true }]);
    await button(page, 'Back').click();
    await page.getByRole('heading', { name: 'Write SSO findings into Torii' }).waitFor();
    await button(page, 'Back').click();
    await page.locator(':focus[aria-label="Write into Torii …: SSO Tax"]').waitFor();
  });

  test('where no field fits and none can be made, it says what to do', async () => {
    let there = false;
    const zluri = { ...SSO_TAX, provider: 'zluri' } as const;
    const { page } = await show(
      withReports(
        { ...BOTH_CONNECTED, connections: [BOTH_CONNECTED.connections[1]], tabs: [zluri] },
        { fields: () => ({ value: there ? [...FIELDS, TIER] : FIELDS }) },
      ),
    );
    await button(page, 'Write into Zluri …: SSO Tax').click();
    await page.getByText('No field of your apps fits.').waitFor();
    await picture(page, 'reports-sso-no-field');
    there = true;
    await button(page, 'Look again').click();
    await page.getByLabel('SSO tier').waitFor();
    expect(await page.getByRole('radio').count()).toBe(1);
  });

  test('fields that cannot be read can be asked for again', async () => {
    let trouble = true;
    const { page } = await openChoice({
      fields: () =>
        trouble ? failure('NO_NETWORK', 'Torii could not be reached.', 'Try again.') : { value: FIELDS },
    });
    await page.getByText('Torii could not be reached.').waitFor();
    trouble = false;
    await button(page, 'Try again').click();
    await page.getByLabel('A new field “SSO”').waitFor();
  });
});

test('suggested owners are made owners by the usual preview, and the focus comes back', async () => {
  const OWNERS = plan(
    [
      item({
        id: '1',
        name: 'Box',
        field: 'primaryOwner',
        label: 'Primary owner',
        from: '',
        to: 'ada@x.example',
      }),
    ],
    { tab: 'Apps', resource: 'apps', singular: 'app', plural: 'apps' },
  );
  const open = await show(
    withReports(
      { tabs: [TAB, UNOWNED] },
      { suggestedOwners: () => OWNERS, apply: () => ({ value: { job: 'p-job' } }) },
    ),
  );
  const { page, calls } = open;
  const opener = button(page, 'Make the suggested people owners …: Unowned apps');
  await opener.click();
  await page.getByRole('heading', { name: 'Suggested owners of Unowned apps' }).waitFor();
  await page.getByText('1 change in 1 app', { exact: true }).waitFor();
  expect(await page.getByLabel('Only visible rows').count()).toBe(0);
  await button(page, 'Back').click();
  await page.locator(':focus[aria-label="Make the suggested people owners …: Unowned apps"]').waitFor();
  await opener.click();
  await send(page, 'Send 1 change');
  await expectCalls(calls, 'apply', 1);
  expect(payloads(open, 'suggestedOwners')).toEqual([{ provider: 'torii' }, { provider: 'torii' }]);
});
