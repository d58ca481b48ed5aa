/** Syncs of custom integrations: they take some minutes, and then the app has the people of the file. */
import { completeUse } from '../app-uses';
import type { ToriiOptions } from '../options';
import type { AppUse, HeldLicence, ToriiRecord } from '../record';
import type { Tenant } from '../tenant';
import type { FileUser, PeopleFile } from './people-file';

export interface CustomSync {
  id: number;
  kind: 'custom' | 'gluu';
  idFile: number;
  idAppAccount: number;
  /** When it was asked for. */
  at: string;
  /** Milliseconds since 1970 from which on what it brings is there. */
  endsAt: number;
  isDone: boolean;
  /** What was in the file. */
  file: PeopleFile;
}

/** What one person has by the file. */
interface Holding {
  licences: HeldLicence[];
  cost: number;
}

/** Brings in what the file holds. People of the account who are not in it stay, unless the options say otherwise. */
export function endSync(sync: CustomSync, tenant: Tenant, options: ToriiOptions): void {
  sync.isDone = true;
  const { idAppAccount, file } = sync;
  const account = tenant.data.appAccounts.find((each) => each.id === idAppAccount);
  const app = account && tenant.find('apps', account.idApp);
  if (app === undefined) return;
  const people = peopleOf(file.users, sync.endsAt, tenant);
  const holdings = holdingsOf(file);
  const uses = tenant.uses.ofApp(app.id).filter((use) => use.idAppAccount === idAppAccount);
  const known = new Map(uses.map((use) => [use.idUser, use]));
  const changed = new Map<number, AppUse>();
  for (const user of file.users) {
    const idUser = people.get(user.email.toLowerCase())?.id ?? NaN;
    const before = changed.get(idUser) ?? known.get(idUser);
    const use =
      before ?? completeUse({ idApp: app.id, idUser, idAppAccount, creationTime: iso(sync.endsAt) });
    changed.set(idUser, Object.assign(use, useOf(user, holdings.get(user.email.toLowerCase()), tenant)));
  }
  const missing = uses.filter((use) => !changed.has(use.idUser));
  if (options.removeMissing) {
    for (const use of missing) {
      changed.set(use.idUser, Object.assign(use, { status: 'deleted', isUserRemovedFromApp: true }));
    }
  }
  tenant.uses.putAll([...changed.values()]);
  keepLicences(file, app, tenant);
  const isActive = (use: AppUse) => use.status === 'active';
  tenant.change(app, { activeUsersCount: tenant.uses.ofApp(app.id).filter(isActive).length });
}

const iso = (time: number) => new Date(time).toISOString();

/** By address in lower case: those who are known, and new ones for the others. */
function peopleOf(users: readonly FileUser[], now: number, tenant: Tenant): Map<string, ToriiRecord> {
  const people = new Map<string, ToriiRecord>();
  for (const person of tenant.data.users) {
    const others = Array.isArray(person.additionalEmails) ? (person.additionalEmails as unknown[]) : [];
    for (const email of [...others, person.email]) people.set(String(email).toLowerCase(), person);
  }
  let id = tenant.nextId('users', users.length);
  for (const user of users) {
    const email = user.email.toLowerCase();
    if (people.has(email)) continue;
    const person = newPerson(user, id, now, tenant);
    people.set(email, person);
    tenant.add('users', person);
    id += 1;
  }
  return people;
}

/** That people whom only a custom integration knows become users too is assumed. https://support.toriihq.com/hc/en-us/articles/5164699821979 */
function newPerson(user: FileUser, id: number, now: number, { data }: Tenant): ToriiRecord {
  const email = user.email.toLowerCase();
  return {
    id,
    idOrg: data.org.id,
    firstName: user.firstName ?? null,
    lastName: user.lastName ?? null,
    email,
    creationTime: iso(now),
    lifecycleStatus: 'active',
    isDeletedInIdentitySources: false,
    isExternal: !email.endsWith(`@${data.org.domain}`),
    activeAppsCount: 1,
    additionalEmails: [],
    status: 'active',
    isNonHuman: false,
  };
}

/** By address in lower case. A licence without a status has the user's. https://developers.toriihq.com/reference/putservicessynccustom */
function holdingsOf({ users, licenses = [] }: PeopleFile): Map<string, Holding> {
  const gone = new Set(
    users.filter((user) => user.status === 'deleted').map((user) => user.email.toLowerCase()),
  );
  const holdings = new Map<string, Holding>();
  for (const { name, users: holders = [], pricePerUser = 0 } of licenses) {
    for (const holder of holders) {
      const email = holder.email.toLowerCase();
      const licenseStatus = holder.licenseStatus ?? (gone.has(email) ? 'deleted' : 'active');
      if (licenseStatus === 'deleted') continue;
      const held = holdings.get(email) ?? { licences: [], cost: 0 };
      holdings.set(email, held);
      held.licences.push({ name, licenseStatus });
      // For which time the price is, no text says: for a year, as the prices that apps show are.
      held.cost += pricePerUser;
    }
  }
  return holdings;
}

function useOf(user: FileUser, holding: Holding | undefined, { data }: Tenant): Partial<AppUse> {
  const { status = 'active', externalStatus, roles, lastUsedDate } = user;
  return {
    status,
    isUserRemovedFromApp: status === 'deleted',
    licenses: holding?.licences ?? [],
    annualCost: holding?.cost ?? null,
    currency: data.org.currency,
    ...(externalStatus === undefined ? {} : { externalStatus }),
    ...(roles === undefined ? {} : { role: roles.join(', ') || null }),
    ...(lastUsedDate === undefined ? {} : { lastVisitTime: iso(Date.parse(lastUsedDate)) }),
  };
}

/** The kinds of licences of the app, as `includeLicenses` shows them. */
function keepLicences({ licenses = [] }: PeopleFile, app: ToriiRecord, { data }: Tenant): void {
  for (const { name, pricePerUser, unassignedAmount } of licenses) {
    let kind = data.licenses.find((each) => each.idApp === app.id && each.name === name);
    if (kind === undefined) {
      const id = data.licenses.reduce((highest, each) => Math.max(highest, each.id), 999) + 1;
      kind = {
        id,
        idApp: app.id,
        name,
        pricePerLicense: 0,
        currency: data.org.currency,
        unassignedAmount: 0,
      };
      data.licenses.push(kind);
    }
    if (pricePerUser !== undefined) kind.pricePerLicense = pricePerUser;
    if (unassignedAmount !== undefined) kind.unassignedAmount = unassignedAmount;
  }
}
