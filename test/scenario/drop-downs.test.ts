/** Drop-downs: the platform’s options, and its people. */
import type { Desk } from '../../local/desk';
import { connectedDesk, pull } from './desks';

interface Option {
  value: string;
  label: string;
  isDeleted?: boolean;
}

/** The options of a custom field, without those that were deleted long ago. */
function optionsOf(desk: Desk, key: string): Option[] {
  const fields = desk.torii.data.appFields as { systemKey: string; options?: Option[] }[];
  return fields.find(({ systemKey }) => systemKey === key)?.options?.filter((one) => !one.isDeleted) ?? [];
}

const labels = (options: readonly Option[]) => options.map(({ label }) => label);

interface Status {
  jobs: { job: string; title: string }[];
}

test('a new tab gets its drop-downs by a job of its own, which an open sidebar finds', async () => {
  const desk = await connectedDesk();
  const { result } = await pull(desk, 'apps');
  expect(result).toMatchObject({ dropDownsFollow: true });
  const { jobs } = (await desk.api('status')) as Status;
  expect(jobs.map(({ title }) => title)).toEqual(['Finish Apps']);
  await desk.run(jobs[0]?.job ?? '');
  expect(desk.tab('Apps').choices('Hosting')).toEqual(labels(optionsOf(desk, 'c_hosting')));
  expect(desk.tab('Apps').choices('State')).toContain('Sanctioned');
  expect(((await desk.api('status')) as Status).jobs).toEqual([]);
});

test('without the sidebar they come a moment after the menu’s pull', async () => {
  const desk = await connectedDesk();
  await desk.menu('SaaS Ledger', 'Pull', 'Apps');
  expect(desk.tab('Apps').choices('State')).toEqual([]);
  await desk.clock.advance({ minutes: 3 });
  expect(desk.tab('Apps').choices('State').length).toBeGreaterThan(0);
  expect(desk.triggers()).toEqual([]);
});

test('people are offered from the Users tab, once there is one', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  await pull(desk, 'apps');
  expect(desk.tab('Apps').choices('Primary owner')).toEqual([]);
  await pull(desk, 'users');
  await pull(desk, 'apps');
  const addresses = (desk.torii.data.users as { email: string }[]).map(({ email }) => email);
  expect(desk.tab('Apps').choices('Primary owner')).toEqual(addresses);
});

test('people are offered from a tab with all users, rather than from a selection of them', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'users', { tab: 'Active users', filters: { lifecycleStatus: ['active'] } });
  await pull(desk, 'users', { tab: 'Everybody', filters: [] });
  await pull(desk, 'apps');
  await pull(desk, 'apps');
  expect(desk.tab('Apps').choices('Primary owner')).toHaveLength(desk.torii.data.users.length);
});

test('an option that is removed is no longer offered; a record that still has it shows what the platform stores', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  const id = (desk.torii.data.apps as { id: number }[])[0]?.id ?? 0;
  const [dropped, ...left] = optionsOf(desk, 'c_hosting');
  desk.torii.edit('apps', id, { c_hosting: dropped?.value });
  await pull(desk, 'apps');
  expect(desk.tab('Apps').rows()[0]?.['Hosting']).toBe(dropped?.label);
  desk.torii.edit('appFields', 'c_hosting', { options: left });
  const { result } = await pull(desk, 'apps');
  expect(desk.tab('Apps').choices('Hosting')).toEqual(labels(left));
  expect(result).toMatchObject({ conflicts: 0, pending: 0 });
  expect(desk.tab('Apps').rows()[0]?.['Hosting']).toBe(dropped?.value);
});

test('a quiet refresh leaves a drop-down alone that a person changed', async () => {
  const desk = await connectedDesk();
  await pull(desk, 'apps');
  await pull(desk, 'apps');
  const before = desk.serviceCalls['Range.setDataValidation'] ?? 0;
  await pull(desk, 'apps');
  expect(desk.serviceCalls['Range.setDataValidation'] ?? 0).toBe(before);
});
