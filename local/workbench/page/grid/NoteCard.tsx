/** The note of the cell under the pointer, and why the cell is flagged. */
import type { JSX } from 'preact';

export interface HoveredNote {
  readonly text: string;
  /** The cell's edges on screen. */
  readonly cell: DOMRect;
}

const WIDTH = 280;

export function NoteCard({ note }: { note: HoveredNote }): JSX.Element {
  const { cell, text } = note;
  const fits = cell.right + WIDTH < window.innerWidth;
  return (
    <div
      class="note-card"
      role="tooltip"
      style={{
        width: `${String(WIDTH)}px`,
        left: `${String(fits ? cell.right + 4 : Math.max(4, cell.left - WIDTH - 4))}px`,
        top: `${String(Math.min(cell.top, window.innerHeight - 160))}px`,
      }}
    >
      {text}
    </div>
  );
}
