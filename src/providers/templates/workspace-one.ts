/** A list of the users of Workspace ONE. */
import type { UploadTemplate } from '../../core/upload/template';
import { PEOPLE_TARGETS, statusColumns } from './people';

export const WORKSPACE_ONE: UploadTemplate = {
  template: 'workspaceOne',
  title: 'Workspace ONE users',
  description: 'ID, names, e-mail, role, status, last use and licence of each user; the ID is not sent.',
  app: 'Workspace ONE',
  targets: PEOPLE_TARGETS,
  columns: [
    { meaning: 'email', headers: ['email', 'email address'] },
    { meaning: 'firstName', headers: ['first name'] },
    { meaning: 'lastName', headers: ['last name'] },
    { meaning: 'roles', headers: ['role', 'roles'] },
    { meaning: 'lastUsed', headers: ['last used date', 'last used'] },
    { meaning: 'licences', headers: ['license type', 'licence type'] },
    ...statusColumns('status'),
  ],
  unused: ['id'],
  signature: [
    ['email', 'email address'],
    ['first name'],
    ['last name'],
    ['last used date', 'last used'],
    ['license type', 'licence type'],
  ],
  values: {},
  constants: {},
  source:
    '[C] https://theidentityguy.ca/2022/01/21/adding-a-custom-integration-with-torii-part-2-using-google-sheets/',
};
