/** Another key for a platform that is connected, or the first one for a second platform. */
import type { JSX } from 'preact';
import type { StatusValue } from '../../src/app/contract';
import type { ProviderName } from '../../src/providers/definition';
import type { Session } from '../state/session';
import { ConnectForm } from './ConnectForm';

interface Props {
  status: StatusValue;
  provider: ProviderName;
  session: Session;
}

export function KeyScreen({ status, provider, session }: Props): JSX.Element {
  const providers = status.providers.filter((one) => one.provider === provider);
  const connected = status.connections.some((one) => one.provider === provider);
  return (
    <>
      <h2>
        {connected ? 'Another key for' : 'Connect to'} {providers[0]?.title}
      </h2>
      <p>
        {connected
          ? 'The key in use stays until the new one has been tested.'
          : 'Its tabs come beside those that you have; nothing else changes.'}
      </p>
      <ConnectForm providers={providers} session={session} onCancel={() => session.close()} />
    </>
  );
}
