/** A run under way here: how far it is, why it waits, how long it will take, and the way to stop it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { JobInfo } from '../../src/app/contract';
import { timeLeft } from '../state/pace';
import { runTitle, type Run } from '../state/run';
import { leftWords, progressShare, progressWords } from '../words/job';
import { formatWait } from '../words/time';
import { Icon } from './Icon';
import { useNow } from './useNow';

/** A run that takes longer than this is worth knowing that nobody has to sit by it. */
const LONG = 60_000;

export function UnderWay({ run, onStop }: { run: Run; onStop: () => Promise<void> }): JSX.Element {
  const { info } = run;
  const share = info ? progressShare(info) : null;
  return (
    <>
      <progress aria-label={runTitle(run)} {...(share === null ? {} : { value: share, max: 1 })} />
      <p class="run-line">
        <span>{info ? progressWords(info) : 'Starting …'}</span>
        <StopButton onStop={onStop} />
      </p>
      {info?.state === 'waiting' && info.waiting && <Waiting waiting={info.waiting} />}
      {info?.kind === 'push' && (
        <p class="hint">If you stop it, what was sent stays sent; the rest keeps its edits.</p>
      )}
      {info?.kind === 'upload' && (
        <p class="hint">
          If you stop it, what has arrived there stays there; the outcome says how far it got.
        </p>
      )}
      {info && run.pace && <Outlook info={info} pace={run.pace} />}
    </>
  );
}

/** How long it will take, and that it does not need this sidebar. */
function Outlook({ info, pace }: { info: JobInfo; pace: NonNullable<Run['pace']> }): JSX.Element | null {
  const now = useNow(5_000);
  const left = timeLeft(pace, info.progress.total);
  const wait = info.waiting ? Date.parse(info.waiting.until) - now : 0;
  const long = Math.max(now - pace.since, left ?? 0, wait) > LONG;
  if (left === null && !long) return null;
  return (
    <p class="hint">
      {left !== null && `${leftWords(left, pace.phase)} `}
      {long && 'You may close this sidebar: it goes on by itself.'}
    </p>
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
