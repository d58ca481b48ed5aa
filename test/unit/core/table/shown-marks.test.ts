import { markAt, shownFieldsOf, shownMark } from '../../../../src/core/table/shown-marks';
import { DeskOfOne, FIELDS } from './desk-of-one';
import { fieldOf } from './fields';

const BERLIN = { timeZone: 'Europe/Berlin' };
const text = fieldOf({ key: 't' });

describe('the mark of a cell', () => {
  it('is short, and another for another value', () => {
    const marks = ['', 'a', 'b', 'A', 5, true].map((cell) => shownMark(text, cell, BERLIN));
    expect(new Set(marks).size).toBe(marks.length);
    for (const mark of marks) expect(mark).toMatch(/^[0-9a-z]{2}$/);
  });

  it('is the same for what Sheets cannot tell apart', () => {
    const yes = fieldOf({ key: 'y', type: 'boolean' });
    const seen = fieldOf({ key: 's', type: 'dateTime' });
    expect(shownMark(yes, '', BERLIN)).toBe(shownMark(yes, false, BERLIN));
    expect(shownMark(text, '12', BERLIN)).toBe(shownMark(text, 12, BERLIN));
    // The two moments that share a wall time when the clock is set back.
    expect(shownMark(seen, new Date('2026-10-25T00:30:00Z'), BERLIN)).toBe(
      shownMark(seen, new Date('2026-10-25T01:30:00Z'), BERLIN),
    );
  });
});

describe('the fields that are marked', () => {
  it('are those that cannot be edited, beside some that can', () => {
    const columns = FIELDS.map((field) => ({ field }));
    expect([...shownFieldsOf(columns, 'id')]).toEqual(['owner', 'seen']);
    expect([
      ...shownFieldsOf(
        columns.filter(({ field }) => !field.writable),
        'id',
      ),
    ]).toEqual([]);
  });
});

describe('the snapshot', () => {
  const desk = (): DeskOfOne =>
    new DeskOfOne().put({ id: 1, name: 'Slack', owner: { email: 'a@x.io' }, seen: '2026-01-01T00:00:00Z' });

  it('remembers what was written, from the first pull on and whatever a person did to it', () => {
    const one = desk();
    one.refresh();
    const { config, rows } = one.snapshot()!;
    expect(config.shownFields).toEqual(['owner', 'seen']);
    const { shown = '' } = rows.get('1')!;
    expect(markAt(shown, 0)).toBe(shownMark(FIELDS[6]!, 'a@x.io', one));
    expect(markAt(shown, 1)).toBe(shownMark(FIELDS[7]!, new Date('2026-01-01T00:00:00Z'), one));
    one.type('1', 'Owner', 'b@x.io');
    one.put({ id: 2, name: 'New' });
    one.refresh();
    expect(one.snapshot()!.rows.get('1')?.shown).toBe(shown);
    expect(one.snapshot()!.rows.get('2')?.shown).toHaveLength(4);
    one.put({ id: 1, owner: { email: 'c@x.io' } });
    one.refresh();
    expect(one.snapshot()!.rows.get('1')?.shown).not.toBe(shown);
  });

  it('is the same after a refresh that brings nothing, also of rows that did not come', () => {
    const one = desk().put({ id: 2, name: 'Old' });
    one.refresh();
    one.records.delete('2');
    one.refresh({ complete: false });
    const before = JSON.stringify([...one.snapshot()!.rows]);
    expect(before).toContain('"shown"');
    expect(one.refresh({ complete: false }).statusOnly).toBe(true);
    expect(JSON.stringify([...one.snapshot()!.rows])).toBe(before);
  });

  it('forgets marks of rows that did not come once their order is another', () => {
    const one = desk().put({ id: 2, name: 'Old' });
    one.refresh();
    one.records.delete('2');
    one.fields = FIELDS.filter(({ key }) => key !== 'owner');
    one.refresh({ complete: false });
    expect(one.snapshot()!.rows.get('1')?.shown).toHaveLength(2);
    expect(one.snapshot()!.rows.get('2')).not.toHaveProperty('shown');
  });

  it('tells by what edits are found where nobody can ask the platform', () => {
    const one = desk();
    one.fields = FIELDS.map((field) => ({ ...field, evidence: { source: 'far away' } }));
    one.refresh();
    const described = one.snapshot()!.config.described ?? [];
    expect(described.map(({ key }) => key)).toEqual(['id', 'name', 'price', 'auto', 'end', 'tags']);
    expect(described[2]).toEqual({ ...FIELDS[2], help: '' });
  });
});
