/** PropertiesService: stores, sizes and the daily quota. */
import { createPropertiesService } from '../../../local/runtime/services/properties';
import { DAY, fakeHost, scripted } from './fake-host';

const service = (host = fakeHost()) => ({ host, stores: scripted(createPropertiesService(host)) });

describe('stores', () => {
  test('keep user, document and script apart', () => {
    const { host, stores } = service();
    stores.getUserProperties!().setProperty('k', 'user').setProperty('n', 5);
    stores.getDocumentProperties!().setProperty('k', 'document');
    stores.getScriptProperties!().setProperty('k', 'script');
    expect(host.person.userProperties).toEqual(
      new Map([
        ['k', 'user'],
        ['n', '5'],
      ]),
    );
    expect(host.file.documentProperties.get('k')).toBe('document');
    expect(stores.getScriptProperties!().getProperty('k')).toBe('script');
    expect(stores.getUserProperties!().getProperty('absent')).toBeNull();
  });

  // https://developers.google.com/apps-script/reference/properties/properties
  test('setProperties adds, or replaces all when told so', () => {
    const store = service().stores.getUserProperties!();
    store.setProperties({ a: '1', b: '2' }).setProperties({ b: '3' });
    expect(store.getProperties()).toEqual({ a: '1', b: '3' });
    store.setProperties({ c: '4' }, true);
    expect(store.getKeys()).toEqual(['c']);
    store.deleteProperty('c').setProperty('d', 'x').deleteAllProperties();
    expect(store.getKeys()).toEqual([]);
  });
});

// https://developers.google.com/apps-script/guides/services/quotas
describe('limits', () => {
  test('a value holds 9 KB, counted in bytes', () => {
    const store = service().stores.getUserProperties!();
    store.setProperty('k', 'é'.repeat(4608));
    expect(() => store.setProperty('k', 'é'.repeat(4608) + '.')).toThrow('Argument too large: value');
    expect(() => store.setProperties({ ok: '1', big: 'x'.repeat(9217) })).toThrow(
      'Argument too large: value',
    );
    expect(store.getProperty('ok')).toBeNull();
  });

  // Text: reported by developers; the platform facts mark it [M].
  test('a store holds 500 KB', () => {
    const store = service().stores.getDocumentProperties!();
    const entries = Object.fromEntries(Array.from({ length: 56 }, (_, n) => [`k${n}`, 'x'.repeat(9100)]));
    store.setProperties(entries);
    expect(() => store.setProperty('more', 'x'.repeat(9000))).toThrow(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
    store.deleteProperty('k1').setProperty('more', 'x'.repeat(9000));
  });

  test('50,000 calls a day, anew 24 hours after the first', () => {
    const { host, stores } = service();
    host.person.quotas.set('properties', { used: 49_999, since: host.clock.now() });
    const store = stores.getUserProperties!();
    store.getProperty('k');
    expect(() => store.getProperty('k')).toThrow('Service invoked too many times for one day: properties.');
    host.clock.charge(DAY);
    expect(store.getProperty('k')).toBeNull();
  });

  test('wrong arguments get the signature error', () => {
    const store = service().stores.getUserProperties!();
    expect(() => store.setProperty('k')).toThrow(
      "The parameters (String) don't match the method signature for PropertiesService.Properties.setProperty.",
    );
  });
});
