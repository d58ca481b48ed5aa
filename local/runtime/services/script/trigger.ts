/** Triggers of one person in one file, and how many of them Google allows. https://developers.google.com/apps-script/reference/script/trigger */
import type { Host, StoredTrigger } from '../../host';
import { enumeration, ScriptError, ServiceObject, type EnumValue } from '../../service-object';
import { takeFromQuota } from '../daily-quota';

export const EventType = enumeration(
  'EventType',
  'CLOCK',
  'ON_OPEN',
  'ON_EDIT',
  'ON_FORM_SUBMIT',
  'ON_CHANGE',
  'ON_EVENT_UPDATED',
);
export const TriggerSource = enumeration(
  'TriggerSource',
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
);

/** Per person and script. https://developers.google.com/apps-script/guides/services/quotas */
const TRIGGERS = 20;
const HOUR = 3_600_000;

const KIND_IN_WORDS: Readonly<Record<StoredTrigger['type'], string>> = {
  CLOCK: 'time-based',
  ON_OPEN: 'open',
  ON_EDIT: 'edit',
  ON_CHANGE: 'change',
  ON_FORM_SUBMIT: 'form submit',
};

export class Trigger extends ServiceObject {
  readonly className = 'Trigger';
  readonly #stored: StoredTrigger;
  readonly #fileId: string;

  constructor(stored: StoredTrigger, fileId: string) {
    super();
    this.#stored = stored;
    this.#fileId = fileId;
  }

  getEventType(): EnumValue {
    return EventType[this.#stored.type];
  }

  getHandlerFunction(): string {
    return this.#stored.handler;
  }

  getTriggerSource(): EnumValue {
    return this.#stored.type === 'CLOCK' ? TriggerSource.CLOCK : TriggerSource.SPREADSHEETS;
  }

  /** The file; null for clock triggers. */
  getTriggerSourceId(): string | null {
    return this.#stored.type === 'CLOCK' ? null : this.#fileId;
  }

  getUniqueId(): string {
    return this.#stored.id;
  }
}

/** The person's triggers in this file, also those that have fired. */
export function triggersOf(host: Host): StoredTrigger[] {
  return host.file.triggers.filter(({ owner }) => owner === host.person.email);
}

/**
 * What is forbidden to add-ons but allowed to a script of one's own: more than one trigger of a type per person and
 * file, and clock triggers more often than hourly. https://developers.google.com/workspace/add-ons/concepts/editor-triggers
 */
function checkAddOn(host: Host, type: StoredTrigger['type'], every: number | undefined): void {
  if (every !== undefined && every < HOUR) {
    throw new ScriptError('The recurrence interval for an Add-on trigger must be at least one hour.');
  }
  const hasOne = triggersOf(host).some((trigger) => trigger.type === type);
  if (hasOne || !takeFromQuota(host, 'addOnTriggers')) {
    throw new ScriptError(
      `This add-on has created too many ${KIND_IN_WORDS[type]} triggers in this document for this Google user account.`,
    );
  }
}

/**
 * Installs a trigger of the person who runs the script.
 * @throws ScriptError with the texts that developers met live, where a limit is reached
 */
export function installTrigger(
  host: Host,
  handler: string,
  type: StoredTrigger['type'],
  timing: { readonly nextAt?: number; readonly every?: number } = {},
): Trigger {
  if (triggersOf(host).length >= TRIGGERS) {
    throw new ScriptError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  if (host.file.addOn === 'published') checkAddOn(host, type, timing.every);
  const stored: StoredTrigger = {
    id: String(Math.floor(host.random() * Number.MAX_SAFE_INTEGER)),
    handler,
    owner: host.person.email,
    type,
    created: host.clock.now(),
    ...timing,
  };
  host.file.triggers.push(stored);
  return new Trigger(stored, host.file.id);
}
