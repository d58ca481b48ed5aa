/** Where this file lists a platform's people: the e-mail addresses of its Users tab, for drop-downs of people. */
import { keyOfNote } from '../core/table/note';
import type { Ports } from '../ports';
import type { TabRef } from '../ports/grid';
import type { ProviderDefinition } from '../providers/definition';
import type { TabIndex } from './tab-index';

/** Null where nobody has pulled the users into a tab, or has taken their addresses out of it. */
export function peopleColumn(
  ports: Ports,
  { provider, resources }: ProviderDefinition,
  index: TabIndex,
): { readonly tab: TabRef; readonly column: number } | null {
  const address = resources
    .find(({ resource }) => resource === 'users')
    ?.fields.find(({ type }) => type === 'email');
  const tabs = index.of(provider, 'users');
  // A selection lacks people.
  const entry = tabs.find(({ filters }) => filters.length === 0) ?? tabs[0];
  if (!address || !entry) return null;
  const tab = { id: entry.id, name: entry.tab };
  const column = (ports.grid.headerNotes(tab) ?? []).map(keyOfNote).indexOf(address.key) + 1;
  return column > 0 ? { tab, column } : null;
}
