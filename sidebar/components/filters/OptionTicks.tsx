/** The options of a field to be ticked, with a search where there are many. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FieldOption } from '../../../src/core/table/field';
import { plain } from '../../state/field-list';
import { SearchBox } from '../SearchBox';

/** More options than this get a search. */
const MANY = 8;

interface Props {
  legend: string;
  options: readonly FieldOption[];
  /** What the platform stores for the ticked ones. */
  ticked: readonly string[];
  /** Id of the words that say what is missing; absent where nothing is. */
  problem: string | undefined;
  onTick: (ticked: readonly string[]) => void;
}

export function OptionTicks({ legend, options, ticked, problem, onTick }: Props): JSX.Element {
  const [query, setQuery] = useState('');
  const removed = ticked.filter((value) => !options.some((option) => option.value === value));
  const all = [
    ...options,
    ...removed.map((value) => ({ value, label: `${value} (not an option any more)` })),
  ];
  const wanted = plain(query.trim());
  const shown = all.filter(({ label }) => plain(label).includes(wanted));
  return (
    <fieldset class="choices" {...(problem === undefined ? {} : { 'aria-describedby': problem })}>
      <legend class="prompt">{legend}</legend>
      {all.length > MANY && <SearchBox label="Find an option" query={query} onQuery={setQuery} />}
      {shown.length === 0 && <p class="hint">No option fits “{query.trim()}”.</p>}
      <div class="option-ticks">
        {shown.map(({ value, label }) => (
          <label key={value} class="choice">
            <input
              type="checkbox"
              checked={ticked.includes(value)}
              onChange={(event) =>
                onTick(
                  event.currentTarget.checked
                    ? [...ticked, value]
                    : ticked.filter((other) => other !== value),
                )
              }
            />
            {label}
          </label>
        ))}
      </div>
      {all.length > MANY && ticked.length > 0 && <p class="hint">{ticked.length} ticked</p>}
    </fieldset>
  );
}
