/** The button that brings a tab, or brings it up to date. */
import type { JSX } from 'preact';
import type { Run } from '../state/run';

interface Props {
  label: string;
  about: string;
  /** Runs of the tab: while one is under way, it has the buttons. */
  runs: readonly Run[];
  primary?: boolean;
  onClick: () => void;
}

export function PullButton({ label, about, runs, primary = false, onClick }: Props): JSX.Element | null {
  if (runs.some(({ phase }) => phase !== 'ended')) return null;
  return (
    <button
      type="button"
      class={primary ? 'button small primary' : 'button small'}
      aria-label={`${label} ${about}`}
      onClick={onClick}
    >
      {label}
    </button>
  );
}
