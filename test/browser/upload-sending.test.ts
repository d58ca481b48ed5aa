/** An upload under way and over, compared, repeated by a schedule, and listed, as built, at 300 pixels. */
import { readFile } from 'node:fs/promises';
import type { ScheduleInfo } from '../../src/app/contract';
import type { ErrorJson } from '../../src/core/errors';
import { picture } from './chromium';
import { failure, SCHEDULE, type OpenSidebar, type Script } from './scripted-sidebar';
import { ENTRY, MAPPING, RESULT, uploading, uploadJob, uploadStatus } from './scripted-uploads';
import { button, payloads } from './shown-preview';
import { show } from './shown-sidebar';
import { expectCalls } from './sound';

async function send(script: Script): Promise<OpenSidebar> {
  const open = await show(uploading(script));
  await button(open.page, 'Check it for Torii').click();
  await button(open.page, 'Send to Torii').click();
  return open;
}

const SYNC_OPEN: ErrorJson = {
  ...{ code: 'SYNC_OPEN', what: 'A sync of this instance was begun on 20 Nov and never finished.' },
  ...{ next: 'Choose to go on with it, or to abort it.', retry: 'after fixing' },
};

describe('under way', () => {
  test('tells how far it is, waits where another upload is read, and is stopped', async () => {
    const waiting = {
      reason: 'Torii is still busy with an earlier upload. Ask whoever started it.',
      until: '2026-11-22T10:47:00Z',
    };
    const { page } = await send({
      step: () => uploadJob({ state: 'waiting', waiting }),
      stop: () => uploadJob({ state: 'stopped' }),
    });
    await page.getByText(/^Torii is still busy with an earlier upload\./).waitFor();
    await page.getByText(/Goes on in/).waitFor();
    await page.getByText('Sending …').waitFor();
    await picture(page, 'upload-waiting');
    await button(page, 'Stop').click();
    await page.getByText('Stopped. The tab “Uploads” says how far it got.').waitFor();
    await button(page, 'Check again').waitFor();
  });

  test('is found again in the ledger and by its tab', async () => {
    const { page } = await send({ step: () => 'never' });
    await button(page, 'Stop').waitFor();
    await page.clock.runFor(2100);
    await button(page, 'Back').click();
    await page.getByText('Upload Members to Torii', { exact: true }).waitFor();
    await picture(page, 'upload-in-ledger');
    await button(page, 'Check it for Torii').click();
    await page.getByText('If you stop it, what has arrived there stays there').waitFor();
  });

  test('a colleague’s is watched, not touched', async () => {
    const theirs = { ...(uploadJob() as { value: object }).value, mine: false, by: 'bo@halden.example' };
    const { page, calls } = await show(
      uploading({ status: () => uploadStatus({ jobs: [theirs as never] }), job: () => ({ value: theirs }) }),
    );
    await page.getByText(/^bo@halden.example has been at this since/).waitFor();
    await expectCalls(calls, 'step', 0);
  });
});

describe('over', () => {
  test('says what happened and what happens now; what arrived is compared', async () => {
    const comparison = {
      ...{ upload: 'u1', sent: 118, there: 116, missing: ['ann@halden.example', 'bo@halden.example'] },
      ...{
        missingCount: 2,
        more: [],
        moreCount: 0,
        words: '116 of 118 users that were sent are there by now.',
      },
    };
    const open = await send({
      uploadVerify: () => ({ value: { job: 'verify-u1' } }),
      step: ({ job }: { job: string }) =>
        job === 'verify-u1'
          ? uploadJob({ kind: 'verify', job, state: 'done', result: comparison })
          : uploadJob({ state: 'done', result: RESULT }),
    });
    const { page } = open;
    await page.getByText('118 users and 4 licences were handed over.').waitFor();
    await page.getByText('2 rows with errors were left out.').waitFor();
    await page.getByText('has begun to read it, which takes some minutes').waitFor();
    expect(await page.getByText('1000', { exact: true }).isVisible()).toBe(false);
    await picture(page, 'upload-done');
    await page.getByText('48 KB, by form').click();
    expect(await page.getByText('1000', { exact: true }).isVisible()).toBe(true);
    await button(page, 'Check now what arrived').click();
    await page.getByText(/^116 of 118 users that were sent are there/).waitFor();
    await page.getByText('Not there: ann@halden.example, bo@halden.example.').waitFor();
    expect(payloads(open, 'uploadVerify')).toEqual([{ upload: 'u1' }]);
    await picture(page, 'upload-compared');
    await button(page, 'Compare again').click();
    await expectCalls(open.calls, 'uploadVerify', 2);
  });

  test('where nobody has said which app it is for, that is chosen before it is compared', async () => {
    let named = false;
    const open = await send({
      step: () => uploadJob({ state: 'done', result: RESULT }),
      uploadMapping: () => ({ value: { ...MAPPING, options: { ...MAPPING.options, place: '1000' } } }),
      uploadApps: () => ({ value: [{ app: '77', title: 'Figma' }] }),
      uploadPlace: () => {
        named = true;
        return { value: { place: '1000', title: 'Figma', app: '77' } };
      },
      uploadVerify: () =>
        named
          ? { value: { job: 'verify-u1' } }
          : failure(
              'PLACE_WITHOUT_APP',
              'Nobody has said which app of Torii it is.',
              'Choose its app.',
              'after fixing',
            ),
    });
    const { page, calls } = open;
    await button(page, 'Check now what arrived').click();
    await page.getByLabel('Which app of Torii is it for?').waitFor();
    await page.clock.runFor(500);
    await page.getByLabel('Figma', { exact: true }).check();
    await picture(page, 'upload-place-app');
    await button(page, 'That is it').click();
    await expectCalls(calls, 'uploadVerify', 2);
    expect(payloads(open, 'uploadPlace')).toEqual([
      { target: 'torii.customIntegration', place: '1000', title: 'Figma', app: '77' },
    ]);
  });

  test('what the platform refused is told, and checked again', async () => {
    const error: ErrorJson = {
      ...{ code: 'UPLOAD_REFUSED', what: 'Zluri did not take the upload: row 12: email is not valid' },
      ...{ next: 'The rows it names are marked in the tab. Mend them, check again and send.' },
      ...{ where: { tab: 'Members', row: 12, field: 'Email' }, retry: 'after fixing' },
    };
    const { page, calls } = await send({ step: () => uploadJob({ state: 'failed', error }) });
    await page.getByText(/^Zluri did not take the upload: row 12/).waitFor();
    await page.getByText('Members, row 12, Email').waitFor();
    await picture(page, 'upload-refused');
    await button(page, 'Check again').click();
    await page.getByText('Every row is in order.').waitFor();
    await expectCalls(calls, 'uploadCheck', 2);
  });

  test('a key that expired leads to another one', async () => {
    const error: ErrorJson = {
      ...{ code: 'KEY_REFUSED', what: 'Torii does not accept this API key.', next: 'Make a new key.' },
      retry: 'after fixing',
    };
    const { page } = await send({ step: () => uploadJob({ state: 'failed', error }) });
    await button(page, 'Enter another key').click();
    await page.getByRole('heading', { name: 'Another key for Torii' }).waitFor();
  });

  test('an open sync is gone on with or thrown away by choice, noticed when it starts or later', async () => {
    let turn = 0;
    const open = await send({
      uploadSend: () =>
        (turn += 1) === 1 ? { error: SYNC_OPEN } : { value: { job: turn === 2 ? 'upload-u1' : 'upload-u2' } },
      step: ({ job }: { job: string }) =>
        job === 'upload-u1'
          ? uploadJob({ job, state: 'failed', error: SYNC_OPEN })
          : uploadJob({ job, state: 'done', result: RESULT }),
    });
    const { page } = open;
    await page.getByText('What about the open one?').waitFor();
    await picture(page, 'upload-open-sync');
    await button(page, 'Send').click();
    await expectCalls(open.calls, 'step', 1);
    await page.getByLabel('Throw it away and begin anew').check();
    await button(page, 'Send').click();
    await page.getByText('118 users and 4 licences were handed over.').waitFor();
    expect(payloads(open, 'uploadSend')).toMatchObject([
      { options: { seal: 'seal-1' } },
      { options: { seal: 'seal-1', openSync: 'resume' } },
      { options: { seal: 'seal-1', openSync: 'abort' } },
    ]);
  });

  test('a tab that changed since its check is checked again; somebody else at it is no failure', async () => {
    let answer = failure(
      'UPLOAD_CHANGED',
      'The tab “Members” has changed.',
      'Check it again.',
      'after fixing',
    );
    const { page, calls } = await send({ uploadSend: () => answer });
    await page.getByText('The tab “Members” has changed.').waitFor();
    answer = failure('BUSY', 'bo@halden.example is uploading to the same place.', 'Wait until it is done.');
    await page.locator('.notice').getByRole('button', { name: 'Check again' }).click();
    await expectCalls(calls, 'uploadCheck', 2);
    await button(page, 'Send to Torii').click();
    await page.getByText('bo@halden.example is uploading').waitFor();
    await picture(page, 'upload-busy');
  });
});

test('it is repeated by a schedule of its own, beside that of the tab’s refreshes', async () => {
  const upload = 'torii.customIntegration';
  let kept: ScheduleInfo | undefined;
  const open = await send({
    status: () => uploadStatus({ schedules: kept ? [kept] : [] }),
    schedule: ({ estimate }: { estimate?: boolean }) => {
      if (estimate === true) {
        return {
          value: {
            ...{ words: 'every day at about 7:00', nextRun: SCHEDULE.nextRun, runsPerDay: 1 },
            ...{ secondsPerDay: 40, requestsPerDay: 12, measured: true },
            shares: { triggerTime: 0.01, requests: 0.01 },
          },
        };
      }
      kept = { ...SCHEDULE, tab: 'Members', upload };
      return { value: kept };
    },
    unschedule: () => ((kept = undefined), { value: { tab: 'Members' } }),
  });
  const { page } = open;
  await button(page, 'Upload again on a schedule').click();
  await page.getByRole('heading', { name: 'Members: upload by itself' }).waitFor();
  await page.getByText('Google checks and uploads the tab for you').waitFor();
  await page.getByText('Next: tomorrow at 7:00.').waitFor();
  await picture(page, 'upload-schedule');
  await button(page, 'Save').click();
  await page.getByText('Saved: uploads every day at about 7:00').waitFor();
  expect(payloads(open, 'schedule')[1]).toEqual({ tab: 'Members', upload, every: 'day', hour: 7 });
  await button(page, 'Back').click();
  await button(page, 'Back').click();
  await page.getByText('Uploads every day at about 7:00 · next: tomorrow at 7:00 · by you').waitFor();
  await button(page, 'Schedule: Members').click();
  await button(page, 'End this schedule …').click();
  await button(page, 'End it').click();
  await page.getByText('Ended. From now on “Members” is uploaded only when somebody does it.').waitFor();
  expect(payloads(open, 'unschedule')).toEqual([{ tab: 'Members', upload }]);
});

describe('the list of uploads', () => {
  test('tells what was sent, by whom and what came of it; the last one is there to download', async () => {
    const old = {
      ...{ ...ENTRY, upload: 'u0', at: '2026-11-20T09:00:00Z', end: 'failed', kept: false, leftOut: 0 },
      outcome: 'Torii did not take it: the file is not valid.',
    };
    const { page } = await show(
      uploading({
        uploads: () => ({ value: [ENTRY, old] }),
        uploadSent: () => ({
          value: { name: 'users.json', contentType: 'application/json', text: '{}', part: 1, parts: 1 },
        }),
      }),
    );
    await button(page, 'Uploads so far').click();
    await page.getByText('120 rows → 118 records · 2 left out · 48 KB, by form').waitFor();
    expect(await button(page, /^Check now: /).count()).toBe(1);
    await picture(page, 'uploads');
    const saved = page.waitForEvent('download');
    await button(page, /^Download what was sent: /).click();
    expect(await readFile(await (await saved).path(), 'utf8')).toBe('{}');
    await button(page, 'Back').click();
    await page.getByRole('heading', { name: 'In this file' }).waitFor();
  });

  test('of a new file is empty; one that cannot be read says so', async () => {
    let trouble = true;
    const { page } = await show(
      uploading({
        uploads: () =>
          trouble ? failure('BUG', 'Something went wrong.', 'Try again.', 'now') : { value: [] },
      }),
    );
    await button(page, 'Uploads so far').click();
    await button(page, 'Try again').waitFor();
    trouble = false;
    await button(page, 'Try again').click();
    await page.getByText('Nothing was uploaded yet.').waitFor();
  });
});
