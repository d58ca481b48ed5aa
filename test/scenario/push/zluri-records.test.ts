/** Apps, users and uses of apps in Zluri: made from rows, changed, archived. */
import type { Desk } from '../../../local/desk';
import {
  addRow,
  edit,
  expectSettled,
  nthId,
  preview,
  pulled,
  pulledDesk,
  push,
  records,
  remote,
} from './push-desk';

let desk: Desk;
afterEach(() => desk.close());

describe('records of Zluri', () => {
  test('a row without an id becomes an app', async () => {
    desk = await pulledDesk('zluri', 'apps');
    const [owner] = records(desk, 'zluri', 'users');
    const row = await addRow(desk, 'Apps', {
      app_name: 'Acme Ledger',
      app_tags: 'finance, internal',
      app_owner_email: String(owner?.['user_email']),
    });
    expect(await push(desk, 'Apps')).toMatchObject({ state: 'done', result: { created: 1, failed: 0 } });
    const made = records(desk, 'zluri', 'apps').find(({ app_name }) => app_name === 'Acme Ledger');
    expect(made).toMatchObject({ app_tags: ['finance', 'internal'], app_owner_id: owner?.['user_id'] });
    expect(desk.tab('Apps').values()[row - 1]?.[0]).toBe(made?.['app_id']);
    await expectSettled(desk, 'zluri', 'apps', 'Apps');
  });

  test('a name that is taken is refused in words, and another one goes', async () => {
    desk = await pulledDesk('zluri', 'apps');
    const taken = String(records(desk, 'zluri', 'apps')[1]?.['app_name']);
    const row = await addRow(desk, 'Apps', { app_name: taken });
    await push(desk, 'Apps').catch(() => undefined);
    expect(records(desk, 'zluri', 'apps').filter(({ app_name }) => app_name === taken)).toHaveLength(1);
    const column = desk.tab('Apps').header().indexOf('Name') + 1;
    await desk.tab('Apps').type(`${String.fromCharCode(64 + column)}${String(row)}`, 'Free');
    expect(await push(desk, 'Apps')).toMatchObject({ result: { created: 1 } });
  });

  test('a row without an id becomes a user, under the names that creating has', async () => {
    desk = await pulledDesk('zluri', 'users');
    await addRow(desk, 'Users', {
      user_name: 'Elif Kaya',
      user_email: 'elif.kaya@new.example',
      user_account_type: 'External',
    });
    expect(await push(desk, 'Users')).toMatchObject({ state: 'done', result: { created: 1, failed: 0 } });
    const made = records(desk, 'zluri', 'users').find(({ user_name }) => user_name === 'Elif Kaya');
    expect(made).toMatchObject({ user_email: 'elif.kaya@new.example', user_account_type: 'external' });
    await expectSettled(desk, 'zluri', 'users', 'Users');
  });

  test('role, status and optimization of a user in an app', async () => {
    desk = await pulledDesk('zluri', 'appUsers');
    const id = String(desk.tab('App users').rows()[0]?.ID);
    await edit(desk, 'App users', id, {
      user_app_role: 'Owner of it',
      user_app_status: 'Inactive',
      optimization_inclusion: 'Excluded for Unused',
    });
    expect(await push(desk, 'App users')).toMatchObject({ state: 'done', result: { sent: 3, records: 1 } });
    expect(
      desk.zluri.data['appUsers'].find(
        (use: { user_app_role: unknown }) => use.user_app_role === 'Owner of it',
      ),
    ).toMatchObject({
      user_app_status: 'inactive',
      optimization_inclusion: 'exclude for unused',
    });
    await expectSettled(desk, 'zluri', 'appUsers', 'App users');
  });

  test('an archived app leaves the list, and nothing stays pending', async () => {
    desk = await pulledDesk('zluri', 'apps');
    const id = nthId(desk, 'zluri', 'apps', 0);
    await edit(desk, 'Apps', id, { app_archive: 'TRUE' });
    expect(await push(desk, 'Apps')).toMatchObject({ state: 'done', result: { sent: 1 } });
    expect(remote(desk, 'zluri', 'apps', id)?.['app_archive']).toBe(true);
    expect(await pulled(desk, 'zluri', 'apps')).toMatchObject({ pending: 0, conflicts: 0 });
  });

  test.each([
    ['Internal note', 'Typed here', 'Typed here'],
    ['Review date', '2026-12-31', '2026-12-31'],
    ['Hosting', 'United States', 'United States'],
  ])('the organisation’s own field “%s”, beside the others', async (label, text, stored) => {
    desk = await pulledDesk('zluri', 'apps');
    const definition = desk.zluri.data['appFields'].find(
      (field: { field_name: string }) => field.field_name === label,
    );
    const id = nthId(desk, 'zluri', 'apps', 8);
    const before = structuredClone(remote(desk, 'zluri', 'apps', id)?.['custom_fields']) as {
      field_id: string;
    }[];
    await edit(desk, 'Apps', id, { [label]: text });
    expect(await push(desk, 'Apps')).toMatchObject({ state: 'done', result: { sent: 1 } });
    const after = remote(desk, 'zluri', 'apps', id)?.['custom_fields'] as { field_id: string }[];
    expect(after).toContainEqual({ field_id: definition.field_id, field_value: stored });
    const others = (values: { field_id: string }[]) =>
      values.filter((value) => value.field_id !== definition.field_id);
    expect(others(after)).toEqual(others(before));
    await expectSettled(desk, 'zluri', 'apps', 'Apps');
  });

  test('contracts cannot be changed through Zluri’s API, and saying so sends nothing', async () => {
    desk = await pulledDesk('zluri', 'contracts');
    await edit(desk, 'Contracts', nthId(desk, 'zluri', 'contracts', 0), { contract_name: 'Mine' });
    await expect(preview(desk, 'Contracts')).rejects.toMatchObject({ code: 'NOT_WRITABLE' });
  });
});
