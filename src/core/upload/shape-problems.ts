/** What is wrong with a tab as a table, before any of its rows is looked at. */
import { told } from '../change/told';
import { splitText } from './one-column';
import type { Problem } from './problem';
import { isAddress, plainAddress } from './reading/email';
import type { UploadSheet } from './sheet';

/** Rows that are looked at for lines that were not split. */
const LOOKED_AT = 20;

/** Errors of the tab as a whole: what would be read from it is not what it says. */
export function shapeProblems(sheet: UploadSheet): readonly Problem[] {
  const record = sheet.headers.find((header) => isAddress(plainAddress(header)));
  if (record !== undefined) {
    return [
      {
        severity: 'error',
        code: 'noHeader',
        message: `Row ${sheet.headerRow} of “${sheet.tab}” should name the columns, and it has the address ${told(record)} in it.`,
        remedy: 'Insert a row above it with the names of the columns, such as “Email” and “Name”.',
      },
    ];
  }
  if (!isUnsplit(sheet)) return [];
  return [
    {
      severity: 'error',
      code: 'unsplit',
      message: `All of “${sheet.tab}” is in one column, as the lines of a CSV file.`,
      remedy: 'Select that column, and choose Data, then “Split text to columns”.',
    },
  ];
}

/** One that has a text without a separator may be a list of names, some of which have a comma. */
function isUnsplit({ headers, rows }: UploadSheet): boolean {
  const top = rows.slice(0, LOOKED_AT).map(({ cells }) => cells);
  const split = splitText([headers, ...top], { isTop: true });
  return split?.rows.every(([, ...more]) => more.some((cell) => cell.trim() !== '')) === true;
}
