/** Integration instances: listed, chosen, made (reference: listsdkinstances, createsdkinstance, addapplication). */
import { PLACES } from '../../../../../src/providers/zluri/uploads/places';

const answer = (body: unknown) => ({ status: 200, body });

test('listed by offset and limit; one that is not connected says so', () => {
  expect(PLACES.list?.(1)).toMatchObject({
    method: 'get',
    path: '/v2/integrations-sync/instances',
    query: { offset: 0, limit: 50 },
  });
  expect(PLACES.list?.(3).query).toEqual({ offset: 100, limit: 50 });
  const items = [
    { instance_id: 'i1', instance_name: 'Roster', app_id: 'a1', status: 'connected' },
    { instance_id: 'i2', status: 'not-connected' },
    { instance_name: 'without an id' },
  ];
  expect(PLACES.readList?.(answer({ count: 3, items }), 1)).toEqual({
    places: [
      { place: 'i1', title: 'Roster', app: 'a1' },
      { place: 'i2', title: 'i2', note: 'not connected' },
    ],
    more: false,
  });
});

test('there is more until the count is reached, or, without one, until a page is not full', () => {
  const full = Array.from({ length: 50 }, (_, index) => ({ instance_id: `i${String(index)}` }));
  expect(PLACES.readList?.(answer({ count: 120, items: full }), 2)?.more).toBe(true);
  expect(PLACES.readList?.(answer({ count: 100, items: full }), 2)?.more).toBe(false);
  expect(PLACES.readList?.(answer(full), 1)?.more).toBe(true);
  expect(PLACES.readList?.(answer(full.slice(1)), 1)?.more).toBe(false);
  expect(PLACES.readList?.(answer({ count: 120, items: [] }), 3)?.more).toBe(false);
});

test('apps are searched for by name, and made where there is none', () => {
  expect(PLACES.findApps('Acme, Inc')).toMatchObject({
    method: 'post',
    path: '/v2/applications',
    query: { search_query: 'Acme' },
    repeatable: true,
  });
  const body = { count: 1, items: [{ app_id: 'a1', app_name: 'Acme' }, { app_name: 'without an id' }] };
  expect(PLACES.readApps(answer(body))).toEqual([{ app: 'a1', title: 'Acme' }]);
  expect(PLACES.createApp?.('Acme')).toMatchObject({
    path: '/v2/add-application',
    body: { app_name: 'Acme' },
    repeatable: false,
  });
  expect(PLACES.readApp?.(answer({ data: { app_id: 'a2' } }))).toBe('a2');
});

test('an instance is made with three addresses at most, or with its maker’s; its maker is one who is told', () => {
  const place = { title: 'Roster', app: 'a1', by: 'me@example.com' };
  expect(PLACES.create({ ...place, emails: ['a@x.io', 'b@x.io', 'c@x.io', 'd@x.io'] })).toMatchObject({
    method: 'post',
    path: '/v2/integrations-sync/instances',
    body: {
      app_id: 'a1',
      instance_name: 'Roster',
      notification_emails: ['a@x.io', 'b@x.io', 'c@x.io'],
      created_by: 'a@x.io',
    },
    repeatable: false,
  });
  expect(PLACES.create(place).body).toMatchObject({
    notification_emails: ['me@example.com'],
    created_by: 'me@example.com',
  });
  expect(PLACES.create({ ...place, emails: ['a@x.io', 'me@example.com'] }).body).toMatchObject({
    created_by: 'me@example.com',
  });
  expect(PLACES.readCreated(answer({ instance_id: 'i9' }))).toBe('i9');
  expect(PLACES.readCreated(answer({ data: { _id: 'i9' } }))).toBe('i9');
  expect(PLACES.readCreated(answer(null))).toBeNull();
});
