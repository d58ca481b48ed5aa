/** Messages that pass: the script's toasts, and what the workbench refused. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ToastView } from '../../protocol';

interface Props {
  toasts: readonly ToastView[];
  trouble: string | null;
  onForget: () => void;
}

export function Toasts({ toasts, trouble, onForget }: Props): JSX.Element {
  const [gone, setGone] = useState<ReadonlySet<number>>(() => new Set(toasts.map(({ id }) => id)));
  const close = (id: number): void => setGone((before) => new Set([...before, id]));
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts
        .filter(({ id }) => !gone.has(id))
        .map((toast) => (
          <Toast key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      {trouble && (
        <div class="toast bad" role="alert">
          <p>{trouble}</p>
          <button type="button" class="plain" aria-label="Close" onClick={onForget}>
            ✕
          </button>
        </div>
      )}
    </div>
  );
}

function Toast({ toast, onClose }: { toast: ToastView; onClose: () => void }): JSX.Element {
  const closing = useRef(onClose);
  closing.current = onClose;
  useEffect(() => {
    if (toast.seconds < 0) return;
    const timer = setTimeout(() => closing.current(), toast.seconds * 1000);
    return () => clearTimeout(timer);
  }, [toast.id]);
  return (
    <div class="toast">
      <p>{toast.message}</p>
      <button type="button" class="plain" aria-label="Close" onClick={onClose}>
        ✕
      </button>
    </div>
  );
}
