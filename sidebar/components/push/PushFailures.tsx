/** What a push could not send: each with its row and the reason; a click shows the cell. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PushFailure } from '../../../src/app/contract';
import { failureOf } from '../../rpc/failure';
import { keyOf } from '../../state/picks';
import type { Session } from '../../state/session';
import { formatCount } from '../../words/count';
import { noColumnWords } from '../../words/plan';
import { failurePlaceWords } from '../../words/push';

interface Props {
  tab: string;
  failures: readonly PushFailure[];
  /** How many there are, listed or not. */
  failed: number;
  session: Session;
}

export function PushFailures({ tab, failures, failed, session }: Props): JSX.Element {
  const [said, say] = useState('');
  const show = (failure: PushFailure): void => {
    say('');
    session.showCell(tab, failure).then(
      (shown) => say(shown ? '' : noColumnWords(failure)),
      (thrown: unknown) => say(failureOf(thrown).what),
    );
  };
  return (
    <>
      <ul class="failures">
        {failures.map((failure) => (
          <li key={keyOf(failure)}>
            <button type="button" class="link" title="Show the cell" onClick={() => show(failure)}>
              {failurePlaceWords(failure)}
            </button>
            <p>{failure.message}</p>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      {failed > failures.length && (
        <p class="hint">
          These are the first {formatCount(failures.length)} of {formatCount(failed)}. The tab “Push journal”
          has them all.
        </p>
      )}
    </>
  );
}
