/** The time that all executions of a world share: each spends its own, and nobody's sleep jumps under another's work. */
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import type { DeskClock } from '../runtime/desk-clock';
import type { VirtualClock } from '../runtime/host';
import { WorkInProgress } from './work-in-progress';

interface Sleeper {
  readonly moment: number;
}

export class SharedTime implements VirtualClock {
  readonly work = new WorkInProgress();
  readonly #clock: DeskClock;
  readonly #sleepers = new Set<Sleeper>();

  constructor(clock: DeskClock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  charge(milliseconds: number): void {
    this.#clock.charge(milliseconds);
  }

  idle(): void {
    // The time has passed already.
  }

  /** An execution sleeps: alone it takes the time at once, among others it wakes when they have come so far. */
  pause(milliseconds: number): void | Promise<void> {
    if (this.work.count <= 1 && this.#sleepers.size === 0) return this.#clock.pause(milliseconds);
    return this.#sleepAmongOthers(this.now() + milliseconds);
  }

  /**
   * Waits until the time has come. Executions that are at work bring it nearer; once nobody is, and nobody sleeps
   * for a shorter time, `pass` lets it come.
   */
  async sleepUntil(moment: number, pass: (moment: number) => Promise<unknown>): Promise<void> {
    const sleeper: Sleeper = { moment };
    this.#sleepers.add(sleeper);
    try {
      while (this.now() < moment) {
        // One who has just finished a step begins the next: let them, or time would jump between the two.
        await nextTurn();
        if (this.work.count > 0 || this.#first() !== sleeper) await this.work.change();
        else await pass(moment);
      }
    } finally {
      this.#sleepers.delete(sleeper);
      this.work.stir();
    }
  }

  /** At a desk in real time, settles when it really is so late; else at once. */
  async standStill(moment: number): Promise<void> {
    if (this.#clock.isReal) await delay(moment - this.now());
  }

  /** Time jumps; call it at rest only. */
  moveTo(moment: number): void {
    this.#clock.moveTo(moment);
    this.work.stir();
  }

  #first(): Sleeper | undefined {
    return [...this.#sleepers].reduce((first, each) => (each.moment < first.moment ? each : first));
  }

  async #sleepAmongOthers(moment: number): Promise<void> {
    this.work.end();
    try {
      await this.sleepUntil(moment, async () => this.#clock.pause(moment - this.now()));
    } finally {
      this.work.begin();
    }
  }
}
