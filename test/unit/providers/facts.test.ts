/** Facts from records of whatever shape: labels, people, amounts and days. */
import type { FactSource } from '../../../src/core/facts/fact';
import type { Field } from '../../../src/core/table/field';
import { factsFrom, fieldsForFacts, needsLabels } from '../../../src/providers/facts';
import { sampleField } from './sample';

const CONTEXT = { timeZone: 'Europe/Berlin' };
const offered: readonly Field[] = [
  sampleField('uid', { type: 'id' }),
  sampleField('title'),
  sampleField('boss', { type: 'person' }),
  sampleField('cost', { type: 'money', currencyField: 'money', minorUnits: true }),
  sampleField('x1', { label: 'SSO state', type: 'option', options: [{ value: 'n', label: 'No' }] }),
];
const source: FactSource<'apps'> = {
  resource: 'apps',
  places: {
    id: 'uid',
    name: 'title',
    owner: 'boss',
    spend: 'cost',
    sso: { labels: ['SSO', 'SSO state'] },
    department: { labels: ['Department'] },
  },
};

test('only fields that there are asked for, those known by their label too', () => {
  expect(fieldsForFacts(source, offered).map(({ key }) => key)).toEqual([
    'uid',
    'title',
    'boss',
    'cost',
    'x1',
  ]);
  expect(needsLabels(source)).toBe(true);
  const plain: FactSource<'apps'> = { resource: 'apps', places: { id: 'uid' } };
  expect(needsLabels(plain)).toBe(false);
});

test('values become what the attribute says, and what is missing is nothing', () => {
  const [full, empty] = factsFrom(
    'apps',
    source,
    offered,
    [
      {
        uid: 7,
        title: 'Slack',
        boss: { id: 1, email: 'Ada@Acme.example' },
        cost: 12345,
        money: 'KWD',
        x1: { value: 'n', label: '?' },
      },
      { uid: 8, boss: null },
    ],
    CONTEXT,
  );
  expect(full).toMatchObject({
    id: '7',
    name: 'Slack',
    owner: 'ada@acme.example',
    spend: { value: 12.345, currency: 'KWD' },
    sso: 'No',
    department: '',
    users: null,
  });
  expect(empty).toMatchObject({ id: '8', name: '', owner: '', spend: null, sso: '', users: null });
});

test('yes and no come from checkboxes, words and values that mean yes', () => {
  const fields = [
    sampleField('flag', { type: 'boolean' }),
    sampleField('word', { type: 'option', options: [{ value: 'Yes', label: 'Yes' }] }),
    sampleField('state', { type: 'option', options: [{ value: 'off', label: 'Offboarded' }] }),
    sampleField('until', { type: 'date' }),
  ];
  const read = (place: FactSource<'contracts'>['places']['renewsItself'], record: object): unknown =>
    factsFrom(
      'contracts',
      { resource: 'x', places: { renewsItself: place ?? 'flag' } },
      fields,
      [{ ...record }],
      CONTEXT,
    )[0]?.renewsItself;
  expect(read('flag', { flag: true })).toBe(true);
  expect(read('word', { word: 'Yes' })).toBe(true);
  expect(read('word', { word: 'Maybe' })).toBeNull();
  expect(read({ field: 'state', isAnyOf: ['off'] }, { state: { value: 'off', label: 'Offboarded' } })).toBe(
    true,
  );
  expect(read({ field: 'state', isAnyOf: ['off'] }, { state: 'here' })).toBe(false);
  expect(read({ field: 'state', isAnyOf: ['off'] }, {})).toBeNull();
});
