/** Zluri's definitions against what its documentation says. */
import { checkProvider } from '../../../../src/providers/check';
import { resolveFields } from '../../../../src/providers/fields';
import {
  listingRequest,
  listRequests,
  openConnection,
  organisationName,
  probeRequest,
} from '../../../../src/providers/requests';
import { ADMINS } from '../../../../src/providers/zluri/admins';
import { APPS } from '../../../../src/providers/zluri/apps';
import { AUDIT_LOG } from '../../../../src/providers/zluri/audit-log';
import { CONTRACTS } from '../../../../src/providers/zluri/contracts';
import { ZLURI } from '../../../../src/providers/zluri/provider';
import { USERS } from '../../../../src/providers/zluri/users';

const writable = (fields: readonly { readonly key: string; readonly writable: boolean }[]) =>
  fields.filter((field) => field.writable).map(({ key }) => key);

test('the definitions are sound', () => {
  expect(checkProvider(ZLURI)).toEqual([]);
});

test('every request carries the key under its own header (reference: authentication-1)', () => {
  const { headers, baseUrl } = openConnection(ZLURI, 'k-654321');
  expect(baseUrl).toBe('https://api-ext.zluri.com');
  expect(headers).toMatchObject({ 'api-key': 'k-654321' });
  expect(JSON.stringify(headers)).not.toMatch(/api_key|bearer/i);
});

test('100 requests a minute, whatever the endpoint (reference: rate-limits)', () => {
  const classes = [ZLURI.probe, ...ZLURI.resources].map(({ rateClass }) => rateClass);
  expect(new Set(classes)).toEqual(new Set([{ name: 'zluri', requests: 100, seconds: 60 }]));
});

test('the key is proven by one user; nothing tells the organisation', () => {
  expect(probeRequest(ZLURI)).toMatchObject({
    method: 'post',
    path: '/v2/users',
    query: { page: 1, page_size: 1 },
    body: {},
  });
  expect(organisationName(ZLURI, { count: 1, items: [{ user_id: 'u' }] })).toBe('');
});

test('lists are posts that leave out what is archived, in a stable order (docs: filters)', () => {
  const [list] = listRequests(CONTRACTS, []);
  expect(list.request).toEqual({
    method: 'post',
    path: '/v2/contracts',
    query: {},
    body: {
      filter_by: [{ field_id: 'archive', field_values: [false] }],
      sort_by: [{ contract_name: 1 }],
    },
    rateClass: ZLURI.probe.rateClass,
    repeatable: true,
    subject: 'contracts',
  });
  expect(list.paging).toMatchObject({ kind: 'number', pageSize: 100, firstPages: [0, 1] });
});

test('the audit log is a get of pages from 1, at most 500 on each (reference: getauditlogs)', () => {
  const [{ request, paging }] = listRequests(AUDIT_LOG, []);
  expect(request).toMatchObject({ method: 'get', path: '/ext/v2/audit/list' });
  expect(paging).toMatchObject({ pageSize: 500, firstPages: [1] });
  expect(AUDIT_LOG.window).toMatchObject({ fromParameter: 'start_date', toParameter: 'end_date', days: 7 });
});

test('only what the update calls take can be changed; contracts and admins cannot', () => {
  expect(writable(APPS.fields)).toEqual([
    'app_name',
    'app_status',
    'app_type',
    'app_owner_email',
    'app_technical_owner_email',
    'app_financial_owner_email',
    'app_tags',
    'app_budget',
    'app_archive',
  ]);
  expect(writable([...CONTRACTS.fields, ...ADMINS.fields, ...AUDIT_LOG.fields])).toEqual([]);
  expect(writable(USERS.fields)).toEqual([
    'user_name',
    'user_email',
    'user_status',
    'user_account_type',
    'user_designation',
    'user_reporting_manager_email',
    'optimization_inclusion',
    'user_archive',
    'user_personal_email',
    'user_department_id',
  ]);
});

test('choices are those of the filters’ page, as words', () => {
  const authorization = APPS.fields.find(({ key }) => key === 'app_authorization_status');
  expect(authorization?.options).toContainEqual({ value: 'needs review', label: 'Needs review' });
});

test('fields are learned from the first page of the list itself', () => {
  expect(listingRequest(APPS)).toMatchObject({ method: 'post', path: '/v2/applications' });
  expect(listingRequest(APPS)?.query).toEqual({ page_size: 100 });
  const fields = resolveFields(APPS, {
    count: 1,
    page: 0,
    page_size: 100,
    items: [
      {
        app_id: '66b2a1d3f5c1b2c3d4e50001',
        app_name: 'Slack',
        app_owner: { user_email: 'ana@example.com' },
        app_logo: 'https://example.com/slack.png',
        source_array: [{ keyword: 'okta' }, { keyword: 'manual' }],
        custom_fields: [
          { field_id: '66d4c3f5b7e3d4e5f6a70001', field_name: 'Data region', field_value: 'EU' },
        ],
      },
    ],
  });
  const byKey = new Map(fields.map((field) => [field.key, field]));
  expect(fields[0]?.key).toBe('app_id');
  expect(byKey.get('66d4c3f5b7e3d4e5f6a70001')).toMatchObject({
    label: 'Data region',
    type: 'text',
    custom: true,
    selected: true,
    writable: true,
  });
  expect(byKey.get('app_owner_email')?.selected).toBe(true);
  expect(byKey.get('app_logo')).toMatchObject({ label: 'App logo', selected: false });
  // Nobody is sure of this name, and no record has it.
  expect(byKey.get('app_spend')?.selected).toBe(false);
  expect([...byKey.keys()]).not.toContain('app_owner.user_email');
});

test('no fields are learned below parents before the list itself is read', () => {
  for (const resource of ZLURI.resources.filter(({ parent }) => parent)) {
    expect(listingRequest(resource)).toBeNull();
    expect(resolveFields(resource, null)[0]?.key).toBe(resource.key);
  }
});

test('what is only guessed weakly is named and used nowhere', () => {
  const used = new Set(ZLURI.resources.map(({ path }) => path));
  expect(ZLURI.withheld?.length).toBeGreaterThan(0);
  for (const { path, why } of ZLURI.withheld ?? []) {
    expect(used.has(path)).toBe(false);
    expect(why).toMatch(/\.$/);
  }
});
