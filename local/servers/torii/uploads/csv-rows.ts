/** Rows of an uploaded CSV file, and what its headers come down to. */
import { parseCsv } from '../../../runtime/services/utilities/csv';

/** Rows that are not blank; none where the text is no CSV. A mark of the byte order in front does not count. */
export function csvRows(content: string): string[][] {
  try {
    const rows = parseCsv(content.replace(/^\uFEFF/, ''), ',');
    return rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  } catch {
    return [];
  }
}

/** Letters and digits alone, in lower case: “Last used date” and `last_used_date` are the same. */
export function headerWord(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
