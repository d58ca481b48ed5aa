/** On which day and at which hour a tab is refreshed, and what that hour means. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Rhythm } from '../../state/rhythm';
import { hourWords, WEEKDAYS } from '../../words/schedule';

interface Props {
  rhythm: Rhythm;
  timeZone: string | undefined;
  onChange: (part: Partial<Rhythm>) => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

export function TimeChoice({ rhythm, timeZone, onChange }: Props): JSX.Element | null {
  const id = useId();
  const { every, hour, weekday } = rhythm;
  if (every === 'hour') return null;
  const zone = timeZone === undefined ? 'the spreadsheet’s time zone' : `this file’s time zone, ${timeZone}`;
  return (
    <div>
      <div class="time-choice">
        {every === 'week' && (
          <div>
            <label for={`${id}-day`}>Day</label>
            <select
              id={`${id}-day`}
              class="box"
              value={weekday}
              onChange={({ currentTarget }) => onChange({ weekday: Number(currentTarget.value) })}
            >
              {WEEKDAYS.map((name, place) => (
                <option key={name} value={place + 1}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <div>
          <label for={`${id}-hour`}>At about</label>
          <select
            id={`${id}-hour`}
            class="box"
            value={hour}
            aria-describedby={`${id}-hint`}
            onChange={({ currentTarget }) => onChange({ hour: Number(currentTarget.value) })}
          >
            {HOURS.map((one) => (
              <option key={one} value={one}>
                {hourWords(one)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p class="hint" id={`${id}-hint`}>
        In {zone}. Google begins within the hour that follows.
      </p>
    </div>
  );
}
