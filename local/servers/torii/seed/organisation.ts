/** The organisation that every tenant is, unless it says otherwise, and its roles. */
import type { ToriiRole } from '../record';

/** Fixed, so that a seed gives the same tenant whenever it is used; milliseconds since 1970. */
export const TODAY = Date.UTC(2026, 5, 1);

export const ROLES: readonly ToriiRole[] = [
  { id: 1, systemKey: 'admin', name: 'Admin', description: 'May do everything', isAdmin: true },
  { id: 2, systemKey: 'appOwner', name: 'App owner', description: 'Looks after some apps', isAdmin: false },
  { id: 3, systemKey: 'member', name: 'Member', description: 'Sees the own apps', isAdmin: false },
];

export const ORGANISATION = {
  id: 10,
  companyName: 'Halden & Weir',
  domain: 'haldenweir.example',
  creationTime: '2020-01-01T00:00:00.000Z',
  currency: 'USD',
} as const;
