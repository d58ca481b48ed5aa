/** Choosing fields: what is asked for is what comes, and what cannot be had is said. */
import { connectedDesk, pull } from './desks';

test('the chosen fields come in their order, each once, with the key first and the status last', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps', { fields: ['category', 'name', 'name'] });
  expect(desk.tab('Apps').header()).toEqual(['ID', 'Category', 'Name', 'Status']);
  await pull(desk, 'apps');
  expect(desk.tab('Apps').header()).toEqual(['ID', 'Category', 'Name', 'Status']);
});

test('a field that does not exist is said, and the others come', async () => {
  const desk = await connectedDesk();
  const { state, result } = await pull(desk, 'apps', { fields: ['name', 'c_nonsense'] });
  expect(state).toBe('done');
  expect(result?.remarks).toEqual([expect.stringContaining('c_nonsense')]);
  expect(await pull(desk, 'users', { fields: ['nope'] })).toMatchObject({
    state: 'failed',
    error: { code: 'UNKNOWN_FIELD' },
  });
});

test('a custom field that is hidden for a while comes back with its values', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  const field = (desk.torii.data.appFields as { systemKey: string; name: string }[]).find(
    ({ systemKey }) => systemKey === 'c_seatLimit',
  );
  const id = (desk.torii.data.apps[0] as { id: number }).id;
  desk.torii.edit('appFields', 'c_seatLimit', { isShown: false });
  const { result } = await pull(desk, 'apps');
  expect((result?.remarks as string[]).join()).toContain(field?.name);
  desk.torii.edit('appFields', 'c_seatLimit', { isShown: true });
  desk.torii.edit('apps', id, { c_seatLimit: 4711 });
  await pull(desk, 'apps');
  const row = desk
    .tab('Apps')
    .rows()
    .find(({ ID }) => ID === id);
  expect(row?.[field?.name ?? '']).toBe(4711);
});
