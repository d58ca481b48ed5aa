/** A box in front of everything: takes the focus, and gives it back when it closes. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** Pixels. */
  width?: number;
  /** Leaves what is behind it usable. */
  modeless?: boolean;
}

export function DialogBox({ title, onClose, children, width = 420, modeless = false }: Props): JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (modeless) element.current?.show();
    else element.current?.showModal();
  }, [modeless]);
  return (
    <dialog
      ref={element}
      class="dialog"
      style={{ width: `${String(width)}px` }}
      aria-label={title || 'Message'}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" class="plain" aria-label="Close" onClick={onClose}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  );
}
