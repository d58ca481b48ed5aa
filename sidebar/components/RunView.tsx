/** One run: in line, under way with progress, waiting with a countdown, or what came of it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { JobInfo } from '../../src/app/contract';
import type { Session } from '../state/session';
import { runFailure, runTitle, type PullOrder, type Run } from '../state/run';
import { progressShare, progressWords } from '../words/job';
import { formatWait } from '../words/time';
import { FailureNotice } from './FailureNotice';
import { Icon } from './Icon';
import { Notice } from './Notice';
import { ResultNotice } from './ResultNotice';
import { useNow } from './useNow';

interface Props {
  run: Run;
  session: Session;
  /** Shown where the run stands on its own, outside a card. */
  titled?: boolean;
  /** False where a button beside it gives the order again. */
  retry?: boolean;
  /** Leads to the fields and filters of its tab. */
  onChoose?: (refused: PullOrder) => void;
}

export function RunView({ run, session, titled = false, retry = true, onChoose }: Props): JSX.Element | null {
  const { order } = run;
  const dismiss = (): void => session.dismiss(run.id);
  const title = titled && <p class="run-title">{runTitle(run)}</p>;
  if (run.phase !== 'ended') {
    return (
      <div class="run">
        {title}
        {run.phase === 'running' ? (
          <UnderWay run={run} session={session} />
        ) : (
          <InLine run={run} session={session} />
        )}
      </div>
    );
  }
  const failure = runFailure(run);
  if (failure) {
    return (
      <div class="run">
        {title}
        <FailureNotice
          failure={failure}
          onRetry={retry && order ? () => session.pull(order) : undefined}
          onChoose={onChoose && order && (() => onChoose(order))}
          onRekey={order && (() => session.rekey(order.provider))}
        />
      </div>
    );
  }
  if (run.info?.state === 'stopped') {
    return (
      <div class="run">
        {title}
        <Notice tone="info" onClose={dismiss}>
          <p>Stopped. The tab is as it was before.</p>
        </Notice>
      </div>
    );
  }
  if (!run.info?.result) return null;
  return (
    <div class="run">
      {title}
      <ResultNotice result={run.info.result} unit={run.info.progress.unit} onClose={dismiss} />
    </div>
  );
}

type RunProps = Pick<Props, 'run' | 'session'>;

function InLine({ run, session }: RunProps): JSX.Element {
  return (
    <p class="run-line">
      <span>Next in line</span>
      <button type="button" class="link" onClick={() => void session.stop(run.id)}>
        Leave out
      </button>
    </p>
  );
}

function UnderWay({ run, session }: RunProps): JSX.Element {
  const { info } = run;
  const share = info ? progressShare(info) : null;
  return (
    <>
      <progress aria-label={runTitle(run)} {...(share === null ? {} : { value: share, max: 1 })} />
      <p class="run-line">
        <span>{info ? progressWords(info) : 'Starting …'}</span>
        <StopButton onStop={() => session.stop(run.id)} />
      </p>
      {info?.state === 'waiting' && info.waiting && <Waiting waiting={info.waiting} />}
    </>
  );
}

function StopButton({ onStop }: { onStop: () => Promise<void> }): JSX.Element {
  const [stopping, setStopping] = useState(false);
  const [failed, setFailed] = useState(false);
  const stop = (): void => {
    setStopping(true);
    onStop().catch(() => {
      setFailed(true);
      setStopping(false);
    });
  };
  return (
    <button type="button" class="link" disabled={stopping} onClick={stop}>
      {stopping ? 'Stopping …' : failed ? 'Not stopped, try again' : 'Stop'}
    </button>
  );
}

function Waiting({ waiting }: { waiting: NonNullable<JobInfo['waiting']> }): JSX.Element {
  const now = useNow(1000);
  const left = Date.parse(waiting.until) - now;
  return (
    <p class="waiting">
      <Icon name="clock" />
      <span>
        {waiting.reason}{' '}
        <span class="countdown">{left > 0 ? `Goes on in ${formatWait(left)}.` : 'Going on …'}</span>
      </span>
    </p>
  );
}
