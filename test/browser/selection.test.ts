/** Choosing fields, filters and what becomes of removed rows, as built, at 300 pixels. */
import type { Page } from 'playwright-core';
import { picture } from './chromium';
import { FIELDS, manyFields } from './scripted-fields';
import {
  job,
  resources,
  status,
  TAB,
  type OpenSidebar,
  type Script,
  type Scripted,
} from './scripted-sidebar';
import { show } from './shown-sidebar';
import { expectCalls } from './sound';

const FILTERED = {
  ...TAB,
  filters: [{ field: 'state', test: 'isAnyOf' as const, values: ['discovered'] }],
  filterWords: ['State is Discovered'],
};

const script: Script = {
  status: () => status({ tabs: [FILTERED] }),
  resources,
  fields: () => ({ value: FIELDS }),
  pull: () => ({ value: { job: 'j1' } }),
  step: () => 'never',
  job: () => job(),
};

const RESULT = {
  ...{ tab: 'Apps', rows: 180, added: 0, updated: 0, unchanged: 180, vanished: 0, removed: 0 },
  ...{ pending: 0, conflicts: 0, pulledAt: '2026-11-22T10:45:00Z', dropDownsFollow: false, remarks: [] },
  ...{ complete: true, madeTab: false, stats: { requests: 3, waitedSeconds: 0, seconds: 4 } },
};

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
const search = (page: Page) => page.getByLabel('Find a field');

/** Opens the fields and filters of the tab “Apps”, or whatever else the button leads to. */
async function choose(change: Script = {}, opener = 'Fields and filters: Apps'): Promise<OpenSidebar> {
  const open = await show({ ...script, ...change });
  await button(open.page, opener).click();
  return open;
}

const chosenLabels = (page: Page): Promise<string[]> =>
  page.locator('.field-list').first().locator('label').allTextContents();

const pulled = ({ calls }: OpenSidebar): unknown => calls.find(({ method }) => method === 'pull')?.payload;

describe('fields', () => {
  test('are listed in their order, built-in and own ones apart, and nothing is saved yet', async () => {
    const { page, calls } = await choose();
    await search(page).waitFor();
    expect(calls.find(({ method }) => method === 'fields')?.payload).toEqual({
      provider: 'torii',
      resource: 'apps',
      tab: 'Apps',
    });
    expect(await chosenLabels(page)).toEqual(['ID', 'Name', 'State', 'Primary owner', 'Hidden']);
    expect(await page.getByRole('heading').allTextContents()).toEqual([
      'Apps: fields and filters',
      'Chosen',
      'More fields',
      'Your organisation’s own fields',
    ]);
    expect(await tick(page, 'ID').isDisabled()).toBe(true);
    await button(page, 'Save and refresh').click({ force: true });
    expect(calls.some(({ method }) => method === 'pull')).toBe(false);
    await picture(page, 'selection-fields');
  });

  test('are added, moved by keys and by buttons, taken out, and said aloud', async () => {
    const shown = await choose();
    const { page } = shown;
    await tick(page, 'Vendor').check();
    expect(await chosenLabels(page)).toContain('Vendor');
    expect(await tick(page, 'Category').evaluate((box) => box === document.activeElement)).toBe(true);
    await button(page, 'Move Vendor').press('ArrowUp');
    await button(page, 'Move Vendor').press('Home');
    await page.getByText('Vendor, place 2 of 6.').waitFor();
    expect(await button(page, 'Move Vendor').evaluate((grip) => grip === document.activeElement)).toBe(true);
    await tick(page, 'Name').press('Alt+ArrowDown');
    await button(page, 'About Hidden').click();
    await button(page, 'Move Hidden up').click();
    await tick(page, 'Primary owner').uncheck();
    expect(await chosenLabels(page)).toEqual(['ID', 'Vendor', 'State', 'Name', 'Hidden']);
    await picture(page, 'selection-changed');
    await button(page, 'Save and refresh').click();
    await page.getByRole('progressbar').waitFor();
    expect(pulled(shown)).toEqual({
      provider: 'torii',
      resource: 'apps',
      tab: 'Apps',
      fields: ['id', 'vendor', 'state', 'name', 'isHidden'],
    });
  });

  test('can be dragged, but not above the one that tells rows apart', async () => {
    const { page } = await choose();
    const middle = async (label: string) => {
      const box = await button(page, `Move ${label}`).boundingBox();
      return { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    };
    await search(page).waitFor();
    const [hidden, name] = [await middle('Hidden'), await middle('Name')];
    await page.mouse.move(hidden.x, hidden.y);
    await page.mouse.down();
    await page.mouse.move(name.x, name.y - 12, { steps: 4 });
    await picture(page, 'selection-dragging');
    await page.mouse.move(name.x, 10, { steps: 4 });
    await page.mouse.up();
    expect(await chosenLabels(page)).toEqual(['ID', 'Hidden', 'Name', 'State', 'Primary owner']);
    await page.mouse.move(name.x, name.y);
    await page.mouse.down();
    await page.mouse.move(name.x, name.y + 90, { steps: 4 });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await chosenLabels(page)).toEqual(['ID', 'Hidden', 'Name', 'State', 'Primary owner']);
    await tick(page, 'Vendor').check();
    await button(page, 'Usual fields').click();
    expect(await chosenLabels(page)).toEqual(['ID', 'Name', 'State', 'Primary owner', 'Hidden']);
  });

  test('tell on demand what they mean, their key and their options', async () => {
    const { page } = await choose();
    await button(page, 'About State').click();
    await button(page, 'Show 4 options').click();
    await page.getByText('In Review', { exact: true }).waitFor();
    expect(await page.getByText('What “State” is.').count()).toBe(1);
    await picture(page, 'selection-details');
  });

  test('300 of them are searched at once, and an empty result says so', async () => {
    const { page } = await choose({ fields: () => ({ value: manyFields(300) }) });
    await search(page).fill('own field 271');
    expect(await page.locator('.field-row').count()).toBe(1);
    await search(page).fill('nothing like it');
    await page.getByText('No field fits “nothing like it”.').waitFor();
    await picture(page, 'selection-nothing-found');
    await search(page).fill('');
    expect(await page.locator('.field-row').count()).toBe(300);
  });
});

describe('filters', () => {
  const filters = (page: Page) => page.getByRole('tab', { name: /^Filters/ });

  test('are put together in plain words, by field, test and value', async () => {
    const shown = await choose();
    const { page } = shown;
    await filters(page).click();
    await button(page, 'Apps without an owner').click();
    await tick(page, 'In Review').check();
    const add = async (field: string): Promise<void> => {
      await button(page, 'Add a condition').click();
      await page.getByLabel('On which field?').fill(field);
      await page.keyboard.press('Enter');
    };
    await add('Renewal');
    await page.getByLabel('Days', { exact: true }).fill('90');
    await add('yearly cost');
    await page.getByLabel('Number').fill('1200.5');
    await add('Vendor');
    await page.getByLabel('Test for Vendor').selectOption('is none of');
    await page.getByLabel('Values, one on each line').fill('Acme, Inc.\nSlack');
    await picture(page, 'selection-filters');
    await button(page, 'Save and refresh').click();
    await expectCalls(shown.calls, 'pull', 1);
    expect(pulled(shown)).toMatchObject({
      filters: [
        { field: 'state', test: 'isAnyOf', values: ['discovered', 'in_review'] },
        { field: 'primaryOwner', test: 'isEmpty', values: [] },
        { field: 'c_renewal', test: 'inNextDays', values: [90] },
        { field: 'c_cost', test: 'atLeast', values: [1200.5] },
        { field: 'vendor', test: 'isNoneOf', values: ['Acme, Inc.', 'Slack'] },
      ],
    });
  });

  test('that are not filled in say what is missing; taken out, all records are shown', async () => {
    const shown = await choose();
    const { page } = shown;
    await filters(page).click();
    await tick(page, 'Discovered').uncheck();
    await page.getByRole('tab', { name: /^Fields/ }).click();
    await button(page, 'Save and refresh').click();
    await page.getByText('Tick at least one.').waitFor();
    expect(await page.getByLabel('Test for State').evaluate((one) => one === document.activeElement)).toBe(
      true,
    );
    await picture(page, 'selection-missing');
    expect(pulled(shown)).toBeUndefined();
    await button(page, 'Remove the condition on State').click();
    await page.getByText('All records are shown.').waitFor();
    expect(await button(page, 'Add a condition').evaluate((one) => one === document.activeElement)).toBe(
      true,
    );
  });

  test('that are refused are mended where they are', async () => {
    const refused = {
      code: 'BAD_FILTER' as const,
      what: 'A filter cannot be used: State has no choice “discovered”.',
      next: 'Change or remove that filter. Nothing was changed.',
      retry: 'after fixing' as const,
    };
    const { page } = await choose({ step: () => job({ state: 'failed', error: refused }) });
    await tick(page, 'Vendor').check();
    await button(page, 'Save and refresh').click();
    await page.getByText('State has no choice').and(page.locator('.what')).waitFor();
    expect(await filters(page).getAttribute('aria-selected')).toBe('true');
    await picture(page, 'selection-refused');
    await button(page, 'Back').click();
    await button(page, 'Leave').click();
    await page.locator('.notice').getByRole('button', { name: 'Fields and filters' }).click();
    await search(page).waitFor();
    expect(await chosenLabels(page)).toContain('Vendor');
  });
});

test('the mode is one of three, and a finished run leads back to the tab', async () => {
  const shown = await choose({ step: () => job({ state: 'done', result: RESULT }) });
  const { page } = shown;
  await page.getByRole('tab', { name: 'Fields 5' }).press('ArrowLeft');
  await page.getByLabel('Keep dated copies of the tab').check();
  await picture(page, 'selection-mode');
  await button(page, 'Save and refresh').click();
  await page.getByText('180 apps, nothing changed', { exact: true }).waitFor();
  expect(pulled(shown)).toEqual({ provider: 'torii', resource: 'apps', tab: 'Apps', mode: 'snapshot' });
  await page.getByRole('heading', { name: 'In this file' }).waitFor();
});

test('changes are not lost by going back, and the focus returns to where it was', async () => {
  const { page } = await choose();
  await tick(page, 'Vendor').check();
  await button(page, 'Back').click();
  await page.getByText('Your changes are not saved.').waitFor();
  await picture(page, 'selection-leave');
  await page.keyboard.press('Escape');
  await tick(page, 'Vendor').uncheck();
  await button(page, 'Back').click();
  const opener = button(page, 'Fields and filters: Apps');
  await opener.waitFor();
  expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true);
});

test('another tab needs a name of its own, and is made with all that was chosen', async () => {
  const shown = await choose({}, 'Another tab: Apps');
  const { page } = shown;
  await button(page, 'Make the tab').click();
  await page.getByText('Give the new tab a name.').waitFor();
  const name = page.getByLabel('Name of the new tab');
  await name.fill('apps');
  await page.getByText('There is a tab “Apps” already.').waitFor();
  await picture(page, 'selection-another');
  await name.fill('Finance apps');
  await button(page, 'Make the tab').click();
  await expectCalls(shown.calls, 'pull', 1);
  expect(pulled(shown)).toEqual({
    provider: 'torii',
    resource: 'apps',
    tab: 'Finance apps',
    fields: ['id', 'name', 'state', 'primaryOwner', 'isHidden'],
    filters: [],
    mode: 'mirror',
  });
  await button(page, 'Back').click();
  await page.getByText('Finance apps', { exact: true }).waitFor();
  await picture(page, 'selection-another-running');
});

test.each([
  [
    'expired-key',
    {
      error: {
        code: 'KEY_REFUSED',
        what: 'Torii does not accept this API key.',
        next: 'Make a new key.',
        retry: 'after fixing',
      },
    } as Scripted,
    'Enter another key',
  ],
  ['offline', { google: 'NetworkError: Connection failure due to HTTP 0' } as Scripted, 'Try again'],
])('%s: fields that cannot be read say why and what next', async (name, answer, next) => {
  const { page, calls } = await choose({ fields: () => answer });
  await button(page, next).waitFor();
  await picture(page, `selection-${name}`);
  await button(page, next).click();
  if (next === 'Try again') await expectCalls(calls, 'fields', 2);
  else await page.getByRole('heading', { name: 'Another key for Torii' }).waitFor();
});

test('while the fields are being read it says so', async () => {
  const { page } = await choose({ fields: () => 'never' }, 'Fields and filters: Contracts');
  await page.getByText('Reading which fields there are …').waitFor();
  await picture(page, 'selection-reading');
  await button(page, 'Back').click();
  await button(page, 'Pull Contracts').waitFor();
});
