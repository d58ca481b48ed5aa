/** The services that one execution holds, by the number under which the bundle knows each. */
import { EnumValue, propertiesOf, ServiceObject } from '../service-object';
import type { Holder } from './packing';
import { enumParcel, shapeOf } from './shapes';
import type { Parcel, Root, Shape } from './wire';

export class Handles implements Holder {
  readonly #services: ServiceObject[] = [];
  readonly #ids = new Map<ServiceObject, number>();
  readonly #known: Set<number>;
  #news: Shape[] = [];

  /** @param known numbers of the shapes that the execution's thread has been told of; grows */
  constructor(known: Set<number>) {
    this.#known = known;
  }

  root(name: string, service: ServiceObject): Root {
    const parcel = this.#handle(service);
    return { name, id: parcel.id, shape: parcel.shape };
  }

  /** Shapes that came up since the last call and that the thread does not know. */
  takeNews(): Shape[] {
    const news = this.#news;
    this.#news = [];
    return news;
  }

  parcel(value: object): Parcel | undefined {
    return value instanceof ServiceObject ? this.#handle(value) : enumParcel(value);
  }

  service(id: number): ServiceObject {
    const service = this.#services[id];
    if (service === undefined)
      throw new Error(`The bundle names service ${String(id)}, which it was not given.`);
    return service;
  }

  enumValue(of: string, name: string): EnumValue {
    return new EnumValue(of, name);
  }

  #handle(service: ServiceObject): Parcel & { is: 'service' } {
    const shape = shapeOf(service);
    if (!this.#known.has(shape.id)) {
      this.#known.add(shape.id);
      this.#news.push(shape);
    }
    let id = this.#ids.get(service);
    if (id === undefined) {
      id = this.#services.push(service) - 1;
      this.#ids.set(service, id);
    }
    const own = propertiesOf(service);
    return { is: 'service', id, shape: shape.id, ...(own === undefined ? {} : { own }) };
  }
}
