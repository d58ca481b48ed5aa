/** Fields learned from records: what they are called, what type they have, which are shown. */
import * as fc from 'fast-check';
import type { RemoteRecord } from '../../../src/core/table/field';
import type { ResourceDefinition } from '../../../src/providers/definition';
import { learnFields } from '../../../src/providers/learned-fields';
import { sampleField, SOURCE, THINGS } from './sample';

const { listing: _listing, fieldsParameter: _parameter, ...WHOLE } = THINGS;
const LEARNING: ResourceDefinition = {
  ...WHOLE,
  fields: [
    ...THINGS.fields,
    sampleField('guess', { evidence: { ...SOURCE, mark: 'I' }, aliases: ['boss.name'] }),
  ],
  fieldsInRecords: {
    own: { attributes: ['own'], id: ['id'], label: ['name'], value: ['value'] },
    othersSelected: false,
    evidence: SOURCE,
  },
};

const learn = (...records: RemoteRecord[]) => learnFields(LEARNING, records);
const learned = (key: string, ...records: RemoteRecord[]) =>
  learn(...records).find((field) => field.key === key);

test('without records the documented fields stay as they are', () => {
  expect(learn().map(({ key }) => key)).toEqual(['uid', 'title', 'stage', 'price', 'coin', 'guess']);
  expect(learn().every((field) => !('evidence' in field || 'aliases' in field))).toBe(true);
});

test('an uncertain field that never comes is offered and not selected; a certain one is', () => {
  expect(learned('guess', { uid: 1 })?.selected).toBe(false);
  expect(learned('guess', { uid: 1 }, { uid: 2, guess: null })?.selected).toBe(true);
  expect(learned('stage', { uid: 1 })?.selected).toBe(true);
});

test('the organisation’s own fields are selected, and any record may tell their name', () => {
  const records = [
    { own: [{ id: 'f1', value: true }] },
    { own: [{ id: 'f1', name: ' Our\n field', value: null }] },
  ];
  expect(learned('f1', ...records)).toEqual({
    key: 'f1',
    label: 'Our field',
    type: 'boolean',
    help: 'One of the thing fields that your organisation set up.',
    writable: false,
    selected: true,
    custom: true,
  });
});

test.each<[string, readonly unknown[]]>([
  ['number', [1, null, 2.5]],
  ['boolean', [true, '', false]],
  ['date', ['2026-01-31']],
  ['dateTime', ['2026-01-31T10:00:00.000Z', '2026-01-31T10:00Z']],
  ['text', ['2026-01-31', 'soon']],
  ['text', ['00123']],
  ['text', [1, 'one']],
  ['list', [['a'], []]],
  ['other', [[{ a: 1 }], { a: 1 }]],
])('a field is %s where its values are %j', (type, values) => {
  const own = (value: unknown) => ({ own: [{ id: 'f', name: 'F', value }] });
  expect(learned('f', ...values.map(own))).toMatchObject({ type });
});

test('other attributes are offered under readable labels, but neither objects nor what aliases already show', () => {
  const record = {
    uid: 1,
    seatCount: 3,
    last_used_at: '2026-01-31T10:00:00Z',
    nothing: null,
    boss: { name: 'Ann' },
    'boss.name': 'Ann',
    'boss.town': 'Ulm',
    own: [],
  };
  const others = learn(record).slice(6);
  expect(others.map(({ key, label, type, selected }) => [key, label, type, selected])).toEqual([
    ['seatCount', 'Seat count', 'number', false],
    ['last_used_at', 'Last used at', 'dateTime', false],
    ['boss.town', 'Boss town', 'text', false],
  ]);
});

test('labels and keys are unique and nothing learned is writable, whatever the records', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string()));
  const record = fc.record({
    own: fc.array(
      fc.record({ id: fc.constantFrom('a', 'b', 'title'), name: fc.constantFrom('Title', 'x', ''), value }),
    ),
    extra: value,
    Extra: value,
    title: value,
  });
  fc.assert(
    fc.property(fc.array(record), (records) => {
      const fields = learnFields(LEARNING, records);
      expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
      expect(new Set(fields.map(({ label }) => label.toLowerCase())).size).toBe(fields.length);
      expect(fields.filter(({ writable }) => writable).map(({ key }) => key)).toEqual(['title', 'stage']);
    }),
  );
});
