import { doubtedRows, doubtNewRows } from '../../../../src/core/change/doubted-rows';
import { findEdits } from '../../../../src/core/change/edits';
import type { JournalEntry, JournalOutcome } from '../../../../src/core/log/push-journal';
import { EditedDesk } from './edited-desk';
import { entry } from './journal-line';

/** The lines of a creation as an earlier push left them. */
function creation(outcome: JournalOutcome, values: object, more: Partial<JournalEntry> = {}): JournalEntry[] {
  const about = { id: 'row 9', name: 'Zoom', action: 'create', before: '', outcome } as const;
  return Object.entries(values).map(([field, after]) =>
    entry({ ...about, field, label: field, after: after as string, ...more }),
  );
}

const ZOOM = { name: 'Zoom', app: '30', tags: 'calls' };

function kinds(entries: readonly JournalEntry[], row: Readonly<Record<string, string | number>> = {}) {
  const desk = new EditedDesk();
  desk.addRow({ Name: 'Zoom', 'App ID': 30, ...row });
  desk.type('1', 'Note', 'mine');
  const table = desk.table();
  const { changes } = findEdits(table);
  const rows = doubtedRows(changes, entries, table);
  for (const at of rows.values()) expect(at).toBe(5);
  const found = new Map([...rows.keys()].map((id) => [id, null]));
  return doubtNewRows(changes, found, table).map(({ field, kind }) => [field, kind]);
}

const SURE = [
  ['note', 'change'],
  ['name', 'change'],
  ['app', 'change'],
];
const DOUBTED = [
  ['note', 'change'],
  ['name', 'conflict'],
  ['app', 'conflict'],
];

describe('a new row', () => {
  it.each(['sending', 'unknown', 'sent'] as const)(
    'is in doubt where one like it was left as “%s”',
    (outcome) => {
      expect(kinds(creation(outcome, ZOOM))).toEqual(DOUBTED);
      expect(kinds(creation(outcome, { ...ZOOM, name: ' zoom' }))).toEqual(DOUBTED);
    },
  );

  it.each(['planned', 'refused', 'unsent', 'moved'] as const)(
    'is in no doubt where it surely did not go: “%s”',
    (outcome) => {
      expect(kinds(creation(outcome, ZOOM))).toEqual(SURE);
    },
  );

  it('is another one where the tab has got that record, or it says something else', () => {
    expect(kinds(creation('sent', ZOOM, { id: '2' }))).toEqual(SURE);
    expect(kinds(creation('unknown', { ...ZOOM, app: '31' }))).toEqual(SURE);
    expect(kinds(creation('unknown', { name: 'Zoom' }))).toEqual(SURE);
    expect(kinds(creation('unknown', ZOOM, { action: 'update' }))).toEqual(SURE);
  });

  it('stays a problem where it is one', () => {
    expect(kinds(creation('unknown', ZOOM), { Score: 5 })).toEqual([...DOUBTED, ['score', 'problem']]);
  });

  it('says what is there, or what to look for', () => {
    const desk = new EditedDesk();
    const row = desk.addRow({ Name: 'Zoom', 'App ID': 30 });
    const table = desk.table();
    const said = (id: string | null) =>
      doubtNewRows(findEdits(table).changes, new Map([[`row ${String(row)}`, id]]), table)[0]?.message;
    expect(said('77')).toContain('Torii has it as 77');
    expect(said(null)).toContain('may be there already');
  });
});
