import { compareLive } from '../../../../src/core/change/compare';
import { deletionsSince, madeValues, reverse } from '../../../../src/core/change/undo';
import type { JournalEntry } from '../../../../src/core/log/push-journal';
import { EditedDesk } from './edited-desk';
import { entry } from './journal-line';

describe('taking back', () => {
  it('goes from what was sent to what was there, where the record is now', () => {
    const desk = new EditedDesk();
    const entries = [
      entry({ id: '2', name: 'Notion', field: 'seats', label: 'Seats', before: '', after: 5 }),
      entry({}),
      entry({ id: '77', name: 'Old', before: 'a', after: 'b' }),
    ];
    const common = { action: 'update', kind: 'change' };
    expect(reverse(entries, desk.table(), false)).toEqual([
      { ...common, row: 0, id: '77', name: 'Old', field: 'note', label: 'Note', from: 'b', to: 'a' },
      {
        ...common,
        row: 2,
        id: '1',
        name: 'Slack',
        field: 'note',
        label: 'Note',
        from: 'first',
        to: 'zeroth',
      },
      { ...common, row: 3, id: '2', name: 'Notion', field: 'seats', label: 'Seats', from: 5, to: '' },
    ]);
  });

  it('concerns only what was sent, the last of a cell, and nothing that was the same', () => {
    const desk = new EditedDesk();
    const others = ['planned', 'sending', 'refused', 'unknown', 'moved', 'unsent'] as const;
    const entries = [
      ...others.map((outcome) => entry({ outcome, field: 'name' })),
      entry({ before: 'x', after: 'y' }),
      entry({}),
      entry({ field: 'tags', before: 'a, b', after: 'b, a' }),
    ];
    expect(reverse(entries, desk.table(), true)).toMatchObject([
      { field: 'note', from: 'first', to: 'zeroth' },
    ]);
  });

  it('is a conflict where somebody changed it since', () => {
    const desk = new EditedDesk();
    desk.put({ id: 1, note: 'later' });
    const changes = reverse([entry({})], desk.table(), true);
    expect(compareLive(changes, desk.live(), desk.table())).toMatchObject([
      { kind: 'conflict', from: 'first', to: 'zeroth', live: 'later' },
    ]);
  });

  it('of a field that takes no changes any more is a problem', () => {
    const desk = new EditedDesk();
    const entries = [entry({ field: 'score', label: 'Score' }), entry({ field: 'lost', label: 'Lost' })];
    expect(reverse(entries, desk.table(), true)).toMatchObject([
      { kind: 'problem', message: 'Torii does not take changes of “Score” any more.' },
      { kind: 'problem', message: expect.stringContaining('does not offer “Lost” any more') },
    ]);
  });

  it('of a new record deletes it, where the platform lets us', () => {
    const desk = new EditedDesk();
    const created = [
      entry({ action: 'create', field: 'name', before: '', after: 'Slack' }),
      entry({ action: 'create', field: 'app', before: '', after: '10' }),
      entry({ before: '', after: 'first' }),
    ];
    expect(reverse(created, desk.table(), true)).toEqual([
      {
        row: 2,
        id: '1',
        name: 'Slack',
        action: 'delete',
        field: '',
        label: 'Delete this contract',
        from: 'Slack',
        to: '',
        kind: 'change',
      },
    ]);
    expect(reverse(created, desk.table(), false)).toMatchObject([
      { action: 'delete', kind: 'problem', message: expect.stringContaining('Delete it in Torii itself') },
    ]);
    const unknown = entry({ action: 'create', id: 'row 9', field: 'name', before: '', after: 'Slack' });
    expect(reverse([unknown], desk.table(), true)).toMatchObject([
      { row: 9, kind: 'problem', message: expect.stringContaining('Nobody knows which id') },
    ]);
  });

  it('of a deletion says how to make the record anew', () => {
    const desk = new EditedDesk();
    const deleted = entry({ action: 'delete', field: '', label: 'Delete this contract', after: '' });
    expect(reverse([deleted], desk.table(), true)).toMatchObject([
      {
        row: 2,
        action: 'create',
        field: '',
        kind: 'problem',
        message:
          'A contract that was deleted does not come back. Empty the “ID” cell of its row and push: it is then made anew.',
      },
    ]);
    const { creating: _none, ...table } = desk.table();
    expect(reverse([deleted], table, true)[0]?.message).toContain('Make it anew in Torii itself.');
  });
});

describe('a record that the push has made', () => {
  const made = (more: Partial<JournalEntry>) => entry({ action: 'create', before: '', row: 2, ...more });
  const since = (desk: EditedDesk) => {
    const table = desk.table();
    const entries = [
      made({ field: 'note', after: 'first' }),
      made({ field: 'seats', label: 'Seats', after: 12 }),
      made({ field: 'name', label: 'Name', after: 'Never arrived', outcome: 'refused' }),
    ];
    const changes = [...reverse(entries, table, true), ...madeValues(entries)];
    return deletionsSince(compareLive(changes, desk.live(), table), 'Torii');
  };

  it('is deleted where it still says what it was made with', () => {
    expect(since(new EditedDesk())).toMatchObject([{ action: 'delete', kind: 'change', id: '1' }]);
  });

  it('is a conflict that names what somebody has changed since', () => {
    const desk = new EditedDesk();
    desk.put({ id: 1, seats: 13 });
    expect(since(desk)).toMatchObject([
      { action: 'delete', kind: 'conflict', message: 'It was changed in Torii since it was made: “Seats”.' },
    ]);
  });

  it('is gone already where somebody has deleted it', () => {
    const desk = new EditedDesk();
    desk.records.delete('1');
    const table = desk.table();
    const entries = [made({})];
    const changes = [...reverse(entries, table, true), ...madeValues(entries)];
    const beside = compareLive(changes, new Map([['1', null]]), table);
    expect(deletionsSince(beside, 'Torii')).toMatchObject([{ action: 'delete', kind: 'same' }]);
  });
});
