/** Filters as Zluri takes them. https://developers.zluri.com/docs/filters */
import { checkFilters } from '../../../../src/core/filter/check';
import type { Filter } from '../../../../src/core/filter/filter';
import type { ResourceDefinition } from '../../../../src/providers/definition';
import { narrowingOf } from '../../../../src/providers/narrowing';
import { readResource } from '../../../../src/providers/reading';
import { listRequests } from '../../../../src/providers/requests';
import { APP_USERS } from '../../../../src/providers/zluri/app-users';
import { APPS } from '../../../../src/providers/zluri/apps';
import { CONTRACTS } from '../../../../src/providers/zluri/contracts';
import { ZLURI } from '../../../../src/providers/zluri/provider';
import { USERS } from '../../../../src/providers/zluri/users';
import { dispatcherOver, json, START } from '../../core/http/scripted-http';

const TODAY = '2026-11-22';

const sent = (resource: ResourceDefinition, ...filters: Filter[]) => {
  const on = checkFilters(filters, resource.fields);
  const [{ request }] = listRequests(resource, [], narrowingOf(resource, on, TODAY));
  return (request.body as { filter_by: unknown[] }).filter_by;
};
const filter = (field: string, test: Filter['test'], ...values: Filter['values']): Filter => ({
  field,
  test,
  values,
});
const NOT_ARCHIVED = { field_id: 'app_archive', field_values: [false] };

test('choices, yes/no, numbers and ids stand behind the filter that leaves archived apps out', () => {
  expect(
    sent(
      APPS,
      filter('app_status', 'isAnyOf', 'Active', 'inactive'),
      filter('app_is_custom', 'isYes'),
      filter('app_usage', 'atLeast', 50),
      filter('app_owner_id', 'isAnyOf', '66b2a1d3f5c1b2c3d4e50001'),
    ),
  ).toEqual([
    NOT_ARCHIVED,
    { field_id: 'app_status', field_values: ['active', 'inactive'] },
    { field_id: 'app_is_custom', field_values: [true] },
    { field_id: 'app_usage', field_values: [50], field_order: ['gte'] },
    { field_id: 'app_owner_id', field_values: ['66b2a1d3f5c1b2c3d4e50001'] },
  ]);
});

test('days are a range with an operator for each end, with room for time of day and zone', () => {
  expect(sent(CONTRACTS, filter('contract_end_date', 'inNextDays', 90))[1]).toEqual({
    field_id: 'contract_end_date',
    field_values: ['2026-11-19', '2027-02-23'],
    field_order: ['gte', 'lte'],
  });
  expect(sent(APPS, filter('app_last_used', 'olderThanDays', 90))[1]).toEqual({
    field_id: 'app_last_used',
    field_values: ['2026-08-26'],
    field_order: ['lte'],
  });
});

test('the optimization is asked for in the words that people read (reference: listusers)', () => {
  const value = 'exclude for unused';
  expect(sent(USERS, filter('optimization_inclusion', 'isAnyOf', value))[1]).toEqual({
    field_id: 'optimization_inclusion',
    field_values: ['Excluded for Unused'],
  });
});

test('archived records come only to those who ask for them', () => {
  expect(sent(APPS, filter('app_archive', 'isYes'))).toEqual([
    { field_id: 'app_archive', field_values: [true] },
  ]);
  expect(sent(APPS, filter('app_archive', 'isNo'))).toEqual([NOT_ARCHIVED]);
});

test.each<[string, ResourceDefinition, Filter]>([
  ['names', APPS, filter('app_name', 'isAnyOf', 'Slack')],
  ['parts of names', APPS, filter('app_name', 'contains', 'lack')],
  ['addresses', APPS, filter('app_owner_email', 'isAnyOf', 'ana@example.com')],
  ['negations', APPS, filter('app_status', 'isNoneOf', 'active')],
  ['what is empty', APPS, filter('app_owner_email', 'isEmpty')],
  ['a status whose values no page prints', CONTRACTS, filter('contract_status', 'isAnyOf', 'active')],
  ['fields that no page names', APPS, filter('app_next_renewal_date', 'inNextDays', 90)],
  [
    'fields that another list takes',
    APP_USERS,
    filter('optimization_inclusion', 'isAnyOf', 'exclude for unused'),
  ],
])('left to us: %s', (_, resource, one) => {
  expect(sent(resource, one)).toEqual(sent(resource));
});

test('users of one app cost one list, and only that list is narrowed', () => {
  const { dispatcher, http } = dispatcherOver((call) =>
    json(
      call.url.includes('/users')
        ? { count: 1, page_size: 100, items: [{ user_id: 'u1', user_app_status: 'inactive' }] }
        : {
            count: 2,
            page_size: 100,
            items: [
              { app_id: 'a1', app_name: 'Slack' },
              { app_id: 'a2', app_name: 'Figma' },
            ],
          },
    ),
  );
  const filters = checkFilters(
    [filter('app_name', 'isAnyOf', 'slack'), filter('user_app_status', 'isAnyOf', 'inactive')],
    APP_USERS.fields,
  );
  const { records } = readResource(dispatcher, ZLURI, APP_USERS, [], START, undefined, {
    filters,
    timeZone: 'UTC',
  });
  expect(records.map(({ app_user }) => app_user)).toEqual(['a1/u1']);
  expect(
    http.calls.map(({ body }) => (JSON.parse(String(body)) as { filter_by: unknown }).filter_by),
  ).toEqual([
    [NOT_ARCHIVED],
    [
      { field_id: 'user_app_archive', field_values: [false] },
      { field_id: 'user_app_status', field_values: ['inactive'] },
    ],
  ]);
});
