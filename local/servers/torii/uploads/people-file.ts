/** The file of a custom integration: people and licences, checked value by value. https://developers.toriihq.com/reference/putservicessynccustom */
import { Refusal } from '../../http/exchange';
import { isEmailAddress } from '../../records/email-address';
import { isIsoDay, isIsoMoment } from '../../records/iso-date';

export interface FileUser {
  readonly email: string;
  readonly id?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly status?: 'active' | 'deleted';
  readonly externalStatus?: string;
  readonly roles?: readonly string[];
  readonly lastUsedDate?: string;
}

export interface FileLicence {
  readonly name: string;
  readonly unassignedAmount?: number;
  readonly users?: readonly { readonly email: string; readonly licenseStatus?: LicenceStatus }[];
  /** In cents of the organisation's currency. */
  readonly pricePerUser?: number;
}

export interface PeopleFile {
  readonly users: readonly FileUser[];
  readonly licenses?: readonly FileLicence[];
}

type LicenceStatus = (typeof LICENCE_STATUSES)[number];

const USER_STATUSES = ['active', 'deleted'] as const;
const LICENCE_STATUSES = ['active', 'inactive', 'deleted'] as const;

/** What a value must be, and whether a given one is. */
interface Rule {
  readonly wanted: string;
  readonly holds: (value: unknown) => boolean;
}

/** Keys with their rules; of `needed` none may be missing. */
interface Shape {
  readonly rules: Readonly<Record<string, Rule>>;
  readonly needed: readonly string[];
}

const text: Rule = { wanted: 'a string', holds: (value) => typeof value === 'string' };
const email: Rule = { wanted: 'a valid email', holds: isEmailAddress };
const list: Rule = { wanted: 'an array', holds: Array.isArray };
const oneOf = (values: readonly string[]): Rule => ({
  wanted: `one of [${values.join(', ')}]`,
  holds: (value) => values.includes(value as string),
});
const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

const FILE: Shape = { rules: { users: list, licenses: list }, needed: ['users'] };
const USER: Shape = {
  rules: {
    email,
    id: text,
    firstName: text,
    lastName: text,
    status: oneOf(USER_STATUSES),
    externalStatus: text,
    roles: {
      wanted: 'an array of strings',
      holds: (value) => Array.isArray(value) && value.every((role) => typeof role === 'string'),
    },
    lastUsedDate: {
      wanted: 'a date in ISO 8601',
      holds: (value) => isIsoDay(value) || isIsoMoment(value),
    },
  },
  needed: ['email'],
};
const LICENCE: Shape = {
  rules: {
    name: {
      wanted: 'a string that is not empty',
      holds: (value) => typeof value === 'string' && value !== '',
    },
    unassignedAmount: { wanted: 'a number not below 0', holds: isAmount },
    users: list,
    pricePerUser: {
      wanted: 'a whole number of cents not below 0',
      holds: (value) => isAmount(value) && Number.isInteger(value),
    },
  },
  needed: ['name'],
};
const LICENCE_USER: Shape = {
  rules: { email, licenseStatus: oneOf(LICENCE_STATUSES) },
  needed: ['email'],
};

/**
 * Inferred: that other keys, and people of licences who are not among the users, are refused. The texts are our own.
 * @throws Refusal that names the first place that is not as it must be, such as `users[12].email`
 */
export function readPeopleFile(content: string): PeopleFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    throw new Refusal(400, 'The file is not valid JSON');
  }
  const file = demand(parsed, 'The file', FILE) as { users: unknown[]; licenses?: unknown[] };
  if (file.users.length === 0) throw new Refusal(400, 'users must hold at least one valid user');
  file.users.forEach((user, i) => demand(user, `users[${i}]`, USER));
  const known = new Set((file.users as FileUser[]).map((user) => user.email.toLowerCase()));
  file.licenses?.forEach((given, i) => {
    const place = `licenses[${i}]`;
    const licence = demand(given, place, LICENCE) as unknown as FileLicence;
    licence.users?.forEach((holder, j) => {
      const { email: address } = demand(holder, `${place}.users[${j}]`, LICENCE_USER) as { email: string };
      if (!known.has(address.toLowerCase())) {
        throw new Refusal(400, `${place}.users[${j}].email is not among the users`);
      }
    });
  });
  return parsed as PeopleFile;
}

/** @throws Refusal where the value is no object of that shape */
function demand(value: unknown, place: string, { rules, needed }: Shape): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal(400, `${place} is not an object`);
  }
  const at = (key: string) => (place === 'The file' ? key : `${place}.${key}`);
  const missing = needed.find((key) => (value as Record<string, unknown>)[key] === undefined);
  if (missing !== undefined) throw new Refusal(400, `${at(missing)} is required`);
  for (const [key, part] of Object.entries(value)) {
    const rule = rules[key];
    if (rule === undefined) throw new Refusal(400, `${at(key)} is not allowed`);
    if (!rule.holds(part)) throw new Refusal(400, `${at(key)} is not ${rule.wanted}`);
  }
  return value as Record<string, unknown>;
}
