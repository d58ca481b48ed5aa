/** Whatever people do to a tab between refreshes, nothing of theirs is lost and the platform's values are right. */
import fc from 'fast-check';
import { decodeCell, encodeCell, says } from '../../../../src/core/table/cell';
import type { Canonical } from '../../../../src/core/table/codec/codec';
import type { Field } from '../../../../src/core/table/field';
import type { TableInput } from '../../../../src/core/table/table-plan';
import type { TabImage } from '../../../../src/ports/grid';
import { DeskOfOne, FIELDS } from './desk-of-one';
import { fieldOf } from './fields';
import { keyOfNote } from '../../../../src/core/table/note';
import type { ModelCell } from './sheet-model';
import { HOSTILE } from './texts';

const ACTIONS = [
  'insert column',
  'move column',
  'rename column',
  'delete column',
  'lose a note',
  'format column',
  'sort',
  'delete row',
  'write a row of one’s own',
  'write into an own column',
  'edit',
  'edit',
  'edit',
  'change a record',
  'change a record',
  'add a record',
  'drop a record',
  'drop a record',
  'drop a record',
  'bring a record back',
  'choose all fields',
  'withdraw a field',
  'offer a field again',
  'rename a field',
  'turn filters on or off',
  'remove what vanished, or mark it',
  'refresh',
  'refresh',
] as const;

/** A field that is chosen only later. */
const EXTRA = fieldOf({
  key: 'extra',
  label: 'Extra',
  type: 'option',
  writable: true,
  options: [{ value: 'y', label: 'Why, yes' }],
});

const ALL = [...FIELDS, EXTRA];

interface Step {
  readonly action: (typeof ACTIONS)[number];
  readonly a: number;
  readonly b: number;
  readonly text: string;
}

const steps = fc.array(
  fc.record<Step>({
    action: fc.constantFrom(...ACTIONS),
    a: fc.nat({ max: 1000 }),
    b: fc.nat({ max: 1000 }),
    text: fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 6 })),
  }),
  { maxLength: 25 },
);

/** A value of the kind that a platform sends for a field. */
function remoteValue(key: string, { b, text }: Step): unknown {
  const day = new Date(Date.UTC(2026, 0, 1) + b * 86_400_000).toISOString();
  const values: Record<string, unknown> = {
    name: text,
    price: b,
    currency: ['EUR', 'JPY', 'KWD', undefined][b % 4],
    auto: [true, false, null][b % 3],
    end: b % 5 === 0 ? text : day,
    extra: [{ label: `${text}1`, value: 'x' }, 'y'][b % 2],
    tags: b % 2 === 0 ? `${text},b` : [text, 'b'],
    owner: b % 2 === 0 ? { id: b, email: `u${b}@x.io` } : { id: b, fullName: text },
    seen: b % 3 === 0 ? Date.parse(day) + 1234 : day,
  };
  return values[key];
}

/** A tab, and beside it what must be true of it. */
class Play {
  readonly desk: DeskOfOne;
  /** For each column of the sheet: a field's key, `$status`, or null for a person's. */
  columns: (string | null)[];
  /** Edited cells, as “id key”, with what the platform said when they were edited. */
  readonly edits = new Map<string, Canonical>();
  readonly baselines = new Map<string, Canonical>();
  private readonly lost = new Map<string, Record<string, unknown>>();
  /** Edited cells of which nobody knows what the platform said before. */
  private readonly unknown = new Set<string>();
  private chosen = FIELDS.map(({ key }) => key);
  private readonly withdrawn = new Set<string>();
  private readonly labels = new Map<string, string>();
  private filtered = false;
  private next = 100;

  constructor(
    timeZone: string,
    private removing: boolean,
  ) {
    this.desk = new DeskOfOne(timeZone);
    for (let id = 1; id <= 6; id += 1)
      this.addRecord(id, { action: 'add a record', a: id, b: id * 7, text: `App ${id}` });
    this.columns = [...FIELDS.map(({ key }) => key), '$status'];
    this.desk.refresh();
    this.learnBaselines();
  }

  /** Rows with an id, by id. */
  private rows(): Map<string, number> {
    const key = this.columns.indexOf('id') + 1;
    const rows = new Map<string, number>();
    this.desk.sheet.image().values.forEach((_, index) => {
      const id = this.desk.sheet.read(index + 1, key);
      if (index > 0 && id !== '') rows.set(String(id), index + 1);
    });
    return rows;
  }

  act(step: Step): void {
    const { sheet } = this.desk;
    const ids = [...this.rows().keys()];
    const id = ids[step.a % Math.max(1, ids.length)];
    const column = step.b % this.columns.length;
    const key = this.columns[column];
    switch (step.action) {
      case 'insert column':
        sheet.insertColumns(column + 1, 1);
        this.columns.splice(column, 0, null);
        sheet.write(1, column + 1, `Mine ${step.a}`);
        sheet.write(2, column + 1, `'${step.text}`);
        sheet.write(3, column + 1, '=1+1');
        return;
      case 'move column': {
        const to = step.a % this.columns.length;
        for (const row of sheet.cells) {
          while (row.length < this.columns.length)
            row.push({ value: '', formula: '', format: 'General', color: null });
          row.splice(to, 0, ...row.splice(column, 1));
        }
        while (sheet.notes.length < this.columns.length) sheet.notes.push('');
        sheet.notes.splice(to, 0, ...sheet.notes.splice(column, 1));
        this.columns.splice(to, 0, ...this.columns.splice(column, 1));
        return;
      }
      case 'rename column':
        if (sheet.notes[column]) sheet.write(1, column + 1, `Renamed ${step.a}`);
        return;
      case 'delete column':
        if (key === 'id' || key === '$status' || !key) return;
        for (const row of sheet.cells) row.splice(column, 1);
        sheet.notes.splice(column, 1);
        this.columns.splice(column, 1);
        this.forget((name) => name.endsWith(` ${key}`));
        return;
      case 'lose a note':
        if (key && String(sheet.read(1, column + 1)) === this.labelSeen(key)) sheet.notes[column] = '';
        return;
      case 'format column': {
        const format = ['General', '0.00', '"$"#,##0', 'd mmm yyyy', '@'][step.a % 5] ?? 'General';
        for (let row = 2; row <= sheet.cells.length; row += 1) {
          const cell = sheet.cell(row, column + 1);
          // A formula or a date is not what it was once its cell is plain text, and the other way round.
          if (typeof cell.value !== 'object') cell.format = format;
        }
        return;
      }
      case 'sort': {
        const [header = [], ...body] = sheet.cells;
        const turn = step.a % Math.max(1, body.length);
        sheet.cells = [header, ...body.slice(turn), ...body.slice(0, turn)];
        return;
      }
      case 'delete row': {
        const row = id === undefined ? undefined : this.rows().get(id);
        if (row === undefined) return;
        sheet.cells.splice(row - 1, 1);
        this.forget((name) => name.startsWith(`${id} `));
        return;
      }
      case 'write a row of one’s own': {
        const row = sheet.image().values.length + 2;
        this.columns.forEach((at, index) => {
          if (at !== 'id') sheet.write(row, index + 1, `'${step.text}`);
        });
        return;
      }
      case 'write into an own column': {
        const own = this.columns.indexOf(null);
        if (own >= 0) sheet.write(2 + (step.a % 8), own + 1, `'${step.text}!`);
        return;
      }
      case 'edit': {
        const writable = this.columns.filter((at) => ALL.some((field) => field.key === at && field.writable));
        const edited = writable[step.b % Math.max(1, writable.length)];
        const row = id === undefined ? undefined : this.rows().get(id);
        if (!edited || row === undefined) return;
        sheet.write(
          row,
          this.columns.indexOf(edited) + 1,
          edited === 'auto' ? step.a % 2 === 0 : `'${step.text}`,
        );
        const before = this.baselines.get(`${id} ${edited}`);
        if (before === undefined) this.unknown.add(`${id} ${edited}`);
        else if (!this.edits.has(`${id} ${edited}`)) this.edits.set(`${id} ${edited}`, before);
        return;
      }
      case 'change a record': {
        const known = [...this.desk.records.keys()];
        const changed = known[step.a % Math.max(1, known.length)];
        const field =
          ['name', 'price', 'currency', 'auto', 'end', 'tags', 'owner', 'seen', 'extra'][step.b % 9] ??
          'name';
        if (changed) this.desk.put({ id: changed, [field]: remoteValue(field, step) });
        return;
      }
      case 'add a record':
        this.addRecord((this.next += 1), step);
        return;
      case 'drop a record': {
        const record = id === undefined ? undefined : this.desk.records.get(id);
        if (id === undefined || !record) return;
        this.lost.set(id, record);
        this.desk.records.delete(id);
        return;
      }
      case 'bring a record back': {
        const [back] = [...this.lost];
        if (!back) return;
        this.desk.records.set(...back);
        this.lost.delete(back[0]);
        return;
      }
      case 'choose all fields':
        this.chosen = ALL.map((field) => field.key);
        this.refresh(true);
        return;
      case 'withdraw a field':
        if (this.chosen[step.b % this.chosen.length] !== 'id') {
          this.withdrawn.add(this.chosen[step.b % this.chosen.length] ?? '');
        }
        return;
      case 'offer a field again': {
        const [back] = this.withdrawn;
        if (back !== undefined) this.withdrawn.delete(back);
        return;
      }
      case 'rename a field':
        this.labels.set(ALL[step.b % ALL.length]?.key ?? '', `Label ${step.a}`);
        return;
      case 'turn filters on or off':
        this.filtered = !this.filtered;
        return;
      case 'remove what vanished, or mark it':
        this.removing = !this.removing;
        return;
      case 'refresh':
        this.refresh();
    }
  }

  private addRecord(id: number, step: Step): void {
    const record: Record<string, unknown> = { id };
    for (const key of ['name', 'price', 'currency', 'auto', 'end', 'tags', 'owner', 'seen', 'extra']) {
      record[key] = remoteValue(key, step);
    }
    this.desk.put(record);
  }

  private labelSeen(key: string): string | undefined {
    const column = this.desk.snapshot()?.config.columns.find((known) => known.key === key);
    return column?.renamed ?? column?.label;
  }

  private forget(isGone: (name: string) => boolean): void {
    for (const name of [...this.edits.keys()]) if (isGone(name)) this.edits.delete(name);
    for (const name of [...this.unknown]) if (isGone(name)) this.unknown.delete(name);
  }

  /** What the platform offers of the chosen fields, under the names that they have now. */
  private offered(): Field[] {
    return ALL.filter(({ key }) => this.chosen.includes(key) && !this.withdrawn.has(key)).map((field) => ({
      ...field,
      label: this.labels.get(field.key) ?? field.label,
    }));
  }

  private more(chosenNow: boolean): Partial<TableInput> {
    const filters = this.filtered ? [{ field: 'name', test: 'isNotEmpty' as const, values: [] }] : [];
    const kept = { filters, mode: 'mirror', copies: [] };
    return { chosenNow, chosen: this.chosen, removeVanished: this.removing, kept };
  }

  /** Rows may be taken out that the platform does not have and in which nobody has written anything. */
  private checkRemoved(id: string, row: number, image: TabImage): void {
    const { timeZone } = this.desk;
    expect({ id, known: this.desk.records.has(id), removing: this.removing }).toEqual({
      id,
      known: false,
      removing: true,
    });
    this.columns.forEach((key, column) => {
      const cell = image.values[row - 1]?.[column] ?? '';
      if (key === null) {
        expect([cell === false ? '' : cell, image.formulas[row - 1]?.[column] ?? '']).toEqual(['', '']);
      }
      const base = this.edits.get(`${id} ${key}`);
      const field = ALL.find((each) => each.key === key);
      if (base !== undefined && field && !(cell instanceof Date)) {
        expect({ id, key, cell, same: says(field, cell, base, { timeZone }) }).toMatchObject({ same: true });
      }
    });
    this.forget((name) => name.startsWith(`${id} `));
  }

  /** Refreshes and checks everything that must hold. */
  refresh(chosenNow = false): void {
    const { sheet } = this.desk;
    const image = sheet.image();
    const before: ModelCell[][] = sheet.cells.map((row) => row.map((cell) => ({ ...cell })));
    const rows = this.rows();
    let used = image.values.length;
    this.desk.fields = this.offered();
    const { plan, snapshot } = this.desk.refresh(this.more(chosenNow));
    this.chosen = [...snapshot.config.fields];
    const taken = plan.operations.flatMap((operation) =>
      operation.kind === 'deleteRows' ? operation.blocks : [],
    );
    for (const block of [...taken].sort((one, other) => other.row - one.row)) {
      before.splice(block.row - 1, block.rows);
      used -= block.rows;
      for (const [id, row] of rows) {
        if (row >= block.row + block.rows) rows.set(id, row - block.rows);
        else if (row >= block.row) {
          this.checkRemoved(id, row, image);
          rows.delete(id);
        }
      }
    }
    for (const operation of plan.operations) {
      if (operation.kind !== 'insertColumns') continue;
      const { column, count } = operation;
      const keys = sheet.notes.slice(column - 1, column - 1 + count).map(keyOfNote);
      this.columns.splice(column - 1, 0, ...keys);
      for (const row of before) {
        const blank = (): ModelCell => ({ value: '', formula: '', format: '', color: null });
        row.splice(column - 1, 0, ...keys.map(blank));
      }
    }
    if (chosenNow) {
      for (const { key } of this.desk.fields) expect(this.columns).toContain(key);
      expect(this.desk.fields).toHaveLength(ALL.length - this.withdrawn.size);
    }
    expect(sheet.cells.length).toBeLessThanOrEqual(Math.max(before.length, used + this.desk.records.size));
    this.columns.forEach((key, column) => {
      before.forEach((cells, row) => {
        const isKnown = [...rows.values()].includes(row + 1);
        if (key !== null && !this.withdrawn.has(key) && (isKnown || row === 0)) return;
        if (row >= used) return;
        const { value, formula } = cells[column] ?? { value: '', formula: '' };
        expect({
          row,
          column,
          value: sheet.cell(row + 1, column + 1).value,
          formula: sheet.cell(row + 1, column + 1).formula,
        }).toEqual({ row, column, value, formula });
      });
    });
    const after = this.rows();
    for (const [id, row] of rows) expect(after.get(id)).toBe(row);
    for (const id of this.desk.records.keys()) expect(after.has(id)).toBe(true);
    for (const [id, row] of after) this.checkRow(id, row, before);
    this.desk.fields = this.offered();
    const again = this.desk.plan(this.more(false));
    expect(again.plan.operations.filter(({ kind }) => kind !== 'formats' && kind !== 'notes')).toEqual([]);
    expect(again.statusOnly).toBe(true);
    this.learnBaselines();
  }

  private checkRow(id: string, row: number, before: readonly ModelCell[][]): void {
    const { sheet, timeZone } = this.desk;
    const record = this.desk.records.get(id);
    const status = sheet.read(row, this.columns.indexOf('$status') + 1);
    if (!record) {
      expect(status).toMatch(this.filtered ? /^No longer in this selection of / : /^Gone from Torii since /);
      return;
    }
    let word = '';
    let sure = true;
    for (const field of ALL) {
      const column = this.columns.indexOf(field.key);
      if (column < 0 || this.withdrawn.has(field.key)) continue;
      const cell = sheet.read(row, column + 1);
      const remote = encodeCell(field, record[field.key], record, { timeZone });
      const now = decodeCell(field, remote.value, { timeZone }).value;
      const base = this.edits.get(`${id} ${field.key}`);
      if (this.unknown.has(`${id} ${field.key}`)) {
        if (says(field, cell, now, { timeZone })) this.unknown.delete(`${id} ${field.key}`);
        else expect(sheet.cell(row, column + 1).value).toEqual(before[row - 1]?.[column]?.value);
        sure = false;
        continue;
      }
      if (base === undefined || says(field, cell, now, { timeZone })) {
        this.edits.delete(`${id} ${field.key}`);
        expect({ id, key: field.key, says: says(field, cell, now, { timeZone }) }).toEqual({
          id,
          key: field.key,
          says: true,
        });
        continue;
      }
      // An edit: kept to the letter.
      expect(sheet.cell(row, column + 1).value).toEqual(before[row - 1]?.[column]?.value);
      const changed = !says(field, remote.value, base, { timeZone });
      if (changed) word = 'Edited here and changed in Torii';
      else word ||= 'Edited, not sent';
    }
    if (sure) expect({ id, status }).toEqual({ id, status: word });
  }

  private learnBaselines(): void {
    for (const [id, record] of this.desk.records) {
      for (const field of ALL) {
        if (this.edits.has(`${id} ${field.key}`) || this.withdrawn.has(field.key)) continue;
        const { value } = encodeCell(field, record[field.key], record, { timeZone: this.desk.timeZone });
        this.baselines.set(
          `${id} ${field.key}`,
          decodeCell(field, value, { timeZone: this.desk.timeZone }).value,
        );
      }
    }
  }
}

it('keeps what people did and shows what the platform has', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati');
  fc.assert(
    fc.property(zones, fc.boolean(), steps, (timeZone, removing, script) => {
      const play = new Play(timeZone, removing);
      for (const step of script) play.act(step);
      play.refresh();
    }),
    { numRuns: 200 },
  );
});
