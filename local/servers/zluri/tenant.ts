/** The live tenant: its records, and the ways to find and change them. */
import { RecordIndex } from '../records/record-index';
import { COMPANY } from '../seed/company';
import { AppUses } from './app-uses';
import { objectId, rowOf } from './object-id';
import type { Kind } from './object-id';
import type { AppUse, CustomField, ZluriData, ZluriRecord, ZluriTenant } from './record';
import { seededTenant } from './seed/seeded-tenant';
import type { TenantSize } from './seed/seeded-tenant';

export type RecordResource = 'apps' | 'contracts' | 'users' | 'admins';

/** The key that tells the records of a list apart; entries of the audit log keep theirs to themselves. */
const ID_KEYS: Readonly<Record<string, string>> = {
  apps: 'app_id',
  contracts: 'contract_id',
  users: 'user_id',
  admins: 'user_id',
  appUsers: 'user_app_id',
  auditLog: '_id',
  appFields: 'field_id',
  contractFields: 'field_id',
  userFields: 'field_id',
  licenses: 'license_id',
  departments: 'department_id',
  transactions: 'id',
  instances: 'instance_id',
  syncs: 'sync_id',
};

/** Custom fields by the record that has them. */
export const FIELDS_OF = { apps: 'appFields', contracts: 'contractFields', users: 'userFields' } as const;

export class Tenant {
  /** Grows with every change made by request or by `edit`. */
  revision = 0;
  readonly #indexes = new Map<RecordResource, RecordIndex<ZluriRecord, string>>();

  constructor(
    readonly data: ZluriData,
    readonly uses: AppUses,
  ) {}

  find(resource: RecordResource, id: unknown): ZluriRecord | undefined {
    if (typeof id !== 'string' || id === '') return undefined;
    let index = this.#indexes.get(resource);
    if (index === undefined) {
      index = new RecordIndex((record) => String(record[ID_KEYS[resource] ?? '']));
      this.#indexes.set(resource, index);
    }
    return index.find(this.data[resource], id);
  }

  /** By any of their addresses, in upper or lower case. */
  userByEmail(email: string): ZluriRecord | undefined {
    const wanted = email.toLowerCase();
    return this.data.users.find((user) => addressesOf(user).includes(wanted));
  }

  add(resource: RecordResource, record: ZluriRecord): void {
    this.data[resource].push(record);
    this.revision += 1;
  }

  change(record: ZluriRecord, patch: Record<string, unknown>): void {
    Object.assign(record, patch);
    this.revision += 1;
  }

  putUse(use: AppUse): void {
    this.uses.put(use);
    this.revision += 1;
  }

  nextId(resource: 'apps' | 'users'): string {
    const kind: Kind = resource === 'apps' ? 'app' : 'user';
    const highest = this.data[resource].reduce(
      (most, record) => Math.max(most, rowOf(kind, String(record[ID_KEYS[resource] ?? '']))),
      -1,
    );
    return objectId(kind, highest + 1);
  }

  /** Changes, adds or (with null) removes a record; custom fields go by id or by name. */
  edit(resource: string, id: string | number, patch: Record<string, unknown> | null): void {
    const rows = (this.data as unknown as Record<string, unknown>)[resource];
    const idKey = ID_KEYS[resource];
    if (!Array.isArray(rows) || idKey === undefined)
      throw new Error(`The Zluri tenant has no "${resource}".`);
    this.revision += 1;
    if (resource === 'appUsers') return this.#editUse(String(id), patch);
    const list = rows as Record<string, unknown>[];
    const at = list.findIndex(
      (row) => String(row[idKey]) === String(id) || (idKey === 'field_id' && row.field_name === id),
    );
    const found = list[at];
    if (patch === null) {
      if (found !== undefined) list.splice(at, 1);
    } else if (found !== undefined) Object.assign(found, patch);
    else list.push({ [idKey]: String(id), ...patch });
  }

  #editUse(id: string, patch: Record<string, unknown> | null): void {
    if (patch === null) this.uses.remove(id);
    else this.uses.put(completeUse({ user_app_id: id, ...this.uses.byId(id), ...patch }, 0));
  }
}

/** Primary and alternate addresses, in lower case. */
export function addressesOf(user: ZluriRecord): string[] {
  const others = Array.isArray(user.user_alternate_emails) ? (user.user_alternate_emails as unknown[]) : [];
  return [user.user_email, ...others].map((email) => String(email ?? '').toLowerCase());
}

/**
 * A tenant of the wanted size, or the given one with what it lacks: its lists and records stay the same objects.
 * @param now end of the audit log of a seeded tenant, in milliseconds since 1970
 */
export function openTenant(wanted: TenantSize | ZluriTenant, now: number): Tenant {
  if (!isWrittenOut(wanted)) {
    const { data, uses } = seededTenant(wanted, now);
    return new Tenant(data, new AppUses(() => data.appUsers, uses));
  }
  const records = (list: Record<string, unknown>[] = [], idKey: string, kind: Kind) => {
    for (const [i, record] of list.entries()) record[idKey] ??= objectId(kind, i);
    return list as ZluriRecord[];
  };
  const data: ZluriData = {
    org: {
      org_id: objectId('org', 0),
      org_name: COMPANY.name,
      financial_year_start: '01',
      financial_year_end: '12',
      currency: COMPANY.currency,
      owner_id: null,
      ...wanted.org,
    },
    apps: records(wanted.apps, 'app_id', 'app'),
    contracts: records(wanted.contracts, 'contract_id', 'contract'),
    users: records(wanted.users, 'user_id', 'user'),
    appUsers: completed(wanted.appUsers, completeUse),
    admins: (wanted.admins ?? []) as ZluriRecord[],
    auditLog: records(wanted.auditLog, '_id', 'org'),
    appFields: completed(wanted.appFields, completeField),
    contractFields: completed(wanted.contractFields, completeField),
    userFields: completed(wanted.userFields, completeField),
    licenses: (wanted.licenses ?? []) as ZluriData['licenses'],
    departments: (wanted.departments ?? []) as ZluriData['departments'],
    transactions: [],
    instances: wanted.instances ?? [],
    syncs: [],
  };
  return new Tenant(data, new AppUses(() => data.appUsers));
}

function isWrittenOut(tenant: TenantSize | ZluriTenant): tenant is ZluriTenant {
  return Object.values(tenant).some((value) => typeof value === 'object');
}

/** The same list with the same records, each with what it lacks. */
function completed<T>(
  list: Record<string, unknown>[] | undefined,
  complete: (record: Record<string, unknown>, row: number) => T,
): T[] {
  for (const [i, record] of (list ?? []).entries()) Object.assign(record, complete({ ...record }, i));
  return (list ?? []) as T[];
}

/** The settings that a new account in an app starts with are assumed. https://developers.zluri.com/reference/addapplicationuser */
export function completeUse(use: Record<string, unknown>, row: number): AppUse {
  const defaults = {
    user_app_id: objectId('use', row),
    user_app_status: 'active',
    user_app_role: null,
    user_app_archive: false,
    licenses: [],
    optimization_inclusion: 'include for all optimizations',
    source_array: [],
  };
  return { ...defaults, ...use } as unknown as AppUse;
}

function completeField(field: Record<string, unknown>, row: number): CustomField {
  return {
    field_id: objectId('field', row),
    field_name: 'Field',
    field_type: 'text',
    ...field,
  } as CustomField;
}
