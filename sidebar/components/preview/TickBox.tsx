/** A tick that stands for one or several changes: on, off, or mixed. */
import type { JSX } from 'preact';
import type { Tick } from '../../state/picks';

interface Props {
  tick: Tick;
  /** Absent where a label is around it. */
  label?: string;
  onTurn: () => void;
}

export function TickBox({ tick, label, onTurn }: Props): JSX.Element {
  return (
    <input
      type="checkbox"
      class="tick"
      checked={tick === 'on'}
      indeterminate={tick === 'mixed'}
      aria-label={label}
      onChange={onTurn}
    />
  );
}
