/** New records: found again where nobody confirmed them, and tied to what they belong to. */
import { newRowId, type Change } from '../../../src/core/change/change';
import type { HttpCall } from '../../../src/ports/http';
import { findCreated } from '../../../src/providers/created';
import { checkParents, findParents, parentsIn } from '../../../src/providers/parents';
import { CONTRACTS } from '../../../src/providers/torii/contracts';
import { FIELDS } from '../../../src/providers/torii/fields';
import { TORII } from '../../../src/providers/torii/provider';
import { APP_USERS } from '../../../src/providers/zluri/app-users';
import { ZLURI } from '../../../src/providers/zluri/provider';
import { USERS } from '../../../src/providers/zluri/users';
import { dispatcherOver, json, START } from '../core/http/scripted-http';
import { fieldOf, writesOf } from './edits';

const SEARCH = {
  notAmong: new Set<string>(),
  now: START,
  since: 0,
  people: new Map<string, string | number>(),
};
const pathOf = (call: HttpCall) => new URL(call.url).pathname.replace('/v1/', '/');
const items = (...found: readonly object[]) => json({ count: found.length, page_size: 100, items: found });

describe('a creation that nobody confirmed', () => {
  const status = fieldOf(CONTRACTS, 'status', { options: [{ value: 'pipeline', label: 'Pipeline' }] });
  const writes = [
    ...writesOf(CONTRACTS, {
      name: 'Sofa',
      idApp: '9',
      amount: 15,
      currency: 'EUR',
      owner: 'ana@example.com',
    }),
    { field: status, to: 'Pipeline' },
  ];
  const contract = {
    id: 5,
    name: 'Sofa',
    idApp: 9,
    status: { value: 'pipeline', label: 'Pipeline' },
    amount: 1500,
    currency: 'EUR',
    owner: { id: 1, email: 'ana@example.com' },
  };
  const listing = (...contracts: readonly object[]) =>
    json({ contracts, count: contracts.length, total: contracts.length, nextCursor: null });

  test('is none that equals it and was there before', () => {
    const older = { ...contract, id: 4, creationTime: '2026-11-20T00:00:00.000Z' };
    const { dispatcher } = dispatcherOver(() =>
      listing(older, { ...contract, creationTime: '2026-11-22T10:00:05.000Z' }),
    );
    const since = Date.parse('2026-11-22T10:00:00Z');
    const found = findCreated(dispatcher, TORII, CONTRACTS, [writes], { ...SEARCH, since });
    expect(found.map((each) => each?.id)).toEqual(['5']);
  });

  test('is found by all that was sent, where nothing else is unique', () => {
    const { dispatcher } = dispatcherOver(() =>
      listing(contract, { ...contract, id: 6, amount: 1501 }, { ...contract, id: 7, owner: null }),
    );
    expect(findCreated(dispatcher, TORII, CONTRACTS, [writes], SEARCH)).toEqual([
      { id: '5', record: contract },
    ]);
  });

  test('is not one of the records that were there before', () => {
    const { dispatcher } = dispatcherOver(() => listing(contract, { ...contract, id: 8 }));
    const found = findCreated(dispatcher, TORII, CONTRACTS, [writes], {
      ...SEARCH,
      notAmong: new Set(['5']),
    });
    expect(found.map((each) => each?.id)).toEqual(['8']);
  });

  test('has an owner whom the platform shows by number', () => {
    const { dispatcher } = dispatcherOver(() => listing({ ...contract, owner: 1 }));
    const people = new Map([['ana@example.com', 1]]);
    expect(findCreated(dispatcher, TORII, CONTRACTS, [writes], { ...SEARCH, people })).toMatchObject([
      { id: '5' },
    ]);
    expect(findCreated(dispatcher, TORII, CONTRACTS, [writes], SEARCH)).toEqual([null]);
  });

  test('is another record for each of two rows that say the same, and the list is read once', () => {
    const { dispatcher, http } = dispatcherOver(() => listing(contract, { ...contract, id: 8 }));
    const found = findCreated(dispatcher, TORII, CONTRACTS, [writes, writes, writes], SEARCH);
    expect(found.map((each) => each?.id)).toEqual(['5', '8', undefined]);
    expect(http.calls).toHaveLength(1);
  });

  test('goes to the row that says most of it', () => {
    const { dispatcher } = dispatcherOver(() => listing(contract, { ...contract, id: 8, owner: null }));
    const short = writes.filter(({ field }) => field.key !== 'owner');
    const found = findCreated(dispatcher, TORII, CONTRACTS, [short, writes], SEARCH);
    expect(found.map((each) => each?.id)).toEqual(['8', '5']);
  });

  test('stays in doubt where the list is not complete', () => {
    const { dispatcher } = dispatcherOver(() =>
      json({ contracts: [], count: 0, total: 3, nextCursor: null }),
    );
    expect(() => findCreated(dispatcher, TORII, CONTRACTS, [writes], SEARCH)).toThrow(/INCOMPLETE_READ/);
  });

  test('is found by what no two records share, whatever else they say', () => {
    const { dispatcher } = dispatcherOver((call) =>
      new URL(call.url).searchParams.get('page') === '0'
        ? items({ user_id: 'u1', user_email: 'Elif@example.com', user_name: 'E. Kaya' }, { user_id: 'u2' })
        : items(),
    );
    const elif = writesOf(USERS, { user_name: 'Elif', user_email: 'elif@example.com' });
    expect(findCreated(dispatcher, ZLURI, USERS, [elif], SEARCH).map((each) => each?.id)).toEqual(['u1']);
  });

  test('of an app’s user is looked for in that app alone', () => {
    const { dispatcher, http } = dispatcherOver(() =>
      items({ user_id: 'u1', user_email: 'elif@example.com' }),
    );
    const user = writesOf(APP_USERS, { app_name: 'Slack', user_email: 'elif@example.com' });
    const parents = new Map([['slack', 'a1']]);
    const found = findCreated(dispatcher, ZLURI, APP_USERS, [user], { ...SEARCH, parents });
    expect(found.map((each) => each?.id)).toEqual(['a1/u1']);
    expect(new Set(http.calls.map(pathOf))).toEqual(new Set(['/v2/applications/a1/users']));
  });

  test('of a field is found by name, type and choices', () => {
    const tier = {
      systemKey: 'c_tier',
      name: 'Tier',
      type: 'dropdown',
      options: [{ value: 'a', label: 'A' }],
    };
    const { dispatcher } = dispatcherOver((call) =>
      json({ fields: pathOf(call) === '/apps/fields' ? [{ id: 1, ...tier }] : [] }),
    );
    const field = writesOf(FIELDS, { name: 'Tier', type: 'dropdown', options: 'A' });
    expect(findCreated(dispatcher, TORII, FIELDS, [field], SEARCH).map((each) => each?.id)).toEqual([
      'apps/c_tier',
    ]);
  });
});

describe('what a new row belongs to', () => {
  const change = (row: number, field: string, to: string, more: Partial<Change> = {}): Change => ({
    row,
    id: newRowId(row),
    name: to,
    action: 'create',
    field,
    label: field,
    from: '',
    to,
    kind: 'change',
    ...more,
  });
  const changes = [
    change(2, 'app_name', 'Slack '),
    change(2, 'user_email', 'a@example.com'),
    change(3, 'app_name', 'slack'),
    change(4, 'app_name', 'Figma'),
    change(4, 'app_id', 'a7'),
    change(5, 'app_name', 'Twin'),
    change(6, 'app_name', 'Nowhere'),
    change(7, 'app_name', 'Broken', { kind: 'problem' }),
  ];

  test('is looked up by the names that stand without an id', () => {
    expect(parentsIn(APP_USERS, changes)).toEqual(['slack', 'twin', 'nowhere']);
    expect(parentsIn(CONTRACTS, changes)).toEqual([]);
  });

  test('must be one, and only one', () => {
    const { dispatcher } = dispatcherOver((call) =>
      new URL(call.url).searchParams.get('page') === '0'
        ? items(
            { app_id: 'a1', app_name: 'Slack' },
            { app_id: 'a2', app_name: 'Twin' },
            { app_id: 'a3', app_name: 'TWIN' },
          )
        : items(),
    );
    const parents = findParents(dispatcher, ZLURI, APP_USERS, parentsIn(APP_USERS, changes), START);
    expect([...parents]).toEqual([
      ['slack', 'a1'],
      ['twin', null],
    ]);
    const checked = checkParents(ZLURI, APP_USERS, changes, parents);
    const problems = checked.filter(({ kind, message }) => kind === 'problem' && message !== undefined);
    expect(problems.map(({ row }) => row)).toEqual([5, 6]);
    expect(problems[0]?.message).toMatch(/several apps named “Twin”/);
    expect(problems[1]?.message).toMatch(/no app named “Nowhere”/);
  });

  test('takes no request where nobody names it', () => {
    const { dispatcher, http } = dispatcherOver(() => items());
    expect(findParents(dispatcher, ZLURI, APP_USERS, [], START).size).toBe(0);
    expect(findParents(dispatcher, TORII, CONTRACTS, ['x'], START).size).toBe(0);
    expect(http.calls).toHaveLength(0);
    expect(checkParents(TORII, CONTRACTS, changes, new Map())).toBe(changes);
  });
});
