/** How stored values read in answers, by field type and API version. */
import type { FieldOption, KnownField } from './field';
import type { ApiVersion, ToriiOptions } from './options';
import type { ToriiRecord } from './record';
import type { Tenant } from './tenant';

export interface View {
  readonly tenant: Tenant;
  readonly version: ApiVersion;
  readonly options: ToriiOptions;
}

/** The value of a field as an answer shows it; null where there is none. */
export function shownValue(field: KnownField, record: ToriiRecord, view: View): unknown {
  const value = record[field.stored] ?? null;
  if (field.type === 'usersDropdownMulti' && value === null && !field.custom) return [];
  if (value === null) return null;
  const shaped = view.version === '1.1';
  switch (field.type) {
    case 'user':
    case 'usersDropdown':
      return shaped ? shownPerson(value, field, view) : idOf(value);
    case 'usersDropdownMulti':
      return mapped(value, (entry) => (shaped ? shownPerson(entry, field, view) : idOf(entry)));
    case 'dropdown':
      return shownOption(value, field, view);
    case 'dropdownMulti':
      return mapped(value, (entry) => shownOption(entry, field, view));
    case 'contractsDropdownMulti':
      return shaped ? mapped(value, (entry) => shownContract(entry, view)) : value;
    case 'datePicker':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T00:00:00.000Z` : value;
    default:
      if (field.key === 'tags' && view.options.tagsShape === 'array' && typeof value === 'string') {
        return value.split(',');
      }
      return value;
  }
}

function mapped(value: unknown, show: (entry: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(show).filter((entry) => entry !== null) : value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The id in a value that may be a whole person or contract. */
export function idOf(value: unknown): unknown {
  return isObject(value) ? (value.id ?? null) : value;
}

/** A person who is not among the users reads as nobody. */
function shownPerson(value: unknown, field: KnownField, view: View): unknown {
  if (view.options.peopleShape === 'ids') return idOf(value);
  if (isObject(value)) return value;
  const user = view.tenant.find('users', Number(value));
  if (user === undefined) return null;
  return field.custom && field.type === 'usersDropdown' ? personOption(user) : person(user);
}

const fullName = (user: ToriiRecord) => [user.firstName, user.lastName].filter(Boolean).join(' ');

/** `primaryOwner` of https://developers.toriihq.com/openapi/torii-api-documentation.json */
export function person(user: ToriiRecord): Record<string, unknown> {
  return {
    id: user.id,
    firstName: user.firstName ?? null,
    lastName: user.lastName ?? null,
    fullName: fullName(user),
    email: user.email ?? null,
    photoUrl: user.photoUrl ?? null,
    lifecycleStatus: user.lifecycleStatus ?? 'active',
    isDeletedInIdentitySources: user.isDeletedInIdentitySources ?? false,
    status: user.status ?? 'active',
  };
}

/** A person in a field of the organisation's own. https://developers.toriihq.com/docs/field-types */
function personOption(user: ToriiRecord): Record<string, unknown> {
  return {
    id: user.id,
    email: user.email ?? null,
    firstName: user.firstName ?? null,
    lastName: user.lastName ?? null,
    photoUrl: user.photoUrl ?? null,
    value: user.id,
    label: fullName(user),
    optionType: 'user',
    pathTemplate: `/team/users/${user.id}`,
  };
}

function shownOption(value: unknown, field: KnownField, view: View): unknown {
  if (isObject(value)) return value;
  const text = String(value);
  const option: FieldOption = field.options.find((entry) => entry.value === text) ?? {
    value: text,
    label: text,
  };
  if (field.reads !== undefined) return option[field.reads];
  if (view.version === '1.0' || view.options.dropdownShape === 'values') return option.value;
  return view.options.dropdownShape === 'labels'
    ? option.label
    : { label: option.label, value: option.value };
}

/** Not documented: assumed to look like an option. */
function shownContract(value: unknown, view: View): unknown {
  if (isObject(value)) return value;
  const contract = view.tenant.find('contracts', Number(value));
  return contract === undefined ? null : { value: contract.id, label: contract.name };
}

/** The chosen fields of a record. */
export function shownRecord(
  fields: readonly KnownField[],
  record: ToriiRecord,
  view: View,
): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const field of fields) shown[field.key] = shownValue(field, record, view);
  return shown;
}
