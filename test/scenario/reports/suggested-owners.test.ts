/** Whom the Unowned apps report suggests becomes owner on the platform, by a plan like any other. */
import type { Desk } from '../../../local/desk';
import type { PlanInfo, PushResult } from '../../../src/app/contract';
import { pull } from '../desks';
import { address, companyDesk, ids, type Provider, PROVIDERS, refreshed } from './small-company';

async function withTabs(provider: Provider): Promise<Desk> {
  const on = await companyDesk();
  await pull(on, 'apps', { provider });
  await refreshed(on, provider, 'unownedApps');
  return on;
}

const plan = (on: Desk, provider: Provider): Promise<PlanInfo> => on.api('suggestedOwners', { provider });

async function applied(on: Desk, { plan: id }: PlanInfo): Promise<PushResult> {
  const { job } = (await on.api('apply', { plan: id })) as { job: string };
  const { state, result } = (await on.run(job)) as { state: string; result: PushResult };
  expect(state).toBe('done');
  return result;
}

const changesIn = ({ items }: PlanInfo): unknown[] =>
  items.map(({ name, from, to, kind }) => [name, from, to, kind]);

/** The id that the platform holds. */
function ownerOf(on: Desk, provider: Provider, name: string): string {
  if (provider === 'torii') {
    const app = on.torii.data.apps.find((one: { name: string }) => one.name === name);
    return String(app.primaryOwner);
  }
  const app = on.zluri.data.apps.find((one: { app_name: string }) => one.app_name === name);
  return String(app.app_owner_id);
}

function giveOwner(on: Desk, provider: Provider, app: string, person: string): void {
  const [id, owner] = [ids[provider].app(app), ids[provider].person(person)];
  if (provider === 'torii') on.torii.edit('apps', Number(id), { primaryOwner: Number(owner) });
  else on.zluri.edit('apps', id, { app_owner_id: owner });
}

describe.each(PROVIDERS)('%s', (provider) => {
  test('the suggested people become owners by preview and push, and nothing is left to do then', async () => {
    const on = await withTabs(provider);
    const found = await plan(on, provider);
    // Only Zluri knows whom Figma’s former owner reported to.
    const figma = [['Figma', address('ben'), address('cleo'), 'change']];
    expect(changesIn(found)).toHaveLength(provider === 'zluri' ? 2 : 1);
    expect(changesIn(found)).toEqual(
      expect.arrayContaining([
        ['Box', '', address('emil'), 'change'],
        ...(provider === 'zluri' ? figma : []),
      ]),
    );
    expect(found).toMatchObject({ tab: 'Apps', purpose: 'report', live: true });
    expect(found.remarks).toEqual([
      provider === 'zluri'
        ? '1 app without a suggested owner left out.'
        : '2 apps without a suggested owner left out.',
    ]);
    expect(await applied(on, found)).toMatchObject({ purpose: 'report', failed: 0 });
    expect(ownerOf(on, provider, 'Box')).toBe(ids[provider].person('emil'));
    if (provider === 'zluri') expect(ownerOf(on, provider, 'Figma')).toBe(ids.zluri.person('cleo'));
    expect((await plan(on, provider)).counts).toMatchObject({ cells: 0, same: found.counts.cells });

    await applied(on, await on.api('undo'));
    // Zluri has no way to take an owner away, only to name the one before.
    if (provider === 'torii') expect(ownerOf(on, provider, 'Box')).toBe('null');
    else expect(ownerOf(on, provider, 'Figma')).toBe(ids.zluri.person('ben'));
  });

  test.each([false, true])(
    'who became owner since the report is a conflict (apps refreshed: %s)',
    async (isFresh) => {
      const on = await withTabs(provider);
      giveOwner(on, provider, 'Box', 'ada');
      if (isFresh) await pull(on, 'apps', { provider });
      const found = await plan(on, provider);
      expect(found.items.find(({ name }) => name === 'Box')).toMatchObject({
        kind: 'conflict',
        live: address('ada'),
      });
      expect(found.counts).toMatchObject({ conflicts: 1, cells: provider === 'zluri' ? 1 : 0 });
    },
  );

  test('without a tab of the report, or of the apps, it says which', async () => {
    const on = await companyDesk();
    await expect(plan(on, provider)).rejects.toMatchObject({ code: 'UNKNOWN_TAB' });
    await refreshed(on, provider, 'unownedApps');
    await expect(plan(on, provider)).rejects.toThrow('“Apps”');
  });

  test('without the column of the owner in the tab of the apps, it says what to do', async () => {
    const on = await companyDesk();
    const [id, name] = provider === 'torii' ? ['id', 'name'] : ['app_id', 'app_name'];
    await pull(on, 'apps', { provider, fields: [id, name] });
    await refreshed(on, provider, 'unownedApps');
    await expect(plan(on, provider)).rejects.toMatchObject({ code: 'COLUMN_MISSING' });
    await expect(plan(on, provider)).rejects.toThrow(provider === 'torii' ? '“Primary owner”' : '“Owner”');
  });
});

test('who is written into the report counts, and a column of it that was deleted is missed', async () => {
  const on = await withTabs('torii');
  for (const app of ['Time sheets', 'Figma'])
    await on.tab('Unowned apps').set(ids.torii.app(app), 'Suggested owner', address('cleo'));
  const found = await plan(on, 'torii');
  expect(changesIn(found)).toContainEqual(['Time sheets', '', address('cleo'), 'change']);
  expect(changesIn(found)).toContainEqual(['Figma', address('ben'), address('cleo'), 'change']);
  await applied(on, found);
  expect(ownerOf(on, 'torii', 'Figma')).toBe(ids.torii.person('cleo'));
  on.tab('Unowned apps').deleteColumn('Former owner');
  await expect(plan(on, 'torii')).rejects.toThrow('“Former owner”');
});
