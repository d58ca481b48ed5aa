/** The list of providers: a new one is one line here. */
import { AppError } from '../core/errors';
import type { ProviderDefinition, ResourceDefinition } from './definition';
import { TORII } from './torii/provider';
import { ZLURI } from './zluri/provider';

export const PROVIDERS: readonly ProviderDefinition[] = [TORII, ZLURI];

/** Throws AppError UNKNOWN_PROVIDER. */
export function findProvider(name: string): ProviderDefinition {
  const found = PROVIDERS.find(({ provider }) => provider === name);
  if (found) return found;
  const known = PROVIDERS.map(({ provider }) => provider).join(', ');
  throw new AppError('UNKNOWN_PROVIDER', { provider: name, known });
}

/** Throws AppError UNKNOWN_RESOURCE. */
export function findResource(provider: ProviderDefinition, name: string): ResourceDefinition {
  const found = provider.resources.find(({ resource }) => resource === name);
  if (found) return found;
  const known = provider.resources.map(({ resource }) => resource).join(', ');
  throw new AppError('UNKNOWN_RESOURCE', { provider: provider.title, resource: name, known });
}
