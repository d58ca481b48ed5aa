/** Counts requests per endpoint in windows of one minute of virtual time. */
import type { ServerClock } from '../fake-server';

const MINUTE = 60_000;

interface Window {
  readonly start: number;
  used: number;
}

export class RateWindows {
  readonly #windows = new Map<string, Window>();

  constructor(private readonly clock: ServerClock) {}

  /**
   * Counts one request against `limit` a minute. Gives 0 where it may pass, otherwise the whole seconds until the
   * window, which began with the first request in it, is over.
   */
  take(endpoint: string, limit: number): number {
    const now = this.clock.now();
    let window = this.#windows.get(endpoint);
    if (window === undefined || now >= window.start + MINUTE || now < window.start) {
      window = { start: now, used: 0 };
      this.#windows.set(endpoint, window);
    }
    if (window.used >= limit) return Math.max(1, Math.ceil((window.start + MINUTE - now) / 1000));
    window.used += 1;
    return 0;
  }
}
