import fc from 'fast-check';
import type { Change } from '../../../../src/core/change/change';
import { compareLive, liveValue, readOnlyProblems, sameValue } from '../../../../src/core/change/compare';
import { findEdits } from '../../../../src/core/change/edits';
import { CONTRACT_FIELDS, EditedDesk, SLACK } from './edited-desk';

function compared(desk: EditedDesk): readonly Change[] {
  const table = desk.table();
  return compareLive(findEdits(table).changes, desk.live(), table);
}

describe('an edit beside what the platform says now', () => {
  it('is a change, the same, or a conflict', () => {
    const desk = new EditedDesk();
    desk.type('1', 'Name', 'Mine');
    desk.type('1', 'Seats', 13);
    desk.type('1', 'Note', 'mine');
    desk.type('1', 'Tags', 'a, b');
    desk.put({ id: 1, seats: '13', note: 'theirs', tags: ['b', 'a'] });
    expect(compared(desk)).toMatchObject([
      { field: 'name', kind: 'change', from: 'Slack', to: 'Mine', live: 'Slack' },
      { field: 'seats', kind: 'same', live: 13 },
      { field: 'tags', kind: 'same', live: 'b, a' },
      {
        field: 'note',
        kind: 'conflict',
        live: 'theirs',
        message: 'It says “theirs” in Torii by now, and said “first” before.',
      },
    ]);
  });

  it('is no conflict where the platform only ordered a list anew, or named an option anew', () => {
    const desk = new EditedDesk();
    desk.type('1', 'Viewers', 'c@example.com');
    desk.type('1', 'State', 'emea');
    desk.put({ id: 1, viewers: [{ email: 'B@example.com' }, { email: 'a@example.com' }], state: 'Closed' });
    expect(compared(desk).map(({ kind }) => kind)).toEqual(['change', 'change']);
  });

  it('is a problem where the record or the field is gone, and stays one, with what is there now', () => {
    const desk = new EditedDesk();
    desk.type('1', 'Note', 'mine');
    desk.type('1', 'Seats', 'many');
    const table = desk.table();
    const { changes } = findEdits(table);
    expect(compareLive(changes, new Map([['1', null]]), table)).toMatchObject([
      { field: 'seats', kind: 'problem', message: expect.stringContaining('is not a number') },
      { field: 'note', kind: 'problem', message: expect.stringContaining('gone from Torii') },
    ]);
    const fields = table.fields.filter(({ key }) => key !== 'note');
    expect(compareLive(changes, desk.live(), { ...table, fields })).toMatchObject([
      { field: 'seats', kind: 'problem', live: 12 },
      { field: 'note', kind: 'problem', message: expect.stringContaining('does not offer “Note” any more') },
    ]);
  });

  it('is a conflict where nobody can see what the platform says, and left as it is where a record is to be made', () => {
    const desk = new EditedDesk();
    desk.type('1', 'Note', 'mine');
    desk.addRow({ Name: 'Zoom', 'App ID': 30 });
    const table = desk.table();
    const { changes } = findEdits(table);
    const [unread, ...made] = compareLive(changes, new Map(), table);
    expect(unread).toMatchObject({ kind: 'conflict', message: expect.stringContaining('does not show') });
    expect(unread).not.toHaveProperty('live');
    expect(made).toEqual(changes.slice(1));
    expect(compareLive(changes, desk.live(), table).slice(1)).toEqual(changes.slice(1));
  });

  it('to a deleted record is done already where it is gone', () => {
    const desk = new EditedDesk();
    const values = { field: '', label: 'Delete', from: 'Slack', to: '', kind: 'change' } as const;
    const deletion: Change = { row: 2, id: '1', name: 'Slack', action: 'delete', ...values };
    expect(compareLive([deletion], desk.live(), desk.table())).toEqual([deletion]);
    expect(compareLive([deletion], new Map([['1', null]]), desk.table())).toMatchObject([{ kind: 'same' }]);
  });

  it('to a deleted record is a conflict where it is called something else, or cannot be read', () => {
    const desk = new EditedDesk();
    const values = { field: '', label: 'Delete', from: 'Slack', to: '', kind: 'change' } as const;
    const deletion: Change = { row: 2, id: '1', name: 'Slack', action: 'delete', ...values };
    desk.put({ id: 1, name: 'Figma' });
    const message = 'It is called “Figma” in Torii by now.';
    expect(compareLive([deletion], desk.live(), desk.table())).toMatchObject([
      { kind: 'conflict', live: 'Figma', message },
    ]);
    expect(compareLive([deletion], new Map(), desk.table())).toMatchObject([{ kind: 'conflict' }]);
    const byId = { ...deletion, name: '1', from: '1' };
    expect(compareLive([byId], desk.live(), desk.table())).toEqual([byId]);
  });

  it('names another currency than the record turns out to have', () => {
    const desk = new EditedDesk();
    desk.deleteColumn('Currency');
    desk.type('1', 'Price', "'$500");
    expect(compared(desk)).toMatchObject([{ kind: 'problem', message: expect.stringContaining('(EUR)') }]);
    desk.put({ id: 1, price: { value: 120_050, currency: 'CAD' } });
    expect(compared(desk)).toMatchObject([{ kind: 'change' }]);
  });

  it('never passes over what the platform changed', () => {
    const values: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
      name: fc.constantFrom('Slack', 'Mine', 'Theirs'),
      seats: fc.constantFrom(12, '12', 13, 14, null),
      end: fc.constantFrom('2026-11-22', '2026-11-22T00:00:00Z', '2027-01-05', null),
      tags: fc.constantFrom('chat, work', ['work', 'chat'], 'a', ['a', 'b'], null),
      viewers: fc.constantFrom([{ email: 'a@example.com' }], [], SLACK['viewers']),
      auto: fc.constantFrom(true, false, null, 'yes'),
      price: fc.constantFrom(120_050, { value: 120_050, currency: 'EUR' }, 5, null),
    };
    const typed = fc.record(
      {
        Name: fc.constantFrom('Slack', 'Mine', 'Theirs'),
        Seats: fc.constantFrom(12, 13, '', "'13"),
        'End date': fc.constantFrom("'22 Nov 2026", "'2027-01-05", ''),
        Tags: fc.constantFrom('work, chat', 'a', 'b, a', ''),
        Viewers: fc.constantFrom('a@example.com', 'B@example.com, a@example.com', ''),
        'Auto-renewal': fc.boolean(),
        Price: fc.constantFrom(1200.5, 0.05, ''),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(typed, fc.record(values, { requiredKeys: [] }), (edits, remote) => {
        const desk = new EditedDesk();
        const before = desk.records.get('1')!;
        for (const [header, cell] of Object.entries(edits)) desk.type('1', header, cell!);
        desk.put({ ...before, ...remote, id: 1 });
        const now = desk.records.get('1')!;
        for (const { field: key, kind, live, to } of compared(desk)) {
          const field = CONTRACT_FIELDS.find((each) => each.key === key)!;
          const [was, is] = [before, now].map((record) => liveValue(field, record, desk.timeZone));
          const isChanged = !sameValue(field, is!, was!, desk.timeZone);
          const isDone = sameValue(field, is!, to, desk.timeZone);
          expect(live).toBe(is);
          expect([key, kind]).toEqual([key, isDone ? 'same' : isChanged ? 'conflict' : 'change']);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('cells that cannot be sent', () => {
  it('are told where they say something else than the platform', () => {
    const desk = new EditedDesk();
    desk.type('1', 'Score', 9);
    desk.type('1', 'Currency', 'USD');
    desk.type('2', 'Score', 5);
    desk.put({ id: 2, score: 5 });
    const table = desk.table();
    const { suspects } = findEdits(table);
    expect(suspects).toEqual(['1', '2']);
    const common = { row: 2, id: '1', name: 'Slack', action: 'update', kind: 'problem' };
    const message = 'Torii does not take changes of “Score”; the next refresh puts it back.';
    expect(readOnlyProblems(suspects, desk.live(), table)).toMatchObject([
      { ...common, field: 'currency', from: 'EUR', to: 'USD', live: 'EUR' },
      { ...common, field: 'score', from: 7, to: 9, live: 7, message },
    ]);
  });

  it('are not where only the platform changed them, or a person their format', () => {
    const desk = new EditedDesk();
    desk.put({ id: 1, score: 8 });
    const row = desk.rowOf('1');
    desk.sheet.cell(row, desk.columnOf('Last visit')).value = 46_320.104_166_666_7;
    const table = desk.table();
    expect(findEdits(table).suspects).toEqual(['1']);
    expect(readOnlyProblems(['1', '2', '9'], desk.live(), table)).toEqual([]);
    expect(readOnlyProblems(['1'], new Map([['1', null]]), table)).toEqual([]);
  });
});
