/** ScriptApp: triggers and their limits. https://developers.google.com/apps-script/reference/script/clock-trigger-builder */
import { createScriptApp } from '../../../local/runtime/services/script';
import { DAY, enumValue, fakeHost, scripted, START } from './fake-host';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const open = (addOn: 'bound' | 'published' = 'bound') => {
  const host = fakeHost();
  host.file.addOn = addOn;
  const app = scripted(createScriptApp(host));
  return { host, app, clock: (fn = 'run') => app.newTrigger!(fn).timeBased() };
};

describe('clock triggers', () => {
  test('after and at fire once', () => {
    const { host, clock } = open();
    clock().after(90_000).create();
    clock()
      .at(new Date(START + DAY))
      .create();
    expect(host.file.triggers).toMatchObject([{ nextAt: START + 90_000 }, { nextAt: START + DAY }]);
    expect(host.file.triggers.every(({ every }) => every === undefined)).toBe(true);
  });

  test('atDate fires within a quarter of an hour around midnight of the zone', () => {
    const { host, clock } = open();
    clock().atDate(2026, 12, 24).inTimezone('Europe/Berlin').create();
    const away = (host.file.triggers[0]?.nextAt ?? 0) - Date.UTC(2026, 11, 23, 23);
    expect(Math.abs(away)).toBeLessThanOrEqual(15 * MINUTE);
  });

  test('daily triggers fire in their hour of their zone, also across the change of the clocks', () => {
    const { host, clock } = open();
    clock().everyDays(1).atHour(5).inTimezone('America/New_York').create();
    const { nextAt = 0, every } = host.file.triggers[0] ?? {};
    expect(every).toBe(DAY);
    expect(new Date(nextAt).getUTCHours()).toBe(10);
    expect(nextAt - START).toBeLessThan(DAY);
  });

  test('nearMinute keeps to 15 minutes around it', () => {
    const { host, clock } = open();
    clock().atHour(9).nearMinute(30).everyDays(2).create();
    const next = new Date(host.file.triggers[0]?.nextAt ?? 0);
    expect(next.getUTCHours()).toBe(9);
    expect(Math.abs(next.getUTCMinutes() - 30)).toBeLessThanOrEqual(15);
    expect(host.file.triggers[0]?.every).toBe(2 * DAY);
  });

  test('weekly triggers fire on their weekday', () => {
    const { host, clock } = open();
    clock().onWeekDay(enumValue('Weekday', 'FRIDAY')).atHour(7).create();
    const next = new Date(host.file.triggers[0]?.nextAt ?? 0);
    expect([next.getUTCDay(), next.getUTCHours(), next.getUTCDate()]).toEqual([5, 7, 27]);
    expect(host.file.triggers[0]?.every).toBe(7 * DAY);
  });

  test('hourly triggers fire within the hour', () => {
    const { host, clock } = open();
    clock().everyHours(1).create();
    const { nextAt = 0, every } = host.file.triggers[0] ?? {};
    expect(every).toBe(HOUR);
    expect(nextAt).toBeGreaterThan(START);
    expect(nextAt).toBeLessThanOrEqual(START + HOUR);
  });

  // https://developers.google.com/apps-script/guides/triggers/installable: 1, 5, 10, 15 or 30
  test('every few minutes, but only as often as Google offers', () => {
    const { host, clock } = open();
    clock().everyMinutes(5).create();
    expect(host.file.triggers[0]).toMatchObject({ nextAt: START + 5 * MINUTE, every: 5 * MINUTE });
    expect(() => clock().everyMinutes(2)).toThrow('Invalid argument: 2');
    expect(() => clock().create()).toThrow('needs a time or a frequency');
  });
});

describe('triggers of the file', () => {
  test('are listed, told apart and deleted', () => {
    const { host, app, clock } = open();
    const made = clock('tick').everyHours(2).create();
    app.newTrigger!('edited').forSpreadsheet('file').onEdit().create();
    const [first, second] = app.getProjectTriggers!();
    expect(first.getUniqueId()).toBe(made.getUniqueId());
    expect(
      [first, second].map((trigger) => [
        trigger.getHandlerFunction(),
        trigger.getEventType().name,
        trigger.getTriggerSource().name,
        trigger.getTriggerSourceId(),
      ]),
    ).toEqual([
      ['tick', 'CLOCK', 'CLOCK', null],
      ['edited', 'ON_EDIT', 'SPREADSHEETS', 'file'],
    ]);
    app.deleteTrigger!(first);
    app.deleteTrigger!(first);
    expect(host.file.triggers.map(({ handler }) => handler)).toEqual(['edited']);
    expect(() => app.newTrigger!('x').forSpreadsheet('another')).toThrow("don't match the method signature");
  });

  // https://developers.google.com/apps-script/guides/triggers/installable: other people's triggers are not seen
  test('of other people are not seen and do not count', () => {
    const { host, app } = open('published');
    host.file.triggers.push({
      id: '1',
      handler: 'x',
      owner: 'bob@example.com',
      type: 'CLOCK',
      created: START,
    });
    expect(app.getProjectTriggers!()).toEqual([]);
    app.newTrigger!('y').timeBased().everyHours(1).create();
  });

  // https://developers.google.com/apps-script/guides/services/quotas; text: the platform facts mark it [M]
  test('are 20 at most', () => {
    const { clock } = open();
    for (let count = 0; count < 20; count += 1) clock().after(1).create();
    expect(() => clock().after(1).create()).toThrow(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  });
});

describe('a published add-on', () => {
  // https://developers.google.com/workspace/add-ons/concepts/editor-triggers; texts: https://github.com/ttsukagoshi/mail-merge-for-gmail/issues/165
  test('may not run more often than hourly', () => {
    const { host, clock } = open('published');
    expect(() => clock().everyMinutes(30).create()).toThrow(
      'The recurrence interval for an Add-on trigger must be at least one hour.',
    );
    expect(host.file.triggers).toEqual([]);
    clock().everyHours(1).create();
  });

  test('has one trigger of each type, and a fired one counts until it is deleted', () => {
    const { host, app, clock } = open('published');
    const one = clock().after(1000).create();
    host.file.triggers.forEach((trigger) => (trigger.fired = true));
    expect(() => clock().after(1000).create()).toThrow(
      'This add-on has created too many time-based triggers in this document for this Google user account.',
    );
    app.newTrigger!('x').forSpreadsheet('file').onEdit().create();
    app.deleteTrigger!(one);
    clock().after(1000).create();
  });

  // Developers report 20 to 30 creations a day; the platform facts mark it [L], so the low end is taken.
  test('creates 20 triggers a day', () => {
    const { host, app, clock } = open('published');
    for (let count = 0; count < 20; count += 1) app.deleteTrigger!(clock().after(1).create());
    expect(() => clock().after(1).create()).toThrow('This add-on has created too many time-based triggers');
    host.clock.charge(DAY);
    clock().after(1).create();
  });
});

describe('facts about the script', () => {
  test('scopes that the manifest lacks are refused', () => {
    const { host, app } = open();
    const full = enumValue('AuthMode', 'FULL');
    host.file.oauthScopes = ['a'];
    app.requireScopes!(full, ['a']);
    app.requireAllScopes!(full);
    expect(() => app.requireScopes!(full, ['a', 'b'])).toThrow(
      'Specified permissions are not sufficient to call ScriptApp.requireScopes. Required permissions: b',
    );
    expect(app.getAuthorizationInfo!(full).getAuthorizationStatus().name).toBe('NOT_REQUIRED');
  });

  test('there is no web app and no token', () => {
    const { app } = open('published');
    expect(app.getService!().getUrl()).toBeNull();
    expect(app.getInstallationSource!().name).toBe('WEB_STORE_ADD_ON');
    expect(app.getScriptId!()).toBe('script-of-file');
    expect(() => app.getOAuthToken!()).toThrow('no Google account');
  });
});
