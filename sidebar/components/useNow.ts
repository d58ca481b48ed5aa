/** The present time, renewed while a component is on screen. */
import { useEffect, useReducer } from 'preact/hooks';

/** @param every milliseconds between renewals; whatever else renews the component brings the time with it */
export function useNow(every: number): number {
  const [, renew] = useReducer((turns: number) => turns + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => renew(undefined), every);
    return () => clearInterval(timer);
  }, [every]);
  return Date.now();
}
