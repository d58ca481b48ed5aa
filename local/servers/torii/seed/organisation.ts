/** The organisation that every tenant is, unless it says otherwise, and its roles. */
import { COMPANY } from '../../seed/company';
import type { ToriiRole } from '../record';

export const ROLES: readonly ToriiRole[] = [
  { id: 1, systemKey: 'admin', name: 'Admin', description: 'May do everything', isAdmin: true },
  { id: 2, systemKey: 'appOwner', name: 'App owner', description: 'Looks after some apps', isAdmin: false },
  { id: 3, systemKey: 'member', name: 'Member', description: 'Sees the own apps', isAdmin: false },
];

export const ORGANISATION = {
  id: 10,
  companyName: COMPANY.name,
  domain: COMPANY.domain,
  creationTime: '2020-01-01T00:00:00.000Z',
  currency: COMPANY.currency,
} as const;
