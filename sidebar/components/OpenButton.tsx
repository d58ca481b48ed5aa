/** A button, quiet where it is not boxed, that leads to another screen; the focus comes back to it from there. */
import type { JSX } from 'preact';
import { openerOf, type Screen } from '../state/screen';
import type { Session } from '../state/session';

interface Props {
  label: string;
  /** Follows the label for those who do not see where the button stands. */
  about?: string;
  screen: Screen;
  session: Session;
  boxed?: boolean | 'primary';
}

export function OpenButton({ label, about, screen, session, boxed = false }: Props): JSX.Element {
  return (
    <button
      type="button"
      class={boxed === false ? 'link' : boxed === 'primary' ? 'button small primary' : 'button small'}
      data-opens={openerOf(screen)}
      aria-label={about === undefined ? label : `${label}: ${about}`}
      onClick={() => session.open(screen)}
    >
      {label}
    </button>
  );
}
