/** Resources read whole: in one list, over spans of time, below parents. */
import { checkFilters } from '../../../src/core/filter/check';
import type { CursorPaging } from '../../../src/core/http/list';
import type { ResourceDefinition } from '../../../src/providers/definition';
import { readResource } from '../../../src/providers/reading';
import { AUDIT_LOG } from '../../../src/providers/zluri/audit-log';
import { APP_USERS } from '../../../src/providers/zluri/app-users';
import { APPS } from '../../../src/providers/zluri/apps';
import { ZLURI } from '../../../src/providers/zluri/provider';
import type { HttpCall } from '../../../src/ports/http';
import { dispatcherOver, json, START } from '../core/http/scripted-http';
import { ACME, THINGS } from './sample';

const page = (items: readonly object[]) => json({ count: items.length, page_size: 500, items });
const urlOf = (call: HttpCall) => new URL(call.url);

test('a plain resource is one list, or several that are joined', () => {
  const { dispatcher, http } = dispatcherOver(() => json({ things: [{ uid: 1, title: 'One' }] }));
  const { records, complete } = readResource(dispatcher, ACME, THINGS, THINGS.fields, START);
  expect(records).toEqual([{ uid: 1, title: 'One' }]);
  expect(complete).toBe(true);
  expect(http.calls).toHaveLength(1);
});

describe('spans of time', () => {
  const DAY = 86_400_000;

  test('touch each other, reach back from now, and have the length that is answered in full', () => {
    const { dispatcher, http } = dispatcherOver(() => page([]));
    readResource(dispatcher, ZLURI, AUDIT_LOG, [], START);
    const spans = http.calls.map((call) => {
      const { searchParams } = urlOf(call);
      return [searchParams.get('start_date') ?? '', searchParams.get('end_date') ?? ''] as const;
    });
    expect(spans).toHaveLength(4);
    expect(spans[3]).toEqual(['2026-11-15T09:00:00.000Z', '2026-11-22T09:00:00.000Z']);
    spans.forEach(([from, to], index) => {
      expect(Date.parse(to) - Date.parse(from)).toBe(7 * DAY);
      if (index > 0) expect(from).toBe(spans[index - 1]?.[1]);
    });
  });

  test('an entry on the seam is kept once; entries without an id are known by what they say', () => {
    const entry = (time: string) => ({
      event: 'app_archived',
      timestamp: time,
      actor: { user_email: 'ben@example.com' },
      entity: { id: 'a9', name: 'Old Tool' },
    });
    const { dispatcher } = dispatcherOver((call) =>
      page(
        urlOf(call).searchParams.get('end_date') === '2026-11-22T09:00:00.000Z'
          ? [entry('2026-11-15T09:00:00.000Z'), entry('2026-11-20T09:00:00.000Z')]
          : [entry('2026-11-15T09:00:00.000Z')],
      ),
    );
    const { records, complete } = readResource(dispatcher, ZLURI, AUDIT_LOG, [], START);
    expect(complete).toBe(true);
    expect(records.map(({ id, actor_email }) => [id, actor_email])).toEqual([
      ['2026-11-15T09:00:00.000Z/app_archived/ben@example.com/a9/Old Tool', 'ben@example.com'],
      ['2026-11-20T09:00:00.000Z/app_archived/ben@example.com/a9/Old Tool', 'ben@example.com'],
    ]);
  });
});

describe('lists below parents', () => {
  const apps = [
    { app_id: 'a1', app_name: 'Slack' },
    { app_id: 'a/2', app_name: 'Figma' },
  ];
  const users = (path: string) =>
    path.includes('/a1/')
      ? [{ user_id: 'u1' }, { user_id: 'u2', user_app_role: 'admin' }]
      : [{ user_id: 'u1' }];

  test('every parent’s records come with what they take from it, each under its own id', () => {
    const { dispatcher, http } = dispatcherOver((call) => {
      const { pathname } = urlOf(call);
      return page(pathname === '/v1/v2/applications' ? apps : users(pathname));
    });
    const told: number[] = [];
    const { records, complete, pages } = readResource(dispatcher, ZLURI, APP_USERS, [], START, (progress) => {
      told.push(progress.records);
    });
    expect(records).toEqual([
      { user_id: 'u1', app_id: 'a1', app_name: 'Slack', app_user: 'a1/u1' },
      { user_id: 'u2', user_app_role: 'admin', app_id: 'a1', app_name: 'Slack', app_user: 'a1/u2' },
      { user_id: 'u1', app_id: 'a/2', app_name: 'Figma', app_user: 'a/2/u1' },
    ]);
    expect({ complete, pages }).toEqual({ complete: true, pages: 3 });
    expect(http.calls.map((call) => urlOf(call).pathname)).toEqual([
      '/v1/v2/applications',
      '/v1/v2/applications/a1/users',
      '/v1/v2/applications/a%2F2/users',
    ]);
    expect(told).toEqual([0, 2, 3]);
  });

  test('parents of which some are missing leave the result incomplete', () => {
    const { dispatcher } = dispatcherOver((call) =>
      urlOf(call).pathname === '/v1/v2/applications'
        ? json({ count: 5, page_size: 100, items: apps })
        : page([{ user_id: 'u1' }]),
    );
    const { complete, remarks } = readResource(dispatcher, ZLURI, APP_USERS, [], START);
    expect(complete).toBe(false);
    expect(remarks).toEqual([
      'Only 2 of the 5 apps that were announced arrived, so none are marked as gone.',
    ]);
  });
});

describe('lists at several places', () => {
  const { listing: _listing, fieldsParameter: _parameter, ...bare } = THINGS;
  const spread: ResourceDefinition = {
    ...bare,
    path: '/{stage}/things',
    paging: { kind: 'whole' },
    spread: [{ stage: 'new' }, { stage: 'old' }],
    keyFrom: { fields: ['stage', 'title'] },
  };
  const stage = (...values: string[]) => ({
    filters: checkFilters([{ field: 'stage', test: 'isAnyOf', values }], spread.fields),
    timeZone: 'UTC',
  });

  test('are one, and each record says where it was', () => {
    const { dispatcher, http } = dispatcherOver(() => json({ things: [{ title: 'One' }] }));
    const { records, complete, pages } = readResource(dispatcher, ACME, spread, spread.fields, START);
    expect(records).toEqual([
      { title: 'One', stage: 'new', uid: 'new/One' },
      { title: 'One', stage: 'old', uid: 'old/One' },
    ]);
    expect({ complete, pages }).toEqual({ complete: true, pages: 2 });
    expect(http.calls.map((call) => urlOf(call).pathname)).toEqual(['/v1/new/things', '/v1/old/things']);
    expect(http.calls.map((call) => urlOf(call).search)).toEqual(['?order=uid', '?order=uid']);
  });

  test('of which a filter wants one are asked for one alone', () => {
    const { dispatcher, http } = dispatcherOver(() => json({ things: [{ title: 'One' }] }));
    readResource(dispatcher, ACME, spread, spread.fields, START, undefined, stage('old'));
    expect(http.calls.map((call) => urlOf(call).pathname)).toEqual(['/v1/old/things']);
  });
});

describe('rows inside records', () => {
  const { listing: _listing, fieldsParameter: _parameter, ...bare } = THINGS;
  const inside: ResourceDefinition = {
    ...bare,
    rows: { path: ['parts', 'list'], holderKey: 'id', carries: { title: 'name' } },
    keyFrom: { fields: ['title', 'stage'], numbered: true },
  };
  const holders = [
    { id: 1, name: 'One', parts: { list: [{ stage: 'a' }, { stage: 'a' }, { stage: 'b' }] } },
    { id: 2, name: 'Two', parts: { list: [] } },
    { id: 3, name: 'Three', parts: null },
    { id: 4, name: 'Four', parts: { list: [{ stage: 'a' }, 'not a record'] } },
  ];
  const read = (things: readonly object[], total: number) => {
    const { dispatcher } = dispatcherOver(() => json({ things, total }));
    const withTotal: ResourceDefinition = {
      ...inside,
      paging: { ...(THINGS.paging as CursorPaging), total: 'total' },
    };
    return readResource(dispatcher, ACME, withTotal, inside.fields, START);
  };

  test('are records with what they take from their holders; those who hold none leave the list whole', () => {
    const { records, complete } = read(holders, 4);
    expect(records).toEqual([
      { stage: 'a', title: 'One', uid: 'One/a' },
      { stage: 'a', title: 'One', uid: 'One/a/2' },
      { stage: 'b', title: 'One', uid: 'One/b' },
      { stage: 'a', title: 'Four', uid: 'Four/a' },
    ]);
    expect(complete).toBe(true);
  });

  test('are not complete where holders are missing, and not there where no holder has a place for them', () => {
    expect(read(holders, 5).complete).toBe(false);
    expect(read([], 0)).toMatchObject({ records: [], complete: true });
    expect(() => read([{ id: 1, name: 'One' }], 1)).toThrow('parts.list');
  });
});

test('nested owners, sources and custom fields of a record become columns', () => {
  const { dispatcher } = dispatcherOver(() =>
    page([
      {
        app_id: 'a1',
        app_owner: { user_email: 'ana@example.com', user_id: 'u1' },
        source_array: [{ keyword: 'okta', org_integration_id: 'x' }],
        custom_fields: [{ field_id: 'f1', field_value: 'EU' }],
      },
    ]),
  );
  const [app] = readResource(dispatcher, ZLURI, APPS, [], START).records;
  expect(app).toMatchObject({
    app_owner_email: 'ana@example.com',
    app_owner_id: 'u1',
    source_array: ['okta'],
    f1: 'EU',
  });
});
