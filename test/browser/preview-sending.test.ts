/** Sending from the preview, as built, at 300 pixels: what is ticked is what goes, after a question, or says why not. */
import { picture } from './chromium';
import { item, ITEMS, plan, withPlan } from './scripted-plan';
import { failure, job, resources, type Script } from './scripted-sidebar';
import { button, openPreview, payloads, send, tick } from './shown-preview';
import { show } from './shown-sidebar';
import { expectCalls } from './sound';

describe('what is sent', () => {
  const sending: Script = {
    step: () => 'never',
    job: () => job({ title: 'Send edits of Contracts', tab: 'Contracts' }),
  };

  test('ticks of a field, of a record and of a conflict become what goes with the plan', async () => {
    const open = await openPreview(withPlan(() => plan(ITEMS), sending));
    const { page } = open;
    await button(page, 'Send 6 changes …').waitFor();
    await tick(page, 'Send Link of Zoom').uncheck();
    const record = tick(page, 'Send Zoom');
    expect(await record.evaluate((one: HTMLInputElement) => one.indeterminate)).toBe(true);
    await tick(page, 'Send Miro').uncheck();
    await tick(page, 'Send Renews by itself of Figma for the whole design team all the same').check();
    await button(page, 'Send 5 changes …').click();
    await page.getByText('Send 5 changes in 2 contracts to Torii?').waitFor();
    await page.getByText('1 conflict goes all the same').waitFor();
    await picture(page, 'preview-question');
    await button(page, 'Send 5 changes').click();
    await expectCalls(open.calls, 'apply', 1);
    expect(payloads(open, 'apply')).toEqual([
      {
        plan: 'p1',
        exclude: [
          { id: '4711', field: 'url' },
          { id: 'row 12', field: '' },
        ],
        overwrite: [{ id: '4712', field: 'autoRenew' }],
      },
    ]);
    await button(page, 'Stop').waitFor();
  });

  test('a new record that lacks what it needs says so, and is not counted', async () => {
    const { page } = await openPreview(withPlan(() => plan(ITEMS)));
    await tick(page, 'Send Name of Miro').uncheck();
    await page.getByText('Not sent: a new contract needs Name.').waitFor();
    await button(page, 'Send 5 changes …').waitFor();
  });

  test('nothing ticked is nothing to send; the tick over all brings changes back, no conflicts', async () => {
    const { page } = await openPreview(withPlan(() => plan(ITEMS)));
    const all = page.getByLabel('All: 6 changes');
    await all.uncheck();
    await page.getByText('Nothing is ticked that can be sent.').waitFor();
    expect(await page.locator('.tick:checked').count()).toBe(0);
    await all.check();
    await button(page, 'Send 6 changes …').waitFor();
  });

  test('what can set off more is asked about twice', async () => {
    const asksTwice = 'Offboarding automations may start for 1 user. Send it?';
    const open = await openPreview(withPlan(() => plan(ITEMS, { asksTwice }), sending));
    const { page } = open;
    await send(page, 'Send 6 changes');
    await page.getByText(asksTwice).waitFor();
    expect(payloads(open, 'apply')).toEqual([]);
    await picture(page, 'preview-twice');
    await button(page, 'Not now').click();
    await send(page, 'Send 6 changes');
    await button(page, 'Yes, send').click();
    await expectCalls(open.calls, 'apply', 1);
    expect(payloads(open, 'apply')).toMatchObject([{ plan: 'p1', confirmed: true }]);
  });

  test('a preview that does not hold any more says what moved, and is made again', async () => {
    const moved = 'Something changed since the preview: Torii says “Closed” for Status of Zoom now.';
    const open = await openPreview(
      withPlan(() => plan(ITEMS), {
        apply: () => failure('PLAN_OUTDATED', moved, 'Preview again.', 'after fixing'),
      }),
    );
    const { page, calls } = open;
    await send(page, 'Send 6 changes');
    await page.getByText(moved).waitFor();
    expect(await button(page, 'Send 6 changes …').count()).toBe(0);
    await picture(page, 'preview-outdated');
    await button(page, 'Preview again').last().click();
    await expectCalls(calls, 'preview', 2);
    await button(page, 'Send 6 changes …').waitFor();
  });

  test('a refused key leads to the place for a new one, and back to a new preview', async () => {
    let refused = true;
    const open = await openPreview(
      withPlan(
        () =>
          refused ? failure('KEY_REFUSED', 'Torii says no.', 'Make a new key.', 'after fixing') : plan(ITEMS),
        {
          connect: () => (
            (refused = false),
            { value: { provider: 'torii', title: 'Torii', organisation: 'H', last4: '1111' } }
          ),
        },
      ),
    );
    const { page } = open;
    await button(page, 'Enter another key').click();
    await page.getByLabel('Torii API key').fill('new-key');
    await button(page, 'Test and connect').click();
    await button(page, 'Send 6 changes …').waitFor();
  });

  test('a push of somebody else is no failure', async () => {
    const { page } = await openPreview(
      withPlan(() => failure('PUSH_UNDER_WAY', 'Bo is sending edits of “Contracts” right now.', 'Wait.')),
    );
    await button(page, 'Check again').waitFor();
    await picture(page, 'preview-busy');
  });
});

test('deleting is a choice of its own, in a warning look, by the records’ names', async () => {
  const gone = ['Zoom', 'Slack'].map((name, place) =>
    item({
      ...{ row: place + 2, id: `${place}`, name, action: 'delete', field: '' },
      ...{ label: 'Delete this contract', from: name, to: '' },
    }),
  );
  const open = await show(
    withPlan(() => plan(gone), {
      resources: () => {
        const answer = resources() as { value: readonly { resource: string }[] };
        return { value: answer.value.map((one) => ({ ...one, deletable: one.resource === 'contracts' })) };
      },
    }),
  );
  const { page } = open;
  expect(await button(page, 'Delete selected rows in Torii …: Apps').count()).toBe(0);
  await button(page, 'Delete selected rows in Torii …: Contracts').click();
  await page.getByText('2 contracts to delete').waitFor();
  await tick(page, 'Delete Slack').uncheck();
  await button(page, 'Delete 1 contract …').click();
  await page.getByText('Delete 1 contract in Torii?').waitFor();
  await picture(page, 'preview-delete');
  await button(page, 'Delete 1 contract').click();
  await expectCalls(open.calls, 'apply', 1);
  expect(payloads(open, 'preview')).toEqual([{ tab: 'Contracts', deleteSelected: true }]);
  expect(payloads(open, 'apply')).toEqual([{ plan: 'p1', exclude: [{ id: '1', field: '' }], overwrite: [] }]);
});
