/** Asks before something is done that reaches beyond the sidebar; says why where it fails. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { failureOf, type Failure } from '../rpc/failure';
import { FailureNotice } from './FailureNotice';

interface Props {
  /** The question in a word or two, for those who do not see it. */
  label: string;
  /** On the button that leaves everything as it is. */
  stay: string;
  /** On the button that does it, and while it is being done. */
  act: string;
  acting: string;
  /** False for something that takes nothing away. */
  danger?: boolean;
  onStay: () => void;
  /** Rejects with RpcFailure. */
  onAct: () => Promise<unknown>;
  onRekey?: () => void;
  /** What it means. */
  children: ComponentChildren;
}

export function Question(props: Props): JSX.Element {
  const { label, stay, act, acting, danger = true, onStay, onAct, onRekey, children } = props;
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const stayButton = useRef<HTMLButtonElement>(null);
  useEffect(() => stayButton.current?.focus(), []);
  const go = (): void => {
    setBusy(true);
    setFailure(null);
    onAct().catch((thrown: unknown) => {
      setFailure(failureOf(thrown));
      setBusy(false);
    });
  };
  return (
    <div
      class="question"
      role="group"
      aria-label={label}
      onKeyDown={(event) => event.key === 'Escape' && !busy && onStay()}
    >
      {children}
      {failure && <FailureNotice failure={failure} onRekey={onRekey} />}
      <p class="actions">
        <button ref={stayButton} type="button" class="button small" onClick={onStay} disabled={busy}>
          {stay}
        </button>
        <button
          type="button"
          class={danger ? 'button small danger' : 'button small primary'}
          onClick={go}
          disabled={busy}
        >
          {busy ? acting : act}
        </button>
      </p>
    </div>
  );
}
