/** What a push costs: a request for each record, and calls of the spreadsheet that do not grow with the records of a batch. */
import type { Desk } from '../../../local/desk';
import { spreadsheetCalls } from '../desks';
import { apply, edit, nthId, preview, pulled, pulledDesk, writes } from './push-desk';

interface Cost {
  readonly calls: number;
  readonly requests: number;
}

async function costOf(desk: Desk, work: () => Promise<unknown>): Promise<Cost> {
  const before = { calls: { ...desk.serviceCalls }, requests: desk.requests.length };
  await work();
  return { calls: spreadsheetCalls(desk, before.calls), requests: desk.requests.length - before.requests };
}

/** Preview and push of so many edited apps. */
async function pushOf(edits: number): Promise<{ previewed: Cost; sent: Cost; writes: number }> {
  const desk = await pulledDesk('torii', 'apps', {
    fields: ['name', 'category'],
    tenant: { seed: 7, apps: 60, contracts: 1, users: 5 },
  });
  try {
    for (let n = 0; n < edits; n += 1) {
      await edit(desk, 'Apps', nthId(desk, 'torii', 'apps', n), { category: `Mine ${String(n)}` });
    }
    let plan = '';
    const previewed = await costOf(desk, async () => ({ plan } = await preview(desk, 'Apps')));
    const sent = await costOf(desk, () => apply(desk, plan));
    return { previewed, sent, writes: writes(desk).length };
  } finally {
    await desk.close();
  }
}

test('four times the edits take as many calls of the spreadsheet, and a write for each record', async () => {
  const [few, many] = [await pushOf(10), await pushOf(40)];
  expect([few.writes, many.writes]).toEqual([10, 40]);
  expect(many.previewed.calls - few.previewed.calls).toBeLessThanOrEqual(4);
  expect(many.sent.calls - few.sent.calls).toBeLessThanOrEqual(8);
  // One page holds all of them; the list of fields is asked for as well.
  expect(many.previewed.requests).toBeLessThanOrEqual(3);
});

test('an untouched tab costs no request for records, and changes no cell', async () => {
  const desk = await pulledDesk('torii', 'apps');
  try {
    const before = desk.tab('Apps').values();
    const { requests } = await costOf(desk, () => preview(desk, 'Apps'));
    expect(requests).toBeLessThanOrEqual(1);
    expect(desk.tab('Apps').values()).toEqual(before);
    expect(await pulled(desk, 'torii', 'apps')).toMatchObject({ updated: 0, pending: 0 });
  } finally {
    await desk.close();
  }
});
