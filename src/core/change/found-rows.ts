/** Finds the rows of records that were created: where they were, or by what they say, since people sort. */
import { says } from '../table/cell';
import type { CodecContext } from '../table/codec/codec';
import type { Change } from './change';
import type { SettledTab } from './settled-tab';

/**
 * Index of the row by “row 12”, for the changes of each new record; none for one that no row looks like. A row in which
 * somebody went on typing is still found, as the one that fits best: left without its id, it would be sent once more. Away from
 * where the record was planned, it must at least have its name; `name` is the key of that field.
 */
export function findNewRows(
  tab: SettledTab,
  records: ReadonlyMap<string, readonly Change[]>,
  context: CodecContext,
  name: string,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (records.size === 0) return found;
  const free = new Set(tab.unnamed());
  const share = (changes: readonly Change[], index: number): number => fitting(tab, changes, index, context);
  const give = (accept: (changes: readonly Change[]) => number | undefined): void => {
    for (const [id, changes] of records) {
      const index = found.has(id) ? undefined : accept(changes);
      if (index === undefined) continue;
      found.set(id, index);
      free.delete(index);
    }
  };
  const planned = ([first]: readonly Change[]): number => (first?.row ?? 0) - 1;
  give((changes) => {
    const index = planned(changes);
    return free.has(index) && share(changes, index) === 1 ? index : undefined;
  });
  give((changes) => [...free].find((index) => share(changes, index) === 1));
  give((changes) => {
    let best: { readonly index: number; readonly share: number } | undefined;
    const named = changes.filter(({ field }) => field === name);
    for (const index of free) {
      if (index !== planned(changes) && share(named, index) < 1) continue;
      const fits = share(changes, index);
      const isBetter = fits > (best?.share ?? 0) || (fits === best?.share && index === planned(changes));
      if (fits >= 0.5 && isBetter) best = { index, share: fits };
    }
    return best?.index;
  });
  return found;
}

/** The part of what was sent, from 0 to 1, that a row says. */
function fitting(tab: SettledTab, changes: readonly Change[], index: number, context: CodecContext): number {
  const sent = changes.flatMap(({ field, to }) => {
    const column = tab.columns.get(field);
    return column ? [{ column, to }] : [];
  });
  const said = sent.filter(({ column, to }) => says(column.field, tab.cell(index, column), to, context));
  return sent.length === 0 ? 0 : said.length / sent.length;
}
