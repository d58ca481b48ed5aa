/** Values of request bodies, checked and turned into what is stored. */
import { Refusal } from '../http/exchange';
import type { FieldCatalog, KnownField } from './field';
import { refuseUnknown } from './query/list';
import type { Tenant } from './tenant';

/** What the keys of a body become: attributes of the record. */
export type Patch = Record<string, unknown>;

/** Types whose written shape no text describes. */
const READ_ONLY_TYPES = ['fileUpload', 'appUserAccount', 'contractsDropdownMulti', 'time'];

/**
 * Checks a flat body of `PUT /apps`, `POST /contracts` or `PUT /contracts`: all of it or nothing is taken. Fields that
 * do not exist are all named. `amount` of a contract is left to `money`.
 * https://developers.toriihq.com/reference/putappsidapp
 */
export function patchFrom(
  body: Record<string, unknown>,
  catalog: FieldCatalog,
  tenant: Tenant,
  money: (field: KnownField, value: unknown) => Patch,
): Patch {
  refuseUnknown(catalog.unknown(Object.keys(body)));
  const patch: Patch = {};
  for (const [key, value] of Object.entries(body)) {
    const field = catalog.get(key);
    if (field === undefined) continue;
    if (!field.writable || READ_ONLY_TYPES.includes(field.type))
      throw new Refusal(400, `"${key}" is not allowed`);
    if (field.type === 'currency' && value !== null) Object.assign(patch, money(field, value));
    else patch[field.stored] = storedValue(field, value, tenant);
  }
  return patch;
}

/** Null clears a field: assumed, no text says how to. */
function storedValue(field: KnownField, value: unknown, tenant: Tenant): unknown {
  const wrong = (wanted: string) => new Refusal(400, `"${field.key}" must be ${wanted}`);
  const text = () => {
    if (typeof value !== 'string') throw wrong('a string');
    return value;
  };
  const list = () => {
    if (!Array.isArray(value)) throw wrong('an array');
    return value as unknown[];
  };
  if (field.key === 'name' && (value === null || value === '')) throw wrong('a string that is not empty');
  if (value === null) return null;
  switch (field.type) {
    case 'singleLine':
    case 'multiLine':
      return text();
    case 'email':
      if (text() !== '' && !/^[^@\s]+@[^@\s]+$/.test(text())) throw wrong('a valid email');
      return value;
    case 'cardNumber':
      if (!/^\d{4}$/.test(text())) throw wrong('the last 4 digits of a card');
      return value;
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong('a number');
      return value;
    case 'bool':
      if (typeof value !== 'boolean') throw wrong('a boolean');
      return value;
    case 'datePicker':
      return storedDay(text(), wrong);
    case 'dropdown':
      return optionValue(field, value);
    case 'dropdownMulti':
      return list().map((entry) => optionValue(field, entry));
    case 'user':
    case 'usersDropdown':
      return userId(field, value, tenant);
    case 'usersDropdownMulti':
      return list().map((entry) => userId(field, entry, tenant));
    case 'multiValueString':
      if (list().some((entry) => typeof entry !== 'string')) throw wrong('an array of strings');
      return value;
    default:
      throw new Refusal(400, `"${field.key}" is not allowed`);
  }
}

function storedDay(text: string, wrong: (wanted: string) => Refusal): string {
  const ms = /^\d{4}-\d\d-\d\d(T.*)?$/.test(text) ? Date.parse(text) : NaN;
  // The 30th of February is read as a day of March.
  if (Number.isNaN(ms) || (text.length === 10 && new Date(ms).toISOString().slice(0, 10) !== text)) {
    throw wrong('a valid ISO date');
  }
  return new Date(ms).toISOString();
}

/** The option's value, never its label. https://developers.toriihq.com/docs/updating-contract-details-using-the-api */
function optionValue(field: KnownField, value: unknown): string {
  const option = field.options.find((entry) => entry.value === value && entry.isDeleted !== true);
  if (option === undefined) {
    const allowed = field.options.filter((entry) => entry.isDeleted !== true).map((entry) => entry.value);
    throw new Refusal(
      400,
      `"${field.key}" must be one of [${allowed.join(', ')}], not ${JSON.stringify(value)}`,
    );
  }
  return option.value;
}

function userId(field: KnownField, value: unknown, tenant: Tenant): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new Refusal(400, `"${field.key}" must be a user id`);
  }
  if (tenant.find('users', value) === undefined)
    throw new Refusal(400, `"${field.key}": there is no user ${value}`);
  return value;
}

/** Minor units: a whole number. */
export function minorUnits(field: KnownField, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new Refusal(400, `"${field.key}" must be a whole number of the smallest unit of its currency`);
  }
  return value;
}
