/** What a field means, its key, its options, and the buttons that move its column. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { FieldInfo } from '../../../src/app/contract';
import { countOf } from '../../words/count';

interface Props {
  id: string;
  field: FieldInfo;
  /** Absent where the column cannot go further that way, or cannot be moved. */
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
}

export function FieldDetails({ id, field, onUp, onDown }: Props): JSX.Element {
  const [listed, setListed] = useState(false);
  const { help, key, label, options = [] } = field;
  return (
    <div class="field-details" id={id}>
      {help !== '' && <p>{help}</p>}
      <p class="hint">
        Key: <span class="key-end">{key}</span>
      </p>
      {options.length > 0 && (
        <>
          <button type="button" class="link" aria-expanded={listed} onClick={() => setListed(!listed)}>
            {listed ? 'Hide the options' : `Show ${countOf(options.length, 'options')}`}
          </button>
          {listed && (
            <ul class="options">
              {options.map((option) => (
                <li key={option.value}>{option.label}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {(onUp ?? onDown) && (
        <p class="actions">
          <button
            type="button"
            class="button small"
            aria-label={`Move ${label} up`}
            aria-disabled={!onUp}
            onClick={onUp}
          >
            Up
          </button>
          <button
            type="button"
            class="button small"
            aria-label={`Move ${label} down`}
            aria-disabled={!onDown}
            onClick={onDown}
          >
            Down
          </button>
        </p>
      )}
    </div>
  );
}
