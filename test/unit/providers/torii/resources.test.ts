/** Torii's further resources against what its documentation says. */
import type { Filter } from '../../../../src/core/filter/filter';
import { checkFilters } from '../../../../src/core/filter/check';
import type { ResourceDefinition } from '../../../../src/providers/definition';
import { resolveFields } from '../../../../src/providers/fields';
import { narrowingOf } from '../../../../src/providers/narrowing';
import { listingRequest, listRequests } from '../../../../src/providers/requests';
import { APP_USERS } from '../../../../src/providers/torii/app-users';
import { AUDIT_LOG } from '../../../../src/providers/torii/audit-log';
import { FIELDS } from '../../../../src/providers/torii/fields';
import { LICENSES } from '../../../../src/providers/torii/licenses';
import { TORII } from '../../../../src/providers/torii/provider';
import { ROLES } from '../../../../src/providers/torii/roles';
import { TRANSACTIONS } from '../../../../src/providers/torii/transactions';
import { USER_APPS } from '../../../../src/providers/torii/user-apps';
import { WORKFLOW_RUNS } from '../../../../src/providers/torii/workflow-runs';

const keys = ({ fields }: ResourceDefinition) => fields.map(({ key }) => key);
const words = (text: string) => text.split(/[\s,]+/).sort();

test('limits per minute are Torii’s (documentation index)', () => {
  const limits = TORII.resources.map(({ resource, rateClass: { requests, seconds } }) => {
    expect(seconds).toBe(60);
    return [resource, requests];
  });
  expect(Object.fromEntries(limits)).toMatchObject({
    appUsers: 600,
    userApps: 800,
    licenses: 200,
    transactions: 100,
    workflowRuns: 500,
    auditLog: 200,
    roles: 100,
    fields: 200,
  });
  // Licenses come with apps: both draw on one allowance.
  expect(LICENSES.rateClass.name).toBe('torii GET /apps');
});

test('app users: every documented attribute is there, and a row is one account (reference: getappsidappusers)', () => {
  const documented = `idUser email firstName lastName fullName appName status role externalStatus idExternalUser
    sources score creationTime lastVisitTime creationTimeInApp identitySourcesDeletionTime isExternal
    isDeletedInIdentitySources isUserRemovedFromApp isOwnerNotifiedToRemoveUser isNewUserInApp
    isOffboardingIgnored isSupportLastVisit ignoreAccount numberOfInactiveLicenses licenses photoUrl
    appAccountName idAppAccount lifecycleStatus annualCost annualCostConverted`;
  expect([...keys(APP_USERS)].sort()).toEqual([...words(documented), 'appUser', 'idApp'].sort());
  expect(APP_USERS.keyFrom?.fields).toEqual(['idApp', 'idUser', 'idAppAccount']);
  const [{ request, envelope }] = listRequests(APP_USERS, APP_USERS.fields);
  expect(request).toMatchObject({ path: '/apps/{idApp}/users', query: { sort: 'idUser:asc' } });
  // The list has no choice of fields.
  expect(request.query).not.toHaveProperty('fields');
  expect(envelope).toBe('users');
});

test('user apps: every field that may be asked for is there (reference: getusersiduserapps)', () => {
  const documented = `id name primaryOwner appOwners state category url imageUrl description tags score isCustom
    addedBy creationTime isHidden sources vendor users lastUsageTime isUserRemovedFromApp annualCost
    annualCostConverted currency`;
  expect([...keys(USER_APPS)].sort()).toEqual(
    [...words(documented), 'userApp', 'idUser', 'userEmail'].sort(),
  );
  const [list, ...more] = listRequests(USER_APPS, USER_APPS.fields);
  expect(more).toEqual([]);
  expect(words(String(list.request.query?.['fields']))).toEqual(words(documented));
  expect(list.paging).toEqual({ kind: 'whole' });
});

test('beside apps, contracts and users, removal marks, transactions and fields can be changed', () => {
  const writable = TORII.resources
    .filter(({ resource }) => !['apps', 'contracts', 'users'].includes(resource))
    .flatMap(({ resource, fields }) =>
      fields.filter((field) => field.writable).map(({ key }) => [resource, key]),
    );
  expect(writable).toEqual([
    ['userApps', 'isUserRemovedFromApp'],
    ['transactions', 'transactionDate'],
    ['transactions', 'amount'],
    ['transactions', 'idApp'],
    ['transactions', 'mappingStatus'],
    ['fields', 'name'],
    ['fields', 'options'],
  ]);
});

test('licenses come with the list of apps, in the smallest unit of their own currency (reference: getapps)', () => {
  const [{ request, paging }] = listRequests(LICENSES, LICENSES.fields);
  expect(request).toMatchObject({
    path: '/apps',
    query: { fields: 'id,name', includeLicenses: true, sort: 'id:asc' },
  });
  expect(paging).toMatchObject({ pageSize: 1000, total: 'total' });
  const money = LICENSES.fields.filter(({ type }) => type === 'money');
  expect(money).toHaveLength(6);
  for (const { minorUnits, currencyField } of money) {
    expect([minorUnits, currencyField]).toEqual([true, undefined]);
  }
});

test('transactions: what lies in the amount is asked for by it (reference: gettransactions)', () => {
  const converted = TRANSACTIONS.fields.filter(({ key }) => key === 'convertedAmount');
  expect(listRequests(TRANSACTIONS, converted)[0].request.query).toEqual({
    sort: 'id:asc',
    fields: 'id,amount',
  });
});

describe('transactions: filters go into the documented parameters', () => {
  const sent = (...filters: Filter[]) => {
    const { conditions } = narrowingOf(
      TRANSACTIONS,
      checkFilters(filters, TRANSACTIONS.fields),
      '2026-11-22',
    );
    return conditions;
  };

  test.each<[Filter, readonly unknown[]]>([
    [{ field: 'mappingStatus', test: 'isAnyOf', values: ['Unknown'] }, [{ mappingStatus: 'unknown' }]],
    [
      { field: 'mappingStatus', test: 'isAnyOf', values: ['mapped', 'unknown'] },
      [{ mappingStatus: 'mapped,unknown' }],
    ],
    [
      { field: 'mappingStatus', test: 'isNoneOf', values: ['mapped'] },
      [{ mappingStatus: 'unknown,archived' }],
    ],
    [{ field: 'mappingStatus', test: 'isNotEmpty', values: [] }, []],
    [{ field: 'idApp', test: 'isAnyOf', values: [1000] }, [{ idApp: '1000' }]],
    [{ field: 'idApp', test: 'isAnyOf', values: [1000, 1001] }, []],
    [{ field: 'idApp', test: 'isNoneOf', values: [1000] }, []],
    [{ field: 'source', test: 'isAnyOf', values: ['netsuite'] }, []],
  ])('%j', (filter, conditions) => {
    expect(sent(filter)).toEqual(conditions);
  });
});

test('the audit log: oldest first, no total, and pages far below the size that is refused (reference: getaudit)', () => {
  const [{ request, paging }] = listRequests(AUDIT_LOG, AUDIT_LOG.fields);
  expect(request).toMatchObject({ path: '/audit', query: { sort: 'asc' } });
  expect(paging).toEqual({
    kind: 'cursor',
    sizeParameter: 'size',
    pageSize: 500,
    cursorParameter: 'cursor',
    nextCursor: 'nextCursor',
    maxPages: 1000,
  });
  expect(AUDIT_LOG.window).toMatchObject({ fromParameter: 'startTime', toParameter: 'endTime' });
});

test('workflow runs: the key of the answer is “response” (reference: getworkflowsactionexecutions)', () => {
  const documented = `id idOrg idApp idWorkflow idWorkflowExecution idAction actionType runtimeInfo isRun runTime
    isCompleted completionTime continueOnError isIgnored ignoredTime details executionErrorType errorTime
    creationTime updateTime`;
  expect([...keys(WORKFLOW_RUNS)].sort()).toEqual([...words(documented), 'user'].sort());
  expect(listRequests(WORKFLOW_RUNS, [])[0]).toMatchObject({ envelope: 'response', request: { query: {} } });
});

test('roles and fields come whole (reference: pagination)', () => {
  expect(ROLES.paging).toEqual({ kind: 'whole' });
  expect(FIELDS.paging).toEqual({ kind: 'whole' });
  expect(FIELDS.spread).toEqual([{ of: 'apps' }, { of: 'contracts' }, { of: 'users' }]);
});

test('none of them lists fields: all of these are documented', () => {
  for (const resource of TORII.resources.slice(3)) {
    expect(listingRequest(resource)).toBeNull();
    expect(resolveFields(resource, null)[0]?.key).toBe(resource.key);
  }
});

test('what is known too little of is named and used nowhere', () => {
  const used = new Set(TORII.resources.map(({ path }) => path));
  expect(TORII.withheld?.length).toBeGreaterThan(0);
  for (const { path, why } of TORII.withheld ?? []) {
    expect(used.has(path)).toBe(false);
    expect(why).toMatch(/\.$/);
  }
});
