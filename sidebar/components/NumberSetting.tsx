/** A setting that is a whole number within limits, with what it means. */
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { wholeNumber } from '../state/whole-number';
import { formatCount } from '../words/count';

interface Props {
  label: string;
  help: string;
  least: number;
  most: number;
  /** As it was typed. */
  typed: string;
  onType: (typed: string) => void;
}

export function NumberSetting({ label, help, least, most, typed, onType }: Props): JSX.Element {
  const id = useId();
  const wrong = wholeNumber(typed, least, most) === null;
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        class="box short"
        min={least}
        max={most}
        step={1}
        value={typed}
        aria-invalid={wrong}
        aria-describedby={`${id}-help`}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {wrong ? (
        <p class="problem" id={`${id}-help`} role="alert">
          Type a whole number from {formatCount(least)} to {formatCount(most)}.
        </p>
      ) : (
        <p class="hint" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
