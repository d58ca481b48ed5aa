/** Prints figures as aligned columns. */

/** @param rows objects with the same keys, which head the columns: “virtualSeconds” as “virtual seconds” */
export function printTable(title: string, rows: readonly object[]): void {
  const headings = Object.keys(rows[0] ?? {}).map((key) =>
    key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
  );
  const cells = [headings, ...rows.map((row) => Object.values(row).map(String))];
  const widths = headings.map((_, i) => Math.max(...cells.map((line) => (line[i] ?? '').length)));
  console.log(`\n${title}\n`);
  for (const line of cells) console.log(line.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  '));
}
