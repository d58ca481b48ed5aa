/** The virtual clock of a desk: one time for all executions and servers, readable from every thread. */
import { setTimeout as delay } from 'node:timers/promises';
import type { VirtualClock } from './host';

export class DeskClock implements VirtualClock {
  /** One float, which the bundle's threads read: they wait for the desk in every call, so it never moves under them. */
  readonly shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  readonly #time = new Float64Array(this.shared);

  /**
   * @param start milliseconds since 1970
   * @param isReal whether waiting takes as long as it says
   */
  constructor(
    start: number,
    readonly isReal = false,
  ) {
    this.#time[0] = start;
  }

  /** Whole milliseconds since 1970. */
  now(): number {
    return Math.floor(this.#exact);
  }

  charge(milliseconds: number): void {
    this.#time[0] = this.#exact + milliseconds;
  }

  pause(milliseconds: number): void | Promise<void> {
    this.charge(milliseconds);
    return this.isReal ? delay(milliseconds) : undefined;
  }

  idle(): void {
    // The time has passed already.
  }

  /** Time passes until then; a moment in the past changes nothing. */
  moveTo(moment: number): void {
    this.#time[0] = Math.max(this.#exact, moment);
  }

  get #exact(): number {
    return this.#time[0] ?? 0;
  }
}
