/** Lets the desk's time flow with real time while nothing runs, so that waits and ages are seen to pass. */
import type { Desk } from '../desk';

const EVERY = 1000;

export class RealTime {
  #last = performance.now();
  #busy = false;
  readonly #timer: NodeJS.Timeout;

  /** @param onTick called with the desk's time after each second */
  constructor(
    private readonly desk: Desk,
    private readonly onTick: (now: number) => void,
  ) {
    this.#timer = setInterval(() => void this.#tick(), EVERY);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #tick(): Promise<void> {
    const now = performance.now();
    const passed = now - this.#last;
    this.#last = now;
    // A running function is charged for its own time.
    const running = this.desk.executions.at(-1)?.outcome === 'running';
    if (this.#busy || running) return;
    this.#busy = true;
    await this.desk.clock.advance({ minutes: passed / 60_000 });
    this.#busy = false;
    this.onTick(this.desk.clock.now().getTime());
  }
}
