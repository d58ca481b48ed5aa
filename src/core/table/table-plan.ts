/** From what the platform sent to what shall be done to a tab: a plan, the next snapshot, and what to tell people. */
import { planFirstPull } from './first-pull';
import { planRefresh } from './refresh-plan';
import type { TableInput, TableOutput } from './table';

export type { TableCounts, TableInput, TableOutput } from './table';

/**
 * Plans a first pull into an empty tab or a refresh of a managed one. Throws KEY_COLUMN_GONE and DUPLICATE_ROWS when
 * rows cannot be told apart; nothing is to be written then.
 */
export function planTable(input: TableInput): TableOutput {
  const { image } = input;
  const empty = !image || image.values.every((row) => row.every((cell) => cell === ''));
  return empty ? planFirstPull(input) : planRefresh(input, image);
}
