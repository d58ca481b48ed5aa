/**
 * How many service calls a tab may take, spreadsheet and hidden tab together. Each call costs time whatever its size,
 * each cell very little: https://developers.google.com/apps-script/guides/support/best-practices
 *
 * First pull, at most 24: make both tabs 8, room 2, notes 2, header 3, formats and values 3, checkboxes 2; hidden tab 3;
 * make it last 1.
 *
 * Refresh, 25 for changes anywhere in up to three runs of managed columns, and what comes on top:
 * - reading both tabs 13, status line 3, hidden tab 2, make it last 1
 * - changed cells: 2 for each rectangle, at most `RECTANGLES` of them or one for each run of columns that has changes,
 *   so 2 more for each further run; 1 more for a rectangle in which a number format changes
 * - new rows 3 and with yes/no fields 2 more, people's columns and formulas included; more room 2 for each tab
 * - rows or columns that left 2, such that came back 2
 * - rows that are taken out: 1 for each block of neighbours, at most `DELETED_BLOCKS`; a check of the grid's size 2
 * - notes that change 2 for each block of columns
 * - a new block of columns: 1, what it says before 2, notes 2, rules of its neighbours 2, yes/no fields 2
 * - drop-downs whose choices changed: 5 for each, 7 for one of people
 * - the row in the Activity tab 7, and 1 where it is trimmed; as many for the Change log where something changed; 12 more
 *   to make either, 3 to find one whose headers somebody renamed
 */

/** Rectangles that changed cells may take, where there are no more runs of columns than that. */
export const RECTANGLES = 3;

/** Blocks in which the hidden tab is rewritten: its first line changes every time, so all down to the last change. */
export const SNAPSHOT_BLOCKS = 1;

/** Blocks of rows that one run takes out; the others wait for the next. */
export const DELETED_BLOCKS = 200;
