/** The desk's clock, and time on demand. */
import type { JSX } from 'preact';
import { formatClock } from '../figures';
import { perform } from '../server/client';
import type { Attempt } from '../trouble';

interface Props {
  now: number;
  timeZone: string;
  attempt: Attempt;
}

const STEPS = [
  { label: '10 minutes', minutes: 10 },
  { label: '1 hour', minutes: 60 },
  { label: '1 day', minutes: 24 * 60 },
];

export function ClockPanel({ now, timeZone, attempt }: Props): JSX.Element {
  return (
    <div class="prose">
      <p class="big-clock">{formatClock(now, timeZone)}</p>
      <p>
        The desk has its own clock. It follows real time while nothing runs, and every service call and
        request moves it on by what it would take at Google. Moving it on here runs the triggers that fall
        due.
      </p>
      <p class="buttons left">
        {STEPS.map(({ label, minutes }) => (
          <button
            key={label}
            type="button"
            class="outlined"
            onClick={() => attempt(perform('advance', { minutes }))}
          >
            Move on {label}
          </button>
        ))}
      </p>
    </div>
  );
}
