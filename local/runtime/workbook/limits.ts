/** How large a spreadsheet may grow. */

/** Cells of all tabs together, blank ones included. https://developers.google.com/apps-script/guides/support/best-practices */
export const MAX_CELLS = 10_000_000;
/** Column ZZZ. https://thodigitals.com/en/limitations-of-google-sheets */
export const MAX_COLUMNS = 18_278;
/** Longest text of one cell, in UTF-16 units. */
export const MAX_CHARACTERS = 50_000;
export const MAX_TAB_NAME = 100;
/** Keys and values of developer metadata: so many for the file, and so many for each tab. https://developers.google.com/workspace/sheets/api/guides/metadata */
export const MAX_METADATA_CHARACTERS = 30_000;

/** The grid of a new tab. */
export const NEW_TAB = { rows: 1000, columns: 26 } as const;
/** Pixels. */
export const DEFAULT_COLUMN_WIDTH = 100;
export const DEFAULT_ROW_HEIGHT = 21;
