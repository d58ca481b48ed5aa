/** A question that a button opens; when it is left, the button comes back and has the focus again. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface QuestionState {
  readonly asking: boolean;
  readonly ask: () => void;
  readonly leave: () => void;
  /** The button that opens it. */
  readonly opener: RefObject<HTMLButtonElement | null>;
}

export function useQuestion(): QuestionState {
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (!asking && asked.current) opener.current?.focus();
    asked.current = asking;
  }, [asking]);
  return { asking, ask: () => setAsking(true), leave: () => setAsking(false), opener };
}
