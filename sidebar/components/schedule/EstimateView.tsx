/** What a schedule would take of what Google allows in a day, before it is saved. */
import type { JSX } from 'preact';
import type { ScheduleEstimate } from '../../../src/app/contract';
import { loadOf } from '../../state/schedule';
import { estimateWords, nextWords } from '../../words/schedule';
import { Notice } from '../Notice';

interface Props {
  /** Null while it is being worked out. */
  estimate: ScheduleEstimate | null;
  timeZone: string | undefined;
}

export function EstimateView({ estimate, timeZone }: Props): JSX.Element {
  return (
    <div class="estimate" role="status">
      {estimate ? (
        <Worked estimate={estimate} timeZone={timeZone} />
      ) : (
        <p class="hint">Working out what it takes …</p>
      )}
    </div>
  );
}

function Worked({
  estimate,
  timeZone,
}: {
  estimate: ScheduleEstimate;
  timeZone: string | undefined;
}): JSX.Element {
  const load = loadOf(estimate);
  const [shares, source] = estimateWords(estimate);
  const next = <p>Next: {nextWords(estimate, Date.now(), timeZone)}.</p>;
  if (load === 'little') {
    return (
      <>
        {next}
        <p>{shares}</p>
        <p class="hint">{source}</p>
      </>
    );
  }
  return (
    <>
      {next}
      <Notice tone={load === 'too much' ? 'bad' : 'warning'}>
        <p class="what">
          {load === 'too much' ? 'Google may not let it run to the end of the day.' : 'That is a lot.'}
        </p>
        <p>{shares}</p>
        <p>
          {load === 'too much'
            ? 'Choose a longer time between refreshes, or fewer tabs. Only accounts of a company’s Google Workspace are allowed more: 6 hours and 100,000 requests.'
            : 'Your other scripts need a part of it too.'}
        </p>
        <p class="hint">{source}</p>
      </Notice>
    </>
  );
}
