/** What leaves the spreadsheet, byte for byte, and what became of the rows on the way. */
import type { UploadChoices } from './choices';
import type { Problem } from './problem';
import type { UploadTarget } from './target';

/** As it is sent: e-mail in lower case, day as YYYY-MM-DD, moment as ISO 8601 in UTC, money in cents where the field says so. */
export type UploadValue = string | number | boolean | readonly string[];

/** A row of the tab that is not blank, read by a target's fields. */
export interface ReadRow {
  /** Row of the tab, from 1. */
  readonly row: number;
  /** By key of the field; empty ones are missing, and so are those that could not be read. */
  readonly values: Readonly<Record<string, UploadValue>>;
  readonly problems: readonly Problem[];
}

/** A tab that was read for one target. An upload has one part or several. */
export interface UploadPart {
  readonly tab: string;
  readonly target: UploadTarget;
  readonly rows: readonly ReadRow[];
  /** With what the template adds. */
  readonly choices: UploadChoices;
  /** By key of the field, the name of the column that fills it, for problems. */
  readonly columns: Readonly<Record<string, string>>;
  /** Problems of the tab as a whole that were found while it was read. */
  readonly problems: readonly Problem[];
}

/** One file, or one page of a list. */
export interface UploadFile {
  readonly target: string;
  /** Entity of a list; '' for a file. */
  readonly entity: string;
  /** From 1, within its entity. */
  readonly page: number;
  readonly name: string;
  readonly contentType: string;
  /** Of a page, the JSON text of the array of its records. */
  readonly text: string;
  /** Length in UTF-8. */
  readonly bytes: number;
  /** By place of a record in the page or of a user in the file, the row of the tab that it came from, of merged ones the first. */
  readonly rows: readonly number[];
}

export interface UploadCounts {
  /** Rows of the tabs that are not blank. */
  readonly rows: number;
  /** Records of the main target: users, groups, transactions. */
  readonly records: number;
  /** Of Torii's custom integration. */
  readonly users?: number;
  readonly licenses?: number;
  /** Licences that people have: one person with two counts twice. */
  readonly assignments?: number;
  /** Rows that went into another row's record. */
  readonly merged: number;
  /** Rows that are left out because of errors. */
  readonly leftOut: number;
  /** Rows that are left out because the platform, which only ever adds, has them already; absent: none. */
  readonly sentBefore?: number;
  readonly errors: number;
  readonly warnings: number;
  /** Records of every part, by target. */
  readonly parts: Readonly<Record<string, number>>;
}

export interface UploadPackage {
  /** In the order in which they are sent; [] where nothing could be. */
  readonly files: readonly UploadFile[];
  readonly bytes: number;
  readonly counts: UploadCounts;
  /** By row, then by column; those of the whole upload first. */
  readonly problems: readonly Problem[];
  /** By target, what identifies each of its records, sorted: for comparison with the upload before. */
  readonly identities: Readonly<Record<string, readonly string[]>>;
  /** The beginning of what is sent, as plain JSON: the file with its first three users and licences, the first page with three records; a CSV's first lines. */
  readonly sample: unknown;
}
