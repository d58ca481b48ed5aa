/** What Zluri's entities take, against what its documentation says. */
import { ZLURI } from '../../../../../src/providers/zluri/provider';
import { TARGETS } from '../../../../../src/providers/zluri/uploads/targets';
import { ZLURI_UPLOADS } from '../../../../../src/providers/zluri/uploads/uploads';

test('six entities in the order of a sync, snapshots first (reference: data-entities)', () => {
  const facts = TARGETS.map(({ shape, missing, needs }) => [
    shape.kind === 'records' ? shape.entity : '',
    missing,
    needs.join(),
  ]);
  expect(facts).toEqual([
    ['users', 'gone', ''],
    ['groups', 'gone', ''],
    ['group_users', 'gone', 'zluri.users,zluri.groups'],
    ['user_activity', 'stays', 'zluri.users'],
    ['transactions', 'stays', ''],
    ['contracts', 'stays', ''],
  ]);
  expect(TARGETS.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a page has 1,000 records at most (reference: uploadincrementaldata), and everything goes to an instance', () => {
  for (const { shape, place } of TARGETS) {
    expect(shape).toMatchObject({ kind: 'records', pageSize: 1_000 });
    expect(place).toBe('instance');
  }
});

test('users: the ids and statuses of the documented data point, the id from the e-mail where there is none', () => {
  const users = TARGETS[0]?.fields ?? [];
  expect(users.filter(({ required }) => required).map(({ key }) => key)).toEqual(['unique_id', 'email']);
  expect(users.find(({ key }) => key === 'unique_id')?.fallback).toBe('email');
  const status = users.find(({ key }) => key === 'status');
  expect(status?.choices?.map(({ value }) => value)).toEqual(['active', 'inactive', 'suspended']);
  const words = status?.choices?.flatMap((choice) => [choice.value, ...choice.words]) ?? [];
  expect(new Set(words).size).toBe(words.length);
});

test('templates find what they name by meaning', () => {
  const meanings = TARGETS[0]?.fields.map(({ meaning }) => meaning);
  expect(meanings).toEqual(
    expect.arrayContaining([
      'id',
      'email',
      'name',
      'firstName',
      'lastName',
      'status',
      'roles',
      'lastUsed',
      'licences',
    ]),
  );
});

test('all of them go by the one sync, six hours apart, and are counted among the app’s users', () => {
  const protocols = new Set(TARGETS.map(({ target }) => ZLURI_UPLOADS.protocolOf(target)));
  expect(protocols.size).toBe(1);
  expect(ZLURI_UPLOADS.hoursBetween).toBe(6);
  expect(ZLURI.uploads).toBe(ZLURI_UPLOADS);
  const audience = ZLURI.resources.find(({ resource }) => resource === ZLURI_UPLOADS.audience.resource);
  const keys = audience?.fields.map(({ key }) => key);
  expect(keys).toEqual(
    expect.arrayContaining([ZLURI_UPLOADS.audience.email, ZLURI_UPLOADS.audience.gone?.attribute]),
  );
});

test.each([
  [1, 'in 1 page'],
  [50, 'in 50 pages'],
])('%d files go %s', (count, words) => {
  expect(ZLURI_UPLOADS.routeOf?.(Array.from({ length: count }, () => FILE))).toBe(words);
});

const FILE = {
  target: 'zluri.users',
  entity: 'users',
  page: 1,
  name: 'users-1.json',
  contentType: 'application/json',
  bytes: 2,
  records: 0,
};
