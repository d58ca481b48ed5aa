/** Drop-downs follow the platform's options and people, and leave alone what a person changed. */
import { planDropDowns } from '../../../../src/core/table/drop-downs';
import type { Field, FieldOption } from '../../../../src/core/table/field';
import { DeskOfOne } from './desk-of-one';
import { fieldOf } from './fields';

const optionsOf = (...labels: readonly string[]): readonly FieldOption[] =>
  labels.map((label) => ({ value: label.toLowerCase(), label }));

const STATE = fieldOf({
  key: 'state',
  label: 'State',
  type: 'option',
  writable: true,
  options: optionsOf('Open', 'Closed'),
});
const OWNER = fieldOf({ key: 'owner', label: 'Owner', type: 'person', writable: true });
const ID = fieldOf({ key: 'id', label: 'ID', type: 'id' });
const PEOPLE = { tab: { id: 5, name: 'Users' }, column: 3 };

/** A tab that was pulled without drop-downs, as a first pull does. */
function pulled(...fields: readonly Field[]): DeskOfOne {
  const desk = new DeskOfOne();
  desk.fields = [ID, ...fields];
  desk.put({ id: 1, state: 'open' });
  desk.refresh({ dropDowns: false });
  return desk;
}

it('a first pull that leaves them out remembers none, and the next refresh brings them', () => {
  const desk = pulled(STATE, OWNER);
  expect(desk.sheet.lists.filter(Boolean)).toEqual([]);
  expect(desk.snapshot()?.config.dropDowns).toBeUndefined();
  desk.refresh({ people: PEOPLE });
  expect(desk.sheet.lists.slice(0, 3)).toEqual([undefined, ['Open', 'Closed'], PEOPLE]);
  expect(desk.plan({ people: PEOPLE }).statusOnly).toBe(true);
  expect(desk.plan().statusOnly).toBe(true);
});

it('a first pull that has the time brings them at once', () => {
  const desk = new DeskOfOne();
  desk.fields = [ID, STATE];
  desk.put({ id: 1 }).refresh();
  expect(desk.sheet.lists[1]).toEqual(['Open', 'Closed']);
  expect(desk.plan().statusOnly).toBe(true);
});

it.each<[string, Partial<Field>]>([
  ['cannot be edited', { writable: false }],
  ['takes several', { type: 'options' }],
  ['has no options', { options: [] }],
  ['has too many', { options: optionsOf(...Array.from({ length: 501 }, (_, index) => `Label ${index}`)) }],
])('none for a field that %s', (_, more) => {
  const desk = pulled({ ...STATE, ...more });
  expect(desk.plan().statusOnly).toBe(true);
});

it('follow the options; a cell with one that is gone keeps it', () => {
  const desk = pulled(STATE);
  desk.put({ id: 1, state: 'Closed' });
  desk.refresh();
  desk.fields = [ID, { ...STATE, options: optionsOf('Open', 'In review') }];
  const { plan } = desk.refresh();
  expect(plan.operations.filter(({ kind }) => kind === 'lists')).toEqual([
    { kind: 'lists', lists: [{ column: 2, choices: ['Open', 'In review'] }] },
  ]);
  expect(desk.get('1', 'State')).toBe('Closed');
  expect(desk.plan().statusOnly).toBe(true);
});

it('stay as a person changed them while the choices are the same', () => {
  const desk = pulled(STATE);
  desk.refresh();
  desk.sheet.lists[1] = ['mine'];
  desk.put({ id: 2, state: 'closed' });
  desk.refresh();
  expect(desk.sheet.lists[1]).toEqual(['mine']);
});

it('go when there is nothing to choose from any more, and stay when the field is only not offered', () => {
  const desk = pulled(STATE, OWNER);
  desk.refresh({ people: PEOPLE });
  desk.fields = [ID, OWNER];
  desk.refresh({ chosen: ['id', 'state', 'owner'] });
  expect(desk.sheet.lists[1]).toEqual(['Open', 'Closed']);
  desk.fields = [ID, { ...STATE, options: [] }, OWNER];
  desk.refresh();
  expect(desk.sheet.lists.slice(1, 3)).toEqual([undefined, PEOPLE]);
  expect(desk.snapshot()?.config.dropDowns).not.toHaveProperty('state');
  expect(desk.plan().statusOnly).toBe(true);
});

it('come with a column that is made anew, which takes over none of its neighbour’s', () => {
  const desk = pulled(STATE);
  desk.refresh();
  desk.deleteColumn('State');
  desk.insertColumn(2, ['Mine']);
  desk.sheet.lists[1] = ['yes', 'no'];
  desk.fields = [ID, STATE, fieldOf({ key: 'name', label: 'Name' })];
  desk.refresh({ chosenNow: true });
  expect(desk.header()).toEqual(['ID', 'State', 'Name', 'Mine', 'Status']);
  expect(desk.sheet.lists.slice(1, 4)).toEqual([['Open', 'Closed'], undefined, ['yes', 'no']]);
  expect(desk.plan().statusOnly).toBe(true);
});

it('follow the people to another tab, by its id', () => {
  const desk = pulled(OWNER);
  desk.refresh({ people: PEOPLE });
  expect(desk.plan({ people: { ...PEOPLE, tab: { id: 5, name: 'Renamed' } } }).statusOnly).toBe(true);
  const moved = { ...PEOPLE, tab: { id: 6, name: 'Users' } };
  desk.refresh({ people: moved });
  expect(desk.sheet.lists[1]).toEqual(moved);
});

describe('on their own', () => {
  it('need no records, find columns by their notes, and are not repeated', () => {
    const desk = pulled(STATE, OWNER);
    desk.insertColumn(2, ['Mine']);
    const question = { image: desk.sheet.image(), fields: [...desk.fields], people: PEOPLE };
    const unseen = fieldOf({ key: 'other', type: 'option', writable: true, options: optionsOf('A') });
    const { plan, snapshot } = planDropDowns({
      ...question,
      fields: [...question.fields, unseen],
      snapshot: desk.snapshot()!,
    });
    desk.sheet.execute(plan);
    expect(desk.sheet.lists.slice(1, 4)).toEqual([undefined, ['Open', 'Closed'], PEOPLE]);
    expect(Object.keys(snapshot.config.dropDowns ?? {})).toEqual(['state', 'owner']);
    expect(planDropDowns({ ...question, snapshot }).plan.operations).toEqual([]);
    expect(desk.plan({ snapshot, people: PEOPLE }).statusOnly).toBe(true);
  });
});
