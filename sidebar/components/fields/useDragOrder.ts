/** Dragging a row of a list to another place, with a mouse, a pen or a finger. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { gapAt, placeInGap } from '../../state/order';

/** Pixels from an edge of the window within which it scrolls; the lower edge has the bar with the save button. */
const UPPER_EDGE = 40;
const LOWER_EDGE = 100;
const SCROLL_STEP = 8;

export interface Drag {
  /** Place of the row that is dragged. */
  readonly from: number;
  /** The gap where it would be put. */
  readonly gap: number;
}

interface DragOrder {
  readonly drag: Drag | null;
  /** For the pointerdown of a row's grip. */
  start(event: PointerEvent, from: number): void;
}

/**
 * @param list the element whose children are the rows
 * @param first the first place that a row may take
 * @param onDrop called once, when a row was let go at another place
 */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  first: number,
  onDrop: (from: number, to: number) => void,
): DragOrder {
  const [drag, setDrag] = useState<Drag | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const start = (event: PointerEvent, from: number): void => {
    if (event.button !== 0 || stop.current) return;
    event.preventDefault();
    const listening = new AbortController();
    const { signal } = listening;
    let y = event.clientY;
    let gap = from;
    const look = (): void => {
      const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
      gap = Math.max(first, gapAt(y, rows));
      setDrag({ from, gap });
    };
    const timer = setInterval(() => {
      const step = y < UPPER_EDGE ? -SCROLL_STEP : y > window.innerHeight - LOWER_EDGE ? SCROLL_STEP : 0;
      if (step === 0) return;
      window.scrollBy(0, step);
      look();
    }, 16);
    const end = (dropped: boolean): void => {
      listening.abort();
      clearInterval(timer);
      stop.current = null;
      setDrag(null);
      const to = placeInGap(gap, from);
      if (dropped && to !== from) onDrop(from, to);
    };
    stop.current = () => end(false);
    const move = (moved: PointerEvent): void => {
      y = moved.clientY;
      look();
    };
    const cancelOnEscape = (pressed: KeyboardEvent): void => {
      if (pressed.key === 'Escape') end(false);
    };
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', () => end(true), { signal });
    window.addEventListener('pointercancel', () => end(false), { signal });
    window.addEventListener('keydown', cancelOnEscape, { signal });
    look();
  };
  return { drag, start };
}
