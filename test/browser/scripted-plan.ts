/** Plans of a made-up organisation, as the server shows them to the sidebar. */
import type { PlanInfo, PlanItem } from '../../src/app/contract';
import { resources, status, TAB, type Script, type Scripted } from './scripted-sidebar';

export const CONTRACTS = {
  ...TAB,
  ...{ tab: 'Contracts', resource: 'contracts', rows: 40, pending: 12, conflicts: 1 },
} as const;

export function item(change: Partial<PlanItem>): PlanItem {
  return {
    ...{ row: 2, id: '4711', name: 'Zoom', action: 'update', kind: 'change' },
    ...{ field: 'status', label: 'Status', from: 'Active', to: 'Cancelled' },
    ...change,
  } as PlanItem;
}

const LONG =
  'Renewed after three rounds of talks; the discount holds only while all seats are paid for. '.repeat(4);

/** One of everything that a plan can hold. */
export const ITEMS: readonly PlanItem[] = [
  item({ live: 'Active' }),
  item({ field: 'amount', label: 'Yearly amount', from: 12_000.5, to: 13_500, live: 12_000.5 }),
  item({ field: 'notes', label: 'Notes', from: '', to: LONG, live: '' }),
  item({ field: 'url', label: 'Link', from: 'https://zoom.us', to: '', live: 'https://zoom.us' }),
  item({
    ...{ row: 5, id: '4712', name: 'Figma for the whole design team', kind: 'conflict' },
    ...{ field: 'autoRenew', label: 'Renews by itself', from: false, to: true, live: 'on request' },
  }),
  item({ row: 5, id: '4712', name: 'Figma for the whole design team', live: 'Active' }),
  item({
    ...{ row: 9, id: '4713', name: 'Slack', kind: 'problem', field: 'owner', label: 'Owner' },
    ...{ from: 'ana@halden.example', to: 'nobody@halden.example' },
    message: 'Torii does not know nobody@halden.example. Type the address of a person who is in Torii.',
  }),
  item({
    ...{ row: 12, id: 'row 12', name: 'Miro', action: 'create', field: 'name', label: 'Name' },
    ...{ from: '', to: 'Miro' },
  }),
  item({ row: 14, id: '4714', name: 'Notion', kind: 'same', live: 'Cancelled' }),
];

export function plan(items: readonly PlanItem[], change: Partial<PlanInfo> = {}): Scripted {
  const count = (kind: PlanItem['kind']): number => items.filter((one) => one.kind === kind).length;
  const records = (action?: PlanItem['action']): number =>
    new Set(
      items
        .filter((one) => one.kind === 'change' && (action === undefined || one.action === action))
        .map(({ id }) => id),
    ).size;
  const value: PlanInfo = {
    ...{ plan: 'p1', tab: 'Contracts', provider: 'torii', resource: 'contracts' },
    ...{ singular: 'contract', plural: 'contracts', purpose: 'push', live: true },
    ...{ madeBy: 'ana@halden.example', madeAt: '2026-11-22T10:45:00Z', visibleRowsOnly: false },
    counts: {
      rows: records(),
      cells: count('change'),
      conflicts: count('conflict'),
      problems: count('problem'),
      same: count('same'),
      created: records('create'),
      deleted: records('delete'),
    },
    items,
    required: ['name'],
    remarks: [],
    ...change,
  };
  return { value };
}

/** As many changes as a large clean-up has, two in each contract. */
export function manyItems(count: number): readonly PlanItem[] {
  return Array.from({ length: count }, (_, place) => {
    const record = Math.floor(place / 2);
    const field = place % 2 === 0 ? 'status' : 'owner';
    return item({
      ...{ row: record + 2, id: `c${record}`, name: `Contract ${record}`, field, label: field },
      ...{ from: 'before', to: `after ${place}` },
    });
  });
}

/** A file with contracts in it, of which `preview` shows this. */
export function withPlan(preview: NonNullable<Script['preview']>, more: Script = {}): Script {
  return {
    status: () => status({ tabs: [CONTRACTS] }),
    resources,
    preview,
    apply: () => ({ value: { job: 'p-job' } }),
    showCell: () => ({ value: { shown: true } }),
    showUnsent: () => ({ value: { rows: 4 } }),
    ...more,
  };
}
