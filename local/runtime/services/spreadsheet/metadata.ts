/** DeveloperMetadata, its location, and the finder. */
import { ScriptError, ServiceObject, type EnumValue } from '../../service-object';
import {
  demandMetadataSpace,
  sheetOfPlace,
  type MetadataEntry,
  type MetadataPlace,
  type MetadataVisibility,
} from '../../workbook/metadata';
import { mismatch } from '../signature';
import { demand, oneOf, text, whole } from './arguments';
import { DeveloperMetadataLocationType, DeveloperMetadataVisibility } from './enums';
import type { Range } from './range';
import { areaOf, isRange } from './range-place';
import type { Area, Session } from './session';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

const visibilityKind = oneOf(DeveloperMetadataVisibility);

/** The place of a range that is one whole row or column; Google refuses others. */
export function placeOfRange({ tab, rect }: Area): MetadataPlace {
  if (rect.rows === 1 && rect.column === 1 && rect.columns === tab.maxColumns) {
    return { type: 'ROW', sheet: tab, region: tab.track(rect) };
  }
  if (rect.columns === 1 && rect.row === 1 && rect.rows === tab.maxRows) {
    return { type: 'COLUMN', sheet: tab, region: tab.track(rect) };
  }
  throw new ScriptError(
    'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.',
  );
}

/** addDeveloperMetadata(key), (key, visibility), (key, value) and (key, value, visibility). */
export function addMetadata(
  session: Session,
  owner: string,
  place: MetadataPlace,
  args: readonly unknown[],
): void {
  const method = `${owner}.addDeveloperMetadata`;
  demand(method, args, [text], [text, visibilityKind], [text, text], [text, text, visibilityKind]);
  const [key, second, third] = args as [string, unknown, EnumValue | undefined];
  const visibility = typeof second === 'string' ? third : (second as EnumValue | undefined);
  const { workbook } = session;
  const entry: MetadataEntry = {
    id: workbook.nextId(),
    key,
    value: typeof second === 'string' ? second : null,
    visibility: (visibility?.name ?? 'DOCUMENT') as MetadataVisibility,
    place,
  };
  const entries = [...workbook.metadata(), entry];
  demandMetadataSpace(entries, place);
  workbook.setMetadata(entries);
}

/** The entries at a place itself, not below it. */
export function metadataAt(
  session: Session,
  matches: (place: MetadataPlace) => boolean,
): DeveloperMetadata[] {
  return session.workbook
    .metadata()
    .filter(({ place }) => matches(place))
    .map((entry) => new DeveloperMetadata(session, entry));
}

class DeveloperMetadataLocation extends ServiceObject {
  readonly className = 'DeveloperMetadataLocation';
  readonly #session: Session;
  readonly #place: MetadataPlace;

  constructor(session: Session, place: MetadataPlace) {
    super();
    this.#session = session;
    this.#place = place;
  }

  getLocationType(): EnumValue {
    return DeveloperMetadataLocationType[this.#place.type];
  }

  getSpreadsheet(): Spreadsheet | null {
    return this.#place.type === 'SPREADSHEET' ? this.#session.spreadsheet() : null;
  }

  getSheet(): Sheet | null {
    return this.#place.type === 'SHEET' ? this.#session.sheet(this.#place.sheet) : null;
  }

  getRow(): Range | null {
    return this.#range('ROW');
  }

  getColumn(): Range | null {
    return this.#range('COLUMN');
  }

  #range(type: 'ROW' | 'COLUMN'): Range | null {
    const place = this.#place;
    if (place.type !== type) return null;
    const { rect } = place.region;
    return rect === null ? null : this.#session.range(place.sheet, rect);
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/developer-metadata */
export class DeveloperMetadata extends ServiceObject {
  readonly className = 'DeveloperMetadata';
  readonly #session: Session;
  readonly #entry: MetadataEntry;

  constructor(session: Session, entry: MetadataEntry) {
    super();
    this.#session = session;
    this.#entry = entry;
  }

  getId(): number {
    return this.#entry.id;
  }

  getKey(): string {
    return this.#entry.key;
  }

  setKey(key: string): this {
    demand('DeveloperMetadata.setKey', [key], [text]);
    return this.#change({ key });
  }

  getValue(): string | null {
    return this.#entry.value;
  }

  setValue(value: string): this {
    demand('DeveloperMetadata.setValue', [value], [text]);
    return this.#change({ value });
  }

  getVisibility(): EnumValue {
    return DeveloperMetadataVisibility[this.#entry.visibility];
  }

  setVisibility(visibility: EnumValue): this {
    demand('DeveloperMetadata.setVisibility', [visibility], [visibilityKind]);
    return this.#change({ visibility: visibility.name as MetadataVisibility });
  }

  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.#session, this.#entry.place);
  }

  moveToSpreadsheet(): this {
    return this.#change({ place: { type: 'SPREADSHEET' } });
  }

  moveToSheet(sheet: Sheet): this {
    const tab = this.#session.workbook.sheetById(sheet.getSheetId());
    if (tab === null) throw mismatch('SpreadsheetApp.DeveloperMetadata.moveToSheet', [sheet]);
    return this.#change({ place: { type: 'SHEET', sheet: tab } });
  }

  moveToRow(row: Range): this {
    return this.#moveTo('ROW', 'moveToRow', row);
  }

  moveToColumn(column: Range): this {
    return this.#moveTo('COLUMN', 'moveToColumn', column);
  }

  remove(): void {
    const { workbook } = this.#session;
    workbook.setMetadata(workbook.metadata().filter((entry) => entry !== this.#entry));
  }

  #moveTo(type: 'ROW' | 'COLUMN', method: string, range: Range): this {
    demand(`DeveloperMetadata.${method}`, [range], [isRange]);
    const place = placeOfRange(areaOf(range));
    if (place.type !== type) throw mismatch(`SpreadsheetApp.DeveloperMetadata.${method}`, [range]);
    return this.#change({ place });
  }

  #change(change: Partial<Omit<MetadataEntry, 'id'>>): this {
    const { workbook } = this.#session;
    const after = { ...this.#entry, ...change };
    const others = workbook.metadata().filter((entry) => entry !== this.#entry);
    demandMetadataSpace([...others, after], after.place);
    Object.assign(this.#entry, change);
    workbook.touch();
    return this;
  }
}

type Test = (entry: MetadataEntry) => boolean;

/** https://developers.google.com/apps-script/reference/spreadsheet/developer-metadata-finder */
export class DeveloperMetadataFinder extends ServiceObject {
  readonly className = 'DeveloperMetadataFinder';
  readonly #session: Session;
  /** Entries at the place that the finder was made for, and below it. */
  readonly #within: Test;
  /** Entries of rows, columns and tabs that merely cross that place. */
  readonly #crossing: Test;
  readonly #tests: Test[] = [];
  #intersecting = false;

  constructor(session: Session, within: Test, crossing: Test = within) {
    super();
    this.#session = session;
    this.#within = within;
    this.#crossing = crossing;
  }

  find(): DeveloperMetadata[] {
    const place = this.#intersecting ? this.#crossing : this.#within;
    return this.#session.workbook
      .metadata()
      .filter((entry) => place(entry) && this.#tests.every((test) => test(entry)))
      .map((entry) => new DeveloperMetadata(this.#session, entry));
  }

  onIntersectingLocations(): this {
    this.#intersecting = true;
    return this;
  }

  withId(id: number): this {
    demand('DeveloperMetadataFinder.withId', [id], [whole]);
    return this.#where((entry) => entry.id === id);
  }

  withKey(key: string): this {
    demand('DeveloperMetadataFinder.withKey', [key], [text]);
    return this.#where((entry) => entry.key === key);
  }

  withValue(value: string): this {
    demand('DeveloperMetadataFinder.withValue', [value], [text]);
    return this.#where((entry) => entry.value === value);
  }

  withVisibility(visibility: EnumValue): this {
    demand('DeveloperMetadataFinder.withVisibility', [visibility], [visibilityKind]);
    return this.#where((entry) => entry.visibility === visibility.name);
  }

  withLocationType(locationType: EnumValue): this {
    const signature = [oneOf(DeveloperMetadataLocationType)];
    demand('DeveloperMetadataFinder.withLocationType', [locationType], signature);
    return this.#where((entry) => entry.place.type === locationType.name);
  }

  #where(test: Test): this {
    this.#tests.push(test);
    return this;
  }
}

/** A finder for a range: entries of rows and columns inside it; or crossing it, and those of its tab. */
export function finderForRange({ session, tab, rect }: Area): DeveloperMetadataFinder {
  const inside: Test = ({ place }) => {
    if (place.type !== 'ROW' && place.type !== 'COLUMN') return false;
    const at = place.region.rect;
    if (place.sheet !== tab || at === null) return false;
    return place.type === 'ROW'
      ? rect.columns === tab.maxColumns && at.row >= rect.row && at.row < rect.row + rect.rows
      : rect.rows === tab.maxRows && at.column >= rect.column && at.column < rect.column + rect.columns;
  };
  const crossing: Test = ({ place }) =>
    place.type === 'SPREADSHEET' ||
    (place.sheet === tab && (place.type === 'SHEET' || place.region.intersects(rect)));
  return new DeveloperMetadataFinder(session, inside, crossing);
}

/** A finder for a tab, its rows and its columns. */
export function finderForSheet(session: Session, sheet: Area['tab']): DeveloperMetadataFinder {
  return new DeveloperMetadataFinder(session, ({ place }) => sheetOfPlace(place) === sheet);
}
