/** A small invented provider, so that tests of the shared parts do not lean on a real one. */
import type {
  Evidence,
  FieldDefinition,
  ProviderDefinition,
  ResourceDefinition,
} from '../../../src/providers/definition';

export const SOURCE: Evidence = { mark: 'D', source: 'https://acme.test/docs', read: '2026-11-22' };

export function sampleField(key: string, more: Partial<FieldDefinition> = {}): FieldDefinition {
  return {
    key,
    label: `Label of ${key}`,
    type: 'text',
    help: `What ${key} means.`,
    writable: false,
    selected: true,
    custom: false,
    evidence: SOURCE,
    ...more,
  };
}

/** Records on a page of the sample. */
export const PAGE_SIZE = 50;

const RATE = { name: 'acme', requests: 100, seconds: 60 };

export const THINGS: ResourceDefinition = {
  resource: 'apps',
  title: 'Things',
  singular: 'thing',
  plural: 'things',
  description: 'Every thing.',
  path: '/things',
  query: { order: 'uid' },
  fieldsParameter: 'only',
  envelope: 'things',
  paging: {
    kind: 'cursor',
    sizeParameter: 'limit',
    pageSize: PAGE_SIZE,
    cursorParameter: 'after',
    nextCursor: 'next',
    maxPages: 10,
  },
  key: 'uid',
  name: 'title',
  fields: [
    sampleField('title', { label: 'Title', writable: true }),
    sampleField('uid', { label: 'ID', type: 'id' }),
    sampleField('stage', { label: 'Stage', type: 'option', writable: true }),
    sampleField('price', { label: 'Price', type: 'money', currencyField: 'coin', minorUnits: false }),
    sampleField('coin', { label: 'Coin', selected: false }),
  ],
  listing: {
    path: '/things/extra',
    query: { all: false },
    envelope: 'extra',
    attributes: {
      key: 'code',
      label: 'caption',
      type: 'kind',
      options: 'choices',
      deleted: 'gone',
      shown: 'visible',
    },
    types: {
      words: { type: 'text', writable: true },
      sum: { type: 'money', writable: true },
      choice: { type: 'option', writable: true },
      sealed: { type: 'other', writable: false },
    },
    writable: true,
    currencyField: 'coin',
    minorUnits: false,
    rateClass: RATE,
    evidence: SOURCE,
  },
  writes: {
    one: {
      path: '/things/{uid}',
      fieldsParameter: 'only',
      within: ['thing'],
      rateClass: RATE,
      evidence: SOURCE,
    },
    update: { method: 'put', path: '/things/{uid}', within: ['thing'], rateClass: RATE, evidence: SOURCE },
    create: {
      path: '/things',
      required: ['title'],
      accepted: ['title', 'stage', 'price'],
      ownFields: true,
      within: ['thing'],
      idAt: ['thing.uid'],
      rateClass: RATE,
      evidence: SOURCE,
    },
    remove: { path: '/things/{uid}', rateClass: RATE, evidence: SOURCE },
    clearing: { offered: true, text: '', several: [], other: null, evidence: SOURCE },
  },
  rateClass: RATE,
  evidence: SOURCE,
};

export const ACME: ProviderDefinition = {
  provider: 'torii',
  title: 'Acme',
  baseUrl: 'https://api.acme.test/v1',
  keyPlace: 'Settings → Keys',
  connection: (apiKey) => ({
    title: 'Acme',
    baseUrl: 'https://api.acme.test/v1',
    headers: { 'api-key': apiKey },
    keyPlace: 'Settings → Keys',
    readMessage: () => null,
  }),
  probe: { path: '/me', rateClass: RATE, organisation: ['team', 'name'], evidence: SOURCE },
  people: {
    method: 'get',
    path: '/people',
    place: { parameter: 'email' },
    most: 1,
    envelope: 'people',
    id: 'id',
    addresses: ['email'],
    idPattern: /^\d+$/,
    numbers: true,
    rateClass: RATE,
    evidence: SOURCE,
  },
  resources: [THINGS],
};
