/** Snapshot mode: a dated copy of the tab after each run, and no more of them than the settings keep. */
import { AppError } from '../core/errors';
import { zoneOf } from '../core/table/wall-clock';
import type { Ports } from '../ports';
import type { TabRef } from '../ports/grid';
import { readSettings } from './settings';

/** A tab's name has at most 100 characters; the stamp takes the rest. */
const NAME_ROOM = 80;

/** A copy that we made; one that a person renamed since is theirs. */
export interface DatedCopy {
  readonly id: number;
  readonly name: string;
}

export interface Copying {
  /** The oldest first. */
  readonly copies: readonly DatedCopy[];
  /** Name of the new one, unless it could not be made. */
  readonly made?: string;
  readonly remarks: readonly string[];
}

/** Copies the tab, and deletes the oldest copies over the limit. `moment` is when the run began: one that is taken up again does not copy twice. */
export function keepDatedCopy(
  ports: Ports,
  tab: TabRef,
  moment: number,
  copies: readonly DatedCopy[],
): Copying {
  const { copiesKept } = readSettings(ports);
  const copying = copyTab(ports, tab, moment, copies);
  return { ...copying, copies: prune(ports, copying.copies, copiesKept) };
}

function copyTab(ports: Ports, tab: TabRef, moment: number, copies: readonly DatedCopy[]): Copying {
  const name = `${tab.name.slice(0, NAME_ROOM)} ${stamp(moment, ports.grid.file().timeZone)}`;
  try {
    const id = ports.grid.copy(tab, name);
    return id === null
      ? { copies, remarks: [] }
      : { copies: [...copies, { id, name }], made: name, remarks: [] };
  } catch (thrown) {
    const { code } = AppError.from(thrown);
    // Made by this very run before it was cut off; or a person's, which is not ours to count and to delete.
    if (code === 'TAB_TAKEN') return { copies, made: name, remarks: [] };
    if (code !== 'FILE_FULL') throw thrown;
    const remark =
      'No dated copy was made: the file holds as many cells as Google Sheets allows. Delete tabs that nobody needs.';
    return { copies, remarks: [remark] };
  }
}

/** A copy that a person renamed is theirs: it neither counts nor goes. */
function prune(ports: Ports, copies: readonly DatedCopy[], limit: number): readonly DatedCopy[] {
  if (copies.length <= limit) return copies;
  const names = new Map(ports.grid.list().map(({ id, name }) => [id, name]));
  const ours = copies.filter(({ id, name }) => names.get(id) === name);
  const over = Math.max(0, ours.length - limit);
  for (const copy of ours.slice(0, over)) ports.grid.remove(copy);
  return ours.slice(over);
}

/** “2026-03-02 09.15”: tab names sort by it, and “:” would have to be quoted in formulas. */
function stamp(moment: number, timeZone: string): string {
  const wall = new Date(zoneOf(timeZone).wallOf(moment)).toISOString();
  return wall.slice(0, 16).replace('T', ' ').replace(':', '.');
}
