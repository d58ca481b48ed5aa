/** The menu's way to push where something is in its way: a stale preview, a refusal, no key, a cut, a great many changes. */
import { connectedDesk, pull, spreadsheetCalls } from './desks';
import {
  choose,
  idAt,
  lastDialog,
  lastToast,
  PUSH,
  remote,
  rename,
  REVIEW,
  UNDO,
  withContracts,
  writes,
} from './push-menu-desk';
import { data } from './torii-data';

test('what nobody has reviewed is shown first, and not sent', async () => {
  const on = await withContracts();
  await rename(on, 0, 'Unseen');
  on.answer('OK', 'OK');
  await choose(on, PUSH);
  expect(writes(on)).toEqual([]);
  expect(lastDialog(on)).toContain('Nobody has reviewed these edits yet.');
  expect(on.tab('Preview').rows()).toHaveLength(1);
  // An edit that came after the review was not in it.
  await rename(on, 1, 'Later');
  on.answer('OK');
  await choose(on, PUSH);
  expect([remote(on, 0), remote(on, 1) === 'Later']).toEqual(['Unseen', false]);
});

test('a cell that was edited again since the review is shown anew before it is sent', async () => {
  const on = await withContracts();
  await rename(on, 0, 'First thought');
  await choose(on, REVIEW);
  await rename(on, 0, 'Second thought');
  on.answer('OK');
  await choose(on, PUSH);
  expect(writes(on)).toEqual([]);
  expect(lastDialog(on)).toContain('Something changed since the preview');
  expect(on.tab('Preview').rows()).toMatchObject([{ 'In the sheet': 'Second thought', Send: true }]);
});

test('a value that was changed at Torii since the review is shown anew before it is overwritten', async () => {
  const on = await withContracts();
  await rename(on, 0, 'Mine');
  await choose(on, REVIEW);
  await on.torii.edit('contracts', idAt(on, 0), { name: 'Theirs' });
  on.answer('OK');
  await choose(on, PUSH);
  expect([writes(on), remote(on, 0)]).toEqual([[], 'Theirs']);
  expect(on.tab('Preview').rows()).toMatchObject([{ What: 'Conflict', 'In Torii now': 'Theirs' }]);
});

test('a value that was typed into the preview is not sent as if it had been planned', async () => {
  const on = await withContracts();
  await rename(on, 0, 'Planned');
  await choose(on, REVIEW);
  await on.tab('Preview').type('F2', 'Typed here');
  on.answer('OK');
  await choose(on, PUSH);
  expect(writes(on)).toEqual([]);
  expect(lastDialog(on)).toContain('Row 2 of the Preview tab');
});

test('a tab of a person’s that is called Preview is left alone', async () => {
  const on = await withContracts();
  on.tab('Sheet1').rename('Preview');
  await on.tab('Preview').type('A1', 'Send');
  await rename(on, 0, 'Edited');
  await choose(on, REVIEW);
  expect(on.tab('Preview').values()).toEqual([['Send']]);
  expect(on.tab('Preview (SaaS Ledger)').rows()).toHaveLength(1);
  on.answer('OK');
  await choose(on, PUSH);
  expect([remote(on, 0), on.tabs().includes('Preview')]).toEqual(['Edited', true]);
});

test('without a push there is nothing to take back', async () => {
  const on = await withContracts();
  await choose(on, UNDO);
  expect(lastDialog(on)).toContain('no push in the Push journal that could be undone');
  await choose(on, PUSH);
  expect(lastDialog(on)).toBe('There are no edits in “Contracts” to send.');
});

test('a colleague without a key reviews against the last refresh, and somebody with a key sends it', async () => {
  const on = await withContracts();
  const bob = on.as('bob@example.com');
  await rename(bob, 0, 'By Bob');
  await choose(bob, REVIEW);
  expect(lastToast(bob)).toContain('1 change in 1 contract');
  expect(bob.tab('Preview').rows()).toMatchObject([{ Send: true, 'In Torii now': '' }]);
  expect(bob.tab('Preview').notes()[0]?.[0]).toContain('Torii was not asked');
  await choose(bob, PUSH);
  expect(lastDialog(bob)).toContain('You are not connected to Torii yet.');
  expect(writes(on)).toEqual([]);
  on.answer('OK');
  await choose(on, PUSH);
  expect(lastDialog(on)).toContain('The preview was made by bob@example.com.');
  expect(remote(on, 0)).toBe('By Bob');
});

test('what Torii refuses is named with its row, and the rest is sent', async () => {
  const on = await withContracts();
  await rename(on, 0, 'Refused');
  await rename(on, 1, 'Taken');
  await choose(on, REVIEW);
  on.torii.fault({
    match: `PUT /v1.0/contracts/${idAt(on, 0)}`,
    times: 9,
    status: 400,
    body: '{"message":"name is not allowed"}',
  });
  on.answer('OK');
  await choose(on, PUSH);
  expect(lastToast(on)).toContain('1 change in 1 row sent, 1 refused');
  expect(lastDialog(on)).toMatch(/Row 2, “.+”, Contract Name: /);
  expect(remote(on, 1)).toBe('Taken');
});

test('a thousand changes take no more calls of the spreadsheet to show than ten', async () => {
  const calls = async (count: number): Promise<number> => {
    const on = await withContracts({ tenant: { seed: 7, apps: 40, contracts: 1100, users: 30 } });
    const sheet = on.workbook.sheet('Contracts');
    const column = on.tab('Contracts').header().indexOf('Contract Name') + 1;
    sheet?.write(
      2,
      column,
      Array.from({ length: count }, (_, index) => [`Renamed ${index}`]),
    );
    const before = { ...on.serviceCalls };
    await choose(on, REVIEW);
    expect(on.tab('Preview').rows()).toHaveLength(count);
    return spreadsheetCalls(on, before);
  };
  expect(await calls(1000)).toBeLessThanOrEqual((await calls(10)) + 5);
});

test('a push that takes long goes on by itself, and nothing can be reviewed meanwhile', async () => {
  const on = await connectedDesk({ tenant: { seed: 7, apps: 250, contracts: 5, users: 30 } });
  await pull(on, 'apps');
  const column = on.tab('Apps').header().indexOf('Description') + 1;
  on.workbook.sheet('Apps')?.write(
    2,
    column,
    Array.from({ length: 250 }, (_, index) => [`Edited ${index}`]),
  );
  on.tab('Apps').select('A1');
  await choose(on, REVIEW);
  on.torii.fault({ match: /^PUT /, after: 120, times: 20, status: 429, retryAfter: 400 });
  on.answer('OK');
  await choose(on, PUSH);
  expect(lastToast(on)).toContain('goes on by itself');
  expect(on.tabs()).not.toContain('Preview');
  await choose(on, REVIEW);
  expect(lastDialog(on)).toContain('is sending edits of “Apps” right now');
  await on.clock.advance({ hours: 1 });
  const described = data<{ description: string }>(on, 'apps').map(({ description }) => description);
  expect(described.filter((text) => /^Edited \d+$/.test(text))).toHaveLength(250);
});

test('a copy of the file shows its preview, and sends nothing by it', async () => {
  const on = await withContracts();
  await rename(on, 0, 'In the original');
  await choose(on, REVIEW);
  const copy = await on.copyFile();
  await copy.api('connect', { provider: 'torii', apiKey: on.torii.apiKey });
  copy.answer('OK');
  await choose(copy, PUSH);
  expect(writes(copy)).toEqual([]);
  expect(copy.tab('Preview').rows()).toMatchObject([{ 'In the sheet': 'In the original' }]);
  copy.answer('OK');
  await choose(copy, PUSH);
  expect(remote(on, 0)).toBe('In the original');
});

test('a review that is cut off anywhere is made whole by the next', async () => {
  const on = await withContracts();
  await rename(on, 0, 'One');
  await rename(on, 1, 'Two');
  await choose(on, REVIEW);
  const whole = on.tab('Preview').values();
  let cut = 0;
  for (let calls = 1; calls < 400; calls += 9) {
    on.kill({ afterServiceCalls: calls });
    const { ok } = await on.menu(...REVIEW);
    if (ok) break;
    cut += 1;
    await choose(on, REVIEW);
    expect(on.tab('Preview').values()).toEqual(whole);
    expect(on.tabs().filter((name) => name.startsWith('Preview'))).toEqual(['Preview']);
  }
  on.kill({});
  expect(cut).toBeGreaterThan(5);
  on.answer('OK');
  await choose(on, PUSH);
  expect([remote(on, 0), remote(on, 1)]).toEqual(['One', 'Two']);
});
