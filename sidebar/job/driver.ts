/** Drives one job from the open sidebar: step after step, watching while a step runs, waiting when told to. */
import type { JobInfo } from '../../src/app/contract';
import type { Rpc } from '../rpc/client';
import { RpcFailure } from '../rpc/failure';

export interface DriverPorts {
  readonly rpc: Rpc;
  /** Milliseconds since 1970. */
  now(): number;
  pause(milliseconds: number): Promise<void>;
}

const WATCH_EVERY = 2_000;
const WATCH_AT_MOST_EVERY = 10_000;
const TRANSPORT_ATTEMPTS = 4;
/** A computer's clock may be off: a wait is checked with the server at least this often. */
const LONGEST_WAIT = 60_000;
const SHORTEST_WAIT = 1_000;
const LONGEST_IDLE = 15_000;

/** True when nothing more will happen. */
export function ended(info: JobInfo): boolean {
  return info.state === 'done' || info.state === 'failed' || info.state === 'stopped';
}

export class JobDriver {
  #latest: JobInfo | null = null;
  #halt: (info: JobInfo) => void = () => undefined;
  readonly #stopped = new Promise<JobInfo>((resolve) => {
    this.#halt = resolve;
  });

  constructor(
    readonly job: string,
    private readonly ports: DriverPorts,
    private readonly onChange: (info: JobInfo) => void,
  ) {}

  /** Resolves with the job's last state; rejects with RpcFailure when the server cannot be reached or refuses. */
  async run(): Promise<JobInfo> {
    let idle = 0;
    while (!this.#end) {
      const before = this.#latest;
      const info = await Promise.race([this.#watchedStep(), this.#stopped]);
      this.#report(info);
      if (info.state === 'waiting') await this.#rest(this.#waitingTime(info));
      // Another run may hold the job at the moment: then stepping at full speed would achieve nothing.
      idle = info.state === 'running' && before && sameProgress(before, info) ? idle + 1 : 0;
      if (idle > 0) await this.#rest(Math.min(SHORTEST_WAIT * 2 ** (idle - 1), LONGEST_IDLE));
    }
    return this.#end;
  }

  /** Asks the server to end the job, and waits here no longer, not even for a step that is under way. */
  async stop(): Promise<void> {
    const info = await this.ports.rpc('stop', { job: this.job });
    this.#report(info);
    if (ended(info)) this.#halt(info);
  }

  /** The job's last state, once nothing more will happen. */
  get #end(): JobInfo | null {
    return this.#latest && ended(this.#latest) ? this.#latest : null;
  }

  #report(info: JobInfo): void {
    if (this.#end) return;
    this.#latest = info;
    this.onChange(info);
  }

  async #watchedStep(): Promise<JobInfo> {
    let landed = false;
    const step = this.#step().finally(() => {
      landed = true;
    });
    void this.#watch(() => landed || this.#end !== null);
    return step;
  }

  /** Steps are safe to repeat, so one that got lost on the way is sent again. */
  async #step(): Promise<JobInfo> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.ports.rpc('step', { job: this.job });
      } catch (thrown) {
        const lost = thrown instanceof RpcFailure && thrown.transport;
        if (!lost || attempt >= TRANSPORT_ATTEMPTS) throw thrown;
        await this.ports.pause(SHORTEST_WAIT * 2 ** attempt);
      }
    }
  }

  /** Shows how far the job is while its step is still running. */
  async #watch(landed: () => boolean): Promise<void> {
    for (let gap = WATCH_EVERY; ; gap = Math.min(gap * 1.5, WATCH_AT_MOST_EVERY)) {
      await this.ports.pause(gap);
      if (landed()) return;
      const info = await this.ports.rpc('job', { job: this.job }).catch(
        // The step in flight decides about the job; a look at it that failed only leaves the older figures.
        () => null,
      );
      if (landed()) return;
      if (info && !ended(info)) this.#report(info);
    }
  }

  #waitingTime(info: JobInfo): number {
    const until = info.waiting ? Date.parse(info.waiting.until) : Number.NaN;
    const left = Number.isNaN(until) ? WATCH_EVERY : until - this.ports.now();
    return Math.max(SHORTEST_WAIT, Math.min(left, LONGEST_WAIT));
  }

  async #rest(milliseconds: number): Promise<void> {
    await Promise.race([this.ports.pause(milliseconds), this.#stopped]);
  }
}

function sameProgress(a: JobInfo, b: JobInfo): boolean {
  return a.state === b.state && a.progress.done === b.progress.done && a.progress.pages === b.progress.pages;
}
