/** A push in the sidebar, as built, at 300 pixels: under way, over, in the list of pushes, and taken back. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { JobInfo, JournalInfo, PushInfo, PushResult } from '../../src/app/contract';
import type { ErrorJson } from '../../src/core/errors';
import { picture } from './chromium';
import { CONTRACTS, ITEMS, plan, withPlan } from './scripted-plan';
import { failure, status, type OpenSidebar, type Script, type Scripted } from './scripted-sidebar';
import { show } from './shown-sidebar';
import { expectCalls } from './sound';

type PushJob = Extract<JobInfo, { kind: 'push' }>;

const RESULT: PushResult = {
  ...{ tab: 'Contracts', plan: 'p1', purpose: 'push', sent: 6, records: 3, created: 1, deleted: 0 },
  ...{ failed: 0, unknown: 0, conflicts: 1, skipped: 1, failures: [], remarks: [] },
  stats: { requests: 4, waitedSeconds: 0, seconds: 5 },
};

const REFUSED: PushResult = {
  ...RESULT,
  ...{ sent: 140, records: 90, created: 0, failed: 3, unknown: 1, conflicts: 0, skipped: 0 },
  failures: [
    {
      ...{ row: 9, id: '4713', name: 'Slack', field: 'owner', label: 'Owner' },
      message: 'Torii refused it: owner must be an active user. Choose somebody else, then send again.',
    },
    {
      ...{ row: 11, id: '4720', name: 'Asana', field: 'amount', label: 'Yearly amount' },
      message: 'Torii does not have this contract any more. Refresh the tab.',
    },
  ],
};

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

function pushJob(change: Partial<PushJob>): Scripted {
  const value: JobInfo = {
    ...{ kind: 'push', job: 'p-job', title: 'Send edits of Contracts', tab: 'Contracts', state: 'running' },
    ...{ by: 'ana@halden.example', mine: true, since: '2026-11-22T10:45:00Z' },
    progress: { phase: 'sending', done: 140, total: 1000, unit: 'contracts', pages: 0 },
    ...change,
  };
  return { value };
}

async function sendAll(script: Script): Promise<OpenSidebar> {
  const open = await show(withPlan(() => plan(ITEMS), script));
  const { page } = open;
  await button(page, 'Review edits: Contracts').click();
  await button(page, 'Send 6 changes …').click();
  await button(page, 'Send 6 changes').click();
  return open;
}

describe('under way', () => {
  test('tells how far it is, what stopping means, and is stopped', async () => {
    const { page } = await sendAll({
      step: () => 'never',
      job: () => pushJob({}),
      stop: () => pushJob({ state: 'stopped', result: { ...RESULT, sent: 140, records: 100 } }),
    });
    await button(page, 'Stop').waitFor();
    await page.clock.runFor(2100);
    await page.getByText('Sent 140 of 1,000 contracts').waitFor();
    await page.getByText('If you stop it, what was sent stays sent').waitFor();
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('0.14');
    await picture(page, 'push-running');
    await button(page, 'Stop').click();
    await page.getByText('Stopped. What was sent stays sent; the rest keeps its edits.').waitFor();
    await page.getByText('140 changes sent, in 100 contracts').waitFor();
    await picture(page, 'push-stopped');
  });

  test('a wait for the platform says why, and the ledger shows the run as well', async () => {
    const waiting = { reason: 'Torii takes 100 changes a minute.', until: '2026-11-22T10:45:40Z' };
    const { page } = await sendAll({
      step: () => pushJob({ state: 'waiting', waiting }),
      job: () => pushJob({}),
    });
    await page.getByText(/^Torii takes 100 changes a minute\./).waitFor();
    await picture(page, 'push-waiting');
    await button(page, 'Back').click();
    await page.getByText('Sent 140 of 1,000 contracts').waitFor();
    expect(await button(page, 'Refresh Contracts').count()).toBe(0);
  });
});

describe('over', () => {
  test('tells what was sent and what was not, and can be taken back', async () => {
    const open = await sendAll({
      step: () => pushJob({ state: 'done', result: RESULT }),
      undo: () => plan(ITEMS.slice(0, 4), { plan: 'u1', purpose: 'undo' }),
    });
    const { page, calls } = open;
    await page.getByText('6 changes sent, in 3 contracts', { exact: true }).waitFor();
    await page.getByText('1 created.').waitFor();
    await page.getByText('1 not sent, because the platform says something else there by now.').waitFor();
    await picture(page, 'push-done');
    await button(page, 'Undo this push …').click();
    await page.getByRole('heading', { name: 'Take back a push of Contracts' }).waitFor();
    await button(page, 'Take back 4 changes …').click();
    expect(calls.find(({ method }) => method === 'undo')?.payload).toEqual({ plan: 'p1' });
    await page.getByText('Take back 4 changes in 1 contract in Torii?').waitFor();
    await picture(page, 'push-undo');
    await button(page, 'Take back 4 changes').click();
    await expectCalls(calls, 'apply', 2);
    expect(calls.filter(({ method }) => method === 'apply')[1]?.payload).toMatchObject({ plan: 'u1' });
  });

  test('lists what was refused with row and reason, and shows the cell', async () => {
    const { page, calls } = await sendAll({ step: () => pushJob({ state: 'done', result: REFUSED }) });
    await page.getByText('140 changes sent, in 90 contracts', { exact: true }).waitFor();
    await page.getByText('3 refused: the edits stay in the tab.').waitFor();
    await page.getByText('1 not confirmed: nobody can tell whether it arrived.').waitFor();
    await page.getByText('These are the first 2 of 4.').waitFor();
    await picture(page, 'push-refused');
    await button(page, 'Row 9, Slack · Owner').click();
    await expectCalls(calls, 'showCell', 1);
    expect(calls.find(({ method }) => method === 'showCell')?.payload).toEqual({
      ...{ tab: 'Contracts', row: 9, field: 'owner', id: '4713' },
    });
    await button(page, 'Close this message').click();
    await button(page, 'Refresh Contracts').waitFor();
  });

  test('shows only the rows that were not sent, and all again', async () => {
    const { page, calls } = await sendAll({ step: () => pushJob({ state: 'done', result: REFUSED }) });
    await button(page, 'Show only these rows').click();
    await page.getByText('4 rows are shown; the tab’s filter hides the others.').waitFor();
    await picture(page, 'push-unsent-rows');
    await button(page, 'Show all rows again').click();
    await button(page, 'Show only these rows').waitFor();
    expect(await page.getByText('4 rows are shown').count()).toBe(0);
    const asked = calls.flatMap(({ method, payload }) => (method === 'showUnsent' ? [payload] : []));
    expect(asked).toEqual([
      { tab: 'Contracts', only: true },
      { tab: 'Contracts', only: false },
    ]);
  });

  test('says so where none of them can be shown, or the tab cannot tell', async () => {
    const next = 'Undo its deletion (Ctrl+Z).';
    let answer: Scripted = { value: { rows: 0 } };
    const { page } = await sendAll({
      step: () => pushJob({ state: 'done', result: REFUSED }),
      showUnsent: () => answer,
    });
    await button(page, 'Show only these rows').click();
    await page.getByText(/^There is none to show/).waitFor();
    answer = failure('STATUS_COLUMN_GONE', 'The Status column of “Contracts” is missing.', next);
    await button(page, 'Show only these rows').click();
    await page.getByText(`The Status column of “Contracts” is missing. ${next}`).waitFor();
  });

  test('one that ended early says why and what was sent before, and leads to a new key', async () => {
    const error: ErrorJson = {
      code: 'KEY_REFUSED',
      what: 'Torii does not accept this API key.',
      next: 'Make a new key.',
      retry: 'after fixing',
    };
    const { page } = await sendAll({ step: () => pushJob({ state: 'failed', error, result: RESULT }) });
    await page.getByText('6 changes sent, in 3 contracts', { exact: true }).waitFor();
    await picture(page, 'push-failed');
    await button(page, 'Enter another key').click();
    await page.getByRole('heading', { name: 'Another key for Torii' }).waitFor();
  });

  test('one whose preview did not hold any more is previewed again', async () => {
    const error: ErrorJson = {
      code: 'PLAN_OUTDATED',
      what: 'Something changed since the preview: Zoom was closed.',
      next: 'Preview again.',
      retry: 'after fixing',
    };
    const { page, calls } = await sendAll({ step: () => pushJob({ state: 'failed', error }) });
    await page.getByText(/^Something changed .* Zoom was closed\.$/).waitFor();
    await button(page, 'Preview again').click();
    await button(page, 'Send 6 changes …').waitFor();
    await expectCalls(calls, 'preview', 2);
  });
});

describe('the list of pushes', () => {
  const PUSH: PushInfo = {
    ...{ plan: 'p1', at: '2026-11-22T10:42:00Z', who: 'ana@halden.example', preparedBy: 'bo@halden.example' },
    ...{
      tab: 'Contracts',
      provider: 'torii',
      purpose: 'push',
      sent: 12,
      failed: 1,
      unknown: 0,
      undoable: true,
    },
  };
  const PUSHES: readonly PushInfo[] = [
    PUSH,
    { ...PUSH, plan: 'p0', at: '2026-11-21T09:00:00Z', purpose: 'undo', failed: 0, undoable: false },
  ];
  const LINE: JournalInfo = {
    ...{
      plan: 'p1',
      at: '2026-11-22T10:42:00Z',
      who: 'ana@halden.example',
      preparedBy: 'ana@halden.example',
    },
    ...{ tab: 'Contracts', tabId: 7, provider: 'torii', resource: 'contracts', purpose: 'push', row: 2 },
    ...{ id: '4711', name: 'Zoom, Inc.', action: 'update', field: 'notes', label: 'Notes' },
    ...{ before: '=SUM(A1)', after: 'said "yes"', outcome: 'sent', detail: '' },
  };

  async function openPushes(script: Script): Promise<OpenSidebar> {
    const open = await show(
      withPlan(() => plan(ITEMS), {
        activity: () => ({ value: [] }),
        status: () => status({ tabs: [CONTRACTS] }),
        ...script,
      }),
    );
    await button(open.page, 'Activity').click();
    await button(open.page, 'Pushes: undo, and journal').click();
    return open;
  }

  test('tells who sent what, and leads to taking it back, and back to the list', async () => {
    const { page, calls } = await openPushes({
      pushes: () => ({ value: PUSHES }),
      undo: () => plan(ITEMS.slice(0, 2), { purpose: 'undo' }),
    });
    await page.getByText('10:42 · by ana@halden.example, prepared by bo@halden.example').waitFor();
    await page.getByText('12 sent, 1 refused').waitFor();
    expect(await button(page, /^Undo …/).count()).toBe(1);
    await picture(page, 'pushes');
    await button(page, /^Undo …/).click();
    await button(page, 'Take back 2 changes …').waitFor();
    expect(calls.find(({ method }) => method === 'undo')?.payload).toEqual({ plan: 'p1' });
    await button(page, 'Back').click();
    await page.getByRole('heading', { name: 'Pushes' }).waitFor();
    await button(page, 'Back').click();
    await page.getByRole('heading', { name: 'Activity' }).waitFor();
  });

  test('hands the journal of a push over as a file', async () => {
    const { page, calls } = await openPushes({
      pushes: () => ({ value: PUSHES }),
      journal: () => ({ value: [LINE] }),
    });
    const saved = page.waitForEvent('download');
    await button(page, 'Download journal (CSV)').first().click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('push-journal-Contracts-2026-11-22.csv');
    const text = await readFile(await download.path(), 'utf8');
    expect(text.split('\r\n')[1]).toContain(`"Zoom, Inc.",update,notes,Notes,'=SUM(A1),"said ""yes""",sent,`);
    expect(calls.find(({ method }) => method === 'journal')?.payload).toEqual({ plan: 'p1', limit: 20_000 });
    await page.getByRole('link', { name: 'Save the journal file' }).waitFor();
  });

  test('of a new file is empty; one that cannot be read says so', async () => {
    let trouble = true;
    const { page } = await openPushes({
      pushes: () => (trouble ? failure('BUG', 'Something went wrong.', 'Try again.', 'now') : { value: [] }),
    });
    await button(page, 'Try again').waitFor();
    trouble = false;
    await button(page, 'Try again').click();
    await page.getByText('Nothing was sent yet.').waitFor();
  });
});
