/** What goes on at the provider after a request was answered: it is there as soon as anybody looks. */
import type { ToriiOptions } from '../options';
import type { Tenant } from '../tenant';
import { endParsing } from './parsing';
import { endSync } from './sync';

/** Ends the syncs and parsings whose time has come. @param now milliseconds since 1970 */
export function catchUp(tenant: Tenant, now: number, options: ToriiOptions): void {
  const { syncs, parsings } = tenant.data;
  for (const sync of syncs) if (!sync.isDone && sync.endsAt <= now) endSync(sync, tenant, options);
  for (const parsing of parsings) {
    if (parsing.status === 'parsing_in_progress' && parsing.endsAt <= now) endParsing(parsing, tenant);
  }
}
