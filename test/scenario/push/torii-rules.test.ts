/** What has rules of its own in Torii: the lifecycle of people, removal marks, transactions and fields of apps. */
import type { Desk } from '../../../local/desk';
import {
  addRow,
  apply,
  edit,
  expectSettled,
  nthId,
  preview,
  pulled,
  pulledDesk,
  push,
  records,
  remote,
  writes,
} from './push-desk';

let desk: Desk;
afterEach(() => desk.close());

describe('people of Torii', () => {
  const setting = (sendLifecycle: 'on' | 'off') => desk.api('settings', { set: { sendLifecycle } });
  const USER = ['email', 'firstName', 'lifecycleStatus'];

  test('a lifecycle status is not sent unless a setting allows it, and then only once confirmed', async () => {
    desk = await pulledDesk('torii', 'users', { fields: USER });
    const id = nthId(desk, 'torii', 'users', 0);
    desk.torii.edit('users', id, { lifecycleStatus: 'active' });
    await pulled(desk, 'torii', 'users');
    await edit(desk, 'Users', id, { lifecycleStatus: 'Offboarding' });
    expect((await preview(desk, 'Users')).items).toMatchObject([
      { kind: 'problem', field: 'lifecycleStatus' },
    ]);
    await setting('on');
    const shown = await preview(desk, 'Users');
    expect(shown.items).toMatchObject([{ kind: 'change', from: 'Active', to: 'Offboarding' }]);
    expect(shown.asksTwice).toMatch(/leaving/);
    await expect(apply(desk, shown.plan)).rejects.toMatchObject({ code: 'CONFIRM_FIRST' });
    expect(writes(desk)).toEqual([]);
    expect(await apply(desk, shown.plan, { confirmed: true })).toMatchObject({
      state: 'done',
      result: { sent: 1 },
    });
    expect(remote(desk, 'torii', 'users', id)?.['lifecycleStatus']).toBe('offboarding');
    expect(desk.torii.data['auditLog'].at(-1)).toMatchObject({ type: 'update_user_lifecycle_status' });
    await expectSettled(desk, 'torii', 'users', 'Users');
  });

  test('a plan that was made while it was allowed is refused once it is not', async () => {
    desk = await pulledDesk('torii', 'users', { fields: USER });
    const id = nthId(desk, 'torii', 'users', 0);
    desk.torii.edit('users', id, { lifecycleStatus: 'active' });
    await pulled(desk, 'torii', 'users');
    await edit(desk, 'Users', id, { lifecycleStatus: 'Offboarded' });
    await setting('on');
    const { plan } = await preview(desk, 'Users');
    await setting('off');
    const end = await apply(desk, plan, { confirmed: true }).catch((problem: unknown) => ({
      error: problem as { code: string },
    }));
    expect(end.error?.code).toBe('PLAN_OUTDATED');
    expect(writes(desk)).toEqual([]);
  });

  test('the mark that a user was removed from an app', async () => {
    desk = await pulledDesk('torii', 'userApps');
    const [first] = desk.tab('User apps').rows();
    const id = String(first?.ID);
    await edit(desk, 'User apps', id, { isUserRemovedFromApp: 'TRUE' });
    expect(await push(desk, 'User apps')).toMatchObject({ state: 'done', result: { sent: 1 } });
    expect(
      desk.torii.data['appUsers'].filter(
        (use: { isUserRemovedFromApp: boolean }) => use.isUserRemovedFromApp,
      ),
    ).toHaveLength(1);
    await expectSettled(desk, 'torii', 'userApps', 'User apps');
  });
});

describe('transactions of Torii', () => {
  const id = () => {
    const found = records(desk, 'torii', 'transactions').find(
      ({ mappingStatus }) => mappingStatus === 'mapped',
    );
    return found?.['id'] as number;
  };
  const transaction = (which: number) => remote(desk, 'torii', 'transactions', which);

  async function ready(): Promise<number> {
    desk = await pulledDesk('torii', 'transactions', {
      prepare: (on) => {
        for (const each of on.torii.data['transactions'])
          Object.assign(each.amount, { value: 5_000, currency: 'EUR' });
      },
    });
    return id();
  }

  test('date and amount, the amount in its own currency', async () => {
    const which = await ready();
    await edit(desk, 'Transactions', which, { transactionDate: '2026-01-15', amount: '99.50' });
    expect(await push(desk, 'Transactions')).toMatchObject({ state: 'done', result: { sent: 2 } });
    expect(transaction(which)).toMatchObject({
      transactionDate: '2026-01-15',
      amount: { value: 9_950, currency: 'EUR' },
    });
    await expectSettled(desk, 'torii', 'transactions', 'Transactions');
  });

  test('the app that it is matched to', async () => {
    const which = await ready();
    const app = nthId(desk, 'torii', 'apps', 5);
    await edit(desk, 'Transactions', which, { idApp: String(app) });
    expect(await push(desk, 'Transactions')).toMatchObject({ state: 'done', result: { sent: 1 } });
    expect(transaction(which)).toMatchObject({ idApp: app, mappingStatus: 'mapped' });
    await expectSettled(desk, 'torii', 'transactions', 'Transactions');
  });

  test('matching it to no app, and calling it unknown along with that', async () => {
    const which = await ready();
    await edit(desk, 'Transactions', which, { idApp: '', mappingStatus: 'Unknown' });
    expect(await push(desk, 'Transactions')).toMatchObject({ state: 'done', result: { sent: 2 } });
    expect(transaction(which)).toMatchObject({ idApp: null, mappingStatus: 'unknown' });
    expect(await pulled(desk, 'torii', 'transactions')).toMatchObject({ pending: 0, conflicts: 0 });
  });

  test.each([
    ['mapped without an app', { mappingStatus: 'Mapped', idApp: '' }],
    ['unknown with an app', { mappingStatus: 'Unknown' }],
  ])('%s is a problem that says what to do', async (_, texts) => {
    const which = await ready();
    desk.torii.edit('transactions', which, { mappingStatus: 'mapped' });
    await edit(desk, 'Transactions', which, texts);
    const { items } = await preview(desk, 'Transactions');
    const status = items.find(({ field }) => field === 'mappingStatus');
    expect(status === undefined || status.kind === 'problem').toBe(true);
    expect(writes(desk)).toEqual([]);
  });

  test('archiving it, after which the list leaves it out', async () => {
    const which = await ready();
    await edit(desk, 'Transactions', which, { mappingStatus: 'Archived' });
    expect(await push(desk, 'Transactions')).toMatchObject({ state: 'done', result: { sent: 1 } });
    expect(transaction(which)).toMatchObject({ mappingStatus: 'archived' });
    expect(await pulled(desk, 'torii', 'transactions')).toMatchObject({ pending: 0, conflicts: 0 });
    expect((await preview(desk, 'Transactions')).items).toEqual([]);
  });
});

describe('fields of Torii’s apps', () => {
  const own = (key: string) =>
    (desk.torii.data['appFields'] as { systemKey: string; name: string; isDeleted: boolean }[]).find(
      ({ systemKey }) => systemKey === key,
    );

  test('another name', async () => {
    desk = await pulledDesk('torii', 'fields');
    const id = desk
      .tab('Fields')
      .rows()
      .find((row) => row['Internal name'] === 'c_hosting')?.ID as string;
    await edit(desk, 'Fields', id, { name: 'Where it runs' });
    expect(await push(desk, 'Fields')).toMatchObject({ state: 'done', result: { sent: 1 } });
    expect(own('c_hosting')?.name).toBe('Where it runs');
    await expectSettled(desk, 'torii', 'fields', 'Fields');
  });

  test('a new one, and a deleted one', async () => {
    desk = await pulledDesk('torii', 'fields');
    await addRow(desk, 'Fields', { of: 'Apps', name: 'Cost centre', type: 'singleLine' });
    expect(await push(desk, 'Fields')).toMatchObject({ state: 'done', result: { created: 1 } });
    expect(own('c_costCentre')).toMatchObject({ name: 'Cost centre', isDeleted: false });
    await expectSettled(desk, 'torii', 'fields', 'Fields');
    const row =
      desk
        .tab('Fields')
        .rows()
        .findIndex((each) => each['Internal name'] === 'c_costCentre') + 2;
    desk.tab('Fields').select(`B${String(row)}`);
    const { plan } = await preview(desk, 'Fields', { deleteSelected: true });
    expect(await apply(desk, plan)).toMatchObject({ state: 'done', result: { deleted: 1 } });
    expect(own('c_costCentre')?.isDeleted).toBe(true);
  });
});
