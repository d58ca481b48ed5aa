/** Who runs this, and in which file. */
export interface Identity {
  /** The e-mail address, or '' where Google does not tell. In the run of a trigger, of the person who made it. */
  email(): string;
  /** A key that stays with a person for good and says nothing about them. */
  userKey(): string;
  /** How people know the spreadsheet. */
  file(): { readonly name: string; readonly url: string };
  /** The spreadsheet's id: a copy of the file has another one. */
  fileId(): string;
}
