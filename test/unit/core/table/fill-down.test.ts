/** Formulas of people's own columns in rows that arrive later. */
import { DeskOfOne, FIELDS } from './desk-of-one';
import { fieldOf } from './fields';

function deskWith(formulas: readonly string[]): DeskOfOne {
  const desk = new DeskOfOne();
  formulas.forEach((_, index) => desk.put({ id: index + 1, name: `App ${index}`, price: 100 }));
  desk.refresh();
  desk.insertColumn(4, ['Twice', ...formulas]);
  return desk;
}

const formulasOf = (desk: DeskOfOne, header: string): string[] =>
  desk.sheet
    .image()
    .formulas.slice(1)
    .map((row) => row[desk.columnOf(header) - 1] ?? '');

it('come with new rows, in their format, without a call of their own', () => {
  const desk = deskWith(['=C2*2', '=C3*2', '=C4*2']);
  for (const row of [2, 3, 4]) desk.sheet.cell(row, 4).format = '0.0%';
  desk.put({ id: 8, price: 1 }, { id: 9, price: 2 });
  const { plan } = desk.refresh();
  expect(plan.operations.filter(({ kind }) => kind === 'values')).toHaveLength(1);
  expect(formulasOf(desk, 'Twice')).toEqual(['=C2*2', '=C3*2', '=C4*2', '=C5*2', '=C6*2']);
  expect(desk.sheet.cell(6, 4).format).toBe('0.0%');
  expect(desk.plan().statusOnly).toBe(true);
});

it('are found beside the columns too, below rows of a person’s, and after sorting', () => {
  const desk = deskWith(['', '', '']);
  desk.sheet.write(1, 12, 'Cost');
  for (const row of [2, 3, 4]) desk.sheet.write(row, 12, `=C${row}+$A$1`);
  desk.sheet.write(5, 4, 'a total of mine');
  desk.put({ id: 8 });
  desk.refresh();
  expect(desk.sheet.cell(6, 12).formula).toBe('=C6+$A$1');
  expect(desk.sheet.cell(6, 11).value).toBe('');
});

it('move along when columns are added in the same refresh', () => {
  const desk = deskWith(['', '']);
  desk.insertColumn(desk.columnOf('Status'), ['Mine']);
  const end = desk.columnOf('Status');
  desk.sheet.write(1, end + 1, 'After');
  for (const row of [2, 3]) desk.sheet.write(row, end + 1, `=J${row}&B${row}&L${row}`);
  desk.fields = [...FIELDS, fieldOf({ key: 'url', label: 'Website' })];
  desk.put({ id: 8 });
  desk.refresh();
  expect(desk.header().slice(9)).toEqual(['Website', 'Mine', 'Status', 'After']);
  expect(desk.sheet.cell(4, end + 2).formula).toBe('=K4&B4&M4');
});

it.each([
  ['one row only', ['', '', '=C4*2']],
  ['formulas that differ', ['=C2*2', '=C3*3', '=C4*4']],
  ['a last row without', ['=C2*2', '=C3*2', '']],
  ['one formula over the whole column', ['=ARRAYFORMULA(C2:C*2)', '', '']],
])('are not guessed from %s', (_name, formulas) => {
  const desk = deskWith(formulas);
  desk.put({ id: 9 });
  desk.refresh();
  expect(desk.sheet.cell(5, 4).formula).toBe('');
});
