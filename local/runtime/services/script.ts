/** ScriptApp: triggers, and facts about the script. https://developers.google.com/apps-script/reference/script/script-app */
import type { Host, StoredTrigger } from '../host';
import { EnumValue, enumeration, ScriptError, ServiceObject } from '../service-object';
import { ClockTriggerBuilder } from './script/clock-trigger-builder';
import { EventType, installTrigger, Trigger, triggersOf, TriggerSource } from './script/trigger';
import { mismatch } from './signature';

const AuthMode = enumeration('AuthMode', 'NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');
const AuthorizationStatus = enumeration('AuthorizationStatus', 'REQUIRED', 'NOT_REQUIRED');
const InstallationSource = enumeration(
  'InstallationSource',
  'APPS_MARKETPLACE_DOMAIN_ADD_ON',
  'NONE',
  'WEB_STORE_ADD_ON',
);
const WeekDay = enumeration(
  'Weekday',
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
);

class AuthorizationInfo extends ServiceObject {
  readonly className = 'AuthorizationInfo';

  /** The person has granted all scopes of the manifest. */
  getAuthorizationStatus(): EnumValue {
    return AuthorizationStatus.NOT_REQUIRED;
  }

  getAuthorizationUrl(): null {
    return null;
  }
}

/** The web app that a script may be published as: this one is not. */
class Service extends ServiceObject {
  readonly className = 'Service';

  getUrl(): null {
    return null;
  }

  isEnabled(): boolean {
    return false;
  }
}

class SpreadsheetTriggerBuilder extends ServiceObject {
  readonly className = 'SpreadsheetTriggerBuilder';
  readonly #host: Host;
  readonly #handler: string;
  #type: StoredTrigger['type'] | undefined;

  constructor(host: Host, handler: string) {
    super();
    this.#host = host;
    this.#handler = handler;
  }

  create(): Trigger {
    if (this.#type === undefined) throw new ScriptError('A spreadsheet trigger needs an event.');
    return installTrigger(this.#host, this.#handler, this.#type);
  }

  onChange(): this {
    this.#type = 'ON_CHANGE';
    return this;
  }

  onEdit(): this {
    this.#type = 'ON_EDIT';
    return this;
  }

  onFormSubmit(): this {
    this.#type = 'ON_FORM_SUBMIT';
    return this;
  }

  onOpen(): this {
    this.#type = 'ON_OPEN';
    return this;
  }
}

class TriggerBuilder extends ServiceObject {
  readonly className = 'TriggerBuilder';
  readonly #host: Host;
  readonly #handler: string;

  constructor(host: Host, handler: string) {
    super();
    this.#host = host;
    this.#handler = handler;
  }

  /** The spreadsheet or its id; a script with access to one file only knows no other. */
  forSpreadsheet(spreadsheet: unknown): SpreadsheetTriggerBuilder {
    const { id, workbook } = this.#host.file;
    const isObject = spreadsheet instanceof ServiceObject && spreadsheet.className === 'Spreadsheet';
    if (!isObject && spreadsheet !== id && spreadsheet !== workbook.id) {
      throw mismatch('TriggerBuilder.forSpreadsheet', [spreadsheet]);
    }
    return new SpreadsheetTriggerBuilder(this.#host, this.#handler);
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#host, this.#handler);
  }
}

class ScriptApp extends ServiceObject {
  readonly className = 'ScriptApp';
  override readonly constants = {
    AuthMode,
    AuthorizationStatus,
    EventType,
    InstallationSource,
    TriggerSource,
    WeekDay,
  };
  readonly #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  /** Nothing happens where the trigger is gone already. */
  deleteTrigger(trigger: Trigger): void {
    if (!(trigger instanceof Trigger)) throw mismatch('ScriptApp.deleteTrigger', [trigger]);
    const { triggers } = this.#host.file;
    const at = triggers.findIndex(({ id }) => id === trigger.getUniqueId());
    if (at >= 0) triggers.splice(at, 1);
  }

  getAuthorizationInfo(authMode: EnumValue): AuthorizationInfo {
    if (!(authMode instanceof EnumValue)) throw mismatch('ScriptApp.getAuthorizationInfo', [authMode]);
    return new AuthorizationInfo();
  }

  getInstallationSource(): EnumValue {
    return this.#host.file.addOn === 'published'
      ? InstallationSource.WEB_STORE_ADD_ON
      : InstallationSource.NONE;
  }

  /** @throws ScriptError always: a token would open Google's own services, which are not here. */
  getOAuthToken(): never {
    throw new ScriptError(
      'ScriptApp.getOAuthToken: the local Apps Script has no Google account to give a token of.',
    );
  }

  /** Those of the person who runs the script; other people's are not seen. */
  getProjectTriggers(): Trigger[] {
    return triggersOf(this.#host).map((stored) => new Trigger(stored, this.#host.file.id));
  }

  getScriptId(): string {
    return `script-of-${this.#host.file.id}`;
  }

  getService(): Service {
    return new Service();
  }

  getUserTriggers(document: unknown): Trigger[] {
    if (!(document instanceof ServiceObject)) throw mismatch('ScriptApp.getUserTriggers', [document]);
    return this.getProjectTriggers();
  }

  newTrigger(functionName: string): TriggerBuilder {
    if (typeof functionName !== 'string') throw mismatch('ScriptApp.newTrigger', [functionName]);
    return new TriggerBuilder(this.#host, functionName);
  }

  /** All scopes of the manifest are granted here. */
  requireAllScopes(authMode: EnumValue): void {
    if (!(authMode instanceof EnumValue)) throw mismatch('ScriptApp.requireAllScopes', [authMode]);
  }

  /** @throws ScriptError for a scope that the manifest does not ask for. */
  requireScopes(authMode: EnumValue, oAuthScopes: readonly string[]): void {
    if (!(authMode instanceof EnumValue) || !Array.isArray(oAuthScopes)) {
      throw mismatch('ScriptApp.requireScopes', [authMode, oAuthScopes]);
    }
    const granted = this.#host.file.oauthScopes;
    const missing = oAuthScopes.filter((scope) => granted !== undefined && !granted.includes(String(scope)));
    if (missing.length > 0) {
      throw new ScriptError(
        `Specified permissions are not sufficient to call ScriptApp.requireScopes. Required permissions: ${missing.join(' ')}`,
      );
    }
  }
}

/** The service for one execution. */
export function createScriptApp(host: Host): ServiceObject {
  return new ScriptApp(host);
}
