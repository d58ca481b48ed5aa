/** CacheService: text values that expire. https://developers.google.com/apps-script/reference/cache/cache */
import type { CacheEntry, Host } from '../host';
import { ScriptError, ServiceObject } from '../service-object';
import { mismatch } from './signature';

/** Limits of the reference page above; that they are strict was measured by https://justin.poehnelt.com/posts/exploring-apps-script-cacheservice-limits */
const KEY_CHARACTERS = 250;
const VALUE_BYTES = 100 * 1024;
const DEFAULT_SECONDS = 600;
const LONGEST_SECONDS = 21_600;
/** Above this number of items, only the KEPT_ITEMS that expire last stay. */
const ITEMS = 1_000;
const KEPT_ITEMS = 900;

type Store = Map<string, CacheEntry>;

function checkKey(key: unknown, method: string): string {
  if (typeof key !== 'string') throw mismatch(`CacheService.Cache.${method}`, [key]);
  if (key.length > KEY_CHARACTERS) throw new ScriptError('Argument too large: key');
  return key;
}

function lifetime(seconds: unknown): number {
  if (seconds === undefined || seconds === null) return DEFAULT_SECONDS;
  if (typeof seconds !== 'number' || seconds < 1 || seconds > LONGEST_SECONDS) {
    throw new ScriptError('Invalid argument: expirationInSeconds');
  }
  return seconds;
}

class Cache extends ServiceObject {
  readonly className = 'Cache';
  readonly #host: Host;
  readonly #store: Store;

  constructor(host: Host, store: Store) {
    super();
    this.#host = host;
    this.#store = store;
  }

  get(key: string): string | null {
    return this.#read(checkKey(key, 'get'));
  }

  /** Only the keys that were found. */
  getAll(keys: unknown): Record<string, string> {
    if (!Array.isArray(keys)) throw mismatch('CacheService.Cache.getAll', [keys]);
    const found: Record<string, string> = {};
    for (const key of keys) {
      const value = this.#read(checkKey(key, 'getAll'));
      if (value !== null) found[key] = value;
    }
    return found;
  }

  put(key: string, value: unknown, expirationInSeconds?: number): void {
    if (value === undefined || value === null) {
      throw mismatch('CacheService.Cache.put', [key, value, expirationInSeconds]);
    }
    this.#write([[checkKey(key, 'put'), value]], expirationInSeconds);
  }

  putAll(values: unknown, expirationInSeconds?: number): void {
    if (typeof values !== 'object' || values === null || Array.isArray(values)) {
      throw mismatch('CacheService.Cache.putAll', [values, expirationInSeconds]);
    }
    const entries = Object.entries(values).map(([key, value]) => [checkKey(key, 'putAll'), value] as const);
    this.#write(entries, expirationInSeconds);
  }

  remove(key: string): void {
    this.#store.delete(checkKey(key, 'remove'));
  }

  removeAll(keys: unknown): void {
    if (!Array.isArray(keys)) throw mismatch('CacheService.Cache.removeAll', [keys]);
    for (const key of keys) this.#store.delete(checkKey(key, 'removeAll'));
  }

  #read(key: string): string | null {
    const entry = this.#store.get(key);
    if (entry === undefined) return null;
    if (entry.expires > this.#host.clock.now()) return entry.value;
    this.#store.delete(key);
    return null;
  }

  #write(entries: readonly (readonly [string, unknown])[], expirationInSeconds: unknown): void {
    const now = this.#host.clock.now();
    const expires = now + lifetime(expirationInSeconds) * 1000;
    const texts = entries.map(([key, value]) => [key, String(value)] as const);
    for (const [, value] of texts) {
      if (Buffer.byteLength(value, 'utf8') > VALUE_BYTES) throw new ScriptError('Argument too large: value');
    }
    for (const [key, value] of texts) {
      this.#store.delete(key);
      this.#store.set(key, { value, expires });
    }
    if (this.#store.size > ITEMS) this.#evict();
  }

  #evict(): void {
    const lastToExpire = [...this.#store].sort(([, a], [, b]) => b.expires - a.expires);
    for (const [key] of lastToExpire.slice(KEPT_ITEMS)) this.#store.delete(key);
  }
}

class CacheService extends ServiceObject {
  readonly className = 'CacheService';
  readonly #host: Host;

  constructor(host: Host) {
    super();
    this.#host = host;
  }

  getDocumentCache(): Cache {
    return new Cache(this.#host, this.#host.file.documentCache);
  }

  getScriptCache(): Cache {
    return new Cache(this.#host, this.#host.file.scriptCache);
  }

  getUserCache(): Cache {
    return new Cache(this.#host, this.#host.person.userCache);
  }
}

/** The service for one execution. */
export function createCacheService(host: Host): ServiceObject {
  return new CacheService(host);
}
