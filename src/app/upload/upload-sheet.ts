/** A tab of the file as an upload reads it: whole, whoever made it. */
import { AppError } from '../../core/errors';
import { keyOfNote } from '../../core/table/note';
import { STATUS_KEY } from '../../core/table/status';
import { sheetOf, type UploadSheet } from '../../core/upload/sheet';
import type { Ports } from '../../ports';
import { TabIndex } from '../tab-index';
import type { TabName } from './staged-head';

/** Where a header is looked for: an export may have a title above it. */
export const TOP_ROWS = 25;

export interface OpenedTab {
  readonly tab: TabName;
  readonly sheet: UploadSheet;
}

/** Throws UNKNOWN_TAB and EMPTY_TAB. */
export function openTab(ports: Ports, name: string, index?: TabIndex): OpenedTab {
  const tab = namedTab(ports, name);
  const sheet = readSheet(ports, tab, index);
  if (!sheet) throw new AppError('EMPTY_TAB', { tab: name }, { tab: name });
  return { tab, sheet };
}

/** All of it; null where there is no header with anything below it. */
export function readSheet(
  ports: Ports,
  tab: TabName,
  index: TabIndex = new TabIndex(ports),
): UploadSheet | null {
  return read(ports, tab, ports.grid.readValues(tab) ?? [], index);
}

/** Only its first rows, for the names of its columns; null where there are none with anything below them. */
export function topOfTab(
  ports: Ports,
  tab: TabName,
  index: TabIndex = new TabIndex(ports),
): UploadSheet | null {
  return read(ports, tab, ports.grid.readRows(tab, 1, { most: TOP_ROWS }) ?? [], index);
}

/** Any tab of the file, not only those that are refreshed. Throws UNKNOWN_TAB. */
export function namedTab(ports: Ports, name: string): TabName {
  const id = ports.grid.idOf(name);
  if (id === null) throw new AppError('UNKNOWN_TAB', { tab: name }, { tab: name });
  return { id, name };
}

function read(
  ports: Ports,
  tab: TabName,
  values: Parameters<typeof sheetOf>[1],
  index: TabIndex,
): UploadSheet | null {
  const { timeZone } = ports.grid.file();
  const skip = ownColumns(ports, tab, index);
  return sheetOf(tab.name, values, { timeZone, locale: ports.grid.locale(), skip });
}

/** The Status column of a tab that is refreshed: what it says is about the row, not of the record. */
function ownColumns(ports: Ports, tab: TabName, index: TabIndex): readonly number[] {
  if (!index.all().some(({ id }) => id === tab.id)) return [];
  const at = (ports.grid.headerNotes(tab) ?? []).map(keyOfNote).indexOf(STATUS_KEY);
  return at < 0 ? [] : [at];
}
