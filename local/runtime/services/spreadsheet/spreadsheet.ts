/** Spreadsheet: the file, its tabs, names and people. */
import { ScriptError, type EnumValue } from '../../service-object';
import type { Sheet as Tab } from '../../workbook/sheet';
import { User } from '../session';
import { demand, list, oneOf, options, text, whole, type Kind } from './arguments';
import { ProtectionType } from './enums';
import { addMetadata, DeveloperMetadataFinder, metadataAt, type DeveloperMetadata } from './metadata';
import { demandName, NamedRange } from './named-range';
import { Protection } from './protection';
import type { Range } from './range';
import { areaOf, isRange } from './range-place';
import type { Sheet } from './sheet';
import { isSheet, tabOf } from './sheet-cells';
import { sessionOf, SpreadsheetShortcuts } from './spreadsheet-shortcuts';
import { newTextFinder, type TextFinder } from './text-finder';

const TOAST_SECONDS = 5;

interface InsertOptions {
  readonly template?: Sheet;
}

const person: Kind = (value) => text(value) || value instanceof User;
const email = (value: string | User): string => (typeof value === 'string' ? value : value.getEmail());

/** https://developers.google.com/apps-script/reference/spreadsheet/spreadsheet */
export class Spreadsheet extends SpreadsheetShortcuts {
  getId(): string {
    return sessionOf(this).workbook.id;
  }

  getName(): string {
    return sessionOf(this).workbook.name;
  }

  rename(newName: string): void {
    demand('Spreadsheet.rename', [newName], [text]);
    const { workbook } = sessionOf(this);
    workbook.name = newName;
    workbook.touch();
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.getId()}/edit`;
  }

  getSpreadsheetLocale(): string {
    return sessionOf(this).workbook.locale;
  }

  setSpreadsheetLocale(locale: string): void {
    demand('Spreadsheet.setSpreadsheetLocale', [locale], [text]);
    const { workbook } = sessionOf(this);
    workbook.locale = locale;
    workbook.contentChanged();
  }

  getSpreadsheetTimeZone(): string {
    return sessionOf(this).workbook.timeZone;
  }

  setSpreadsheetTimeZone(timezone: string): void {
    demand('Spreadsheet.setSpreadsheetTimeZone', [timezone], [text]);
    const { workbook } = sessionOf(this);
    workbook.timeZone = timezone;
    workbook.contentChanged();
  }

  getSheets(): Sheet[] {
    const session = sessionOf(this);
    return session.workbook.sheets().map((tab) => session.sheet(tab));
  }

  getNumSheets(): number {
    return sessionOf(this).workbook.sheets().length;
  }

  getSheetByName(name: string): Sheet | null {
    demand('Spreadsheet.getSheetByName', [name], [text]);
    const session = sessionOf(this);
    const tab = session.workbook.sheet(name);
    return tab === null ? null : session.sheet(tab);
  }

  getSheetById(id: number): Sheet | null {
    demand('Spreadsheet.getSheetById', [id], [whole]);
    const session = sessionOf(this);
    const tab = session.workbook.sheetById(id);
    return tab === null ? null : session.sheet(tab);
  }

  /** Any of (name), (index) and (options), in this order; index 0 is the first place. The new tab comes to the front. */
  insertSheet(...args: unknown[]): Sheet {
    const shapes = [[], [text], [whole], [options], [text, whole], [text, options], [whole, options]];
    demand('Spreadsheet.insertSheet', args, ...shapes, [text, whole, options]);
    const session = sessionOf(this);
    const { workbook } = session;
    const name = args.find((arg): arg is string => typeof arg === 'string');
    const index = args.find((arg): arg is number => typeof arg === 'number');
    const { template } = (args.find(options) ?? {}) as InsertOptions;
    if (template === undefined) return session.sheet(workbook.insertSheet(name, index));
    const copy = workbook.duplicateSheet(tabOf(template).tab, name, index);
    workbook.active = copy;
    return session.sheet(copy);
  }

  deleteSheet(sheet: Sheet): void {
    demand('Spreadsheet.deleteSheet', [sheet], [isSheet]);
    const { session, tab } = tabOf(sheet);
    session.demandEdit(tab, null);
    session.workbook.deleteSheet(tab);
  }

  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }

  /** The copy comes to the front. */
  duplicateActiveSheet(): Sheet {
    const session = sessionOf(this);
    const { workbook } = session;
    const copy = workbook.duplicateSheet(workbook.active);
    workbook.active = copy;
    return session.sheet(copy);
  }

  renameActiveSheet(newName: string): void {
    this.getActiveSheet().setName(newName);
  }

  /** Positions count from 1. */
  moveActiveSheet(pos: number): void {
    demand('Spreadsheet.moveActiveSheet', [pos], [whole]);
    const { workbook } = sessionOf(this);
    if (pos < 1 || pos > workbook.sheets().length) throw new ScriptError('Invalid argument: pos');
    workbook.moveSheet(workbook.active, pos - 1);
  }

  setActiveSheet(sheet: Sheet, _restoreSelection?: boolean): Sheet {
    demand('Spreadsheet.setActiveSheet', [sheet], [isSheet]);
    return sheet.activate();
  }

  /** null where there is none; `Tab!Name` asks for the copy on one tab. */
  getRangeByName(name: string): Range | null {
    demand('Spreadsheet.getRangeByName', [name], [text]);
    const session = sessionOf(this);
    const named = session.namedRange(name);
    const rect = named?.region.rect;
    return named === null || rect === null || rect === undefined ? null : session.range(named.sheet, rect);
  }

  /** Takes the place of a range with the same name. */
  setNamedRange(name: string, range: Range): void {
    demand('Spreadsheet.setNamedRange', [name, range], [text, isRange]);
    demandName(name);
    const { workbook } = sessionOf(this);
    const { tab, rect } = areaOf(range);
    const others = workbook.namedRanges.filter(
      (each) => each.scoped || each.name.toLowerCase() !== name.toLowerCase(),
    );
    workbook.namedRanges = [...others, { name, sheet: tab, region: tab.track(rect), scoped: false }];
    workbook.contentChanged();
  }

  removeNamedRange(name: string): void {
    demand('Spreadsheet.removeNamedRange', [name], [text]);
    const session = sessionOf(this);
    const gone = session.namedRange(name);
    if (gone === null) throw new ScriptError(`The named range ${name} was not found.`);
    session.workbook.namedRanges = session.workbook.namedRanges.filter((range) => range !== gone);
  }

  getNamedRanges(): NamedRange[] {
    const session = sessionOf(this);
    return session.workbook.namedRanges.map((range) => new NamedRange(session, range));
  }

  getProtections(type: EnumValue): Protection[] {
    demand('Spreadsheet.getProtections', [type], [oneOf(ProtectionType)]);
    const session = sessionOf(this);
    return session.workbook.protections
      .filter((guard) => (guard.region === null) === (type.name === 'SHEET'))
      .map((guard) => new Protection(session, guard));
  }

  /** Five seconds without a time; a negative one stays. */
  toast(msg: string, title?: string, timeoutSeconds?: number | null): void {
    if (typeof msg !== 'string') demand('Spreadsheet.toast', [msg, title, timeoutSeconds], [whole]);
    sessionOf(this).host.screen.toast(String(msg), title ?? '', timeoutSeconds ?? TOAST_SECONDS);
  }

  /** A menu of its own, as scripts made them before Ui. */
  addMenu(name: string, subMenus: ({ name: string; functionName: string } | null)[]): void {
    demand('Spreadsheet.addMenu', [name, subMenus], [text, list]);
    const children = subMenus.map((item) =>
      item === null ? { label: '', separator: true } : { label: item.name, fn: item.functionName },
    );
    sessionOf(this).host.screen.showMenu({ label: name, children });
  }

  getOwner(): User | null {
    const { owner } = sessionOf(this).workbook;
    return owner === '' ? null : new User(owner);
  }

  /** The owner among them. */
  getEditors(): User[] {
    const { owner, editors } = sessionOf(this).workbook;
    return [...new Set([owner, ...editors])]
      .filter((address) => address !== '')
      .map((address) => new User(address));
  }

  addEditor(editor: string | User): this {
    demand('Spreadsheet.addEditor', [editor], [person]);
    return this.addEditors([email(editor)]);
  }

  addEditors(emailAddresses: string[]): this {
    demand('Spreadsheet.addEditors', [emailAddresses], [list]);
    for (const address of emailAddresses) sessionOf(this).workbook.editors.add(address);
    return this;
  }

  removeEditor(editor: string | User): this {
    demand('Spreadsheet.removeEditor', [editor], [person]);
    sessionOf(this).workbook.editors.delete(email(editor));
    return this;
  }

  getViewers(): User[] {
    return [...sessionOf(this).workbook.viewers].map((address) => new User(address));
  }

  addViewer(viewer: string | User): this {
    demand('Spreadsheet.addViewer', [viewer], [person]);
    return this.addViewers([email(viewer)]);
  }

  addViewers(emailAddresses: string[]): this {
    demand('Spreadsheet.addViewers', [emailAddresses], [list]);
    for (const address of emailAddresses) sessionOf(this).workbook.viewers.add(address);
    return this;
  }

  removeViewer(viewer: string | User): this {
    demand('Spreadsheet.removeViewer', [viewer], [person]);
    sessionOf(this).workbook.viewers.delete(email(viewer));
    return this;
  }

  addDeveloperMetadata(...args: unknown[]): this {
    addMetadata(sessionOf(this), 'Spreadsheet', { type: 'SPREADSHEET' }, args);
    return this;
  }

  /** Of the file itself, not of its tabs. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt(sessionOf(this), (place) => place.type === 'SPREADSHEET');
  }

  /** Over the file and everything in it. */
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(sessionOf(this), () => true);
  }

  createTextFinder(findText: string): TextFinder {
    const session = sessionOf(this);
    const whole = (tab: Tab): Parameters<typeof newTextFinder>[1][number] => ({
      session,
      tab,
      rect: { row: 1, column: 1, rows: tab.maxRows, columns: tab.maxColumns },
      open: {},
    });
    return newTextFinder('Spreadsheet', session.workbook.sheets().map(whole), findText);
  }
}
