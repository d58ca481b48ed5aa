/** Sends what is ticked: after a question, after a second one where more hangs on it, and says why where it was refused. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PlanInfo } from '../../../src/app/contract';
import { failureOf, type Failure } from '../../rpc/failure';
import type { Sum } from '../../state/picks';
import { formatCount } from '../../words/count';
import { questionWords, sendLabel } from '../../words/plan';
import { FailureNotice, isAboutThePlan } from '../FailureNotice';
import { Question } from '../Question';
import { useQuestion } from '../useQuestion';

interface Props {
  plan: PlanInfo;
  /** What is ticked. */
  sum: Sum;
  /** How many of these are not in the list as it is narrowed down. */
  unlisted: number;
  platform: string;
  connected: boolean;
  /** Rejects with RpcFailure. */
  onSend: (confirmed: boolean) => Promise<void>;
  onAgain: () => void;
  onRekey: () => void;
}

export function SendBar(props: Props): JSX.Element {
  const { plan, sum, unlisted, platform, connected, onSend, onAgain, onRekey } = props;
  const { asking, ask, leave, opener } = useQuestion();
  const [twice, setTwice] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const nothing = sum.changes === 0;
  const stay = (): void => {
    leave();
    setTwice(false);
  };
  const send = (confirmed: boolean): Promise<void> =>
    onSend(confirmed).catch((thrown: unknown) => {
      setFailure(failureOf(thrown));
      stay();
    });
  if (!plan.live) {
    return (
      <>
        <p class="hint">
          {connected
            ? 'Before anything is sent, it is compared with what the platform says now.'
            : `Sending needs a key of ${platform}. A colleague who is connected can also review and send these edits.`}
        </p>
        <p class="actions">
          <button type="button" class="button primary" onClick={connected ? onAgain : onRekey}>
            {connected ? 'Preview again' : 'Connect to send'}
          </button>
        </p>
      </>
    );
  }
  if (asking) {
    const [question, ...more] = questionWords(plan, sum, platform);
    const common = { stay: 'Not now', danger: sum.deleted > 0 || twice, onStay: stay };
    return twice ? (
      <Question
        key="twice"
        {...common}
        label="Really send?"
        act="Yes, send"
        acting="Sending …"
        onAct={() => send(true)}
      >
        <p>{plan.asksTwice}</p>
      </Question>
    ) : (
      <Question
        key="once"
        {...common}
        label="Send?"
        act={sendLabel(plan, sum)}
        acting="Sending …"
        onAct={async () => (plan.asksTwice === undefined ? send(false) : setTwice(true))}
      >
        <p class="what">{question}</p>
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p class="hint">Each change is noted in the tab “Push journal”.</p>
      </Question>
    );
  }
  const moved = failure !== null && isAboutThePlan(failure);
  return (
    <>
      {failure && <FailureNotice failure={failure} onRekey={onRekey} onPreview={onAgain} />}
      {!moved && (
        <p class="actions">
          <button
            ref={opener}
            type="button"
            class={sum.deleted > 0 ? 'button danger' : 'button primary'}
            aria-disabled={nothing}
            onClick={() => !nothing && ask()}
          >
            {sendLabel(plan, sum)} …
          </button>
          <span class="hint">
            {nothing ? 'Nothing is ticked that can be sent.' : unlistedWords(unlisted)}
          </span>
        </p>
      )}
    </>
  );
}

function unlistedWords(unlisted: number): string {
  return unlisted === 0 ? '' : `${formatCount(unlisted)} of them not in this list`;
}
