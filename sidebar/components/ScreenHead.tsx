/** The head of a screen that lies over the ledger: the way back, and what the screen is about. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './Icon';

export function ScreenHead({ title, onBack }: { title: string; onBack: () => void }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader goes on from where the focus is, and the button that had it is gone.
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, []);
  return (
    <header class="screen-head">
      <button type="button" class="link back" onClick={onBack}>
        <Icon name="back" />
        Back
      </button>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
    </header>
  );
}
