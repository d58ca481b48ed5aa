/** Has the tab show only the rows of which something was not sent, and all of them again. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { failureOf } from '../../rpc/failure';
import type { Session } from '../../state/session';
import { onlyUnsentWords } from '../../words/push';

export function UnsentRows({ tab, session }: { tab: string; session: Session }): JSX.Element {
  const [only, setOnly] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const turn = (): void => {
    if (busy) return;
    setBusy(true);
    say('');
    session
      .showUnsent(tab, !only)
      .then(
        (rows) => {
          setOnly(!only && rows > 0);
          say(only ? '' : onlyUnsentWords(rows));
        },
        (thrown: unknown) => {
          const { what, next } = failureOf(thrown);
          say(`${what} ${next}`);
        },
      )
      .finally(() => setBusy(false));
  };
  return (
    <>
      <p>
        <button type="button" class="link" aria-disabled={busy} onClick={turn}>
          {only ? 'Show all rows again' : 'Show only these rows'}
        </button>
      </p>
      <p role="status">{said}</p>
    </>
  );
}
