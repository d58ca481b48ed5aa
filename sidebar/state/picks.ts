/** What of a plan is ticked, and what follows from it: the orders that go with the plan, and the totals that are asked about. */
import type { Api, PlanInfo, PlanItem } from '../../src/app/contract';

/** Keys of the items that are to be sent. */
export type Picks = ReadonlySet<string>;

export type Tick = 'on' | 'off' | 'mixed';

/** A change of the ticks: these items go, or they stay. */
export interface Ticked {
  readonly items: readonly PlanItem[];
  readonly on: boolean;
}

export type Orders = Required<Pick<Api['apply']['payload'], 'exclude' | 'overwrite'>>;

type Name = Pick<PlanItem, 'id' | 'field'>;

/** Tells the items of a plan apart that can be sent. */
export function keyOf({ id, field }: Name): string {
  return JSON.stringify([id, field]);
}

/** Problems have to be mended first, and what is the same already needs no sending. */
export function canGo({ kind }: Pick<PlanItem, 'kind'>): boolean {
  return kind === 'change' || kind === 'conflict';
}

/** Every change, as far as a person had not taken it out of the plan before; conflicts only where somebody chooses so. */
export function firstPicks({ items }: Pick<PlanInfo, 'items'>, takenOut: Picks = new Set()): Picks {
  return new Set(
    items
      .filter(({ kind }) => kind === 'change')
      .map(keyOf)
      .filter((key) => !takenOut.has(key)),
  );
}

/** Changes that a person has taken out. */
export function takenOut({ items }: Pick<PlanInfo, 'items'>, picks: Picks): Picks {
  return new Set(
    items
      .filter(({ kind }) => kind === 'change')
      .map(keyOf)
      .filter((key) => !picks.has(key)),
  );
}

export function picksAfter(picks: Picks, { items, on }: Ticked): Picks {
  const after = new Set(picks);
  for (const item of items.filter(canGo)) {
    if (on) after.add(keyOf(item));
    else after.delete(keyOf(item));
  }
  return after;
}

function goes(item: PlanItem, picks: Picks): boolean {
  return canGo(item) && picks.has(keyOf(item));
}

/** How the tick over one or several items stands; null where none of them can go. */
export function tickOver(items: readonly PlanItem[], picks: Picks): Tick | null {
  const able = items.filter(canGo);
  if (able.length === 0) return null;
  if (underOneTick(items).every((item) => goes(item, picks))) return 'on';
  return able.some((item) => goes(item, picks)) ? 'mixed' : 'off';
}

/** What a click on that tick does. */
export function turned(items: readonly PlanItem[], picks: Picks): Ticked {
  return tickOver(items, picks) === 'on' ? { items, on: false } : { items: underOneTick(items), on: true };
}

/** Conflicts do not go along unnoticed: a tick stands for them only where there are no changes beside them. */
function underOneTick(items: readonly PlanItem[]): readonly PlanItem[] {
  const changes = items.filter(({ kind }) => kind === 'change');
  return changes.length > 0 ? changes : items.filter(canGo);
}

/** Changes that stay, whole records by their id alone, and conflicts that go all the same. */
export function ordersOf({ items }: Pick<PlanInfo, 'items'>, picks: Picks): Orders {
  const staying = new Map<string, PlanItem[]>();
  const going = new Set<string>();
  const overwrite: Name[] = [];
  for (const item of items.filter(canGo)) {
    const { id, field, kind } = item;
    if (!goes(item, picks)) {
      if (kind === 'change') staying.set(id, [...(staying.get(id) ?? []), item]);
      continue;
    }
    going.add(id);
    if (kind === 'conflict') overwrite.push({ id, field });
  }
  const exclude = [...staying].flatMap(([id, changes]) =>
    going.has(id) ? changes.map(({ field }) => ({ id, field })) : [{ id, field: '' }],
  );
  return { exclude, overwrite };
}

/** What is ticked, in figures. */
export interface Sum {
  /** Items that go, and the records that they belong to. */
  readonly changes: number;
  readonly records: number;
  /** Conflicts among them. */
  readonly overwritten: number;
  /** Records that are created, and deleted. */
  readonly created: number;
  readonly deleted: number;
}

/**
 * By id, records that cannot be created as things are ticked, and the labels of what they lack: a field that is required
 * and does not go.
 */
export function incomplete(
  { items, required = [] }: Pick<PlanInfo, 'items' | 'required'>,
  picks: Picks,
): ReadonlyMap<string, readonly string[]> {
  const lacking = new Map<string, readonly string[]>();
  for (const item of items) {
    const { id, action, field, label } = item;
    if (action !== 'create' || !required.includes(field) || goes(item, picks)) continue;
    lacking.set(id, [...(lacking.get(id) ?? []), label]);
  }
  return lacking;
}

export function sumOf(plan: Pick<PlanInfo, 'items' | 'required'>, picks: Picks): Sum {
  const lacking = incomplete(plan, picks);
  const going = plan.items.filter((item) => goes(item, picks) && !lacking.has(item.id));
  const records = (some: readonly PlanItem[]): number => new Set(some.map(({ id }) => id)).size;
  return {
    changes: going.length,
    records: records(going),
    overwritten: going.filter(({ kind }) => kind === 'conflict').length,
    created: records(going.filter(({ action }) => action === 'create')),
    deleted: records(going.filter(({ action }) => action === 'delete')),
  };
}
