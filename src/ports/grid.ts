/** What the core needs of a spreadsheet: whole tabs read in one go, and plans carried out in few calls. */

/** A cell as Apps Script's getValues gives it; an empty cell is ''. */
export type CellValue = string | number | boolean | Date;

/** A block of cells; row and column count from 1, as in A1 notation. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Facts about the file that decide how dates and numbers read. */
export interface FileFacts {
  /** IANA name, such as Europe/Berlin. */
  readonly timeZone: string;
}

/** How a tab is found: by its id when it is known (it survives a rename), else by name. */
export interface TabRef {
  readonly id?: number;
  readonly name: string;
}

/** Everything a plan needs to know of a tab, read whole. */
export interface TabImage {
  readonly id: number;
  readonly name: string;
  /** From A1 to the last cell with content; every row has the same length. Empty tab: []. */
  readonly values: readonly (readonly CellValue[])[];
  /** Same shape as values; '' where a cell holds no formula. */
  readonly formulas: readonly (readonly string[])[];
  /** Same shape as values; the number format set on each cell. */
  readonly formats: readonly (readonly string[])[];
  /** Notes of row 1, one for each column of values. */
  readonly headerNotes: readonly string[];
}

/**
 * One step of a plan. Steps run in the order given, each as a fixed number of service calls whatever its size.
 * Strings in `values` are written as Apps Script writes them, that is as if typed: whoever makes the plan
 * has already guarded text that must stay text (see core/table/typed-text.ts).
 */
export type TabOperation =
  /** Grows the grid so that at least this many rows and columns exist, blank ones included. */
  | { readonly kind: 'grow'; readonly rows: number; readonly columns: number }
  /**
   * Inserts columns before `column`, which may be the first beyond the grid; the spreadsheet adjusts formulas. They look
   * like a neighbour, its rules for input included.
   */
  | { readonly kind: 'insertColumns'; readonly column: number; readonly count: number }
  /** Inserts rows before `row`, which exists; they look like it. */
  | { readonly kind: 'insertRows'; readonly row: number; readonly count: number }
  | { readonly kind: 'formats'; readonly at: Rect; readonly formats: readonly (readonly string[])[] }
  | { readonly kind: 'values'; readonly at: Rect; readonly values: readonly (readonly CellValue[])[] }
  | { readonly kind: 'notes'; readonly at: Rect; readonly notes: readonly (readonly string[])[] }
  /** Checkboxes for yes/no columns. Written after values, or empty cells would turn into FALSE before. */
  | { readonly kind: 'checkboxes'; readonly at: readonly Rect[] }
  /** One font colour for many blocks, null for the default: greys rows whose record is gone. */
  | { readonly kind: 'fontColor'; readonly at: readonly Rect[]; readonly color: string | null }
  /** One background colour for many blocks, null for none: marks cells that are about to be sent or were refused. */
  | { readonly kind: 'background'; readonly at: readonly Rect[]; readonly color: string | null }
  /** Deletes whole rows; the blocks do not overlap, and are numbered as before any of them goes. A call or two for each block. */
  | {
      readonly kind: 'deleteRows';
      readonly blocks: readonly { readonly row: number; readonly rows: number }[];
    }
  /** Drop-downs that offer choices and warn of others without refusing them. A few calls for each. */
  | { readonly kind: 'lists'; readonly lists: readonly DropDown[] }
  /** Takes drop-downs, checkboxes and other rules off whole columns, so that their cells take anything. */
  | {
      readonly kind: 'noRules';
      readonly columns: readonly { readonly column: number; readonly count: number }[];
    }
  /** One width, in pixels, for neighbouring columns. */
  | { readonly kind: 'widths'; readonly column: number; readonly count: number; readonly width: number }
  /** A chart; none is made where the tab has one of that title. Some ten calls. */
  | { readonly kind: 'chart'; readonly chart: ChartOnTab }
  /** The look of a new tab's header: shaded, frozen; and one width, in pixels, for `columns` columns. */
  | { readonly kind: 'header'; readonly columns: number; readonly width: number };

/** A drop-down for all cells of a column below the header; rows that are added at the end of the grid get it too. */
export interface DropDown {
  readonly column: number;
  /** The choices (at most 500), or the column of another tab that holds them below its header. */
  readonly choices: readonly string[] | { readonly tab: TabRef; readonly column: number };
}

export interface ChartOnTab {
  readonly type: 'bar' | 'column';
  readonly title: string;
  /** Names and amounts, the first row being their header. */
  readonly of: Rect;
  /** The cell at its top left, from 1. */
  readonly row: number;
  readonly column: number;
}

/** What shall be done to one tab. An empty list of operations touches nothing. */
export interface TabPlan {
  readonly tab: TabRef;
  readonly operations: readonly TabOperation[];
}

/** What became of a tab's own filter. */
export interface FilterChange {
  /** Whether there was none before. */
  readonly isNew: boolean;
  /** Whether the column had a criterion before. */
  readonly hadCriterion: boolean;
  /** Whether other columns have one. */
  readonly hasOthers: boolean;
}

/** The spreadsheet. Every method names its tab by id first and by name second. */
export interface Grid {
  file(): FileFacts;
  /** The file's, such as en_US: it decides how people write dates and numbers in it. */
  locale(): string;
  /** Reads a tab whole, or null when there is none. */
  read(tab: TabRef): TabImage | null;
  /** Reads only values, for tabs that no person edits; null when there is none. */
  readValues(tab: TabRef): readonly (readonly CellValue[])[] | null;
  /**
   * Reads only values, from that row to the last with content or `most` rows, in all columns with content or in the first
   * `columns`; [] below the content, null when there is no such tab.
   */
  readRows(
    tab: TabRef,
    row: number,
    limits?: { readonly most?: number; readonly columns?: number },
  ): readonly (readonly CellValue[])[] | null;
  /** Reads only number formats. Throws AppError TAB_GONE. */
  readFormats(tab: TabRef, at: Rect): readonly (readonly string[])[];
  /** Reads only notes. Throws AppError TAB_GONE. */
  readNotes(tab: TabRef, at: Rect): readonly (readonly string[])[];
  /** Reads only background colours, as “#ffffff”. Throws AppError TAB_GONE. */
  readBackgrounds(tab: TabRef, at: Rect): readonly (readonly string[])[];
  /** Which of these rows a person does not see, because they hid them or a filter does; two calls for each. */
  hiddenAmong(tab: TabRef, rows: readonly number[]): ReadonlySet<number>;
  /** The tab that is in front, with the rows that are selected in it; null in a run without a person. */
  active(): { readonly id: number; readonly name: string; readonly rows: readonly number[] } | null;
  /** Brings a tab to the front and selects one cell, in view of the person who runs this. Throws AppError TAB_GONE. */
  show(tab: TabRef, row: number, column: number): void;
  /**
   * Has the tab's own filter show only rows whose text in that column passes, as it is displayed now, in place of a
   * criterion that the column has; those of other columns stay. `table` is what the filter has to reach, its header
   * included: where there is no filter one is made over it, and a smaller one becomes larger. Throws AppError TAB_GONE
   * and TAB_PROTECTED.
   */
  showOnly(tab: TabRef, table: Rect, column: number, passes: (text: string) => boolean): FilterChange;
  /**
   * Takes the column's criterion off the tab's own filter, and with `whole` the filter too where no other column has one.
   * Throws AppError TAB_GONE and TAB_PROTECTED.
   */
  showAll(tab: TabRef, column: number, whole: boolean): void;
  /** Reads only the notes of row 1, one for each column of content; null when there is no such tab. */
  headerNotes(tab: TabRef): readonly string[] | null;
  /**
   * Makes an empty tab and returns its id; throws AppError TAB_TAKEN where the name is in use. A hidden one is
   * protected as well, found by its name alone (0 is returned), and taken over if it exists already, hidden or empty. One `atEnd` is the
   * last of the file and does not come to the front; a `guarded` one warns whoever edits it.
   */
  create(
    name: string,
    options?: { readonly hidden?: boolean; readonly atEnd?: boolean; readonly guarded?: boolean },
  ): number;
  /** Makes a copy of a tab at the end of the file and returns its id; null where there is no such tab. Throws AppError TAB_TAKEN. */
  copy(tab: TabRef, name: string): number | null;
  /** Carries out a plan. Throws AppError TAB_GONE when the tab does not exist. */
  execute(plan: TabPlan): void;
  /** Sheet id of the tab that has this name now; null where there is none. */
  idOf(name: string): number | null;
  /** Names and ids of all tabs, hidden ones too: two calls for each tab, so only where an index is missing. */
  list(): readonly { readonly id: number; readonly name: string }[];
  /** The same of the tabs that people see, in their order: three calls for each. */
  visible(): readonly { readonly id: number; readonly name: string }[];
  /** Deletes a tab that was made in vain; does nothing where there is none. */
  remove(tab: TabRef): void;
  /** Makes sure that everything written so far lasts, even if the execution ends at once. */
  flush(): void;
}
