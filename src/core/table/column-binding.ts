/** Which column is whose, by the key in its header's note, and where that is lost by its header. */
import type { TabImage } from '../../ports/grid';
import type { Named } from './column-name';
import type { Field } from './field';
import { keyOfNote } from './note';
import type { Snapshot } from './snapshot';
import { STATUS_KEY, STATUS_LABEL } from './status';

export const STATUS: Named = { key: STATUS_KEY, label: STATUS_LABEL };

export interface Binding {
  /** Index of the column by field key, also for fields that are not chosen any more. */
  readonly found: ReadonlyMap<string, number>;
  readonly remarks: readonly string[];
}

/** Finds the columns by their notes, and those whose note is lost by their headers. */
export function bindColumns(image: TabImage, fields: readonly Field[], snapshot: Snapshot | null): Binding {
  const found = new Map<string, number>();
  const remarks: string[] = [];
  const keys = image.headerNotes.map(keyOfNote);
  const header = (image.values[0] ?? []).map((text) => String(text).trim());
  keys.forEach((key, index) => {
    if (key === null) return;
    const earlier = found.get(key);
    if (earlier === undefined) found.set(key, index);
    else
      remarks.push(
        `The columns “${header[earlier]}” and “${header[index]}” show the same field; only the left one is refreshed.`,
      );
  });
  for (const { key, label } of labelsToTry(fields, snapshot, found.size > 0)) {
    if (found.has(key) || label === '') continue;
    const places = header.flatMap((text, index) => (text === label && !keys[index] ? [index] : []));
    const [only] = places;
    if (places.length === 1 && only !== undefined) found.set(key, only);
    if (places.length > 1) {
      remarks.push(
        `Several columns are called “${label}” and none has its note: none of them was refreshed.`,
      );
    }
  }
  return { found, remarks };
}

/**
 * Columns whose note may have been lost, with the header that they had. Only those that we made before: a person's
 * column that happens to have a field's name stays theirs.
 */
function labelsToTry(
  fields: readonly Field[],
  snapshot: Snapshot | null,
  anyNote: boolean,
): readonly Named[] {
  if (!snapshot) return anyNote ? [] : [...fields, STATUS];
  return snapshot.config.columns
    .filter(({ away }) => !away)
    .map(({ key, label, renamed }) => ({ key, label: (renamed ?? label).trim() }));
}
