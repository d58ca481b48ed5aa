/** Rows of long texts in a hidden tab of ours: each may be many cells wide. */
import { cellsOfText, textOfCells } from '../../core/table/long-text';
import type { Ports } from '../../ports';

/** Characters that are written at once at most: more of them have been seen to fail in one call. */
const MOST_AT_ONCE = 4_000_000;

/** In blocks of rows, over whatever was there; makes the tab where there is none. Lasting once it returns. */
export function writeHidden(
  { grid }: Pick<Ports, 'grid'>,
  name: string,
  row: number,
  texts: readonly string[],
): void {
  if (grid.idOf(name) === null) grid.create(name, { hidden: true });
  const before = grid.readRows({ name }, row, { most: texts.length }) ?? [];
  let at = 0;
  while (at < texts.length) {
    const block: string[] = [];
    for (let characters = 0; at < texts.length; at += 1) {
      const text = texts[at] ?? '';
      if (block.length > 0 && characters + text.length > MOST_AT_ONCE) break;
      characters += text.length;
      block.push(text);
    }
    const cells = block.map(cellsOfText);
    const columns = Math.max(before[0]?.length ?? 0, ...cells.map(({ length }) => length));
    const first = row + at - block.length;
    grid.execute({
      tab: { name },
      operations: [
        { kind: 'grow', rows: first + block.length - 1, columns },
        {
          kind: 'values',
          at: { row: first, column: 1, rows: block.length, columns },
          values: cells.map((cell) => Array.from({ length: columns }, (_, column) => cell[column] ?? '')),
        },
      ],
    });
  }
  grid.flush();
}

/** '' where there is none. */
export function readHidden({ grid }: Pick<Ports, 'grid'>, name: string, row: number): string {
  const [cells = []] = grid.readRows({ name }, row, { most: 1 }) ?? [];
  return textOfCells(cells);
}

/** What a text holds; null for one that a person has changed. */
export function parsedHidden<T>(text: string): T | null {
  if (text === '') return null;
  try {
    return JSON.parse(text) as T;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
}
