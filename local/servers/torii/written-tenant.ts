/** A tenant as a test writes it down, with what it lacks: its lists and records stay the same objects. */
import { AppUses, firstAccounts } from './app-uses';
import { completeField } from './field';
import type { ToriiField } from './field';
import { completeLicence } from './licences';
import type { AppUse, Licence, ToriiData, ToriiRecord, ToriiTenant } from './record';
import { ORGANISATION, ROLES } from './seed/organisation';

export function writtenTenant(tenant: ToriiTenant): { data: ToriiData; uses: AppUses } {
  const uses = new AppUses(undefined, (tenant.appUsers ?? []) as AppUse[]);
  const data: ToriiData = {
    org: { ...ORGANISATION, ...tenant.org },
    apps: numbered(tenant.apps),
    contracts: numbered(tenant.contracts),
    users: numbered(tenant.users),
    appFields: completeFields(tenant.appFields),
    contractFields: completeFields(tenant.contractFields),
    userFields: completeFields(tenant.userFields),
    roles: (tenant.roles as ToriiData['roles'] | undefined) ?? ROLES.map((role) => ({ ...role })),
    get appUsers() {
      return uses.all;
    },
    set appUsers(list) {
      uses.all = list;
    },
    licenses: completeLicences(tenant.licenses),
    transactions: numbered(tenant.transactions),
    auditLog: numbered(tenant.auditLog),
    workflows: numbered(tenant.workflows),
    workflowRuns: numbered(tenant.workflowRuns),
    workflowAudit: numbered(tenant.workflowAudit),
    appAccounts: tenant.appAccounts ?? [],
    files: [],
    syncs: [],
    parsings: [],
  };
  if (tenant.appAccounts === undefined) data.appAccounts = firstAccounts(data.apps);
  return { data, uses };
}

function numbered(records: Record<string, unknown>[] = []): ToriiRecord[] {
  for (const [i, record] of records.entries()) record.id ??= 1000 + i;
  return records as ToriiRecord[];
}

function completeFields(fields: Record<string, unknown>[] = []): ToriiField[] {
  for (const [i, field] of fields.entries()) Object.assign(field, completeField(field, 9000 + i));
  return fields as unknown as ToriiField[];
}

function completeLicences(licences: Record<string, unknown>[] = []): Licence[] {
  for (const [i, licence] of licences.entries()) Object.assign(licence, completeLicence(licence, 1000 + i));
  return licences as unknown as Licence[];
}
