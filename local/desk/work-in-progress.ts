/** Counts the executions that are at work, so that time does not jump under one of them. */

export class WorkInProgress {
  #count = 0;
  #watchers: (() => void)[] = [];

  /** One that waits for a lock, for a person or for time to pass is not at work meanwhile. */
  get count(): number {
    return this.#count;
  }

  begin(): void {
    this.#count += 1;
  }

  end(): void {
    this.#count -= 1;
    this.stir();
  }

  /** Makes those who wait look again. */
  stir(): void {
    const watchers = this.#watchers;
    this.#watchers = [];
    for (const watcher of watchers) watcher();
  }

  /** Settles when somebody has ended, or time has moved. */
  change(): Promise<void> {
    return new Promise((resolve) => this.#watchers.push(resolve));
  }
}
