/** CacheService: expiry in virtual time, sizes, eviction. Source of all limits: https://developers.google.com/apps-script/reference/cache/cache */
import { createCacheService } from '../../../local/runtime/services/cache';
import { fakeHost, scripted } from './fake-host';

const open = () => {
  const host = fakeHost();
  return { host, cache: scripted(scripted(createCacheService(host)).getUserCache!()) };
};

test('an item lives 600 seconds, or as long as it is told', () => {
  const { host, cache } = open();
  cache.put!('short', 'a', 10);
  cache.put!('usual', 'b');
  expect(cache.getAll!(['short', 'usual', 'absent'])).toEqual({ short: 'a', usual: 'b' });
  host.clock.charge(10_000);
  expect(cache.get!('short')).toBeNull();
  host.clock.charge(589_999);
  expect(cache.get!('usual')).toBe('b');
  host.clock.charge(1);
  expect(cache.get!('usual')).toBeNull();
});

test('keys of 250 characters and values of 100 KB are the largest', () => {
  const { cache } = open();
  cache.put!('k'.repeat(250), 'x'.repeat(102_400));
  expect(() => cache.put!('k'.repeat(251), 'x')).toThrow('Argument too large: key');
  expect(() => cache.putAll!({ a: 'x', b: 'x'.repeat(102_401) })).toThrow('Argument too large: value');
  expect(cache.get!('a')).toBeNull();
});

test.each([0, 21_601])('a life of %d seconds is refused', (seconds) => {
  expect(() => open().cache.put!('k', 'v', seconds)).toThrow('Invalid argument: expirationInSeconds');
});

test('above 1,000 items the 900 that expire last are kept', () => {
  const { cache } = open();
  cache.putAll!(Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, 'v'])), 100);
  cache.put!('early', 'v', 50);
  expect(cache.get!('early')).toBeNull();
  const keys = Array.from({ length: 1_000 }, (_, n) => `k${n}`);
  expect(Object.keys(cache.getAll!(keys))).toHaveLength(900);
});

test('items are removed one by one or together', () => {
  const { cache } = open();
  cache.putAll!({ a: 1, b: 2, c: 3 });
  cache.remove!('a');
  cache.removeAll!(['b', 'absent']);
  expect(cache.getAll!(['a', 'b', 'c'])).toEqual({ c: '3' });
});

test('user, script and document caches are apart', () => {
  const service = scripted(createCacheService(fakeHost()));
  service.getScriptCache!().put('k', 'script');
  expect(service.getDocumentCache!().get('k')).toBeNull();
  expect(service.getScriptCache!().get('k')).toBe('script');
});
