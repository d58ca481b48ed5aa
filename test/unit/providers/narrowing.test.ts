/** Filters on their way to a platform: where they go, what fits, and what is sorted out here all the same. */
import { checkFilters } from '../../../src/core/filter/check';
import type { Filter } from '../../../src/core/filter/filter';
import { buildUrl, encodeQueryPart, MAX_URL_LENGTH } from '../../../src/core/http/url';
import type { Filtering, ResourceDefinition } from '../../../src/providers/definition';
import { CONDITIONS_BUDGET, narrowingOf, NOT_NARROWED } from '../../../src/providers/narrowing';
import { readResource } from '../../../src/providers/reading';
import { CURSOR_ALLOWANCE, listRequests } from '../../../src/providers/requests';
import type { HttpCall } from '../../../src/ports/http';
import { dispatcherOver, json, START } from '../core/http/scripted-http';
import { ACME, PAGE_SIZE, sampleField, SOURCE, THINGS } from './sample';

const TODAY = '2026-11-22';

/** Takes “is any of” only. */
const encode: Filtering['encode'] = ({ filter }) =>
  filter.test === 'isAnyOf' ? [{ on: filter.field, any: filter.values }] : [];
const IN_ADDRESS: ResourceDefinition = {
  ...THINGS,
  filtering: { encode, place: { parameter: 'where' }, evidence: SOURCE },
};
const { fieldsParameter: _parameter, ...WHOLE } = THINGS;
const IN_BODY: ResourceDefinition = {
  ...WHOLE,
  method: 'post',
  body: { having: ['not archived'], order: 'title' },
  filtering: { encode, place: { bodyKey: 'having' }, chosenBy: 'stage', evidence: SOURCE },
};

const on = (...filters: Filter[]) => checkFilters(filters, THINGS.fields);
const titled = (...values: string[]): Filter => ({ field: 'title', test: 'isAnyOf', values });
const narrowed = (resource: ResourceDefinition, ...filters: Filter[]) =>
  listRequests(resource, [], narrowingOf(resource, on(...filters), TODAY))[0].request;

describe('conditions', () => {
  test('go into the address as JSON, or into the body behind what is there', () => {
    expect(narrowed(IN_ADDRESS, titled('One')).query).toEqual({
      order: 'uid',
      only: 'uid',
      where: '[{"on":"title","any":["One"]}]',
    });
    expect(narrowed(IN_BODY, titled('One')).body).toEqual({
      having: ['not archived', { on: 'title', any: ['One'] }],
      order: 'title',
    });
  });

  test('that are parameters of their own each go under their name', () => {
    const each: ResourceDefinition = {
      ...THINGS,
      filtering: {
        encode: ({ filter }) =>
          filter.test === 'isAnyOf' ? [{ [filter.field]: filter.values.join(',') }] : [],
        place: { parameters: true },
        evidence: SOURCE,
      },
    };
    const stage: Filter = { field: 'stage', test: 'isAnyOf', values: ['new'] };
    expect(narrowed(each, titled('One', 'Two'), stage).query).toEqual({
      order: 'uid',
      only: 'uid',
      title: 'One,Two',
      stage: 'new',
    });
    expect(narrowed(each).query).toEqual({ order: 'uid', only: 'uid' });
  });

  test('that a platform does not take, or none at all, leave the request as it is', () => {
    const other: Filter = { field: 'title', test: 'contains', values: ['n'] };
    for (const resource of [IN_ADDRESS, IN_BODY, THINGS]) {
      const [plain] = listRequests(resource, []);
      expect(narrowed(resource, other)).toEqual(plain.request);
      expect(narrowed(resource)).toEqual(plain.request);
    }
    expect(narrowingOf(THINGS, on(titled('One')), TODAY)).toBe(NOT_NARROWED);
  });

  test('on what the list already chooses by take the place of its own', () => {
    const stage: Filter = { field: 'stage', test: 'isAnyOf', values: ['gone'] };
    expect(narrowed(IN_BODY, stage).body).toMatchObject({ having: [{ on: 'stage', any: ['gone'] }] });
    const sortedOutHere: Filter = { field: 'stage', test: 'isEmpty', values: [] };
    expect(narrowed(IN_BODY, sortedOutHere).body).toMatchObject({ having: [] });
  });

  test('that are too long for an address are left out, shorter ones after them are not', () => {
    const long = titled('x'.repeat(150), 'é'.repeat(50));
    const short: Filter = { field: 'stage', test: 'isAnyOf', values: ['new'] };
    expect(narrowed(IN_ADDRESS, long, short).query?.['where']).toBe('[{"on":"stage","any":["new"]}]');
    expect(JSON.stringify(narrowed(IN_BODY, long).body)).toContain('x'.repeat(150));
  });

  test('leave room for as many fields as still fit, and the same go with each part', () => {
    const fields = Array.from({ length: 90 }, (_, n) => sampleField(`c_field_number_${String(n)}`));
    const filters = on(titled('a'.repeat(90), 'b'.repeat(90)), titled('c'.repeat(90)));
    const narrowing = narrowingOf(IN_ADDRESS, filters, TODAY);
    const lists = listRequests(IN_ADDRESS, fields, narrowing);
    expect(lists.length).toBeGreaterThan(1);
    for (const { request } of lists) {
      const where = String(request.query?.['where']);
      expect(where).toBe(JSON.stringify(narrowing.conditions));
      expect(encodeQueryPart(where).length).toBeLessThanOrEqual(CONDITIONS_BUDGET);
      const query = { ...request.query, limit: PAGE_SIZE, after: '' };
      const { length } = buildUrl(ACME.baseUrl, request.path, query);
      expect(length + CURSOR_ALLOWANCE).toBeLessThanOrEqual(MAX_URL_LENGTH);
    }
  });
});

describe('reading with filters', () => {
  const RECORDS = [
    { uid: 1, title: 'One', stage: 'new' },
    { uid: 2, title: 'Two', stage: 'old' },
    { uid: 3, title: 'Onement' },
  ];
  const query = (call: HttpCall) => new URL(call.url).searchParams;
  const read = (
    resource: ResourceDefinition,
    handler: Parameters<typeof dispatcherOver>[0],
    ...filters: Filter[]
  ) => {
    const { dispatcher, http } = dispatcherOver(handler);
    const provider = { ...ACME, resources: [resource] };
    const selection = { filters: on(...filters), timeZone: 'UTC' };
    const title = THINGS.fields.filter(({ key }) => key === 'title');
    return { ...readResource(dispatcher, provider, resource, title, START, undefined, selection), http };
  };
  const all = () => json({ things: RECORDS });

  test('a platform that matches more than was meant is corrected; what came is told apart', () => {
    const { records, arrived, complete, remarks } = read(IN_ADDRESS, all, titled('one'));
    expect(records).toEqual([RECORDS[0]]);
    expect(arrived).toEqual(RECORDS);
    expect({ complete, remarks }).toEqual({ complete: true, remarks: [] });
  });

  test('fields of filters are asked for along with the chosen ones', () => {
    const { http } = read(IN_ADDRESS, all, { field: 'price', test: 'atLeast', values: [5] });
    expect(http.calls.map((call) => query(call).get('only'))).toEqual(['uid,title,price,coin']);
  });

  test('a list that is short of what was announced stays incomplete, whatever the filters leave', () => {
    const counted = { ...IN_ADDRESS, paging: { ...THINGS.paging, total: 'total' } } as ResourceDefinition;
    const full = read(counted, () => json({ things: RECORDS, total: 3 }), titled('One'));
    const short = read(counted, () => json({ things: RECORDS, total: 4 }), titled('One'));
    expect([full.complete, short.complete]).toEqual([true, false]);
    expect(full.records).toHaveLength(1);
  });

  test('where the platform refuses the filters, everything is read and sorted out here, and that is said', () => {
    for (const message of ['Unknown operator', 'Unknown filter key "title"']) {
      const { records, remarks, http } = read(
        IN_ADDRESS,
        (call) => (query(call).has('where') ? json({ message }, 400) : all()),
        titled('Two'),
      );
      expect(records).toEqual([RECORDS[1]]);
      expect(remarks).toEqual([
        'Acme did not take the filters, so all things were read and sorted out here.',
      ]);
      expect(http.calls).toHaveLength(2);
    }
  });

  test('a refusal that is not about the filters comes out as it is', () => {
    const refuse = () => json({ message: 'No' }, 400);
    expect(() => read(IN_ADDRESS, refuse, titled('Two'))).toThrow(/PROVIDER_REFUSED/);
    expect(() => read(IN_ADDRESS, () => json({}, 401), titled('Two'))).toThrow(/KEY_REFUSED/);
  });

  test('without filters nothing is sorted out', () => {
    expect(read(IN_ADDRESS, all).records).toEqual(RECORDS);
  });
});

describe('filters below parents', () => {
  const PARTS: ResourceDefinition = {
    ...WHOLE,
    resource: 'parts',
    title: 'Parts',
    path: '/things/{thing}/parts',
    parent: { resource: 'apps', carries: { thing: 'uid', thingTitle: 'title' } },
    fields: [...THINGS.fields, sampleField('thing', { type: 'id' }), sampleField('thingTitle')],
    key: 'uid',
  };

  test('on what comes from the parent spare the lists of the others; parents themselves are not filtered', () => {
    const { dispatcher, http } = dispatcherOver((call) => {
      const { pathname } = new URL(call.url);
      return pathname.endsWith('/parts')
        ? json({
            things: [
              { uid: `${pathname}#1`, title: 'One' },
              { uid: `${pathname}#2`, title: 'Two' },
            ],
          })
        : json({
            things: [
              { uid: 'a', title: 'Alpha' },
              { uid: 'b', title: 'Beta' },
            ],
          });
    });
    const filters = checkFilters(
      [
        { field: 'thing', test: 'isAnyOf', values: ['b'] },
        { field: 'title', test: 'isAnyOf', values: ['Two'] },
      ],
      PARTS.fields,
    );
    const provider = { ...ACME, resources: [THINGS, PARTS] };
    const { records } = readResource(dispatcher, provider, PARTS, [], START, undefined, {
      filters,
      timeZone: 'UTC',
    });
    expect(records).toEqual([{ uid: '/v1/things/b/parts#2', title: 'Two', thing: 'b', thingTitle: 'Beta' }]);
    expect(http.calls.map((call) => new URL(call.url).pathname)).toEqual([
      '/v1/things',
      '/v1/things/b/parts',
    ]);
  });
});
