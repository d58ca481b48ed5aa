/** Edits from the sheet to the platform and back again through the sidebar, against the real server code. */
import type { FrameLocator } from 'playwright-core';
import { type Desk, openDesk } from '../../local/desk';
import { picture } from './chromium';
import { WorkbenchPage } from './workbench-page';

jest.setTimeout(90_000);

let desk: Desk;
let workbench: WorkbenchPage;
let contracts: readonly Contract[];

interface Contract {
  readonly id: number;
  readonly name: string;
  readonly billingEmail: string | null;
}

beforeAll(async () => {
  desk = await openDesk({ tenant: { apps: 20, contracts: 12, users: 10 } });
  await desk.api('connect', { provider: 'torii', apiKey: desk.torii.apiKey });
  const { job } = await desk.api('pull', { provider: 'torii', resource: 'contracts' });
  await desk.run(job);
  contracts = desk.torii.data.contracts.slice(0, 3).map((one: Contract) => ({ ...one }));
  for (const { id } of contracts)
    await desk.tab('Contracts').set(id, 'Billing Email', `bills-${id}@halden.example`);
  workbench = await WorkbenchPage.open(desk);
  await workbench.chooseMenu('SaaS Ledger', 'Open sidebar');
});

afterAll(async () => {
  await workbench?.close();
  await desk?.close();
});

const sidebar = (): FrameLocator => workbench.sidebar;
const button = (name: string) => sidebar().getByRole('button', { name, exact: true });
const addresses = (): (string | null | undefined)[] =>
  contracts.map(({ id }) => desk.torii.data.contracts.find((one: Contract) => one.id === id)?.billingEmail);

test('what is ticked in the preview arrives, and the rest stays in the tab', async () => {
  const [first, second, third] = contracts;
  await button('Review edits: Contracts').click();
  await sidebar().getByText('3 changes in 3 contracts', { exact: true }).waitFor();
  await sidebar()
    .getByRole('checkbox', { name: `Send Billing Email of ${second?.name}` })
    .uncheck();
  await picture(workbench.page, 'push-real-preview');
  await button('Send 2 changes …').click();
  await button('Send 2 changes').click();
  await sidebar().getByText('2 changes sent, in 2 contracts', { exact: true }).waitFor();
  await picture(workbench.page, 'push-real-sent');
  expect(addresses()).toEqual([
    `bills-${first?.id}@halden.example`,
    second?.billingEmail,
    `bills-${third?.id}@halden.example`,
  ]);
});

test('what stayed is still to be sent, and a click shows its cell', async () => {
  await button('Back').click();
  await button('Review edits: Contracts').click();
  await sidebar().getByText('1 change in 1 contract', { exact: true }).waitFor();
  await sidebar()
    .getByRole('button', { name: /^Billing Email/ })
    .click();
  // The place that the workbench shows beside the formula bar.
  await workbench.page.getByText(/^[A-Z]+3$/).waitFor();
  await picture(workbench.page, 'push-real-cell');
  await button('Back').click();
});

test('the push is in the list, and is taken back from there', async () => {
  await button('Activity').click();
  await sidebar().getByRole('heading', { name: 'Push Contracts' }).waitFor();
  await button('Pushes: undo, and journal').click();
  await sidebar().getByText('2 sent', { exact: true }).waitFor();
  await sidebar()
    .getByRole('button', { name: /^Undo …/ })
    .click();
  await button('Take back 2 changes …').click();
  await button('Take back 2 changes').click();
  await sidebar().getByText('2 changes taken back, in 2 contracts', { exact: true }).waitFor();
  await picture(workbench.page, 'push-real-undone');
  // How an address is cleared is not documented: nothing and an empty text are the same here.
  expect(addresses().map((address) => address ?? '')).toEqual(
    contracts.map(({ billingEmail }) => billingEmail ?? ''),
  );
  expect(workbench.problems).toEqual([]);
});
