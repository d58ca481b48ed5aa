/** Prints figures as aligned columns. */

export function printTable(title: string, rows: readonly object[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const cells = [columns, ...rows.map((row) => Object.values(row).map(String))];
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => (line[i] ?? '').length)));
  console.log(title);
  for (const line of cells) console.log(line.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  '));
}
