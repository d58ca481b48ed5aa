/** Choosing what a tab shows: each change, and the order that saves it. */
import type { TabInfo } from '../../../../src/app/contract';
import type { Filter } from '../../../../src/core/filter/filter';
import {
  changed,
  hasFilters,
  missingIn,
  orderOf,
  sameSelection,
  selectionOf,
  type Change,
} from '../../../../sidebar/state/selection';
import { selectionTitle, shownTab, type Subject } from '../../../../sidebar/state/subject';
import { field, FIELDS } from '../fields';

const REVIEWED: Filter = { field: 'state', test: 'isAnyOf', values: ['in_review'] };
const UNOWNED: Filter = { field: 'owner', test: 'isEmpty', values: [] };

const TAB: TabInfo = {
  tab: 'Apps',
  provider: 'torii',
  resource: 'apps',
  rows: 180,
  pulledAt: '2026-11-22T10:42:00Z',
  complete: true,
  pending: 0,
  conflicts: 0,
  mode: 'keepRemoved',
  filters: [REVIEWED],
  filterWords: ['State is In Review'],
};
const ABOUT = { provider: 'torii', resource: 'apps', title: 'Apps' } as const;
const existing: Subject = { ...ABOUT, tab: TAB };
const first: Subject = { ...ABOUT, tab: 'first' };
const another: Subject = { ...ABOUT, tab: 'another' };

const saved = selectionOf(existing, FIELDS);
const after = (...changes: Change[]) => changes.reduce(changed, saved);

test('a tab shows its fields, filters and mode; a new one starts without filters', () => {
  expect(saved).toMatchObject({ fields: ['id', 'owner', 'name'], mode: 'keepRemoved', name: '' });
  expect(saved.conditions).toEqual([
    { id: 1, field: 'state', test: 'isAnyOf', ticked: ['in_review'], typed: '' },
  ]);
  expect(selectionOf(another, FIELDS)).toMatchObject({ conditions: [], mode: 'mirror' });
});

test('fields are added at the end, once, and taken out', () => {
  expect(after({ type: 'add field', key: 'cost' }).fields).toEqual(['id', 'owner', 'name', 'cost']);
  expect(after({ type: 'add field', key: 'owner' }).fields).toEqual(['id', 'name', 'owner']);
  expect(after({ type: 'take out field', key: 'owner' }).fields).toEqual(['id', 'name']);
});

test('the field that tells rows apart stays first, whatever is moved where', () => {
  expect(after({ type: 'move field', key: 'name', to: 0 }).fields).toEqual(['id', 'name', 'owner']);
  expect(after({ type: 'move field', key: 'id', to: 2 }).fields).toEqual(['id', 'owner', 'name']);
  expect(after({ type: 'move field', key: 'owner', to: 99 }).fields).toEqual(['id', 'name', 'owner']);
});

test('an idea is put on and taken off as a whole, and never twice', () => {
  const filters = [REVIEWED, UNOWNED];
  const on = after({ type: 'add filters', filters, fields: FIELDS });
  expect(on.conditions.map((one) => one.field)).toEqual(['state', 'owner']);
  expect(hasFilters(on, filters, FIELDS)).toBe(true);
  const off = changed(on, { type: 'remove filters', filters: [UNOWNED], fields: FIELDS });
  expect(sameSelection(off, saved)).toBe(true);
});

test('a condition that is not filled in keeps the selection from being saved, and says why', () => {
  const state = FIELDS.find(({ key }) => key === 'state') ?? field('state');
  const open = after({ type: 'add condition', field: state });
  expect([...missingIn(open, FIELDS)]).toEqual([[2, 'Tick at least one.']]);
  const [, added] = open.conditions;
  if (!added) throw new Error('The condition was not added.');
  const done = changed(open, { type: 'set condition', condition: { ...added, ticked: ['discovered'] } });
  expect(missingIn(done, FIELDS).size).toBe(0);
  expect(sameSelection(changed(done, { type: 'remove condition', id: 2 }), saved)).toBe(true);
});

test('of a tab that exists only what was changed is sent', () => {
  expect(orderOf(existing, saved, saved, FIELDS)).toEqual({ ...ABOUT, tab: 'Apps' });
  const other = after({ type: 'set mode', mode: 'snapshot' }, { type: 'remove condition', id: 1 });
  expect(orderOf(existing, other, saved, FIELDS)).toEqual({
    ...ABOUT,
    tab: 'Apps',
    choices: { filters: [], mode: 'snapshot' },
  });
});

test('a first pull with the usual choice leaves the choice to the server', () => {
  const usual = selectionOf(first, FIELDS);
  expect(orderOf(first, usual, usual, FIELDS)).toEqual(ABOUT);
});

test('another tab gets a name and all that was seen', () => {
  const start = selectionOf(another, FIELDS);
  const named = changed(start, { type: 'set name', name: ' Finance apps ' });
  expect(orderOf(another, named, start, FIELDS)).toEqual({
    provider: 'torii',
    resource: 'apps',
    title: 'Finance apps',
    tab: 'Finance apps',
    choices: { fields: ['id', 'owner', 'name'], filters: [], mode: 'mirror' },
  });
});

test('choices that were refused are shown again, without fields that are gone', () => {
  const choices = { fields: ['id', 'old', 'name'], filters: [UNOWNED], mode: 'snapshot' } as const;
  const order = { ...ABOUT, tab: 'Finance apps', choices };
  expect(selectionOf(another, FIELDS, order)).toMatchObject({
    fields: ['id', 'name'],
    conditions: [{ field: 'owner', test: 'isEmpty' }],
    mode: 'snapshot',
    name: 'Finance apps',
  });
});

test('a subject is called by its tab, and a new tab starts from the first', () => {
  expect([existing, first, another].map(selectionTitle)).toEqual([
    'Apps: fields and filters',
    'Apps: fields and filters',
    'Another tab of Apps',
  ]);
  expect([existing, first, another].map(shownTab)).toEqual(['Apps', undefined, undefined]);
});
