/** Replaces Date by one that reads the virtual clock, in the script's time zone. */
import { useUtc } from './script-zone';

/**
 * `new Date()`, `Date()` and `Date.now()` give the virtual time; everything else is JavaScript's own Date with UTC
 * as local time, and objects of both are instances of both.
 * @param now milliseconds since 1970
 */
export function virtualDate(now: () => number): DateConstructor {
  const Real = Date;
  const read = useUtc();
  function VirtualDate(this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return new Real(now()).toString();
    return Reflect.construct(Real, args.length === 0 ? [now()] : read(args), new.target) as unknown;
  }
  const define = (key: PropertyKey, value: unknown) =>
    Object.defineProperty(VirtualDate, key, { value, writable: key === 'now', configurable: true });
  define('name', 'Date');
  define('length', 7);
  define('now', now);
  define('parse', (text: unknown) => new Real(read([String(text)])[0] as string | number).getTime());
  define('UTC', Real.UTC.bind(Real));
  VirtualDate.prototype = Real.prototype as unknown;
  const constructor = { value: VirtualDate, writable: true, configurable: true };
  Object.defineProperty(Real.prototype, 'constructor', constructor);
  return VirtualDate as unknown as DateConstructor;
}
