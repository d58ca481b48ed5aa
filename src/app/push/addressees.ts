/** Whom and what the changes of a push name: people by their ids, and what new records belong to. */
import type { Change } from '../../core/change/change';
import type { EditedTable } from '../../core/change/edits';
import { addressesIn } from '../../core/change/people';
import type { Dispatcher } from '../../core/http/dispatcher';
import type { Ports } from '../../ports';
import { findParents, parentsIn } from '../../providers/parents';
import { findPeople } from '../../providers/people';
import type { WriteContext } from '../../providers/writing';
import type { PushTarget } from './push-target';

export type Addressees = Required<Pick<WriteContext, 'people' | 'parents'>>;

/** Throws what reading from the platform throws. */
export function addresseesOf(
  ports: Ports,
  { provider, resource }: PushTarget,
  dispatcher: Dispatcher,
  { fields }: EditedTable,
  changes: readonly Change[],
): Addressees {
  const now = ports.clock.now();
  // Where a platform tells people by their ids, these are to be known again by the address that a cell had.
  const before = changes.map((change) => ({ ...change, to: change.from }));
  return {
    people: findPeople(dispatcher, provider, addressesIn([...changes, ...before], fields)),
    parents: findParents(dispatcher, provider, resource, parentsIn(resource, changes), now),
  };
}
