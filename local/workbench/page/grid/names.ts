/** Names of columns and cells. */

/** 1 → A, 28 → AB. */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before === 0 ? '' : columnName(before)) + String.fromCharCode(65 + ((column - 1) % 26));
}

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${String(row)}`;
}
