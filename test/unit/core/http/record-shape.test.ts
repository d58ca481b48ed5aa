/** Records made flat: aliases, opened objects, the organisation's own values, identities. */
import * as fc from 'fast-check';
import type { OwnValues, RecordShape } from '../../../../src/core/http/record-shape';
import { ownValues, shapeRecords } from '../../../../src/core/http/record-shape';
import type { RemoteRecord } from '../../../../src/core/table/field';

const OWN: OwnValues = {
  attributes: ['custom_fields', 'more_fields'],
  id: ['field_id', 'custom_field_id'],
  label: ['field_name'],
  value: ['field_value', 'custom_field_values'],
};

const shapeRecord = (record: RemoteRecord, shape: RecordShape) => shapeRecords([record], shape)[0];

test('objects are opened one level, and other names lend their value where the own one is empty', () => {
  const record = { name: 'Slack', owner: { email: 'a@x.test', boss: { email: 'b@x.test' } }, label: null };
  const aliases = { owner_email: ['owner_mail', 'owner.email'], name: ['owner.email'], label: ['nothing'] };
  expect(shapeRecord(record, { aliases })).toMatchObject({
    name: 'Slack',
    owner_email: 'a@x.test',
    'owner.boss': { email: 'b@x.test' },
    label: null,
  });
});

test.each([
  ['a list of entries', { custom_fields: [{ field_id: 'f1', field_name: 'Region', field_value: 'EU' }] }],
  [
    'entries with the names of filters',
    { more_fields: [{ custom_field_id: 'f1', custom_field_values: 'EU' }] },
  ],
  ['an object by id', { custom_fields: { f1: 'EU' } }],
])('the organisation’s own values are found in %s', (_, record) => {
  expect(shapeRecord(record, { aliases: {}, own: OWN })).toMatchObject({ f1: 'EU' });
});

test('entries that make no sense are left out, and an entry without a value is empty', () => {
  const record = { custom_fields: [null, 'x', { field_value: 1 }, { field_id: 'f2', field_name: 'Two' }] };
  expect(ownValues(record, OWN)).toEqual([{ id: 'f2', label: 'Two', value: null }]);
});

test('what the list gives goes onto each record and into its identity', () => {
  const shape = { aliases: {}, given: { app: 'a1' }, identity: { key: 'id', of: ['app', 'user'] } };
  expect(shapeRecord({ user: 'u1' }, shape)).toEqual({ app: 'a1', user: 'u1', id: 'a1/u1' });
  expect(shapeRecord({ id: 'own', user: 'u1' }, shape)).toMatchObject({ id: 'own' });
  expect(shapeRecord({}, { aliases: {}, identity: { key: 'id', of: ['app'] } })).toEqual({ id: '' });
});

test('records that agree in all that identifies them are the same one, or are numbered on their page', () => {
  const page = [{ what: 'x' }, { what: 'y' }, { what: 'x' }, {}, {}];
  const identity = { key: 'id', of: ['what'] };
  const idsOf = (numbered: boolean) =>
    shapeRecords(page, { aliases: {}, identity: { ...identity, numbered } }).map(({ id }) => id);
  expect(idsOf(false)).toEqual(['x', 'y', 'x', '', '']);
  expect(idsOf(true)).toEqual(['x', 'y', 'x/2', '', '']);
});

test('of a list of objects, each stands in by one of its values', () => {
  const record = { sources: [{ keyword: 'okta' }, { id: 7 }, 'plain', { odd: 1 }] };
  const shape = { aliases: {}, items: { sources: ['keyword', 'id'], none: ['id'] } };
  expect(shapeRecord(record, shape)).toEqual({ sources: ['okta', 7, 'plain', { odd: 1 }] });
});

test('nothing that a record says at its top level is ever lost', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
      expect(shapeRecord(record, { aliases: {}, own: OWN })).toMatchObject(record);
    }),
  );
});
