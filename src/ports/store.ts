/** Small durable values: at most 9 KB each, 500 KB in all. https://developers.google.com/apps-script/guides/services/quotas */

/**
 * Where a value lives: `user` is private to one person (keys belong here and nowhere else), `document` is
 * shared by everyone who can edit the file.
 */
export type StoreScope = 'user' | 'document';

export interface Store {
  get(scope: StoreScope, key: string): string | null;
  /** Throws AppError STORE_TOO_LARGE where the value is over the limit. */
  set(scope: StoreScope, key: string, value: string): void;
  remove(scope: StoreScope, key: string): void;
  /** All values whose key starts with the prefix, in one call. */
  all(scope: StoreScope, prefix: string): Readonly<Record<string, string>>;
}

/** Values that may vanish at any time; private to one person. */
export interface Cache {
  get(key: string): string | null;
  put(key: string, value: string, seconds: number): void;
}
