/** Whose data this is, which key is in use, and the way to change or remove it. */
import type { JSX } from 'preact';
import type { ConnectionInfo } from '../../src/app/contract';
import type { Session } from '../state/session';
import { OpenButton } from './OpenButton';
import { Question } from './Question';
import { useQuestion } from './useQuestion';

export function ConnectionBar({
  connection,
  session,
}: {
  connection: ConnectionInfo;
  session: Session;
}): JSX.Element {
  const { asking, ask, leave, opener } = useQuestion();
  return (
    <section class="connection" aria-label={`Connection to ${connection.title}`}>
      <p class="organisation">{connection.organisation}</p>
      <p class="hint">
        {connection.organisation === connection.title ? 'Key' : `${connection.title} · key`} ending in{' '}
        <span class="key-end">{connection.last4}</span>
      </p>
      {asking ? (
        <Question
          label="Disconnect?"
          stay="Keep"
          act="Disconnect"
          acting="Removing …"
          onAct={() => session.disconnect(connection.provider)}
          onStay={leave}
        >
          <p>
            Remove your {connection.title} key? The tabs and everything in them stay. You can connect again at
            any time.
          </p>
        </Question>
      ) : (
        <p class="links">
          <OpenButton
            label="Change key"
            screen={{ name: 'key', provider: connection.provider }}
            session={session}
          />
          <button ref={opener} type="button" class="link" onClick={ask}>
            Disconnect
          </button>
        </p>
      )}
    </section>
  );
}
