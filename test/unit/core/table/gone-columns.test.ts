/** Columns of fields that the platform does not offer any more. */
import { keyOfNote } from '../../../../src/core/table/note';
import { DeskOfOne, FIELDS } from './desk-of-one';
import { fieldOf } from './fields';

const CHOSEN = FIELDS.map(({ key }) => key);

function pulled(): DeskOfOne {
  const desk = new DeskOfOne();
  for (const id of [1, 2, 3]) desk.put({ id, name: `App ${id}`, tags: ['a', 'b'] });
  desk.refresh();
  return desk;
}

/** Takes a field out of what the platform offers; it stays chosen. */
function withdraw(desk: DeskOfOne, key: string): void {
  desk.fields = FIELDS.filter((field) => field.key !== key);
  for (const id of [1, 2, 3]) desk.put({ id, [key]: undefined });
}

const coloursOf = (desk: DeskOfOne, header: string): (string | null)[] => {
  const column = desk.columnOf(header);
  return [1, 2, 3, 4].map((row) => desk.sheet.cell(row, column).color);
};

const GREY = '#757b82';
const more = { chosen: CHOSEN };

it('turn grey once, say since when, and keep their values', () => {
  const desk = pulled();
  withdraw(desk, 'tags');
  const { remarks, counts, snapshot } = desk.refresh(more);
  expect(remarks).toEqual([
    '“Tags” is not offered by Torii any more since 2026-11-22: it was deleted or hidden there. ' +
      'Its column keeps the last values, in grey.',
  ]);
  expect(counts).toMatchObject({ updated: 0, pending: 0, conflicts: 0 });
  expect(coloursOf(desk, 'Tags')).toEqual([GREY, GREY, GREY, GREY]);
  expect(coloursOf(desk, 'Owner')).toEqual([null, null, null, null]);
  expect(desk.get('1', 'Tags')).toBe('a, b');
  const note = desk.sheet.notes[desk.columnOf('Tags') - 1]!;
  expect(note.split('\n').slice(-2)).toEqual([
    'Not offered by Torii any more since 2026-11-22: deleted or hidden there. The values are the last that came.',
    'saas-ledger: tags',
  ]);
  expect(snapshot.config.fields).toEqual(CHOSEN);
  expect(snapshot.config.columns.find(({ key }) => key === 'tags')?.gone).toBe('2026-11-22');

  desk.now += 5 * 86_400_000;
  expect(desk.plan(more).statusOnly).toBe(true);
  desk.refresh(more);
  expect(desk.snapshot()?.config.columns.find(({ key }) => key === 'tags')?.gone).toBe('2026-11-22');
});

it('come back when they are offered again, but for rows that are gone', () => {
  const desk = pulled();
  withdraw(desk, 'tags');
  desk.refresh(more);
  desk.records.delete('2');
  desk.refresh(more);
  desk.fields = FIELDS;
  for (const id of [1, 3]) desk.put({ id, tags: ['new'] });
  desk.refresh(more);
  expect(coloursOf(desk, 'Tags')).toEqual([null, null, GREY, null]);
  expect(desk.get('1', 'Tags')).toBe('new');
  expect(desk.sheet.notes[desk.columnOf('Tags') - 1]).not.toContain('Not offered');
  expect(desk.snapshot()?.config.columns.find(({ key }) => key === 'tags')?.gone).toBeUndefined();
  expect(desk.plan(more)).toMatchObject({ statusOnly: true, remarks: [] });
});

it('keep what was typed into them, which counts once they are back', () => {
  const desk = pulled();
  withdraw(desk, 'tags');
  desk.refresh(more);
  desk.type('1', 'Tags', 'mine');
  expect(desk.refresh(more).counts).toMatchObject({ pending: 0, conflicts: 0 });
  expect(desk.get('1', 'Tags')).toBe('mine');
  desk.fields = FIELDS;
  for (const id of [1, 2, 3]) desk.put({ id, tags: ['a', 'b'] });
  expect(desk.refresh(more).counts).toMatchObject({ pending: 1, conflicts: 0 });
});

it('are followed where people move and rename them, and found without their note', () => {
  const desk = pulled();
  withdraw(desk, 'tags');
  desk.refresh(more);
  desk.sheet.write(1, desk.columnOf('Tags'), 'Labels');
  expect(desk.refresh(more).remarks[0]).toMatch(/^“Labels” is not offered by Torii/);
  const column = desk.columnOf('Labels');
  desk.sheet.notes[column - 1] = '';
  desk.refresh(more);
  expect(keyOfNote(desk.sheet.notes[column - 1]!)).toBe('tags');
  expect(desk.sheet.notes[column - 1]).toContain('Not offered by Torii');
  desk.fields = FIELDS;
  desk.refresh(more);
  expect(desk.sheet.notes[column - 1]).toMatch(/^Help for tags\./);
});

it('are not judged by a read that may have missed something, or that brought nothing', () => {
  for (const weak of [{ complete: false }, { records: [] }]) {
    const desk = pulled();
    withdraw(desk, 'tags');
    const { remarks } = desk.refresh({ ...more, ...weak });
    expect(remarks).toEqual(['“Tags” did not come from Torii this time; its column was left as it is.']);
    expect(coloursOf(desk, 'Tags')[0]).toBeNull();
  }
});

it('that a person has deleted are not spoken of again, until they are chosen', () => {
  const desk = pulled();
  desk.deleteColumn('Tags');
  withdraw(desk, 'tags');
  expect(desk.refresh(more).remarks).toEqual([]);
  const said = 'The field “tags” is not offered by Torii: it was deleted or hidden there. It has no column.';
  expect(desk.refresh({ ...more, chosenNow: true }).remarks).toEqual([said]);
  const first = new DeskOfOne().put({ id: 1 });
  withdraw(first, 'tags');
  expect(first.refresh(more).remarks).toEqual([said]);
});

it('do not tint new columns beside them', () => {
  const desk = pulled();
  desk.deleteColumn('Status');
  withdraw(desk, 'seen');
  desk.refresh(more);
  desk.sheet.insertColumns(desk.columnOf('Last visit'), 1);
  desk.fields = [...desk.fields, fieldOf({ key: 'url', label: 'Website' })];
  desk.refresh({ chosen: [...CHOSEN, 'url'] });
  expect(coloursOf(desk, 'Website')).toEqual([null, null, null, null]);
  expect(coloursOf(desk, 'Last visit')).toEqual([GREY, GREY, GREY, GREY]);
});
