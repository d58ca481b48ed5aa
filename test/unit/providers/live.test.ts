/** What the platform says now: by the cheaper way, and never “gone” where that is not proven. */
import type { AppError } from '../../../src/core/errors';
import type { HttpCall, HttpOutcome } from '../../../src/ports/http';
import { planLive, readLive } from '../../../src/providers/live';
import { APPS } from '../../../src/providers/torii/apps';
import { FIELDS } from '../../../src/providers/torii/fields';
import { TORII } from '../../../src/providers/torii/provider';
import { TRANSACTIONS } from '../../../src/providers/torii/transactions';
import { USER_APPS } from '../../../src/providers/torii/user-apps';
import { USERS } from '../../../src/providers/torii/users';
import { APP_USERS as ZLURI_APP_USERS } from '../../../src/providers/zluri/app-users';
import { APPS as ZLURI_APPS } from '../../../src/providers/zluri/apps';
import { ZLURI } from '../../../src/providers/zluri/provider';
import { dispatcherOver, json, START } from '../core/http/scripted-http';
import { fieldOf, ownField } from './edits';

const NAME = [fieldOf(APPS, 'name')];
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));
const urlOf = (call: HttpCall) => new URL(call.url);
const pathOf = (call: HttpCall) => urlOf(call).pathname.replace('/v1/', '/');
const gone = json({ message: 'No such record' }, 404);

describe('the way with fewer requests', () => {
  test.each([
    ['a few of many apps', 3, 10_000, { by: 'one', one: 3, list: 10 }],
    ['as many as there are pages', 10, 10_000, { by: 'one', one: 10, list: 10 }],
    ['more than there are pages', 11, 10_000, { by: 'list', one: 11, list: 10 }],
    ['two of a small tab', 2, 0, { by: 'list', one: 2, list: 1 }],
  ])('%s', (_, count, rows, plan) => {
    expect(planLive(TORII, APPS, NAME, ids(count), rows)).toEqual(plan);
  });

  test('numbered pages need one more, to see that none follows', () => {
    const plan = planLive(ZLURI, ZLURI_APPS, [fieldOf(ZLURI_APPS, 'app_name')], ids(30), 2000);
    expect(plan).toEqual({ by: 'list', one: 30, list: 21 });
  });

  test('below parents it is one list for each parent that is concerned', () => {
    const mark = [fieldOf(USER_APPS, 'isUserRemovedFromApp')];
    expect(planLive(TORII, USER_APPS, mark, ['3/1', '3/2', '4/1'], 80_000)).toEqual({
      by: 'list',
      one: 3,
      list: 2,
    });
    expect(planLive(TORII, USER_APPS, mark, ['3/1', '4/1'], 80_000).by).toBe('one');
  });

  test('what a single read does not show, or has no room for, takes lists', () => {
    const own = ownField('gsuite_team', 'text', { writable: false });
    expect(planLive(TORII, USERS, [own], ['1'], 9000)).toEqual({ by: 'list', one: null, list: 9 });
    const many = Array.from({ length: 120 }, (_, index) => ownField(`c_a_rather_long_key_${index}`, 'text'));
    expect(planLive(TORII, APPS, many, ['1'], 500)).toMatchObject({ by: 'list', one: null });
    expect(planLive(TORII, TRANSACTIONS, [], ['1'], 500)).toEqual({ by: 'list', one: null, list: 1 });
    expect(planLive(TORII, FIELDS, [], ['apps/name'], 500)).toEqual({ by: 'list', one: null, list: 3 });
  });
});

test('no records take no request', () => {
  const { dispatcher, http } = dispatcherOver(() => gone);
  expect(readLive(dispatcher, TORII, APPS, NAME, [], { rows: 9, now: START }).records.size).toBe(0);
  expect(http.calls).toHaveLength(0);
});

describe('one by one', () => {
  const options = { rows: 50_000, now: START };
  const app = (call: HttpCall) =>
    json({ app: { id: Number(pathOf(call).split('/').at(-1)), name: 'Slack' } });

  test('the fields are asked for; the first goes alone, the others together', () => {
    const { dispatcher, http } = dispatcherOver(app);
    const { records, refused } = readLive(dispatcher, TORII, APPS, NAME, ids(5), options);
    expect(http.batches.map((batch) => batch.length)).toEqual([1, 4]);
    expect(http.calls.map(({ url }) => url.replace(/.*v1/, ''))[0]).toBe('/apps/1?fields=id,name');
    expect([...records.keys()]).toEqual(ids(5));
    expect(records.get('2')).toEqual({ id: 2, name: 'Slack' });
    expect(refused).toEqual([]);
  });

  test('also where lists would take fewer, when that is asked for', () => {
    const { dispatcher, http } = dispatcherOver(app);
    readLive(dispatcher, TORII, APPS, NAME, ids(5), { rows: 1, now: START, singly: true });
    expect(http.calls).toHaveLength(5);
  });

  test('a record that is not found is gone: the page on reading one is certain', () => {
    const { dispatcher } = dispatcherOver((call) => (call.url.includes('/apps/2?') ? gone : app(call)));
    const { records } = readLive(dispatcher, TORII, APPS, NAME, ids(3), options);
    expect(records.get('2')).toBeNull();
    expect(records.get('3')).not.toBeNull();
  });

  test('fields that are refused by name are left out and told', () => {
    const tier = ownField('c_tier', 'text');
    const { dispatcher, http } = dispatcherOver((call) =>
      call.url.includes('c_tier') ? json({ message: 'Unknown fields: c_tier' }, 400) : app(call),
    );
    const live = readLive(dispatcher, TORII, APPS, [...NAME, tier], ids(3), options);
    expect(live.refused).toEqual(['c_tier']);
    expect(live.records.size).toBe(3);
    expect(http.calls).toHaveLength(4);
  });

  test('a field that disappears while they are read is left out of the rest', () => {
    let asked = 0;
    const tier = ownField('c_tier', 'text');
    const { dispatcher } = dispatcherOver((call) => {
      asked += 1;
      return call.url.includes('c_tier') && asked > 1
        ? json({ message: '"c_tier" does not exist' }, 400)
        : app(call);
    });
    const live = readLive(dispatcher, TORII, APPS, [...NAME, tier], ids(4), options);
    expect(live.refused).toEqual(['c_tier']);
    expect([...live.records.values()].every((record) => record !== null)).toBe(true);
    expect(live.records.size).toBe(4);
  });

  const failing: [string, HttpOutcome, string][] = [
    ['a key without rights', json({}, 403), 'KEY_LACKS_RIGHTS'],
    ['a refusal that names no field', json({ message: 'No' }, 400), 'PROVIDER_REFUSED'],
    ['an answer without the record', json({ success: true }), 'INCOMPLETE_READ'],
    ['an answer about another record', json({ app: { id: 99 } }), 'INCOMPLETE_READ'],
  ];
  test.each(failing)('%s is an error, and nothing counts as gone', (_, outcome, code) => {
    const { dispatcher } = dispatcherOver((call) => (call.url.includes('/apps/3?') ? outcome : app(call)));
    expect(() => readLive(dispatcher, TORII, APPS, NAME, ids(4), options)).toThrow(
      expect.objectContaining({ code }) as AppError,
    );
  });

  test('where the time is over, the error says when to go on', () => {
    const { dispatcher } = dispatcherOver(() => json({}, 429, { 'retry-after': '300' }), {
      deadline: START + 60_000,
    });
    const read = () => readLive(dispatcher, TORII, APPS, NAME, ids(4), options);
    expect(read).toThrow(expect.objectContaining({ code: 'RATE_LIMITED' }) as AppError);
    try {
      read();
    } catch (thrown) {
      expect((thrown as AppError).details['until']).toBeGreaterThan(START + 60_000);
    }
  });
});

describe('by the list', () => {
  const options = { rows: 100, now: START };
  const apps = ids(40).map((id) => ({ id: Number(id), name: `App ${id}` }));
  const page = (rows: readonly object[], total = rows.length) =>
    json({ apps: rows, count: rows.length, total, nextCursor: null });

  test('one page brings them all; what it lacks is asked for alone before it counts as gone', () => {
    const { dispatcher, http } = dispatcherOver((call) => {
      if (pathOf(call) === '/apps') return page(apps);
      return pathOf(call) === '/apps/90' ? json({ app: { id: 90, name: 'Hidden' } }) : gone;
    });
    const wanted = ['1', '40', '90', '91'];
    const { records } = readLive(dispatcher, TORII, APPS, NAME, wanted, options);
    expect(http.calls.map(pathOf)).toEqual(['/apps', '/apps/90', '/apps/91']);
    expect([...records.keys()].sort()).toEqual(wanted);
    expect(records.get('90')).toEqual({ id: 90, name: 'Hidden' });
    expect(records.get('91')).toBeNull();
  });

  test('what a list that broke off lacks is only gone if its own address says so', () => {
    const { dispatcher } = dispatcherOver((call) => (pathOf(call) === '/apps' ? page(apps, 50) : gone));
    const { records } = readLive(dispatcher, TORII, APPS, NAME, ['1', '2', '45'], options);
    expect(records.get('1')).not.toBeNull();
    expect(records.get('45')).toBeNull();
  });

  test('a field that was deleted is left out of the list too', () => {
    const tier = ownField('c_tier', 'text');
    const { dispatcher } = dispatcherOver((call) =>
      call.url.includes('c_tier') ? json({ message: 'Unknown fields: c_tier' }, 400) : page(apps),
    );
    const live = readLive(dispatcher, TORII, APPS, [...NAME, tier], ['1', '2'], options);
    expect(live.refused).toEqual(['c_tier']);
    expect(live.records.size).toBe(2);
  });

  test('transactions: all mapping statuses are asked for; one that is not listed is in doubt', () => {
    const { dispatcher, http } = dispatcherOver(() =>
      json({ transactions: [{ id: 1, idApp: 9 }], count: 1, total: 1, nextCursor: null }),
    );
    const field = fieldOf(TRANSACTIONS, 'idApp');
    const { records } = readLive(dispatcher, TORII, TRANSACTIONS, [field], ['1', '2'], options);
    const [call] = http.calls;
    expect(call && urlOf(call).searchParams.get('mappingStatus')).toBe('mapped,unknown,archived');
    expect([...records.keys()]).toEqual(['1']);
  });

  test('fields: one that none of the whole lists has is gone', () => {
    const { dispatcher } = dispatcherOver((call) =>
      json({
        fields: pathOf(call).startsWith('/apps')
          ? [{ id: 91, systemKey: 'c_tier', name: 'Tier', options: [{ value: 't1', label: 'One' }] }]
          : [],
      }),
    );
    const wanted = ['apps/c_tier', 'apps/c_gone'];
    const { records } = readLive(dispatcher, TORII, FIELDS, [fieldOf(FIELDS, 'name')], wanted, options);
    expect(records.get('apps/c_tier')).toMatchObject({ id: 91, options: ['One'], optionValues: ['t1'] });
    expect(records.get('apps/c_gone')).toBeNull();
  });

  test('below parents only theirs are read, together; a parent that is gone has none', () => {
    const mark = [fieldOf(USER_APPS, 'isUserRemovedFromApp')];
    const app = (id: number) => ({ id, isUserRemovedFromApp: false });
    const { dispatcher, http } = dispatcherOver((call) => {
      if (pathOf(call) === '/users/3/apps') return json({ apps: [app(1), app(2)] });
      return pathOf(call) === '/users/5/apps' ? json({ apps: [app(1)] }) : gone;
    });
    const wanted = ['3/1', '3/2', '4/1', '4/2', '5/1', '5/7'];
    const { records } = readLive(dispatcher, TORII, USER_APPS, mark, wanted, options);
    expect(http.batches.map((batch) => batch.map(pathOf))).toEqual([
      ['/users/3/apps', '/users/4/apps', '/users/5/apps'],
      ['/users/4/apps/1'],
      ['/users/4/apps/2', '/users/5/apps/7'],
    ]);
    expect([...records].map(([id, record]) => [id, record?.['userApp'] ?? null]).sort()).toEqual([
      ['3/1', '3/1'],
      ['3/2', '3/2'],
      ['4/1', null],
      ['4/2', null],
      ['5/1', '5/1'],
      ['5/7', null],
    ]);
  });
});

describe('Zluri, whose ways to read one record are inferred', () => {
  const [A, B, C] = ['66b2a1d3f5c1b2c3d4e50001', '66b2a1d3f5c1b2c3d4e50002', '66b2a1d3f5c1b2c3d4e50003'];
  const name = [fieldOf(ZLURI_APPS, 'app_name')];
  const page = (...items: readonly object[]) => json({ count: items.length, page: 0, page_size: 100, items });
  const list = (call: HttpCall, ...items: readonly object[]) =>
    urlOf(call).searchParams.get('page') === '0' ? page(...items) : page();

  test.each([
    ['bare', (record: object) => record],
    ['in “data”', (record: object) => ({ data: record })],
    ['in “item”', (record: object) => ({ item: record })],
  ])('the record may come %s', (_, wrapped) => {
    const { dispatcher } = dispatcherOver(() => json(wrapped({ _id: A, app_name: 'Slack' })));
    const { records } = readLive(dispatcher, ZLURI, ZLURI_APPS, name, [A], { rows: 900, now: START });
    expect(records.get(A)).toMatchObject({ app_id: A, app_name: 'Slack' });
  });

  test('“not found” may mean the address: gone is only what the complete list lacks as well', () => {
    const { dispatcher } = dispatcherOver((call) =>
      call.method === 'post' ? list(call, { app_id: A, app_name: 'Slack' }) : gone,
    );
    const { records } = readLive(dispatcher, ZLURI, ZLURI_APPS, name, [A, B], { rows: 900, now: START });
    expect(records.get(A)).toMatchObject({ app_name: 'Slack' });
    expect(records.get(B)).toBeNull();
  });

  test('archived ones, which the list leaves out, are read alone', () => {
    const { dispatcher, http } = dispatcherOver((call) =>
      call.method === 'post'
        ? list(call, { app_id: A }, { app_id: B })
        : json({ app_id: C, app_archive: true }),
    );
    const wanted = [A, B, C];
    const { records } = readLive(dispatcher, ZLURI, ZLURI_APPS, name, wanted, { rows: 90, now: START });
    expect(http.calls.filter(({ method }) => method === 'get')).toHaveLength(1);
    expect(records.get(C)).toMatchObject({ app_archive: true });
  });

  test('an address that turns out to be something else is no answer about the record', () => {
    const { dispatcher } = dispatcherOver((call) =>
      call.method === 'post' ? list(call, { app_id: A, app_name: 'Slack' }) : json({ message: 'No' }, 400),
    );
    const { records } = readLive(dispatcher, ZLURI, ZLURI_APPS, name, [A, B], { rows: 900, now: START });
    expect(records.get(A)).toMatchObject({ app_name: 'Slack' });
    expect(records.has(B)).toBe(false);
  });

  test('a user of an app is known by both ids, also where the answer names one', () => {
    const role = [fieldOf(ZLURI_APP_USERS, 'user_app_role')];
    const { dispatcher, http } = dispatcherOver(() => json({ user_id: 'u1', user_app_role: 'admin' }));
    const options = { rows: 9, now: START };
    const { records } = readLive(dispatcher, ZLURI, ZLURI_APP_USERS, role, ['a1/u1'], options);
    expect(http.calls.map(pathOf)).toEqual(['/v2/application/a1/user/u1']);
    expect(records.get('a1/u1')).toMatchObject({ app_user: 'a1/u1', app_id: 'a1', user_app_role: 'admin' });
  });
});
