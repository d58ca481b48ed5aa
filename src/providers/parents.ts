/** What new records belong to, where a row names it: “Slack” is the app with that name. */
import type { Change } from '../core/change/change';
import type { ProviderDefinition, ResourceDefinition } from './definition';
import type { LiveSender } from './lists-below';
import { parentLink } from './record-key';
import { readResource } from './reading';
import { parentName } from './writing';

/** The names that new rows give, where they do not give the key as well; [] for a resource whose records stand alone. */
export function parentsIn(resource: ResourceDefinition, changes: readonly Change[]): readonly string[] {
  const { below } = resource.writes?.create ?? {};
  if (!below) return [];
  return [...new Set(namesOf(below, changes).map(({ to }) => parentName(String(to))))];
}

/**
 * The key of each of these names' owners, by the name in lower case; null where several have it, and missing where nobody has. Reads the
 * parents' list, where there is a name to look for. Throws what reading it throws.
 */
export function findParents(
  sender: LiveSender,
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  names: readonly string[],
  now: number,
): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  const above = parentLink(provider, resource)?.resource;
  if (!above || names.length === 0) return found;
  const wanted = new Set(names.map(parentName));
  const fields = above.fields.filter(({ key }) => key === above.name || key === above.key);
  for (const record of readResource(sender, provider, above, fields, now).records) {
    const name = parentName(String(record[above.name] ?? ''));
    if (wanted.has(name)) found.set(name, found.has(name) ? null : String(record[above.key]));
  }
  return found;
}

/** The changes, new rows whose parent nobody or more than one can be as problems; `parents` as findParents gives them. */
export function checkParents(
  provider: ProviderDefinition,
  resource: ResourceDefinition,
  changes: readonly Change[],
  parents: ReadonlyMap<string, string | null>,
): readonly Change[] {
  const { below } = resource.writes?.create ?? {};
  const above = parentLink(provider, resource)?.resource;
  if (!below || !above) return changes;
  const named = new Set(namesOf(below, changes));
  return changes.map((change) => {
    if (!named.has(change)) return change;
    const parent = parents.get(parentName(String(change.to)));
    if (typeof parent === 'string') return change;
    const message =
      parent === null
        ? `${provider.title} has several ${above.plural} named “${String(change.to)}”. Show the column of their ids, and fill in the one that you mean.`
        : `${provider.title} has no ${above.singular} named “${String(change.to)}”. Write its name as ${provider.title} shows it.`;
    return { ...change, kind: 'problem', message };
  });
}

/** The changes that name a parent, in new rows that do not give its key. */
function namesOf(
  { key, name }: { readonly key: string; readonly name: string },
  changes: readonly Change[],
): readonly Change[] {
  const keyed = new Set(changes.filter(({ field, to }) => field === key && to !== '').map(({ id }) => id));
  return changes.filter(
    ({ action, kind, field, id }) =>
      action === 'create' && kind !== 'problem' && field === name && !keyed.has(id),
  );
}
