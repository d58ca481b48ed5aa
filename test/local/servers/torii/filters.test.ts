import { json, toriiClient } from './torii-client';

const TENANT = () => ({
  users: [{ id: 9, email: 'nine@x.example' }],
  apps: [
    {
      id: 1,
      name: 'Alpha',
      primaryOwner: 9,
      activeUsersCount: 5,
      creationTime: '2024-08-03T09:40:20.000Z',
      c_many: ['a', 'b'],
    },
    {
      id: 2,
      name: 'Beta',
      primaryOwner: null,
      activeUsersCount: 50,
      creationTime: '2024-08-04T00:00:00.000Z',
      c_many: ['b'],
    },
    {
      id: 3,
      name: 'alphabet',
      primaryOwner: 9,
      activeUsersCount: null,
      creationTime: '2025-01-01T00:00:00.000Z',
      c_many: [],
    },
  ],
  appFields: [{ systemKey: 'c_many', type: 'dropdownMulti' as const }],
});

describe('filters (Torii: filters)', () => {
  it.each<[unknown, number[]]>([
    [{ key: 'name', op: 'equals', value: 'Beta' }, [2]],
    [{ key: 'name', op: 'notEquals', value: 'Beta' }, [1, 3]],
    [{ key: 'name', op: 'contains', value: 'alpha' }, [1, 3]],
    [{ key: 'name', op: 'notContains', value: 'alpha' }, [2]],
    [{ key: 'id', op: 'anyOf', value: [1, 3] }, [1, 3]],
    [{ key: 'id', op: 'noneOf', value: [1, 3] }, [2]],
    [{ key: 'c_many', op: 'allOf', value: ['a', 'b'] }, [1]],
    [{ key: 'c_many', op: 'isExactly', value: ['b'] }, [2]],
    [{ key: 'primaryOwner', op: 'equals', value: 9 }, [1, 3]],
    [{ key: 'primaryOwner', op: 'isSet' }, [1, 3]],
    [{ key: 'primaryOwner', op: 'isNotSet' }, [2]],
    [{ key: 'c_many', op: 'exists' }, [1, 2]],
    [{ key: 'c_many', op: 'notExists' }, [3]],
    [{ key: 'activeUsersCount', op: 'gt', value: 5 }, [2]],
    [{ key: 'activeUsersCount', op: 'gte', value: 5 }, [1, 2]],
    [{ key: 'activeUsersCount', op: 'lt', value: 50 }, [1]],
    [{ key: 'activeUsersCount', op: 'lte', value: 50 }, [1, 2]],
    [{ key: 'creationTime', op: 'gt', value: '2024-08-03T09:40:20.000Z' }, [2, 3]],
    [{ key: 'creationTime', op: 'dayAfter', value: '2024-08-03T00:00:00.000Z' }, [2, 3]],
    [{ key: 'creationTime', op: 'dayOnOrAfter', value: '2024-08-03T23:00:00.000Z' }, [1, 2, 3]],
    [{ key: 'creationTime', op: 'dayBefore', value: '2024-08-04T23:00:00.000Z' }, [1]],
    [{ key: 'creationTime', op: 'dayOnOrBefore', value: '2024-08-04T00:00:00.000Z' }, [1, 2]],
  ])('%j', async (filter, expected) => {
    const { get } = await toriiClient(TENANT());
    const { body } = await get(`/apps?filters=${json([filter])}`);
    expect(body.apps.map((app: { id: number }) => app.id)).toEqual(expected);
    expect(body.total).toBe(expected.length);
  });

  it('must all hold', async () => {
    const { get } = await toriiClient(TENANT());
    const both = [
      { key: 'name', op: 'contains', value: 'alpha' },
      { key: 'activeUsersCount', op: 'isSet' },
    ];
    expect((await get(`/apps?filters=${json(both)}`)).body.total).toBe(1);
  });

  it.each([
    'relativeDateToday',
    'relativeDateOn',
    'relativeDateLess',
    'relativeDateMore',
    'nested',
    'or',
    'and',
  ])('does not guess the shape of %s', async (op) => {
    const { get } = await toriiClient(TENANT());
    const { status, body } = await get(`/apps?filters=${json([{ key: 'name', op, value: 1 }])}`);
    expect([status, body.message]).toEqual([400, expect.stringContaining('not documented')]);
  });

  it.each([
    '{',
    '{}',
    '[{"key":"nonsense","op":"isSet"}]',
    '[{"key":"name","op":"is"}]',
    '[{"key":"name","op":"equals"}]',
  ])('refuses %s', async (filters) => {
    const { get } = await toriiClient(TENANT());
    expect((await get(`/apps?filters=${encodeURIComponent(filters)}`)).status).toBe(400);
  });
});
