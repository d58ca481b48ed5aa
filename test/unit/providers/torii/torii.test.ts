/** Torii's definitions against what its documentation says. */
import { listingRequest, listRequests } from '../../../../src/providers/requests';
import { resolveFields } from '../../../../src/providers/fields';
import { TORII } from '../../../../src/providers/torii/provider';
import { APPS } from '../../../../src/providers/torii/apps';
import { CONTRACTS } from '../../../../src/providers/torii/contracts';
import { USERS } from '../../../../src/providers/torii/users';
import { FIELD_TYPES } from '../../../../src/providers/torii/settings';

const RESOURCES = [APPS, CONTRACTS, USERS] as const;

test('every request carries the key and the version header (migration guide 1.0 → 1.1)', () => {
  const { headers, baseUrl } = TORII.connection('k');
  expect(baseUrl).toBe('https://api.toriihq.com/v1.0');
  expect(headers).toMatchObject({ Authorization: 'Bearer k', 'X-API-Version': '1.1' });
});

test('an error body’s message wins over its short reason (reference: errors)', () => {
  const { readMessage } = TORII.connection('k');
  expect(readMessage({ statusCode: 400, error: 'Bad Request', message: 'No such field' })).toBe(
    'No such field',
  );
  expect(readMessage({ statusCode: 400, error: 'Bad Request' })).toBe('Bad Request');
  expect(readMessage({ statusCode: 400 })).toBeNull();
  expect(readMessage('text')).toBeNull();
});

test.each(RESOURCES)(
  '$title come in full pages, in the order of their ids (reference: pagination)',
  (resource) => {
    expect(resource.paging).toMatchObject({ pageSize: 1000, nextCursor: 'nextCursor', total: 'total' });
    expect(resource.query).toEqual({ sort: 'id:asc' });
  },
);

test('limits per minute are Torii’s (documentation index)', () => {
  const limits = RESOURCES.map(({ rateClass, listing }) => [rateClass.requests, listing?.rateClass.requests]);
  expect(limits).toEqual([
    [200, 200],
    [100, 200],
    [100, 200],
  ]);
  const names = RESOURCES.flatMap(({ rateClass, listing }) => [rateClass.name, listing?.rateClass.name]);
  expect(new Set(names).size).toBe(6);
});

test('apps: every field that the reference lets one ask for is there (reference: getapps)', () => {
  const documented =
    'id,name,primaryOwner,appOwners,state,category,url,imageUrl,description,tags,score,isCustom,addedBy,' +
    'creationTime,isHidden,sources,vendor,activeUsersCount,lastVisitTime';
  expect(APPS.fields.map(({ key }) => key).sort()).toEqual(documented.split(',').sort());
});

test('contracts: the currency is asked for along with the amount (reference: getcontracts)', () => {
  const amount = CONTRACTS.fields.filter(({ key }) => key === 'amount');
  expect(listRequests(CONTRACTS, amount)[0].request.query).toMatchObject({ fields: 'id,amount,currency' });
});

test('users: nothing but the lifecycle status can be changed (reference: putusersiduser)', () => {
  const body = {
    fields: [{ key: 'departmentName', name: 'Department', type: 'singleLine', isDeleted: false }],
  };
  const fields = resolveFields(USERS, body);
  expect(fields.filter(({ writable }) => writable).map(({ key }) => key)).toEqual(['lifecycleStatus']);
  expect(fields.find(({ key }) => key === 'departmentName')).toMatchObject({
    label: 'Department',
    type: 'text',
  });
});

test('users: the id comes by itself and is not asked for, other fields are (reference: getusers)', () => {
  const usual = resolveFields(USERS, { fields: [] }).filter(({ selected }) => selected);
  const asked = String(listRequests(USERS, usual)[0].request.query?.['fields']).split(',');
  expect(asked).not.toContain('id');
  expect(asked).toEqual(expect.arrayContaining(['email', 'lifecycleStatus', 'additionalEmails']));
});

test('every field type of Torii’s metadata is known (reference: getappsmetadata)', () => {
  const documented =
    'number,singleLine,multiLine,email,currency,cardNumber,datePicker,dropdown,dropdownMulti,usersDropdown,user,' +
    'bool,fileUpload,contractsDropdownMulti,usersDropdownMulti,appUserAccount,multiValueString';
  expect(Object.keys(FIELD_TYPES).sort()).toEqual(documented.split(',').sort());
  for (const sealed of ['fileUpload', 'contractsDropdownMulti', 'appUserAccount']) {
    expect(FIELD_TYPES[sealed]).toEqual({ type: 'other', writable: false });
  }
});

test('options of built-in fields come from the listing (reference: getappsfields)', () => {
  const options = [{ value: 'inReview', label: 'In Review' }];
  const fields = resolveFields(APPS, {
    fields: [{ id: 1, name: 'State', systemKey: 'state', type: 'dropdown', options }],
  });
  expect(fields.find(({ key }) => key === 'state')).toMatchObject({
    type: 'option',
    writable: true,
    options,
  });
});

test.each(RESOURCES)('$title: the usual fields fit one request', (resource) => {
  const usual = resolveFields(resource, { fields: [] }).filter(({ selected }) => selected);
  expect(listRequests(resource, usual)).toHaveLength(1);
  expect(listingRequest(resource)?.path).toBe(`${resource.path}/fields`);
});
