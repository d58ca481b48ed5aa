/** The base of every object that the bundle can hold: its public methods are exactly what Apps Script offers. */

/**
 * A service, or an object that a service returns. The bridge exposes the public methods of the class (and of its
 * parents up to this one), and nothing else: state lives in #private fields, and what other services need of it
 * is exported as functions beside the class. Asking for any other name throws NotImplemented in the bundle.
 * A method may return a promise where it must wait for the outside (HTTP, a dialog): the bundle blocks meanwhile.
 */
export abstract class ServiceObject {
  /** Name as in Google's reference, such as Range: used in errors, in call counts and in the cost table. */
  abstract readonly className: string;

  /** Constants that hang on the object, such as enums: SpreadsheetApp.BorderStyle. */
  readonly constants: Readonly<Record<string, unknown>> = {};
}

const properties = new WeakMap<ServiceObject, Readonly<Record<string, number | string>>>();

/** Hangs values on one object, beside its methods, as edit events do on their range. */
export function giveProperties(
  service: ServiceObject,
  values: Readonly<Record<string, number | string>>,
): void {
  properties.set(service, values);
}

export function propertiesOf(service: ServiceObject): Readonly<Record<string, number | string>> | undefined {
  return properties.get(service);
}

/** A value of a Google enum: prints as its name, also in JSON. */
export class EnumValue {
  constructor(
    readonly enumName: string,
    readonly name: string,
  ) {}
}

/** Makes `{ OK: EnumValue, … }`. */
export function enumeration<Name extends string>(
  enumName: string,
  ...names: readonly Name[]
): Readonly<Record<Name, EnumValue>> {
  return Object.fromEntries(names.map((name) => [name, new EnumValue(enumName, name)])) as Record<
    Name,
    EnumValue
  >;
}

/** An exception with Google's own words; reaches the bundle as an Error whose name is Exception. */
export class ScriptError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Exception';
  }
}
