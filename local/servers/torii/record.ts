/** The records of a tenant as they are stored: flat, with people as ids, selects as option values, money in minor units. */
import type { ToriiField } from './field';

/** An app, a contract or a user: built-in attributes and the organisation's own fields side by side. */
export interface ToriiRecord {
  id: number;
  [key: string]: unknown;
}

/** One person's use of one app. https://developers.toriihq.com/reference/getappsidappusers */
export interface AppUse {
  idApp: number;
  idUser: number;
  status: 'active' | 'managed' | 'deleted';
  isUserRemovedFromApp: boolean;
  role: string | null;
  externalStatus: string | null;
  lastVisitTime: string | null;
  creationTime: string | null;
  /** Minor units of `currency`. */
  annualCost: number | null;
  currency: string;
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
  /** Uses that were listed or changed; the seeded ones are worked out when they are asked for. */
  appUsers: AppUse[];
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
}
