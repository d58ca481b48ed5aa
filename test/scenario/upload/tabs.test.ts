/** What can be uploaded: tabs that are offered, targets and their fields, templates by the headers of an export. */
import { connectedDesk, desk, pull } from '../desks';
import { csv, pasteTab } from './pasted-tab';
import { CUSTOM, MEMBERS, membersDesk, sent } from './sending';

const FIGMA = csv(`
  Name,Email,Role,seat_type,Figma last active,FigJam last active
  Ann Lee,ann@example.com,Admin,full,2026-01-05,2026-02-01
  Bob Ray,bob@example.com,Member,,,
`);

interface OfferedTab {
  tab: string;
  active: boolean;
  targets: string[];
  template?: { template: string };
  lastSent?: { upload: string; records: number };
}

test('every tab with rows is offered, the one in front first; logs, hidden and empty ones are not', async () => {
  const on = await connectedDesk();
  await pull(on, 'users');
  // A log begins with the first run that finds its tab.
  await pull(on, 'users');
  await pasteTab(on, 'Notes only', [['Title', 'More']]);
  await pasteTab(on, 'Members', MEMBERS);
  await pasteTab(on, 'Put away', MEMBERS);
  on.workbook.sheet('Put away')!.hidden = true;
  await pasteTab(on, 'Figma', FIGMA);
  on.tab('Members').select('A2');

  const tabs = (await on.api('uploadTabs')) as OfferedTab[];
  expect(tabs.map(({ tab, active }) => [tab, active])).toEqual([
    ['Members', true],
    ['Users', false],
    ['Figma', false],
  ]);
  expect(on.tabs()).toContain('Activity');
  expect(tabs[2]).toMatchObject({
    template: { template: 'figma' },
    targets: ['torii.customIntegration', 'zluri.users'],
  });
});

test('a tab that was sent says so, and what for', async () => {
  const { on, account } = await membersDesk();
  await sent(on, CUSTOM, { place: account });
  const [first] = (await on.api('uploadTabs')) as OfferedTab[];
  expect(first).toMatchObject({ tab: 'Members', targets: [CUSTOM], lastSent: { records: 3 } });
});

test('targets of the platform that a person is connected to come first', async () => {
  const on = await desk();
  await on.api('connect', { provider: 'zluri', apiKey: on.zluri.apiKey });
  const targets = (await on.api('uploadTargets')) as {
    target: string;
    provider: string;
    place?: { singular: string };
    templates: { template: string }[];
    fields: { key: string; required: boolean }[];
  }[];
  const providers = targets.map(({ provider }) => provider);
  expect(new Set(providers)).toEqual(new Set(['zluri', 'torii']));
  expect(providers.lastIndexOf('zluri')).toBeLessThan(providers.indexOf('torii'));
  const custom = targets.find(({ target }) => target === CUSTOM);
  expect(custom?.place?.singular).toBe('app account');
  expect(custom?.fields.filter(({ required }) => required).map(({ key }) => key)).toEqual(['email']);
  expect(custom?.templates.map(({ template }) => template)).toEqual(
    expect.arrayContaining(['blank', 'figma']),
  );
});

test('an export of Figma is recognised: newest use of any product, licence by the seat, a fallback for the rest', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Figma', FIGMA);
  const found = await on.api('uploadMapping', { tab: 'Figma', target: CUSTOM });
  expect(found).toMatchObject({
    template: 'figma',
    origin: 'recognised',
    mapping: { email: 'Email', lastUsedDate: ['Figma last active', 'FigJam last active'] },
    columns: expect.arrayContaining([{ name: 'seat_type', example: 'full' }]) as unknown,
  });
  const file = await on.api('uploadFile', { tab: 'Figma', target: CUSTOM });
  expect(JSON.parse(file.text as string)).toMatchObject({
    users: [{ email: 'ann@example.com', lastUsedDate: '2026-02-01' }, { email: 'bob@example.com' }],
    licenses: [
      { name: 'full', users: [{ email: 'ann@example.com' }] },
      { name: 'No Seat Type Assigned', users: [{ email: 'bob@example.com', licenseStatus: 'inactive' }] },
    ],
  });
});

test('another template can be asked for, and only one that is for the target', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Figma', FIGMA);
  const asked = { tab: 'Figma', target: CUSTOM, template: 'blank' };
  await expect(on.api('uploadMapping', asked)).resolves.toMatchObject({
    template: 'blank',
    origin: 'guessed',
    options: { template: 'blank' },
  });
  await expect(
    on.api('uploadMapping', { ...asked, target: 'torii.expenses', template: 'figma' }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test('the Status column of a tab that is refreshed is not the status of its people', async () => {
  const on = await connectedDesk();
  await pull(on, 'users');
  const found = await on.api('uploadMapping', { tab: 'Users', target: CUSTOM });
  expect(found.mapping).toMatchObject({ email: 'Email' });
  expect(Object.values(found.mapping as object).flat()).not.toContain('Status');
  expect(found.unmatched).not.toContainEqual(expect.stringMatching(/^column |^Status$/));
  const checked = await on.api('uploadCheck', { tab: 'Users', target: CUSTOM, options: { place: '1' } });
  expect(checked.counts).toMatchObject({ rows: 30, users: 30 });
});
