/** Keeps the plan of a tab in a hidden tab of the file, where it outlives executions and never holds more than it shows. */
import type { Change, ChangeName } from '../../core/change/change';
import { isIntact, type Plan } from '../../core/change/plan';
import { cellsOfText, textOfCells } from '../../core/table/long-text';
import { markOf } from '../../core/table/mark';
import { SNAPSHOT_PREFIX } from '../../core/table/snapshot';
import type { Ports } from '../../ports';
import type { CellValue, TabOperation } from '../../ports/grid';
import type { TabEntry } from '../tab-index';

/** As long as the beginning of a snapshot's name, whose rest it takes over. */
const PLAN_PREFIX = 'SaaS Ledger → ';

/** Row of the plan's head; of the marks in the tab, which are not ours; of what was chosen; and of the first change. */
const ROWS = { head: 1, marks: 2, order: 3, changes: 4 } as const;

/** One property for each tab that has a plan: the plan's id. */
const PROPERTY = 'plan.';

const VERSION = 1;

/** What a person chose in the preview. */
export interface Order {
  /** Who sends it. */
  readonly who: string;
  readonly exclude: readonly ChangeName[];
  readonly overwrite: readonly ChangeName[];
}

/** Tells orders apart. */
export function markOfOrder({ who, exclude, overwrite }: Order): string {
  return markOf(JSON.stringify([who, exclude, overwrite]));
}

export interface KeptPlan {
  readonly plan: Plan;
  /** Null until it was sent. */
  readonly order: Order | null;
}

/** The hidden tab that belongs to a managed one. */
export function planTab({ snapshot }: Pick<TabEntry, 'snapshot'>): string {
  return PLAN_PREFIX + snapshot.slice(SNAPSHOT_PREFIX.length);
}

export class PlanStore {
  constructor(private readonly ports: Ports) {}

  /** Takes the place of the tab's earlier plan. */
  keep(entry: TabEntry, plan: Plan): void {
    const name = planTab(entry);
    const before = this.ports.grid.readValues({ name });
    if (!before) this.ports.grid.create(name, { hidden: true });
    const { changes, ...head } = plan;
    const rows = [
      cellsOfText(JSON.stringify({ version: VERSION, ...head })),
      before?.[ROWS.marks - 1]?.map(String) ?? [],
      [],
      ...changes.map((change) => cellsOfText(JSON.stringify(change))),
    ];
    this.ports.grid.execute({ tab: { name }, operations: replaced(rows, before ?? []) });
    this.ports.store.set('document', PROPERTY + entry.id, plan.id);
    this.ports.grid.flush();
  }

  /** The plan of a tab, whatever its id; null where there is none, or where it is not as it was kept. */
  read(entry: TabEntry): KeptPlan | null {
    const id = this.ports.store.get('document', PROPERTY + entry.id);
    const values = id === null ? null : this.ports.grid.readValues({ name: planTab(entry) });
    const kept = values && parsed(values);
    return kept?.plan.id === id && isIntact(kept.plan) && kept.plan.file === this.ports.identity.fileId()
      ? kept
      : null;
  }

  /** Whether the tab ever had one. */
  has({ id }: Pick<TabEntry, 'id'>): boolean {
    return this.ports.store.get('document', PROPERTY + id) !== null;
  }

  /** Sheet id of the tab whose plan this is; null where it is nobody's any more. */
  tabOf(plan: string): number | null {
    const found = Object.entries(this.ports.store.all('document', PROPERTY)).find(([, id]) => id === plan);
    return found ? Number(found[0].slice(PROPERTY.length)) : null;
  }

  /** Notes what was chosen, lasting once this returns. */
  order(entry: TabEntry, order: Order): void {
    const cells = cellsOfText(JSON.stringify(order));
    const at = { row: ROWS.order, column: 1, rows: 1, columns: cells.length };
    const tab = { name: planTab(entry) };
    this.ports.grid.execute({
      tab,
      operations: [
        { kind: 'grow', rows: ROWS.order, columns: cells.length },
        { kind: 'values', at, values: [cells] },
      ],
    });
    this.ports.grid.flush();
  }
}

/** All rows in one block, and nothing left of what was there. */
function replaced(
  rows: readonly (readonly string[])[],
  before: readonly (readonly CellValue[])[],
): TabOperation[] {
  const width = Math.max(before[0]?.length ?? 0, ...rows.map((row) => row.length));
  const height = Math.max(rows.length, before.length);
  const values = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => rows[row]?.[column] ?? ''),
  );
  return [
    { kind: 'grow', rows: height, columns: width },
    { kind: 'values', at: { row: 1, column: 1, rows: height, columns: width }, values },
  ];
}

function parsed(values: readonly (readonly CellValue[])[]): KeptPlan | null {
  const head = json(values[ROWS.head - 1]) as (Plan & { version: number }) | null;
  if (head?.version !== VERSION) return null;
  const { version: _version, ...facts } = head;
  const changes = values.slice(ROWS.changes - 1).flatMap((cells) => (json(cells) as Change | null) ?? []);
  return { plan: { ...facts, changes }, order: json(values[ROWS.order - 1]) as Order | null };
}

/** Null where the cells hold none: the grid may have been cut off while it was written. */
function json(cells: readonly CellValue[] = []): unknown {
  const text = textOfCells(cells);
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    // Half a text is no plan: isIntact would say so of a whole one as well.
    return null;
  }
}
