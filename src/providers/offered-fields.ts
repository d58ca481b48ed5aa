/** The fields that a resource offers: the documented ones and those that the organisation made. */
import type { Sender } from '../core/http/list';
import type { Field } from '../core/table/field';
import type { ResourceDefinition } from './definition';
import { resolveFields } from './fields';
import { listingRequest } from './requests';

/** Asks the provider for the organisation's own fields, where it has any. Throws what sending throws. */
export function readFields(sender: Sender, resource: ResourceDefinition): Field[] {
  const request = listingRequest(resource);
  if (!request) return resolveFields(resource, null);
  // An empty answer is no list either: it must not pass for an organisation without fields of its own.
  return resolveFields(resource, sender.sendOne(request).body ?? {});
}
