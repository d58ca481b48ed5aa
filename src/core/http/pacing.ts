/** Keeps every rate class within its allowance, so that servers need not refuse. */
import type { RateClass } from './request';

interface Window {
  /** Moments of the requests that still count, oldest first. */
  moments: number[];
  /** Until when the server wants nothing of this class. */
  closedUntil: number;
}

/**
 * A sliding window for each rate class. A request counts from the moment its answer was in: it reached the server
 * before that, so the server's own window can only be emptier than ours. All moments are milliseconds since 1970.
 */
export class Pacer {
  private readonly windows = new Map<string, Window>();

  /** How many requests of this class may go now. */
  room(rateClass: RateClass, now: number): number {
    const window = this.window(rateClass);
    if (now < window.closedUntil) return 0;
    const oldest = now - rateClass.seconds * 1000;
    window.moments = window.moments.filter((moment) => moment > oldest);
    return Math.max(0, rateClass.requests - window.moments.length);
  }

  /** The first moment, not before `now`, at which a request of this class may go. */
  nextRoom(rateClass: RateClass, now: number): number {
    if (this.room(rateClass, now) > 0) return now;
    const { moments, closedUntil } = this.window(rateClass);
    const blocking = moments[moments.length - rateClass.requests];
    const free = blocking === undefined ? now : blocking + rateClass.seconds * 1000;
    return Math.max(now, closedUntil, free);
  }

  /** Counts one request whose answer came at `moment`. */
  count(rateClass: RateClass, moment: number): void {
    this.window(rateClass).moments.push(moment);
  }

  /** The server refused a request of this class: somebody else uses the same allowance. */
  close(rateClass: RateClass, until: number): void {
    const window = this.window(rateClass);
    window.closedUntil = Math.max(window.closedUntil, until);
  }

  private window(rateClass: RateClass): Window {
    let window = this.windows.get(rateClass.name);
    if (!window) {
      window = { moments: [], closedUntil: 0 };
      this.windows.set(rateClass.name, window);
    }
    return window;
  }
}
