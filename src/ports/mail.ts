/** Mail to the people of this file. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly body: string;
}

export interface Mail {
  /**
   * False where Google does not send it: the day's allowance is used up, the person did not grant the permission, and
   * whatever else there may be. Never throws: no run is to fail for a mail.
   */
  send(letter: Letter): boolean;
}
