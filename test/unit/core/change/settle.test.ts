/** After a push: the snapshot moves on for what arrived, words say what did not, and nothing that was typed is lost. */
import type { SettledChange } from '../../../../src/core/change/settle';
import { START } from '../table/desk-of-one';
import { PushOfOne } from './push-of-one';

function pushed(): PushOfOne {
  const desk = new PushOfOne('Europe/Berlin');
  for (let id = 1; id <= 4; id += 1)
    desk.put({
      id,
      name: `Tool ${id}`,
      price: id * 100,
      currency: 'EUR',
      auto: false,
      tags: ['a', 'b'],
      seen: START,
    });
  desk.refresh();
  return desk;
}

const sent = (change: SettledChange['change'], more: Partial<SettledChange> = {}): SettledChange => ({
  change,
  outcome: 'sent',
  ...more,
});

it('moves the snapshot on for what was sent, and leaves the cell as it was typed', () => {
  const desk = pushed();
  desk.type('2', 'Name', 'Slack');
  desk.type('2', 'Price', '7.5');
  const results = [sent(desk.change('2', 'name')), sent(desk.change('2', 'price'))];
  const { plan, counts } = desk.settle(results);
  expect(plan.operations).toEqual([]);
  expect([desk.remembered('2', 'name'), desk.remembered('2', 'price')]).toEqual(['Slack', 7.5]);
  expect(counts).toEqual({ pending: 0, conflicts: 0 });
});

it('brings in what the platform made of it, and what else it answered', () => {
  const desk = pushed();
  desk.type('2', 'Name', ' slack ');
  const answers = new Map([
    ['2', { id: 2, name: 'Slack', price: 900, currency: 'JPY', owner: { email: 'a@b.c' } }],
  ]);
  desk.settle([sent(desk.change('2', 'name'))], { answers });
  expect([desk.get('2', 'Name'), desk.get('2', 'Price'), desk.get('2', 'Owner')]).toEqual([
    'Slack',
    900,
    'a@b.c',
  ]);
  expect(desk.sheet.cell(desk.rowOf('2'), desk.columnOf('Price')).format).toBe('[$JPY] #,##0');
  expect(desk.remembered('2', 'price')).toBe(900);
});

it('believes no amount of an answer that does not name the currency', () => {
  const desk = pushed();
  desk.type('2', 'Price', 12);
  desk.settle([sent(desk.change('2', 'price'))], { answers: new Map([['2', { price: 1200 }]]) });
  expect([desk.get('2', 'Price'), desk.remembered('2', 'price')]).toEqual([12, 12]);
});

it('keeps what a person typed while it was being sent, as an edit', () => {
  const desk = pushed();
  desk.type('2', 'Name', 'Slack');
  const change = desk.change('2', 'name');
  desk.type('2', 'Name', 'Slack Enterprise');
  const { counts } = desk.settle([sent(change)], { answers: new Map([['2', { name: 'SLACK' }]]) });
  expect(desk.get('2', 'Name')).toBe('Slack Enterprise');
  expect(desk.remembered('2', 'name')).toBe('SLACK');
  expect(desk.status(desk.rowOf('2'))).toBe('Edited, not sent');
  expect(counts.pending).toBe(1);
});

it('says why in the row, until the edit is gone', () => {
  const desk = pushed();
  desk.type('2', 'Name', 'Slack');
  desk.type('3', 'Name', 'Zoom');
  desk.type('4', 'Name', 'Miro');
  desk.type('4', 'Price', 5);
  const { counts } = desk.settle([
    { change: desk.change('2', 'name'), outcome: 'refused', message: 'The name is\ntaken.' },
    { change: desk.change('3', 'name'), outcome: 'unknown', message: 'Torii did not answer.' },
    { change: desk.change('4', 'name'), outcome: 'moved' },
    sent(desk.change('4', 'price')),
  ]);
  const words = (): unknown[] => ['1', '2', '3', '4'].map((id) => desk.status(desk.rowOf(id)));
  expect(words()).toEqual([
    '',
    'Not sent: The name is taken.',
    'Sent, not confirmed: Torii did not answer.',
    'Edited here and changed in Torii',
  ]);
  expect(counts).toEqual({ pending: 2, conflicts: 1 });
  expect(desk.remembered('2', 'name')).toBe('Tool 2');
  desk.refresh();
  expect(words().slice(1)).toEqual(['Not sent: The name is taken.', 'Edited, not sent', 'Edited, not sent']);
  desk.type('2', 'Name', 'Tool 2');
  expect(desk.settle([]).counts).toEqual({ pending: 2, conflicts: 0 });
  expect(words()[1]).toBe('');
  desk.type('4', 'Name', 'Tool 4');
  desk.refresh();
  expect(words()[3]).toBe('');
});

it('undoes: cells that still say what was sent go back, others are kept', () => {
  const desk = pushed();
  for (const [id, name] of [
    ['2', 'Slack'],
    ['3', 'Zoom'],
  ] as const) {
    desk.type(id, 'Name', name);
    desk.settle([sent(desk.change(id, 'name'))]);
  }
  const results = ['2', '3'].map((id) => sent(desk.change(id, 'name', { to: `Tool ${id}` })));
  desk.type('3', 'Name', 'Zoom Pro');
  const { counts } = desk.settle(results, { purpose: 'undo' });
  expect([desk.get('2', 'Name'), desk.get('3', 'Name')]).toEqual(['Tool 2', 'Zoom Pro']);
  expect([desk.remembered('2', 'name'), desk.remembered('3', 'name')]).toEqual(['Tool 2', 'Tool 3']);
  expect(counts.pending).toBe(1);
});

it('does not touch again what was settled before', () => {
  const desk = pushed();
  desk.type('2', 'Name', 'slack');
  const results = [sent(desk.change('2', 'name'))];
  desk.settle(results, { answers: new Map([['2', { name: 'Slack' }]]) });
  desk.type('2', 'Name', 'Slack 2');
  desk.settle(results);
  expect([desk.get('2', 'Name'), desk.remembered('2', 'name')]).toEqual(['Slack 2', 'Slack']);
});

describe('a new record', () => {
  function typed(): { readonly desk: PushOfOne; readonly row: number } {
    const desk = pushed();
    const row = 7;
    desk.sheet.write(row, desk.columnOf('Name'), 'Figma');
    desk.sheet.write(row, desk.columnOf('Price'), 3);
    return { desk, row };
  }

  it('gives its row the id, what the platform added, and a place in the snapshot', () => {
    const { desk, row } = typed();
    const results = desk.creation(row).map((change) => sent(change, { newId: '99' }));
    const answers = new Map([['99', { id: 99, name: 'Figma', auto: true, seen: START }]]);
    const { snapshot } = desk.settle(results, { answers });
    expect(desk.rowOf('99')).toBe(row);
    expect(desk.sheet.read(row, desk.columnOf('ID'))).toBe(99);
    expect([desk.get('99', 'Auto-renewal'), desk.get('99', 'Last visit')]).toEqual([true, new Date(START)]);
    expect(desk.sheet.cell(row, desk.columnOf('Last visit')).format).toBe('yyyy-mm-dd hh:mm');
    expect(desk.sheet.checkboxes.has(`${row}:${desk.columnOf('Auto-renewal')}`)).toBe(true);
    expect(snapshot.config.rows).toBe(5);
    expect(desk.remembered('99', 'price')).toBe(3);
    desk.put({ id: 99, name: 'Figma', price: 300, currency: 'USD', auto: true, seen: START });
    const { counts } = desk.refresh();
    expect([counts.added, counts.pending, counts.conflicts]).toEqual([0, 0, 0]);
  });

  it('finds its row where people have sorted, and where somebody went on typing', () => {
    const { desk, row } = typed();
    const changes = desk.creation(row);
    desk.sheet.insertRows(2, 1);
    desk.sheet.write(row + 1, desk.columnOf('Price'), 4);
    desk.settle(changes.map((change) => sent(change, { newId: '99' })));
    expect(desk.rowOf('99')).toBe(row + 1);
    expect([desk.get('99', 'Price'), desk.remembered('99', 'price')]).toEqual([4, 3]);
    expect(desk.status(row + 1)).toBe('Edited, not sent');
  });

  it('tells two rows apart that say the same, and says at its row what was refused', () => {
    const { desk, row } = typed();
    desk.sheet.write(row + 1, desk.columnOf('Name'), 'Figma');
    desk.sheet.write(row + 1, desk.columnOf('Price'), 3);
    const refused = desk
      .creation(row)
      .map((change): SettledChange => ({ change, outcome: 'refused', message: 'Taken.' }));
    const created = desk.creation(row + 1).map((change) => sent(change, { newId: '98' }));
    desk.settle([...refused, ...created]);
    expect(desk.rowOf('98')).toBe(row + 1);
    expect(desk.status(row)).toBe('Not sent: Taken.');
  });

  it('is left to the next refresh where its row is gone', () => {
    const { desk, row } = typed();
    const results = desk.creation(row).map((change) => sent(change, { newId: '99' }));
    desk.sheet.cells.splice(row - 1, 1);
    desk.settle(results);
    desk.put({ id: 99, name: 'Figma' });
    expect(desk.refresh().counts.added).toBe(1);
  });
});

it('greys the row of a record that was deleted, as a refresh would leave it', () => {
  const desk = pushed();
  const { snapshot } = desk.settle([{ change: desk.deletion('3'), outcome: 'sent' }]);
  const row = desk.rowOf('3');
  expect(desk.status(row)).toBe('Gone from Torii since 2026-11-22');
  expect(desk.sheet.cell(row, 2).color).toBe('#757b82');
  expect(snapshot.config.rows).toBe(3);
  desk.records.delete('3');
  const { counts, plan } = desk.refresh();
  expect(counts.vanished).toBe(0);
  expect(plan.operations.filter(({ kind }) => kind === 'fontColor')).toEqual([]);
});

it('leaves the tab alone where nobody can tell its rows or columns apart, and still remembers', () => {
  const desk = pushed();
  desk.type('2', 'Name', 'Slack');
  const change = desk.change('2', 'name');
  desk.type('4', 'ID', 2);
  const { plan } = desk.settle([sent(change)], { answers: new Map([['2', { name: 'SLACK' }]]) });
  expect(plan.operations).toEqual([]);
  expect(desk.remembered('2', 'name')).toBe('SLACK');
});

it('takes few operations, whatever the number of rows', () => {
  const desk = new PushOfOne();
  for (let id = 1; id <= 120; id += 1) desk.put({ id, name: `app ${id}` });
  desk.refresh();
  const answers = new Map<string, Record<string, unknown>>();
  const results: SettledChange[] = [];
  for (let id = 1; id <= 120; id += 3) {
    desk.type(String(id), 'Name', `new ${id}`);
    results.push(sent(desk.change(String(id), 'name')));
    answers.set(String(id), { name: `New ${id}`, auto: true });
  }
  const before = desk.sheet.calls;
  desk.settle(results, { answers });
  expect(desk.sheet.calls - before).toBeLessThanOrEqual(6);
});
