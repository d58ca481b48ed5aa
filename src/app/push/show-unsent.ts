/** Has a tab show only the rows of which something was not sent, by its own filter, and all of them again. */
import { EditedCells } from '../../core/change/edited-table';
import { AppError } from '../../core/errors';
import { saysHeldBack, STATUS_KEY } from '../../core/table/status';
import type { Ports } from '../../ports';
import type { TabRef } from '../../ports/grid';
import type { Api } from '../contract';
import { fieldsOfTarget, openPushTarget, tableOf } from './push-target';

/** One property for each tab that shows less for us: whether we made its filter, or only the criterion. */
const PROPERTY = 'filter.';
type Ours = 'filter' | 'criterion';

/** Changes no cell. Throws as openPushTarget does, STATUS_COLUMN_GONE, and TAB_PROTECTED. */
export function showUnsent(
  ports: Ports,
  { tab: name, only }: Api['showUnsent']['payload'],
): Api['showUnsent']['value'] {
  const target = openPushTarget(ports, name);
  const cells = new EditedCells(tableOf(ports, target, fieldsOfTarget(target, null)));
  const from = cells.columnOf(STATUS_KEY);
  if (from === null) throw new AppError('STATUS_COLUMN_GONE', { tab: name }, { tab: name });
  const { entry, image } = target;
  const view = new StatusFilter(ports, { id: entry.id, name: entry.tab }, from + 1);
  const unsent = image.values.flatMap((row, index) =>
    index > 0 && saysHeldBack(row[from]) ? [index + 1] : [],
  );
  if (only && unsent.length > 0) {
    const hidden = view.show(image.values.length, image.values[0]?.length ?? 0, unsent);
    if (hidden.size < unsent.length) return { rows: unsent.length - hidden.size };
  }
  // A tab that shows nothing at all would look as if its rows were gone.
  if (!only || view.ours !== null) view.clear();
  return { rows: only ? 0 : Math.max(0, image.values.length - 1) };
}

/** The criterion on a tab's Status column. */
class StatusFilter {
  private readonly key: string;

  constructor(
    private readonly ports: Ports,
    private readonly tab: TabRef & { readonly id: number },
    private readonly column: number,
  ) {
    this.key = PROPERTY + tab.id;
  }

  get ours(): Ours | null {
    return this.ports.store.get('document', this.key) as Ours | null;
  }

  /** Which of the rows other criteria hide. */
  show(rows: number, columns: number, unsent: readonly number[]): ReadonlySet<number> {
    const { grid, store } = this.ports;
    const table = { row: 1, column: 1, rows, columns };
    const { isNew, hadCriterion, hasOthers } = grid.showOnly(this.tab, table, this.column, saysHeldBack);
    // Where the column had no criterion any more, ours was taken away by hand, and this filter is a person's.
    const kept = hadCriterion ? this.ours : null;
    const ours: Ours = isNew ? 'filter' : (kept ?? 'criterion');
    store.set('document', this.key, ours);
    return hasOthers ? grid.hiddenAmong(this.tab, unsent) : new Set();
  }

  clear(): void {
    this.ports.grid.showAll(this.tab, this.column, this.ours === 'filter');
    this.ports.store.remove('document', this.key);
  }
}
