/** Unsound uploads are refused with their reason. */
import type { UploadField, UploadTarget } from '../../../src/core/upload/target';
import { checkProvider } from '../../../src/providers/check';
import type { ProviderDefinition } from '../../../src/providers/definition';
import type { Uploads } from '../../../src/providers/uploading';
import { ACME, SOURCE } from './sample';

const NAME: UploadField = {
  key: 'email',
  label: 'Email',
  type: 'email',
  required: true,
  meaning: 'email',
  help: 'The address.',
  aliases: ['mail'],
  evidence: SOURCE,
};
const GROUP: UploadField = {
  ...NAME,
  key: 'group',
  label: 'Group',
  type: 'text',
  meaning: 'group',
  aliases: [],
};
const USERS: UploadTarget = {
  target: 'torii.users',
  title: 'Users',
  description: 'Users.',
  singular: 'user',
  plural: 'users',
  fields: [NAME],
  shape: { kind: 'records', entity: 'users', pageSize: 10, references: [] },
  identity: ['email'],
  missing: 'gone',
  needs: [],
  order: 1,
  place: null,
  maxBytes: 10,
  evidence: SOURCE,
};
const MEMBERS: UploadTarget = {
  ...USERS,
  target: 'torii.members',
  title: 'Members',
  fields: [NAME, GROUP],
  shape: {
    kind: 'records',
    entity: 'members',
    pageSize: 10,
    references: [{ field: 'email', target: 'torii.users', key: 'email' }],
  },
  needs: ['torii.users'],
  order: 2,
};
const protocol = {} as ReturnType<Uploads['protocolOf']>;
const UPLOADS: Uploads = {
  targets: [USERS, MEMBERS],
  protocolOf: () => protocol,
  places: { ...({} as Uploads['places']), singular: 'place', help: 'There.', evidence: SOURCE },
  audience: { resource: 'apps', email: 'title' },
};

const withUploads = (change: Partial<Uploads>): ProviderDefinition => ({
  ...ACME,
  uploads: { ...UPLOADS, ...change },
});
const withUsers = (change: Partial<UploadTarget>) => withUploads({ targets: [{ ...USERS, ...change }] });
const withField = (change: Partial<UploadField>) =>
  withUsers({ fields: [NAME, { ...GROUP, ...change }], identity: ['email'] });
const withMembers = (change: Partial<UploadTarget>) =>
  withUploads({ targets: [USERS, { ...MEMBERS, ...change }] });
const withShape = (change: object) =>
  withMembers({ shape: { ...MEMBERS.shape, ...change } as UploadTarget['shape'] });

test('the sample is sound, so each case below has the one problem that it says', () => {
  expect(checkProvider(withUploads({}))).toEqual([]);
});

const bad: [string, ProviderDefinition, RegExp][] = [
  ['no targets', withUploads({ targets: [] }), /no target/],
  [
    'a target twice',
    withUploads({ targets: [USERS, { ...USERS, title: 'Others' }] }),
    /upload “torii.users” occurs/,
  ],
  ['a title twice', withMembers({ title: 'Users' }), /title of an upload “Users” occurs twice/],
  ['a target of another platform', withUsers({ target: 'zluri.users' }), /does not begin with “torii.”/],
  ['a field twice', withField({ key: 'email', label: 'x' }), /header “email” occurs twice/],
  ['a meaning twice', withField({ meaning: 'email' }), /meaning “email” occurs twice/],
  ['a header of two fields', withField({ aliases: ['E-Mail'] }), /header “email” occurs twice/],
  ['nothing required', withUsers({ fields: [{ ...NAME, required: false }] }), /nothing in it is required/],
  ['a help that is no sentence', withField({ help: 'todo' }), /help is not a sentence/],
  ['a choice without choices', withField({ type: 'choice' }), /choices and its type do not agree/],
  ['a choice of nothing', withField({ type: 'choice', choices: [] }), /has no choices/],
  [
    'a word of two choices',
    withField({
      type: 'choice',
      choices: [
        { value: 'a', words: ['Yes'] },
        { value: 'b', words: ['yes'] },
      ],
    }),
    /word “yes” occurs twice/,
  ],
  ['cents of a text', withField({ cents: true }), /counts cents/],
  ['bounds of a text', withField({ least: 0 }), /has bounds/],
  ['the newest of texts', withField({ several: 'newest' }), /newest of no dates/],
  ['numbers that are joined', withField({ type: 'number', several: 'all' }), /cannot join/],
  ['a fallback on nothing', withField({ fallback: 'x' }), /falls back on “x”/],
  ['an identity that is no field', withUsers({ identity: ['x'] }), /identity “x” is no field/],
  [
    'an identity that is not sent',
    withUsers({ fields: [{ ...NAME, sent: false }] }),
    /identity “email” is no field/,
  ],
  ['no bytes', withUsers({ maxBytes: 0 }), /takes no bytes/],
  ['a need that is nowhere', withMembers({ needs: ['torii.users', 'torii.x'] }), /needs “torii.x”/],
  ['a need that comes later', withMembers({ order: 1 }), /is not sent before it/],
  ['pages without a size', withShape({ pageSize: 0 }), /pages have no size/],
  [
    'a reference by no field',
    withShape({ references: [{ field: 'x', target: 'torii.users', key: 'email' }] }),
    /reference “x” is no field/,
  ],
  [
    'a reference to no field',
    withShape({ references: [{ field: 'email', target: 'torii.users', key: 'x' }] }),
    /refers to “x” of “torii.users”/,
  ],
  ['a reference that is not needed', withMembers({ needs: [] }), /does not need it/],
  [
    'a column of no field',
    withUsers({ shape: { kind: 'csv', fileName: 'x.csv', columns: [{ field: 'x', header: 'X' }] } }),
    /column “x” is no field/,
  ],
  [
    'a target without a protocol',
    withUploads({
      targets: [USERS],
      protocolOf: () => {
        throw new Error('none');
      },
    }),
    /nothing says how it is sent/,
  ],
  ['no place', withUploads({ places: { ...UPLOADS.places, help: '' } }), /where its uploads go/],
  ['an audience that is nowhere', withUploads({ audience: { resource: 'x', email: 'y' } }), /is no resource/],
  [
    'an audience without the field',
    withUploads({ audience: { resource: 'apps', email: 'title', gone: { attribute: 'x', values: [] } } }),
    /audience has no field “x”/,
  ],
  [
    'a fact without a source',
    withField({ evidence: { ...SOURCE, source: '' } }),
    /upload torii.users: group has no source/,
  ],
];

test.each(bad)('refused: %s', (_, definition, reason) => {
  const problems = checkProvider(definition);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(reason);
});
