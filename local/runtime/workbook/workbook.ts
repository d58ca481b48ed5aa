/** The spreadsheet file: its tabs, and what belongs to no single one. */
import { createHash } from 'node:crypto';
import { ScriptError } from '../service-object';
import { Calculation } from './calculation';
import { Formula } from './content';
import { copyProtection, copySheet, CopyMap } from './copying';
import { adjustFormula, type StructuralEdit } from './formula/references';
import { MAX_CELLS, MAX_TAB_NAME, NEW_TAB } from './limits';
import { isAlive, sheetOfPlace, type MetadataEntry } from './metadata';
import type { NamedRange } from './named-range';
import type { Protection } from './protection';
import { Sheet } from './sheet';
import type { XlsxSource } from './xlsx';
import { xlsxSource } from './xlsx-source';

export interface WorkbookOptions {
  readonly name?: string;
  /** IANA name. */
  readonly timeZone?: string;
  /** As Sheets names it, such as `en_US`. */
  readonly locale?: string;
  /** E-mail address. */
  readonly owner?: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

let made = 0;

export class Workbook {
  readonly id: string;
  name: string;
  timeZone: string;
  locale: string;
  readonly now: () => number;
  /** E-mail address; '' until somebody opens the file. */
  owner: string;
  /** E-mail addresses of those who may edit, besides the owner. */
  readonly editors = new Set<string>();
  readonly viewers = new Set<string>();
  /** Grows with every change. */
  version = 0;
  readonly calculation = new Calculation(this);

  #sheets: Sheet[] = [];
  #active: Sheet;
  #namedRanges: NamedRange[] = [];
  #protections: Protection[] = [];
  #metadata: MetadataEntry[] = [];
  #sheetsMade = 0;
  #idsGiven = 0;

  /** Starts with one empty tab, Sheet1. */
  constructor(options: WorkbookOptions) {
    const digest = createHash('sha256').update(`workbook ${++made}`);
    this.id = `1${digest.digest('base64url')}`;
    this.name = options.name ?? 'Untitled spreadsheet';
    this.timeZone = options.timeZone ?? 'America/New_York';
    this.locale = options.locale ?? 'en_US';
    this.owner = options.owner ?? '';
    this.now = options.now;
    this.#active = new Sheet(this, this.#nextSheetId(), 'Sheet1');
    this.#sheets.push(this.#active);
  }

  /** From left to right, hidden ones too. */
  sheets(): readonly Sheet[] {
    return this.#sheets;
  }

  sheet(name: string): Sheet | null {
    return this.#sheets.find((sheet) => sheet.name === name) ?? null;
  }

  sheetById(id: number): Sheet | null {
    return this.#sheets.find((sheet) => sheet.id === id) ?? null;
  }

  /** The tab in front. */
  get active(): Sheet {
    return this.#active;
  }

  set active(sheet: Sheet) {
    this.#active = sheet;
    this.touch();
  }

  /** Adds an empty tab, which comes to the front. `index` counts from 0; without one it lands behind the active tab. */
  insertSheet(name?: string, index?: number): Sheet {
    const title = name ?? this.#freeName('Sheet', this.#sheets.length + 1);
    this.demandFreeName(title);
    this.demandSpace(NEW_TAB.rows * NEW_TAB.columns);
    const sheet = new Sheet(this, this.#nextSheetId(), title);
    this.#sheets.splice(this.#place(index), 0, sheet);
    this.#active = sheet;
    this.contentChanged();
    return sheet;
  }

  deleteSheet(sheet: Sheet): void {
    if (this.#sheets.length === 1) throw new ScriptError("You can't remove all the sheets in a document.");
    if (this.#sheets.every((other) => other === sheet || other.hidden)) {
      throw new ScriptError("You can't remove all the visible sheets in a document.");
    }
    const index = this.#sheets.indexOf(sheet);
    if (index < 0) throw new ScriptError(`Sheet ${sheet.id} not found`);
    this.adjustFormulas({ kind: 'deleteSheet', sheet: sheet.name });
    this.leave(sheet);
    this.#sheets.splice(index, 1);
    this.#protections = this.#protections.filter((protection) => protection.sheet !== sheet);
    this.#namedRanges = this.#namedRanges.filter((range) => range.sheet !== sheet);
    this.contentChanged();
  }

  /** When the tab in front goes or is hidden, the next visible one to its left comes to the front, or else the first. */
  leave(sheet: Sheet): void {
    if (this.#active !== sheet) return;
    const index = this.#sheets.indexOf(sheet);
    const visible = this.#sheets.filter((other) => other !== sheet && !other.hidden);
    const left = visible.filter((other) => this.#sheets.indexOf(other) < index);
    this.#active = left.at(-1) ?? visible[0] ?? sheet;
  }

  /** `index` counts from 0, in the order after the move. */
  moveSheet(sheet: Sheet, index: number): void {
    this.#sheets.splice(this.#sheets.indexOf(sheet), 1);
    this.#sheets.splice(index, 0, sheet);
    this.touch();
  }

  /** A copy of a tab right behind it, or at `index`; it does not come to the front. */
  duplicateSheet(sheet: Sheet, name?: string, index = this.#sheets.indexOf(sheet) + 1): Sheet {
    const title = name ?? this.#copyName(sheet.name);
    this.demandFreeName(title);
    this.demandSpace(sheet.maxRows * sheet.maxColumns);
    const copy = new Sheet(this, this.#nextSheetId(), title);
    this.#sheets.splice(index, 0, copy);
    const map = new CopyMap();
    map.pair(sheet, copy);
    copySheet(sheet, copy, map);
    for (const range of this.#namedRanges.filter((each) => each.sheet === sheet)) {
      this.#namedRanges.push({ ...range, sheet: copy, region: map.region(range.region), scoped: true });
    }
    for (const entry of this.metadata().filter((each) => sheetOfPlace(each.place) === sheet)) {
      this.#metadata.push({ ...entry, id: this.nextId(), place: map.place(entry.place) });
    }
    this.contentChanged();
    return copy;
  }

  get namedRanges(): readonly NamedRange[] {
    return this.#namedRanges;
  }

  set namedRanges(ranges: readonly NamedRange[]) {
    this.#namedRanges = [...ranges];
    this.touch();
  }

  get protections(): readonly Protection[] {
    return this.#protections;
  }

  set protections(protections: readonly Protection[]) {
    this.#protections = [...protections];
    this.touch();
  }

  /** Entries whose row, column or tab still exists. */
  metadata(): readonly MetadataEntry[] {
    this.#metadata = this.#metadata.filter(isAlive);
    return this.#metadata;
  }

  setMetadata(entries: readonly MetadataEntry[]): void {
    this.#metadata = [...entries];
    this.touch();
  }

  /** An id for charts and metadata, never given twice. */
  nextId(): number {
    return scramble(++this.#idsGiven + 500_000);
  }

  /** A deep copy with the same tab ids, as Drive makes one; nobody else edits it, and its owner is not set. */
  clone(name = `Copy of ${this.name}`): Workbook {
    const { timeZone, locale, now } = this;
    const copy = new Workbook({ name, timeZone, locale, now });
    const map = new CopyMap();
    copy.#sheets = this.#sheets.map((sheet) => {
      const twin = new Sheet(copy, sheet.id, sheet.name);
      map.pair(sheet, twin);
      return twin;
    });
    copy.#active = map.sheet(this.#active);
    copy.#sheetsMade = this.#sheetsMade;
    copy.#idsGiven = this.#idsGiven;
    for (const sheet of this.#sheets) copySheet(sheet, map.sheet(sheet), map);
    for (const sheet of this.#sheets) if (sheet.hidden) map.sheet(sheet).hidden = true;
    copy.#namedRanges = this.#namedRanges.map((range) => ({
      ...range,
      sheet: map.sheet(range.sheet),
      region: map.region(range.region),
    }));
    copy.#protections = this.#protections.map((protection) => copyProtection(protection, map));
    copy.#metadata = this.metadata().map((entry) => ({ ...entry, place: map.place(entry.place) }));
    return copy;
  }

  xlsx(): XlsxSource {
    return xlsxSource(this);
  }

  /** Something changed that formulas do not see. */
  touch(): void {
    this.version++;
  }

  /** Something changed that formulas may see. */
  contentChanged(): void {
    this.version++;
    this.calculation.invalidate();
  }

  /** Makes all formulas follow a change of structure that is about to happen. */
  adjustFormulas(edit: StructuralEdit): void {
    for (const sheet of this.#sheets) {
      for (const [row, column, formula] of sheet.formulaCells()) {
        const text = adjustFormula(formula.text, sheet.name, edit);
        if (text !== formula.text) sheet.contents.set(row, column, new Formula(text));
      }
    }
  }

  /** Refuses a change that adds so many cells, where the file would grow too large. */
  demandSpace(cells: number): void {
    const used = this.#sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
    if (used + cells > MAX_CELLS) {
      throw new ScriptError(
        `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
      );
    }
  }

  /** Refuses a tab name that is too long or that another tab has; case does not tell names apart. */
  demandFreeName(name: string, except?: Sheet): void {
    if (name.length > MAX_TAB_NAME) {
      throw new ScriptError(`The sheet name cannot be greater than ${MAX_TAB_NAME} characters.`);
    }
    const taken = this.#sheets.some(
      (sheet) => sheet !== except && sheet.name.toLowerCase() === name.toLowerCase(),
    );
    if (taken) {
      throw new ScriptError(`A sheet with the name "${name}" already exists. Please enter another name.`);
    }
  }

  #place(index: number | undefined): number {
    return index ?? this.#sheets.indexOf(this.#active) + 1;
  }

  #freeName(stem: string, from: number): string {
    let number = from;
    while (this.sheet(`${stem}${number}`) !== null) number++;
    return `${stem}${number}`;
  }

  #copyName(name: string): string {
    const title = `Copy of ${name}`;
    if (this.sheet(title) === null) return title;
    return this.#freeName(`${title} `, 2);
  }

  #nextSheetId(): number {
    return this.#sheetsMade++ === 0 ? 0 : scramble(this.#sheetsMade);
  }
}

/** Ids look random, as Google's do, and repeat from run to run. */
function scramble(n: number): number {
  return Math.imul(n, 0x9e3779b1) & 0x7fffffff;
}
