/** What requests may write: each value is checked and made into what records store. */
import { WrongValue } from './error-body';
import { isObjectId } from './object-id';
import type { ZluriOptions } from './options';
import type { CustomField, CustomValue, Licence, ZluriRecord } from './record';
import type { Tenant } from './tenant';

export type Writable =
  | { readonly type: 'text' | 'email' | 'boolean' | 'number' | 'texts' | 'source' | 'custom' | 'licences' }
  | { readonly type: 'user' | 'department' }
  | { readonly type: 'enum'; readonly values: readonly string[] };

/** A key of a request, and the attribute that it changes where that has another name. */
export type WritableField = Writable & {
  readonly stores?: string;
  /** From the written to the stored form of a value. */
  readonly as?: (value: unknown) => unknown;
};

export type WritableFields = Readonly<Record<string, WritableField>>;

/** What a write is checked against. */
export interface WriteScope {
  readonly tenant: Tenant;
  readonly options: ZluriOptions;
  /** Fields that custom values may belong to. */
  readonly definitions: readonly CustomField[];
  /** Licences that may be assigned. */
  readonly licences?: readonly Licence[];
}

/** The attributes that a body changes. Inferred: keys that do not exist are refused. */
export function patchFrom(
  body: Record<string, unknown>,
  fields: WritableFields,
  record: ZluriRecord,
  scope: WriteScope,
): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(body)) {
    const field = fields[key];
    if (field === undefined) throw new WrongValue(key, `"${key}" is not allowed`);
    const stores = field.stores ?? key;
    if (value === null || value === '') {
      if (scope.options.clearing === 'refused') throw new WrongValue(key, 'Invalid value');
      patch[stores] = null;
    } else {
      const checked = checkedValue(value, field, key, record, scope);
      patch[stores] = field.as === undefined ? checked : field.as(checked);
    }
    if (field.type === 'user' || field.type === 'department') {
      // Who it was is no longer so: names and addresses follow the id.
      const base = stores.replace(/_id$/, '');
      for (const part of [`${base}_name`, `${base}_email`]) if (part in record) patch[part] = null;
    }
  }
  return patch;
}

function checkedValue(
  value: unknown,
  field: Writable,
  key: string,
  record: ZluriRecord,
  scope: WriteScope,
): unknown {
  const demand = (holds: boolean, message: string) => {
    if (!holds) throw new WrongValue(key, message);
    return value;
  };
  switch (field.type) {
    case 'text':
      return demand(typeof value === 'string', 'Must be a string');
    case 'email':
      return demand(typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value), 'Must be a valid email');
    case 'boolean':
    case 'number':
      return demand(typeof value === field.type, `Must be a ${field.type}`);
    case 'enum':
      return demand(field.values.includes(value as string), `Must be one of ${field.values.join(', ')}`);
    case 'texts':
      return demand(isTexts(value), 'Must be an array of strings');
    case 'source':
      return demand(isWholeSource(value), 'Must have keyword, org_integration_id and integration_id');
    case 'user':
      demand(
        isObjectId(value) || scope.tenant.find('users', value) !== undefined,
        'Must be a valid ObjectId',
      );
      return demand(scope.tenant.find('users', value) !== undefined, 'There is no such user');
    case 'department':
      return demand(
        scope.tenant.data.departments.some((entry) => entry.department_id === value),
        'There is no such department',
      );
    case 'custom':
      return customValues(value, key, record, scope.definitions);
    case 'licences':
      return assignedLicences(value, key, record, scope.licences ?? []);
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

/** All three together or none. https://developers.zluri.com/reference/updateuser */
function isWholeSource(value: unknown): boolean {
  const source = (value ?? {}) as Record<string, unknown>;
  return ['keyword', 'org_integration_id', 'integration_id'].every(
    (part) => typeof source[part] === 'string',
  );
}

/** The record's values with the written ones in their places. https://developers.zluri.com/reference/updateapplication */
function customValues(
  given: unknown,
  key: string,
  record: ZluriRecord,
  definitions: readonly CustomField[],
): CustomValue[] {
  if (!Array.isArray(given)) throw new WrongValue(key, 'Must be an array of {field_id, field_value}');
  const values = new Map((record.custom_fields ?? []).map((value) => [value.field_id, value]));
  for (const [i, entry] of given.entries()) {
    const { field_id: id, field_value: value } = (entry ?? {}) as {
      field_id?: unknown;
      field_value?: unknown;
    };
    const definition = definitions.find((field) => field.field_id === id);
    if (definition === undefined)
      throw new WrongValue(`${key}[${i}].field_id`, 'There is no such custom field');
    if (!fits(value, definition)) {
      throw new WrongValue(`${key}[${i}].field_value`, `Invalid value for ${definition.field_name}`);
    }
    values.set(definition.field_id, { field_id: definition.field_id, field_value: value });
  }
  return [...values.values()];
}

/** Inferred but for the options of a select. https://help.zluri.com/reference/getorgcustomfields-1 */
function fits(value: unknown, { field_type: type, field_options: options = [] }: CustomField): boolean {
  switch (type) {
    case 'select':
      return options.includes(value as string);
    case 'bool':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value));
    case 'text':
    case 'reference':
      return typeof value === 'string';
  }
}

/** Inferred: licences are added to those that the account has. https://developers.zluri.com/reference/updateapplicationuser-1 */
function assignedLicences(
  given: unknown,
  key: string,
  record: ZluriRecord,
  licences: readonly Licence[],
): { license_id: string; license_name: string }[] {
  if (!isTexts(given)) throw new WrongValue(key, 'Must be an array of license IDs');
  const assigned = new Map(
    ((record.licenses ?? []) as Licence[]).map(({ license_id, license_name }) => [license_id, license_name]),
  );
  for (const [i, id] of given.entries()) {
    const licence = licences.find((entry) => entry.license_id === id);
    if (licence === undefined) throw new WrongValue(`${key}[${i}]`, 'There is no such license');
    assigned.set(licence.license_id, licence.license_name);
  }
  return [...assigned].map(([license_id, license_name]) => ({ license_id, license_name }));
}

/** Refuses a body that lacks a required key. */
export function demandKeys(body: Record<string, unknown>, ...keys: string[]): void {
  for (const key of keys) {
    if (typeof body[key] !== 'string' || body[key] === '') throw new WrongValue(key, 'Is required');
  }
}
