/** What the check of an upload found, as the sidebar shows it, as built, at 300 pixels. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { picture } from './chromium';
import { failure, type OpenSidebar, type Script } from './scripted-sidebar';
import { checkInfo, PROBLEMS, uploading, WITH_PROBLEMS } from './scripted-uploads';
import { button, payloads } from './shown-preview';
import { show } from './shown-sidebar';
import { expectCalls } from './sound';

/** Opens the sidebar, and goes to the check of the tab in front. */
async function check(script: Script): Promise<OpenSidebar> {
  const open = await show(uploading(script));
  await button(open.page, 'Check it for Torii').click();
  await open.page.getByRole('heading', { name: 'Members: the check' }).waitFor();
  return open;
}

const sendDisabled = (page: Page): Promise<string | null> =>
  button(page, 'Send to Torii').getAttribute('aria-disabled');

test('problems stand by kind with their rows; a click shows the cell, and bad rows are left out', async () => {
  let left = false;
  const open = await check({
    uploadCheck: ({ options }: { options: { leaveOut?: boolean } }) => {
      left = options.leaveOut === true;
      const { counts } = checkInfo();
      return {
        value: checkInfo(
          left ? { counts: { ...counts, leftOut: 2, errors: 2 }, problems: PROBLEMS } : WITH_PROBLEMS,
        ),
      };
    },
  });
  const { page, calls } = open;
  await page.getByRole('heading', { name: 'To mend: Not an e-mail address · 2' }).waitFor();
  await page.getByRole('heading', { name: 'To look at: A date that can be read in two ways' }).waitFor();
  const headings = await page.locator('.problem-group h3').allTextContents();
  expect(headings[0]).toContain('To mend');
  expect(await page.getByText('Type the whole address.').count()).toBe(1);
  await picture(page, 'upload-problems');
  await button(page, 'Row 12 · Email').click();
  await expectCalls(calls, 'showCell', 1);
  expect(payloads(open, 'showCell')).toEqual([{ tab: 'Members', row: 12, column: 'Email' }]);
  expect(await sendDisabled(page)).toBe('true');
  await page.getByText('2 rows have errors. Mend them, or leave them out.').waitFor();
  await button(page, 'Leave out 2 bad rows').click();
  await page.getByText('2 rows left out').waitFor();
  expect(payloads(open, 'uploadCheck')[1]).toMatchObject({ options: { leaveOut: true } });
  expect(await sendDisabled(page)).toBe('false');
  await picture(page, 'upload-left-out');
  await button(page, 'Take bad rows in again').click();
  await button(page, 'Leave out 2 bad rows').waitFor();
});

test('marks are taken out of the tab, and a column that is gone is told', async () => {
  const open = await check({
    uploadCheck: () => ({ value: checkInfo(WITH_PROBLEMS) }),
    showCell: () => ({ value: { shown: false } }),
  });
  const { page, calls } = open;
  await button(page, 'Row 40 · Email').click();
  await page.getByText('The column “Email” is gone, so the row is shown.').waitFor();
  await button(page, 'Take the marks out').click();
  await page.getByText('The marks are gone.').waitFor();
  await expectCalls(calls, 'uploadUnmark', 1);
});

test('a date that can be read in two ways is settled there', async () => {
  const open = await check({ uploadCheck: () => ({ value: checkInfo(WITH_PROBLEMS) }) });
  const { page, calls } = open;
  await page.getByLabel('Dates such as 3/4/2026 are').selectOption('dmy');
  await expectCalls(calls, 'uploadCheck', 2);
  expect(payloads(open, 'uploadCheck')[1]).toMatchObject({ options: { dayOrder: 'dmy' } });
});

test('many problems of a kind are shown on demand, and it is said where there are more', async () => {
  const problems = Array.from({ length: 12 }, (_, place) => ({
    ...{ severity: 'error' as const, code: 'duplicate' as const, row: place + 2, column: 'Email' },
    ...{
      message: 'This address is there twice.',
      remedy: `Take out row ${place + 2}, or put them together.`,
    },
  }));
  const counts = { ...checkInfo().counts, errors: 1234 };
  const { page } = await check({ uploadCheck: () => ({ value: checkInfo({ problems, counts }) }) });
  expect(await button(page, /^Row \d+ · Email$/).count()).toBe(5);
  await page.getByText('These are the first 12 of 1,234.').waitFor();
  await button(page, 'Show all 12').click();
  expect(await button(page, /^Row \d+ · Email$/).count()).toBe(12);
  await button(page, 'Leave out bad rows').waitFor();
});

test('what is gone since last time is told and asked, and only a yes sends it', async () => {
  const open = await check({
    uploadCheck: () => ({
      value: checkInfo({
        since: {
          ...{ at: '2026-11-20T10:00:00Z', added: 3, gone: 37 },
          goneNames: ['cy@halden.example', 'di@halden.example'],
        },
        question: '37 of 155 people fewer than last time: they may count as gone. Is that meant?',
      }),
    }),
  });
  const { page, calls } = open;
  await page.getByText(/: 3 new, 37 gone \(cy@halden.example, di@halden.example and 35 more\)\.$/).waitFor();
  await page.getByText('Answer the question first.').waitFor();
  expect(await sendDisabled(page)).toBe('true');
  await picture(page, 'upload-question');
  await button(page, 'Send to Torii').click({ force: true });
  await page.getByLabel('Yes, send it all the same').check();
  expect(await sendDisabled(page)).toBe('false');
  await button(page, 'Send to Torii').click();
  await expectCalls(calls, 'uploadSend', 1);
  expect(payloads(open, 'uploadSend')[0]).toMatchObject({ options: { confirmed: true, seal: 'seal-1' } });
});

test('the sample is a table, and there exactly as it is sent; the file is handed over whole', async () => {
  const open = await check({
    uploadFile: ({ part = 1 }: { part?: number }) => ({
      value: {
        ...{ name: 'users.json', contentType: 'application/json', part, parts: 2 },
        text: part === 1 ? '{"users":' : '[]}',
      },
    }),
  });
  const { page } = open;
  await page.getByRole('columnheader', { name: 'First name' }).waitFor();
  await page.getByRole('cell', { name: 'admin, editor' }).waitFor({ state: 'attached' });
  await page.getByText('48 KB, by form').waitFor();
  await page.getByText('Exactly as it is sent').click();
  await page.getByText('"pricePerUser": 1500').waitFor();
  await picture(page, 'upload-exact');
  const saved = page.waitForEvent('download');
  await button(page, 'Download the file').click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('users.json');
  expect(await readFile(await download.path(), 'utf8')).toBe('{"users":[]}');
});

test('a text is shown as it is sent, and several pages are handed over as one file', async () => {
  const { page } = await check({
    uploadCheck: () => ({ value: checkInfo({ sample: 'Date,Amount\n2026-11-01,12.50\n', problems: [] }) }),
    uploadFile: ({ part = 1 }: { part?: number }) => ({
      value: {
        name: `page-${part}.json`,
        contentType: 'application/json',
        text: `[${part}]`,
        part,
        parts: 2,
      },
    }),
  });
  await page.getByText('2026-11-01,12.50').waitFor();
  const saved = page.waitForEvent('download');
  await button(page, 'Download the file').click();
  const text = await readFile(await (await saved).path(), 'utf8');
  expect(JSON.parse(text)).toEqual({ 'page-1.json': [1], 'page-2.json': [2] });
});

test('a check that is refused says why, and is made again', async () => {
  let trouble = true;
  const open = await show(
    uploading({
      uploadCheck: () =>
        trouble
          ? failure('RATE_LIMITED', 'Torii asks to wait 20 seconds.', 'Try again later.')
          : { value: checkInfo() },
    }),
  );
  const { page } = open;
  await button(page, 'Check it for Torii').click();
  await page.getByText('Torii asks to wait 20 seconds.').waitFor();
  trouble = false;
  await button(page, 'Try again').click();
  await page.getByText('Every row is in order.').waitFor();
});

test('what was sent before is left out and counted; a tick sends it once more', async () => {
  const open = await check({
    uploadCheck: ({ options }: { options: { again?: boolean } }) => {
      const { counts } = checkInfo();
      if (options.again) return { value: checkInfo() };
      return {
        value: checkInfo({
          counts: { ...counts, records: 0, users: 0, licenses: 0, merged: 0, sentBefore: 120, errors: 1 },
          problems: [
            {
              ...{ severity: 'error', code: 'sentBefore', message: 'Every row was sent before.' },
              remedy: 'Nothing to do.',
            },
          ],
          ...{ files: [], hindrances: ['Nothing is new.'] },
        }),
      };
    },
  });
  const { page } = open;
  await page.getByText('120 rows → 0 users · 120 rows sent before').waitFor();
  expect(await sendDisabled(page)).toBe('true');
  await picture(page, 'upload-sent-before');
  await page.getByLabel('Send again what was sent before').check();
  await page.getByText('120 rows → 118 users, 4 licences').waitFor();
  expect(await sendDisabled(page)).toBe('false');
  await button(page, 'Send to Torii').click();
  await expectCalls(open.calls, 'uploadSend', 1);
  expect(payloads(open, 'uploadSend')).toMatchObject([{ options: { again: true } }]);
});
