/** How people dress a tab: formats, widths, colours, notes, filters, rules and protections outlive every refresh. */
import type { Desk } from '../../local/desk';
import { Filter } from '../../local/runtime/workbook/filter';
import { Protection } from '../../local/runtime/workbook/protection';
import type { Sheet } from '../../local/runtime/workbook/sheet';
import { connectedDesk, pull } from './desks';

const FIELDS = ['name', 'state', 'c_seatLimit', 'c_reviewDate', 'c_yearlyCost'];
const [NAME, STATE, SEATS, REVIEW, COST, MINE] = [2, 3, 4, 5, 6, 7];

const block = (column: number, row = 2, rows = 40) => ({ row, column, rows, columns: 1 });

function sheetOf(on: Desk): Sheet {
  const sheet = on.workbook.sheet('Apps');
  if (sheet === null) throw new Error('There is no tab “Apps”.');
  return sheet;
}

function dress(on: Desk): void {
  const sheet = sheetOf(on);
  on.tab('Apps').insertColumn(MINE, 'Mine', ['1', '2', '3']);
  sheet.columnAxis.resize(NAME, 321);
  sheet.rowAxis.resize(5, 60);
  sheet.rowAxis.hide(7, true);
  sheet.frozenColumns = 2;
  sheet.tabColor = '#00ff00';
  sheet.restyle(block(SEATS), 'format', () => '0.0 "seats"');
  sheet.restyle(block(REVIEW), 'format', () => 'd. mmmm yyyy');
  sheet.restyle(block(COST), 'format', () => '"£"#,##0');
  sheet.restyle(block(NAME, 3, 4), 'background', () => '#ffeecc');
  sheet.restyle(block(NAME, 3, 4), 'fontColor', () => '#990000');
  sheet.restyle(block(STATE, 1, 1), 'background', () => '#ccddff');
  sheet.restyle(block(MINE), 'fontStyle', () => 'italic');
  sheet.setNote(4, NAME, 'Ask Ann');
  sheet.filter = new Filter(sheet, sheet.track({ row: 1, column: 1, rows: 41, columns: 8 }));
  sheet.filter.setCriteria(STATE, { condition: null, hiddenValues: ['Closed'], visibleValues: null });
  const condition = { criteria: 'NUMBER_GREATER_THAN', values: [100] };
  sheet.conditionalFormats = [
    { regions: [sheet.track(block(SEATS))], condition, look: { background: '#ff0000' }, gradient: null },
  ];
  const guard = new Protection(sheet, sheet.track(block(MINE)));
  guard.description = 'Ann’s';
  guard.warningOnly = true;
  on.workbook.protections = [...on.workbook.protections, guard];
}

/** All that was set above, on the rows that were there then. */
function dressOf(on: Desk): unknown {
  const sheet = sheetOf(on);
  const whole = { row: 1, column: 1, rows: 41, columns: 8 };
  return {
    widths: sheet.columnAxis.sizes(),
    heights: sheet.rowAxis.sizes(),
    hidden: sheet.hiddenRows(),
    frozen: [sheet.frozenRows, sheet.frozenColumns, sheet.tabColor],
    formats: sheet.formats(2, 1, 40, 8),
    backgrounds: sheet.styled(whole, 'background'),
    fontColors: sheet.styled(whole, 'fontColor'),
    fontStyles: sheet.styled(whole, 'fontStyle'),
    notes: sheet.notes(2, 1, 40, 8),
    filter: sheet.filter && [sheet.filter.region.rect, sheet.filter.columns()],
    rules: sheet.conditionalFormats.map(({ regions, ...rest }) => [regions.map(({ rect }) => rect), rest]),
    protections: on.workbook.protections
      .filter((each) => each.sheet === sheet)
      .map(({ description, warningOnly, region }) => [description, warningOnly, region?.rect]),
  };
}

test('a refresh with changes, additions and a record that is gone changes values, and nothing of how the tab looks', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps', { fields: FIELDS });
  dress(on);
  // What comes once, such as drop-downs, has come before the look is taken.
  await pull(on, 'apps');
  const before = dressOf(on);
  const [first, second, third] = on.torii.data.apps as { id: number }[];
  if (!first || !second || !third) throw new Error('the tenant is too small');
  const change = {
    name: 'Changed',
    state: 'closed',
    c_seatLimit: 250,
    c_reviewDate: '2027-01-31',
    c_yearlyCost: 5_000,
  };
  for (const { id } of [first, second, third]) on.torii.edit('apps', id, change);
  on.torii.edit('apps', 999_001, { ...change, name: 'New' });
  expect(await pull(on, 'apps')).toMatchObject({ result: { added: 1, updated: 3 } });
  expect(dressOf(on)).toEqual(before);
  expect(
    on
      .tab('Apps')
      .display()[1]
      ?.slice(SEATS - 1, COST),
  ).toEqual(['250.0 seats', '31. January 2027', '£50']);
});

test('a new row looks as its columns do', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps', { fields: FIELDS });
  dress(on);
  on.torii.edit('apps', 999_001, {
    name: 'New',
    c_seatLimit: 5,
    c_reviewDate: '2027-01-31',
    c_yearlyCost: 5_000,
  });
  await pull(on, 'apps');
  expect(
    on
      .tab('Apps')
      .display()
      .at(-1)
      ?.slice(SEATS - 1, COST),
  ).toEqual(['5.0 seats', '31. January 2027', '£50']);
});

test('columns that come in push the filter, the rule and the protection along with what they stand on', async () => {
  const on = await connectedDesk();
  await pull(on, 'apps', { fields: FIELDS });
  dress(on);
  on.tab('Apps').moveColumn(MINE, 1);
  await pull(on, 'apps', { fields: [...FIELDS, 'category', 'vendor'] });
  const sheet = sheetOf(on);
  const header = on.tab('Apps').header();
  const at = (label: string): number => header.indexOf(label) + 1;
  expect(at('Vendor')).toBeGreaterThan(0);
  expect(sheet.filter?.columns().map(({ column }) => column)).toEqual([at('State')]);
  expect(sheet.conditionalFormats[0]?.regions[0]?.rect?.column).toBe(at('Seat limit'));
  expect(
    on.workbook.protections.find(({ description }) => description === 'Ann’s')?.region?.rect?.column,
  ).toBe(at('Mine'));
  expect(sheet.columnWidth(at('Name'))).toBe(321);
});
