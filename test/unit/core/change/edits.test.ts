import fc from 'fast-check';
import { decodeCell, says } from '../../../../src/core/table/cell';
import type { Canonical } from '../../../../src/core/table/codec/codec';
import type { CellValue } from '../../../../src/ports/grid';
import { keyLine } from '../../../../src/core/table/note';
import { HOSTILE } from '../table/texts';
import { CONTRACT_FIELDS, EditedDesk, NOTION, SLACK } from './edited-desk';

const at = (day: string): Date => new Date(`${day}T00:00:00+01:00`);

describe('an edit', () => {
  it.each<[string, CellValue, string, Canonical, Canonical]>([
    ['Name', 'Slack Pro', 'name', 'Slack', 'Slack Pro'],
    ['App ID', 11, 'app', '10', '11'],
    ['Price', 1300.5, 'price', 1200.5, 1300.5],
    ['Seats', '13', 'seats', 12, 13],
    ['Auto-renewal', false, 'auto', true, false],
    ['End date', at('2027-01-05'), 'end', '2026-11-22', '2027-01-05'],
    ['State', 'in-review', 'state', 'Closed', 'In-Review'],
    ['Teams', 'Closed, Sales, EMEA', 'teams', 'In-Review, Sales, EMEA', 'Closed, Sales, EMEA'],
    ['Owner', 'Bob <Bob@example.com>', 'owner', 'ada@example.com', 'bob@example.com'],
    ['Viewers', 'a@example.com', 'viewers', 'a@example.com, b@example.com', 'a@example.com'],
    ['Tags', 'chat', 'tags', 'chat, work', 'chat'],
    ['Note', '', 'note', 'first', ''],
    ['End date', '', 'end', '2026-11-22', ''],
    ['Seats', '', 'seats', 12, ''],
  ])('of %s to %j is found', (header, typed, field, from, to) => {
    const desk = new EditedDesk();
    desk.type('1', header, typed);
    expect(desk.changes()).toEqual([
      { row: 2, id: '1', name: 'Slack', action: 'update', field, label: header, from, to, kind: 'change' },
    ]);
  });

  it.each<[string, CellValue]>([
    ['Price', "'1,200.50"],
    ['Price', "'1.200,50 EUR"],
    ['Price', "'€1200.50"],
    ['Seats', "'12.0"],
    ['Auto-renewal', 'yes'],
    ['End date', "'22 Nov 2026"],
    ['End date', "'22.11.2026"],
    ['End date', "'November 22, 2026"],
    ['End date', "'11/22/2026"],
    ['End date', "'2026-11-22"],
    ['Next call', "'2026-11-22 10:00"],
    ['Next call', "'22/11/2026 10:00 am"],
    ['State', 'closed'],
    ['State', 'CLOSED'],
    ['Teams', 'emea, inReview'],
    ['Teams', 'Sales, EMEA,In-Review'],
    ['Owner', 'Ada Lovelace <ADA@example.com>'],
    ['Viewers', 'B@example.com, a@example.com'],
    ['Mail', 'sales@SLACK.com'],
    ['Tags', 'work,chat'],
    ['App ID', "'10"],
  ])('is not one where %s says %j', (header, typed) => {
    const desk = new EditedDesk();
    desk.type('1', header, typed);
    expect(desk.changes()).toEqual([]);
    desk.refresh();
    expect(desk.snapshot()?.config).toMatchObject({ pending: 0, conflicts: 0 });
  });

  it('comes in the order of rows and columns, whatever was sorted, moved and renamed', () => {
    const desk = new EditedDesk();
    desk.type('1', 'Note', 'second');
    desk.type('1', 'Name', 'Slack 2');
    desk.type('2', 'Note', 'other');
    desk.insertColumn(2, ['Mine', 'x', 'y']);
    desk.sheet.write(1, desk.columnOf('Note'), 'Remarks');
    const [header = [], ...rows] = desk.sheet.cells;
    desk.sheet.cells = [header, ...rows.reverse()];
    expect(desk.changes().map(({ row, id, field }) => [row, id, field])).toEqual([
      [2, '2', 'note'],
      [3, '1', 'name'],
      [3, '1', 'note'],
    ]);
  });

  it('is looked for in the given rows only', () => {
    const desk = new EditedDesk();
    desk.type('1', 'Note', 'a');
    desk.type('2', 'Note', 'b');
    expect(desk.changes({ rows: new Set([3]) })).toMatchObject([{ id: '2' }]);
  });

  it('is none where the column was deleted', () => {
    const desk = new EditedDesk();
    desk.deleteColumn('Note');
    expect(desk.found()).toEqual({ changes: [], suspects: [], remarks: [] });
  });

  it('needs the column of ids', () => {
    const desk = new EditedDesk();
    desk.deleteColumn('ID');
    expect(() => desk.found()).toThrow(expect.objectContaining({ code: 'KEY_COLUMN_GONE' }));
  });

  it('is named by what the platform calls the record, else by its row, else by its id', () => {
    const desk = new EditedDesk('UTC', SLACK, { id: 2, currency: 'USD' }, { id: 3 });
    for (const id of ['1', '2', '3']) desk.type(id, 'Note', 'new');
    desk.type('1', 'Name', 'Renamed');
    desk.type('2', 'Name', 'Named');
    const names = desk.changes().map(({ id, name }) => [id, name]);
    expect(new Map(names as [string, string][])).toEqual(
      new Map([
        ['1', 'Slack'],
        ['2', 'Named'],
        ['3', '3'],
      ]),
    );
  });
});

describe('a problem', () => {
  it('is a formula without a result', () => {
    const desk = new EditedDesk();
    desk.sheet.cell(2, desk.columnOf('Note')).value = '#REF!';
    expect(desk.changes()).toMatchObject([
      { kind: 'problem', to: '#REF!', message: expect.stringContaining('formula without a result') },
    ]);
  });

  it('is an id that two rows have, and nothing else of them is told', () => {
    const desk = new EditedDesk();
    desk.type('1', 'Note', 'edited');
    desk.addRow({ ID: 1, Name: 'Copy' });
    const changes = desk.changes();
    expect(changes.map(({ row, field, kind }) => [row, field, kind])).toEqual([
      [2, '', 'problem'],
      [4, '', 'problem'],
    ]);
    expect(changes[0]?.message).toBe(
      'Row 4 has the same “ID”, 1, so nothing of them is sent. Delete the copy; or empty its “ID” cell, and it becomes a new contract.',
    );
    expect(desk.changes({ rows: new Set([4]) })).toHaveLength(1);
  });

  it('is an id that the platform never sent, unless the row says nothing else', () => {
    const desk = new EditedDesk();
    desk.addRow({ ID: 98 });
    desk.addRow({ ID: 99, Note: 'mine' });
    expect(desk.changes()).toMatchObject([
      {
        row: 5,
        id: '99',
        field: '',
        kind: 'problem',
        message: expect.stringMatching(/^Torii never sent a contract 99: /),
      },
    ]);
  });

  it('is an edit of a record that is gone, but not in a tab with filters, where it may be there still', () => {
    const desk = new EditedDesk();
    desk.records.delete('1');
    desk.refresh();
    desk.type('1', 'Note', 'late');
    expect(desk.changes()).toMatchObject([
      { kind: 'problem', message: expect.stringContaining('gone from Torii since 2026-11-22') },
    ]);
    const table = desk.table();
    const filters = [{ field: 'name', test: 'isNotEmpty' as const, values: [] }];
    const snapshot = { ...table.snapshot, config: { ...table.snapshot.config, filters } };
    expect(desk.changes({ snapshot })).toMatchObject([{ kind: 'change' }]);
  });

  it('is a cell of which nobody knows what was there, where it holds something', () => {
    const desk = new EditedDesk();
    const { snapshot } = desk.table();
    const rows = new Map(snapshot.rows);
    const { note: _note, auto: _auto, ...values } = rows.get('1')!.values;
    rows.set('1', { ...rows.get('1'), values });
    expect(desk.changes({ snapshot: { ...snapshot, rows } })).toMatchObject([
      { field: 'auto', kind: 'problem' },
      { field: 'note', kind: 'problem', message: expect.stringContaining('Refresh first') },
    ]);
  });

  it('is a cell of a field that the platform has stopped to offer since the last refresh', () => {
    const desk = new EditedDesk();
    desk.type('1', 'Note', 'mine');
    desk.type('1', 'Score', 9);
    desk.fields = CONTRACT_FIELDS.filter(({ key }) => key !== 'note' && key !== 'score');
    expect(desk.changes()).toMatchObject([
      {
        field: 'note',
        to: 'mine',
        kind: 'problem',
        message: expect.stringContaining('does not offer “Note” any more'),
      },
    ]);
    desk.refresh();
    expect(desk.changes()).toEqual([]);
  });

  it('is none of each row where a field is editable only since lately: one remark asks for a refresh', () => {
    const desk = new EditedDesk();
    desk.fields = CONTRACT_FIELDS.map((field) =>
      field.key === 'score' ? { ...field, writable: true } : field,
    );
    expect(desk.found()).toEqual({
      changes: [],
      suspects: [],
      remarks: [
        'What “Score” said before is not known yet: refresh “Apps” once, then edits there can be sent.',
      ],
    });
  });
});

describe('a new row', () => {
  it('becomes a record with what was filled in', () => {
    const desk = new EditedDesk();
    const row = desk.addRow({ Name: 'Zoom', 'App ID': 30, Price: 99, Tags: 'video', 'Auto-renewal': false });
    const common = { row, id: 'row 4', name: 'Zoom', action: 'create', from: '', kind: 'change' };
    expect(desk.changes()).toEqual([
      { ...common, field: 'name', label: 'Name', to: 'Zoom' },
      { ...common, field: 'app', label: 'App ID', to: '30' },
      { ...common, field: 'price', label: 'Price', to: 99 },
      { ...common, field: 'tags', label: 'Tags', to: 'video' },
    ]);
  });

  it('says what is missing and what does not belong there', () => {
    const desk = new EditedDesk();
    desk.deleteColumn('App ID');
    desk.addRow({ Name: 'Zoom', Note: 'later', Score: 3, Price: 'much' });
    const messages = desk.changes().map(({ field, kind, message }) => [field, kind, message]);
    expect(messages).toEqual([
      ['name', 'change', undefined],
      ['price', 'problem', '“Price”: “much” is not an amount of money. Write digits only, such as 1200.50.'],
      ['note', 'problem', expect.stringContaining('cannot be given “Note”. Send it without, refresh')],
      ['score', 'problem', 'Torii fills in “Score” itself. Empty this cell.'],
      ['app', 'problem', expect.stringContaining('Choose that field for this tab')],
    ]);
  });

  it('asks for a required cell that is empty', () => {
    const desk = new EditedDesk();
    desk.addRow({ 'App ID': 30 });
    expect(desk.changes()).toMatchObject([
      {
        field: 'name',
        kind: 'problem',
        message: 'A new contract needs “Name”. Fill in this cell.',
        name: 'row 4',
      },
      { field: 'app', kind: 'change' },
    ]);
  });

  it('is a person’s own without a name, with a formula, or where nothing can be created', () => {
    const desk = new EditedDesk();
    desk.insertColumn(3, ['Mine']);
    desk.addRow({ Mine: 'a thought' });
    desk.addRow({ Name: 'Total', Price: '=SUM(D2:D3)' });
    desk.addRow({ Note: 'just a note' });
    expect(desk.changes()).toEqual([]);
    desk.addRow({ Name: 'Zoom' });
    expect(desk.changes()).not.toEqual([]);
    const { creating: _none, ...table } = desk.table();
    desk.table = () => table;
    expect(desk.changes()).toEqual([]);
  });
});

describe('a cell that cannot be sent', () => {
  it('makes its row a suspect once somebody changed it', () => {
    const desk = new EditedDesk();
    expect(desk.found().suspects).toEqual([]);
    desk.type('2', 'Score', 9);
    expect(desk.found()).toMatchObject({ changes: [], suspects: ['2'] });
    desk.refresh();
    expect(desk.found().suspects).toEqual([]);
  });

  it('makes no suspects of rows that only some refreshes reach, nor after the choice of fields changed', () => {
    const desk = new EditedDesk();
    desk.records.delete('2');
    desk.refresh({ complete: false });
    desk.type('2', 'Score', 9);
    expect(desk.found().suspects).toEqual(['2']);
    desk.fields = desk.fields.filter(({ key }) => key !== 'seen');
    desk.refresh({ complete: false });
    expect(desk.found().suspects).toEqual([]);
  });
});

describe('whatever is typed', () => {
  const typed = fc.oneof(
    fc.constantFrom<CellValue>(
      ...HOSTILE.map((text) => `'${text}`),
      ...HOSTILE,
      '',
      0,
      1,
      12,
      1200.5,
      true,
      false,
    ),
    fc
      .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000)),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string().map((text) => `'${text}`),
  );
  const writable = CONTRACT_FIELDS.filter((field) => field.writable);
  const formats = fc.constantFrom('General', '0.00', '"$"#,##0', 'd mmm yyyy', '[$EUR] #,##0.00');

  it('is an edit exactly where the cell says something else, in whatever format', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ field: fc.constantFrom(...writable), typed, format: formats }), {
          maxLength: 6,
        }),
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York'),
        (edits, timeZone) => {
          const desk = new EditedDesk(timeZone, SLACK, NOTION);
          for (const { field, typed, format } of edits) {
            desk.sheet.cell(2, desk.columnOf(field.label)).format = format;
            desk.type('1', field.label, typed);
          }
          const { changes, suspects } = desk.found();
          const found = new Map(changes.map((change) => [change.field, change]));
          const baseline = desk.snapshot()!.rows.get('1')!.values;
          for (const field of writable) {
            const cell = desk.get('1', field.label);
            const isEdit = !says(field, cell, baseline[field.key]!, { timeZone });
            expect([field.key, found.has(field.key)]).toEqual([field.key, isEdit]);
            if (isEdit) expect(found.get(field.key)?.to).toBe(decodeCell(field, cell, { timeZone }).value);
          }
          expect(changes.every(({ id }) => id === '1')).toBe(true);
          expect(suspects).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('formats alone are no edits and make no suspects of more than their rows', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: CONTRACT_FIELDS.length - 1 }), formats)), (looks) => {
        const desk = new EditedDesk();
        for (const [column, format] of looks) {
          const cell = desk.sheet.cell(2, column + 1);
          if (typeof cell.value !== 'object') cell.format = format;
        }
        expect(desk.found()).toEqual({ changes: [], suspects: [], remarks: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('a list in another order is the same list', () => {
    const items = fc.uniqueArray(
      fc
        .stringMatching(/^[a-z ]{1,6}$/)
        .map((text) => text.trim())
        .filter(Boolean),
      {
        minLength: 2,
        maxLength: 6,
      },
    );
    const shuffled = items.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom('tags', 'viewers', 'teams'), ([list, other], key) => {
        const desk = new EditedDesk('UTC', { ...SLACK, [key]: list });
        const { label } = CONTRACT_FIELDS.find((field) => field.key === key)!;
        desk.type('1', label, `'${other.join(', ')}`);
        expect(desk.changes()).toEqual([]);
        desk.refresh();
        expect(desk.snapshot()?.config.pending).toBe(0);
        expect(desk.get('1', label)).toBe(list.join(', '));
        desk.type('1', label, `'${other.slice(1).join(', ')}`);
        expect(desk.changes()).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('a column whose note is lost is found by its header', () => {
    const desk = new EditedDesk();
    const column = desk.columnOf('Note');
    expect(desk.sheet.notes[column - 1]).toContain(keyLine('note'));
    desk.sheet.notes[column - 1] = '';
    desk.type('1', 'Note', 'edited');
    expect(desk.changes()).toMatchObject([{ field: 'note', to: 'edited' }]);
  });
});
