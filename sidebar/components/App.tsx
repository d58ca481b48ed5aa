/** The whole sidebar: which screen is shown, and what a screen reader is told. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { DriverPorts } from '../job/driver';
import { INITIAL, reduce, type State } from '../state/state';
import { Session } from '../state/session';
import { announcement } from '../words/job';
import { ConnectForm } from './ConnectForm';
import { FailureNotice } from './FailureNotice';
import { FirstRun } from './FirstRun';
import { Ledger } from './Ledger';

export function App({ ports }: { ports: DriverPorts }): JSX.Element {
  const [state, dispatch] = useReducer(reduce, INITIAL);
  const session = useMemo(() => new Session(ports, dispatch), [ports]);
  useEffect(() => {
    void session.look();
    const comeBack = (): void => {
      if (document.visibilityState === 'visible') void session.lookAgain();
    };
    window.addEventListener('focus', comeBack);
    document.addEventListener('visibilitychange', comeBack);
    return () => {
      window.removeEventListener('focus', comeBack);
      document.removeEventListener('visibilitychange', comeBack);
    };
  }, [session]);
  return (
    <>
      <p class="unseen" role="status" aria-live="polite">
        {spoken(state)}
      </p>
      {state.statusFailure && (
        <FailureNotice failure={state.statusFailure} onRetry={() => void session.look()} />
      )}
      <Screen state={state} session={session} />
    </>
  );
}

function Screen({ state, session }: { state: State; session: Session }): JSX.Element | null {
  const { status, rekeying } = state;
  if (!status) return state.statusFailure ? null : <p class="hint">Reading this file …</p>;
  if (rekeying) {
    const providers = status.providers.filter((one) => one.provider === rekeying);
    const connected = status.connections.some((one) => one.provider === rekeying);
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
        <ConnectForm providers={providers} session={session} onCancel={() => session.rekey(null)} />
      </>
    );
  }
  if (status.connections.length === 0) return <FirstRun status={status} session={session} />;
  return <Ledger state={state} status={status} session={session} />;
}

function spoken({ runs }: State): string {
  const current = runs.find((run) => run.phase === 'running') ?? runs[runs.length - 1];
  return current?.info ? announcement(current.info) : '';
}
