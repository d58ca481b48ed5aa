/** Requests made from definitions: which fields they ask for, in how many addresses. */
import * as fc from 'fast-check';
import { redact } from '../../../src/core/http/redaction';
import { buildUrl, MAX_URL_LENGTH } from '../../../src/core/http/url';
import { PROVIDERS } from '../../../src/providers/catalogue';
import {
  CURSOR_ALLOWANCE,
  listingRequest,
  listRequests,
  openConnection,
  organisationName,
  probeRequest,
} from '../../../src/providers/requests';
import type { ResourceDefinition } from '../../../src/providers/definition';
import { ACME, PAGE_SIZE, sampleField, THINGS } from './sample';

const asked = (list: { request: { query?: object } }): string[] =>
  String((list.request.query as { only?: string }).only).split(',');
const pick = (...keys: string[]) =>
  keys.map((key) => THINGS.fields.find((field) => field.key === key) ?? sampleField(key));

describe('the list of a resource', () => {
  test('asks for the chosen fields and always for the key, with the definition’s own parameters', () => {
    const lists = listRequests(THINGS, pick('title', 'stage'));
    expect(lists).toHaveLength(1);
    expect(lists[0]).toEqual({
      paging: THINGS.paging,
      envelope: 'things',
      request: {
        method: 'get',
        path: '/things',
        query: { order: 'uid', only: 'uid,title,stage' },
        rateClass: THINGS.rateClass,
        repeatable: true,
        subject: 'things',
      },
      optional: ['stage'],
    });
  });

  test('the currency comes along with an amount, whether or not it was chosen', () => {
    expect(asked(listRequests(THINGS, pick('price'))[0])).toEqual(['uid', 'price', 'coin']);
    expect(asked(listRequests(THINGS, pick('coin', 'price'))[0])).toEqual(['uid', 'coin', 'price']);
  });

  test('no chosen field still asks for the key', () => {
    expect(asked(listRequests(THINGS, [])[0])).toEqual(['uid']);
  });

  test('what comes without being asked for is not asked for', () => {
    const resource = { ...THINGS, implicit: ['uid'] };
    expect(asked(listRequests(resource, pick('uid', 'title'))[0])).toEqual(['title']);
    expect(listRequests(resource, [])[0].request.query).toEqual({ order: 'uid', only: undefined });
  });

  test('what records take from their parent is not asked for, nor a made key, but what it is made of is', () => {
    const resource: ResourceDefinition = {
      ...THINGS,
      parent: { resource: 'apps', carries: { coin: 'uid' } },
      keyFrom: { fields: ['coin', 'stage'] },
    };
    expect(asked(listRequests(resource, pick('coin', 'title'))[0])).toEqual(['stage', 'title']);
  });

  test('a value inside an object is asked for by the object, once', () => {
    const fields = [...THINGS.fields, sampleField('tax', { aliases: ['price.tax', 'tax.value'] })];
    const lists = listRequests({ ...THINGS, fields }, [...pick('title', 'price'), ...fields.slice(-1)]);
    expect(asked(lists[0])).toEqual(['uid', 'title', 'price', 'coin']);
    expect(asked(listRequests({ ...THINGS, fields }, fields.slice(-1))[0])).toEqual(['uid', 'price']);
  });

  test('any choice fits into addresses that Google takes, loses no field, and has the key in each', () => {
    const keys = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), {
      maxLength: 150,
    });
    fc.assert(
      fc.property(keys, fc.array(fc.boolean()), (names, money) => {
        const plain = names.map((name) => name.replace(/,/g, ';'));
        const fields = plain.map((key, n) =>
          sampleField(key, money[n] ? { type: 'money', currencyField: 'coin', minorUnits: true } : {}),
        );
        const lists = listRequests(THINGS, fields);
        const seen = new Set<string>();
        for (const list of lists) {
          const query = { ...list.request.query, limit: PAGE_SIZE, after: '' };
          const { length } = buildUrl(ACME.baseUrl, list.request.path, query);
          expect(length + CURSOR_ALLOWANCE).toBeLessThanOrEqual(MAX_URL_LENGTH);
          const part = asked(list);
          expect(part).toContain('uid');
          const amounts = fields.filter((field) => field.currencyField && part.includes(field.key));
          if (amounts.length > 0) expect(part).toContain('coin');
          part.forEach((key) => seen.add(key));
        }
        for (const key of plain) expect(seen).toContain(key);
      }),
      { numRuns: 60 },
    );
  });
});

describe('other requests', () => {
  test('a listing, where there is one', () => {
    expect(listingRequest(THINGS)).toMatchObject({
      path: '/things/extra',
      query: { all: false },
      subject: 'thing fields',
    });
    const { listing: _listing, ...bare } = THINGS;
    expect(listingRequest(bare)).toBeNull();
  });

  test('the probe, and whose key it is', () => {
    expect(probeRequest(ACME)).toMatchObject({ method: 'get', path: '/me', repeatable: true });
    expect(organisationName(ACME, { team: { name: 'Stark' } })).toBe('Stark');
    for (const body of [null, 'x', {}, { team: null }, { team: { name: 7 } }]) {
      expect(organisationName(ACME, body)).toBe('');
    }
  });

  test.each(PROVIDERS.map((provider) => [provider.title, provider] as const))(
    'a key opened for %s is masked from then on',
    (title, provider) => {
      const key = `opened-key-of-${title}`;
      const connection = openConnection(provider, key);
      expect(Object.values(connection.headers).join(' ')).toContain(key);
      expect(redact(`it was ${key}.`)).toBe('it was ••••.');
    },
  );
});
