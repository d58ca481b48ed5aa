/** A part of a screen that is folded away where there is nothing to do in it. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';

interface Props {
  summary: string;
  /** Whether it is open at first; later it is the person's. */
  open?: boolean;
  children: ComponentChildren;
}

export function Fold({ summary, open = false, children }: Props): JSX.Element {
  const [first] = useState(open);
  return (
    <details class="fold" open={first}>
      <summary>{summary}</summary>
      <div class="fold-body">{children}</div>
    </details>
  );
}
