/** Asks, before choices that were not saved are lost. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export function LeaveQuestion({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }): JSX.Element {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    stay.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div
      class="question leave"
      role="group"
      aria-label="Leave without saving?"
      onKeyDown={(event) => event.key === 'Escape' && onStay()}
    >
      <p>Your changes are not saved. Leave without them?</p>
      <p class="actions">
        <button ref={stay} type="button" class="button small" onClick={onStay}>
          Stay here
        </button>
        <button type="button" class="button small danger" onClick={onLeave}>
          Leave
        </button>
      </p>
    </div>
  );
}
