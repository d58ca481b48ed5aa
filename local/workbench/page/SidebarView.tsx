/** The script's sidebar at the side of the grid, exactly as wide as in Sheets. */
import type { JSX } from 'preact';
import { useCallback } from 'preact/hooks';
import type { FrameView } from '../protocol';
import { ScriptFrame } from './frame/ScriptFrame';
import { perform } from './server/client';
import type { Attempt } from './trouble';

interface Props {
  frame: FrameView;
  now: number;
  attempt: Attempt;
}

export function SidebarView({ frame, now, attempt }: Props): JSX.Element {
  const close = useCallback(() => attempt(perform('closeFrame', { frame: frame.id })), [frame.id]);
  return (
    <aside class="sidebar" style={{ width: `${String(frame.width)}px` }}>
      <header>
        <h2>{frame.title}</h2>
        <button type="button" class="plain" aria-label="Close the sidebar" onClick={close}>
          ✕
        </button>
      </header>
      <ScriptFrame frame={frame} now={now} onClose={close} />
    </aside>
  );
}
