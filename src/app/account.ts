/** A person's access to a provider: the key lives in their own user properties and nowhere else. */
import { AppError } from '../core/errors';
import type { Connection } from '../core/http/request';
import type { Ports } from '../ports';
import { findProvider, PROVIDERS } from '../providers/catalogue';
import type { ProviderDefinition, ProviderName } from '../providers/definition';
import { openConnection } from '../providers/requests';
import type { ConnectionInfo } from './contract';

interface StoredAccount {
  readonly apiKey: string;
  readonly organisation: string;
}

const PREFIX = 'account.';

/** Remembers a key that has been tested. */
export function saveAccount(ports: Ports, provider: ProviderName, account: StoredAccount): ConnectionInfo {
  ports.store.set('user', PREFIX + provider, JSON.stringify(account));
  return describe(findProvider(provider), account);
}

export function removeAccount(ports: Ports, provider: ProviderName): void {
  ports.store.remove('user', PREFIX + provider);
}

/** What the sidebar may know of this person's accounts: never the key. */
export function listAccounts(ports: Ports): ConnectionInfo[] {
  const stored = ports.store.all('user', PREFIX);
  return PROVIDERS.flatMap((definition) => {
    const text = stored[PREFIX + definition.provider];
    return text === undefined ? [] : [describe(definition, parse(text))];
  });
}

export function isConnected(ports: Ports, { provider }: ProviderDefinition): boolean {
  return ports.store.get('user', PREFIX + provider) !== null;
}

/** The organisation whose key this person has; '' without one, or where the platform names none. */
export function organisationOf(ports: Ports, { provider }: ProviderDefinition): string {
  const text = ports.store.get('user', PREFIX + provider);
  return text === null ? '' : parse(text).organisation;
}

/** The way to speak to the provider as this person. Throws NOT_CONNECTED. */
export function connectionOf(ports: Ports, definition: ProviderDefinition): Connection {
  const text = ports.store.get('user', PREFIX + definition.provider);
  if (text === null) throw new AppError('NOT_CONNECTED', { provider: definition.title });
  return openConnection(definition, parse(text).apiKey);
}

/** Throws NOT_CONNECTED, and `code` where this person's key is not one of the organisation that something was begun for. */
export function refuseOtherOrganisation(
  ports: Ports,
  provider: ProviderDefinition,
  organisation: string,
  code: 'PUSH_STOPPED' | 'UPLOAD_STOPPED',
): void {
  connectionOf(ports, provider);
  const now = organisationOf(ports, provider);
  if (now === organisation) return;
  throw new AppError(code, {
    reason: `it was begun with a key of “${organisation}”, and the key is one of “${now}” by now.`,
  });
}

function parse(text: string): StoredAccount {
  return JSON.parse(text) as StoredAccount;
}

function describe(definition: ProviderDefinition, account: StoredAccount): ConnectionInfo {
  return {
    provider: definition.provider,
    title: definition.title,
    organisation: account.organisation,
    last4: account.apiKey.slice(-4),
  };
}
