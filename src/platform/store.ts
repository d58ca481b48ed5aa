/** The Store and Cache ports over PropertiesService and CacheService. */
import { AppError } from '../core/errors';
import type { Cache, Store, StoreScope } from '../ports/store';

type Properties = GoogleAppsScript.Properties.Properties;

export const propertiesStore: Store = {
  get: (scope, key) => properties(scope).getProperty(key),
  set(scope, key, value) {
    try {
      properties(scope).setProperty(key, value);
    } catch (thrown) {
      if (thrown instanceof Error && /too large|property storage quota/i.test(thrown.message)) {
        throw new AppError('STORE_TOO_LARGE', { key }, undefined, { cause: thrown });
      }
      throw thrown;
    }
  },
  remove(scope, key) {
    properties(scope).deleteProperty(key);
  },
  all(scope, prefix) {
    return Object.fromEntries(
      Object.entries(properties(scope).getProperties()).filter(([key]) => key.startsWith(prefix)),
    );
  },
};

export const userCache: Cache = {
  get: (key) => CacheService.getUserCache().get(key),
  put(key, value, seconds) {
    CacheService.getUserCache().put(key, value, seconds);
  },
};

function properties(scope: StoreScope): Properties {
  return scope === 'user' ? PropertiesService.getUserProperties() : PropertiesService.getDocumentProperties();
}
