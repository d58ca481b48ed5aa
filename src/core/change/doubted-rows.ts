/** New rows whose record an earlier push may have made already: nobody confirmed it, or its id never came into the tab. */
import type { JournalEntry, JournalOutcome } from '../log/push-journal';
import type { Change } from './change';
import type { EditedTable } from './edited-table';

/** What became of creations that may have arrived. */
const ARRIVED: ReadonlySet<JournalOutcome> = new Set<JournalOutcome>(['sending', 'sent', 'unknown']);

/**
 * By “row 12”, when the creation was begun that may have made the record of such a row, milliseconds since 1970. A row is known again
 * by what every new record must have. `entries` are those of the tab.
 */
export function doubtedRows(
  changes: readonly Change[],
  entries: readonly JournalEntry[],
  { creating, snapshot }: Pick<EditedTable, 'creating' | 'snapshot'>,
): ReadonlyMap<string, number> {
  const required = creating?.required ?? [];
  const open = entries.filter(
    ({ action, outcome, id }) => action === 'create' && ARRIVED.has(outcome) && !snapshot.rows.has(id),
  );
  const sent = open.map((entry) => ({ ...entry, id: `${entry.plan} ${entry.row}`, to: entry.after }));
  const begun = new Map(sent.map(({ id, at }) => [id, at]));
  const made = new Map([...faces(sent, required)].map(([id, face]) => [face, begun.get(id) ?? 0]));
  const rows = faces(
    changes.filter(({ action, kind }) => action === 'create' && kind === 'change'),
    required,
  );
  return new Map(
    [...rows].flatMap(([id, face]) => {
      const at = made.get(face);
      return at === undefined ? [] : [[id, at]];
    }),
  );
}

/**
 * The changes, those of rows in doubt as conflicts: they are sent only where a person chooses so. `found` has for each of them
 * the id of the record that is there, null where nobody could look.
 */
export function doubtNewRows(
  changes: readonly Change[],
  found: ReadonlyMap<string, string | null>,
  { words }: Pick<EditedTable, 'words'>,
): readonly Change[] {
  const { provider, singular } = words;
  return changes.map((change) => {
    const id = found.get(change.id);
    if (id === undefined || change.action !== 'create' || change.kind === 'problem') return change;
    const message =
      id === null
        ? `An earlier push sent a new ${singular} like this one, which may be there already. Refresh and look for it; send this row only where ${provider} does not have it.`
        : `An earlier push has made this ${singular} already: ${provider} has it as ${id}. Refresh, and delete this row; or send it all the same to have it twice.`;
    return { ...change, kind: 'conflict', message };
  });
}

/** By id, what rows say of the fields that a new record must have, as one text; none for a row that lacks one of them. */
function faces(
  cells: readonly Pick<Change, 'id' | 'field' | 'to'>[],
  required: readonly string[],
): ReadonlyMap<string, string> {
  const said = new Map<string, Map<string, string>>();
  for (const { id, field, to } of cells) {
    const row = said.get(id) ?? new Map<string, string>();
    said.set(id, row.set(field, String(to).trim().toLowerCase()));
  }
  return new Map(
    [...said].flatMap(([id, row]) =>
      required.every((key) => row.has(key))
        ? [[id, JSON.stringify(required.map((key) => row.get(key)))]]
        : [],
    ),
  );
}
