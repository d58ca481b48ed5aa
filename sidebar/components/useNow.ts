/** The present time, renewed while a component is on screen. */
import { useEffect, useState } from 'preact/hooks';

/** @param every milliseconds between renewals */
export function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
