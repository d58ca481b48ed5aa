/** First code of every execution, run inside the bundle's own context: puts Apps Script's globals in place. */
import { pack } from '../bridge/packing';
import type { Root, Wire, WireError } from '../bridge/wire';
import { seededRandom } from '../random';
import { logConsole } from './console';
import { ServiceProxies, type Line } from './service-proxies';
import { virtualDate } from './virtual-date';

export interface Start extends Line {
  readonly roots: readonly Root[];
  readonly seed: number;
  log(text: string): void;
  /** Virtual milliseconds since 1970. */
  now(): number;
}

/** What the thread holds of a prepared context. */
export interface Machine {
  /** Runs a global function; the value may be a promise. */
  run(fn: string, args: Wire[]): unknown;
  /** Names of the bundle's global functions. */
  functions(): string[];
  pack(value: unknown): Wire;
  describe(error: unknown): WireError;
}

function describe(error: unknown): WireError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  return {
    name: error.name,
    message: error.message,
    ...(error.stack === undefined ? {} : { stack: error.stack }),
  };
}

/** A function by its name; menus and triggers may name `object.method`, which V8 scripts allow. */
function find(fn: string): { owner: unknown; found: unknown } {
  let owner: unknown = undefined;
  let found: unknown = globalThis;
  for (const part of fn.split('.')) {
    owner = found;
    found = found === null || found === undefined ? undefined : Reflect.get(Object(found) as object, part);
  }
  return { owner, found };
}

export function start(given: Start): Machine {
  const proxies = new ServiceProxies(given);
  const define = (name: string, value: unknown) =>
    Object.defineProperty(globalThis, name, { value, writable: true, enumerable: true, configurable: true });
  Object.defineProperty(globalThis, 'Date', {
    value: virtualDate(() => given.now()),
    writable: true,
    configurable: true,
  });
  Math.random = seededRandom(given.seed);
  define(
    'console',
    logConsole(
      (text) => given.log(text),
      () => given.now(),
    ),
  );
  for (const root of given.roots) define(root.name, proxies.root(root));
  return {
    run(fn, args) {
      const { owner, found } = find(fn);
      // Text as developers met it live.
      if (typeof found !== 'function') throw new Error(`Script function not found: ${fn}`);
      return Reflect.apply(
        found,
        fn.includes('.') ? owner : undefined,
        args.map((arg) => proxies.unpack(arg)),
      );
    },
    functions: () =>
      Object.keys(globalThis).filter((name) => typeof Reflect.get(globalThis, name) === 'function'),
    pack: (value) => pack(value, proxies),
    describe,
  };
}
