/** What a finished sync brings, once Zluri has worked through it. https://developers.zluri.com/docs/post-sync */
import { objectId, rowOf } from '../object-id';
import type { AppUse, ZluriRecord } from '../record';
import { addressesOf, completeUse } from '../tenant';
import type { Tenant } from '../tenant';
import { recordsOf } from './sync';
import type { Instance, IntegrationSync } from './sync';

type Row = Record<string, unknown>;

/** Shows the data of syncs whose time has come. @param now milliseconds since 1970 */
export function catchUp(tenant: Tenant, now: number): void {
  for (const sync of tenant.data.syncs) {
    if (sync.showsAt !== null && sync.showsAt <= now) show(sync, sync.showsAt, tenant);
  }
}

function show(sync: IntegrationSync, now: number, tenant: Tenant): void {
  sync.showsAt = null;
  const instance = tenant.data.instances.find((each) => each.instance_id === sync.instance_id);
  if (instance === undefined) return;
  const has = (entity: string) => sync.pages.some((page) => page.entity_name === entity);
  const users = recordsOf(sync, 'users');
  if (has('users')) showUsers(users, lastUses(users, sync), instance, now, tenant);
  if (has('contracts')) showContracts(recordsOf(sync, 'contracts'), instance, tenant);
  tenant.data.transactions.push(...recordsOf(sync, 'transactions'));
  tenant.revision += 1;
}

/** By unique id of the user, the latest moment that their own record or their activity tells. */
function lastUses(users: readonly Row[], sync: IntegrationSync): Map<unknown, string> {
  const latest = new Map<unknown, string>();
  for (const { unique_id: id, last_used: used } of [...users, ...recordsOf(sync, 'user_activity')]) {
    const before = latest.get(id);
    const isLater = before === undefined || Date.parse(String(used)) > Date.parse(before);
    if (typeof used === 'string' && isLater) latest.set(id, new Date(used).toISOString());
  }
  return latest;
}

/** Users replace: whoever came from this instance and is missing is inactive. https://help.zluri.com/docs/getting-started */
function showUsers(
  users: readonly Row[],
  latest: ReadonlyMap<unknown, string>,
  instance: Instance,
  now: number,
  tenant: Tenant,
): void {
  const { app_id, instance_id } = instance;
  const people = peopleOf(users, now, tenant);
  const isOurs = (use: AppUse) =>
    (use.source_array as Row[]).some((source) => source.org_integration_id === instance_id);
  const before = tenant.uses.ofApp(app_id);
  const known = new Map(before.map((use) => [use.user_id, use]));
  const changed = new Map<string, AppUse>();
  let nextUse = tenant.data.appUsers.reduce(
    (most, use) => Math.max(most, rowOf('use', use.user_app_id)),
    NEW_USES,
  );
  const licenceNamed = licencesBy(app_id, tenant);
  for (const user of users) {
    const user_id = String(people.get(String(user.email).toLowerCase())?.user_id);
    const old =
      changed.get(user_id) ??
      known.get(user_id) ??
      completeUse({ user_app_id: objectId('use', ++nextUse), app_id, user_id }, 0);
    changed.set(user_id, {
      ...old,
      user_app_status: (user.status ?? 'active') === 'active' ? 'active' : 'inactive',
      user_app_role: user.role ?? old.user_app_role,
      user_app_last_used: latest.get(user.unique_id) ?? old.user_app_last_used ?? null,
      user_app_discovered: old.user_app_discovered ?? new Date(now).toISOString(),
      licenses: ((user.license ?? []) as string[]).map(licenceNamed),
      source_array: isOurs(old)
        ? old.source_array
        : [...(old.source_array as Row[]), { keyword: 'sdk', org_integration_id: instance_id }],
    });
  }
  for (const use of before.filter(isOurs)) {
    if (!changed.has(use.user_id)) changed.set(use.user_id, { ...use, user_app_status: 'inactive' });
  }
  tenant.uses.putAll([...changed.values()]);
  const app = tenant.find('apps', app_id);
  const count = tenant.uses.ofApp(app_id).filter((use) => use.user_app_status === 'active').length;
  if (app !== undefined) tenant.change(app, { app_user_count: count });
}

/** Rows after those of all seeded uses. */
const NEW_USES = 2 ** 45;

/** By address in lower case; that people whom nobody knew become users is assumed. https://help.zluri.com/docs/zluri-sdk-faqs */
function peopleOf(users: readonly Row[], now: number, tenant: Tenant): Map<string, ZluriRecord> {
  const people = new Map<string, ZluriRecord>();
  for (const person of tenant.data.users) for (const email of addressesOf(person)) people.set(email, person);
  const first = rowOf('user', tenant.nextId('users'));
  let added = 0;
  for (const user of users) {
    const email = String(user.email).toLowerCase();
    if (people.has(email)) continue;
    const person: ZluriRecord = {
      user_id: objectId('user', first + added),
      // The name wins, first and last name are the fallback.
      user_name: user.name ?? ([user.first_name, user.last_name].filter(Boolean).join(' ') || email),
      user_email: email,
      user_alternate_emails: [],
      user_status: 'active',
      user_account_type: 'employee',
      user_archive: false,
      user_created_at: new Date(now).toISOString(),
      user_app_count: 1,
      source_array: [{ keyword: 'sdk' }],
      custom_fields: [],
    };
    added += 1;
    people.set(email, person);
    tenant.add('users', person);
  }
  return people;
}

/** Finds the app's licence of a name, or makes it. */
function licencesBy(app_id: string, { data }: Tenant) {
  const ids = new Map(
    data.licenses
      .filter((licence) => licence.app_id === app_id)
      .map((licence) => [licence.license_name, licence.license_id]),
  );
  return (license_name: string) => {
    const license_id = ids.get(license_name) ?? objectId('licence', NEW_LICENCES + data.licenses.length);
    if (!ids.has(license_name)) data.licenses.push({ license_id, license_name, app_id });
    ids.set(license_name, license_id);
    return { license_id, license_name };
  };
}

/** Rows after those of all seeded licences. */
const NEW_LICENCES = 2 ** 32;

/** Contracts are added to those that there are. https://developers.zluri.com/reference/data-entities */
function showContracts(contracts: readonly Row[], { app_id }: Instance, { data }: Tenant): void {
  const first = data.contracts.length;
  for (const [i, contract] of contracts.entries()) {
    data.contracts.push({
      contract_id: objectId('contract', NEW_CONTRACTS + first + i),
      contract_name: contract.name,
      contract_type: 'contract',
      contract_status: 'active',
      app_id,
      vendor_name: contract.vendor_name,
      contract_start_date: contract.start_date,
      contract_end_date: contract.end_date,
      contract_cancel_by: contract.cancel_by ?? null,
      contract_auto_renews: contract.auto_renews ?? false,
      contract_agreement_type: contract.agreement_type ?? null,
      payment_term: contract.payment_term ?? null,
      cost_per_term: contract.base_price ?? null,
      archive: false,
      custom_fields: [],
    });
  }
}

/** Rows after those of all seeded contracts. */
const NEW_CONTRACTS = 2 ** 32;
