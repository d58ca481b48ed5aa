/** Lists that take a moment to make are made when somebody first looks at them. */

/** Puts a property on `data` whose value `make` gives on first use; it may be set as any other. */
export function makeWhenAsked<T extends object, K extends keyof T>(data: T, key: K, make: () => T[K]): void {
  let made: { value: T[K] } | undefined;
  Object.defineProperty(data, key, {
    enumerable: true,
    configurable: true,
    get: () => (made ??= { value: make() }).value,
    set: (value: T[K]) => {
      made = { value };
    },
  });
}
