/** Which fields are chosen, in which order, and which ones a search finds. */
import { chosenKeys, found, usualKeys } from '../../../../sidebar/state/field-list';
import { field, FIELDS } from '../fields';

test('chosen fields come in their order, the one that tells rows apart before all', () => {
  expect(chosenKeys(FIELDS)).toEqual(['id', 'owner', 'name']);
});

test('the usual fields come in the order of the platform', () => {
  expect(usualKeys(FIELDS)).toEqual(['id', 'name', 'state']);
});

const hits = (query: string): string[] => found(FIELDS, query).map(({ key }) => key);

test.each([
  ['', ['name', 'id', 'state', 'owner', 'cost']],
  ['  ', ['name', 'id', 'state', 'owner', 'cost']],
  ['OWNER', ['owner']],
  ['answers who', ['owner']],
  ['cout', ['cost']],
  ['zzz', []],
])('“%s” finds %j by label, key or help', (query, keys) => {
  expect(hits(query)).toEqual(keys);
});

test('a label that begins with the query comes first', () => {
  const list = [field('a', { label: 'End date' }), field('b', { label: 'Date' })];
  expect(found(list, 'date').map(({ key }) => key)).toEqual(['b', 'a']);
});
