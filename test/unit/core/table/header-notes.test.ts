/** Notes on headers follow what the platform says of a field, and never lose what people wrote. */
import type { Field } from '../../../../src/core/table/field';
import { DeskOfOne } from './desk-of-one';

function pulled(): DeskOfOne {
  const desk = new DeskOfOne().put({ id: 1, name: 'Notion' });
  desk.refresh();
  return desk;
}

/** The same fields, but for one. */
function change(desk: DeskOfOne, key: string, more: Partial<Field>): void {
  desk.fields = desk.fields.map((field) => (field.key === key ? { ...field, ...more } : field));
}

it('are rewritten when help or type changed, neighbours in one go', () => {
  const desk = pulled();
  change(desk, 'name', { help: 'What people call it.' });
  change(desk, 'price', { help: 'Per year.' });
  const { plan } = desk.refresh();
  expect(plan.operations.filter(({ kind }) => kind === 'notes')).toHaveLength(2);
  expect(desk.sheet.notes[1]).toMatch(/^What people call it\.\nText\./);
  expect(desk.plan().statusOnly).toBe(true);
  change(desk, 'name', { help: 'Once more.' });
  desk.refresh();
  expect(desk.sheet.notes[1]).toMatch(/^Once more\./);
});

it('stay as people changed them', () => {
  const desk = pulled();
  const mine = desk.sheet.notes[1]!.replace('\nsaas', '\nAsk Pepper first.\nsaas');
  desk.sheet.notes[1] = mine;
  change(desk, 'name', { help: 'What people call it.' });
  expect(desk.refresh().statusOnly).toBe(true);
  desk.refresh();
  expect(desk.sheet.notes[1]).toBe(mine);
});

it('get the key back below what a person put in their place', () => {
  const desk = pulled();
  desk.sheet.notes[1] = 'Ask Pepper first.';
  desk.refresh();
  expect(desk.sheet.notes[1]).toMatch(/^Ask Pepper first\.\nHelp for name\.\n(.*\n)*saas-ledger: name$/);
  expect(desk.plan().statusOnly).toBe(true);
});

it('of tabs that remember no marks are left alone until they are ours to tell', () => {
  const desk = pulled();
  const snapshot = desk.snapshot()!;
  const columns = snapshot.config.columns.map(({ note: _, ...column }) => column);
  const bare = { ...snapshot, config: { ...snapshot.config, columns } };
  const same = desk.refresh({ snapshot: bare });
  expect(same.statusOnly).toBe(true);
  expect(same.snapshot.config.columns[1]?.note).toBeDefined();
  change(desk, 'name', { help: 'New.' });
  expect(desk.plan({ snapshot: bare }).statusOnly).toBe(true);
  expect(desk.plan().statusOnly).toBe(false);
});

it('on the key’s header keep the status line while it is there, and lose it when Status is back', () => {
  const desk = pulled();
  desk.deleteColumn('Status');
  desk.refresh();
  change(desk, 'id', { help: 'A number.' });
  desk.refresh();
  expect(desk.sheet.notes[0]).toMatch(/^A number\.\n.*\nComplete as of .*\nsaas-ledger: id$/);
  desk.refresh({ chosenNow: true });
  expect(desk.header()).toContain('Status');
  expect(desk.sheet.notes[0]).not.toContain('Complete as of');
  expect(desk.sheet.cell(1, 1).format).toBe('general');
  expect(desk.plan().statusOnly).toBe(true);
});

it('follow a field that was renamed together with its header, unless a person named it', () => {
  const desk = pulled();
  desk.sheet.write(1, 3, 'Cost');
  change(desk, 'name', { label: 'Vendor', help: 'Who sells it.' });
  change(desk, 'price', { label: 'Yearly price', help: 'Per year.' });
  desk.refresh();
  expect(desk.header().slice(1, 3)).toEqual(['Vendor', 'Cost']);
  expect(desk.sheet.notes.slice(1, 3).map((note) => note.split('\n')[0])).toEqual([
    'Who sells it.',
    'Per year.',
  ]);
  desk.refresh();
  change(desk, 'price', { label: 'Price again' });
  desk.refresh();
  expect(desk.header()[2]).toBe('Cost');
});
