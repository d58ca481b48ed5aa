/** The records of a tenant as they are stored: flat, with people as ids, selects as option values, money in minor units. */
import type { ToriiField } from './field';
import type { Parsing } from './uploads/parsing';
import type { StoredFile } from './uploads/stored-file';
import type { CustomSync } from './uploads/sync';

/** An app, a contract, a user …: built-in attributes and, where there are such, the organisation's own fields side by side. */
export interface ToriiRecord {
  id: number;
  [key: string]: unknown;
}

/**
 * A licence that a person has. How app users show theirs is not described: these are the words of the files that custom
 * integrations take. https://developers.toriihq.com/reference/putservicessynccustom
 */
export interface HeldLicence {
  name: string;
  licenseStatus: 'active' | 'inactive';
}

/** One person's account in one app. https://developers.toriihq.com/reference/getappsidappusers */
export interface AppUse {
  /** Our own, and not served: `idApp/idUser`, with `/idAppAccount` behind it for an account that is not the app's first. */
  id: string;
  idApp: number;
  idUser: number;
  idAppAccount: number;
  /** null for the name of the app. */
  appAccountName: string | null;
  status: 'active' | 'managed' | 'deleted';
  isUserRemovedFromApp: boolean;
  role: string | null;
  externalStatus: string | null;
  lastVisitTime: string | null;
  creationTime: string | null;
  licenses: HeldLicence[];
  /** Minor units of `currency`. */
  annualCost: number | null;
  currency: string;
}

/** A kind of licence that an app is paid by; who has one stands in the uses. */
export interface Licence {
  id: number;
  idApp: number;
  name: string;
  /** For a year, in minor units of `currency`. */
  pricePerLicense: number;
  currency: string;
  unassignedAmount: number;
}

export interface ToriiRole {
  id: number;
  systemKey: string;
  name: string;
  description: string;
  isAdmin: boolean;
}

export interface ToriiOrganisation {
  id: number;
  companyName: string;
  domain: string;
  creationTime: string;
  /** ISO code in which the organisation sees money; not served anywhere by itself. */
  currency: string;
}

/** An app's account of a custom integration. https://developers.toriihq.com/docs/introduction-to-custom-applications */
export interface AppAccount {
  id: number;
  idApp: number;
}

/** Everything that a server holds; all of it may be changed while it runs. */
export interface ToriiData {
  org: ToriiOrganisation;
  apps: ToriiRecord[];
  contracts: ToriiRecord[];
  users: ToriiRecord[];
  appFields: ToriiField[];
  contractFields: ToriiField[];
  userFields: ToriiField[];
  roles: ToriiRole[];
  /** Who uses what: a seeded list of it is only made when somebody looks at it here. */
  appUsers: AppUse[];
  licenses: Licence[];
  /** Their amounts are `{value, currency}`, with a `convertedValue` where the rates shall not decide it. */
  transactions: ToriiRecord[];
  /** With ids and entities, which answers do not show; who did it is looked up by `performedBy`. */
  auditLog: ToriiRecord[];
  workflows: ToriiRecord[];
  /** Action executions. */
  workflowRuns: ToriiRecord[];
  /** The edit history of workflows. */
  workflowAudit: ToriiRecord[];
  /** Of custom integrations only. */
  appAccounts: AppAccount[];
  files: StoredFile[];
  /** Of custom integrations, those that have ended too. */
  syncs: CustomSync[];
  parsings: Parsing[];
}

type Loose<T> = Partial<T> & Record<string, unknown>;

/** A tenant as a test writes it down: what is missing is filled in. */
export interface ToriiTenant {
  org?: Loose<ToriiOrganisation>;
  apps?: Record<string, unknown>[];
  contracts?: Record<string, unknown>[];
  users?: Record<string, unknown>[];
  appFields?: Loose<ToriiField>[];
  contractFields?: Loose<ToriiField>[];
  userFields?: Loose<ToriiField & { key: string }>[];
  roles?: Loose<ToriiRole>[];
  appUsers?: Loose<AppUse>[];
  licenses?: Loose<Licence>[];
  transactions?: Record<string, unknown>[];
  auditLog?: Record<string, unknown>[];
  workflows?: Record<string, unknown>[];
  workflowRuns?: Record<string, unknown>[];
  workflowAudit?: Record<string, unknown>[];
  /** Absent: the first two apps have one. */
  appAccounts?: AppAccount[];
}
