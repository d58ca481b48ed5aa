/** Developer metadata: keys and values that scripts hang on the file, a tab, a row or a column. */
import { ScriptError } from '../service-object';
import { MAX_METADATA_CHARACTERS } from './limits';
import type { Region } from './region';
import type { Sheet } from './sheet';

export type MetadataVisibility = 'DOCUMENT' | 'PROJECT';

/** Where an entry sits. A row or a column takes its entry along when it moves, and into the grave when it is deleted. */
export type MetadataPlace =
  | { readonly type: 'SPREADSHEET' }
  | { readonly type: 'SHEET'; readonly sheet: Sheet }
  | { readonly type: 'ROW' | 'COLUMN'; readonly sheet: Sheet; readonly region: Region };

export interface MetadataEntry {
  readonly id: number;
  key: string;
  value: string | null;
  visibility: MetadataVisibility;
  place: MetadataPlace;
}

export function sheetOfPlace(place: MetadataPlace): Sheet | null {
  return place.type === 'SPREADSHEET' ? null : place.sheet;
}

/** Whether the row, column or tab of an entry still exists. */
export function isAlive(entry: MetadataEntry): boolean {
  const { place } = entry;
  if (place.type === 'SPREADSHEET') return true;
  if (!place.sheet.workbook.sheets().includes(place.sheet)) return false;
  return place.type === 'SHEET' || place.region.rect !== null;
}

/**
 * Refuses entries beyond 30,000 characters for the file and as many for each tab. Google's wording is not known.
 * https://developers.google.com/workspace/sheets/api/guides/metadata
 */
export function demandMetadataSpace(entries: readonly MetadataEntry[], place: MetadataPlace): void {
  const sheet = sheetOfPlace(place);
  const used = entries
    .filter((entry) => sheetOfPlace(entry.place) === sheet)
    .reduce((sum, entry) => sum + entry.key.length + (entry.value?.length ?? 0), 0);
  if (used > MAX_METADATA_CHARACTERS) {
    throw new ScriptError(
      `Developer metadata is limited to ${MAX_METADATA_CHARACTERS} characters for the ${sheet === null ? 'spreadsheet' : 'sheet'}.`,
    );
  }
}
