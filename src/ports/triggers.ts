/** One-shot continuation of jobs while no sidebar is open. */
export interface Triggers {
  /** Makes `continueJob` run once, not before `milliseconds` have passed; replaces an earlier one of this person. */
  continueAfter(milliseconds: number): void;
  /** Removes this person's one-shot triggers, fired ones included: they count against the limit until deleted. */
  clear(): void;
}
