/** What the server refused, shown to the person as a passing message. */
import { useCallback, useState } from 'preact/hooks';

/** How long a refusal stays on screen. Milliseconds. */
const SHOWN = 6000;

/** Runs something that may be refused. */
export type Attempt = (work: Promise<unknown>) => void;

export function useTrouble(): { trouble: string | null; attempt: Attempt; forget: () => void } {
  const [trouble, setTrouble] = useState<string | null>(null);
  const attempt = useCallback<Attempt>((work) => {
    work.catch((problem: unknown) => {
      const text = problem instanceof Error ? problem.message : String(problem);
      setTrouble(text);
      setTimeout(() => setTrouble((shown) => (shown === text ? null : shown)), SHOWN);
    });
  }, []);
  return { trouble, attempt, forget: () => setTrouble(null) };
}
