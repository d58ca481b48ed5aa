/** An edit on its way to the platform: what was there, what a person wrote, and what the platform says now. */
import type { Canonical } from '../table/codec/codec';

/** What sending does to the record. */
export type Action = 'update' | 'create' | 'delete';

/**
 * - change: the platform still says what it said, so that sending changes just what is shown
 * - conflict: it says something else by now; sent only where a person chooses so
 * - same: it says what the cell says already
 * - problem: cannot be sent as it is
 */
export type ChangeKind = 'change' | 'conflict' | 'same' | 'problem';

/** One cell that differs from what the platform said, or (with field '') one whole record. Plain JSON. */
export interface Change {
  /** Row in the tab, from 1; 0 where the record has none any more. */
  readonly row: number;
  /** The record's id as the key column shows it; see `newRowId` for a row that is to become a record. */
  readonly id: string;
  /** What the record is called; its id where it has no name. */
  readonly name: string;
  readonly action: Action;
  /** Key of the field; '' where it is about the whole record: one that is deleted, or a row that cannot be told apart. */
  readonly field: string;
  readonly label: string;
  /** What the platform said when the cell was last taken from there; '' for a record that is to be created. */
  readonly from: Canonical;
  /** What the cell says; '' for a record that is to be deleted. Text as it stands where it cannot be read. */
  readonly to: Canonical;
  /** What the platform says now; absent where it was not asked. */
  readonly live?: Canonical;
  readonly kind: ChangeKind;
  /** For a problem what is wrong and what to do; else what a person should know. One or two sentences. */
  readonly message?: string;
}

/** Names one change within a plan. */
export interface ChangeName {
  readonly id: string;
  readonly field: string;
}

const NEW_ROW = 'row ';

/** Stands for the id of a row that is to become a record: “row 12”. */
export function newRowId(row: number): string {
  return `${NEW_ROW}${row}`;
}

/** Text that tells changes of one plan apart. */
export function nameOfChange({ id, field }: ChangeName): string {
  return JSON.stringify([id, field]);
}
