/** A field of a record as the table engine knows it: everything that decides how its column looks and behaves. */

/**
 * How a value reads in a cell.
 * - id, text, longText, email, url: text, never converted to anything else
 * - number: a number; money: a number in whole currency units; boolean: a checkbox
 * - date: a day; dateTime: a moment, shown in the spreadsheet's time zone
 * - option: one label of a list; options: several labels joined with ", "
 * - person: an e-mail address; people: several joined with ", "
 * - list: several texts joined with ", "
 * - other: a shape nobody documented, shown as text and never sent back
 */
export type FieldType =
  | 'id'
  | 'text'
  | 'longText'
  | 'email'
  | 'url'
  | 'number'
  | 'money'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'option'
  | 'options'
  | 'person'
  | 'people'
  | 'list'
  | 'other';

/** One choice of an option field: `value` is what the platform stores, `label` what people read. */
export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

export interface Field {
  /** The platform's own name; the identity of the column, kept on the last line of its header note. */
  readonly key: string;
  /** What people read in the header; unique within a resource. */
  readonly label: string;
  readonly type: FieldType;
  /** One plain sentence: what the field means. */
  readonly help: string;
  /** Whether the platform lets us change it; or, where it `stays`, whether people may. */
  readonly writable: boolean;
  /**
   * What becomes of what people write into the column of a report: it stays in the file and is never sent. An answer is
   * theirs from the start; a correction takes the place of what the report says, and is marked.
   */
  readonly stays?: 'answer' | 'correction';
  /** Whether it is pulled when nobody has chosen fields. */
  readonly selected: boolean;
  /** True for a field that the organisation made itself. */
  readonly custom: boolean;
  readonly options?: readonly FieldOption[];
  /** For money: the field of the same record that holds the ISO 4217 code; it is requested along. */
  readonly currencyField?: string;
  /** For money: true where the platform counts in the currency's smallest unit (cents), not in whole units. */
  readonly minorUnits?: boolean;
}

/** A record as the platform sent it: flat, custom fields beside built-in ones. */
export type RemoteRecord = Readonly<Record<string, unknown>>;
