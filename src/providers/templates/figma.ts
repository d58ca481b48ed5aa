/** Figma's export of the members of an organisation. */
import type { UploadTemplate } from '../../core/upload/template';
import { PEOPLE_TARGETS, statusColumns } from './people';

/** [I] How the columns with the last use of each product may be called; the newest of them counts. */
const PRODUCTS = ['figma', 'design', 'figma design', 'figjam', 'figma figjam', 'slides', 'figma slides'];
const MODES = ['dev mode', 'devmode', 'figma dev mode', 'dev'];
const USES = ['active', 'activity', 'used', 'use', 'usage', 'seen', 'edit', 'edited', 'viewed', 'opened'];
const LAST_USES = [...PRODUCTS, ...MODES].flatMap((product) =>
  USES.flatMap((use) => [`${product} last ${use}`, `last ${product} ${use}`, `last ${use} in ${product}`]),
);

export const FIGMA: UploadTemplate = {
  template: 'figma',
  title: 'Figma Enterprise members',
  description:
    'The members’ CSV of Figma’s admin console: a licence for each type of seat, and the newest use of any product.',
  app: 'Figma',
  targets: PEOPLE_TARGETS,
  columns: [
    { meaning: 'email', headers: ['email', 'email address', 'member email', 'user email'] },
    { meaning: 'name', headers: ['name', 'full name', 'display name', 'member name', 'user name'] },
    { meaning: 'firstName', headers: ['first name', 'given name'] },
    { meaning: 'lastName', headers: ['last name', 'family name'] },
    { meaning: 'id', headers: ['figma user id', 'user id', 'member id', 'employee number', 'employee id'] },
    {
      meaning: 'roles',
      headers: [
        'role',
        'roles',
        'org role',
        'organization role',
        'workspace role',
        'permission',
        'permissions',
      ],
    },
    { meaning: 'licences', headers: ['seat_type', 'seat', 'current seat', 'assigned seat', 'account type'] },
    {
      meaning: 'lastUsed',
      headers: [...LAST_USES, ...USES.map((use) => `last ${use}`)],
      every: true,
    },
    ...statusColumns('status', 'member status', 'account status'),
  ],
  signature: [['email', 'email address', 'member email', 'user email'], ['seat_type']],
  values: { status: { Invited: 'active', Pending: 'active', 'Pending invite': 'active' } },
  constants: {},
  licences: {
    names: {
      ...{ view: 'view', dev: 'dev', collab: 'collab', full: 'full', empty: 'empty' },
      ...{ 'View seat': 'view', 'Dev seat': 'dev', 'Collab seat': 'collab', 'Full seat': 'full' },
    },
    fallback: 'No Seat Type Assigned',
    inactiveWithoutUse: true,
  },
  source:
    '[D] header seat_type, kinds of seats, fallback, newest use: https://developers.toriihq.com/docs/custom-integration-figma-enterprise; [I] all other headers, after https://help.figma.com/article/351-export-a-list-of-organization-members',
};
