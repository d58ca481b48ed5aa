/** ClockTriggerBuilder: when a clock trigger fires. https://developers.google.com/apps-script/reference/script/clock-trigger-builder */
import type { Host } from '../../host';
import { EnumValue, ScriptError, ServiceObject } from '../../service-object';
import { mismatch } from '../signature';
import { DAY, instantAt, wallTime, zoneName } from '../wall-clock';
import { installTrigger, type Trigger } from './trigger';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MINUTES = [1, 5, 10, 15, 30];
/** `nearMinute` and `atDate` are kept to within 15 minutes. */
const SLACK = 15;
const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

type Unit = 'minutes' | 'hours' | 'days' | 'weeks';

/** How often, or when once; the last one said counts. */
type Rhythm = { readonly once: (zone: string) => number } | { readonly unit: Unit; readonly count: number };

export class ClockTriggerBuilder extends ServiceObject {
  readonly className = 'ClockTriggerBuilder';
  readonly #host: Host;
  readonly #handler: string;
  #rhythm: Rhythm | undefined;
  #hour: number | undefined;
  #minute: number | undefined;
  #weekday: number | undefined;
  #zone: string;

  constructor(host: Host, handler: string) {
    super();
    this.#host = host;
    this.#handler = handler;
    this.#zone = host.file.timeZone ?? host.file.workbook.timeZone;
  }

  after(durationMilliseconds: number): this {
    const at = this.#host.clock.now() + this.#whole('after', durationMilliseconds, 0, Infinity);
    this.#rhythm = { once: () => at };
    return this;
  }

  at(date: Date): this {
    if (!(date instanceof Date)) throw mismatch('ClockTriggerBuilder.at', [date]);
    this.#rhythm = { once: () => date.getTime() };
    return this;
  }

  /** About midnight of that day; the month counts from 1. */
  atDate(year: number, month: number, day: number): this {
    const midnight = Date.UTC(
      year,
      this.#whole('atDate', month, 1, 12) - 1,
      this.#whole('atDate', day, 1, 31),
    );
    const slack = this.#chance(-SLACK, SLACK) * MINUTE;
    this.#rhythm = { once: (zone) => instantAt(midnight, zone) + slack };
    return this;
  }

  atHour(hour: number): this {
    this.#hour = this.#whole('atHour', hour, 0, 23);
    return this;
  }

  create(): Trigger {
    return installTrigger(this.#host, this.#handler, 'CLOCK', this.#timing());
  }

  everyDays(n: number): this {
    return this.#every('days', n);
  }

  everyHours(n: number): this {
    return this.#every('hours', n);
  }

  everyMinutes(n: number): this {
    if (!MINUTES.includes(n))
      throw new ScriptError(`Invalid argument: ${n} (minutes may be 1, 5, 10, 15 or 30)`);
    return this.#every('minutes', n);
  }

  everyWeeks(n: number): this {
    return this.#every('weeks', n);
  }

  inTimezone(timezone: string): this {
    this.#zone = zoneName(String(timezone));
    return this;
  }

  nearMinute(minute: number): this {
    this.#minute = this.#whole('nearMinute', minute, 0, 59);
    return this;
  }

  onWeekDay(day: EnumValue): this {
    if (!(day instanceof EnumValue)) throw mismatch('ClockTriggerBuilder.onWeekDay', [day]);
    this.#weekday = WEEKDAYS.indexOf(day.name);
    this.#rhythm ??= { unit: 'weeks', count: 1 };
    return this;
  }

  #every(unit: Unit, n: number): this {
    this.#rhythm = { unit, count: this.#whole(unit, n, 1, 1000) };
    return this;
  }

  #whole(what: string, value: number, least: number, most: number): number {
    if (typeof value !== 'number') throw mismatch(`ClockTriggerBuilder.${what}`, [value]);
    if (!Number.isInteger(value) || value < least || value > most) {
      throw new ScriptError(`Invalid argument: ${value}`);
    }
    return value;
  }

  #chance(least: number, most: number): number {
    return least + Math.floor(this.#host.random() * (most - least + 1));
  }

  /** Where the script leaves hour or minute open, one is drawn and kept. */
  #timing(): { nextAt: number; every?: number } {
    const rhythm = this.#rhythm;
    if (rhythm === undefined) throw new ScriptError('A clock trigger needs a time or a frequency.');
    if ('once' in rhythm) return { nextAt: rhythm.once(this.#zone) };
    const { unit, count } = rhythm;
    const now = this.#host.clock.now();
    if (unit === 'minutes') return { nextAt: now + count * MINUTE, every: count * MINUTE };
    const minute =
      this.#minute === undefined
        ? this.#chance(0, 59)
        : Math.min(59, Math.max(0, this.#minute + this.#chance(-SLACK, SLACK)));
    if (unit === 'hours') {
      const hourStart = Math.floor(now / HOUR) * HOUR;
      const first = hourStart + minute * MINUTE;
      return { nextAt: (first > now ? first : first + HOUR) + (count - 1) * HOUR, every: count * HOUR };
    }
    const today = Math.floor(wallTime(now, this.#zone).getTime() / DAY) * DAY;
    const slot = (this.#hour ?? this.#chance(0, 23)) * HOUR + minute * MINUTE;
    const weekday = unit === 'weeks' ? (this.#weekday ?? this.#chance(0, 6)) : undefined;
    let day = today;
    const fits = (): boolean =>
      (weekday === undefined || new Date(day).getUTCDay() === weekday) &&
      instantAt(day + slot, this.#zone) > now;
    while (!fits()) day += DAY;
    return { nextAt: instantAt(day + slot, this.#zone), every: count * (unit === 'weeks' ? 7 : 1) * DAY };
  }
}
