import { refusal } from '../../../local/runtime/execution/permissions';

const SCOPE = 'https://www.googleapis.com/auth/';

// Google: the table of authorization modes.
// https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
describe('an add-on that is not enabled in the file yet', () => {
  test.each([
    'SpreadsheetApp.getUi',
    'Ui.createMenu',
    'Ui.createAddonMenu',
    'Menu.addItem',
    'Menu.addToUi',
    'Logger.log',
    'Utilities.formatDate',
    'Session.getActiveUserLocale',
  ])('may call %s', (call) => {
    expect(refusal(call, 'NONE')).toBeNull();
  });

  test.each([
    'SpreadsheetApp.getActiveSpreadsheet',
    'PropertiesService.getUserProperties',
    'UrlFetchApp.fetch',
    'Ui.showSidebar',
    'ScriptApp.getProjectTriggers',
    'Session.getActiveUser',
  ])('may not call %s', (call) => {
    expect(refusal(call, 'NONE')).toContain(`You do not have permission to call ${call}.`);
  });
});

describe('a simple trigger', () => {
  test.each([
    'SpreadsheetApp.getActiveSpreadsheet',
    'Range.setValues',
    'Properties.getProperty',
    'Spreadsheet.toast',
  ])('may call %s', (call) => {
    expect(refusal(call, 'LIMITED')).toBeNull();
  });

  test('may not fetch, and is told the scope', () => {
    expect(refusal('UrlFetchApp.fetch', 'LIMITED')).toBe(
      `You do not have permission to call UrlFetchApp.fetch. Required permissions: ${SCOPE}script.external_request`,
    );
  });

  test.each(['Ui.showSidebar', 'Ui.showModalDialog', 'ScriptApp.newTrigger', 'MailApp.sendEmail'])(
    'may not call %s',
    (call) => {
      expect(refusal(call, 'LIMITED')).toContain('You do not have permission');
    },
  );
});

describe('a manifest with scopes of its own', () => {
  const scopes = [`${SCOPE}spreadsheets.currentonly`, `${SCOPE}script.container.ui`];

  test('lets through what they cover', () => {
    expect(refusal('SpreadsheetApp.getActiveSpreadsheet', 'FULL', scopes)).toBeNull();
    expect(refusal('Ui.showSidebar', 'FULL', scopes)).toBeNull();
    expect(refusal('Properties.setProperty', 'FULL', scopes)).toBeNull();
  });

  // Platform facts, section 2.5, confidence M: the text as developers met it live.
  test('refuses what they do not cover, in Google’s words', () => {
    expect(refusal('ScriptApp.newTrigger', 'FULL', scopes)).toBe(
      `Specified permissions are not sufficient to call ScriptApp.newTrigger. Required permissions: ${SCOPE}script.scriptapp`,
    );
    expect(refusal('SpreadsheetApp.openById', 'FULL', scopes)).toContain('Specified permissions');
  });

  test('everything is allowed where Google works the scopes out by itself', () => {
    expect(refusal('MailApp.sendEmail', 'FULL')).toBeNull();
  });
});
