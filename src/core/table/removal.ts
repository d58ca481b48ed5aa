/** Rows of vanished records that can be taken out: those that hold nobody's work. */
import type { CellValue, TabImage, TabOperation } from '../../ports/grid';
import { DELETED_BLOCKS } from './call-budget';
import { says } from './cell';
import type { Canonical, CodecContext } from './codec/codec';
import type { ColumnPlan } from './column-plan';
import { type ColumnRun, neighbours } from './cover';
import { filledDown } from './formula';
import type { KnownRow, RowPlan } from './row-plan';
import { type RowMemory, rowMemory } from './row-memory';
import { type TableInput, tellsGone } from './table';

/** A row far below all others: formulas that are filled down read alike once they are moved there. */
const FAR_DOWN = 20_000_000;

export class Removal {
  private readonly blocks: readonly ColumnRun[];
  private readonly indexes: ReadonlySet<number>;
  private readonly own: readonly number[];
  private readonly context: CodecContext;
  private readonly filled = new Map<number, ReadonlySet<string>>();
  private staying = 0;
  private waiting = 0;

  constructor(
    private readonly input: TableInput,
    private readonly image: TabImage,
    private readonly columns: ColumnPlan,
    private readonly rows: RowPlan,
  ) {
    const { fields, status, resting } = columns;
    const ours = new Set([...fields, ...resting, ...(status ? [status] : [])].map(({ from }) => from));
    this.own = (image.values[0] ?? []).flatMap((_, from) => (ours.has(from) ? [] : [from]));
    this.context = { timeZone: input.timeZone };
    this.blocks = input.removeVanished && tellsGone(input) ? this.choose() : [];
    this.indexes = new Set(
      this.blocks.flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, offset) => first + offset),
      ),
    );
  }

  takes({ index }: KnownRow): boolean {
    return this.indexes.has(index);
  }

  operations(): TabOperation[] {
    if (this.blocks.length === 0) return [];
    const blocks = this.blocks.map(({ first, last }) => ({ row: first + 1, rows: last - first + 1 }));
    return [{ kind: 'deleteRows', blocks }];
  }

  remarks(): string[] {
    const { provider, plural } = this.input.words;
    const isSelection = this.input.kept.filters.length > 0;
    const rowsGone = (count: number): string =>
      `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'} of ${plural} that ${count === 1 ? 'is' : 'are'} ` +
      (isSelection ? 'no longer in this selection' : `gone from ${provider}`);
    const { staying, waiting } = this;
    return [
      ...(staying > 0
        ? [
            `${rowsGone(staying)} ${staying === 1 ? 'stays in the tab, greyed: it holds' : 'stay in the tab, greyed: they hold'} ` +
              'edits that were not sent, or something in your own columns.',
          ]
        : []),
      ...(waiting > 0
        ? [
            `${rowsGone(waiting)} ${waiting === 1 ? 'is greyed for now: it stands' : 'are greyed for now: they stand'} ` +
              'too far from others to be taken out in one go. The next refresh goes on.',
          ]
        : []),
    ];
  }

  /** Blocks of rows that go, the largest where there are too many for one run. */
  private choose(): ColumnRun[] {
    const free: number[] = [];
    for (const row of this.rows.known) {
      if (row.record) continue;
      const memory = rowMemory(this.input.snapshot, row.id, this.statusOf(row));
      if (!memory.earlier && memory.gone === undefined) continue;
      if (this.isEdited(row, memory) || this.holdsOwn(row)) this.staying += 1;
      else free.push(row.index);
    }
    const bySize = neighbours(free).sort((one, other) => size(other) - size(one));
    for (const block of bySize.slice(DELETED_BLOCKS)) this.waiting += size(block);
    return bySize.slice(0, DELETED_BLOCKS).sort((one, other) => one.first - other.first);
  }

  /** Whether a cell says something else than the platform did. A cell of which nobody knows that may be somebody's work. */
  private isEdited({ index }: KnownRow, { earlier }: RowMemory): boolean {
    const cellAt = (from: number): CellValue => this.image.values[index]?.[from] ?? '';
    const edited = this.columns.fields.some(({ field, from }) => {
      if (!field.writable || from === null) return false;
      const baseline = earlier?.values[field.key];
      return baseline === undefined
        ? !isBlank(cellAt(from))
        : !says(field, cellAt(from), baseline, this.context);
    });
    const changed = this.columns.resting.some(({ key, from }) => {
      const baseline = earlier?.values[key];
      return baseline !== undefined && !looksLike(cellAt(from), baseline);
    });
    return edited || changed;
  }

  /** Whether a person wrote something into a column of their own. A formula that fills the column is in every row. */
  private holdsOwn({ index }: KnownRow): boolean {
    return this.own.some((from) => {
      const formula = this.image.formulas[index]?.[from];
      if (!formula) return !isBlank(this.image.values[index]?.[from] ?? '');
      const moved = filledDown(formula, FAR_DOWN - index);
      return moved === null || !this.filledIn(from).has(moved);
    });
  }

  /** The formulas that stand in more than one row of a column, each as it would read far down. */
  private filledIn(from: number): ReadonlySet<string> {
    const known = this.filled.get(from);
    if (known) return known;
    const once = new Set<string>();
    const often = new Set<string>();
    for (const { index } of this.rows.known) {
      const formula = this.image.formulas[index]?.[from];
      const moved = formula ? filledDown(formula, FAR_DOWN - index) : null;
      if (moved !== null) (once.has(moved) ? often : once).add(moved);
    }
    this.filled.set(from, often);
    return often;
  }

  private statusOf({ index }: KnownRow): CellValue {
    const from = this.columns.status?.from ?? null;
    return from === null ? '' : (this.image.values[index]?.[from] ?? '');
  }
}

/** Whether a cell may still say what the platform said, as far as that can be told without knowing the field. */
function looksLike(cell: CellValue, baseline: Canonical): boolean {
  if (cell === baseline || (isBlank(cell) && isBlank(baseline))) return true;
  return cell instanceof Date && (typeof baseline === 'number' || /^\d{4}-\d\d-\d\d/.test(String(baseline)));
}

/** A checkbox that nobody ticked holds FALSE. */
function isBlank(cell: CellValue): boolean {
  return cell === '' || cell === false;
}

function size({ first, last }: ColumnRun): number {
  return last - first + 1;
}
