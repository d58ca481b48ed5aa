/** Cells that a person guards: with a protection, or with a rule that refuses other values. */
import type { Desk } from '../../local/desk';
import { Protection } from '../../local/runtime/workbook/protection';
import { connectedDesk, pull } from './desks';

function sheetOf(desk: Desk, name: string) {
  const sheet = desk.workbook.sheets().find((one) => one.name === name);
  if (!sheet) throw new Error(`There is no tab “${name}”.`);
  return sheet;
}

const firstId = (desk: Desk): number => (desk.torii.data.apps as { id: number }[])[0]?.id ?? 0;

test('a rule that refuses what the platform says is named by its cell, and so is the remedy', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  const column = desk.tab('Apps').header().indexOf('Category') + 1;
  const cell = { row: 2, column, rows: 1, columns: 1 };
  const rule = { criteria: 'VALUE_IN_LIST', values: ['Only this'], allowInvalid: false, helpText: null };
  sheetOf(desk, 'Apps').setValidation(cell, rule);
  desk.torii.edit('apps', firstId(desk), { category: 'Something else' });
  const { state, error } = await pull(desk, 'apps');
  expect(state).toBe('failed');
  expect(error).toMatchObject({ code: 'RULE_REFUSES', what: expect.stringContaining('F2') });
  expect(error?.next).toContain('Data validation');
  expect((desk.tab('Apps').notes()[0] ?? []).join('\n')).toContain('Refresh failed');
  sheetOf(desk, 'Apps').setValidation(cell, null);
  expect((await pull(desk, 'apps')).state).toBe('done');
  expect(desk.tab('Apps').rows()[0]?.['Category']).toBe('Something else');
});

test('a colleague who may not edit a protected column is told so, and the owner’s next refresh makes up for it', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  const sheet = sheetOf(desk, 'Apps');
  const column = desk.tab('Apps').header().indexOf('Category') + 1;
  const guard = new Protection(sheet, sheet.track({ row: 1, column, rows: 100, columns: 1 }));
  guard.editors = new Set();
  desk.workbook.protections = [...desk.workbook.protections, guard];
  desk.torii.edit('apps', firstId(desk), { category: 'Something else' });
  const colleague = desk.as('bob@example.com');
  await colleague.api('connect', { provider: 'torii', apiKey: desk.torii.apiKey });
  expect(await pull(colleague, 'apps')).toMatchObject({ state: 'failed', error: { code: 'TAB_PROTECTED' } });
  expect((await pull(desk, 'apps')).state).toBe('done');
  expect(desk.tab('Apps').rows()[0]?.['Category']).toBe('Something else');
});
