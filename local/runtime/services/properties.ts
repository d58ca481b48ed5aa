/** PropertiesService: text values kept by user, document and script. https://developers.google.com/apps-script/reference/properties/properties-service */
import type { Host, PropertyStore } from '../host';
import { ScriptError, ServiceObject } from '../service-object';
import { spend } from './daily-quota';
import { mismatch } from './signature';

/** Bytes of a value, and of all keys and values of a store. https://developers.google.com/apps-script/guides/services/quotas */
const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

function sizeOf(store: PropertyStore): number {
  let total = 0;
  for (const [key, value] of store) total += bytes(key) + bytes(value);
  return total;
}

/** Writes all entries or none. @throws ScriptError where a value or the store would grow too large. */
function write(store: PropertyStore, entries: readonly (readonly [string, string])[], alone: boolean): void {
  const next = new Map(alone ? [] : store);
  for (const [key, value] of entries) {
    if (bytes(value) > VALUE_BYTES) throw new ScriptError('Argument too large: value');
    next.set(key, value);
  }
  if (sizeOf(next) > STORE_BYTES) {
    throw new ScriptError(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  }
  if (alone) store.clear();
  for (const [key, value] of entries) store.set(key, value);
}

class Properties extends ServiceObject {
  readonly className = 'Properties';
  readonly #host: Host;
  readonly #store: PropertyStore;

  constructor(host: Host, store: PropertyStore) {
    super();
    this.#host = host;
    this.#store = store;
  }

  deleteAllProperties(): this {
    spend(this.#host, 'properties');
    this.#store.clear();
    return this;
  }

  deleteProperty(key: string): this {
    spend(this.#host, 'properties');
    this.#store.delete(String(key));
    return this;
  }

  getKeys(): string[] {
    spend(this.#host, 'properties');
    return [...this.#store.keys()];
  }

  getProperties(): Record<string, string> {
    spend(this.#host, 'properties');
    return Object.fromEntries(this.#store);
  }

  getProperty(key: string): string | null {
    if (typeof key !== 'string') throw mismatch('PropertiesService.Properties.getProperty', [key]);
    spend(this.#host, 'properties');
    return this.#store.get(key) ?? null;
  }

  setProperties(properties: unknown, deleteAllOthers?: boolean): this {
    if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
      throw mismatch('PropertiesService.Properties.setProperties', [properties, deleteAllOthers]);
    }
    spend(this.#host, 'properties');
    const entries = Object.entries(properties).map(([key, value]) => [key, String(value)] as const);
    write(this.#store, entries, deleteAllOthers === true);
    return this;
  }

  setProperty(key: string, value: unknown): this {
    if (typeof key !== 'string' || value === undefined) {
      throw mismatch('PropertiesService.Properties.setProperty', [key, value]);
    }
    spend(this.#host, 'properties');
    write(this.#store, [[key, String(value)]], false);
    return this;
  }
}

class PropertiesService extends ServiceObject {
  readonly className = 'PropertiesService';
  readonly #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  /** Shared by everyone who uses the script in this file. */
  getDocumentProperties(): Properties {
    return new Properties(this.#host, this.#host.file.documentProperties);
  }

  getScriptProperties(): Properties {
    return new Properties(this.#host, this.#host.file.scriptProperties);
  }

  getUserProperties(): Properties {
    return new Properties(this.#host, this.#host.person.userProperties);
  }
}

/** The service for one execution. */
export function createPropertiesService(host: Host): ServiceObject {
  return new PropertiesService(host);
}
