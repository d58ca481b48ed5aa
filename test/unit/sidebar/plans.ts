/** Changes and plans for the tests of the preview. */
import type { PlanInfo, PlanItem } from '../../../src/app/contract';

export function change(id: string, field: string, more: Partial<PlanItem> = {}): PlanItem {
  return {
    ...{ row: 2, id, name: `Contract ${id}`, action: 'update', kind: 'change' },
    ...{ field, label: field, from: 'a', to: 'b' },
    ...more,
  } as PlanItem;
}

export function planOf(items: readonly PlanItem[], more: Partial<PlanInfo> = {}): PlanInfo {
  return {
    ...{ plan: 'p1', tab: 'Contracts', provider: 'torii', resource: 'contracts' },
    ...{ singular: 'contract', plural: 'contracts', purpose: 'push', live: true, visibleRowsOnly: false },
    ...{ madeBy: 'ana@halden.example', madeAt: '2026-11-22T10:45:00Z' },
    counts: { rows: 0, cells: 0, conflicts: 0, problems: 0, same: 0, created: 0, deleted: 0 },
    items,
    remarks: [],
    ...more,
  };
}
