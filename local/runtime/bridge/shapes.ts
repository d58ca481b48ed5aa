/** What classes of services show to the bundle: their public methods and their constants. */
import { EnumValue, ServiceObject } from '../service-object';
import { pack } from './packing';
import type { Parcel, Shape } from './wire';

export function enumParcel(value: object): Parcel | undefined {
  return value instanceof EnumValue ? { is: 'enum', of: value.enumName, name: value.name } : undefined;
}

/** Names of the methods of a service and of its parents, up to the common base. */
function methodsOf(service: ServiceObject): string[] {
  const names = new Set<string>();
  let level: unknown = Object.getPrototypeOf(service);
  while (typeof level === 'object' && level !== null && level !== ServiceObject.prototype) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (name !== 'constructor' && typeof value === 'function') names.add(name);
    }
    level = Object.getPrototypeOf(level);
  }
  return [...names];
}

const shapes = new Map<unknown, Shape>();

/** The shape of a service's class; the same object for all services of the class. */
export function shapeOf(service: ServiceObject): Shape {
  const known = shapes.get(service.constructor);
  if (known !== undefined) return known;
  const noService = () => {
    throw new Error(`A constant of ${service.className} is a service.`);
  };
  const holder = { parcel: enumParcel, service: noService, enumValue: noService };
  const shape: Shape = {
    id: shapes.size,
    className: service.className,
    methods: methodsOf(service),
    constants: Object.entries(service.constants).map(([name, value]) => [name, pack(value, holder)]),
  };
  shapes.set(service.constructor, shape);
  return shape;
}
