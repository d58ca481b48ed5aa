/** The live tenant: its records, its fields, and the ways to find and change them. */
import { RecordIndex } from '../records/record-index';
import type { AppUses } from './app-uses';
import { APP_ATTRIBUTES, CONTRACT_ATTRIBUTES, USER_APP_ATTRIBUTES, USER_ATTRIBUTES } from './attributes';
import { FieldCatalog, completeField } from './field';
import { completeLicence } from './licences';
import type { ApiVersion } from './options';
import type { ToriiData, ToriiRecord, ToriiTenant } from './record';
import { seededTenant } from './seed/seeded-tenant';
import type { TenantSize } from './seed/seeded-tenant';
import { writtenTenant } from './written-tenant';

/** Resources with fields that can be chosen, and with fields of the organisation's own. */
export type FieldedResource = 'apps' | 'contracts' | 'users';
export type RecordResource = FieldedResource | 'transactions' | 'workflows' | 'auditLog';
/** Lists whose ids the server gives. */
export type NumberedResource = RecordResource | 'appAccounts' | 'files' | 'syncs' | 'parsings';

const ATTRIBUTES = { apps: APP_ATTRIBUTES, contracts: CONTRACT_ATTRIBUTES, users: USER_ATTRIBUTES } as const;
const FIELDS = { apps: 'appFields', contracts: 'contractFields', users: 'userFields' } as const;

export class Tenant {
  /** Grows with every change made by request or by `edit`. */
  revision = 0;
  readonly #indexes = new Map<RecordResource, RecordIndex<ToriiRecord, number>>();
  /** The highest id that a removed or a new record had. */
  readonly #given = new Map<string, number>();

  constructor(
    readonly data: ToriiData,
    readonly uses: AppUses,
  ) {}

  catalog(resource: FieldedResource | 'userApps', version: ApiVersion): FieldCatalog {
    return resource === 'userApps'
      ? new FieldCatalog(USER_APP_ATTRIBUTES, this.data.appFields, '1.0')
      : new FieldCatalog(ATTRIBUTES[resource], this.data[FIELDS[resource]], version);
  }

  find(resource: RecordResource, id: number): ToriiRecord | undefined {
    let index = this.#indexes.get(resource);
    if (index === undefined) {
      index = new RecordIndex((record) => record.id);
      this.#indexes.set(resource, index);
    }
    return index.find(this.data[resource], id);
  }

  add(resource: RecordResource, record: ToriiRecord): void {
    this.data[resource].push(record);
    this.revision += 1;
  }

  remove(resource: RecordResource, id: number): void {
    const at = this.data[resource].findIndex((record) => record.id === id);
    if (at >= 0) this.data[resource].splice(at, 1);
    this.#give(resource, id);
    this.revision += 1;
  }

  change(record: ToriiRecord, patch: Record<string, unknown>): void {
    Object.assign(record, patch);
    this.revision += 1;
  }

  /** The first of `count` ids. None is given twice, also where its record is gone. */
  nextId(resource: NumberedResource, count = 1): number {
    const given = this.#given.get(resource) ?? 999;
    const records: readonly { readonly id: number }[] = this.data[resource];
    const id = records.reduce((highest, record) => Math.max(highest, record.id), given) + 1;
    this.#give(resource, id + count - 1);
    return id;
  }

  /** Whoever made the key, as far as logs and files tell: the first user. */
  get keyOwner(): number | null {
    return this.data.users[0]?.id ?? null;
  }

  #give(resource: string, id: unknown): void {
    this.#given.set(resource, Math.max(this.#given.get(resource) ?? 999, Number(id) || 0));
  }

  /** Changes, adds or (with null) removes a record, a use or a field; fields go by id or by key. */
  edit(resource: string, id: string | number, patch: Record<string, unknown> | null): void {
    this.revision += 1;
    if (resource === 'appUsers') {
      this.uses.edit(String(id), patch);
      return;
    }
    const rows = (this.data as unknown as Record<string, unknown>)[resource];
    if (!Array.isArray(rows)) throw new Error(`The Torii tenant has no "${resource}".`);
    const list = rows as Record<string, unknown>[];
    const named = (row: Record<string, unknown>) =>
      String(row.id) === String(id) || (resource.endsWith('Fields') && row.systemKey === id);
    const at = list.findIndex(named);
    const found = list[at];
    if (patch === null) {
      if (found !== undefined) list.splice(at, 1);
      this.#give(resource, id);
    } else if (found !== undefined) {
      Object.assign(found, patch);
    } else if (resource.endsWith('Fields')) {
      const numeric = Number.isInteger(Number(id));
      const highest = list.reduce((most, row) => Math.max(most, Number(row.id)), 0);
      list.push({
        ...completeField({ systemKey: String(id), ...patch }, highest + 1),
        ...(numeric ? { id: Number(id) } : {}),
      });
    } else {
      const added = { id: Number.isNaN(Number(id)) ? id : Number(id), ...patch };
      list.push(resource === 'licenses' ? { ...completeLicence(added, 0) } : added);
    }
  }
}

/**
 * A tenant of the wanted size, or the given one with what it lacks.
 * @param now end of seeded logs, in milliseconds since 1970
 */
export function openTenant(wanted: TenantSize | ToriiTenant, now: number): Tenant {
  const { data, uses } = isWrittenOut(wanted) ? writtenTenant(wanted) : seededTenant(wanted, now);
  return new Tenant(data, uses);
}

function isWrittenOut(tenant: TenantSize | ToriiTenant): tenant is ToriiTenant {
  return Object.values(tenant).some((value) => typeof value === 'object');
}
