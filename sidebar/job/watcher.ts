/** Follows jobs that somebody else has under way, without taking part, and notices when nobody is at one any more. */
import type { JobInfo } from '../../src/app/contract';
import { RpcFailure } from '../rpc/failure';
import { paceAfter } from '../state/pace';
import type { Run } from '../state/run';
import { ended, type DriverPorts } from './driver';

const LOOK_EVERY = 5_000;
const LOOK_AT_MOST_EVERY = 20_000;
/** Whoever works on a job shows it within two minutes: so long others keep their hands off it. */
const GIVEN_UP_AFTER = 150_000;

/** What is told about a followed job. */
export interface WatchEvents {
  readonly onChange: (run: Run) => void;
  /** It ended, or is not known any more. */
  readonly onEnd: (job: string) => void;
  /** It is not over, but nobody has worked on it for a while; it is not followed any more. */
  readonly onGivenUp: (info: JobInfo) => void;
}

export class Watcher {
  readonly #followed = new Set<string>();

  constructor(
    private readonly ports: DriverPorts,
    private readonly events: WatchEvents,
  ) {}

  /** Begins to follow a job, unless it is followed already. */
  watch(info: JobInfo): void {
    if (this.#followed.has(info.job)) return;
    this.#followed.add(info.job);
    void this.#follow(info);
  }

  async #follow(first: JobInfo): Promise<void> {
    const { job: id } = first;
    let run = this.#seen({ id, phase: 'elsewhere' }, first);
    let movedAt = this.ports.now();
    for (let gap = LOOK_EVERY; ; gap = Math.min(gap * 1.5, LOOK_AT_MOST_EVERY)) {
      await this.ports.pause(gap);
      const info = await this.#look(id);
      if (info === 'unknown' || (info && ended(info))) {
        this.#followed.delete(id);
        return this.events.onEnd(id);
      }
      if (info === null) continue;
      if (JSON.stringify(info) !== JSON.stringify(run.info)) movedAt = this.ports.now();
      run = this.#seen(run, info);
      if (this.ports.now() - Math.max(movedAt, restsUntil(info)) >= GIVEN_UP_AFTER) {
        this.#followed.delete(id);
        return this.events.onGivenUp(info);
      }
    }
  }

  #seen(before: Run, info: JobInfo): Run {
    const run = { ...before, info, pace: paceAfter(before.pace, info, this.ports.now()) };
    this.events.onChange(run);
    return run;
  }

  /** Null where the server could not be reached: the next look may. */
  async #look(job: string): Promise<JobInfo | 'unknown' | null> {
    try {
      return await this.ports.rpc('job', { job });
    } catch (thrown) {
      return thrown instanceof RpcFailure && !thrown.transport ? 'unknown' : null;
    }
  }
}

function restsUntil({ waiting }: JobInfo): number {
  const until = waiting ? Date.parse(waiting.until) : 0;
  return Number.isNaN(until) ? 0 : until;
}
