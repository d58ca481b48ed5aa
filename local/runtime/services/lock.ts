/** LockService: one execution at a time, by script, user or document. https://developers.google.com/apps-script/reference/lock/lock */
import { setTimeout as realDelay } from 'node:timers/promises';
import type { Host } from '../host';
import { ScriptError, ServiceObject } from '../service-object';
import { mismatch } from './signature';

/** Virtual time between two looks at a lock that another execution holds. */
const LOOK_EVERY = 100;
/** Real time between them, so that the other execution gets on with its work. */
const REAL_PAUSE = 1;

/**
 * Lets go of all that an execution holds: at its end, and when it opens an alert or a prompt, which no lock
 * survives. https://developers.google.com/apps-script/reference/base/ui
 */
export function releaseLocks(host: Host): void {
  for (const [kind, holder] of host.file.locks) {
    if (holder === host.execution.id) host.file.locks.delete(kind);
  }
}

class Lock extends ServiceObject {
  readonly className = 'Lock';
  readonly #host: Host;
  readonly #kind: string;

  constructor(host: Host, kind: string) {
    super();
    this.#host = host;
    this.#kind = kind;
  }

  hasLock(): boolean {
    return this.#host.file.locks.get(this.#kind) === this.#host.execution.id;
  }

  /** Nothing happens where the lock is not held. */
  releaseLock(): void {
    if (this.hasLock()) this.#host.file.locks.delete(this.#kind);
  }

  async tryLock(timeoutInMillis: number): Promise<boolean> {
    return this.#take('tryLock', timeoutInMillis);
  }

  async waitLock(timeoutInMillis: number): Promise<void> {
    if (!(await this.#take('waitLock', timeoutInMillis))) {
      throw new ScriptError('Lock timeout: another process was holding the lock for too long.');
    }
  }

  async #take(method: string, timeout: number): Promise<boolean> {
    if (typeof timeout !== 'number') throw mismatch(`LockService.Lock.${method}`, [timeout]);
    const { locks } = this.#host.file;
    const isFree = () => !locks.has(this.#kind) || this.hasLock();
    if (!isFree()) await this.#wait(isFree, timeout);
    if (!isFree()) return false;
    locks.set(this.#kind, this.#host.execution.id);
    return true;
  }

  /** Whoever holds the lock spends the time, as long as anybody is at work; else it passes by itself. */
  async #wait(isFree: () => boolean, timeout: number): Promise<void> {
    const { clock, company } = this.#host;
    const end = clock.now() + timeout;
    company?.end();
    while (!isFree() && clock.now() < end) {
      const before = clock.now();
      await realDelay(REAL_PAUSE);
      clock.idle(clock.now() - before);
      if ((company?.count ?? 0) === 0) clock.charge(Math.min(LOOK_EVERY, Math.max(0, end - clock.now())));
    }
    company?.begin();
  }
}

class LockService extends ServiceObject {
  readonly className = 'LockService';
  readonly #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  getDocumentLock(): Lock {
    return new Lock(this.#host, 'document');
  }

  getScriptLock(): Lock {
    return new Lock(this.#host, 'script');
  }

  getUserLock(): Lock {
    return new Lock(this.#host, `user:${this.#host.person.email}`);
  }
}

/** The service for one execution. */
export function createLockService(host: Host): ServiceObject {
  return new LockService(host);
}
