/** Session: who runs the script, and where. https://developers.google.com/apps-script/reference/base/session */
import { createHash } from 'node:crypto';
import type { Host } from '../host';
import { ScriptError, ServiceObject } from '../service-object';
import { DAY } from './wall-clock';

const EMAIL_SCOPE = 'https://www.googleapis.com/auth/userinfo.email';
/** The temporary key of a user changes every 30 days. */
const KEY_LIFE = 30 * DAY;

export class User extends ServiceObject {
  readonly className = 'User';
  readonly #email: string;

  constructor(email: string) {
    super();
    this.#email = email;
  }

  /** '' where the script may not know it. */
  getEmail(): string {
    return this.#email;
  }

  getUserLoginId(): string {
    return this.#email;
  }
}

class Session extends ServiceObject {
  readonly className = 'Session';
  readonly #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  /** The person at the keyboard: nobody in the run of a trigger. */
  getActiveUser(): User {
    const { kind } = this.#host.execution;
    const email = this.#email('getActiveUser');
    return new User(kind === 'trigger' || kind === 'simple' ? '' : email);
  }

  /** A language code such as `en`. */
  getActiveUserLocale(): string {
    return this.#host.file.workbook.locale.split(/[_-]/)[0] ?? 'en';
  }

  /** Whose rights the run has; for a trigger, the person who made it. */
  getEffectiveUser(): User {
    return new User(this.#email('getEffectiveUser'));
  }

  getScriptTimeZone(): string {
    return this.#host.file.timeZone ?? this.#host.file.workbook.timeZone;
  }

  getTemporaryActiveUserKey(): string {
    const { person, file, clock } = this.#host;
    const period = Math.floor(clock.now() / KEY_LIFE);
    return createHash('sha256').update(`${person.email} ${file.id} ${period}`).digest('base64url');
  }

  /** A manifest that lists its scopes must list this one. The words are those of every missing scope. */
  #email(method: string): string {
    const scopes = this.#host.file.oauthScopes;
    if (scopes === undefined || scopes.includes(EMAIL_SCOPE)) return this.#host.person.email;
    throw new ScriptError(
      `Specified permissions are not sufficient to call Session.${method}. Required permissions: ${EMAIL_SCOPE}`,
    );
  }
}

/** The service for one execution. */
export function createSession(host: Host): ServiceObject {
  return new Session(host);
}
