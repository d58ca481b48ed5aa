/** A tab while a push settles in it: its columns and rows, what is about to be written, and how a cell reads with that. */
import type { CellValue, Rect, TabImage, TabOperation } from '../../ports/grid';
import type { CodecContext } from '../table/codec/codec';
import { idText } from '../table/codec/text';
import { GREY } from '../table/colours';
import { bindColumns } from '../table/column-binding';
import { type ColumnRun, neighbours } from '../table/cover';
import { isMoneyFormat } from '../table/currency';
import type { Field } from '../table/field';
import type { Snapshot } from '../table/snapshot';
import { STATUS_KEY } from '../table/status';
import { TabDraft } from '../table/tab-draft';
import { GENERAL, isGeneral } from '../table/typed-text';

/** A field's column. */
export interface SettledColumn {
  readonly field: Field;
  /** Position, from 1. */
  readonly at: number;
}

export class SettledTab {
  /** By field key, of every field that is offered and has a column. */
  readonly columns: ReadonlyMap<string, SettledColumn>;
  /** Index of the row by id; an id that several rows have has none, since nobody can tell which is the record's. */
  readonly rows: ReadonlyMap<string, number>;
  private readonly status: number | null;
  private readonly values = new Map<number, Map<number, CellValue>>();
  private readonly formats = new Map<number, Map<number, string>>();

  constructor(
    private readonly image: TabImage,
    fields: readonly Field[],
    snapshot: Snapshot,
    private readonly key: string,
    private readonly context: CodecContext,
  ) {
    const { found } = bindColumns(image, fields, snapshot);
    const bound = fields.flatMap((field) => {
      const from = found.get(field.key);
      return from === undefined ? [] : [[field.key, { field, at: from + 1 }] as const];
    });
    this.columns = new Map(bound);
    const status = found.get(STATUS_KEY);
    this.status = status === undefined ? null : status + 1;
    this.rows = this.rowsById();
  }

  /** Indexes of rows with content and without an id. */
  unnamed(): number[] {
    const key = this.columns.get(this.key);
    return this.image.values.flatMap((cells, index) =>
      index > 0 && key && this.idAt(index) === '' && cells.some((cell) => cell !== '') ? [index] : [],
    );
  }

  /** What a cell holds, or is about to. */
  cell(index: number, { at }: Pick<SettledColumn, 'at'>): CellValue {
    return this.values.get(at)?.get(index) ?? this.image.values[index]?.[at - 1] ?? '';
  }

  write(index: number, column: Pick<SettledColumn, 'at'>, value: CellValue): void {
    if (this.cell(index, column) !== value) put(this.values, column.at, index, value);
  }

  /** Gives a cell the format that a refresh would give it: a currency’s always, any other where nobody has chosen one. */
  dress(index: number, { field, at }: SettledColumn, format: string, isNew: boolean): void {
    const current = this.image.formats[index]?.[at - 1] ?? '';
    const fits = field.type === 'money' && isMoneyFormat(current) ? true : isNew && isGeneral(current);
    if (fits && current !== format && format !== GENERAL) put(this.formats, at, index, format);
  }

  /** Whether the ids in this tab are numbers. */
  countsIds(): boolean {
    const at = this.columns.get(this.key)?.at ?? 0;
    return this.image.values.some((cells, index) => index > 0 && typeof cells[at - 1] === 'number');
  }

  word(index: number): CellValue {
    return this.status === null ? '' : this.cell(index, { at: this.status });
  }

  say(index: number, word: CellValue): void {
    if (this.status !== null) this.write(index, { at: this.status }, word);
  }

  /** `leaving` turn grey, `returning` have the default colour again, `made` get the checkboxes of yes/no columns. */
  operations(rows: {
    readonly leaving: readonly number[];
    readonly returning: readonly number[];
    readonly made: readonly number[];
  }): TabOperation[] {
    const places = [...this.columns.values()].map(({ at }) => ({ at, from: at - 1 }));
    const status = this.status === null ? null : { at: this.status, from: this.status - 1 };
    const draft = new TabDraft(
      this.image,
      { fields: places, status, insertion: { at: 1, count: 0 } },
      this.context,
    );
    for (const [at, cells] of this.formats)
      for (const [row, format] of inOrder(cells)) draft.setFormat(at, row, format);
    for (const [at, cells] of this.values)
      for (const [row, value] of inOrder(cells)) draft.setValue(at, row, value);
    const boxes = neighbours(
      [...this.columns.values()].filter(({ field }) => field.type === 'boolean').map(({ at }) => at),
    );
    const boxed = rectsOf(boxes, rows.made);
    const plain = rectsOf(draft.runs(), rows.returning);
    const grey = rectsOf(draft.runs(), rows.leaving);
    return [
      ...draft.operations(),
      ...(boxed.length > 0 ? [{ kind: 'checkboxes', at: boxed } as const] : []),
      ...(plain.length > 0 ? [{ kind: 'fontColor', at: plain, color: null } as const] : []),
      ...(grey.length > 0 ? [{ kind: 'fontColor', at: grey, color: GREY } as const] : []),
    ];
  }

  private rowsById(): Map<string, number> {
    const rows = new Map<string, number>();
    const twice = new Set<string>();
    for (let index = 1; index < this.image.values.length; index += 1) {
      const id = this.idAt(index);
      if (id === '') continue;
      if (rows.has(id)) twice.add(id);
      rows.set(id, index);
    }
    for (const id of twice) rows.delete(id);
    return rows;
  }

  private idAt(index: number): string {
    const key = this.columns.get(this.key);
    return key ? idText(this.cell(index, key), this.context) : '';
  }
}

function put<Content>(
  layers: Map<number, Map<number, Content>>,
  at: number,
  index: number,
  content: Content,
): void {
  let layer = layers.get(at);
  if (!layer) layers.set(at, (layer = new Map()));
  layer.set(index, content);
}

function inOrder<Content>(cells: ReadonlyMap<number, Content>): (readonly [number, Content])[] {
  return [...cells].sort(([one], [other]) => one - other);
}

function rectsOf(runs: readonly ColumnRun[], indexes: readonly number[]): Rect[] {
  return neighbours(indexes).flatMap((rows) =>
    runs.map(({ first, last }) => ({
      row: rows.first + 1,
      column: first,
      rows: rows.last - rows.first + 1,
      columns: last - first + 1,
    })),
  );
}
