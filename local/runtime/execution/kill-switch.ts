/** Ends an execution at a chosen place, once: how tests see what is left behind by a run that died. */

export interface KillWhen {
  /** Service calls that are still made, counted from now on over all executions; 0: none. */
  readonly afterServiceCalls?: number;
  /** Requests that are still sent and answered, counted in the same way. */
  readonly afterRequests?: number;
}

class Countdown {
  #left: number | null = null;

  set(left: number | undefined): void {
    this.#left = left ?? null;
  }

  /** True when nothing more may be done. */
  get over(): boolean {
    return this.#left !== null && this.#left <= 0;
  }

  count(): void {
    if (this.#left !== null) this.#left -= 1;
  }
}

export class KillSwitch {
  readonly serviceCalls = new Countdown();
  readonly requests = new Countdown();

  arm(when: KillWhen): void {
    this.serviceCalls.set(when.afterServiceCalls);
    this.requests.set(when.afterRequests);
  }

  /**
   * True once, for the execution that dies by it.
   * @param call `Class.method` about to be made or just made: requests count where they are sent
   */
  strikes(call: string): boolean {
    const sends = call.startsWith('UrlFetchApp.fetch');
    if (!this.serviceCalls.over && !(sends && this.requests.over)) return false;
    this.arm({});
    return true;
  }
}
