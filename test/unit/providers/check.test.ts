/** Every definition in the catalogue is sound, and unsound ones are refused with their reason. */
import type { Filter } from '../../../src/core/filter/filter';
import type { CursorPaging, NumberPaging } from '../../../src/core/http/list';
import { PROVIDERS } from '../../../src/providers/catalogue';
import { checkProvider } from '../../../src/providers/check';
import type {
  FieldListing,
  Filtering,
  ProviderDefinition,
  ResourceDefinition,
} from '../../../src/providers/definition';
import type { CreateCall, Writes } from '../../../src/providers/writes';
import { ACME, sampleField, SOURCE, THINGS } from './sample';

test.each(PROVIDERS.map((provider) => [provider.title, provider] as const))('%s is sound', (_, provider) => {
  expect(checkProvider(provider)).toEqual([]);
});

test('the sample is sound, so each case below has the one problem that it says', () => {
  expect(checkProvider(ACME)).toEqual([]);
});

const withResource = (change: Partial<ResourceDefinition>): ProviderDefinition => ({
  ...ACME,
  resources: [{ ...THINGS, ...change }],
});
const withField = (...fields: Parameters<typeof sampleField>): ProviderDefinition =>
  withResource({ fields: [...THINGS.fields, sampleField(...fields)] });
const withPaging = (change: Partial<CursorPaging>): ProviderDefinition =>
  withResource({ paging: { ...(THINGS.paging as CursorPaging), ...change } });
const withListing = (change: Partial<FieldListing>): ProviderDefinition =>
  withResource({ listing: { ...(THINGS.listing as FieldListing), ...change } });
const RATE = { name: 'acme', requests: 100, seconds: 60 };
const unmarked = { ...SOURCE, mark: '?' as 'D' };
const { writes: _writes, ...UNWRITTEN } = THINGS;
const READ_ONLY: ResourceDefinition = {
  ...UNWRITTEN,
  fields: THINGS.fields.map((field) => ({ ...field, writable: false })),
};
const withWrites = (change: Partial<Writes>, more: Partial<ResourceDefinition> = {}): ProviderDefinition =>
  withResource({ writes: { ...WRITES, ...change }, ...more });
const withCreate = (change: Partial<CreateCall>): ProviderDefinition =>
  withWrites({ create: { ...CREATE, ...change } });
const WRITES = THINGS.writes as Writes;
const CREATE = WRITES.create as CreateCall;
const nowhere = { mark: 'D', source: 'somebody said so', read: '2026-11-22' } as const;

const bad: [string, ProviderDefinition, RegExp][] = [
  [
    'facts of no resource',
    { ...ACME, facts: { apps: { resource: 'nowhere', places: { id: 'uid' } } } },
    /facts about apps: there is no resource “nowhere”/,
  ],
  [
    'a fact in no field',
    { ...ACME, facts: { apps: { resource: 'apps', places: { id: 'uid', owner: 'nobody' } } } },
    /“owner” is at “nobody”, which is no field/,
  ],
  ['two fields with one key', withField('title'), /field key “title” occurs twice/],
  ['two fields with one label', withField('other', { label: 'title' }), /label “title” occurs twice/],
  ['no key field', withResource({ key: 'nothing' }), /key field “nothing” is not among/],
  ['no name field', withResource({ name: 'nothing' }), /name field “nothing” is not among/],
  [
    'a key that can be edited',
    withField('id', { writable: true, type: 'id' }),
    /id cells cannot be sent back/,
  ],
  [
    'a writable field without a way back',
    withField('x', { type: 'other', writable: true }),
    /cannot be sent back/,
  ],
  ['an envelope that selects nothing', withResource({ envelope: '' }), /envelope selects nothing/],
  ['an envelope that is the cursor', withPaging({ nextCursor: 'things' }), /also a paging key/],
  ['paging without a bound', withPaging({ maxPages: Infinity }), /paging has no bound/],
  ['pages without a size', withPaging({ pageSize: 0 }), /pages have no size/],
  ['paging without a cursor', withPaging({ nextCursor: '' }), /lacks the name/],
  ['a fact without a source', withField('x', { evidence: nowhere }), /x: it has no source/],
  ['a resource without a source', withResource({ evidence: nowhere }), /it has no source/],
  ['a help that is no sentence', withField('x', { help: 'todo' }), /help is not a sentence/],
  ['a money field of unknown unit', withField('x', { type: 'money' }), /what its amounts count/],
  [
    'a currency that is nowhere',
    withField('x', { type: 'money', minorUnits: true, currencyField: 'gold' }),
    /currency field “gold” is not among/,
  ],
  ['a currency on a text', withField('x', { currencyField: 'coin' }), /has a currency, but is text/],
  ['options on a text', withField('x', { options: [] }), /has options, but is text/],
  [
    'an option twice',
    withField('x', {
      type: 'option',
      options: [
        { value: 'a', label: 'A' },
        { value: 'a', label: 'B' },
      ],
    }),
    /option “a” occurs twice/,
  ],
  ['a path that is none', withResource({ path: 'things' }), /does not start with/],
  ['a path that leaves no room', withResource({ path: `/${'x'.repeat(300)}` }), /too little room/],
  [
    'a listed type without a way back',
    withListing({ types: { odd: { type: 'other', writable: true } } }),
    /listed type odd is writable/,
  ],
  ['a listing whose currency is nowhere', withListing({ currencyField: 'gold' }), /listing’s currency field/],
  ['a listing that selects nothing', withListing({ envelope: '' }), /listing’s envelope selects nothing/],
  ['a resource twice', { ...ACME, resources: [THINGS, THINGS] }, /resource “apps” occurs twice/],
  ['no resources', { ...ACME, resources: [] }, /no resources/],
  ['an address without TLS', { ...ACME, baseUrl: 'http://api.acme.test' }, /base address/],
  [
    'a connection that forgets the key',
    { ...ACME, connection: () => ACME.connection('fixed') },
    /does not send the key/,
  ],
  [
    'a connection to somewhere else',
    { ...ACME, connection: (key) => ({ ...ACME.connection(key), baseUrl: 'https://evil.test' }) },
    /another base address/,
  ],
  ['a probe that tells nothing', { ...ACME, probe: { ...ACME.probe, organisation: [] } }, /organisation/],
];

const learned = (change: Partial<ResourceDefinition>): ProviderDefinition => {
  const { listing: _listing, fieldsParameter: _parameter, ...whole } = READ_ONLY;
  const own = { attributes: ['own'], id: ['id'], label: ['name'], value: ['value'] };
  const fieldsInRecords = { own, othersSelected: false, evidence: SOURCE };
  return { ...ACME, resources: [{ ...whole, fieldsInRecords, ...change }] };
};
const NUMBERED: NumberPaging = {
  kind: 'number',
  pageParameter: 'page',
  sizeParameter: 'size',
  pageSize: 100,
  firstPages: [0, 1],
  where: 'query',
  totals: ['count'],
  maxPages: 10,
};
const below = (change: Partial<ResourceDefinition>): ProviderDefinition => ({
  ...ACME,
  resources: [
    THINGS,
    {
      ...THINGS,
      resource: 'users',
      title: 'Parts',
      path: '/things/{uid}/parts',
      parent: { resource: 'apps', carries: { uid: 'uid' } },
      ...change,
    },
  ],
});

test('numbered pages, learned fields and lists below parents are sound where they are well described', () => {
  expect(
    checkProvider(learned({ paging: NUMBERED, method: 'post', body: {}, keyFrom: { fields: ['title'] } })),
  ).toEqual([]);
  expect(checkProvider(below({}))).toEqual([]);
});

test('whole lists, lists at several places, rows inside records and made keys are sound', () => {
  const { listing: _listing, fieldsParameter: _parameter, ...bare } = READ_ONLY;
  const sound = (change: Partial<ResourceDefinition>) =>
    expect(
      checkProvider({ ...ACME, resources: [{ ...bare, paging: { kind: 'whole' }, ...change }] }),
    ).toEqual([]);
  sound({ keyFrom: { fields: ['title', 'stage'] } });
  sound({ path: '/{stage}/things', spread: [{ stage: 'new' }, { stage: 'old' }] });
  sound({ rows: { path: ['parts', 'list'], holderKey: 'id', carries: { title: 'name' } } });
});

const WINDOW = { fromParameter: 'from', toParameter: 'to', days: 7, windows: 4 };

bad.push(
  [
    'numbered paging without a page',
    learned({ paging: { ...NUMBERED, pageParameter: '' } }),
    /lacks the name/,
  ],
  ['a total that is the list', learned({ paging: { ...NUMBERED, totals: ['things'] } }), /also a paging key/],
  ['a smaller size that is not', learned({ paging: { ...NUMBERED, smallerSize: 100 } }), /is not smaller/],
  ['a body on a get', withResource({ body: {} }), /no POST/],
  [
    'fields both listed and learned',
    learned({ ...(THINGS.listing ? { listing: THINGS.listing } : {}) }),
    /both/,
  ],
  ['a key made of nothing', learned({ keyFrom: { fields: ['nowhere'] } }), /cannot be made from “nowhere”/],
  [
    'another name for what is asked for by name',
    withField('x', { aliases: ['y'] }),
    /“x” is asked for by name and has another one/,
  ],
  ['a window without end', withResource({ window: { ...WINDOW, windows: Infinity } }), /no bounds/],
  ['a window without a parameter', withResource({ window: { ...WINDOW, toParameter: '' } }), /window lacks/],
  ['a path that nobody fills', below({ path: '/things/{uid}/{part}' }), /nothing fills “{part}”/],
  [
    'a parent that is nowhere',
    below({ parent: { resource: 'roles', carries: { uid: 'uid' } } }),
    /does not exist/,
  ],
  [
    'a parent below a parent',
    below({ parent: { resource: 'users', carries: { uid: 'uid' } } }),
    /a parent itself/,
  ],
  [
    'a parent that lacks what is taken',
    below({ parent: { resource: 'apps', carries: { uid: 'size' } } }),
    /no field “size”/,
  ],
  [
    'a place for what is taken that is nowhere',
    below({ parent: { resource: 'apps', carries: { uid: 'uid', size: 'uid' } } }),
    /has no such field/,
  ],
  ['two ways of reading', withResource({ window: WINDOW, spread: [{}] }), /in more than one way/],
  [
    'a spread that leaves a place without its path',
    withResource({ path: '/{uid}/things', spread: [{ uid: 'a' }, { title: 'b' }] }),
    /nothing fills “{uid}”/,
  ],
  [
    'rows that take what they have no place for',
    withResource({ rows: { path: ['parts'], holderKey: 'uid', carries: { size: 'size' } } }),
    /take “size” from where they are listed/,
  ],
  [
    'a withheld endpoint without a source',
    { ...ACME, withheld: [{ title: 'X', method: 'get', path: '/x', why: 'It is.', evidence: nowhere }] },
    /withheld “X” has no source/,
  ],
);

const withFiltering = (change: Partial<Filtering>, more: Partial<ResourceDefinition> = {}) =>
  withResource({
    filtering: { encode: () => [], place: { parameter: 'where' }, evidence: SOURCE, ...change },
    ...more,
  });
const idea = (...filters: Filter[]) => ({ label: 'Idea', filters });
const isEmpty: Filter = { field: 'title', test: 'isEmpty', values: [] };

test('filters are sound where they are well described', () => {
  expect(checkProvider(withFiltering({ chosenBy: 'stage' }, { filterIdeas: [idea(isEmpty)] }))).toEqual([]);
});

bad.push(
  ['filters without evidence', withFiltering({ evidence: nowhere }), /its filtering has no source/],
  ['filters that go nowhere', withFiltering({ place: { parameter: '' } }), /go nowhere/],
  ['filters in the body of a get', withFiltering({ place: { bodyKey: 'having' } }), /no POST/],
  [
    'filters in an address without room',
    learned({ filtering: { encode: () => [], place: { parameter: 'where' }, evidence: SOURCE } }),
    /without room/,
  ],
  ['a choice by what is nowhere', withFiltering({ chosenBy: 'archive' }), /“archive”, which is not among/],
  [
    'a filter idea twice',
    withResource({ filterIdeas: [idea(isEmpty), idea(isEmpty)] }),
    /“Idea” occurs twice/,
  ],
  ['a filter idea without filters', withResource({ filterIdeas: [idea()] }), /it has no filters/],
  [
    'a filter idea on what is nowhere',
    withResource({ filterIdeas: [idea({ ...isEmpty, field: 'size' })] }),
    /filter idea “Idea”: .*“size” is not offered/,
  ],
  [
    'a filter idea with a test of another type',
    withResource({ filterIdeas: [idea({ ...isEmpty, test: 'isYes' })] }),
    /“Title” does not go with/,
  ],
);

bad.push(
  [
    'writable fields without requests',
    { ...ACME, resources: [UNWRITTEN] },
    /writable fields and nothing that writes/,
  ],
  [
    'writable fields that are only created',
    { ...ACME, resources: [{ ...UNWRITTEN, writes: { create: CREATE, clearing: WRITES.clearing } }] },
    /nothing that changes them/,
  ],
  [
    'changes of nothing',
    { ...ACME, resources: [{ ...learned({}).resources[0], writes: WRITES } as ResourceDefinition] },
    /can be changed and has no writable fields/,
  ],
  [
    'learned fields that go nowhere',
    learned({
      fieldsInRecords: {
        own: { attributes: ['own'], id: ['id'], label: ['name'], value: ['value'] },
        othersSelected: false,
        writable: ['text'],
        evidence: SOURCE,
      },
      writes: WRITES,
    }),
    /where the values of learned fields go/,
  ],
  [
    'a single read that needs more than the key',
    withWrites({ one: { path: '/things/{stage}', within: [], rateClass: RATE, evidence: SOURCE } }),
    /nothing fills “{stage}” in the path of its single read/,
  ],
  [
    'a removal that nothing leads to',
    withWrites({ remove: { path: '/things/{shelf}', rateClass: RATE, evidence: SOURCE } }),
    /nothing fills “{shelf}” in the path of its removal/,
  ],
  ['a creation below nothing', withCreate({ path: '/shelves/{shelf}' }), /in the path of its creation/],
  ['a creation at no path', withCreate({ path: 'things' }), /path of its creation does not start/],
  [
    'a creation of what is no field',
    withCreate({ accepted: ['title', 'shelf'] }),
    /“shelf”, which is no field/,
  ],
  ['a requirement that is not taken', withCreate({ accepted: ['stage'] }), /needs “title” and does not take/],
  ['a creation of anything', withCreate({ required: [] }), /any row would become one/],
  [
    'a mark that is none',
    withWrites({ remove: { path: '/things/{uid}', rateClass: RATE, evidence: unmarked } }),
    /its removal does not say how sure it is/,
  ],
  [
    'a clearing from nowhere',
    withWrites({ clearing: { offered: false, why: 'It is not.', evidence: nowhere } }),
    /its clearing has no source/,
  ],
  [
    'people from nowhere',
    { ...ACME, people: { ...ACME.people, evidence: nowhere } },
    /its way to people has no source/,
  ],
  ['a form that nobody writes', withField('x', { written: { as: 'text' } }), /x: .*nobody writes it/],
  [
    'a writable field that is not sent',
    withField('x', { writable: true, written: { as: 'unsent' } }),
    /x: it is writable and never sent/,
  ],
  [
    'a question without a number',
    withField('x', { caution: { setting: 'sendLifecycle', question: 'Sure?' } }),
    /x: its question does not say how many/,
  ],
);

test('an id that is written as a number or as text is sound', () => {
  for (const as of ['id number', 'text'] as const) {
    expect(checkProvider(withField('x', { type: 'id', writable: true, written: { as } }))).toEqual([]);
  }
});

test.each(bad)('refused: %s', (_, definition, reason) => {
  expect(checkProvider(definition).join('\n')).toMatch(reason);
});
