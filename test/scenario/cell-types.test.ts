/** Every value is in its cell as what it is: text as text, dates as dates, money as money. */
import { connectedDesk, pull } from './desks';

const HOSTILE = [
  '=HYPERLINK("x")',
  '+1-555',
  '-2',
  '@me',
  '00123',
  '1-2',
  '3/4',
  '50%',
  'TRUE',
  '1e5',
  "'quoted",
  "''twice",
  '2026-01-02',
  '10:20',
  '$5',
  ' padded ',
  'line one\nline two',
  '🙂 مرحبا שלום',
];

test.each(HOSTILE)('the text %j stays that text, without formula or conversion', async (text) => {
  const desk = await connectedDesk();
  const app = desk.torii.data.apps[0] as { id: number };
  desk.torii.edit('apps', app.id, { name: text, description: text });
  await pull(desk, 'apps');
  const tab = desk.tab('Apps');
  const row = tab.rows().findIndex(({ ID }) => String(ID) === String(app.id));
  expect(tab.rows()[row]).toMatchObject({ Name: text, Description: text });
  expect(tab.formulas().flat().filter(Boolean)).toEqual([]);

  desk.torii.edit('apps', app.id, { description: `${text}!` });
  desk.torii.edit('apps', app.id, { description: text });
  await pull(desk, 'apps');
  expect(tab.rows()[row]).toMatchObject({ Name: text, Description: text });
});

test('a changed hostile text replaces the old one as text', async () => {
  const desk = await connectedDesk();
  const app = desk.torii.data.apps[3] as { id: number };
  await pull(desk, 'apps');
  for (const text of HOSTILE) {
    desk.torii.edit('apps', app.id, { description: text });
    await pull(desk, 'apps');
    const row = desk
      .tab('Apps')
      .rows()
      .find(({ ID }) => String(ID) === String(app.id));
    expect(row?.Description).toBe(text);
  }
});

test('dates are dates, yes/no fields are checkboxes, lists and people read plainly', async () => {
  const desk = await connectedDesk();
  const [app] = desk.torii.data.apps as { id: number }[];
  const [user] = desk.torii.data.users as { id: number; email: string }[];
  if (!app || !user) throw new Error('the tenant is empty');
  desk.torii.edit('apps', app.id, {
    isHidden: true,
    tags: 'DevOps,Human Resource',
    primaryOwner: user.id,
    creationTime: '2024-08-03T22:30:00.000Z',
  });
  await pull(desk, 'apps', { fields: ['id', 'name', 'isHidden', 'tags', 'primaryOwner', 'creationTime'] });
  const tab = desk.tab('Apps');
  const row = tab.values().findIndex(([id]) => id === app.id);
  expect(tab.values()[row]).toEqual([
    app.id,
    expect.any(String),
    true,
    'DevOps, Human Resource',
    user.email,
    new Date('2024-08-03T22:30:00.000Z'),
    '',
  ]);
  // Shown in the spreadsheet's zone, where it was already the next day.
  expect(tab.display()[row]?.[5]).toBe('2024-08-04 00:30');
});

test('money is a number in whole units with the format of its currency', async () => {
  const desk = await connectedDesk();
  const [euro, yen] = desk.torii.data.contracts as { id: number }[];
  if (!euro || !yen) throw new Error('the tenant has too few contracts');
  desk.torii.edit('contracts', euro.id, { amount: 123_456, currency: 'EUR' });
  desk.torii.edit('contracts', yen.id, { amount: 98_000, currency: 'JPY' });
  await pull(desk, 'contracts');
  const tab = desk.tab('Contracts');
  const column = tab.notes()[0]?.findIndex((note) => note.endsWith('\nsaas-ledger: amount')) ?? -1;
  const rowOf = (id: number): number => tab.values().findIndex(([key]) => String(key) === String(id));
  expect(tab.values()[rowOf(euro.id)]?.[column]).toBe(1234.56);
  expect(tab.display()[rowOf(euro.id)]?.[column]).toMatch(/EUR\s*1,234\.56/);
  expect(tab.values()[rowOf(yen.id)]?.[column]).toBe(98_000);
  expect(tab.display()[rowOf(yen.id)]?.[column]).toMatch(/JPY\s*98,000$/);
});
