/** One field of the picker: a tick, its kind, and on demand what it means. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { FieldInfo } from '../../../src/app/contract';
import { typeWords } from '../../words/field';
import { Icon } from '../Icon';
import { FieldDetails } from './FieldDetails';

interface Props {
  field: FieldInfo;
  chosen: boolean;
  onTick: () => void;
  className?: string;
  /** Stands before the tick. */
  grip?: JSX.Element;
  onKeyDown?: (event: KeyboardEvent) => void;
  onUp?: (() => void) | undefined;
  onDown?: (() => void) | undefined;
}

export function FieldRow(props: Props): JSX.Element {
  const { field, chosen, onTick, className = '', grip, onKeyDown, onUp, onDown } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <li class={`field-row ${className}`} onKeyDown={onKeyDown}>
      {grip}
      <input
        id={id}
        type="checkbox"
        data-field={field.key}
        checked={chosen}
        disabled={field.identity}
        aria-describedby={`${id}-kind`}
        onChange={onTick}
      />
      <div class="field-name">
        <label for={id}>{field.label}</label>
        <p class="hint" id={`${id}-kind`}>
          {kindWords(field)}
        </p>
      </div>
      <button
        type="button"
        class="more"
        aria-expanded={open}
        aria-controls={`${id}-details`}
        aria-label={`About ${field.label}`}
        onClick={() => setOpen(!open)}
      >
        <Icon name="open" />
      </button>
      {open && <FieldDetails id={`${id}-details`} field={field} onUp={onUp} onDown={onDown} />}
    </li>
  );
}

function kindWords({ type, writable, identity }: FieldInfo): string {
  if (identity) return 'always first: tells rows apart';
  return writable ? `${typeWords(type)} · can be edited` : typeWords(type);
}
