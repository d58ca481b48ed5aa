/** Every definition in the catalogue is sound, and unsound ones are refused with their reason. */
import { PROVIDERS } from '../../../src/providers/catalogue';
import { checkProvider } from '../../../src/providers/check';
import type { FieldListing, ProviderDefinition, ResourceDefinition } from '../../../src/providers/definition';
import { ACME, sampleField, THINGS } from './sample';

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
const withPaging = (change: Partial<ResourceDefinition['paging']>): ProviderDefinition =>
  withResource({ paging: { ...THINGS.paging, ...change } });
const withListing = (change: Partial<FieldListing>): ProviderDefinition =>
  withResource({ listing: { ...(THINGS.listing as FieldListing), ...change } });
const nowhere = { mark: 'D', source: 'somebody said so', read: '2026-11-22' } as const;

const bad: readonly [string, ProviderDefinition, RegExp][] = [
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

test.each(bad)('refused: %s', (_, definition, reason) => {
  expect(checkProvider(definition).join('\n')).toMatch(reason);
});
