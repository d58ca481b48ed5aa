/** The changes of a plan by record, and narrowed down. */
import { cardsOf, narrowed } from '../../../../sidebar/state/plan-cards';
import { change, planOf } from '../plans';

const CARDS = cardsOf(
  planOf([
    change('1', 'Owner', { name: 'Café Zoom', to: 'ana@halden.example' }),
    change('1', 'Yearly amount', { name: 'Café Zoom', from: 12_000, to: 13_500.5 }),
    change('2', 'Owner', { name: 'Slack', kind: 'conflict', live: 'bo@halden.example' }),
    change('3', 'Owner', { kind: 'same' }),
    change('7', '', { row: 4, kind: 'problem' }),
    change('7', '', { row: 9, kind: 'problem' }),
  ]),
);

const shown = (query: string, kind: 'all' | 'conflict' | 'problem' = 'all'): string[] =>
  narrowed(CARDS, { query, shown: kind }).map(
    ({ id, items }) => `${id}: ${items.map(({ label }) => label).join()}`,
  );

test('each record once, rows with the same id apart, and none for what is the same already', () => {
  expect(CARDS.map(({ row, id, items }) => [row, id, items.length])).toEqual([
    [2, '1', 2],
    [2, '2', 1],
    [4, '7', 1],
    [9, '7', 1],
  ]);
});

test.each([
  ['cafe', ['1: Owner,Yearly amount']],
  ['zoom amount', ['1: Yearly amount']],
  ['13500', ['1: Yearly amount']],
  ['13,500.5', ['1: Yearly amount']],
  ['bo@', ['2: Owner']],
  ['  ', ['1: Owner,Yearly amount', '2: Owner', '7: ', '7: ']],
  ['nowhere', []],
])('“%s” finds %j', (query, found) => {
  expect(shown(query)).toEqual(found);
});

test('conflicts and problems alone', () => {
  expect(shown('', 'conflict')).toEqual(['2: Owner']);
  expect(shown('owner', 'problem')).toEqual([]);
});

test('a card of which everything is wanted stays the same, so that it is not drawn anew', () => {
  expect(narrowed(CARDS, { query: 'zoom', shown: 'all' })[0]).toBe(CARDS[0]);
});
