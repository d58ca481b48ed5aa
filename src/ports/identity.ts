/** Who runs this. */
export interface Identity {
  /** The e-mail address, or '' where Google does not tell (trigger runs, no e-mail scope). */
  email(): string;
  /** A key that is stable for one person for 30 days and says nothing about them. */
  userKey(): string;
}
