/** Fields as Zluri itself tells them (reference: getentityschemas; the shape of the answer is a guess). */
import type { UploadField } from '../../../../../src/core/upload/target';
import { SCHEMAS } from '../../../../../src/providers/zluri/uploads/schemas';
import { TARGETS } from '../../../../../src/providers/zluri/uploads/targets';

const USERS = {
  entity_name: 'users',
  type: 'snapshot',
  schema: {
    type: 'object',
    properties: {
      unique_id: { type: 'string' },
      email: { type: 'string', format: 'email' },
      name: { type: ['string', 'null'] },
      status: { type: 'string', enum: ['active', 'inactive', 'invited'] },
      last_used: { type: 'string', format: 'date-time' },
      license: { type: 'array', items: { type: 'string' } },
      user_level: { type: 'integer', description: 'How far somebody got.' },
      is_guest: { type: 'boolean' },
      born_on: { type: 'string', format: 'date' },
      job_role: { type: 'string' },
    },
    required: ['unique_id', 'name'],
  },
};

function read(body: unknown) {
  return SCHEMAS.read({ status: 200, body }, TARGETS);
}

function users(body: unknown): Readonly<Record<string, UploadField>> {
  return Object.fromEntries((read(body)['zluri.users'] ?? []).map((field) => [field.key, field]));
}

test('two addresses are tried', () => {
  expect(SCHEMAS.request.path).toBe('/v2/integrations-sync/entities/schemas');
  expect(SCHEMAS.fallbackRequest?.path).toBe('/v2/integrations-sync/schemas');
});

test.each<[string, unknown]>([
  ['a list', [USERS]],
  ['a list in an envelope', { items: [USERS] }],
  ['a list two levels down', { data: { schemas: [USERS] } }],
  ['other names', { data: [{ entity: 'Users', ...USERS.schema }] }],
])('known fields keep what is known of them, as %s', (_, body) => {
  const { email, name, status } = users(body);
  expect(email).toMatchObject({ type: 'email', required: false, meaning: 'email', label: 'Email' });
  expect(email?.aliases).toContain('email address');
  expect(name).toMatchObject({ type: 'text', required: true });
  expect(status?.choices).toEqual([
    expect.objectContaining({ value: 'active' }),
    expect.objectContaining({ value: 'inactive' }),
    { value: 'invited', words: [] },
  ]);
  expect(status?.choices?.[1]?.words).toContain('deactivated');
});

test('new fields come with the type and a label from their key; those it lacks are dropped', () => {
  const fields = users([USERS]);
  expect(fields['user_level']).toMatchObject({
    label: 'User level',
    type: 'number',
    help: 'How far somebody got.',
  });
  expect(fields['is_guest']?.type).toBe('yesNo');
  expect(fields['born_on']?.type).toBe('day');
  expect(fields['license']?.type).toBe('list');
  expect(Object.keys(fields)).not.toContain('department');
  expect(Object.keys(fields).slice(0, 3)).toEqual(['unique_id', 'email', 'name']);
});

test('a field under another known name takes over what is known', () => {
  expect(users([USERS])['job_role']).toMatchObject({ label: 'Job title', meaning: 'designation' });
});

test('the id falls back on the e-mail only where that is there', () => {
  expect(users([USERS])['unique_id']?.fallback).toBe('email');
  const { email: _, ...properties } = USERS.schema.properties;
  const without = { ...USERS, schema: { ...USERS.schema, properties } };
  expect(users([without])['unique_id']).not.toHaveProperty('fallback');
});

test.each<[string, unknown]>([
  ['nothing', null],
  ['no list', { message: 'hello' }],
  ['an entity without properties', [{ entity_name: 'users', schema: {} }]],
  ['an entity without its id', [{ entity_name: 'users', schema: { properties: { email: {} } } }]],
  ['an entity that nobody knows', [{ ...USERS, entity_name: 'user_roles' }]],
])('what is known stays where the answer holds %s', (_, body) => {
  expect(read(body)).toEqual({});
});
