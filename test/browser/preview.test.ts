/** The preview of a tab's edits in the sidebar, as built, at 300 pixels: what it shows, and finding one's way in it. */
import { picture } from './chromium';
import { CONTRACTS, ITEMS, manyItems, plan, withPlan } from './scripted-plan';
import { status } from './scripted-sidebar';
import { button, openPreview, payloads, send, tick } from './shown-preview';
import { expectCalls } from './sound';

describe('what is shown', () => {
  test('totals first, then each record with what was there and what will be', async () => {
    const { page, calls } = await openPreview(withPlan(() => plan(ITEMS)));
    await page.getByText('6 changes in 3 contracts (1 new), 1 conflict not included, 1 problem').waitFor();
    await page.getByText('Made at 10:45 by ana@halden.example, compared with Torii just then.').waitFor();
    expect(await page.getByText('12,000.5').count()).toBe(1);
    expect(await page.getByText('empty').count()).toBe(2);
    const conflict = page.getByRole('listitem').filter({ hasText: 'Renews by itself' }).last();
    expect(await conflict.innerText()).toMatch(/Was\s+no\s+In the sheet\s+yes\s+In Torii now\s+on request/);
    expect(
      await tick(page, 'Send Renews by itself of Figma for the whole design team all the same').isChecked(),
    ).toBe(false);
    await page.getByText('Type the address of a person who is in Torii.').waitFor();
    expect(await page.getByRole('checkbox', { name: /Owner of Slack/ }).count()).toBe(0);
    await page.getByText('New contract').waitFor();
    await page.getByText('1 edit that Torii has already').waitFor();
    expect(calls.find(({ method }) => method === 'preview')?.payload).toEqual({
      tab: 'Contracts',
      visibleRowsOnly: false,
    });
    await picture(page, 'preview');
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await picture(page, 'preview-end');
  });

  test('long text is readable to its end', async () => {
    const { page } = await openPreview(withPlan(() => plan(ITEMS)));
    const notes = page.getByText('Renewed after three rounds');
    const height = async (): Promise<number> => (await notes.boundingBox())?.height ?? 0;
    await button(page, 'Show all').waitFor();
    const before = await height();
    await button(page, 'Show all').click();
    await button(page, 'Show less').waitFor();
    expect(await height()).toBeGreaterThan(before);
  });

  test('narrows down by words and by kind', async () => {
    const { page } = await openPreview(withPlan(() => plan(ITEMS)));
    await button(page, 'Conflicts 1').click();
    expect(await page.locator('.change').count()).toBe(1);
    await page.getByText('All: 1 conflict').waitFor();
    await page.getByText('6 of them not in this list').waitFor();
    await button(page, 'All 8').click();
    await page.getByLabel('Find a change').fill('zoom 13,5');
    expect(await page.locator('.change').count()).toBe(1);
    await picture(page, 'preview-narrowed');
    await page.getByLabel('Find a change').fill('nowhere');
    await page.getByText('No change fits “nowhere”.').waitFor();
  });

  test('a click, or Enter, shows the cell; one without a column says so', async () => {
    let shown = true;
    const open = await openPreview(withPlan(() => plan(ITEMS), { showCell: () => ({ value: { shown } }) }));
    const { page, calls } = open;
    const cell = button(page, /^Yearly amount/);
    await cell.click();
    await expectCalls(calls, 'showCell', 1);
    shown = false;
    await cell.press('Enter');
    await page.getByText('The tab has no column “Yearly amount” any more: row 2 is selected.').waitFor();
    expect(payloads(open, 'showCell')[1]).toMatchObject({ tab: 'Contracts', row: 2, field: 'amount' });
  });

  test('only visible rows asks again, and what was taken out stays out', async () => {
    const open = await openPreview(
      withPlan(({ visibleRowsOnly }: { visibleRowsOnly: boolean }) =>
        plan(visibleRowsOnly ? ITEMS.slice(0, 4) : ITEMS, {
          visibleRowsOnly,
          plan: visibleRowsOnly ? 'p2' : 'p1',
        }),
      ),
    );
    const { page } = open;
    await tick(page, 'Send Notes of Zoom').uncheck();
    await page.getByLabel('Only visible rows').check();
    await page.getByText('4 changes in 1 contract', { exact: true }).waitFor();
    expect(await tick(page, 'Send Notes of Zoom').isChecked()).toBe(false);
    await send(page, 'Send 3 changes');
    await expectCalls(open.calls, 'apply', 1);
    expect(payloads(open, 'apply')).toEqual([
      { plan: 'p2', exclude: [{ id: '4711', field: 'notes' }], overwrite: [] },
    ]);
  });

  test('a tab without edits says so', async () => {
    const { page } = await openPreview(withPlan(() => plan([])));
    await page.getByText('No edits in this tab.').waitFor();
    await picture(page, 'preview-empty');
  });
});

test('a colleague without a key reviews the edits, and is led to connecting', async () => {
  const { page } = await openPreview(
    withPlan(() => plan(ITEMS, { live: false }), {
      status: () => status({ tabs: [CONTRACTS], connections: [] }),
    }),
  );
  await page.getByText('compared with the last refresh').waitFor();
  expect(await button(page, /^Send/).count()).toBe(0);
  await picture(page, 'preview-unconnected');
  await button(page, 'Connect to send').click();
  await page.getByRole('heading', { name: 'Connect to Torii' }).waitFor();
  await button(page, 'Cancel').click();
  await page.getByRole('heading', { name: 'Edits in Contracts' }).waitFor();
});

describe('1,000 changes', () => {
  test('come a part at a time, and a tick changes no more than its record and the totals', async () => {
    const { page } = await openPreview(withPlan(() => plan(manyItems(1000))));
    await page.getByText('1,000 changes in 500 contracts').waitFor();
    expect(await page.locator('.record').count()).toBeLessThan(100);
    const last = tick(page, 'Send owner of Contract 499');
    for (let turn = 0; turn < 50 && (await last.count()) === 0; turn += 1) {
      await page.mouse.wheel(0, 100_000);
      await page.clock.runFor(50);
    }
    await page.evaluate(() => {
      const count = (changes: readonly unknown[]): void => {
        document.title = String(Number(document.title) + changes.length);
      };
      const root = document.getElementById('sidebar');
      if (!root) throw new Error('There is no sidebar.');
      new MutationObserver(count).observe(root, {
        ...{ attributes: true, childList: true, characterData: true, subtree: true },
      });
    });
    await last.uncheck();
    await button(page, 'Send 999 changes …').waitFor();
    expect(Number(await page.title())).toBeLessThan(10);
  });

  test('can be gone through, and past, with the keyboard', async () => {
    const { page } = await openPreview(withPlan(() => plan(manyItems(1000))));
    const focused = (text: string): Promise<void> =>
      page.locator(`:focus:is([aria-label="${text}"], :has-text("${text}"))`).waitFor();
    await tick(page, 'Send Contract 0').focus();
    await page.keyboard.press('ArrowDown');
    await focused('Send status of Contract 0');
    await page.keyboard.press('Space');
    await button(page, 'Send 999 changes …').waitFor();
    await page.keyboard.press('Tab');
    await focused('after 0');
    await page.keyboard.press('ArrowDown');
    await focused('after 1');
    await page.keyboard.press('ArrowUp');
    await focused('after 0');
    await button(page, 'Skip the list').focus();
    await picture(page, 'preview-skip');
    await page.keyboard.press('Enter');
    await focused('Send 999 changes …');
    await page.keyboard.press('Enter');
    await focused('Not now');
    await page.keyboard.press('Escape');
    await focused('Send 999 changes …');
  });
});
