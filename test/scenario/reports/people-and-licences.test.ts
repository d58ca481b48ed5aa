/** Reports on who answers, who has access, and what is paid and not used: rows checked by hand. */
import { address, beside, cells, companyDesk, ids, PROVIDERS, refreshed } from './small-company';

describe.each(PROVIDERS)('from %s', (provider) => {
  test('unowned apps have no owner or one who left, the most used first, and someone to ask', async () => {
    const on = await companyDesk();
    await refreshed(on, provider, 'unownedApps');
    expect(
      cells(on, 'Unowned apps', 'App', 'Why', 'Former owner', 'Active users', 'Suggested owner'),
    ).toEqual([
      // Whoever used it last; who left or is not active does not count.
      ['Box', 'No owner', '', '5', address('emil')],
      ['Time sheets', 'No owner', '', '5', ''],
      // Nobody who is here uses it: only Zluri knows whom the former owner reported to.
      ['Figma', 'Owner has left', address('ben'), '3', provider === 'zluri' ? address('cleo') : ''],
    ]);
    expect(beside(on, 'Unowned apps')).toEqual([
      ['Summary', ''],
      ['Without an owner', '2'],
      ['Owner has left', '1'],
      ['With active users', '3'],
    ]);
  });

  test('leavers are listed with each app that they still have', async () => {
    const on = await companyDesk();
    await refreshed(on, provider, 'leaversWithAccess');
    const rows = cells(on, 'Leavers with access', 'ID', 'Person', 'App', 'App owner');
    const row = (app: string, owner: string): string[] => [
      `${address('ben')}/${ids[provider].app(app)}`,
      address('ben'),
      app,
      owner,
    ];
    // Torii does not tell in this list whether an account is active.
    expect(rows).toEqual(
      provider === 'zluri' ? [row('Figma', address('ben'))] : [row('Box', ''), row('Figma', address('ben'))],
    );
  });

  test('idle licences are those of people who do not use them, and of nobody', async () => {
    const on = await companyDesk();
    await refreshed(on, provider, 'idleLicences');
    const [row, ...more] = on
      .tab('Idle licences')
      .rows()
      .filter(({ App }) => App !== '');
    expect(more).toEqual([]);
    const people = `${address('cleo')} (never seen), ${address('emil')} (2025-11-03)`;
    expect(row).toMatchObject(
      provider === 'torii'
        ? {
            App: 'Slack',
            Licence: 'Pro',
            Licences: 9,
            Assigned: 3,
            Inactive: 2,
            Unassigned: 6,
            Idle: 8,
            Currency: 'USD',
          }
        : {
            App: 'Slack',
            Licence: 'Slack 2025',
            Licences: 50,
            Assigned: 44,
            Inactive: 2,
            Unassigned: 6,
            Idle: 8,
          },
    );
    // Both ways one costs 69.60 a year: by its price, and as a fiftieth of the contract.
    expect(row).toMatchObject({ 'Price a year': 69.6, 'Possible saving': 556.8, People: people });
  });

  test('spend is added up by owner, category and department, and the parts make the whole', async () => {
    const on = await companyDesk();
    await refreshed(on, provider, 'spend');
    expect(cells(on, 'Spend', 'App', 'Spend')).toEqual([
      ['Slack', '3480'],
      ['Dropbox', '2400'],
      ['Figma', '432'],
      ['Box', '300'],
    ]);
    const lines = beside(on, 'Spend').map(([name = '', amount = '']) => [
      name,
      amount.replace(/[^\d.]/g, ''),
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        [address('ada'), '3480.00'],
        [address('ben'), '432.00'],
        [address('cleo'), '2400.00'],
        ['None', '300.00'],
        ['All', '6612.00'],
        ['Files', '2700.00'],
        ['Chat', '3480.00'],
      ]),
    );
  });
});
