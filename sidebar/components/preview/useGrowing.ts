/** How much of a long list is shown: more as soon as its end comes into view. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface Growing {
  readonly shown: number;
  readonly grow: () => void;
  /** What stands at the end of the list while there is more. */
  readonly end: RefObject<HTMLButtonElement | null>;
}

export function useGrowing(total: number, step: number): Growing {
  const [shown, setShown] = useState(step);
  const end = useRef<HTMLButtonElement>(null);
  const grow = (): void => setShown((before) => before + step);
  useEffect(() => {
    const { current } = end;
    if (!current) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) grow();
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [shown, total]);
  return { shown: Math.min(shown, total), grow, end };
}
