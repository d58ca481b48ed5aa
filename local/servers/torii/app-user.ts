/** A person's row in the list of an app's users. https://developers.toriihq.com/reference/getappsidappusers */
import { converted } from './exchange-rates';
import { FieldCatalog } from './field';
import type { Attribute, ToriiType } from './field';
import type { AppUse, ToriiRecord } from './record';

/** What can be sorted and searched by; the list has no choice of fields. */
const TYPES: Readonly<Record<string, ToriiType>> = {
  idUser: 'number',
  email: 'email',
  firstName: 'singleLine',
  lastName: 'singleLine',
  fullName: 'singleLine',
  appName: 'singleLine',
  status: 'singleLine',
  role: 'singleLine',
  externalStatus: 'singleLine',
  idExternalUser: 'singleLine',
  sources: 'multiValueString',
  score: 'number',
  creationTime: 'time',
  lastVisitTime: 'time',
  creationTimeInApp: 'time',
  identitySourcesDeletionTime: 'time',
  isExternal: 'bool',
  isDeletedInIdentitySources: 'bool',
  isUserRemovedFromApp: 'bool',
  numberOfInactiveLicenses: 'number',
  appAccountName: 'singleLine',
  idAppAccount: 'number',
  lifecycleStatus: 'singleLine',
  annualCost: 'number',
  annualCostConverted: 'number',
};

const ATTRIBUTES = Object.entries(TYPES).map(([key, type]): Attribute => ({ key, name: key, type }));

export const APP_USER_CATALOG = new FieldCatalog(ATTRIBUTES, [], '1.1');

/** A row as answers show it, and the id by which pages find their place again. */
export interface AppUserRow {
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>>;
}

export function appUserRow(
  use: AppUse,
  user: ToriiRecord,
  app: ToriiRecord,
  organisationCurrency: string,
): AppUserRow {
  const row = {
    idUser: use.idUser,
    email: user.email ?? null,
    firstName: user.firstName ?? null,
    lastName: user.lastName ?? null,
    fullName: [user.firstName, user.lastName].filter(Boolean).join(' '),
    appName: app.name,
    status: use.status,
    role: use.role,
    externalStatus: use.externalStatus,
    idExternalUser: String(use.idUser),
    sources: app.sources ?? [],
    score: 1,
    creationTime: use.creationTime,
    lastVisitTime: use.lastVisitTime,
    creationTimeInApp: use.creationTime,
    identitySourcesDeletionTime: null,
    isExternal: user.isExternal ?? false,
    isDeletedInIdentitySources: user.isDeletedInIdentitySources ?? false,
    isUserRemovedFromApp: use.isUserRemovedFromApp,
    isOwnerNotifiedToRemoveUser: false,
    isNewUserInApp: false,
    isOffboardingIgnored: false,
    isSupportLastVisit: true,
    ignoreAccount: false,
    numberOfInactiveLicenses: use.licenses.filter((held) => held.licenseStatus === 'inactive').length,
    licenses: use.licenses,
    photoUrl: user.photoUrl ?? null,
    appAccountName: use.appAccountName ?? String(app.name),
    idAppAccount: use.idAppAccount,
    lifecycleStatus: user.lifecycleStatus ?? 'active',
    annualCost: use.annualCost,
    annualCostConverted: costConverted(use, organisationCurrency),
  };
  return { id: use.id, row };
}

/** What the use costs a year, in the organisation's currency. */
export function costConverted(use: AppUse, organisationCurrency: string): number | null {
  return use.annualCost === null ? null : converted(use.annualCost, use.currency, organisationCurrency);
}
