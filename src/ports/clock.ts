/** Time, waiting and chance: all that makes two runs differ. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits; counts against the six minutes of an execution. */
  sleep(milliseconds: number): void;
  /** When this execution began, milliseconds since 1970. */
  startedAt(): number;
  /** A number from 0 up to, not including, 1. */
  random(): number;
}
