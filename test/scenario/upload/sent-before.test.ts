/** What a platform only ever adds is not sent to it twice, unless a person says so. */
import type { Desk } from '../../../local/desk';
import { csv } from './pasted-tab';
import { type Checked, instanceDesk, type Line } from './sending';

const COSTS = csv(`
  Id,Date,Description,Amount,Currency
  T-1,2026-01-05,Slack,120.50,USD
  T-2,2026-01-06,Figma,80,EUR
`);
const NEWER = ['T-3', '2026-01-07', 'Zoom', '15', 'USD'];

interface CostCheck extends Checked {
  counts: { rows: number; records: number; sentBefore?: number };
  since?: { added: number; gone: number; goneNames: string[] };
}

const send = async (on: Desk, options: object): Promise<unknown> => {
  const { job } = (await on.api('uploadSend', { tab: 'Costs', target: 'zluri.transactions', options })) as {
    job: string;
  };
  return on.run(job);
};
const check = (on: Desk, options: object = {}): Promise<CostCheck> =>
  on.api('uploadCheck', { tab: 'Costs', target: 'zluri.transactions', options }) as Promise<CostCheck>;
const idsSent = (on: Desk): string[][] =>
  (on.zluri.data.syncs as { pages: { data: { id: string }[] }[] }[]).map(({ pages }) =>
    pages.flatMap(({ data }) => data.map(({ id }) => id)),
  );

test('a second upload leaves out what is there, and says so', async () => {
  const { on, instance } = await instanceDesk({ Costs: COSTS });
  await send(on, { place: instance });
  const none = await check(on);
  expect(none.hindrances.join(' ')).toContain('Every row was sent before (2 transactions)');
  await expect(on.api('uploadSend', { tab: 'Costs', target: 'zluri.transactions' })).rejects.toMatchObject({
    code: 'UPLOAD_PROBLEMS',
  });

  for (const [at, cell] of NEWER.entries()) await on.tab('Costs').type(`${'ABCDE'.charAt(at)}4`, cell);
  const one = await check(on);
  expect(one.counts).toMatchObject({ rows: 3, records: 1, sentBefore: 2 });
  expect(one.since).toMatchObject({ added: 1, gone: 0, goneNames: [] });
  expect(one.problems).toContainEqual(expect.objectContaining({ severity: 'note', code: 'sentBefore' }));
  await send(on, { seal: one.seal });
  expect(idsSent(on)).toEqual([['T-1', 'T-2'], ['T-3']]);
  // All three are remembered, not only what the last one held.
  expect((await check(on)).hindrances.join(' ')).toContain('3 transactions');
});

test('what did not arrive can be sent again, for that one time', async () => {
  const { on, instance } = await instanceDesk({ Costs: COSTS });
  await send(on, { place: instance });
  const again = await check(on, { again: true });
  expect(again.hindrances).toEqual([]);
  await send(on, { again: true, seal: again.seal });
  expect(idsSent(on)).toEqual([
    ['T-1', 'T-2'],
    ['T-1', 'T-2'],
  ]);
  expect((await check(on)).hindrances).toHaveLength(1);
  expect((await on.api('uploads', {})) as Line[]).toHaveLength(2);
});
