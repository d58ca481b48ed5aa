import type { Change } from '../../../../src/core/change/change';
import { compareLive } from '../../../../src/core/change/compare';
import { findEdits } from '../../../../src/core/change/edits';
import { liveMoved, sheetMoved } from '../../../../src/core/change/moved';
import { EditedDesk } from './edited-desk';

function edited(): EditedDesk {
  const desk = new EditedDesk();
  desk.type('1', 'Note', 'mine');
  desk.type('1', 'Seats', 13);
  desk.type('2', 'End date', "'2027-01-05");
  desk.addRow({ Name: 'Zoom', 'App ID': 30 });
  return desk;
}

function moved(desk: EditedDesk, planned: readonly Change[]): readonly string[] {
  const table = desk.table();
  return sheetMoved(planned, findEdits(table), table);
}

describe('a tab since its preview', () => {
  it('still holds after sorting, other edits, other columns, formats and a refresh', () => {
    const desk = edited();
    const planned = desk.changes();
    desk.type('1', 'Tags', 'new');
    desk.type('2', 'End date', "'5 Jan 2027");
    desk.insertColumn(2, ['Mine', '', 'x']);
    const [header = [], ...rows] = desk.sheet.cells;
    desk.sheet.cells = [header, ...rows.reverse()];
    expect(moved(desk, planned)).toEqual([]);
    desk.refresh();
    expect(moved(desk, planned)).toEqual([]);
    expect(moved(desk, [])).toEqual([]);
  });

  it('moved where a cell, a row or a column is another', () => {
    const desk = edited();
    const planned = desk.changes();
    desk.type('1', 'Note', 'other');
    desk.type('1', 'Seats', '');
    desk.sheet.cells.splice(desk.rowOf('2') - 1, 1);
    desk.sheet.write(3, desk.columnOf('Name'), 'Zoom Pro');
    expect(moved(desk, planned)).toEqual([
      '“Slack”, Seats: was 13 in the preview, is empty now.',
      '“Slack”, Note: was “mine” in the preview, is “other” now.',
      'The row of “Notion” is not in the tab any more.',
      'Row 4 is not the new “Zoom” of the preview any more.',
    ]);
    desk.deleteColumn('Note');
    desk.deleteColumn('App ID');
    expect(moved(desk, planned)).toEqual(
      expect.arrayContaining([
        'The column “Note” is not in the tab any more.',
        'The column “App ID” is not in the tab any more.',
      ]),
    );
  });

  it('moved where a row was copied, or a cell cannot be sent any more', () => {
    const desk = edited();
    const planned = desk.changes();
    desk.addRow({ ID: 2 });
    expect(moved(desk, planned)).toEqual(['Rows 3 and 5 are both “Notion” now.']);
    const table = desk.table({ fields: desk.fields.map((field) => ({ ...field, options: [] })) });
    const rows = new Map(table.snapshot.rows);
    rows.set('1', { ...rows.get('1')!, gone: '2026-11-23' });
    const gone = { ...table, snapshot: { ...table.snapshot, rows } };
    expect(sheetMoved(planned.slice(0, 1), findEdits(gone), gone)).toEqual([
      expect.stringMatching(/^“Slack”, Seats: This contract is gone from Torii/),
    ]);
  });

  it('moved where one of two like new rows is there no more', () => {
    const desk = edited();
    desk.addRow({ Name: 'Zoom', 'App ID': 30 });
    const planned = desk.changes();
    expect(moved(desk, planned)).toEqual([]);
    desk.sheet.cells.splice(3, 1);
    expect(moved(desk, planned)).toEqual(['Row 5 is not the new “Zoom” of the preview any more.']);
  });

  it('names five things at most', () => {
    const desk = edited();
    const planned = Array.from({ length: 9 }, (_, n): Change => ({ ...desk.changes()[0]!, id: `${n + 50}` }));
    expect(moved(desk, planned)).toHaveLength(5);
  });
});

describe('the platform since the preview', () => {
  const LIVE = { isLive: true };

  it('moved where it says neither what was shown nor what is to be sent', () => {
    const desk = edited();
    desk.put({ id: 1, note: 'theirs' });
    const table = desk.table();
    const planned = compareLive(findEdits(table).changes, desk.live(), table);
    expect(planned.map(({ kind }) => kind)).toEqual(['change', 'conflict', 'change', 'change', 'change']);
    expect(liveMoved(planned, desk.live(), LIVE, table)).toEqual([]);
    desk.put({ id: 1, note: 'first', seats: 13 }, { id: 2, end: '2026-01-01' });
    expect(liveMoved(planned, desk.live(), LIVE, table)).toMatchObject([
      { id: '1', field: 'note', kind: 'conflict', live: 'first' },
      { id: '2', field: 'end', kind: 'conflict', live: '2026-01-01' },
    ]);
    expect(liveMoved(planned, new Map(), LIVE, table)).toEqual(
      planned.filter(({ action }) => action === 'update'),
    );
    const unread = compareLive(findEdits(table).changes, new Map(), table);
    expect(liveMoved(unread, new Map(), LIVE, table)).toEqual([]);
  });

  it('moved where a record that is to be deleted is called something else, not where it is gone', () => {
    const desk = edited();
    const about = { row: 2, id: '1', name: 'Slack', action: 'delete', field: '', label: 'Delete' } as const;
    const planned = [{ ...about, from: 'Slack', to: '', kind: 'change' }] as const;
    expect(liveMoved(planned, desk.live(), LIVE, desk.table())).toEqual([]);
    expect(liveMoved(planned, new Map([['1', null]]), LIVE, desk.table())).toEqual([]);
    desk.put({ id: 1, name: 'Figma' });
    expect(liveMoved(planned, desk.live(), LIVE, desk.table())).toMatchObject([{ live: 'Figma' }]);
  });

  it('is held against the last refresh where nobody asked it for the preview', () => {
    const desk = edited();
    const planned = desk.changes();
    const table = desk.table();
    expect(liveMoved(planned, desk.live(), { isLive: false }, table)).toEqual([]);
    desk.put({ id: 1, note: 'theirs' });
    expect(liveMoved(planned, desk.live(), { isLive: false }, table)).toMatchObject([{ field: 'note' }]);
  });

  it('moved where the record or the field is gone', () => {
    const desk = edited();
    const table = desk.table();
    const planned = findEdits(table).changes;
    const gone = new Map([...desk.live(), ['2', null] as const]);
    const fields = table.fields.filter(({ key }) => key !== 'note');
    expect(liveMoved(planned, gone, LIVE, { ...table, fields })).toMatchObject([
      { field: 'note', kind: 'problem' },
      { field: 'end', kind: 'problem' },
    ]);
  });
});
