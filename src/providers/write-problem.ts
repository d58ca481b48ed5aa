/** What the definitions know to be wrong with an edit before it is sent, in plain words. */
import type { Change } from '../core/change/change';
import type { Canonical } from '../core/table/codec/codec';
import { currencyCode, decimalsOf, wholeUnits } from '../core/table/currency';
import type { Field } from '../core/table/field';
import type { ResourceDefinition } from './definition';
import { smallestUnits } from './written-value';
import type { Edit } from './writes';

/** Why the field's value cannot be taken away, with what to do; null where it can. */
export function clearingProblem(resource: ResourceDefinition, field: Field): string | null {
  const { writes, singular, fields, name } = resource;
  const known = fields.find(({ key }) => key === field.key);
  if (known?.written?.neverEmpty === true || field.key === name) {
    return `“${field.label}” cannot be empty: every ${singular} has one. Put a value there.`;
  }
  if (!writes || writes.clearing.offered) return null;
  return `${writes.clearing.why} Put a value into “${field.label}”.`;
}

/**
 * The changes, those that the platform could not take as problems. `shown` tells what the row or the record says of a field that
 * is not among its changes; undefined where nobody knows.
 */
export function checkWrites(
  resource: ResourceDefinition,
  fields: readonly Field[],
  changes: readonly Change[],
  shown: (change: Change, key: string) => Canonical | undefined,
): readonly Change[] {
  const known = new Map(fields.map((field) => [field.key, field]));
  const edits = new Map<string, Map<string, Canonical>>();
  for (const { id, field, to } of changes) {
    const row = edits.get(id) ?? new Map<string, Canonical>();
    edits.set(id, row.set(field, to));
  }
  return changes.map((change) => {
    if (change.kind === 'problem') return change;
    const { action, id, field: key, to } = change;
    const together = edits.get(id) ?? new Map<string, Canonical>();
    const row = (name: string): Canonical | undefined => together.get(name) ?? shown(change, name);
    const field = known.get(key);
    const type = field?.type ?? null;
    const message = problemOf(resource, field, { action, field: key, type, to, together, row });
    return message === null ? change : { ...change, kind: 'problem', message };
  });
}

function problemOf(resource: ResourceDefinition, field: Field | undefined, edit: Edit): string | null {
  const { writes } = resource;
  const clears = edit.action === 'update' && edit.to === '' && field !== undefined;
  return (
    writes?.problem?.(edit) ??
    (clears ? clearingProblem(resource, field) : null) ??
    (field?.minorUnits ? finenessProblem(field, edit) : null)
  );
}

/** What a double loses on its way through a formula is no amount. */
const NOISE = 1e-9;

/** An amount that its currency cannot hold would arrive as another one. */
function finenessProblem({ label, currencyField }: Field, { to, row }: Edit): string | null {
  if (typeof to !== 'number') return null;
  const currency = currencyField === undefined ? null : currencyCode(row(currencyField));
  const held = wholeUnits(smallestUnits(to, currency), currency);
  if (Math.abs(held - to) <= NOISE * Math.max(1, Math.abs(to))) return null;
  const decimals = decimalsOf(currency);
  const most = decimals === 0 ? 'no decimals' : `${decimals} decimals at most`;
  return `“${label}” is ${to}, and ${currency ?? 'its currency'} has ${most}. Round it to ${held}, if that is what you mean.`;
}

/** What a new row must fill in, and all that it may, by field key; null where rows do not become records. */
export function creatable(
  { writes }: ResourceDefinition,
  fields: readonly Field[],
): { readonly required: readonly string[]; readonly accepted: readonly string[] } | null {
  if (!writes?.create) return null;
  const { required, accepted, ownFields } = writes.create;
  const own = fields.filter(({ custom, writable }) => ownFields && custom && writable).map(({ key }) => key);
  return { required, accepted: [...accepted, ...own] };
}
