/** The text of an export that was pasted with all its columns in one is split where it stands. */
import { connectedDesk } from '../desks';
import { pasteTab } from './pasted-tab';

interface OfferedTab {
  tab: string;
  splits?: number;
  template?: { template: string };
}

const LINES = [
  'Name,Email,Role,seat_type,Figma last active,FigJam last active',
  '"Lee, Ann",ann@example.com,Admin,full,2026-01-05,2026-02-01',
  '=1+1,bo@example.com,TRUE,00123,,',
];

test('it is offered with its columns, split with every piece as text, and recognised then', async () => {
  const on = await connectedDesk();
  await pasteTab(
    on,
    'Export',
    LINES.map((line) => [line.startsWith('=') ? `'${line}` : line]),
  );
  const [before] = (await on.api('uploadTabs')) as OfferedTab[];
  expect(before).toMatchObject({ tab: 'Export', splits: 6 });
  expect(before?.template).toBeUndefined();

  expect(await on.api('uploadSplit', { tab: 'Export' })).toEqual({ tab: 'Export', columns: 6 });
  expect(on.tab('Export').values()).toEqual([
    ['Name', 'Email', 'Role', 'seat_type', 'Figma last active', 'FigJam last active'],
    ['Lee, Ann', 'ann@example.com', 'Admin', 'full', '2026-01-05', '2026-02-01'],
    ['=1+1', 'bo@example.com', 'TRUE', '00123', '', ''],
  ]);
  expect(on.tab('Export').formulas().flat().join('')).toBe('');
  const [after] = (await on.api('uploadTabs')) as OfferedTab[];
  expect(after).toMatchObject({ tab: 'Export', template: { template: 'figma' } });
  expect(after?.splits).toBeUndefined();
});

test('more columns than the tab has make it wider', async () => {
  const on = await connectedDesk();
  const wide = Array.from({ length: 40 }, (_, at) => `c${at}`).join(',');
  await pasteTab(on, 'Wide', [[wide], [wide]]);
  expect(await on.api('uploadSplit', { tab: 'Wide' })).toEqual({ tab: 'Wide', columns: 40 });
  expect(on.tab('Wide').values()[1]).toHaveLength(40);
});

test('a tab with columns, and one whose text comes from formulas, are left as they are', async () => {
  const on = await connectedDesk();
  await pasteTab(on, 'Columns', [
    ['a,b', 'c'],
    ['1,2', '3'],
  ]);
  await pasteTab(on, 'Formulas', [['a,b'], ['="1,"&"2"']]);
  for (const tab of ['Columns', 'Formulas']) {
    const before = on.tab(tab).formulas();
    await expect(on.api('uploadSplit', { tab })).rejects.toMatchObject({ code: 'NOT_SPLIT' });
    expect(on.tab(tab).formulas()).toEqual(before);
  }
});
