/** A run that somebody else has under way: who, since when, and how far it is. */
import type { JSX } from 'preact';
import { timeLeft } from '../state/pace';
import { runTitle, type Run } from '../state/run';
import { elsewhereWords, leftWords, progressShare, progressWords } from '../words/job';
import { useNow } from './useNow';

export function Elsewhere({ run }: { run: Run }): JSX.Element | null {
  const now = useNow(20_000);
  const { info, pace } = run;
  if (!info) return null;
  const share = progressShare(info);
  const left = pace ? timeLeft(pace, info.progress.total) : null;
  return (
    <>
      <p>{elsewhereWords(info, now)}</p>
      <progress aria-label={runTitle(run)} {...(share === null ? {} : { value: share, max: 1 })} />
      <p class="run-line">
        <span>{progressWords(info)}</span>
      </p>
      <p class="hint">
        {info.waiting ? `${info.waiting.reason} ` : ''}
        {left !== null && pace && `${leftWords(left, pace.phase)} `}
        There is nothing to do: it can be refreshed again when that is done.
      </p>
    </>
  );
}
