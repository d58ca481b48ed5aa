/** Who did what a log tells of. */
import type { ToriiRecord } from './record';
import type { Tenant } from './tenant';

/** The four keys of an entry: names and address are those of the entry, or of the user whom it names. */
export function performedBy(entry: ToriiRecord, tenant: Tenant): Record<string, unknown> {
  const id = entry.performedBy ?? null;
  const user = id === null ? undefined : tenant.find('users', Number(id));
  return {
    performedBy: id,
    performedByFirstName: entry.performedByFirstName ?? user?.firstName ?? null,
    performedByLastName: entry.performedByLastName ?? user?.lastName ?? null,
    performedByEmail: entry.performedByEmail ?? user?.email ?? null,
  };
}
