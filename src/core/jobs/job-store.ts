/** Keeps job records in the file, so that everyone who opens it sees what runs. */
import type { Lock } from '../../ports/lock';
import type { Store } from '../../ports/store';
import { AppError } from '../errors';
import { goesOn, isHeld, isOver, type JobRecord, type Lease, shareTarget } from './job';

const PREFIX = 'job.';

/** Ended jobs stay readable for a while; more than this many are forgotten, oldest first. */
const KEPT = 12;

export class JobStore {
  constructor(
    private readonly store: Store,
    private readonly lock: Lock,
  ) {}

  all(): JobRecord[] {
    return Object.values(this.store.all('document', PREFIX))
      .map((text) => JSON.parse(text) as JobRecord)
      .sort((one, other) => one.startedAt - other.startedAt);
  }

  /** Throws UNKNOWN_JOB. */
  read(id: string): JobRecord {
    const text = this.store.get('document', PREFIX + id);
    if (text === null) throw new AppError('UNKNOWN_JOB');
    return JSON.parse(text) as JobRecord;
  }

  /**
   * Adds a job unless somebody works on an unfinished one with the same target, a colleague's or an exclusive one goes on by
   * itself, or the same person asked for the very same before: then that one is returned instead, and so is one of the same
   * id, whatever became of it. Another unfinished one gives way.
   */
  add(job: JobRecord, now: number): { readonly job: JobRecord; readonly added: boolean } {
    return this.lock.hold(() => {
      const jobs = this.all();
      const same = jobs.find((other) => other.id === job.id);
      if (same) return { job: same, added: false };
      const rival = jobs.find((other) => !isOver(other) && shareTarget(other, job));
      if (rival && (isHeld(rival, now) || isSame(rival, job) || isInTheWay(rival, job, now))) {
        return { job: rival, added: false };
      }
      if (rival) this.write(stopped(rival, now));
      this.forget(jobs);
      this.write(job);
      return { job, added: true };
    });
  }

  /** Takes the lease; `mine` is false where somebody holds it, where the job is over, or where it has to wait. */
  acquire(id: string, lease: Lease, now: number): { readonly job: JobRecord; readonly mine: boolean } {
    return this.lock.hold(() => {
      const job = this.read(id);
      if (isOver(job) || isHeld(job, now) || (job.waiting && job.waiting.until > now)) {
        return { job, mine: false };
      }
      const { waiting: _over, ...rest } = job;
      const taken: JobRecord = { ...rest, state: 'running', lease };
      this.write(taken);
      return { job: taken, mine: true };
    });
  }

  /**
   * Changes the record if `owner` still holds its lease; answers null where it does not (someone stopped the job, or
   * took it over after the lease ran out), and then nothing is written.
   */
  update(id: string, owner: string, change: (job: JobRecord) => JobRecord): JobRecord | null {
    return this.lock.hold(() => {
      const job = this.read(id);
      if (job.lease?.owner !== owner || isOver(job)) return null;
      const changed = change(job);
      this.write(changed);
      return changed;
    });
  }

  /** Ends it from outside; whoever works on it notices at its next checkpoint. */
  stop(id: string, now: number): JobRecord {
    return this.lock.hold(() => {
      const job = this.read(id);
      if (isOver(job)) return job;
      const ended = stopped(job, now);
      this.write(ended);
      return ended;
    });
  }

  private write(job: JobRecord): void {
    this.store.set('document', PREFIX + job.id, JSON.stringify(job));
  }

  private forget(jobs: readonly JobRecord[]): void {
    const ended = jobs.filter(isOver);
    for (const job of ended.slice(0, Math.max(0, ended.length - KEPT + 1))) {
      this.store.remove('document', PREFIX + job.id);
    }
  }
}

function stopped({ lease: _lease, waiting: _waiting, ...rest }: JobRecord, now: number): JobRecord {
  return { ...rest, state: 'stopped', endedAt: now };
}

function isInTheWay(rival: JobRecord, job: JobRecord, now: number): boolean {
  const isExclusive = rival.exclusive === true || job.exclusive === true;
  const isAnothers = rival.startedBy.key !== job.startedBy.key;
  return (isExclusive || isAnothers) && rival.yields !== true && goesOn(rival, now);
}

function isSame(one: JobRecord, other: JobRecord): boolean {
  return one.startedBy.key === other.startedBy.key && JSON.stringify(one.args) === JSON.stringify(other.args);
}
