/** The words in the Status column after a push: what was refused, what still waits, and nothing where nothing does. */
import type { CellValue } from '../../ports/grid';
import { says } from '../table/cell';
import type { CodecContext } from '../table/codec/codec';
import type { SnapshotRow } from '../table/snapshot';
import { ROW_STATUS, saysConflict, saysEdited } from '../table/status';
import type { SettledChange } from './settle';
import type { SettledColumn, SettledTab } from './settled-tab';

export interface EditCounts {
  readonly pending: number;
  readonly conflicts: number;
}

export class RowWords {
  private readonly told = new Map<string, readonly SettledChange[]>();
  /** Index of the row by id. */
  private readonly rows: Map<string, number>;
  private readonly editable: readonly SettledColumn[];

  constructor(
    private readonly tab: SettledTab,
    chosen: ReadonlySet<string>,
    private readonly provider: string,
    private readonly context: CodecContext,
  ) {
    this.rows = new Map(tab.rows);
    this.editable = [...tab.columns.values()].filter(({ field }) => field.writable && chosen.has(field.key));
  }

  /** What became of a record; `index` of a row that has its id only from now on. */
  tell(id: string, results: readonly SettledChange[], index?: number): void {
    this.told.set(id, results);
    if (index !== undefined) this.rows.set(id, index);
  }

  /** A row that did not become a record. */
  tellNew(index: number, results: readonly SettledChange[]): void {
    this.tab.say(index, this.reasonsOf(results) ?? '');
  }

  /** Says it in every row, once all cells are as they shall be, and counts the edits that are left. */
  sayAll(remembered: ReadonlyMap<string, SnapshotRow>): EditCounts {
    let pending = 0;
    let conflicts = 0;
    for (const [id, index] of this.rows) {
      const memory = remembered.get(id);
      if (!memory || memory.gone !== undefined) continue;
      const edited = this.editedIn(index, memory);
      const word = this.wordFor(id, index, edited);
      this.tab.say(index, word);
      const both = saysConflict(word)
        ? Math.min(edited.size, Math.max(1, this.movedIn(id, edited).length))
        : 0;
      conflicts += both;
      pending += edited.size - both;
    }
    return { pending, conflicts };
  }

  /** Keys of the fields in which a row says something else than the platform did. */
  private editedIn(index: number, { values }: SnapshotRow): ReadonlySet<string> {
    const edited = new Set<string>();
    for (const column of this.editable) {
      const { field } = column;
      const baseline = values[field.key];
      const cell = this.tab.cell(index, column);
      if (baseline === undefined || cell === baseline) continue;
      if (!says(field, cell, baseline, this.context)) edited.add(field.key);
    }
    return edited;
  }

  private wordFor(id: string, index: number, edited: ReadonlySet<string>): CellValue {
    const before = this.tab.word(index);
    const results = this.told.get(id);
    if (!results) return edited.size === 0 && saysEdited(before) ? '' : before;
    const left = results.filter(({ change: { field } }) => field === '' || edited.has(field));
    const reasons = this.reasonsOf(left);
    if (reasons !== null) return reasons;
    if (edited.size === 0) return '';
    const isResolved = results.some(
      ({ change, outcome }) => change.kind === 'conflict' && outcome !== 'moved',
    );
    const isConflict = this.movedIn(id, edited).length > 0 || (saysConflict(before) && !isResolved);
    return isConflict ? ROW_STATUS.conflict(this.provider) : ROW_STATUS.pending;
  }

  /** Null where nothing was refused, or sent without an answer. */
  private reasonsOf(results: readonly SettledChange[]): string | null {
    const because = (outcome: SettledChange['outcome']): string[] => [
      ...new Set(results.flatMap((each) => (each.outcome === outcome ? [each.message ?? ''] : []))),
    ];
    const [refused, unknown] = [because('refused'), because('unknown')];
    if (refused.length > 0) return ROW_STATUS.refused(refused.join(' '));
    return unknown.length > 0 ? ROW_STATUS.unconfirmed(unknown.join(' ')) : null;
  }

  private movedIn(id: string, edited: ReadonlySet<string>): readonly SettledChange[] {
    const results = this.told.get(id) ?? [];
    return results.filter(({ outcome, change }) => outcome === 'moved' && edited.has(change.field));
  }
}
