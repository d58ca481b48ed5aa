/** Reports through the sidebar against the real server code: made, looked at, and their finding sent to the platform. */
import type { FrameLocator } from 'playwright-core';
import { type Desk, openDesk } from '../../local/desk';
import { picture } from './chromium';
import { WorkbenchPage } from './workbench-page';

jest.setTimeout(90_000);

interface App {
  readonly name: string;
  readonly [field: string]: unknown;
}

let desk: Desk;
let workbench: WorkbenchPage;

beforeAll(async () => {
  desk = await openDesk({ tenant: { apps: 60, contracts: 12, users: 10 } });
  await desk.api('connect', { provider: 'torii', apiKey: desk.torii.apiKey });
  const { job } = await desk.api('pull', { provider: 'torii', resource: 'apps' });
  await desk.run(job);
  workbench = await WorkbenchPage.open(desk);
  await workbench.chooseMenu('SaaS Ledger', 'Open sidebar');
});

afterAll(async () => {
  await workbench?.close();
  await desk?.close();
});

const sidebar = (): FrameLocator => workbench.sidebar;
const button = (name: string | RegExp) =>
  sidebar().getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });

test('SSO Tax is made with a click, with its chart and the list of vendors', async () => {
  await button('Make SSO Tax').click();
  await button('Refresh SSO Tax').waitFor();
  await sidebar()
    .getByText(/^\d+ apps: \d+ new$/)
    .waitFor();
  await sidebar().getByText('Vendors and their prices are in the tab “SSO Tax Vendors”').waitFor();
  await workbench.page.getByRole('tab', { name: 'SSO Tax', exact: true }).click();
  const [chart] = await workbench.page.locator('.chart svg').all();
  expect(await chart?.getAttribute('aria-label')).toMatch(
    /^SSO tax: the ten largest known surcharges a year: .+ USD [\d,.]+/,
  );
  await picture(workbench.page, 'reports-real-made');
});

test('of those that are possible matches, the sidebar says how many wait', async () => {
  const possible = desk
    .tab('SSO Tax')
    .rows()
    .filter(({ Match }) => Match === 'Possible').length;
  const waiting = sidebar().getByText(/possible match(es)? waits? for your yes or no in the tab/);
  expect(await waiting.count()).toBe(possible > 0 ? 1 : 0);
  if (possible > 0) expect(await waiting.textContent()).toContain(String(possible));
});

test('its finding goes into a new field, after a question and a preview', async () => {
  await button('Write into Torii …: SSO Tax').click();
  // The tenant has a field of the kind already, which suits as well.
  await sidebar().getByLabel('SSO enabled state').waitFor();
  await sidebar().getByLabel('A new field “SSO”').check();
  await button('Make the field …').click();
  await picture(workbench.page, 'reports-real-question');
  await button('Make it and preview').click();
  await sidebar().getByRole('heading', { name: 'Findings about SSO into “SSO”' }).waitFor();
  await sidebar().getByText('Torii has the field “SSO” now.').waitFor();
  await picture(workbench.page, 'reports-real-preview');
  const label = (await button(/^Send \d+ changes …$/).textContent()) ?? '';
  await button(/^Send \d+ changes …$/).click();
  await button(label.replace(' …', '')).click();
  const count = Number(/\d+/.exec(label)?.[0]);
  await sidebar()
    .getByText(`${String(count)} changes sent, in ${String(count)} apps`, { exact: true })
    .waitFor();
  await picture(workbench.page, 'reports-real-sent');
  const fields = desk.torii.data['appFields'] as { systemKey: string; name: string }[];
  const key = fields.find(({ name }) => name === 'SSO')?.systemKey ?? '';
  const said = new Map(
    desk
      .tab('SSO Tax')
      .rows()
      .map((row) => [row['App'], row['SSO finding']]),
  );
  const filled = desk.torii.data.apps.filter((app: App) => (app[key] ?? null) !== null);
  expect(filled).toHaveLength(count);
  for (const app of filled) expect([app.name, app[key]]).toEqual([app.name, said.get(app.name)]);
});

test('the second time there is nothing to send', async () => {
  await button('Back').click();
  await sidebar().getByLabel('SSO', { exact: true }).check();
  await button('Preview').click();
  await sidebar()
    .getByText(/that Torii has already/)
    .first()
    .waitFor();
  expect(await button('Send 0 changes …').getAttribute('aria-disabled')).toBe('true');
  await picture(workbench.page, 'reports-real-same');
  expect(workbench.problems).toEqual([]);
});
