/** Clock triggers of the person who runs this: nobody sees or ends another's. */
export interface Triggers {
  /**
   * Makes `continueJob` run once, not before `milliseconds` have passed; replaces an earlier one of this person.
   * Where Google allows no further trigger, the hourly one has to do; false where there is none either.
   */
  continueAfter(milliseconds: number): boolean;
  /**
   * The same for an execution that may be cut off: where any of this person's triggers is there already, that one goes
   * on, and none is made. Does nothing where Google allows no further trigger.
   */
  standBy(milliseconds: number): void;
  /** Removes this person's one-shot triggers, fired ones included: they count against the limit until deleted. */
  clear(): void;
  /** Makes `runScheduled` run every hour, unless it does already. Throws TOO_MANY_TRIGGERS. */
  startHourly(): void;
  /** Ends that; does nothing where there is no such trigger. */
  stopHourly(): void;
}
