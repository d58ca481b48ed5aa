/** Logger: lines of one execution. https://developers.google.com/apps-script/reference/base/logger */
import type { Host } from '../host';
import { ServiceObject } from '../service-object';
import { formatString } from './utilities/format-string';
import { formatDate } from './utilities/simple-date-format';

class Logger extends ServiceObject {
  readonly className = 'Logger';
  readonly #host: Host;
  #lines: string[] = [];

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  clear(): void {
    this.#lines = [];
  }

  /** Every line of this execution, with its time and level. */
  getLog(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }

  /** One value as it is, or a format and its values. */
  log(data: unknown, ...values: unknown[]): this {
    const given = values.filter((value) => value !== undefined);
    const message = given.length > 0 ? formatString(String(data), given) : plain(data);
    const zone = this.#host.file.timeZone ?? 'Etc/UTC';
    const time = formatDate(new Date(this.#host.clock.now()), zone, 'EEE MMM dd HH:mm:ss z yyyy');
    this.#lines.push(`${time} INFO: ${message}`);
    this.#host.logLines.push(message);
    return this;
  }
}

/** Objects are shown by their content, other values as JavaScript prints them. */
function plain(data: unknown): string {
  const isObject = typeof data === 'object' && data !== null && !(data instanceof Date);
  return isObject && !(data instanceof ServiceObject) ? JSON.stringify(data) : String(data);
}

/** The service for one execution. */
export function createLogger(host: Host): ServiceObject {
  return new Logger(host);
}
