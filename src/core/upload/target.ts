/** What can be uploaded to a platform: one kind of file or list, with its fields and rules, as data. */

/** How sure a fact is, and where it came from; the same form as a resource's evidence. */
export interface TargetEvidence {
  readonly mark: 'D' | 'C' | 'I';
  /** Address of the page. */
  readonly source: string;
  /** Day it was read, YYYY-MM-DD. */
  readonly read: string;
}

/**
 * How a cell is read and what is sent for it.
 * - email: trimmed, in lower case
 * - text; list: texts, split at commas, semicolons and line breaks
 * - choice: one of the field's choices
 * - day: YYYY-MM-DD; moment: ISO 8601 in UTC, a bare day being its midnight in UTC
 * - money: an amount; in whole cents where the field says so
 * - number; yesNo: true or false
 */
export type UploadFieldType =
  'email' | 'text' | 'list' | 'choice' | 'day' | 'moment' | 'money' | 'number' | 'yesNo';

export interface UploadChoice {
  /** As it is sent. */
  readonly value: string;
  /** Other words for it, whatever their case: “deactivated”, “suspended”. */
  readonly words: readonly string[];
}

export interface UploadField {
  /** The platform's own name where it has one: “lastUsedDate”, “unique_id”. */
  readonly key: string;
  readonly label: string;
  readonly type: UploadFieldType;
  readonly required: boolean;
  /**
   * What it means on every platform, by which templates name columns: “email”, “id”, “name”, “firstName”, “lastName”, “status”,
   * “externalStatus”, “roles”, “lastUsed”, “licences”, “licenceStatus”, “licencePrice”, “licenceUnassigned”; else the key.
   */
  readonly meaning: string;
  readonly help: string;
  /** Other headers that a column of it may have; case, spaces and punctuation do not count. */
  readonly aliases: readonly string[];
  /** choice: what may be sent. */
  readonly choices?: readonly UploadChoice[];
  /** money: whether whole cents are sent. */
  readonly cents?: true;
  /** money, number: the smallest that may be sent. */
  readonly least?: number;
  /** number: nothing behind the decimal point. */
  readonly whole?: true;
  /** What several columns become: the newest of them, all joined into one list or text, or the first that is not empty. */
  readonly several?: 'newest' | 'all' | 'first';
  /** Key of the field whose value it takes where no column and no constant fills it: an id that people are known by their e-mail. */
  readonly fallback?: string;
  /** False for what only helps to make other fields, such as a whole name. */
  readonly sent?: false;
  readonly evidence: TargetEvidence;
}

/** A reference to records of another target in the same upload. */
export interface UploadReference {
  /** Key of the field that refers. */
  readonly field: string;
  readonly target: string;
  /** Key of the field there that it names. */
  readonly key: string;
}

/**
 * What the rows become.
 * - people: one JSON file with users and licences, as Torii's custom integration takes it
 * - csv: one CSV file with these columns
 * - records: a list of objects in pages, as Zluri's SDK takes it
 */
export type PackageShape =
  | { readonly kind: 'people'; readonly fileName: string }
  | {
      readonly kind: 'csv';
      readonly fileName: string;
      /** In order; one that no row fills is left out unless it is required. */
      readonly columns: readonly { readonly field: string; readonly header: string }[];
    }
  | {
      readonly kind: 'records';
      readonly entity: string;
      readonly pageSize: number;
      readonly references: readonly UploadReference[];
    };

export interface UploadTarget {
  /** “torii.customIntegration”; unique over all providers. */
  readonly target: string;
  readonly title: string;
  /** One sentence for people. */
  readonly description: string;
  /** What its records are called: “user”, “users”. */
  readonly singular: string;
  readonly plural: string;
  /** In the order in which people see them. */
  readonly fields: readonly UploadField[];
  readonly shape: PackageShape;
  /** Keys of the fields that together tell records apart; [] where nothing does. */
  readonly identity: readonly string[];
  /** Whether what is missing from an upload counts as gone there, is added to what is there, or nobody says. */
  readonly missing: 'gone' | 'stays' | 'unknown';
  /** Targets that must be part of the same upload. */
  readonly needs: readonly string[];
  /** Place among the parts of one upload: lower ones are sent first. */
  readonly order: number;
  /** What must be chosen to send to: an app account of Torii, an instance of Zluri, or nothing. */
  readonly place: 'appAccount' | 'instance' | null;
  /** The most bytes that all files together may have. */
  readonly maxBytes: number;
  readonly evidence: TargetEvidence;
}
