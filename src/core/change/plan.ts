/** A frozen plan: what a person was shown, by which a push is held to just that. */
import { markOf } from '../table/mark';
import { type Change, type ChangeName, nameOfChange } from './change';

/**
 * - push: edits of the tab
 * - undo: what an earlier push changed, back again
 * - report: what a report found; like an undo it comes from no cell of the tab
 */
export type Purpose = 'push' | 'undo' | 'report';

/** What is shown, and what it was made from. Plain JSON. */
export interface Plan {
  /** Tells this plan from every other, and ends in its hash. */
  readonly id: string;
  readonly purpose: Purpose;
  /** Id of the plan that is undone. */
  readonly undoes?: string;
  /** Milliseconds since 1970, and who asked for it. */
  readonly madeAt: number;
  readonly madeBy: string;
  /** Id of the spreadsheet: a copy of the file must not send what was previewed in the original. */
  readonly file: string;
  readonly tab: { readonly id: number; readonly name: string };
  readonly provider: string;
  readonly resource: string;
  /** Whether the platform was asked what it says now; a person without a key compares with the last refresh. */
  readonly isLive: boolean;
  readonly visibleRowsOnly: boolean;
  /** What else decides about it: the settings as text, and the organisation whose key compared it ('' for nobody's). */
  readonly basis: { readonly settings: string; readonly organisation: string };
  /** Keys of the fields without which no record can be created; absent: a new record is sent whole or not at all. */
  readonly required?: readonly string[];
  /** In the order of the tab's rows, fields in the order of its columns. */
  readonly changes: readonly Change[];
}

/** Totals of what is shown, as in PlanInfo. */
export interface ChangeCounts {
  /** Records that would be changed, created or deleted, conflicts not counted. */
  readonly rows: number;
  readonly cells: number;
  readonly conflicts: number;
  readonly problems: number;
  readonly same: number;
  /** How many of `rows` are created, and how many deleted. */
  readonly created: number;
  readonly deleted: number;
}

/** The plan with its id; `stamp` tells it from plans of the same content, and holds no “-”. */
export function seal(draft: Omit<Plan, 'id'>, stamp: string): Plan {
  return { id: `${stamp}-${markOf(stable(draft))}`, ...draft };
}

/** Whether the plan still is what was sealed. */
export function isIntact({ id, ...draft }: Plan): boolean {
  return id.slice(id.lastIndexOf('-') + 1) === markOf(stable(draft));
}

/** `required` as in the plan. */
export function countChanges(changes: readonly Change[], required?: readonly string[]): ChangeCounts {
  const count = (kind: Change['kind']): number => changes.filter((change) => change.kind === kind).length;
  const sent = sendable({ changes, required }, NOBODY, NOBODY);
  const records = (own: readonly Change[]): number => new Set(own.map(({ id }) => id)).size;
  return {
    rows: records(sent),
    cells: count('change'),
    conflicts: count('conflict'),
    problems: count('problem'),
    same: count('same'),
    created: records(sent.filter(({ action }) => action === 'create')),
    deleted: records(sent.filter(({ action }) => action === 'delete')),
  };
}

/**
 * What is to be sent: all changes and the conflicts named by `overwrite`, without those named by `exclude`. The field '' names
 * all of a record. A record that cannot be created without something that is left out is left out whole. Names that the
 * plan does not have mean nothing.
 */
export function chosen(
  plan: Pick<Plan, 'changes' | 'required'>,
  exclude: readonly ChangeName[],
  overwrite: readonly ChangeName[],
): readonly Change[] {
  return sendable(plan, namedBy(exclude), namedBy(overwrite));
}

type Naming = (change: ChangeName) => boolean;

const NOBODY: Naming = () => false;

function namedBy(names: readonly ChangeName[]): Naming {
  const all = new Set(names.map(nameOfChange));
  return ({ id, field }) => all.has(nameOfChange({ id, field })) || all.has(nameOfChange({ id, field: '' }));
}

function sendable(
  {
    changes,
    required,
  }: { readonly changes: readonly Change[]; readonly required?: readonly string[] | undefined },
  isExcluded: Naming,
  isOverwritten: Naming,
): readonly Change[] {
  const incomplete = new Set<string>();
  const taken = changes.filter((change) => {
    const { id, action, field, kind } = change;
    const isTaken =
      !isExcluded(change) && (kind === 'change' || (kind === 'conflict' && isOverwritten(change)));
    if (!isTaken && action === 'create' && (required?.includes(field) ?? true)) incomplete.add(id);
    return isTaken;
  });
  return taken.filter(({ id }) => !incomplete.has(id));
}

/** JSON that is the same for the same content, whatever the order of keys. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
}
