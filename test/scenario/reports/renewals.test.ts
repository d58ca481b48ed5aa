/** Renewals: contracts by the last day to give notice, none dropped that runs. */
import { address, beside, cells, companyDesk, ids, PROVIDERS, refreshed } from './small-company';

/** On 2 March 2026. Notice for Figma was due on 31 January; Slack’s is 16 March, Dropbox has none, Box no end. */
const ROWS = [
  ['Figma', 'Figma', 'Notice period has passed', '2026-01-31', '2026-04-01', 'Yes', '432', '3', ''],
  ['Slack 2025', 'Slack', 'Within 30 days', '2026-03-16', '2026-05-15', 'Yes', '3480', '40', ''],
  ['Dropbox', 'Dropbox', 'Later', '', '2026-12-01', 'No', '2400', '10', 'Notice period'],
  ['Box', 'Box', 'Dates are missing', '', '', '', '300', '5', 'End date, Notice period'],
];

describe.each(PROVIDERS)('from %s', (provider) => {
  test('contracts come in the order in which to act, with what is missing', async () => {
    const on = await companyDesk();
    expect(await refreshed(on, provider, 'renewals')).toMatchObject({ rows: 4, tab: 'Renewals' });
    const labels = ['Contract', 'App', 'When', 'Notice by', 'End date', 'Renews itself'];
    expect(cells(on, 'Renewals', ...labels, 'Contract value', 'Active users', 'What is missing')).toEqual(
      ROWS,
    );
    expect(cells(on, 'Renewals', 'ID').flat()).toEqual(
      ROWS.map(([name = '']) => ids[provider].contract(name)),
    );
  });

  test('the summary counts bands and adds up values, and the chart draws the months', async () => {
    const on = await companyDesk();
    await refreshed(on, provider, 'renewals');
    const lines = beside(on, 'Renewals');
    const [header, ...rest] = lines;
    expect(header).toEqual(['When', 'Contracts', provider === 'torii' ? 'Value, USD' : 'Value']);
    const find = (name: string): string[] | undefined => rest.find(([first]) => first === name);
    expect(find('Notice period has passed')?.slice(0, 2)).toEqual(['Notice period has passed', '1']);
    expect(find('Within 30 days')?.[2]).toMatch(/3,480\.00$/);
    expect(find('Dates are missing')?.[1]).toBe('1');
    expect(rest.filter(([first = '']) => first.includes(' · '))).toEqual([
      ['2026 · 01', '1', ''],
      ['2026 · 03', '1', ''],
      ['2026 · 12', '1', ''],
    ]);
    expect(on.tab('Renewals').charts()).toHaveLength(1);
  });
});

test('the owner is the contract’s, else the app’s', async () => {
  const on = await companyDesk();
  await refreshed(on, 'torii', 'renewals');
  expect(cells(on, 'Renewals', 'Owner').flat()).toEqual([
    address('ben'),
    address('ada'),
    address('cleo'),
    address('cleo'),
  ]);
});

test('the days to act by make a calendar file', async () => {
  const on = await companyDesk();
  await refreshed(on, 'torii', 'renewals');
  const { name, text } = (await on.api('calendar', { tab: 'Renewals' })) as { name: string; text: string };
  expect(name).toBe('Renewals.ics');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  expect(text).toContain(
    'DTSTART;VALUE=DATE:20260316\r\nDTEND;VALUE=DATE:20260317\r\nSUMMARY:Slack 2025: last day to give notice',
  );
  await expect(on.api('calendar', { tab: 'Apps' })).rejects.toMatchObject({ code: 'UNKNOWN_TAB' });
});
