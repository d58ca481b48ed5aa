import { AppError } from '../../../../src/core/errors';
import { keyOfNote } from '../../../../src/core/table/note';
import { planFailureStatus } from '../../../../src/core/table/status';
import { DeskOfOne, FIELDS, START } from './desk-of-one';
import { fieldOf } from './fields';
import { HOSTILE } from './texts';

const NOTION = {
  id: 1,
  name: 'Notion',
  price: 120000,
  currency: 'EUR',
  auto: true,
  end: '2027-01-31T00:00:00.000Z',
  tags: 'Docs,Wiki',
  owner: { id: 5, email: 'pepper@stark.com', fullName: 'Pepper Potts' },
  seen: '2026-11-20T08:30:00.000Z',
};
const FIGMA = {
  ...NOTION,
  id: 2,
  name: 'Figma',
  price: 5000,
  currency: 'JPY',
  auto: null,
  owner: null,
  tags: [],
};

function pulled(): DeskOfOne {
  const desk = new DeskOfOne().put(NOTION, FIGMA);
  desk.refresh();
  return desk;
}

/** The code of the error that the work ends with. */
function errorOf(work: () => unknown): AppError {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
  throw new Error('no error');
}

describe('a first pull', () => {
  it('writes everything in six operations', () => {
    const desk = new DeskOfOne().put(NOTION, FIGMA);
    const { plan, counts, remarks } = desk.refresh();
    expect(plan.operations.map(({ kind }) => kind)).toEqual([
      'grow',
      'notes',
      'header',
      'formats',
      'values',
      'checkboxes',
    ]);
    expect(counts).toEqual({
      rows: 2,
      added: 2,
      updated: 0,
      unchanged: 0,
      vanished: 0,
      removed: 0,
      pending: 0,
      conflicts: 0,
    });
    expect(remarks).toEqual([]);
    expect(desk.sheet.image().values).toEqual([
      ['ID', 'Name', 'Price', 'Auto-renewal', 'End date', 'Tags', 'Owner', 'Last visit', 'Status'],
      [
        1,
        'Notion',
        1200,
        true,
        new Date('2027-01-31'),
        'Docs, Wiki',
        'pepper@stark.com',
        new Date(NOTION.seen),
        '',
      ],
      [2, 'Figma', 5000, false, new Date('2027-01-31'), '', '', new Date(NOTION.seen), ''],
    ]);
    expect(desk.sheet.cell(2, 3).format).toBe('[$EUR] #,##0.00');
    expect(desk.sheet.cell(3, 3).format).toBe('[$JPY] #,##0');
    expect([...desk.sheet.checkboxes]).toEqual(['2:4', '3:4']);
  });

  it('binds every column by its note and says how old it is beside Status', () => {
    const desk = pulled();
    expect(desk.sheet.notes.map(keyOfNote)).toEqual([...FIELDS.map(({ key }) => key), '$status']);
    expect(desk.sheet.notes[1]).toBe(
      'Help for name.\nText. You can edit it here and send it to Torii.\nsaas-ledger: name',
    );
    expect(desk.sheet.notes[8]).toContain('\nComplete as of 22 Nov 2026, 10:00\n');
    expect(desk.sheet.cell(1, 9).format).toBe('@" · complete as of 22 Nov 2026, 10:00"');
  });

  it('keeps hostile text in every text column', () => {
    const desk = new DeskOfOne();
    HOSTILE.forEach((text, index) => desk.put({ id: index, name: text, owner: text }));
    desk.refresh();
    HOSTILE.forEach((text, index) => expect(desk.get(String(index), 'Name')).toBe(text));
    expect(desk.plan().statusOnly).toBe(true);
  });

  it('works without any record, and lets a field keep the name Status', () => {
    const desk = new DeskOfOne();
    desk.fields = [FIELDS[0]!, fieldOf({ key: 'status', label: 'Status' })];
    desk.refresh();
    expect(desk.header()).toEqual(['ID', 'Status', 'Status (SaaS Ledger)']);
    desk.put({ id: 1, status: 'active' });
    desk.refresh();
    expect(desk.get('1', 'Status')).toBe('active');
    expect(desk.plan().statusOnly).toBe(true);
  });

  it('says which values are shown as text, and which records had no id', () => {
    const desk = new DeskOfOne().put({ id: 1, seen: 'yesterday', end: 'soon' }, { id: 2, seen: 'today' });
    const records = [...desk.records.values(), { name: 'nobody' }];
    expect(desk.refresh({ records }).remarks).toEqual([
      '1 value of “End date” could not be read as dates and is shown as text.',
      '2 values of “Last visit” could not be read as dates and times and are shown as text.',
      'Torii sent 1 app without an id; they were left out.',
    ]);
    expect(desk.get('1', 'Last visit')).toBe('yesterday');
    expect(desk.plan().statusOnly).toBe(true);
  });
});

describe('a refresh', () => {
  it('of what did not change writes the status line only', () => {
    const desk = pulled();
    desk.now += 3_600_000;
    const { plan, statusOnly, counts } = desk.refresh();
    expect(statusOnly).toBe(true);
    const at = { row: 1, column: 9, rows: 1, columns: 1 };
    expect(plan.operations).toMatchObject([
      { kind: 'formats', at },
      { kind: 'notes', at },
    ]);
    expect(counts).toMatchObject({ rows: 2, unchanged: 2, updated: 0 });
    expect(desk.sheet.notes[8]).toContain('Complete as of 22 Nov 2026, 11:00');
    expect(desk.sheet.notes[8]).not.toContain('10:00');
  });

  it('adds new records below the last row with content', () => {
    const desk = pulled();
    desk.sheet.write(6, 12, 'a total of mine');
    desk.put({ ...NOTION, id: 3, name: 'Miro' });
    expect(desk.refresh().counts).toMatchObject({ rows: 3, added: 1 });
    expect(desk.rowOf('3')).toBe(7);
    expect(desk.sheet.cell(7, 2).format).toBe('general');
    expect(desk.sheet.checkboxes).toContain('7:4');
    expect(desk.sheet.read(6, 12)).toBe('a total of mine');
  });

  it('grows the grid for them', () => {
    const desk = pulled();
    desk.sheet.rowsInGrid = 3;
    desk.put({ ...NOTION, id: 3 });
    desk.refresh();
    expect(desk.sheet.rowsInGrid).toBe(4);
  });

  it('gives new rows the format that a person gave the column', () => {
    const desk = pulled();
    const end = desk.columnOf('End date');
    for (const row of [2, 3]) desk.sheet.cell(row, end).format = 'd mmmm yyyy';
    for (const row of [2, 3]) desk.sheet.cell(row, 3).format = '"$"#,##0';
    desk.put({ ...NOTION, id: 3 });
    desk.refresh();
    expect(desk.sheet.cell(4, end).format).toBe('d mmmm yyyy');
    expect(desk.sheet.cell(4, 3).format).toBe('"$"#,##0');
    expect(desk.plan().statusOnly).toBe(true);
  });

  it('changes what the platform changed, and no format of a person', () => {
    const desk = pulled();
    desk.sheet.cell(2, 3).format = '"$"0.0';
    desk.put(
      { ...NOTION, name: 'Notion Labs', price: 99, currency: 'KWD' },
      { ...FIGMA, currency: 'EUR', price: 1 },
    );
    expect(desk.refresh().counts).toMatchObject({ updated: 2, pending: 0 });
    expect(desk.get('1', 'Name')).toBe('Notion Labs');
    expect(desk.get('1', 'Price')).toBe(0.099);
    expect(desk.sheet.cell(2, 3).format).toBe('"$"0.0');
    expect(desk.sheet.cell(3, 3).format).toBe('[$EUR] #,##0.00');
  });

  it('rewrites what lies between changes exactly as it was', () => {
    const desk = new DeskOfOne();
    for (let id = 1; id <= 40; id += 1) desk.put({ ...NOTION, id });
    desk.refresh();
    const price = desk.columnOf('Price');
    desk.sheet.cell(20, price).format = 'General';
    desk.sheet.write(20, price, '=SUM(A1:A3)');
    desk.sheet.cell(21, price).format = 'General';
    desk.sheet.write(21, price, "'0012");
    desk.sheet.write(22, price, '');
    const before = JSON.stringify([20, 21, 22].map((row) => desk.sheet.cell(row, price)));
    for (let id = 1; id <= 40; id += 1) if (id < 18 || id > 22) desk.put({ id, price: id });
    const { plan } = desk.refresh();
    expect(plan.operations.filter(({ kind }) => kind === 'values').length).toBeLessThan(4);
    expect(JSON.stringify([20, 21, 22].map((row) => desk.sheet.cell(row, price)))).toBe(before);
    expect(desk.get('40', 'Price')).toBe(0.4);
  });

  it('of a half-read list marks nothing as gone', () => {
    const desk = pulled();
    const output = desk.refresh({ records: [NOTION], complete: false });
    expect(output.statusOnly).toBe(true);
    expect(output.counts.vanished).toBe(0);
    expect(desk.sheet.notes[8]).toContain('Partly read on 22 Nov 2026, 10:00');
    expect(desk.snapshot()?.rows.size).toBe(2);
  });
});

describe('rows whose record is gone', () => {
  it('stay, grey and dated, until the record comes back', () => {
    const desk = pulled();
    desk.records.delete('1');
    expect(desk.refresh().counts).toMatchObject({ rows: 1, vanished: 1 });
    expect(desk.get('1', 'Name')).toBe('Notion');
    expect(desk.get('1', 'Status')).toBe('Gone from Torii since 2026-11-22');
    expect(desk.sheet.cell(2, 1).color).not.toBeNull();
    expect(desk.sheet.cell(3, 1).color).toBeNull();

    desk.now += 5 * 86_400_000;
    expect(desk.plan()).toMatchObject({ statusOnly: true, counts: { vanished: 0 } });

    desk.put(NOTION);
    desk.refresh();
    expect(desk.get('1', 'Status')).toBe('');
    expect(desk.sheet.cell(2, 1).color).toBeNull();
    expect(desk.plan().statusOnly).toBe(true);
  });

  it('are grey wherever they have been sorted to, and lose it there', () => {
    const desk = pulled();
    desk.records.delete('1');
    desk.refresh();
    const [header = [], ...rows] = desk.sheet.cells;
    desk.sheet.cells = [header, ...rows.reverse()];
    expect(desk.plan().statusOnly).toBe(true);
    desk.put(NOTION);
    desk.refresh();
    expect(desk.rowOf('1')).toBe(3);
    expect(desk.sheet.cells.flat().filter(({ color }) => color !== null)).toEqual([]);
  });

  it('are only those that the platform once had: rows with ids of a person’s own stay theirs', () => {
    const desk = pulled();
    desk.sheet.write(4, 1, "'planned");
    desk.sheet.write(4, 2, 'Soon');
    const output = desk.refresh();
    expect(output).toMatchObject({ statusOnly: true, counts: { rows: 2, vanished: 0 } });
    expect([...output.snapshot.rows.keys()]).toEqual(['1', '2']);
    expect(desk.plan({ snapshot: null }).counts.vanished).toBe(0);
  });

  it('are forgotten once a person removes them', () => {
    const desk = pulled();
    desk.records.delete('1');
    desk.refresh();
    desk.sheet.cells.splice(1, 1);
    desk.refresh();
    expect([...(desk.snapshot()?.rows.keys() ?? [])]).toEqual(['2']);
  });
});

describe('edits that were not sent', () => {
  it('survive, are marked, and keep the baseline they started from', () => {
    const desk = pulled();
    desk.type('1', 'Name', 'Notion (old)');
    expect(desk.refresh().counts).toMatchObject({ pending: 1, conflicts: 0, updated: 0 });
    expect(desk.get('1', 'Name')).toBe('Notion (old)');
    expect(desk.get('1', 'Status')).toBe('Edited, not sent');
    expect(desk.snapshot()?.rows.get('1')?.values['name']).toBe('Notion');
    expect(desk.snapshot()?.config).toMatchObject({ pending: 1, conflicts: 0 });
    expect(desk.plan().statusOnly).toBe(true);

    desk.put({ id: 1, name: 'Notion Inc.' });
    expect(desk.refresh().counts).toMatchObject({ pending: 0, conflicts: 1 });
    expect(desk.get('1', 'Name')).toBe('Notion (old)');
    expect(desk.get('1', 'Status')).toBe('Edited here and changed in Torii');
    expect(desk.snapshot()?.rows.get('1')?.values['name']).toBe('Notion');
    expect(desk.plan().statusOnly).toBe(true);

    desk.put({ id: 1, name: 'Notion (old)' });
    expect(desk.refresh().counts).toMatchObject({ pending: 0, conflicts: 0 });
    expect(desk.get('1', 'Status')).toBe('');
    expect(desk.snapshot()?.rows.get('1')?.values['name']).toBe('Notion (old)');
  });

  it('are none once a person takes them back', () => {
    const desk = pulled();
    desk.type('1', 'Price', 1);
    desk.refresh();
    desk.type('1', 'Price', 1200);
    expect(desk.refresh().counts.pending).toBe(0);
    expect(desk.get('1', 'Status')).toBe('');
  });

  it('may empty a cell or fill one', () => {
    const desk = pulled();
    desk.type('1', 'Tags', '');
    desk.type('2', 'Tags', 'New');
    desk.type('2', 'Auto-renewal', true);
    expect(desk.refresh().counts.pending).toBe(3);
    expect(desk.get('1', 'Tags')).toBe('');
  });

  it('do not exist in columns that only the platform changes', () => {
    const desk = pulled();
    desk.type('1', 'Owner', 'me@stark.com');
    expect(desk.refresh().counts).toMatchObject({ pending: 0, updated: 1 });
    expect(desk.get('1', 'Owner')).toBe('pepper@stark.com');
  });

  it('that nobody can tell from the platform’s are kept and said', () => {
    const desk = pulled();
    desk.type('1', 'Name', 'Whose?');
    const output = desk.refresh({ snapshot: null });
    expect(output.counts).toMatchObject({ conflicts: 1, updated: 0 });
    expect(desk.get('1', 'Name')).toBe('Whose?');
    expect(output.remarks).toEqual([
      '1 cell differs from Torii, and what Torii said before is not known: it was kept and marked.',
    ]);
  });
});

describe('columns', () => {
  it('are followed when people move, rename and insert', () => {
    const desk = pulled();
    desk.sheet.insertColumns(3, 1);
    desk.sheet.write(1, 3, 'My notes');
    desk.sheet.write(2, 3, 'keep me');
    desk.sheet.write(1, desk.columnOf('Tags'), 'Labels');
    desk.put({ id: 1, name: 'N', price: 100, tags: ['x'] });
    desk.refresh();
    expect(desk.header()).toEqual([
      'ID',
      'Name',
      'My notes',
      'Price',
      'Auto-renewal',
      'End date',
      'Labels',
      'Owner',
      'Last visit',
      'Status',
    ]);
    expect(desk.sheet.read(2, 3)).toBe('keep me');
    expect([desk.get('1', 'Name'), desk.get('1', 'Price'), desk.get('1', 'Labels')]).toEqual(['N', 1, 'x']);
    expect(desk.plan().statusOnly).toBe(true);
  });

  it('stay away when a person deletes them, until they are chosen again', () => {
    const desk = pulled();
    desk.deleteColumn('Tags');
    expect(desk.refresh().remarks).toEqual([
      '“Tags” cannot be found in the tab: it was deleted, or renamed and its note removed. ' +
        'It is not refreshed any more; choose it again to bring it back.',
    ]);
    expect(desk.header()).not.toContain('Tags');
    const kept = desk.snapshot()?.config.fields ?? [];
    expect(kept).not.toContain('tags');
    const all = desk.fields;
    desk.fields = all.filter(({ key }) => kept.includes(key));
    expect(desk.plan()).toMatchObject({ statusOnly: true, remarks: [] });
    desk.refresh();

    desk.fields = all;
    desk.refresh();
    expect(desk.header().slice(-3)).toEqual(['Last visit', 'Tags', 'Status']);
    expect(desk.get('1', 'Tags')).toBe('Docs, Wiki');
    expect(desk.plan().statusOnly).toBe(true);
  });

  it('come back at once when a person has just chosen them', () => {
    const desk = pulled();
    desk.deleteColumn('Tags');
    desk.refresh({ chosenNow: true });
    expect(desk.header()).toContain('Tags');
  });

  it('carry the status line on the key’s header when Status was deleted, for good', () => {
    const desk = pulled();
    desk.deleteColumn('Status');
    desk.type('1', 'Name', 'edited');
    for (let again = 0; again < 3; again += 1) {
      expect(desk.refresh()).toMatchObject({ statusOnly: true, counts: { pending: 1 } });
    }
    expect(desk.header()).not.toContain('Status');
    expect(desk.sheet.notes[0]).toMatch(/Help for id\.\n.*\nComplete as of .*\nsaas-ledger: id$/);
    expect(desk.sheet.cell(1, 1).format).toContain('complete as of');
  });

  it('for new fields go before Status, with format, note and checkboxes, and push people’s to the right', () => {
    const desk = pulled();
    desk.sheet.write(1, 10, 'Mine');
    desk.sheet.write(2, 10, 'note');
    desk.sheet.write(5, 10, 'a row of mine');
    desk.fields = [
      ...FIELDS,
      fieldOf({ key: 'c_sso', label: 'SSO', type: 'boolean', writable: true }),
      fieldOf({ key: 'c_mine', label: 'Mine', type: 'number' }),
    ];
    desk.put({ id: 1, c_sso: true, c_mine: 5 }, { id: 2, c_sso: null, c_mine: null });
    const { plan } = desk.refresh();
    expect(plan.operations[1]).toEqual({ kind: 'insertColumns', column: 9, count: 2 });
    expect(desk.header().slice(7)).toEqual(['Last visit', 'SSO', 'Mine (Torii)', 'Status', 'Mine']);
    expect([desk.get('1', 'SSO'), desk.get('1', 'Mine (Torii)'), desk.get('1', 'Mine')]).toEqual([
      true,
      5,
      'note',
    ]);
    expect([...desk.sheet.checkboxes].filter((cell) => cell.endsWith(':9'))).toEqual(['2:9', '3:9']);
    expect(desk.sheet.read(5, 12)).toBe('a row of mine');
    expect(desk.plan().statusOnly).toBe(true);
  });

  it('of money take each record’s currency, and a plain format elsewhere', () => {
    const desk = pulled();
    desk.deleteColumn('Price');
    desk.sheet.write(6, 2, 'a row of mine');
    desk.refresh({ chosenNow: true });
    const price = desk.columnOf('Price');
    expect([2, 3, 5, 6].map((row) => desk.sheet.cell(row, price).format)).toEqual([
      '[$EUR] #,##0.00',
      '[$JPY] #,##0',
      '#,##0.00',
      '#,##0.00',
    ]);
  });

  it('keep a header that a person made a number', () => {
    const desk = pulled();
    desk.sheet.cell(1, 2).format = 'General';
    desk.sheet.write(1, 2, 2026);
    expect(desk.plan().statusOnly).toBe(true);
  });

  it('go to the right end of a grid that is full', () => {
    const desk = pulled();
    desk.sheet.columnsInGrid = 8;
    desk.deleteColumn('Status');
    desk.sheet.columnsInGrid = 8;
    desk.fields = [...FIELDS, fieldOf({ key: 'url', label: 'Website', type: 'url' })];
    desk.refresh();
    expect(desk.header()).toEqual([...FIELDS.map(({ label }) => label), 'Website']);
    expect(desk.sheet.columnsInGrid).toBe(9);
  });

  it('are found by their label when the note is gone, and get it back', () => {
    const desk = pulled();
    desk.sheet.notes[0] = '';
    desk.sheet.notes[1] = 'a remark of mine';
    desk.put({ id: 1, name: 'N' });
    desk.refresh();
    expect(desk.get('1', 'Name')).toBe('N');
    expect(desk.sheet.notes.slice(0, 2).map(keyOfNote)).toEqual(['id', 'name']);
  });

  it('are found by the label that a person gave them', () => {
    const desk = pulled();
    desk.sheet.write(1, 2, 'App');
    desk.refresh();
    desk.sheet.notes[1] = '';
    desk.put({ id: 1, name: 'N' });
    desk.refresh();
    expect(desk.header()[1]).toBe('App');
    expect(desk.get('1', 'App')).toBe('N');
  });

  it('take the platform’s new name unless a person gave them one', () => {
    const desk = pulled();
    desk.sheet.write(1, 2, 'App');
    desk.fields = FIELDS.map((field) => ({
      ...field,
      label: field.key === 'id' ? 'ID' : `${field.label} 2`,
    }));
    desk.refresh();
    expect(desk.header().slice(0, 3)).toEqual(['ID', 'App', 'Price 2']);
    expect(desk.plan().statusOnly).toBe(true);
  });

  it('never share a header, whatever the platform calls its fields', () => {
    const desk = new DeskOfOne();
    const labelled = (labels: Record<string, string>): typeof FIELDS => [
      FIELDS[0]!,
      ...Object.entries(labels).map(([key, label]) => fieldOf({ key, label })),
    ];
    desk.fields = labelled({ a: 'Status', b: 'Status (SaaS Ledger)' });
    desk.refresh();
    expect(desk.header()).toEqual(['ID', 'Status', 'Status (SaaS Ledger)', 'Status (SaaS Ledger) 2']);
    expect(desk.plan().statusOnly).toBe(true);

    desk.fields = labelled({ a: 'Status (SaaS Ledger) 2', b: 'Status', c: 'Status' });
    desk.refresh();
    expect(desk.header()).toEqual([
      'ID',
      'Status (SaaS Ledger) 2 (Torii)',
      'Status',
      'Status (Torii)',
      'Status (SaaS Ledger) 2',
    ]);
    expect(desk.plan().statusOnly).toBe(true);
  });

  it('that are renamed and lose their note are said to be missing, not deleted', () => {
    const desk = pulled();
    desk.sheet.write(1, 2, 'Vendor');
    desk.sheet.notes[1] = '';
    expect(desk.refresh().remarks).toEqual([
      '“Name” cannot be found in the tab: it was deleted, or renamed and its note removed. ' +
        'It is not refreshed any more; choose it again to bring it back.',
    ]);
    expect(desk.header()[1]).toBe('Vendor');
  });

  it('of a field that one listing left out stay chosen', () => {
    const desk = pulled();
    const chosen = FIELDS.map(({ key }) => key);
    desk.fields = FIELDS.filter(({ key }) => key !== 'tags' && key !== 'owner');
    expect(desk.refresh({ chosen }).snapshot.config.fields).toEqual(chosen);
    desk.deleteColumn('Tags');
    desk.fields = FIELDS;
    desk.put({ id: 1, owner: 'new@stark.com' });
    const { snapshot } = desk.refresh({ chosen });
    expect(snapshot.config.fields).toEqual(chosen.filter((key) => key !== 'tags'));
    expect(desk.header()).not.toContain('Tags');
    expect(desk.get('1', 'Owner')).toBe('new@stark.com');
  });

  it('are empty in rows whose record is gone, which is no edit once it comes back', () => {
    const desk = pulled();
    desk.deleteColumn('Name');
    desk.records.delete('1');
    desk.refresh({ chosenNow: true });
    desk.put(NOTION);
    expect(desk.refresh().counts.pending).toBe(0);
    expect(desk.get('1', 'Name')).toBe('Notion');
  });

  it('that two headers could be are left alone', () => {
    const desk = pulled();
    desk.sheet.notes[1] = '';
    desk.sheet.write(1, 10, 'Name');
    desk.put({ id: 1, name: 'N' });
    const output = desk.refresh();
    expect(output.remarks[0]).toBe(
      'Several columns are called “Name” and none has its note: none of them was refreshed.',
    );
    expect(desk.sheet.read(2, 2)).toBe('Notion');
  });

  it('that a person copied, note and all, are refreshed once', () => {
    const desk = pulled();
    desk.sheet.write(1, 10, 'Name copy');
    desk.sheet.write(2, 10, 'Notion');
    desk.sheet.notes[9] = desk.sheet.notes[1] ?? '';
    desk.put({ id: 1, name: 'N' });
    expect(desk.refresh().remarks).toEqual([
      'The columns “Name” and “Name copy” show the same field; only the left one is refreshed.',
    ]);
    expect(desk.sheet.read(2, 10)).toBe('Notion');
  });

  it('of a field that is not chosen any more stay as they are, edits included', () => {
    const desk = pulled();
    desk.type('1', 'Tags', 'edited');
    desk.fields = FIELDS.filter(({ key }) => key !== 'tags');
    desk.put({ id: 1, tags: 'changed' });
    const { remarks } = desk.refresh();
    expect(remarks).toEqual([
      expect.stringMatching(/^“Tags” is not chosen any more: its column stays as it is/),
    ]);
    expect(desk.refresh().remarks).toEqual([]);
    expect(desk.get('1', 'Tags')).toBe('edited');
    desk.fields = FIELDS;
    expect(desk.refresh().counts).toMatchObject({ conflicts: 1 });
    expect(desk.get('1', 'Tags')).toBe('edited');
  });
});

describe('ids', () => {
  it.each(['UTC', 'America/New_York', 'Asia/Beirut'])(
    'that show as dates in %s are still ids',
    (timeZone) => {
      const desk = new DeskOfOne(timeZone).put({ ...NOTION, id: 46_101 }, { ...FIGMA, id: 1_234_567 });
      desk.refresh();
      for (const row of [2, 3]) {
        const cell = desk.sheet.cell(row, 1);
        cell.value = { wall: Date.UTC(1899, 11, 30) + Number(cell.value) * 86_400_000 };
        cell.format = 'yyyy-mm-dd';
      }
      expect(desk.plan()).toMatchObject({ statusOnly: true, counts: { rows: 2, added: 0, vanished: 0 } });
    },
  );
});

describe('a tab whose rows cannot be told apart', () => {
  it('is left alone when the key column is gone', () => {
    const desk = pulled();
    desk.deleteColumn('ID');
    const error = errorOf(() => desk.plan());
    expect(error.code).toBe('KEY_COLUMN_GONE');
    expect(error.what).toBe('The “ID” column of “Apps” is missing, so its rows cannot be told apart.');
  });

  it('is left alone when neither note nor label is there', () => {
    const desk = pulled();
    desk.sheet.notes[0] = '';
    desk.sheet.write(1, 1, 'No.');
    expect(errorOf(() => desk.plan()).code).toBe('KEY_COLUMN_GONE');
  });

  it('is left alone when an id is there twice, and says where', () => {
    const desk = pulled();
    for (const row of [5, 9]) desk.sheet.write(row, 1, '2');
    const error = errorOf(() => desk.plan());
    expect(error.code).toBe('DUPLICATE_ROWS');
    expect(error.what).toBe('In “Apps”, rows 3, 5 and 9 have the same ID: 2.');
  });
});

describe('a failed refresh', () => {
  it('changes the status line only, and keeps when the tab was complete', () => {
    const desk = pulled();
    const before = desk.sheet.image().values;
    for (const minutes of [30, 45]) {
      desk.sheet.execute(
        planFailureStatus(
          desk.sheet.image(),
          'Torii had a "problem".\nTwice.',
          START + minutes * 60_000,
          'Europe/Berlin',
        ),
      );
    }
    expect(desk.sheet.image().values).toEqual(before);
    expect(desk.sheet.notes[8]?.split('\n').slice(1)).toEqual([
      'Refresh failed on 22 Nov 2026, 11:45: Torii had a "problem". Twice.',
      'Complete as of 22 Nov 2026, 10:00',
      'saas-ledger: $status',
    ]);
    expect(desk.sheet.cell(1, 9).format).toBe(
      '@" · refresh failed on 22 Nov 2026, 11:45 · complete as of 22 Nov 2026, 10:00"',
    );
    desk.refresh();
    expect(desk.sheet.notes[8]).not.toContain('failed');
  });

  it('does nothing to a tab without a status line', () => {
    const desk = pulled();
    desk.sheet.notes.fill('');
    expect(planFailureStatus(desk.sheet.image(), 'x', START, 'UTC').operations).toEqual([]);
  });
});
