import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { opened } from './opened';

const SCRIPT = `
  function onOpen(e) { SpreadsheetApp.getUi().createAddonMenu().addItem('Go', 'go').addToUi(); }
  function onEdit(e) { return ['user' in e, e.range.getRow()]; }
  function clock(e) { return Object.keys(e).length; }
  function go() { ScriptApp.newTrigger('clock').timeBased().after(1000).create(); return Session.getScriptTimeZone(); }
  function who() { return Session.getActiveUser().getEmail(); }
`;
const SCOPE = 'https://www.googleapis.com/auth/';
const SCOPES = [
  'spreadsheets.currentonly',
  'script.container.ui',
  'script.external_request',
  'script.scriptapp',
];

const folder = mkdtempSync(join(tmpdir(), 'opening-'));
const path = join(folder, 'Code.js');

beforeAll(() => {
  const oauthScopes = SCOPES.map((scope) => SCOPE + scope);
  writeFileSync(path, SCRIPT);
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify({ timeZone: 'Asia/Tokyo', oauthScopes }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const addOns = ['bound', 'published'] as const;
const files = [
  ['en_US', 'America/New_York'],
  ['de_DE', 'Europe/Berlin'],
  ['en_IN', 'Asia/Kolkata'],
] as const;

// Google: an event names the person only where the script may know it.
// https://developers.google.com/apps-script/guides/triggers/events
describe.each(addOns)('a manifest without the e-mail scope, %s', (addOn) => {
  test.each(files)('opens in %s, %s, and runs menus, edits and triggers', async (locale, timeZone) => {
    const desk = await opened(path, { addOn, locale, timeZone, user: 'grace@example.com' });
    expect(desk.executions).toMatchObject([{ function: 'onOpen', outcome: 'completed' }]);
    expect((await desk.menu('Go')).value).toBe('Asia/Tokyo');
    await desk.tab('Sheet1').type('A3', 'x');
    expect(desk.executions.at(-1)?.value).toEqual([false, 3]);
    expect(await desk.clock.advance({ minutes: 1 })).toMatchObject([{ function: 'clock', ok: true }]);
    await desk.as('ada@example.com').opened;
    const copy = await desk.copyFile();
    expect(desk.executions.at(-1)).toMatchObject({ function: 'onOpen', ok: true });
    expect(copy.executions).toMatchObject([{ function: 'onOpen', ok: true }]);
    expect((await desk.call('who')).error?.message).toContain('userinfo.email');
  });
});

test.each([
  ['a time that is none', { now: 'soon' }, '“soon” is not a time'],
  ['a workbook that is not there', { workbook: join(folder, 'none.xlsx') }, 'none.xlsx'],
])('%s is refused, and nothing stays open', async (_, options, words) => {
  await expect(opened(SCRIPT, options)).rejects.toThrow(words);
});
