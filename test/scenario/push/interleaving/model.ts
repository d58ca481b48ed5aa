/** What tab and platform must hold, by the journal and by what people did: nothing else may have changed either of them. */
import type { Item, JournalLine, ServerRecord } from '../push-desk';

export type Plain = string | number | boolean;

/** By field key. */
type Values = Map<string, Plain>;

/** A record in the tab. */
interface Row {
  readonly cells: Values;
  /** What the platform said when each cell was last taken from there. */
  readonly said: Values;
}

/** What the platform holds where there is nothing is nothing, however it says so. */
const plain = (value: unknown): Plain => (value ?? '') as Plain;

export class Model {
  private readonly rows = new Map<string, Row>();
  private readonly records = new Map<string, Values>();
  /** Names of contracts that were typed into new rows. */
  readonly wished = new Set<string>();
  /** By id, those of them that the journal says were made and that nobody has removed since. */
  private readonly made = new Map<string, string>();

  constructor(
    private readonly fields: readonly string[],
    records: readonly ServerRecord[],
  ) {
    for (const record of records) this.adds(record);
    this.refreshes();
  }

  /** Ids of the rows. */
  get ids(): string[] {
    return [...this.rows.keys()];
  }

  /** Ids of the records. */
  get remoteIds(): string[] {
    return [...this.records.keys()];
  }

  edits(id: string, field: string, value: Plain): void {
    this.rows.get(id)?.cells.set(field, value);
  }

  changesThere(id: string, field: string, value: Plain): void {
    this.records.get(id)?.set(field, value);
  }

  removesThere(id: string): void {
    this.records.delete(id);
    this.made.delete(id);
  }

  adds(record: ServerRecord): void {
    const values = this.fields.map((field): [string, Plain] => [field, plain(record[field])]);
    this.records.set(String(record['id']), new Map(values));
  }

  /** The platform's values come in where nobody edited; an edit stays, and what it is compared with stays as well. */
  refreshes(): void {
    for (const [id, record] of this.records) {
      const row = this.rows.get(id);
      if (row === undefined) {
        this.rows.set(id, { cells: new Map(record), said: new Map(record) });
        continue;
      }
      for (const [field, now] of record) {
        const isEdited = row.cells.get(field) !== row.said.get(field);
        if (isEdited && row.cells.get(field) !== now) continue;
        row.cells.set(field, now);
        row.said.set(field, now);
      }
    }
  }

  /** What a preview must show of the records that are there, by “id field”. */
  shown(): Map<string, Pick<Item, 'kind' | 'from' | 'to' | 'live'>> {
    const items = new Map<string, Pick<Item, 'kind' | 'from' | 'to' | 'live'>>();
    for (const [id, { cells, said }] of this.rows) {
      const record = this.records.get(id);
      if (record === undefined) continue;
      for (const field of this.fields) {
        const [from = '', to = '', live = ''] = [said.get(field), cells.get(field), record.get(field)];
        if (from === to) continue;
        const kind = live === to ? 'same' : live === from ? 'change' : 'conflict';
        items.set(`${id} ${field}`, { kind, from, to, live });
      }
    }
    return items;
  }

  /**
   * Takes in what a push has sent by its journal.
   * @returns what it must not have done
   */
  sent(lines: readonly JournalLine[], items: readonly Item[], purpose: 'push' | 'undo'): string[] {
    const wrong: string[] = [];
    for (const line of lines) {
      if (line.outcome !== 'sent') continue;
      if (line.action === 'create') {
        if (line.field === 'name') this.makes(line);
        continue;
      }
      const name = `${line.field} of ${line.id}`;
      const item = items.find(({ id, field }) => id === line.id && field === line.field);
      const record = this.records.get(line.id);
      if (item === undefined) wrong.push(`${name} was sent and not shown`);
      if (record === undefined) {
        wrong.push(`${name} was sent although the record is gone`);
        continue;
      }
      if (line.action === 'delete') {
        this.removesThere(line.id);
        continue;
      }
      const before = record.get(line.field);
      const shown = item?.live ?? item?.from;
      if (before !== shown && before !== line.after) {
        wrong.push(`${name} was ${String(before)}, which nobody was shown: ${String(shown)}`);
      }
      record.set(line.field, line.after);
      this.settles(line, purpose);
    }
    return wrong;
  }

  /** The row that it was made from gets its id. */
  private makes({ id, after }: JournalLine): void {
    const nothing = this.fields.map((field): [string, Plain] => [field, '']);
    this.records.set(id, new Map(nothing));
    this.rows.set(id, { cells: new Map(nothing), said: new Map(nothing) });
    this.made.set(id, String(after));
  }

  private settles({ id, field, before, after }: JournalLine, purpose: 'push' | 'undo'): void {
    const row = this.rows.get(id);
    if (row === undefined) return;
    // A cell that says what is taken back goes along; one that was typed over since stays.
    if (purpose === 'undo' && row.cells.get(field) === before) row.cells.set(field, after);
    row.said.set(field, after);
  }

  /** How the platform differs from what journal and people account for. */
  unexplained(records: readonly ServerRecord[]): string[] {
    const wrong: string[] = [];
    const names = records.map((record) => String(record['name']));
    const made = [...this.made.values()];
    for (const name of this.wished) {
      const count = names.filter((each) => each === name).length;
      if (count !== (made.includes(name) ? 1 : 0)) wrong.push(`“${name}” is there ${String(count)} times`);
    }
    for (const [id, values] of this.records) {
      const record = records.find((each) => String(each['id']) === id);
      for (const [field, value] of values) {
        const now = plain(record?.[field]);
        if (now !== value) wrong.push(`${field} of ${id} is ${String(now)} there, not ${String(value)}`);
      }
    }
    return wrong;
  }

  /** How the tab differs from what people typed and the platform said. @param cell what stands in the cell of a record */
  lost(cell: (id: string, field: string) => unknown): string[] {
    return [...this.rows].flatMap(([id, { cells }]) =>
      [...cells]
        .filter(([field, value]) => plain(cell(id, field)) !== value)
        .map(([field, value]) => `${field} of ${id} shows ${String(cell(id, field))}, not ${String(value)}`),
    );
  }
}
