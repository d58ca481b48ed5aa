/** People whom edits name by their addresses: a platform takes only those whom it knows. */
import { splitItems } from '../table/codec/choice';
import type { Field } from '../table/field';
import type { Change } from './change';
import { problem } from './told';

/** The distinct addresses, in lower case, that have to be known before these changes can be sent. */
export function addressesIn(changes: readonly Change[], fields: readonly Field[]): readonly string[] {
  const byKey = peopleFields(fields);
  return [...new Set(changes.flatMap((change) => addressesOf(change, byKey)))];
}

/** The changes; one that names somebody who is not among `known` (addresses in lower case) as a problem. */
export function checkPeople(
  changes: readonly Change[],
  fields: readonly Field[],
  known: ReadonlySet<string>,
): readonly Change[] {
  const byKey = peopleFields(fields);
  return changes.map((change) => {
    const unknown = addressesOf(change, byKey).filter((address) => !known.has(address));
    if (unknown.length === 0) return change;
    const what = unknown.length === 1 ? 'No user has the address' : 'No users have the addresses';
    return problem(
      change,
      `“${change.label}”: ${what} ${unknown.join(', ')}. Correct it, or add the person to the platform first.`,
    );
  });
}

function peopleFields(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const people = fields.filter(({ type }) => type === 'person' || type === 'people');
  return new Map(people.map((field) => [field.key, field]));
}

function addressesOf(change: Change, fields: ReadonlyMap<string, Field>): readonly string[] {
  const field = fields.get(change.field);
  if (!field || change.kind === 'problem' || change.action === 'delete' || change.to === '') return [];
  const text = String(change.to).toLowerCase();
  return field.type === 'people' ? splitItems(field, text) : [text.trim()];
}
