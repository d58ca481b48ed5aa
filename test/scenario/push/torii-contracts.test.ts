/** Contracts of Torii: made from rows, deleted by choice alone, and paid in currencies of their own. */
import type { Desk } from '../../../local/desk';
import {
  addRow,
  apply,
  cell,
  edit,
  expectSettled,
  nthId,
  preview,
  pulledDesk,
  push,
  records,
  remote,
  rowOf,
  writes,
  type Id,
} from './push-desk';

let desk: Desk;
afterEach(() => desk.close());

/** Sheet row of a record. */
const sheetRow = (tab: string, id: Id): number =>
  desk
    .tab(tab)
    .rows()
    .findIndex(({ ID }) => String(ID) === String(id)) + 2;

describe('contracts of Torii', () => {
  const FIELDS = ['name', 'idApp', 'status', 'owner', 'amount', 'currency', 'vendor', 'startDate'];
  const newContract = () => ({
    name: 'Brand new',
    idApp: String(nthId(desk, 'torii', 'apps', 2)),
    status: 'Active',
    vendor: 'Acme',
    startDate: '2026-12-31',
  });
  const made = () => records(desk, 'torii', 'contracts').filter(({ name }) => name === 'Brand new');

  test('a row without an id becomes a contract, and gets its id', async () => {
    desk = await pulledDesk('torii', 'contracts', { fields: FIELDS });
    const row = await addRow(desk, 'Contracts', newContract());
    const shown = await preview(desk, 'Contracts');
    expect(shown.counts).toMatchObject({ rows: 1, created: 1, problems: 0 });
    expect(shown.items.every(({ action, id }) => action === 'create' && id === `row ${String(row)}`)).toBe(
      true,
    );
    expect(await apply(desk, shown.plan)).toMatchObject({ state: 'done', result: { created: 1, failed: 0 } });
    expect(made()).toMatchObject([
      {
        idApp: nthId(desk, 'torii', 'apps', 2),
        status: 'active',
        vendor: 'Acme',
        startDate: '2026-12-31T00:00:00.000Z',
      },
    ]);
    expect(String(desk.tab('Contracts').values()[row - 1]?.[0])).toBe(String(made()[0]?.['id']));
    await expectSettled(desk, 'torii', 'contracts', 'Contracts');
    expect(desk.tab('Contracts').values()).toHaveLength(row);
  });

  test('an amount of a new one goes in the currency that the row says', async () => {
    desk = await pulledDesk('torii', 'contracts', { fields: FIELDS });
    await addRow(desk, 'Contracts', { ...newContract(), amount: '1,200.50', currency: 'EUR' });
    expect(await push(desk, 'Contracts')).toMatchObject({ state: 'done', result: { created: 1, failed: 0 } });
    expect(made()).toMatchObject([{ amount: 120_050, currency: 'EUR' }]);
    await expectSettled(desk, 'torii', 'contracts', 'Contracts');
  });

  test('an amount of a new one that nobody knows the currency of is a problem, and the contract is made without it', async () => {
    desk = await pulledDesk('torii', 'contracts', { fields: FIELDS });
    await addRow(desk, 'Contracts', { ...newContract(), amount: '1,200.50' });
    const { plan, items } = await preview(desk, 'Contracts');
    expect(items.filter(({ kind }) => kind === 'problem')).toMatchObject([{ field: 'amount' }]);
    await apply(desk, plan);
    expect(made().map(({ amount }) => amount ?? null)).toEqual([null]);
  });

  test.each([
    ['EUR', '1,234.56', 123_456],
    ['JPY', '98000', 98_000],
    ['KWD', '1.234', 1_234],
  ])('an amount in %s is sent in that currency and its smallest unit', async (currency, typed, stored) => {
    desk = await pulledDesk('torii', 'contracts', {
      fields: FIELDS,
      prepare: (on) => {
        for (const contract of on.torii.data.contracts) Object.assign(contract, { currency, amount: 500 });
      },
    });
    const id = nthId(desk, 'torii', 'contracts', 0);
    await edit(desk, 'Contracts', id, { amount: typed });
    expect(await push(desk, 'Contracts')).toMatchObject({ result: { sent: 1 } });
    expect(remote(desk, 'torii', 'contracts', id)).toMatchObject({ amount: stored, currency });
    await expectSettled(desk, 'torii', 'contracts', 'Contracts');
  });

  test('an amount in another currency than the contract’s is a problem', async () => {
    desk = await pulledDesk('torii', 'contracts', {
      fields: FIELDS,
      prepare: (on) => {
        for (const contract of on.torii.data.contracts)
          Object.assign(contract, { currency: 'EUR', amount: 500 });
      },
    });
    await edit(desk, 'Contracts', nthId(desk, 'torii', 'contracts', 0), { amount: 'USD 99' });
    expect((await preview(desk, 'Contracts')).items).toMatchObject([{ kind: 'problem', field: 'amount' }]);
  });

  test('only selected rows are deleted, and only by that action; a row that is missing is none', async () => {
    desk = await pulledDesk('torii', 'contracts', { fields: FIELDS });
    const ids = [0, 1, 2].map((n) => nthId(desk, 'torii', 'contracts', n));
    const [gone = '', other = '', missing = ''] = ids;
    desk.tab('Contracts').deleteRow(missing);
    expect((await preview(desk, 'Contracts')).items).toEqual([]);
    await edit(desk, 'Contracts', other, { vendor: 'Not part of it' });
    desk.tab('Contracts').select(`A${String(sheetRow('Contracts', gone))}`);
    const shown = await preview(desk, 'Contracts', { deleteSelected: true });
    expect(shown.items).toMatchObject([{ id: String(gone), action: 'delete', field: '', kind: 'change' }]);
    expect(await apply(desk, shown.plan)).toMatchObject({ state: 'done', result: { deleted: 1 } });
    expect(writes(desk)).toEqual([`DELETE /v1.0/contracts/${String(gone)}`]);
    expect(ids.map((id) => remote(desk, 'torii', 'contracts', id) !== undefined)).toEqual([
      false,
      true,
      true,
    ]);
    expect(rowOf(desk, 'Contracts', gone)).toBeDefined();
    expect(cell(desk, 'Contracts', gone, '$status')).toMatch(/^Gone from Torii since/);
  });

  test.each([
    ['500', { status: 500 }],
    ['a connection that is cut after it was deleted', { cut: 'after' as const }],
    ['404, because somebody else was faster', { status: 404 }],
  ])('a deletion that meets %s', async (_, fault) => {
    desk = await pulledDesk('torii', 'contracts', { fields: FIELDS });
    const id = nthId(desk, 'torii', 'contracts', 1);
    desk.tab('Contracts').select('A3');
    const { plan } = await preview(desk, 'Contracts', { deleteSelected: true });
    desk.torii.fault({ match: 'DELETE', ...fault });
    expect(await apply(desk, plan)).toMatchObject({ state: 'done', result: { deleted: 1, failed: 0 } });
    expect(cell(desk, 'Contracts', id, '$status')).toMatch(/^Gone from Torii since/);
  });

  test('deleting needs a selection in that tab', async () => {
    desk = await pulledDesk('torii', 'contracts', { fields: FIELDS });
    desk.tab('Contracts').select('A1');
    await expect(preview(desk, 'Contracts', { deleteSelected: true })).rejects.toMatchObject({
      code: 'NOTHING_SELECTED',
    });
  });
});
