/** Reviewing, sending and taking back edits with nothing but the menu and the Preview tab. */
import { columnLetters } from '../../local/runtime/workbook/a1';
import { connectedDesk, desk, pull } from './desks';
import {
  choose,
  contracts,
  idAt,
  lastDialog,
  lastToast,
  PUSH,
  remote,
  rename,
  REVIEW,
  tick,
  UNDO,
  withContracts,
  writes,
} from './push-menu-desk';
import { byId, data } from './torii-data';

test('edits are reviewed in the Preview tab, and sent once they are confirmed', async () => {
  const on = await withContracts();
  const before = remote(on, 1);
  await rename(on, 1, "'=not a formula");
  await rename(on, 3, 'Second edit');
  await choose(on, REVIEW);
  expect(lastToast(on)).toContain('2 changes in 2 contracts');
  expect(on.workbook.active.name).toBe('Preview');
  const preview = on.tab('Preview');
  expect(preview.header()).toEqual([
    'Send',
    'Row',
    'Record',
    'Field',
    'Was',
    'In the sheet',
    'In Torii now',
    'What',
    'Remark',
    'Line',
  ]);
  expect(preview.rows()[0]).toMatchObject({
    Send: true,
    Row: 3,
    Field: 'Contract Name',
    Was: before,
    'In the sheet': '=not a formula',
    'In Torii now': before,
    What: 'Change',
  });
  expect(preview.formulas().flat().join('')).toBe('');
  expect(preview.notes()[0]?.[0]).toContain('for ada@example.com');
  expect(writes(on)).toEqual([]);

  on.answer('OK');
  await choose(on, PUSH);
  expect(on.dialogs.at(-1)).toMatchObject({ text: 'Send 2 changes in 2 contracts to Torii?', answer: 'OK' });
  expect(lastToast(on)).toContain('Contracts: 2 changes in 2 rows sent.');
  expect([remote(on, 1), remote(on, 3)]).toEqual(['=not a formula', 'Second edit']);
  expect(on.tabs()).not.toContain('Preview');
  expect(writes(on)).toHaveLength(2);
});

test('without a tick a change stays where it is, and a ticked conflict overwrites', async () => {
  const on = await withContracts();
  await rename(on, 0, 'Unticked');
  await rename(on, 1, 'Conflicting');
  await rename(on, 2, 'Sent');
  await on.torii.edit('contracts', idAt(on, 1), { name: 'Changed there' });
  await choose(on, REVIEW);
  expect(lastToast(on)).toContain('2 changes in 2 contracts, 1 conflict not included');
  expect(on.tab('Preview').rows()[1]).toMatchObject({
    Send: false,
    What: 'Conflict',
    'In Torii now': 'Changed there',
  });
  await tick(on, 2, false);
  await tick(on, 3, true);
  on.answer('OK');
  await choose(on, PUSH);
  expect(lastDialog(on)).toBe(
    'Send 2 changes in 2 contracts to Torii? 1 change without a tick is not included. 1 ticked conflict will overwrite what Torii says now.',
  );
  expect([remote(on, 1), remote(on, 2)]).toEqual(['Conflicting', 'Sent']);
  expect(remote(on, 0)).not.toBe('Unticked');
  expect(byId(on, 'Contracts').get(String(idAt(on, 0)))?.['Contract Name']).toBe('Unticked');
});

test('the preview may be sorted and thinned out: lines that are gone are not sent', async () => {
  const on = await withContracts();
  await rename(on, 0, 'B');
  await rename(on, 1, 'A');
  await rename(on, 2, 'C');
  await choose(on, REVIEW);
  const preview = on.tab('Preview');
  preview.sort('In the sheet');
  on.workbook.sheet('Preview')?.deleteRows(4, 1);
  on.answer('OK');
  await choose(on, PUSH);
  expect([remote(on, 0), remote(on, 1)]).toEqual(['B', 'A']);
  expect(remote(on, 2)).not.toBe('C');
});

test('without a yes nothing is sent, and the preview stays', async () => {
  const on = await withContracts();
  await rename(on, 0, 'Not yet');
  await choose(on, REVIEW);
  on.answer('cancel');
  await choose(on, PUSH);
  expect([writes(on), on.tabs().includes('Preview')]).toEqual([[], true]);
  expect(lastToast(on)).toContain('Nothing was sent.');
  on.answer('OK');
  await choose(on, PUSH);
  expect(remote(on, 0)).toBe('Not yet');
});

test('with nothing edited it says so, whatever tab is in front', async () => {
  const on = await withContracts();
  await choose(on, REVIEW);
  expect(lastDialog(on)).toBe('There are no edits in “Contracts” to send.');
  on.tab('Sheet1').select('A1');
  await choose(on, REVIEW);
  expect(lastDialog(on)).toContain('There is no tab with edits to review.');
  expect(on.tabs()).not.toContain('Preview');
});

test('the tab in front is meant; with another in front, the one that has edits', async () => {
  const on = await withContracts();
  await pull(on, 'apps');
  await rename(on, 0, 'Edited');
  on.tab('Apps').select('B2');
  await choose(on, REVIEW);
  expect(lastDialog(on)).toBe('There are no edits in “Apps” to send.');
  on.tab('Sheet1').select('A1');
  await choose(on, REVIEW);
  expect(on.tab('Preview').rows()).toMatchObject([{ 'In the sheet': 'Edited' }]);
  // From the Preview itself, its own tab is meant again.
  await rename(on, 1, 'Also edited');
  on.tab('Preview').select('A1');
  await choose(on, REVIEW);
  expect(on.tab('Preview').rows()).toHaveLength(2);
});

test('the last push is shown before it is taken back, and stays where it is not confirmed', async () => {
  const on = await withContracts();
  const before = remote(on, 0);
  await rename(on, 0, 'Sent');
  await choose(on, REVIEW);
  on.answer('OK', 'cancel');
  await choose(on, PUSH);
  await choose(on, UNDO);
  expect(lastDialog(on)).toBe('Take back 1 change in 1 contract in Torii?');
  expect(remote(on, 0)).toBe('Sent');
  expect(on.tab('Preview').rows()).toMatchObject([{ Send: true, Was: 'Sent', 'Back to': before }]);
  on.answer('OK');
  await choose(on, UNDO);
  expect(lastToast(on)).toContain('Contracts: 1 change in 1 row taken back.');
  expect(remote(on, 0)).toBe(before);
  expect(byId(on, 'Contracts').get(String(idAt(on, 0)))?.['Contract Name']).toBe(before);
  expect(on.tabs()).not.toContain('Preview');
});

test('in a file with a decimal comma, amounts stay numbers and are sent as they are', async () => {
  const on = await withContracts({ locale: 'de_DE' });
  const column = on.tab('Contracts').header().indexOf('Contract Value');
  await on.tab('Contracts').type(`${String.fromCharCode(65 + column)}2`, '1200,5');
  await choose(on, REVIEW);
  expect(on.tab('Preview').rows()).toMatchObject([{ 'In the sheet': 1200.5 }]);
  expect(on.tab('Preview').display()[1]?.[5]).toBe('1200,5');
  on.answer('OK');
  await choose(on, PUSH);
  expect(lastToast(on)).toContain('1 change in 1 row sent');
});

test('what can set off automations is asked about a second time', async () => {
  const on = await connectedDesk();
  await pull(on, 'users');
  await on.api('settings', { set: { sendLifecycle: 'on' } });
  const user = data<{ id: number; lifecycleStatus: string }>(on, 'users').find(
    ({ lifecycleStatus }) => lifecycleStatus === 'active',
  );
  await on.tab('Users').set(user?.id ?? 0, 'Lifecycle status', 'offboarded');
  await choose(on, REVIEW);
  on.answer('OK', 'cancel');
  await choose(on, PUSH);
  expect(lastDialog(on)).toContain('Users whose lifecycle status would change: 1.');
  expect(writes(on)).toEqual([]);
  expect(on.dialogs.slice(-2).map(({ answer }) => answer)).toEqual(['OK', 'CANCEL']);
  on.answer('OK', 'OK');
  await choose(on, PUSH);
  expect(writes(on)).toHaveLength(1);
});

test('the menu offers all three', async () => {
  const on = await desk();
  const [menu] = on.menuTree();
  const labels = menu?.children?.map(({ label }) => label) ?? [];
  const first = labels.indexOf('Review edits');
  expect(labels.slice(first, first + 3)).toEqual(['Review edits', 'Push edits', 'Undo last push']);
});

test('a row that a person added is counted as a new record, and becomes one', async () => {
  const on = await withContracts();
  const tab = on.tab('Contracts');
  const header = tab.header();
  const row = tab.values().length + 1;
  const [first = {}] = tab.rows();
  const type = (label: string, text: unknown): Promise<void> =>
    tab.type(`${columnLetters(header.indexOf(label) + 1)}${row}`, String(text));
  await type('Contract Name', 'Brand new');
  await type('App ID', first['App ID']);
  await type('Status', first['Status']);
  await choose(on, REVIEW);
  expect(lastToast(on)).toContain('3 changes in 1 contract (1 new)');
  expect(on.tab('Preview').rows()[0]).toMatchObject({ Send: true, Row: row, What: 'New', Was: '' });
  on.answer('OK');
  await choose(on, PUSH);
  expect(contracts(on).at(-1)?.name).toBe('Brand new');
  expect(String(tab.rows().at(-1)?.['ID'])).toBe(String(contracts(on).at(-1)?.id));
});

test('edits of Zluri go the same way', async () => {
  const on = await connectedDesk();
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  await pull(on, 'apps', { provider: 'zluri' });
  const [first] = on.tab('Apps').rows();
  await on.tab('Apps').set(String(first?.['ID']), 'Internal note', 'Edited here');
  await choose(on, REVIEW);
  expect(on.tab('Preview').header()).toContain('In Zluri now');
  on.answer('OK');
  await choose(on, PUSH);
  expect(lastDialog(on)).toBe('Send 1 change in 1 app to Zluri?');
  expect(JSON.stringify(on.zluri.data.apps)).toContain('Edited here');
});
