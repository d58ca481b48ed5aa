/** The event objects that functions are given. https://developers.google.com/apps-script/guides/triggers/events */
import type { AuthMode } from '../runtime/host';
import { EnumValue, ScriptError, giveProperties, type ServiceObject } from '../runtime/service-object';
import type { Services } from '../runtime/services';

const DAY = 24 * 60 * 60_000;

const mode = (authMode: AuthMode) => new EnumValue('AuthMode', authMode);

/** The value of a service's method, for events only: the script has not asked for it. */
function ask(service: ServiceObject | undefined, method: string, ...args: unknown[]): ServiceObject {
  const found = service === undefined ? undefined : (Reflect.get(service, method) as unknown);
  if (typeof found !== 'function')
    throw new Error(`The event needs ${String(service?.className)}.${method}.`);
  return Reflect.apply(found, service, args) as ServiceObject;
}

/** An event names the person only to scripts that may know who it is. https://developers.google.com/apps-script/guides/triggers/events */
function knownUser(services: Services): { user?: ServiceObject } {
  try {
    return { user: ask(services.Session, 'getActiveUser') };
  } catch (problem) {
    if (problem instanceof ScriptError) return {};
    throw problem;
  }
}

/**
 * Opening: without authorization the script is given neither the file nor the person.
 * @param triggerUid for an installed trigger, here and below
 */
export function openEvent(services: Services, authMode: AuthMode, triggerUid?: string): object {
  if (authMode === 'NONE') return { authMode: mode(authMode) };
  return {
    authMode: mode(authMode),
    source: ask(services.SpreadsheetApp, 'getActiveSpreadsheet'),
    ...knownUser(services),
    ...(triggerUid === undefined ? {} : { triggerUid }),
  };
}

/** A person's change to the contents of a block of cells. */
export interface Edit {
  /** The tab's id: its name may change before the event is told. */
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Of a single cell only, as `value` is. */
  readonly oldValue?: string | undefined;
  readonly value?: string;
}

/** The block's bounds hang on the event's range itself. https://tanaikech.github.io/page/80 */
function editedRange(spreadsheet: ServiceObject, { sheet, row, column, rows, columns }: Edit): ServiceObject {
  const range = ask(ask(spreadsheet, 'getSheetById', sheet), 'getRange', row, column, rows, columns);
  giveProperties(range, {
    columnEnd: column + columns - 1,
    columnStart: column,
    rowEnd: row + rows - 1,
    rowStart: row,
  });
  return range;
}

/** `oldValue` is absent where the cell was empty, `value` where it was cleared, and both where several cells changed. */
export function editEvent(services: Services, authMode: AuthMode, edit: Edit, triggerUid?: string): object {
  const source = ask(services.SpreadsheetApp, 'getActiveSpreadsheet');
  return {
    authMode: mode(authMode),
    source,
    range: editedRange(source, edit),
    ...knownUser(services),
    ...(edit.oldValue === undefined || edit.oldValue === '' ? {} : { oldValue: edit.oldValue }),
    ...(edit.value === undefined || edit.value === '' ? {} : { value: edit.value }),
    ...(triggerUid === undefined ? {} : { triggerUid }),
  };
}

export type ChangeType = 'EDIT' | 'INSERT_COLUMN' | 'REMOVE_ROW' | 'REMOVE_COLUMN' | 'OTHER';

/** A change of contents or structure, for installed triggers only. */
export function changeEvent(services: Services, changeType: ChangeType, triggerUid: string): object {
  return { ...openEvent(services, 'FULL', triggerUid), changeType };
}

/** ISO week: the one that holds the year's first Thursday is the first. */
function weekOfYear(at: Date): number {
  const monday = (at.getUTCDay() + 6) % 7;
  const thursday = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() - monday + 3);
  const newYear = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - newYear) / DAY / 7) + 1;
}

/** A clock trigger, in UTC; Monday is day 1. */
export function clockEvent(triggerUid: string, at: number): object {
  const time = new Date(at);
  return {
    authMode: mode('FULL'),
    triggerUid,
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    'day-of-month': time.getUTCDate(),
    'day-of-week': time.getUTCDay() === 0 ? 7 : time.getUTCDay(),
    'week-of-year': weekOfYear(time),
    hour: time.getUTCHours(),
    minute: time.getUTCMinutes(),
    second: time.getUTCSeconds(),
    timezone: 'UTC',
  };
}
