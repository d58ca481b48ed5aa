/** Makes the clock of a frame tell the desk's time: a page that counts down must count in the same time. */

/** @returns how to set it, in milliseconds since 1970 */
export function followClock(start: number): (now: number) => void {
  const RealDate = Date;
  let ahead = Number.isFinite(start) ? start - RealDate.now() : 0;
  const now = (): number => RealDate.now() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
  return (moment) => {
    ahead = moment - RealDate.now();
  };
}
