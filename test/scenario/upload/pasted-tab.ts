/** A plain tab as somebody makes one: a new tab into which the text of an export is pasted. */
import type { Desk } from '../../../local/desk';

/** Rows of cells, each as it would be typed. Comes to the front, as a new tab does. */
export async function pasteTab(on: Desk, name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const sheet = on.workbook.insertSheet(name);
  const missing = rows.length - sheet.maxRows;
  if (missing > 0) sheet.insertRows(sheet.maxRows + 1, missing, 'before');
  sheet.write(
    1,
    1,
    rows.map((row) => [...row]),
    on.user,
  );
  // Whoever listens hears of it as of any edit.
  await on.tab(name).type('A1', rows[0]?.[0] ?? '');
}

/** Without quotes or commas inside of cells. */
export function csv(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));
}
