/** What reports are made of: apps, contracts, people, licences and their use, in words that belong to no platform. */

/** An amount in whole units; the currency is null where the platform does not name it. */
export interface Amount {
  readonly value: number;
  readonly currency: string | null;
}

/** What an attribute of a fact holds; where the platform says nothing, '' or [] or null. */
interface Values {
  readonly text: string;
  readonly list: readonly string[];
  readonly number: number | null;
  readonly amount: Amount | null;
  readonly yesNo: boolean | null;
  /** “2026-11-22” */
  readonly day: string;
  /** ISO time in UTC. */
  readonly moment: string;
}

export type FactValue = keyof Values;

type FactOf<Attributes extends Readonly<Record<string, FactValue>>> = {
  readonly [Name in keyof Attributes]: Values[Attributes[Name]];
};

/** People are named by their e-mail address, or by their name where the platform gives no address. */
const APP = {
  id: 'text',
  name: 'text',
  url: 'text',
  vendor: 'text',
  owner: 'text',
  category: 'text',
  department: 'text',
  /** Active ones. */
  users: 'number',
  spend: 'amount',
  /** What the organisation says about single sign-on, in its own words. */
  sso: 'text',
} as const;

const CONTRACT = {
  id: 'text',
  name: 'text',
  /** Id of the app. */
  app: 'text',
  appName: 'text',
  owner: 'text',
  value: 'amount',
  /** What it costs in a year. */
  yearly: 'amount',
  start: 'day',
  end: 'day',
  noticeDays: 'number',
  /** The last day to cancel, where the platform itself says it. */
  cancelBy: 'day',
  renewsItself: 'yesNo',
  isOver: 'yesNo',
} as const;

const USER = {
  id: 'text',
  email: 'text',
  name: 'text',
  department: 'text',
  manager: 'text',
  hasLeft: 'yesNo',
  apps: 'number',
} as const;

const LICENCE = {
  id: 'text',
  app: 'text',
  appName: 'text',
  name: 'text',
  total: 'number',
  assigned: 'number',
  inactive: 'number',
  unassigned: 'number',
  /** Of one in a year. */
  price: 'amount',
  /** Of all in one term of payment. */
  termCost: 'amount',
  /** “monthly”, “quarterly”, “yearly” … */
  term: 'text',
  /** When it ends, and whether it has. */
  end: 'day',
  isOver: 'yesNo',
} as const;

const APP_USE = {
  app: 'text',
  appName: 'text',
  email: 'text',
  name: 'text',
  lastUse: 'moment',
  /** How much the person uses the app, by whatever measure the platform has. */
  usage: 'number',
  isActive: 'yesNo',
  isRemoved: 'yesNo',
  licences: 'list',
  /** How many of the licences the platform itself calls idle. */
  idleLicences: 'number',
} as const;

/** Every kind of fact, and what is told of each. */
export const FACTS = {
  apps: APP,
  contracts: CONTRACT,
  users: USER,
  licences: LICENCE,
  /** Listed below each app, and below each user. */
  appUses: APP_USE,
  userUses: APP_USE,
} as const;

export type FactKind = keyof typeof FACTS;

export type AppFact = FactOf<typeof APP>;
export type ContractFact = FactOf<typeof CONTRACT>;
export type UserFact = FactOf<typeof USER>;
export type LicenceFact = FactOf<typeof LICENCE>;
export type AppUseFact = FactOf<typeof APP_USE>;

/** Kinds that a report did not ask for are empty. */
export type Facts = { readonly [Kind in FactKind]: readonly FactOf<(typeof FACTS)[Kind]>[] };

export const NO_FACTS: Facts = {
  apps: [],
  contracts: [],
  users: [],
  licences: [],
  appUses: [],
  userUses: [],
};

/**
 * Where a platform's record holds an attribute: a field's key; what organisations call the field, where its key is not
 * known, the first of these labels whose field says something; or, for yes or no, the values or labels of a field that mean
 * yes, in whatever case.
 */
export type FactPlace =
  | string
  | { readonly labels: readonly string[] }
  | { readonly field: string; readonly isAnyOf: readonly string[] };

/**
 * Which records are facts of a kind, and where what lies in them; texts in several places are put together. An attribute
 * that has no place stays unknown.
 */
export interface FactSource<Kind extends FactKind = FactKind> {
  readonly resource: string;
  readonly places: { readonly [Name in keyof (typeof FACTS)[Kind]]?: FactPlace | readonly FactPlace[] };
}

/** What a provider can tell; a kind that is missing is one that reports on it do without. */
export type FactSources = { readonly [Kind in FactKind]?: FactSource<Kind> };
