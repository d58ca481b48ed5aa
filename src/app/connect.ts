/** Connecting: the key is tested against the provider before it is kept. */
import { AppError } from '../core/errors';
import { Dispatcher } from '../core/http/dispatcher';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import type { ProviderName } from '../providers/definition';
import { openConnection, organisationName, probeRequest } from '../providers/requests';
import { removeAccount, saveAccount } from './account';
import type { ConnectionInfo } from './contract';
import { TabIndex } from './tab-index';

/** A person waits in front of the sidebar for this, so it gives up early. */
const PATIENCE_MS = 45_000;

/** What may stand in a request header without being encoded, and fit into one property. */
const KEY = /^[\x21-\x7e]{1,4000}$/;

/** Throws KEY_MISSING, KEY_MALFORMED, KEY_REFUSED, KEY_LACKS_RIGHTS, NO_NETWORK and whatever else the dispatcher throws. */
export function connect(ports: Ports, payload: { provider: string; apiKey: string }): ConnectionInfo {
  const definition = findProvider(payload.provider);
  const apiKey = withoutPastedExtras(payload.apiKey);
  if (apiKey === '') {
    throw new AppError('KEY_MISSING', { provider: definition.title, keyPlace: definition.keyPlace });
  }
  if (!KEY.test(apiKey)) {
    throw new AppError('KEY_MALFORMED', { provider: definition.title, keyPlace: definition.keyPlace });
  }
  const dispatcher = new Dispatcher(ports, openConnection(definition, apiKey), {
    deadline: ports.clock.now() + PATIENCE_MS,
  });
  const answer = dispatcher.sendOne(probeRequest(definition));
  // A copied file asks for a key first: the moment to recognise the tabs that came along.
  new TabIndex(ports).all();
  return saveAccount(ports, definition.provider, {
    apiKey,
    organisation: organisationName(definition, answer.body) || definition.title,
  });
}

export function disconnect(ports: Ports, payload: { provider: string }): { provider: ProviderName } {
  const { provider } = findProvider(payload.provider);
  removeAccount(ports, provider);
  return { provider };
}

/** Keys are often pasted with quotes, spaces or the word “Bearer” around them. No key has any of these. */
function withoutPastedExtras(text: string): string {
  return text
    .trim()
    .replace(/^bearer\s+/i, '')
    .replace(/^["'“”]+|["'“”]+$/g, '')
    .trim();
}
