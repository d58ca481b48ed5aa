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
  type ServerRecord,
} from './push-desk';

let desk: Desk;
afterEach(() => desk.close());

/** The values of the organisation's own fields. */
const own = (record: ServerRecord = {}) =>
  record['custom_fields'] as { field_id: string; field_value: unknown }[];

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

  test('another address of a user, by which nothing else is mistaken for another user', async () => {
    desk = await pulledDesk('zluri', 'users');
    const id = nthId(desk, 'zluri', 'users', 4);
    await edit(desk, 'Users', id, { user_email: 'new.address@acme.example', user_designation: 'Head of it' });
    expect(await push(desk, 'Users')).toMatchObject({ state: 'done', result: { sent: 2, records: 1 } });
    expect(remote(desk, 'zluri', 'users', id)).toMatchObject({
      user_email: 'new.address@acme.example',
      user_designation: 'Head of it',
    });
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

  test('a row with an app and an address gives the app to the user', async () => {
    desk = await pulledDesk('zluri', 'appUsers');
    const [{ app_name: appName = '', app_id: appId = '' } = {}] = records(desk, 'zluri', 'apps');
    const has = (id: unknown): boolean =>
      desk
        .tab('App users')
        .rows()
        .some(({ ID }) => String(ID).includes(String(id)) && String(ID).includes(String(appId)));
    const user = records(desk, 'zluri', 'users').find(({ user_id }) => !has(user_id));
    await addRow(desk, 'App users', { app_name: String(appName), user_email: String(user?.['user_email']) });
    expect(await push(desk, 'App users')).toMatchObject({ state: 'done', result: { created: 1, failed: 0 } });
    expect(records(desk, 'zluri', 'appUsers')).toContainEqual(
      expect.objectContaining({ app_id: appId, user_id: user?.['user_id'] }),
    );
    await expectSettled(desk, 'zluri', 'appUsers', 'App users');
    expect(has(user?.['user_id'])).toBe(true);
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
    ['Approved', 'TRUE', true],
  ])('the organisation’s own field “%s”, beside the others', async (label, text, stored) => {
    desk = await pulledDesk('zluri', 'apps');
    const { field_id } = (desk.zluri.data['appFields'] as { field_id: string; field_name: string }[]).find(
      ({ field_name }) => field_name === label,
    ) ?? { field_id: '' };
    const app = records(desk, 'zluri', 'apps').find((each) =>
      own(each).some((value) => value.field_id === field_id && value.field_value !== stored),
    );
    const id = String(app?.['app_id']);
    const before = structuredClone(own(app));
    await edit(desk, 'Apps', id, { [label]: text });
    expect(await push(desk, 'Apps')).toMatchObject({ state: 'done', result: { sent: 1 } });
    expect(own(remote(desk, 'zluri', 'apps', id))).toEqual(
      before.map((value) => (value.field_id === field_id ? { field_id, field_value: stored } : value)),
    );
    await expectSettled(desk, 'zluri', 'apps', 'Apps');
  });

  test('contracts cannot be changed through Zluri’s API, and saying so sends nothing', async () => {
    desk = await pulledDesk('zluri', 'contracts');
    await edit(desk, 'Contracts', nthId(desk, 'zluri', 'contracts', 0), { contract_name: 'Mine' });
    await expect(preview(desk, 'Contracts')).rejects.toMatchObject({ code: 'NOT_WRITABLE' });
  });
});
