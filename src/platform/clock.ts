/** The Clock port: Google's time, waiting and chance. */
import type { Clock } from '../ports/clock';

/** Made at the start of an execution, which is when its time begins to run. */
export function createClock(): Clock {
  const startedAt = Date.now();
  return {
    now: () => Date.now(),
    sleep(milliseconds) {
      Utilities.sleep(milliseconds);
    },
    startedAt: () => startedAt,
    random: () => Math.random(),
  };
}
