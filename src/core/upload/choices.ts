/** What a person chooses for the upload of a tab; small and plain JSON, remembered with the tab. */
import type { DayOrder } from '../table/codec/typed-date';
import type { LicenceRule } from './template';

export type { DayOrder };

/**
 * Key of a field → name of the column that fills it, or of several. Columns are named by their header; where it is empty
 * or another column has it too, by “column C”.
 */
export type Mapping = Readonly<Record<string, string | readonly string[]>>;

export interface UploadChoices {
  /** Template that the values below are read by; absent: the one that the headers are recognised by, else “blank”. */
  readonly template?: string;
  /** By field, what every row without a value of its own has. */
  readonly constants?: Readonly<Record<string, string>>;
  /** By field, what a word in the tab becomes, whatever its case: {status: {Deactivated: 'deleted'}}. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Rows of the same record: made one (the usual), or a problem. */
  readonly duplicates?: 'merge' | 'refuse';
  /** Whether rows with errors are left out; else nothing is sent while there are any. */
  readonly leaveOut?: boolean;
  /** Absent: as one of the column's dates says that can be read in one way only, else as the file's locale has it. */
  readonly dayOrder?: DayOrder;
  /** By licence: its price for each user, in money, and how many of them nobody has. */
  readonly licences?: Readonly<Record<string, { readonly price?: number; readonly unassigned?: number }>>;
  readonly licenceRule?: LicenceRule;
  /** Torii's expense files: whether Torii finds the columns by itself or is told. */
  readonly parsing?: 'automatic' | 'manual';
}
