/** Sending to Torii: what arrives there is what the check showed, once, and the file says what became of it. */
import { connectedDesk, type Job } from '../desks';
import { csv, pasteTab } from './pasted-tab';
import { checked, CUSTOM, lines, membersDesk, packages, sent } from './sending';

/** Syncs of the local Torii, with the file as it was read there. */
interface Sync {
  idAppAccount: number;
  kind: string;
  file: { users: { email: string; status?: string }[]; licenses?: { name: string }[] };
}

test('a checked tab arrives as it was shown, and is told in Uploads and Activity', async () => {
  const { on, account } = await membersDesk();
  const job = await sent(on, CUSTOM, { place: account });
  expect(job).toMatchObject({
    state: 'done',
    result: { outcome: 'taken', route: 'by form', tab: 'Members' },
  });

  const [sync, ...more] = on.torii.data.syncs as Sync[];
  expect(more).toEqual([]);
  expect(sync?.idAppAccount).toBe(Number(account));
  expect(sync?.file).toMatchObject({
    users: [
      { email: 'ann@example.com', firstName: 'Ann', lastName: 'Lee', status: 'active' },
      { email: 'bob@example.com', status: 'deleted' },
      { email: 'cy@example.com', status: 'active' },
    ],
  });

  const [line, ...others] = await lines(on);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ end: 'done', kept: true, records: 3, place: account, route: 'by form' });
  expect(line?.ids).toMatch(/^File \d+/);
  expect(on.tab('Uploads').rows()).toHaveLength(1);
  const [run] = (await on.api('activity')) as { action: string; counts: object }[];
  expect(run).toMatchObject({ action: 'Upload', tab: 'Members', counts: { rows: 3, sent: 3 } });
  const file = (await on.api('uploadSent', { upload: line?.upload })) as { text: string; parts: number };
  expect(JSON.parse(file.text)).toEqual(sync?.file);
  expect(packages(on)).toHaveLength(1);
});

test('what was not checked, or changed since, is not sent', async () => {
  const { on, account } = await membersDesk();
  const options = { place: account };
  const { seal } = await checked(on, CUSTOM, options);
  await on.tab('Members').type('B2', 'Anna');
  const send = on.api('uploadSend', { tab: 'Members', target: CUSTOM, options: { ...options, seal } });
  await expect(send).rejects.toMatchObject({ code: 'UPLOAD_CHANGED' });
  await expect(
    on.api('uploadSend', { tab: 'Members', target: CUSTOM, options: { seal } }),
  ).rejects.toMatchObject({ code: 'NO_PLACE' });
  expect(on.torii.data.syncs).toEqual([]);
  expect(packages(on)).toEqual([]);
});

test('the same asked for twice is one upload; another to the same place has to wait', async () => {
  const { on, account } = await membersDesk();
  const options = { place: account };
  const payload = { tab: 'Members', target: CUSTOM, options };
  const first = (await on.api('uploadSend', payload)) as { job: string };
  expect(await on.api('uploadSend', payload)).toEqual(first);
  await pasteTab(on, 'Others', csv('Email\ndan@example.com'));
  await expect(on.api('uploadSend', { ...payload, tab: 'Others' })).rejects.toMatchObject({
    code: 'UPLOAD_UNDER_WAY',
  });
  expect(await on.run(first.job)).toMatchObject({ state: 'done' });
  expect(on.torii.data.syncs).toHaveLength(1);
});

test('while Torii is busy it waits, says so, and goes on by itself', async () => {
  const { on, account } = await membersDesk();
  on.torii.options({ syncMinutes: 20 });
  expect(await sent(on, CUSTOM, { place: account })).toMatchObject({ state: 'done' });
  await on.tab('Members').type('B2', 'Anna');
  const { seal } = await checked(on, CUSTOM, { place: account });
  const { job } = (await on.api('uploadSend', {
    tab: 'Members',
    target: CUSTOM,
    options: { place: account, seal },
  })) as { job: string };
  const reasons = new Set<string>();
  for (let step = 0; step < 3; step += 1) {
    const after = (await on.api('step', { job })) as Job;
    reasons.add(after.waiting?.reason ?? '');
    await on.clock.advance({ minutes: 1 });
  }
  expect([...reasons].join(' ')).toContain('Ask whoever started it');
  await on.clock.advance({ minutes: 40 });
  expect(await on.api('job', { job })).toMatchObject({ state: 'done' });
  expect(on.torii.data.syncs).toHaveLength(2);
  expect(await lines(on)).toMatchObject([{ end: 'done' }, { end: 'done' }]);
  // The package before is not kept any more.
  expect((await lines(on)).map(({ kept }) => kept)).toEqual([true, false]);
});

test('what Torii refuses is told with its words, and nothing counts as sent', async () => {
  const { on, account } = await membersDesk();
  on.torii.fault({
    match: 'PUT /v1.0/services/sync/custom',
    status: 400,
    body: '{"error":"Bad Request","message":"users[1].email is not a valid email"}',
  });
  const job = await sent(on, CUSTOM, { place: account });
  expect(job).toMatchObject({ state: 'failed', error: { code: 'UPLOAD_REFUSED' } });
  expect(job.error?.what).toContain('users[1].email');
  const [line] = await lines(on);
  expect(line).toMatchObject({ end: 'failed', kept: false });
  expect(line?.outcome).toContain('users[1].email');
  expect(packages(on)).toEqual([]);
});

test('one that is stopped while it waits says how far it came', async () => {
  const { on, account } = await membersDesk();
  on.torii.fault({ match: 'PUT /v1.0/services/sync/custom', status: 409, times: 50 });
  const { job } = (await on.api('uploadSend', {
    tab: 'Members',
    target: CUSTOM,
    options: { place: account },
  })) as { job: string };
  for (let step = 0; step < 3; step += 1) await on.api('step', { job });
  expect(await on.api('stop', { job })).toMatchObject({ state: 'stopped' });
  const [line] = await lines(on);
  expect(line).toMatchObject({ end: 'stopped', kept: false });
  expect(line?.outcome).toContain('Torii had not begun to work on it');
  expect(packages(on)).toEqual([]);
  const [run] = (await on.api('activity')) as { action: string; end: string }[];
  expect(run).toMatchObject({ action: 'Upload', end: 'stopped' });
});

test('expenses are sent as a file and followed until Torii has read them', async () => {
  const on = await connectedDesk();
  await pasteTab(
    on,
    'Card',
    csv(`
      Date,Description,Amount,Currency
      2026-01-05,Slack Technologies,120.50,USD
      2026-01-06,Zoom.us,14.99,USD
    `),
  );
  const job = await sent(on, 'torii.expenses', {}, 'Card');
  expect(job).toMatchObject({ state: 'done', result: { outcome: 'done' } });
  expect(await lines(on)).toMatchObject([{ end: 'done', place: '', records: 2 }]);
});

test('more than three megabytes go by a signed address, to which no key goes', async () => {
  const rows = Array.from({ length: 30_000 }, (_, at) => [
    `person.number.${at}@a-rather-long-company-name.example.com`,
    `Firstname${at}`,
    `Lastname${at}`,
    'Active',
    'Enterprise licence with a long name',
    '2026-01-05',
  ]);
  const header = ['Email', 'First Name', 'Last Name', 'Status', 'License Type', 'Last Used Date'];
  const { on, account } = await membersDesk([header, ...rows]);
  const job = await sent(on, CUSTOM, { place: account });
  expect(job).toMatchObject({ state: 'done', result: { route: 'by signed address' } });
  const [sync] = on.torii.data.syncs as Sync[];
  expect(sync?.file.users).toHaveLength(30_000);
  const stored = on.requests.filter(({ url }) => url.includes('amazonaws.com'));
  expect(stored).toHaveLength(1);
  expect(JSON.stringify(stored[0]?.headers).toLowerCase()).not.toContain('authorization');
  expect(JSON.stringify(on.stores())).not.toContain('amazonaws.com');
});
