/** What people may do to the file while an upload lies ready in it, or after it was sent. */
import type { Desk } from '../../../local/desk';
import type { Job } from '../desks';
import { csv, pasteTab } from './pasted-tab';
import { checked, CUSTOM, instanceDesk, lines, MEMBERS, membersDesk, packages, sent } from './sending';

/** Rows of a package's hidden tab: its head, what identifies its records, and the text of its first file. */
const HEAD = 2;
const IDENTITIES = 3;
const TEXT = 4;

async function started(on: Desk, place: string, tab = 'Members'): Promise<string> {
  const { seal } = await checked(on, CUSTOM, { place }, tab);
  const { job } = (await on.api('uploadSend', { tab, target: CUSTOM, options: { place, seal } })) as {
    job: string;
  };
  return job;
}

/** Bodies that reached a platform, GET requests apart. */
function writes(on: Desk): unknown[] {
  return on.requests.filter(({ method }) => method.toUpperCase() !== 'GET');
}

test.each([
  ['text', TEXT, ['done true', 'failed false']],
  // It may be another one's: nothing is entered for it.
  ['head', HEAD, ['done true']],
])('a package of which somebody changed the %s is not sent', async (_what, row, lineEnds) => {
  const { on, account } = await membersDesk();
  const other = await started(on, account);
  await on.run(other);
  const [older] = packages(on);
  const before = String(on.tab(older!).values()[row - 1]?.[0]);

  await on.tab('Members').type('B2', 'Anna');
  const job = await started(on, account);
  const fresh = packages(on).find((name) => name !== older);
  on.workbook.sheet(fresh!)!.write(row, 1, [[before]], on.user);
  const sentBefore = writes(on).length;
  const { state, error } = (await on.run(job)) as Job;
  expect({ state, code: error?.code }).toEqual({ state: 'failed', code: 'UPLOAD_STOPPED' });
  expect(error?.what).toContain('changed or deleted the hidden tab');
  expect(writes(on)).toHaveLength(sentBefore);
  const ends = (await lines(on)).map(({ end, kept }) => `${end} ${kept}`);
  expect(ends.sort()).toEqual(lineEnds);
  expect(packages(on)).toHaveLength(1);
});

test('a package whose tab somebody deleted is not sent, and its job says why', async () => {
  const { on, account } = await membersDesk();
  const job = await started(on, account);
  on.workbook.deleteSheet(on.workbook.sheet(packages(on)[0]!)!);
  expect(await on.run(job)).toMatchObject({ state: 'failed', error: { code: 'UPLOAD_STOPPED' } });
  expect(writes(on)).toEqual([]);
});

test('a tab can be checked after somebody has spoilt what was kept of its last upload', async () => {
  const { on, account } = await membersDesk();
  await sent(on, CUSTOM, { place: account });
  const kept = on.workbook.sheet(packages(on)[0]!)!;
  kept.write(IDENTITIES, 1, [['spoilt']], on.user);
  expect(await checked(on, CUSTOM, { place: account })).toMatchObject({
    hindrances: [],
    remarks: [expect.stringContaining('could not be compared')],
  });
  kept.write(HEAD, 1, [['spoilt']], on.user);
  expect(await checked(on, CUSTOM, { place: account })).toMatchObject({ hindrances: [] });
  on.workbook.deleteSheet(kept);
  expect(await checked(on, CUSTOM, { place: account })).toMatchObject({ hindrances: [] });
});

test('an export that is pasted into a new tab is compared with the one before it all the same', async () => {
  const { on, account } = await membersDesk();
  await sent(on, CUSTOM, { place: account });
  await pasteTab(on, 'April', MEMBERS.slice(0, 2));
  expect(await checked(on, CUSTOM, { place: account }, 'April')).toMatchObject({
    question: expect.stringContaining('2 of 3 users fewer than last time'),
    since: { added: 0, gone: 2 },
  });
});

const PEOPLE = csv(`
  Unique ID,Email,Name,Status
  u1,ann@example.com,Ann Lee,active
  u2,bob@example.com,Bob Ray,active
  u3,cy@example.com,Cy Fox,active
`);

test.each([
  ['u1', [2], 'Row 2'],
  ['u2', [], '“u2”'],
])('while %s is deleted, what Zluri says of u2 is marked where it stands', async (gone, rows, words) => {
  const { on, instance } = await instanceDesk({ Members: PEOPLE });
  on.zluri.fault({
    match: /snapshot-data/,
    status: 422,
    body: JSON.stringify({ errors: [{ msg: 'Invalid email', param: 'data[1].email' }] }),
  });
  const { seal } = await checked(on, 'zluri.users', { place: instance });
  const { job } = (await on.api('uploadSend', {
    tab: 'Members',
    target: 'zluri.users',
    options: { place: instance, seal },
  })) as { job: string };
  on.tab('Members').deleteRow(gone);
  const { error } = (await on.run(job)) as Job;
  expect(error?.what).toContain(words);
  const notes = on.tab('Members').notes();
  expect(notes.flatMap((cells, at) => (cells.some(Boolean) ? [at + 1] : []))).toEqual(rows);
});

test('a package that was sent is kept where somebody stops waiting for its end', async () => {
  const { on } = await membersDesk(
    csv(`
      Date,Description,Amount,Currency
      2026-01-05,Figma,12.50,USD
    `),
  );
  on.torii.fault({
    match: /^GET \/v1.0\/parsings/,
    times: 1000,
    body: JSON.stringify({ parse: { status: 'parsing' } }),
  });
  const target = 'torii.expenses';
  const { seal } = await checked(on, target, {});
  const { job } = (await on.api('uploadSend', { tab: 'Members', target, options: { seal } })) as {
    job: string;
  };
  await on.api('step', { job });
  await on.api('stop', { job });
  const [line] = await lines(on);
  expect(line).toMatchObject({ end: 'stopped', kept: true });
  expect(line?.outcome).toContain('goes on by itself');
  // What is only ever added is not sent a second time by oversight.
  expect(await checked(on, target, {})).toMatchObject({
    problems: [expect.objectContaining({ code: 'sentBefore' })],
  });
});
