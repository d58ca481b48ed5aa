/** What is known of a row before anybody looks at what came this time. */
import type { CellValue } from '../../ports/grid';
import type { Snapshot, SnapshotRow } from './snapshot';
import { goneSince } from './status';

export interface RowMemory {
  /** Null where nobody remembers the record. */
  readonly earlier: SnapshotRow | null;
  /** The day since when its record did not come back. */
  readonly gone?: string;
}

/** `status` is the row's cell in the Status column. */
export function rowMemory(snapshot: Snapshot | null, id: string, status: CellValue): RowMemory {
  const earlier = snapshot?.rows.get(id) ?? null;
  const gone = earlier ? earlier.gone : (goneSince(status) ?? undefined);
  return { earlier, ...(gone === undefined ? {} : { gone }) };
}
