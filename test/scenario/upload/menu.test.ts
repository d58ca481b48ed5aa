/** “Upload this tab” in the menu: set up in the sidebar once, a check and one question from then on. */
import type { Desk } from '../../../local/desk';
import { desk } from '../desks';
import { pasteTab } from './pasted-tab';
import { CUSTOM, lines, MEMBERS, membersDesk, sent } from './sending';

const upload = (on: Desk): Promise<unknown> => on.menu('SaaS Ledger', 'Upload this tab');
const opens = async (on: Desk): Promise<unknown> => ((await on.api('status')) as { opens?: unknown }).opens;
const told = (on: Desk): string => on.dialogs.map(({ text }) => text).join('\n');

test('whoever is not connected is told so', async () => {
  const on = await desk();
  await pasteTab(on, 'Members', MEMBERS);
  on.answer('OK');
  await upload(on);
  expect(told(on)).toContain('You are not connected');
});

test('a tab that was never uploaded is set up in the sidebar, which is told once', async () => {
  const { on } = await membersDesk();
  await upload(on);
  expect(await opens(on)).toEqual({ screen: 'upload', tab: 'Members' });
  expect(await opens(on)).toBeUndefined();
});

test('one that was uploaded before is sent again after a yes, and not without', async () => {
  const { on, account } = await membersDesk();
  await sent(on, CUSTOM, { place: account });
  await on.clock.advance({ hours: 1 });
  on.answer('cancel');
  await upload(on);
  expect(on.torii.data.syncs).toHaveLength(1);
  expect(on.toasts.join()).toContain('Nothing was sent.');
  on.answer('OK');
  await upload(on);
  expect(told(on)).toContain(`Send this to Torii, app account ${account}?`);
  expect(told(on)).toContain('3 rows of “Members” → 3 users.');
  expect(on.torii.data.syncs).toHaveLength(2);
  expect((await lines(on)).map(({ end }) => end)).toEqual(['done', 'done']);
});

test('rows that cannot be sent are told, and shown in the sidebar', async () => {
  const { on, account } = await membersDesk();
  await sent(on, CUSTOM, { place: account });
  await on.tab('Members').type('A3', 'bob@');
  on.answer('OK');
  await upload(on);
  expect(told(on)).toContain('One row must be mended, or left out');
  expect(await opens(on)).toEqual({ screen: 'upload', tab: 'Members' });
  expect(on.torii.data.syncs).toHaveLength(1);
});
