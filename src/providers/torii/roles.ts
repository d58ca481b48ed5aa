/** Torii's roles: what people may do in Torii itself. */
import type { ResourceDefinition } from '../definition';
import { field } from '../field';
import { perMinute, reference, WHOLE } from './settings';

const LIST = reference('getroles');

export const ROLES: ResourceDefinition = {
  resource: 'roles',
  title: 'Roles',
  singular: 'role',
  plural: 'roles',
  description: 'The roles that people can have in Torii itself, and how many have each.',
  path: '/roles',
  query: {},
  envelope: 'roles',
  paging: WHOLE,
  key: 'id',
  name: 'name',
  fields: [
    field('id', 'ID', 'id', 'Torii’s number for the role, by which rows are recognised.', LIST),
    field('name', 'Name', 'text', 'What the role is called.', LIST),
    field('description', 'Description', 'longText', 'What the role is for.', LIST),
    field('isAdmin', 'Admin', 'boolean', 'Whether the role may do everything.', LIST),
    field('usersCount', 'Users', 'number', 'How many people have the role.', LIST),
    field('systemKey', 'Internal name', 'text', 'What Torii calls the role itself.', LIST),
  ],
  rateClass: perMinute('GET /roles', 100),
  evidence: LIST,
};
