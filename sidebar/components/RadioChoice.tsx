/** One of a few choices, each with a sentence about what it means. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly help: string;
}

interface Props<Value extends string> {
  legend: string;
  choices: readonly Choice<Value>[];
  chosen: Value;
  onChoose: (value: Value) => void;
}

export function RadioChoice<Value extends string>(props: Props<Value>): JSX.Element {
  const { legend, choices, chosen, onChoose } = props;
  const id = useId();
  return (
    <fieldset class="choices explained">
      <legend>{legend}</legend>
      {choices.map(({ value, title, help }) => (
        <div key={value} class="explained-choice">
          <input
            id={`${id}-${value}`}
            type="radio"
            name={id}
            checked={value === chosen}
            aria-describedby={`${id}-${value}-help`}
            onChange={() => onChoose(value)}
          />
          <div>
            <label for={`${id}-${value}`}>{title}</label>
            <p class="hint" id={`${id}-${value}-help`}>
              {help}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
