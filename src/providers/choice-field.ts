/** The request that makes a field with choices for the apps of an organisation. */
import type { ApiRequest } from '../core/http/request';
import { findResource } from './catalogue';
import type { ProviderDefinition } from './definition';
import { documentedFields } from './documented-fields';
import { createRequest, type FieldWrite } from './writing';

/** Sent once, since a second one would make a second field; null where the platform lets no add-on make fields. */
export function newChoiceFieldRequest(
  provider: ProviderDefinition,
  name: string,
  choices: readonly string[],
): ApiRequest | null {
  const { newChoiceField: how } = provider;
  if (!how) return null;
  const resource = findResource(provider, how.resource);
  const values = { ...how.fixed, [how.name]: name, [how.choices]: choices.join(', ') };
  const writes = documentedFields(resource).flatMap((field): FieldWrite[] => {
    const to = values[field.key];
    return to === undefined ? [] : [{ field, to }];
  });
  return createRequest(resource, writes, { record: null, people: new Map() });
}
