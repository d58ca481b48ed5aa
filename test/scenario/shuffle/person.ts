/** What a person does to a tab between two refreshes, as data that a failing case prints. */
import fc from 'fast-check';
import type { Desk } from '../../../local/desk';
import { cellName } from '../../../local/runtime/workbook/a1';
import { type Formula, FORMS, formulaText } from './own-columns';
import { type Subject, surroundingsOf } from './subjects';
import { cellOf, type Column, columnOf, managed, type TabView, viewOf } from './tab-view';

const DEEDS = [
  'adds values',
  'adds values',
  'adds a formula',
  'adds a formula',
  'moves a column',
  'moves a column',
  'renames a column',
  'hides a column',
  'deletes a column',
  'sorts',
  'sorts',
  'deletes a row',
  'adds a row',
  'edits',
  'edits',
  'edits',
  'edits',
  'paints',
] as const;

/** One deed; the numbers choose among what is there at that moment. */
export interface Deed {
  readonly deed: (typeof DEEDS)[number];
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export const deed: fc.Arbitrary<Deed> = fc.record({
  deed: fc.constantFrom(...DEEDS),
  a: fc.nat(60),
  b: fc.nat(60),
  c: fc.nat(60),
});

const RED = '#ff0000';

/** One person at one tab, who remembers the columns they added. */
export class Person {
  /** By header, the formula that fills a column of theirs; null for values, and for a formula that lost what it read. */
  readonly formulas = new Map<string, Formula | null>();
  private made = 0;

  /** @param story takes what was done, in words */
  constructor(
    private readonly desk: Desk,
    private readonly subject: Subject,
    private readonly story: string[],
  ) {}

  async does({ deed, a, b, c }: Deed): Promise<void> {
    const view = this.look();
    const column = pick(view.columns, a);
    switch (deed) {
      case 'adds values':
        return this.addValues(view, a, b);
      case 'adds a formula':
        return this.addFormula(view, a, b, c);
      case 'moves a column':
        this.tab.moveColumn(column.at + 1, (b % view.columns.length) + 1);
        return this.tell(`moves “${column.header}” to ${String((b % view.columns.length) + 1)}`);
      case 'renames a column':
        return this.rename(column);
      case 'hides a column':
        this.tab.hideColumn(column.header);
        return this.tell(`hides “${column.header}”`);
      case 'deletes a column':
        return this.deleteColumn(column);
      case 'sorts':
        this.tab.sort(column.header, b % 2 === 1);
        return this.tell(`sorts by “${column.header}”${b % 2 === 1 ? ', descending' : ''}`);
      case 'deletes a row':
        return this.deleteRow(view, a);
      case 'adds a row':
        return this.addRow(view, column, b, c);
      case 'edits':
        return this.edit(view, column, b, c);
      case 'paints':
        return this.paint(view, column, b);
    }
  }

  private get tab() {
    return this.desk.tab(this.subject.tab);
  }

  private look(): TabView {
    return viewOf(this.desk, this.subject.tab);
  }

  private tell(what: string): void {
    this.story.push(`The person ${what}.`);
  }

  private addValues(view: TabView, a: number, b: number): void {
    const name = this.newName();
    const cells = view.cells
      .slice(1)
      .map((_, row) => (b % 2 === 0 ? String(row * 10 + b) : `mine ${String(row)}`));
    this.insert(
      view,
      a,
      name,
      cells.map((cell, row) => ((row + b) % 4 === 3 ? '' : cell)),
    );
    this.formulas.set(name, null);
  }

  /** In every row, or only in the upper half. */
  private addFormula(view: TabView, a: number, b: number, c: number): void {
    const name = this.newName();
    const rows = view.cells.length - 1;
    const formula: Formula = {
      form: pick(FORMS, b),
      reads: pick(view.columns, c).handle,
      id: String(pick(view.cells.slice(1), c)?.[columnOf(view, this.key)?.at ?? 0] ?? ''),
    };
    const filled = b % 5 === 4 ? Math.ceil(rows / 2) : rows;
    // The column goes in first, because that moves what it is to read.
    this.insert(view, a, name, []);
    const now = this.look();
    const texts = Array.from(
      { length: filled },
      (_, row) => formulaText(now, this.key, row + 2, formula) ?? '',
    );
    const at = columnOf(now, name)?.at ?? 0;
    this.desk.workbook.sheet(this.subject.tab)?.write(
      2,
      at + 1,
      texts.map((text) => [text]),
      this.desk.user,
    );
    this.formulas.set(name, formula);
    this.tell(`fills ${String(filled)} rows of “${name}” with ${String(texts[0])}`);
  }

  private insert(view: TabView, a: number, name: string, cells: readonly string[]): void {
    const at = (a % (view.columns.length + 1)) + 1;
    this.tab.insertColumn(at, name, cells);
    this.tell(
      `inserts “${name}” at ${String(at)}${cells.length > 0 ? ` with ${JSON.stringify(cells)}` : ''}`,
    );
  }

  private rename(column: Column): void {
    const name = this.newName();
    this.tab.renameHeader(column.header, name);
    this.tell(`renames “${column.header}” to “${name}”`);
    const own = this.formulas.get(column.header);
    if (own === undefined) return;
    this.formulas.delete(column.header);
    this.formulas.set(name, own);
    for (const [each, formula] of this.formulas) {
      if (formula?.reads === column.handle) this.formulas.set(each, { ...formula, reads: name });
    }
  }

  /** Any but the one that tells the rows apart. */
  private deleteColumn(column: Column): void {
    if (column.handle === this.key) return;
    this.tab.deleteColumn(column.header);
    this.formulas.delete(column.header);
    for (const [each, formula] of this.formulas) {
      if (formula?.reads === column.handle) this.formulas.set(each, null);
    }
    this.tell(`deletes “${column.header}”`);
  }

  private deleteRow(view: TabView, a: number): void {
    const id = cellOf(view, 1 + (a % Math.max(1, view.cells.length - 1)), this.key);
    if (id === '') return;
    this.tab.deleteRow(String(id));
    this.tell(`deletes the row of ${String(id)}`);
  }

  /** A row of their own below the others: without an id, or with one that no platform gave. */
  private async addRow(view: TabView, column: Column, b: number, c: number): Promise<void> {
    const row = view.cells.length + 1 + (b % 2);
    const id = columnOf(view, this.key)?.at ?? 0;
    if (c % 3 === 0) await this.type(row, id, `mine-${String((this.made += 1))}`);
    if (column.at !== id) await this.type(row, column.at, `of my own ${String(c)}`);
  }

  /** A cell of a field, of the Status column or of a column of their own; never an id. */
  private async edit(view: TabView, column: Column, b: number, c: number): Promise<void> {
    if (view.cells.length < 2 || column.handle === this.key) return;
    const field = this.subject.fields.find(({ key }) => managed(key) === column.handle);
    const texts = field?.kind.typed(surroundingsOf(this.desk, this.subject)) ?? ['anything', '12', ''];
    await this.type(2 + (b % (view.cells.length - 1)), column.at, pick(texts, c));
  }

  private paint(view: TabView, column: Column, b: number): void {
    const row = 2 + (b % Math.max(1, view.cells.length - 1));
    const sheet = this.desk.workbook.sheet(this.subject.tab);
    sheet?.restyle({ row, column: column.at + 1, rows: 1, columns: 1 }, 'background', () => RED);
    sheet?.setNote(row, column.at + 1, 'Ask Ann about this one.');
    this.tell(`paints ${cellName(row, column.at + 1)} and writes a note`);
  }

  private async type(row: number, column: number, text: string): Promise<void> {
    const name = cellName(row, column + 1);
    await this.tab.type(name, text);
    this.tell(`types ${JSON.stringify(text)} into ${name}`);
  }

  private get key(): string {
    return managed(this.subject.key);
  }

  private newName(): string {
    return `Own ${String((this.made += 1))}`;
  }
}

export function pick<Item>(items: readonly Item[], n: number): Item {
  const item = items[n % items.length];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}
