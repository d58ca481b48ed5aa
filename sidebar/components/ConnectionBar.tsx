/** Whose data this is, which key is in use, and the way to change or remove it. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ConnectionInfo } from '../../src/app/contract';
import { failureOf, type Failure } from '../rpc/failure';
import type { Session } from '../state/session';
import { FailureNotice } from './FailureNotice';
import { OpenButton } from './OpenButton';

export function ConnectionBar({
  connection,
  session,
}: {
  connection: ConnectionInfo;
  session: Session;
}): JSX.Element {
  const [asking, setAsking] = useState(false);
  return (
    <section class="connection" aria-label={`Connection to ${connection.title}`}>
      <p class="organisation">{connection.organisation}</p>
      <p class="hint">
        {connection.title} · key ending in <span class="key-end">{connection.last4}</span>
      </p>
      {asking ? (
        <DisconnectQuestion connection={connection} session={session} onClose={() => setAsking(false)} />
      ) : (
        <p class="links">
          <OpenButton
            label="Change key"
            screen={{ name: 'key', provider: connection.provider }}
            session={session}
          />
          <button type="button" class="link" onClick={() => setAsking(true)}>
            Disconnect
          </button>
        </p>
      )}
    </section>
  );
}

interface QuestionProps {
  connection: ConnectionInfo;
  session: Session;
  onClose: () => void;
}

function DisconnectQuestion({ connection, session, onClose }: QuestionProps): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const disconnect = (): void => {
    setBusy(true);
    session.disconnect(connection.provider).catch((thrown: unknown) => {
      setFailure(failureOf(thrown));
      setBusy(false);
    });
  };
  return (
    <div
      class="question"
      role="group"
      aria-label="Disconnect?"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <p>
        Remove your {connection.title} key? The tabs and everything in them stay. You can connect again at any
        time.
      </p>
      {failure && <FailureNotice failure={failure} />}
      <p class="actions">
        <button ref={keep} type="button" class="button small" onClick={onClose} disabled={busy}>
          Keep
        </button>
        <button type="button" class="button small danger" onClick={disconnect} disabled={busy}>
          {busy ? 'Removing …' : 'Disconnect'}
        </button>
      </p>
    </div>
  );
}
