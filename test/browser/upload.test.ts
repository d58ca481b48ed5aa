/** What is uploaded to where, and how it is read, as the sidebar has it chosen, as built, at 300 pixels. */
import { picture } from './chromium';
import { resources, status } from './scripted-sidebar';
import {
  BLANK,
  BOTH,
  checkInfo,
  COSTS,
  EXPENSES,
  MAPPING,
  MEMBERS,
  TORII,
  uploading,
  uploadStatus,
  ZLURI,
} from './scripted-uploads';
import { button, payloads } from './shown-preview';
import { show } from './shown-sidebar';
import { expectCalls } from './sound';

describe('the way in', () => {
  test('a recognised tab is offered, checked and sent with two clicks', async () => {
    const open = await show(uploading());
    const { page, calls } = open;
    await page.getByText('“Members” looks like an export: Figma Enterprise members.').waitFor();
    await button(page, 'Check it for Torii').scrollIntoViewIfNeeded();
    await picture(page, 'upload-offer');
    await button(page, 'Check it for Torii').click();
    await page.getByText('120 rows → 118 users, 4 licences · 2 rows put together with others').waitFor();
    await picture(page, 'upload-in-order');
    await button(page, 'Send to Torii').click();
    await expectCalls(calls, 'uploadSend', 1);
    const order = {
      ...{ tab: 'Members', target: 'torii.customIntegration', mapping: MAPPING.mapping },
      options: { template: 'figma', place: '1000' },
    };
    expect(payloads(open, 'uploadCheck')).toEqual([order]);
    expect(payloads(open, 'uploadSend')).toEqual([
      { ...order, options: { ...order.options, seal: 'seal-1' } },
    ]);
    await page.getByText('118 users and 4 licences were handed over.').waitFor();
  });

  test('the menu’s tab is opened at once, with its choices folded away', async () => {
    const open = await show(
      uploading({ status: () => uploadStatus({ opens: { screen: 'upload', tab: 'Members' } }) }),
    );
    const { page } = open;
    await page.getByRole('heading', { name: 'Upload Members' }).waitFor();
    await page.getByText('5 of 7 fields found; 2 columns are not used').waitFor();
    await page.getByText('Figma Enterprise members. Recognised by its headers.').waitFor();
    expect(await page.getByLabel('E-mail needed').isVisible()).toBe(false);
    expect(await page.getByLabel('Goes to this app account').inputValue()).toBe('1000');
    await picture(page, 'upload-setup-folded');
    await button(page, 'Back').click();
    await page.getByRole('heading', { name: 'In this file' }).waitFor();
  });

  test('nobody is connected: a key comes first, and then the tab', async () => {
    let connected = false;
    const opens = { screen: 'upload', tab: 'Members' } as const;
    const { page } = await show(
      uploading({
        status: () => (connected ? uploadStatus() : uploadStatus({ connections: [], opens })),
        connect: () => {
          connected = true;
          return { value: { provider: 'torii', title: 'Torii', organisation: 'Halden', last4: '4f2a' } };
        },
      }),
    );
    await page.getByText('Then “Members” is checked row by row').waitFor();
    await picture(page, 'upload-not-connected');
    await page.getByLabel('Torii API key').fill('key');
    await button(page, 'Test and connect').click();
    await page.getByRole('heading', { name: 'Upload Members' }).waitFor();
  });

  test('what cannot be guessed is chosen: the tab, and what it becomes', async () => {
    const expenses = { ...MAPPING, tab: 'Costs 2026', target: 'torii.expenses', mapping: {}, words: {} };
    const open = await show(
      uploading({
        uploadTabs: () => ({
          value: [COSTS, { ...MEMBERS, active: false, template: undefined, targets: [] }],
        }),
        uploadMapping: () => ({
          value: { ...expenses, missing: ['transactionDate'], origin: 'guessed', template: 'blank' },
        }),
      }),
    );
    const { page } = open;
    await button(page, 'Upload a sheet').click();
    await page.getByLabel('Tab', { exact: true }).waitFor();
    expect(await page.getByLabel('Tab', { exact: true }).inputValue()).toBe('Costs 2026');
    await page.getByText('Uploading to Zluri needs a key of yours.').waitFor();
    await page.getByText('Choose what it becomes.').waitFor();
    await page.getByLabel('Expenses').check();
    await picture(page, 'upload-choose');
    await button(page, 'Next').click();
    await page.getByText('Still missing: Date.').waitFor();
    expect(await page.getByLabel('Date needed').isVisible()).toBe(true);
    await picture(page, 'upload-missing');
    expect(payloads(open, 'uploadMapping')).toEqual([{ tab: 'Costs 2026', target: 'torii.expenses' }]);
  });

  test('two platforms: each is offered, and the tab alone decides nothing', async () => {
    const { page, calls } = await show(
      uploading({ status: () => BOTH, uploadTargets: () => ({ value: [TORII, EXPENSES, ZLURI] }) }),
    );
    await button(page, 'Check it for Torii').waitFor();
    await button(page, 'Check it for Zluri').waitFor();
    await button(page, 'Upload a sheet').click();
    await page.getByText('To Zluri, as').waitFor();
    await page.getByText('To Torii, as').waitFor();
    await page.getByLabel('Users', { exact: true }).check();
    await button(page, 'Next').click();
    await page.getByText('To Zluri, as: Users.').waitFor();
    await expectCalls(calls, 'uploadPlaces', 0);
  });

  test('a file without rows says what to do', async () => {
    const { page } = await show(uploading({ uploadTabs: () => ({ value: [] }) }));
    await button(page, 'Upload a sheet').click();
    await page.getByText('No tab of this file has rows below a header.').waitFor();
    await button(page, 'Look again').waitFor();
    await picture(page, 'upload-empty');
  });

  test('a server without an answer costs only the offer', async () => {
    const { page } = await show({ status: () => status(), resources });
    await button(page, 'Upload a sheet').click();
    await button(page, 'Try again').waitFor();
  });
});

describe('the choices', () => {
  const opened = () =>
    show(uploading({ status: () => uploadStatus({ opens: { screen: 'upload', tab: 'Members' } }) }));

  test('columns, constants, words, prices and the rest reach the check', async () => {
    const open = await opened();
    const { page, calls } = open;
    await page.getByText('5 of 7 fields found').click();
    await page.getByLabel('First name').selectOption('Notes');
    await page.getByLabel('Roles', { exact: true }).selectOption({ label: 'The same for all rows …' });
    await page.getByLabel('Roles, for all rows').fill('member');
    await page.getByLabel('Last used, column 2').selectOption({ label: 'Take this one out' });
    await button(page, 'One more column for Last used').click();
    await page.getByLabel('Last used, column 2').selectOption('Seat id');
    await page.getByText('Not used: Name, Last seen in FigJam.').waitFor();
    await page.getByText('6 of 7 fields found; 2 columns are not used').waitFor();
    await picture(page, 'upload-fields');
    await page.getByText('4 words, all understood').click();
    await page.getByLabel('Status: Deactivated means').selectOption('active');
    await page.getByLabel('Licences: Viewer is called').fill('Figma Free');
    await page.getByLabel('Licences: Viewer is called').press('Tab');
    await page.getByLabel('Price per user: Figma Free').fill('0');
    await page.getByLabel('Price per user: Figma Full').fill('15.50');
    await page.getByLabel('Price per user: Figma Full').press('Tab');
    await picture(page, 'upload-words');
    await page.getByText('More choices').click();
    await page.getByLabel('Call them an error').check();
    await page.getByLabel('Leave out rows with errors').check();
    await page.getByLabel('Dates such as 3/4/2026 are').selectOption('mdy');
    await page.getByLabel('Dates such as 3/4/2026 are').scrollIntoViewIfNeeded();
    await picture(page, 'upload-more');
    await button(page, 'Check it').click();
    await expectCalls(calls, 'uploadCheck', 1);
    const { firstName: _name, ...others } = MAPPING.mapping;
    expect(payloads(open, 'uploadCheck')).toEqual([
      {
        ...{ tab: 'Members', target: 'torii.customIntegration' },
        mapping: { ...others, firstName: 'Notes', lastUsedDate: ['Last seen in Figma', 'Seat id'] },
        options: {
          ...{ template: 'figma', place: '1000', duplicates: 'refuse', leaveOut: true, dayOrder: 'mdy' },
          constants: { roles: 'member' },
          values: { status: { Deactivated: 'active' }, licenses: { Viewer: 'Figma Free' } },
          licences: { 'Figma Free': { price: 0 }, 'Figma Full': { price: 15.5 } },
        },
      },
    ]);
    await button(page, 'Back').click();
    await page.getByRole('heading', { name: 'Upload Members' }).waitFor();
  });

  test('words of a column that is chosen anew are asked for; unknown ones lie open and are told', async () => {
    const words = { status: [{ word: 'gone fishing', rows: 3, becomes: null }] };
    const { page, calls } = await show(
      uploading({
        status: () => uploadStatus({ opens: { screen: 'upload', tab: 'Members' } }),
        uploadRemember: () => ({ value: { ...MAPPING, words } }),
      }),
    );
    await page.getByText('5 of 7 fields found').click();
    await page.getByLabel('Status', { exact: true }).selectOption('Seat');
    await page.getByText('Still missing: the meaning of 1 word.').waitFor();
    await expectCalls(calls, 'uploadRemember', 1);
    await page.getByText('1 word, 1 of them not understood').click();
    await page.getByLabel('Status: gone fishing means').selectOption('deleted');
    await page.getByText('1 word, all understood').waitFor();
    expect(await page.getByText('Still missing').count()).toBe(0);
  });

  test('another kind of export reads the tab anew', async () => {
    const open = await opened();
    const { page, calls } = open;
    await page.getByText('More choices').click();
    await page.getByLabel('Read it as').selectOption(BLANK.title);
    await expectCalls(calls, 'uploadMapping', 2);
    expect(payloads(open, 'uploadMapping')[1]).toEqual({
      ...{ tab: 'Members', target: 'torii.customIntegration', template: 'blank' },
    });
  });

  test('an app account is named by its ID', async () => {
    const open = await show(
      uploading({
        status: () => uploadStatus({ opens: { screen: 'upload', tab: 'Members' } }),
        uploadPlaces: () => ({ value: { places: [], canCreate: false, canCreateApp: false } }),
        uploadPlace: () => ({ value: { place: '2222', title: 'Members' } }),
      }),
    );
    const { page } = open;
    await page.getByText('It has to go to an app account of Torii.').waitFor();
    await page.getByText('Still missing: the app account it goes to.').waitFor();
    expect(await button(page, 'Make a new one …').count()).toBe(0);
    await button(page, 'Paste the ID of another').click();
    await page.getByText('copy its App account ID').waitFor();
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('2222');
    await picture(page, 'upload-place-id');
    await page.keyboard.press('Enter');
    await page.getByLabel('Goes to this app account').waitFor();
    expect(await page.getByLabel('Goes to this app account').inputValue()).toBe('2222');
    expect(payloads(open, 'uploadPlace')).toEqual([
      { target: 'torii.customIntegration', place: '2222', title: 'Members' },
    ]);
    expect(await page.getByText('Still missing').count()).toBe(0);
  });

  test('an app account is made for an app that is there, after a question', async () => {
    const open = await show(
      uploading({
        status: () => uploadStatus({ opens: { screen: 'upload', tab: 'Members' } }),
        uploadApps: () => ({ value: [{ app: '77', title: 'Figma' }] }),
        uploadPlace: () => ({ value: { place: '3000', title: 'Figma', app: '77' } }),
      }),
    );
    const { page, calls } = open;
    await button(page, 'Make a new one …').click();
    await page.getByLabel('For which app?').fill('Fig');
    await page.clock.runFor(500);
    await page.getByLabel('Figma', { exact: true }).check();
    await page.getByLabel('A new app “Fig”').waitFor();
    await picture(page, 'upload-place-new');
    await button(page, 'Make it …').click();
    await page.getByText('Make an app account for “Figma” in Torii?').waitFor();
    await expectCalls(calls, 'uploadPlace', 0);
    await button(page, 'Make it').click();
    await expectCalls(calls, 'uploadPlace', 1);
    expect(payloads(open, 'uploadPlace')).toEqual([
      { target: 'torii.customIntegration', title: 'Figma', app: '77', create: true },
    ]);
    await page.getByLabel('Goes to this app account').waitFor();
    expect(await page.getByLabel('Goes to this app account').inputValue()).toBe('3000');
  });

  test('the tab that has to go along is chosen, and sent with it', async () => {
    const groups = { ...ZLURI, target: 'zluri.groups', title: 'Groups', plural: 'groups' };
    const users = { ...ZLURI, needs: ['zluri.groups'] };
    const open = await show(
      uploading({
        status: () => BOTH,
        uploadTabs: () => ({ value: [{ ...MEMBERS, targets: ['zluri.users'] }, COSTS] }),
        uploadTargets: () => ({ value: [users, groups] }),
        uploadMapping: () => ({ value: { ...MAPPING, target: 'zluri.users', mapping: { email: 'Email' } } }),
        uploadCheck: () => ({
          value: checkInfo({
            target: 'zluri.users',
            counts: { ...checkInfo().counts, parts: { 'zluri.users': 118, 'zluri.groups': 12 } },
          }),
        }),
      }),
    );
    const { page } = open;
    await button(page, 'Check it for Zluri').click();
    await page.getByText('Still missing: a tab for Groups.').waitFor();
    await page.getByLabel('Along with it: Groups needed').selectOption('Costs 2026');
    await button(page, 'How “Costs 2026” is read').waitFor();
    await picture(page, 'upload-companion');
    await button(page, 'Check it').click();
    await page.getByText('With it go 12 groups.').waitFor();
    expect(payloads(open, 'uploadCheck')[0]).toMatchObject({
      options: { with: [{ tab: 'Costs 2026', target: 'zluri.groups' }] },
    });
  });

  test('all of it is reached with the keyboard', async () => {
    const { page } = await opened();
    await button(page, 'Check it').waitFor();
    const seen: string[] = [];
    for (let step = 0; step < 10; step += 1) {
      await page.keyboard.press('Tab');
      seen.push(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 30) ?? ''));
      if (seen[seen.length - 1] === 'Check it') break;
    }
    expect(seen).toContain('5 of 7 fields found; 2 columns');
    expect(seen[seen.length - 1]).toBe('Check it');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Members: the check' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Members: the check');
  });
});
