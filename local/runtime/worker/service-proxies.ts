/** Services as the bundle holds them: proxies that call across, and refuse every name that is not there. */
import { pack, unpack, type Holder } from '../bridge/packing';
import type { Call, Parcel, Reply, Root, Shape, Wire } from '../bridge/wire';
import { evaluateTemplate } from './template';

export interface Line {
  /** Blocks until the service has answered. */
  call(call: Call): Reply;
  /** Shapes by number; grows while the thread lives. */
  readonly shapes: ReadonlyMap<number, Shape>;
}

/** The one class whose objects take properties of any name: they are the variables of the page. */
const TEMPLATE = 'HtmlTemplate';

function missing(what: string): Error {
  return new Error(`${what} is not implemented by the local Apps Script.`);
}

/** Names that JavaScript itself asks of any object: never a mistake in the bundle. */
const LANGUAGE = new Set(['then', 'toJSON', 'constructor', 'valueOf']);

/** An object of constants, such as an enum: a name that is not in it is an error, not undefined. */
function constants(entries: [string, unknown][], name: string): object {
  return new Proxy(Object.freeze(Object.fromEntries(entries)), {
    get(target, key) {
      if (typeof key === 'symbol' || Object.hasOwn(target, key) || LANGUAGE.has(key)) {
        return Reflect.get(target, key) as unknown;
      }
      if (key === 'toString') return () => name;
      throw missing(`${name}.${key}`);
    },
  });
}

export class ServiceProxies implements Holder {
  readonly #line: Line;
  readonly #services = new Map<number, object>();
  readonly #parcels = new WeakMap<object, Parcel>();
  readonly #enums = new Map<string, object>();
  readonly #constants = new Map<number, Map<string, unknown>>();

  constructor(line: Line) {
    this.#line = line;
  }

  root(root: Root): object {
    return this.service(root.id, root.shape);
  }

  parcel(value: object): Parcel | undefined {
    return this.#parcels.get(value);
  }

  service(id: number, shapeId: number, own: Readonly<Record<string, number | string>> = {}): object {
    const known = this.#services.get(id);
    if (known !== undefined) return known;
    const shape = this.#line.shapes.get(shapeId);
    if (shape === undefined) throw new Error(`The thread was not told of shape ${String(shapeId)}.`);
    const proxy = this.#proxy(id, shape, own);
    this.#services.set(id, proxy);
    this.#parcels.set(proxy, { is: 'service', id, shape: shapeId });
    return proxy;
  }

  /** Prints as its name, also in JSON. https://developers.google.com/apps-script/guides/v8-runtime/migration */
  enumValue(of: string, name: string): object {
    const key = `${of}.${name}`;
    const known = this.#enums.get(key);
    if (known !== undefined) return known;
    const self = () => name;
    const value = constants(
      [
        ['toString', self],
        ['toJSON', self],
        ['name', self],
      ],
      key,
    );
    this.#enums.set(key, value);
    this.#parcels.set(value, { is: 'enum', of, name });
    return value;
  }

  unpack(wire: Wire): unknown {
    return unpack(wire, this);
  }

  #constant(shape: Shape, key: string): unknown {
    let known = this.#constants.get(shape.id);
    if (known === undefined) {
      known = new Map(
        shape.constants.map(([name, wire]) => {
          const value = this.unpack(wire);
          const group = wire !== null && typeof wire === 'object' && 'is' in wire && wire.is === 'object';
          return [
            name,
            group ? constants(Object.entries(value as object), `${shape.className}.${name}`) : value,
          ];
        }),
      );
      this.#constants.set(shape.id, known);
    }
    return known.get(key);
  }

  #call(id: number, method: string, args: readonly unknown[]): unknown {
    const reply = this.#line.call({ target: id, method, args: args.map((arg) => pack(arg, this)) });
    if (reply.error === undefined) return this.unpack(reply.value);
    const error = new Error(reply.error.message);
    error.name = reply.error.name;
    throw error;
  }

  #proxy(id: number, shape: Shape, own: Readonly<Record<string, number | string>>): object {
    const { className } = shape;
    const methods = new Map<string, (...args: unknown[]) => unknown>();
    const isConstant = new Set(shape.constants.map(([name]) => name));
    const method = (name: string) => {
      const made = (...args: unknown[]) => this.#call(id, name, args);
      methods.set(name, made);
      return made;
    };
    for (const name of shape.methods) methods.set(name, method(name));
    methods.set('toString', () => className);
    const proxy = new Proxy({ ...own } as Record<string, unknown>, {
      get: (target, key) => {
        if (typeof key === 'symbol') return key === Symbol.toStringTag ? className : undefined;
        const found = methods.get(key);
        if (found !== undefined) return found;
        if (isConstant.has(key)) return this.#constant(shape, key);
        if (Object.hasOwn(target, key) || LANGUAGE.has(key))
          return key === 'constructor' ? undefined : target[key];
        if (key in Object.prototype) return Reflect.get(target, key) as unknown;
        throw missing(`${className}.${key}`);
      },
      has: (target, key) =>
        typeof key === 'string' && (methods.has(key) || isConstant.has(key) || Object.hasOwn(target, key)),
      set: (target, key, value) => {
        if (className !== TEMPLATE) throw missing(`Assigning to ${className}.${String(key)}`);
        if (typeof key === 'symbol') return false;
        target[key] = value;
        return true;
      },
    });
    if (className === TEMPLATE) {
      methods.set('evaluate', () => evaluateTemplate(String(this.#call(id, 'getCode', [])), proxy));
    }
    return proxy;
  }
}
