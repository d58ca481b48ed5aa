/** Session: people, zone and language. https://developers.google.com/apps-script/reference/base/session */
import { createSession } from '../../../local/runtime/services/session';
import { DAY, fakeHost, scripted } from './fake-host';

const open = () => {
  const host = fakeHost();
  return { host, session: scripted(createSession(host)) };
};

// Google: authorization scopes; the words are those that developers quote for any missing scope (mark M).
test('the address is known where the scopes allow it, and refused where the manifest leaves them out', () => {
  const { host, session } = open();
  expect(session.getActiveUser!().getEmail()).toBe('ada@example.com');
  host.file.oauthScopes = ['https://www.googleapis.com/auth/script.scriptapp'];
  expect(() => session.getActiveUser!()).toThrow(
    'Specified permissions are not sufficient to call Session.getActiveUser. ' +
      'Required permissions: https://www.googleapis.com/auth/userinfo.email',
  );
  host.file.oauthScopes = ['https://www.googleapis.com/auth/userinfo.email'];
  expect(session.getEffectiveUser!().getEmail()).toBe('ada@example.com');
});

test('in the run of a trigger nobody is active, and its maker is in effect', () => {
  const { host, session } = open();
  host.execution.kind = 'trigger';
  expect(session.getActiveUser!().getEmail()).toBe('');
  expect(session.getEffectiveUser!().getEmail()).toBe('ada@example.com');
});

test('the temporary key changes every 30 days and differs between people', () => {
  const { host, session } = open();
  const key = session.getTemporaryActiveUserKey!();
  expect(session.getTemporaryActiveUserKey!()).toBe(key);
  host.clock.charge(30 * DAY);
  expect(session.getTemporaryActiveUserKey!()).not.toBe(key);
});

test("the script's zone is not the spreadsheet's", () => {
  const { host, session } = open();
  expect(session.getScriptTimeZone!()).toBe('Etc/UTC');
  expect(host.file.workbook.timeZone).toBe('Europe/Berlin');
  expect(session.getActiveUserLocale!()).toBe('de');
});
