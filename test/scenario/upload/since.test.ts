/** A check beside what was sent before: who is new, who is gone, and the question that has to be answered. */
import { checked, type Checked, CUSTOM, membersDesk, sent } from './sending';

const PEOPLE = Array.from({ length: 20 }, (_, at) => [`person${String(at + 10)}@example.com`, 'Active']);
const ROWS = [['Email', 'Status'], ...PEOPLE];

interface Compared extends Checked {
  since?: { at: string; added: number; gone: number; goneNames: string[] };
}

test('the first upload has nothing to be compared with', async () => {
  const { on, account } = await membersDesk(ROWS);
  expect(await checked(on, CUSTOM, { place: account })).not.toHaveProperty('since');
});

test('who is new and who is gone is told, without a question where few are', async () => {
  const { on, account } = await membersDesk(ROWS);
  await sent(on, CUSTOM, { place: account });
  await on.tab('Members').type('A2', 'someone.new@example.com');
  const check = (await checked(on, CUSTOM, { place: account })) as Compared;
  expect(check.since).toMatchObject({ added: 1, gone: 1, goneNames: ['person10@example.com'] });
  expect(check).not.toHaveProperty('question');
  expect(check.problems).toEqual([expect.objectContaining({ code: 'fewer', severity: 'warning' })]);
});

test('many fewer are only sent after a yes', async () => {
  const { on, account } = await membersDesk(ROWS);
  await sent(on, CUSTOM, { place: account });
  for (let row = 2; row < 8; row += 1) await on.tab('Members').type(`A${row}`, '');
  for (let row = 2; row < 8; row += 1) await on.tab('Members').type(`B${row}`, '');
  const check = (await checked(on, CUSTOM, { place: account })) as Compared;
  expect(check.question).toContain('6 of 20 users fewer than last time');

  const options = { place: account };
  const send = (more: object): Promise<unknown> =>
    on.api('uploadSend', {
      tab: 'Members',
      target: CUSTOM,
      options: { ...options, ...more },
    }) as Promise<unknown>;
  await expect(send({})).rejects.toMatchObject({ code: 'CONFIRM_FIRST' });
  const { job } = (await send({ confirmed: true })) as { job: string };
  expect(await on.run(job)).toMatchObject({ state: 'done' });
  // A yes holds for one sending.
  const { options: kept } = await on.api('uploadMapping', { tab: 'Members', target: CUSTOM });
  expect(kept).not.toHaveProperty('confirmed');
});

test('another place has a list of its own', async () => {
  const { on, account } = await membersDesk(ROWS);
  await sent(on, CUSTOM, { place: account });
  expect(await checked(on, CUSTOM, { place: '999' })).not.toHaveProperty('since');
});

test('a copy of the file knows what was sent before', async () => {
  const { on, account } = await membersDesk(ROWS);
  await sent(on, CUSTOM, { place: account });
  const copy = await on.copyFile();
  const check = (await checked(copy, CUSTOM, { place: account })) as Compared;
  expect(check.since).toMatchObject({ added: 0, gone: 0 });
});
