/** The event objects that functions are given. https://developers.google.com/apps-script/guides/triggers/events */
import type { AuthMode } from '../runtime/host';
import { EnumValue, ScriptError, type ServiceObject } from '../runtime/service-object';
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

/** Opening: without authorization the script is given neither the file nor the person. */
export function openEvent(services: Services, authMode: AuthMode): object {
  if (authMode === 'NONE') return { authMode: mode(authMode) };
  return {
    authMode: mode(authMode),
    source: ask(services.SpreadsheetApp, 'getActiveSpreadsheet'),
    ...knownUser(services),
  };
}

export interface Edit {
  readonly sheet: string;
  readonly a1: string;
  readonly oldValue: string | undefined;
  readonly value: string;
}

/**
 * Editing one cell. `oldValue` is absent where the cell was empty, `value` where it was cleared.
 * @param triggerUid for an installed trigger
 */
export function editEvent(services: Services, authMode: AuthMode, edit: Edit, triggerUid?: string): object {
  const source = ask(services.SpreadsheetApp, 'getActiveSpreadsheet');
  return {
    authMode: mode(authMode),
    source,
    range: ask(ask(source, 'getSheetByName', edit.sheet), 'getRange', edit.a1),
    ...knownUser(services),
    ...(edit.oldValue === undefined || edit.oldValue === '' ? {} : { oldValue: edit.oldValue }),
    ...(edit.value === '' ? {} : { value: edit.value }),
    ...(triggerUid === undefined ? {} : { triggerUid }),
  };
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
