/** Requests that change, make and remove records, against what the platforms' pages say. */
import { AppError } from '../../../src/core/errors';
import { APPS } from '../../../src/providers/torii/apps';
import { CONTRACTS } from '../../../src/providers/torii/contracts';
import { FIELDS } from '../../../src/providers/torii/fields';
import { TRANSACTIONS } from '../../../src/providers/torii/transactions';
import { USER_APPS } from '../../../src/providers/torii/user-apps';
import { USERS } from '../../../src/providers/torii/users';
import {
  answeredRecord,
  createdId,
  createRequest,
  refusedFields,
  removeRequest,
  updateRequest,
  wasGone,
} from '../../../src/providers/writing';
import { APP_USERS as ZLURI_APP_USERS } from '../../../src/providers/zluri/app-users';
import { APPS as ZLURI_APPS } from '../../../src/providers/zluri/apps';
import { ROLES } from '../../../src/providers/torii/roles';
import { USER_APPS as ZLURI_USER_APPS } from '../../../src/providers/zluri/user-apps';
import { USERS as ZLURI_USERS } from '../../../src/providers/zluri/users';
import { fieldOf, ownField, writesOf } from './edits';

const ANA = '66a1f0c2e4b0a1b2c3d40001';
const PEOPLE = new Map<string, string | number>([['ana@example.com', 1000]]);
const ZLURI_PEOPLE = new Map<string, string | number>([['ana@example.com', ANA]]);
const NOBODY = { record: null, people: new Map<string, string | number>() };

describe('Torii', () => {
  test('an app: only what changed, tags with commas, owners by number (reference: putappsidapp)', () => {
    const state = fieldOf(APPS, 'state', { options: [{ value: 'sanctioned', label: 'Sanctioned' }] });
    const request = updateRequest(
      APPS,
      '17',
      [
        { field: state, to: 'Sanctioned' },
        ...writesOf(APPS, {
          primaryOwner: 'ana@example.com',
          appOwners: 'ana@example.com',
          tags: 'DevOps, Human Resource',
          isHidden: true,
        }),
        { field: ownField('c_cost', 'money', { minorUnits: true }), to: 27_000 },
      ],
      { record: { id: 17 }, people: PEOPLE },
    );
    expect(request).toEqual({
      method: 'put',
      path: '/apps/17',
      body: {
        state: 'sanctioned',
        primaryOwner: 1000,
        appOwners: [1000],
        tags: 'DevOps,Human Resource',
        isHidden: true,
        c_cost: 2_700_000,
      },
      rateClass: { name: 'torii PUT /apps/{idApp}', requests: 100, seconds: 60 },
      repeatable: true,
      subject: 'app 17',
    });
  });

  test('a value is taken away by the empty form of its type', () => {
    const writes = [
      ...writesOf(APPS, { description: '', appOwners: '', primaryOwner: '', tags: '' }),
      { field: ownField('c_day', 'date'), to: '' },
      { field: ownField('c_many', 'options'), to: '' },
    ];
    expect(updateRequest(APPS, '17', writes, NOBODY).body).toEqual({
      description: '',
      appOwners: [],
      primaryOwner: null,
      tags: '',
      c_day: null,
      c_many: [],
    });
  });

  test('a contract’s amount goes with the currency that it is in, and never beside it (reference: putcontractsidcontract)', () => {
    const own = ownField('ccf_fee', 'money', { minorUnits: true, currencyField: 'currency' });
    const request = updateRequest(
      CONTRACTS,
      '5',
      [...writesOf(CONTRACTS, { amount: 230_000, idApp: '2369' }), { field: own, to: 0.5 }],
      { record: { id: 5, amount: 100, currency: 'EUR' }, people: PEOPLE },
    );
    expect(request).toMatchObject({ method: 'put', path: '/contracts/5', rateClass: { requests: 400 } });
    expect(request.body).toEqual({
      amount: { value: 23_000_000, currency: 'EUR' },
      idApp: 2369,
      ccf_fee: { value: 50, currency: 'EUR' },
    });
  });

  test('a new contract says its currency in its amounts, and is sent once (reference: postcontracts)', () => {
    const status = fieldOf(CONTRACTS, 'status', { options: [{ value: 'pipeline', label: 'Pipeline' }] });
    const request = createRequest(
      CONTRACTS,
      [
        ...writesOf(CONTRACTS, { name: 'Sofa', idApp: '9', amount: 1500, currency: 'JPY', owner: '' }),
        { field: status, to: 'Pipeline' },
        { field: ownField('c_start', 'date'), to: '2026-12-01' },
      ],
      NOBODY,
    );
    expect(request).toEqual({
      method: 'post',
      path: '/contracts',
      body: {
        name: 'Sofa',
        idApp: 9,
        status: 'pipeline',
        amount: { value: 1500, currency: 'JPY' },
        c_start: '2026-12-01',
      },
      rateClass: { name: 'torii POST /contracts', requests: 200, seconds: 60 },
      repeatable: false,
      subject: 'a new contract',
    });
  });

  test('a contract is deleted by its number; one that is gone already counts as deleted', () => {
    expect(removeRequest(CONTRACTS, '5')).toMatchObject({
      method: 'delete',
      path: '/contracts/5',
      rateClass: { requests: 200 },
      repeatable: true,
    });
    expect(wasGone('delete', new AppError('NOT_FOUND'))).toBe(true);
    expect(wasGone('update', new AppError('NOT_FOUND'))).toBe(false);
    expect(wasGone('delete', new AppError('PROVIDER_REFUSED'))).toBe(false);
  });

  test('of a user only the lifecycle status, of a user’s app only the removal mark', () => {
    expect(
      updateRequest(USERS, '3', writesOf(USERS, { lifecycleStatus: 'Offboarding' }), NOBODY),
    ).toMatchObject({
      path: '/users/3',
      body: { lifecycleStatus: 'offboarding' },
      rateClass: { requests: 200 },
    });
    const mark = writesOf(USER_APPS, { isUserRemovedFromApp: true });
    expect(updateRequest(USER_APPS, '3/17', mark, NOBODY)).toMatchObject({
      path: '/users/3/apps/17',
      body: { isUserRemovedFromApp: true },
      rateClass: { requests: 200 },
    });
  });

  test.each<[string, Record<string, string | number>, unknown]>([
    ['an app', { idApp: '9' }, { idApp: 9 }],
    ['an app, and the status that follows from it', { idApp: '9', mappingStatus: 'Mapped' }, { idApp: 9 }],
    ['no app', { idApp: '' }, { idApp: null }],
    [
      'no app and no status',
      { idApp: '', mappingStatus: 'Unknown' },
      { idApp: null, mappingStatus: 'unknown' },
    ],
    ['the archive', { mappingStatus: 'Archived' }, { mappingStatus: 'archived' }],
    [
      'another amount and day',
      { amount: 12.5, transactionDate: '2026-02-03' },
      {
        amount: { value: 1250 },
        transactionDate: '2026-02-03',
      },
    ],
  ])('a transaction gets %s (reference: puttransactionsidtransaction)', (_, values, body) => {
    const record = { id: 4, amount: { value: 100, currency: 'EUR', convertedValue: 110 } };
    const request = updateRequest(TRANSACTIONS, '4', writesOf(TRANSACTIONS, values), { ...NOBODY, record });
    expect(request).toMatchObject({ method: 'put', path: '/transactions/4', rateClass: { requests: 100 } });
    expect(request.body).toEqual(body);
  });

  test('an app field is known by its number; choices that are there keep what is stored for them', () => {
    const record = {
      id: 91,
      options: ['Tier one', 'Tier two'],
      optionValues: ['t1', 't2'],
    };
    const writes = writesOf(FIELDS, { name: 'Tier', options: 'Tier two, Tier three' });
    expect(updateRequest(FIELDS, 'apps/c_tier', writes, { ...NOBODY, record })).toMatchObject({
      method: 'put',
      path: '/apps/fields/91',
      body: {
        name: 'Tier',
        options: [
          { value: 't2', label: 'Tier two' },
          { value: 'Tier three', label: 'Tier three' },
        ],
      },
    });
    expect(removeRequest(FIELDS, 'apps/c_tier', record)).toMatchObject({ path: '/apps/fields/91' });
    expect(() => removeRequest(FIELDS, 'apps/c_tier')).toThrow(/has a gap/);
  });

  test('a new app field: name, type and choices (reference: postappsfields)', () => {
    const writes = writesOf(FIELDS, { of: 'Apps', name: 'SSO', type: 'dropdown', options: 'Yes, No' });
    expect(createRequest(FIELDS, writes, NOBODY)).toMatchObject({
      path: '/apps/fields',
      body: {
        name: 'SSO',
        type: 'dropdown',
        options: [
          { value: 'Yes', label: 'Yes' },
          { value: 'No', label: 'No' },
        ],
      },
    });
  });
});

describe('Zluri', () => {
  const office = ownField('66d4c3f5b7e3d4e5f6a70002', 'text');

  test('an app: owners by id, tags as a list, the archive under its other name (reference: updateapplication)', () => {
    const request = updateRequest(
      ZLURI_APPS,
      '66b2a1d3f5c1b2c3d4e50001',
      [
        ...writesOf(ZLURI_APPS, {
          app_owner_email: 'ana@example.com',
          app_technical_owner_email: 'Ana@Example.com',
          app_financial_owner_email: 'ana@example.com',
          app_tags: 'tier-1, chat',
          app_archive: true,
          app_budget: 52_000.5,
          app_status: 'Active',
        }),
        { field: office, to: 'Lisbon' },
      ],
      { record: {}, people: ZLURI_PEOPLE },
    );
    expect(request).toMatchObject({ method: 'patch', path: '/v2/application/66b2a1d3f5c1b2c3d4e50001' });
    expect(request.body).toEqual({
      app_owner_id: ANA,
      app_technical_owner_id: ANA,
      app_financial_owner_id: ANA,
      app_tags: ['tier-1', 'chat'],
      archive: true,
      app_budget: 52_000.5,
      app_status: 'active',
      app_custom_fields: [{ field_id: '66d4c3f5b7e3d4e5f6a70002', field_value: 'Lisbon' }],
    });
  });

  test('a user: the account type and the manager have other names when added (references: updateuser, adduser)', () => {
    const values = { user_account_type: 'Service', user_reporting_manager_email: 'ana@example.com' };
    const about = { record: null, people: ZLURI_PEOPLE };
    expect(updateRequest(ZLURI_USERS, 'u1', writesOf(ZLURI_USERS, values), about).body).toEqual({
      user_account_type: 'service',
      reporting_manager_id: ANA,
    });
    const named = { user_name: 'Elif', user_email: 'elif@example.com', ...values };
    const request = createRequest(
      ZLURI_USERS,
      [...writesOf(ZLURI_USERS, named), { field: office, to: 'Ankara' }],
      about,
    );
    expect(request).toMatchObject({ method: 'post', path: '/v2/add-user', repeatable: false });
    expect(request.body).toEqual({
      user_name: 'Elif',
      user_email: 'elif@example.com',
      account_type: 'service',
      reporting_manager_email: 'ana@example.com',
      user_custom_fields: [{ field_id: '66d4c3f5b7e3d4e5f6a70002', field_value: 'Ankara' }],
    });
  });

  test('savings are written in the words of writes, not of filters (reference: updateapplicationuser-1)', () => {
    const writes = writesOf(ZLURI_APP_USERS, {
      optimization_inclusion: 'Excluded for Unused',
      user_app_archive: false,
    });
    expect(updateRequest(ZLURI_APP_USERS, 'a1/u1', writes, NOBODY)).toMatchObject({
      method: 'patch',
      path: '/v2/application/a1/user/u1',
      body: { optimization_inclusion: 'exclude for unused', user_app_archive: false },
    });
    const role = writesOf(ZLURI_USER_APPS, { user_app_role: 'admin' });
    expect(updateRequest(ZLURI_USER_APPS, 'u1/a1', role, NOBODY).path).toBe('/v2/application/a1/user/u1');
  });

  test('a user is added to an app that the row gives by id, or by a name (reference: addapplicationuser)', () => {
    const byName = writesOf(ZLURI_APP_USERS, { app_name: ' Slack', user_email: 'elif@example.com' });
    const parents = new Map([['slack', 'a1']]);
    expect(createRequest(ZLURI_APP_USERS, byName, { ...NOBODY, parents })).toMatchObject({
      path: '/v2/application/a1/add-user',
      body: { user_email: 'elif@example.com' },
    });
    const byId = [...byName, ...writesOf(ZLURI_APP_USERS, { app_id: 'a2' })];
    expect(createRequest(ZLURI_APP_USERS, byId, { ...NOBODY, parents }).path).toBe(
      '/v2/application/a2/add-user',
    );
    expect(() => createRequest(ZLURI_APP_USERS, byName, NOBODY)).toThrow(/has a gap/);
  });

  test('nothing is ever emptied: no page says how', () => {
    expect(() => updateRequest(ZLURI_APPS, 'a1', writesOf(ZLURI_APPS, { app_tags: '' }), NOBODY)).toThrow(
      /was to be emptied/,
    );
  });
});

test('what no definition describes is not sent', () => {
  const attempts = [
    () => updateRequest(ROLES, '1', [], NOBODY),
    () => createRequest(APPS, [], NOBODY),
    () => removeRequest(APPS, '1'),
  ];
  for (const attempt of attempts) expect(attempt).toThrow(/nothing says how to/);
});

test('ids are encoded on their way into an address', () => {
  expect(removeRequest(CONTRACTS, '5/6,7').path).toBe('/contracts/5%2F6%2C7');
});

describe('what an answer to a write tells', () => {
  test('the record that it holds, flat, with people only where they come with an address', () => {
    const app = {
      id: 17,
      name: 'Slack',
      primaryOwner: { id: 1000, email: 'ana@example.com' },
      appOwners: [1000],
      addedBy: 1000,
    };
    expect(answeredRecord(APPS, 'update', '17', { app })).toEqual({
      id: 17,
      name: 'Slack',
      primaryOwner: { id: 1000, email: 'ana@example.com' },
    });
  });

  test('a contract’s answer holds three fields, a transaction’s is bare, a user’s app names the app alone', () => {
    const contract = { id: 5, name: 'Sofa', status: 'active' };
    expect(answeredRecord(CONTRACTS, 'create', '5', { contract })).toEqual(contract);
    const transaction = { id: 4, idApp: null, mappingStatus: 'unknown', transactionDate: '2026-02-03' };
    expect(answeredRecord(TRANSACTIONS, 'update', '4', transaction)).toEqual(transaction);
    const app = { id: 17, name: 'Slack', isUserRemovedFromApp: true, state: 'discovered' };
    expect(answeredRecord(USER_APPS, 'update', '3/17', { app })).toMatchObject({
      userApp: '3/17',
      isUserRemovedFromApp: true,
    });
  });

  test('nothing, where it holds no record, another one, or is not described', () => {
    expect(answeredRecord(APPS, 'update', '17', null)).toBeNull();
    expect(answeredRecord(APPS, 'update', '17', { success: true })).toBeNull();
    expect(answeredRecord(APPS, 'update', '17', { app: { id: 18 } })).toBeNull();
    expect(answeredRecord(CONTRACTS, 'delete', '5', null)).toBeNull();
    expect(answeredRecord(ZLURI_APPS, 'update', 'a1', { message: 'updated' })).toBeNull();
  });

  test('the id of a new record, wherever the platform may put it', () => {
    expect(createdId(CONTRACTS, { contract: { id: 5, name: 'Sofa' } })).toBe('5');
    expect(createdId(CONTRACTS, { success: true })).toBeNull();
    expect(createdId(ZLURI_APPS, { app_id: 'a1' })).toBe('a1');
    expect(createdId(ZLURI_USERS, { data: { _id: 'u1' } })).toBe('u1');
    expect(createdId(ZLURI_APP_USERS, { message: 'user added' })).toBeNull();
    expect(createdId(FIELDS, { id: 91 })).toBeNull();
  });

  test('a refusal names fields as requests do', () => {
    const fields = [
      fieldOf(ZLURI_APPS, 'app_archive'),
      fieldOf(ZLURI_APPS, 'app_owner_email'),
      ownField('66d4c3f5b7e3d4e5f6a70002', 'text'),
    ];
    const named = (message: string) => refusedFields(ZLURI_APPS, 'update', fields, message);
    expect(named('app_owner_id: There is no such user')).toEqual(['app_owner_email']);
    expect(named('app_custom_fields[0].field_value: Invalid value')).toEqual(['66d4c3f5b7e3d4e5f6a70002']);
    expect(named('archive: Must be a boolean')).toEqual(['app_archive']);
    expect(named('Bad Request')).toEqual([]);
  });
});
