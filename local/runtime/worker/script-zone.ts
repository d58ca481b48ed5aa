/** Makes UTC the local time of Date and Intl, wherever the machine stands: the manifest's time zone is Etc/UTC. */

/** A text with a time of day but no zone is local time; a date alone is UTC already. */
const HAS_ZONE = /(Z|GMT|UTC?|[+-]\d{2}:?\d{2})\s*(\(.*\))?$/i;
const DATE_ONLY = /^[+-]?\d{4,6}(-\d{2}(-\d{2})?)?$/;
const ZONE_NAME = 'GMT+0000 (Coordinated Universal Time)';

const PARTS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
const IN_WORDS = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const;

type Method = (this: Date, ...args: unknown[]) => unknown;

/** The local readings and settings of every date become those of UTC. */
function useUtcMethods(prototype: Date): void {
  const define = (name: string, value: Method) =>
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  for (const part of PARTS) {
    for (const verb of ['get', 'set']) {
      const utc: unknown = Reflect.get(prototype, `${verb}UTC${part}`);
      if (typeof utc === 'function') define(`${verb}${part}`, utc as Method);
    }
  }
  // Such as: Mon, 23 Nov 2026 09:00:00 GMT
  const words = (date: Date) => /^(\w+), (\d+) (\w+) (-?\d+) (\S+)/.exec(date.toUTCString());
  const day = (date: Date) => words(date)?.slice(1, 5) ?? [];
  const dayText = (date: Date) => {
    const [weekday = 'Invalid Date', number = '', month = '', year = ''] = day(date);
    return [weekday, month, number, year].join(' ').trim();
  };
  const timeText = (date: Date) => `${words(date)?.[5] ?? ''} ${ZONE_NAME}`;
  const valid = (date: Date) => !Number.isNaN(date.getTime());
  define('getTimezoneOffset', () => 0);
  define('toDateString', function () {
    return dayText(this);
  });
  define('toTimeString', function () {
    return valid(this) ? timeText(this) : 'Invalid Date';
  });
  define('toString', function () {
    return valid(this) ? `${dayText(this)} ${timeText(this)}` : 'Invalid Date';
  });
  for (const name of IN_WORDS) {
    const own = prototype[name] as Method;
    define(name, function (locales, options) {
      return own.call(this, locales, { timeZone: 'UTC', ...(options as object | undefined) });
    });
  }
}

/** How `new Date(…)` reads its arguments when local time is UTC. Milliseconds since 1970. */
export type ReadTime = (args: unknown[]) => unknown[];

/** Call once in a realm. https://developers.google.com/apps-script/manifest */
export function useUtc(): ReadTime {
  const Real = Date;
  const own = Real.prototype;
  const { getFullYear, getMonth, getDate, getHours, getMinutes, getSeconds, getMilliseconds } = own;
  const localReadings = [getFullYear, getMonth, getDate, getHours, getMinutes, getSeconds, getMilliseconds];
  useUtcMethods(own);
  const Format = Intl.DateTimeFormat;
  const zoned = ([locales, options]: unknown[]) => [
    locales,
    { timeZone: 'UTC', ...(options as object | undefined) },
  ];
  Intl.DateTimeFormat = new Proxy(Format, {
    construct: (target, args, newTarget) => Reflect.construct(target, zoned(args), newTarget) as object,
    apply: (target, _, args) => Reflect.construct(target, zoned(args)) as unknown,
  });
  return (args) => {
    if (args.length > 1) return [Real.UTC(...(args.map(Number) as [number, number]))];
    const [text] = args;
    if (typeof text !== 'string' || HAS_ZONE.test(text) || DATE_ONLY.test(text)) return args;
    const local = new Real(text);
    return [Real.UTC(...(localReadings.map((read) => read.call(local)) as [number, number]))];
  };
}
