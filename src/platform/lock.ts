/** The Lock port over LockService. */
import { AppError } from '../core/errors';
import type { Lock } from '../ports/lock';

/** Holders keep it for milliseconds, so this long means that something is wrong. */
const PATIENCE_MS = 10_000;

export const documentLock: Lock = {
  hold(work) {
    const lock = LockService.getDocumentLock();
    if (!lock.tryLock(PATIENCE_MS)) {
      throw new AppError('BUSY', { who: 'Somebody', tab: 'this file', since: 'a moment ago' });
    }
    try {
      return work();
    } finally {
      lock.releaseLock();
    }
  },
};
