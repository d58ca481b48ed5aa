/** Edits that a platform could not take, told before anything is sent. */
import type { Change } from '../../../src/core/change/change';
import type { Canonical } from '../../../src/core/table/codec/codec';
import type { ResourceDefinition } from '../../../src/providers/definition';
import { documentedFields } from '../../../src/providers/documented-fields';
import { APPS } from '../../../src/providers/torii/apps';
import { CONTRACTS } from '../../../src/providers/torii/contracts';
import { FIELDS } from '../../../src/providers/torii/fields';
import { TRANSACTIONS } from '../../../src/providers/torii/transactions';
import { USER_APPS } from '../../../src/providers/torii/user-apps';
import { checkWrites, clearingProblem, creatable } from '../../../src/providers/write-problem';
import { APPS as ZLURI_APPS } from '../../../src/providers/zluri/apps';
import { CONTRACTS as ZLURI_CONTRACTS } from '../../../src/providers/zluri/contracts';
import { USERS as ZLURI_USERS } from '../../../src/providers/zluri/users';
import { fieldOf, ownField } from './edits';

type Row = Readonly<Record<string, Canonical>>;

const change = (field: string, to: Canonical, more: Partial<Change> = {}): Change => ({
  row: 2,
  id: '4',
  name: 'Four',
  action: 'update',
  field,
  label: field,
  from: 'before',
  to,
  kind: 'change',
  ...more,
});

/** The messages of one row's edits, null for those that may go; `shown` is what else the row says. */
function messages(
  resource: ResourceDefinition,
  edits: Row,
  shown: Row = {},
  action: Change['action'] = 'update',
): readonly (string | null)[] {
  const changes = Object.entries(edits).map(([field, to]) => change(field, to, { action }));
  const checked = checkWrites(resource, documentedFields(resource), changes, (_, key) => shown[key]);
  return checked.map(({ kind, message }) => (kind === 'problem' ? (message ?? '') : null));
}

describe('empty cells', () => {
  test('Torii: text, people and dates can be emptied, names and the like cannot', () => {
    expect(clearingProblem(APPS, fieldOf(APPS, 'description'))).toBeNull();
    expect(clearingProblem(APPS, ownField('c_day', 'date'))).toBeNull();
    expect(clearingProblem(APPS, fieldOf(APPS, 'name'))).toMatch(/every app has one/);
    expect(clearingProblem(CONTRACTS, fieldOf(CONTRACTS, 'idApp'))).toMatch(/every contract has one/);
    expect(messages(APPS, { name: '', description: '' })).toEqual([expect.stringMatching(/“Name”/), null]);
  });

  test('Zluri: nothing can, and the message says why', () => {
    expect(clearingProblem(ZLURI_APPS, fieldOf(ZLURI_APPS, 'app_tags'))).toBe(
      'Zluri’s API has no way to take a value away. Put a value into “Tags”.',
    );
    expect(clearingProblem(ZLURI_USERS, fieldOf(ZLURI_USERS, 'user_name'))).toMatch(/every user has one/);
  });
});

describe('Torii’s contracts', () => {
  test('an app is named by its number', () => {
    expect(messages(CONTRACTS, { idApp: '17' })).toEqual([null]);
    expect(messages(CONTRACTS, { idApp: 'Slack' })).toEqual([expect.stringMatching(/number of the app/)]);
  });

  test('an amount of a new one needs a currency, and a currency three letters', () => {
    expect(messages(CONTRACTS, { name: 'A', amount: 5 }, {}, 'create')).toEqual([
      null,
      expect.stringMatching(/Fill in “Currency”/),
    ]);
    expect(messages(CONTRACTS, { amount: 5, currency: 'eur' }, {}, 'create')).toEqual([null, null]);
    expect(messages(CONTRACTS, { currency: 'euros' }, {}, 'create')).toEqual([expect.stringMatching(/EUR/)]);
    expect(messages(CONTRACTS, { amount: 5 })).toEqual([null]);
  });
});

test('an amount is not finer than its currency: it would arrive as another one', () => {
  const of = (amount: number, currency: string) => messages(CONTRACTS, { amount }, { currency })[0];
  expect(of(1200.5, 'JPY')).toBe(
    '“Contract value” is 1200.5, and JPY has no decimals. Round it to 1201, if that is what you mean.',
  );
  expect(of(10.005, 'EUR')).toMatch('EUR has 2 decimals at most');
  expect(of(10.005, 'KWD')).toBeNull();
  expect(of(0.1 + 0.2, 'EUR')).toBeNull();
  expect(of(1200, 'JPY')).toBeNull();
});

describe('Torii’s transactions', () => {
  const mapped = { idApp: '9', mappingStatus: 'Mapped' };

  test.each<[string, Row, Row, readonly boolean[]]>([
    ['another app', { idApp: '10' }, mapped, [true]],
    ['no app', { idApp: '' }, mapped, [true]],
    ['an app by name', { idApp: 'Slack' }, mapped, [false]],
    ['archived', { mappingStatus: 'Archived' }, mapped, [true]],
    ['unknown, with an app', { mappingStatus: 'Unknown' }, mapped, [false]],
    ['unknown, with an app that nobody knows of', { mappingStatus: 'Unknown' }, {}, [false]],
    ['unknown, together with no app', { idApp: '', mappingStatus: 'Unknown' }, mapped, [true, true]],
    ['unknown, where there is no app', { mappingStatus: 'Unknown' }, { idApp: '' }, [true]],
    ['unknown, with a new app', { idApp: '10', mappingStatus: 'Unknown' }, mapped, [true, false]],
    ['mapped, without an app', { mappingStatus: 'Mapped' }, { idApp: '' }, [false]],
    ['mapped, to the app that it had', { mappingStatus: 'Mapped' }, mapped, [false]],
    ['mapped, with its app', { idApp: '10', mappingStatus: 'Mapped' }, { idApp: '' }, [true, true]],
    ['no status', { mappingStatus: '' }, mapped, [false]],
    ['no amount and no day', { amount: '', transactionDate: '' }, mapped, [false, false]],
  ])('%s', (_, edits, shown, goes) => {
    expect(messages(TRANSACTIONS, edits, shown).map((message) => message === null)).toEqual(goes);
  });
});

describe('Torii’s fields', () => {
  test('only those of apps can be changed or deleted', () => {
    expect(messages(FIELDS, { name: 'Tier' }, { of: 'Apps' })).toEqual([null]);
    expect(messages(FIELDS, { name: 'Tier' }, { of: 'Contracts' })).toEqual([
      expect.stringMatching(/fields of apps alone/),
    ]);
    expect(messages(FIELDS, { '': '' }, { of: 'Users' }, 'delete')).toEqual([expect.stringMatching(/alone/)]);
    expect(messages(FIELDS, { '': '' }, { of: 'Apps' }, 'delete')).toEqual([null]);
  });

  test('a new one belongs to apps and has a type that can be made', () => {
    expect(messages(FIELDS, { name: 'Tier', type: 'dropdown' }, {}, 'create')).toEqual([null, null]);
    expect(messages(FIELDS, { name: 'Tier', type: 'fileUpload' }, {}, 'create')).toEqual([
      null,
      expect.stringMatching(/Write one of: singleLine,/),
    ]);
    const ofUsers = messages(FIELDS, { name: 'Tier', of: 'Users' }, {}, 'create');
    expect(ofUsers.every((message) => message?.includes('alone'))).toBe(true);
  });
});

test('Zluri: a user cannot begin as unknown (reference: adduser)', () => {
  expect(messages(ZLURI_USERS, { user_status: 'Unknown' }, {}, 'create')).toEqual([
    expect.stringMatching(/new user/),
  ]);
  expect(messages(ZLURI_USERS, { user_status: 'Unknown' })).toEqual([null]);
});

test('what is a problem already keeps its words', () => {
  const broken = change('name', '', { kind: 'problem', message: 'Broken.' });
  expect(checkWrites(APPS, documentedFields(APPS), [broken], () => undefined)).toEqual([broken]);
});

test('what a new row needs and takes, the organisation’s own fields included where they are taken', () => {
  const own = [ownField('c_fee', 'money'), ownField('c_file', 'other', { writable: false })];
  const contracts = creatable(CONTRACTS, [...documentedFields(CONTRACTS), ...own]);
  expect(contracts?.required).toEqual(['name', 'idApp', 'status']);
  expect(contracts?.accepted).toEqual(
    expect.arrayContaining(['name', 'idApp', 'status', 'owner', 'amount', 'currency', 'c_fee']),
  );
  expect(contracts?.accepted).not.toContain('c_file');
  expect(creatable(FIELDS, own)?.accepted).not.toContain('c_fee');
  expect([creatable(USER_APPS, own), creatable(ZLURI_CONTRACTS, own)]).toEqual([null, null]);
});
