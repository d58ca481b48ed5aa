/** Mutual exclusion over the whole document, held for milliseconds and never over a request. */
export interface Lock {
  /** Runs `work` while nobody else in this file does; throws AppError BUSY when the lock is not had in time. */
  hold<T>(work: () => T): T;
}
