/** Marks are remembered beside the plan, and before anything is painted. */
import { clearMarks, updateMarks } from '../../../../src/app/push/marks';
import type { TabEntry } from '../../../../src/app/tab-index';
import type { MarkedTable } from '../../../../src/core/change/marked-tab';
import { MARK_COLOURS } from '../../../../src/core/change/marks';
import { PushOfOne } from '../../core/change/push-of-one';
import { FileOfModels } from './file-of-models';

function marked(count = 3) {
  const desk = new PushOfOne();
  for (let id = 1; id <= count; id += 1) desk.put({ id, name: `Tool ${id}` });
  desk.refresh();
  const file = new FileOfModels();
  file.add(desk.sheet);
  const ports = file.ports();
  const entry = { id: 7, tab: 'Apps', snapshot: 'SaaS Ledger · Apps' } as TabEntry;
  const table = (): MarkedTable => {
    const snapshot = desk.snapshot();
    if (!snapshot) throw new Error('there is no snapshot');
    return { image: desk.sheet.image(), snapshot, fields: desk.fields, key: 'id', timeZone: 'UTC' };
  };
  const background = (id: string): unknown => desk.sheet.cell(desk.rowOf(id), 2).background ?? null;
  return { desk, file, ports, entry, table, background };
}

const name = (id: string) => ({ id, field: 'name' });

it('takes off what is no edit any more, and shows what was refused', () => {
  const { desk, ports, entry, table, background } = marked();
  for (const id of ['1', '2']) desk.type(id, 'Name', `New ${id}!`);
  updateMarks(ports, entry, table(), [
    { ...name('1'), look: 'change' },
    { ...name('2'), look: 'change' },
  ]);
  expect([background('1'), background('2')]).toEqual([MARK_COLOURS.change, MARK_COLOURS.change]);
  desk.settle([{ change: desk.change('1', 'name'), outcome: 'sent' }]);
  clearMarks(ports, entry, table(), [{ ...name('2'), look: 'refused', note: 'Taken.' }]);
  expect([background('1'), background('2')]).toEqual([null, MARK_COLOURS.refused]);
  expect(desk.sheet.cell(desk.rowOf('2'), 2).note).toBe('SaaS Ledger: Taken.');
  desk.type('2', 'Name', 'Tool 2');
  clearMarks(ports, entry, table());
  expect([background('2'), desk.sheet.cell(desk.rowOf('2'), 2).note]).toEqual([null, '']);
});

it('asks for one row where nothing is marked, and is quiet where all is as it shall be', () => {
  const { desk, file, ports, entry, table } = marked();
  clearMarks(ports, entry, table());
  updateMarks(ports, entry, table(), []);
  expect(file.asked).toEqual(['readRows', 'readRows']);
  desk.type('1', 'Name', 'New!');
  const wanted = [{ ...name('1'), look: 'change' }] as const;
  updateMarks(ports, entry, table(), wanted);
  file.asked = [];
  updateMarks(ports, entry, table(), wanted);
  expect(file.asked).toEqual(['readRows', 'readBackgrounds']);
});

it('remembers thousands of marks, in the same few calls', () => {
  const { desk, file, ports, entry, table, background } = marked(900);
  const wanted = Array.from({ length: 900 }, (_, n) => ({
    ...name(String(n + 1)),
    look: 'problem' as const,
    note: `The name “${'x'.repeat(90)}” is too long.`,
  }));
  updateMarks(ports, entry, table(), wanted);
  expect(file.asked).toEqual([
    ...['readRows', 'readBackgrounds', 'readNotes'],
    ...['create', 'grow', 'values', 'flush', 'background', 'notes'],
  ]);
  expect(background('900')).toBe(MARK_COLOURS.problem);
  desk.sheet.cell(3, 2).background = '#123456';
  updateMarks(ports, entry, table(), []);
  expect([background('1'), background('2'), background('900')]).toEqual([null, '#123456', null]);
});
