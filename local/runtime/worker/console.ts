/** The bundle's console: lines of the execution's log. https://developers.google.com/apps-script/guides/logging */

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch (problem) {
    return `${String(value)} (${String(problem)})`;
  }
}

/** A message with %s, %d, %i, %f, %j and %o filled in; further values follow, parted by blanks. */
function line(values: readonly unknown[]): string {
  const rest = [...values];
  const first = rest.shift();
  const text =
    typeof first === 'string'
      ? first.replace(/%([sdifjo%])/g, (mark, kind: string) => {
          if (kind === '%') return '%';
          return rest.length === 0 ? mark : shown(rest.shift());
        })
      : shown(first);
  return [text, ...rest.map(shown)].join(' ');
}

/**
 * The methods that Apps Script's console has; any other name is an error.
 * @param now virtual milliseconds, for time and timeEnd
 */
export function logConsole(log: (text: string) => void, now: () => number): object {
  const timers = new Map<string, number>();
  const write = (...values: unknown[]) => log(line(values));
  const methods: Record<string, unknown> = {
    log: write,
    info: write,
    warn: write,
    error: write,
    time: (label: string) => void timers.set(label, now()),
    timeEnd: (label: string) => {
      const started = timers.get(label);
      timers.delete(label);
      if (started !== undefined) log(`${label}: ${String(now() - started)}ms`);
    },
  };
  return new Proxy(methods, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key) as unknown;
      throw new Error(`console.${key} is not implemented by the local Apps Script.`);
    },
  });
}
