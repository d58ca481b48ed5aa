/** MailApp: overloads and limits. https://developers.google.com/apps-script/guides/services/quotas */
import { createMailApp } from '../../../local/runtime/services/mail';
import { createUtilities } from '../../../local/runtime/services/utilities';
import { DAY, fakeHost, scripted } from './fake-host';

const open = () => {
  const host = fakeHost();
  return { host, mail: scripted(createMailApp(host)) };
};

test('all overloads send', () => {
  const { host, mail } = open();
  const file = scripted(createUtilities(host)).newBlob!('x', 'text/csv', 'x.csv');
  mail.sendEmail!('a@x.org, Bea <b@x.org>', 'Subject', 'Body');
  mail.sendEmail!('a@x.org', 'Subject', 'Body', {
    cc: 'c@x.org',
    htmlBody: '<b>',
    name: 'Me',
    attachments: [file],
  });
  mail.sendEmail!('a@x.org', 'r@x.org', 'Subject', 'Body');
  mail.sendEmail!({ to: 'a@x.org', subject: 'S', body: 'B', bcc: 'd@x.org' });
  expect(host.mails).toEqual([
    { to: 'a@x.org,Bea <b@x.org>', subject: 'Subject', body: 'Body' },
    {
      to: 'a@x.org',
      subject: 'Subject',
      body: 'Body',
      cc: 'c@x.org',
      htmlBody: '<b>',
      name: 'Me',
      attachments: ['x.csv'],
    },
    { to: 'a@x.org', replyTo: 'r@x.org', subject: 'Subject', body: 'Body' },
    { to: 'a@x.org', subject: 'S', body: 'B', bcc: 'd@x.org' },
  ]);
  expect(mail.getRemainingDailyQuota!()).toBe(100 - 7);
  expect(() => mail.sendEmail!('a@x.org')).toThrow("don't match the method signature for MailApp.sendEmail");
});

// Texts: error lists that developers keep, such as “Limit Exceeded: Email Body Size.”
test.each([
  ['Limit Exceeded: Email Recipients Per Message.', { to: Array(51).fill('a@x.org').join(',') }],
  ['Limit Exceeded: Email Body Size.', { to: 'a@x.org', body: 'x'.repeat(200 * 1024 + 1) }],
  ['Argument too large: subject', { to: 'a@x.org', subject: 'x'.repeat(251) }],
  ['Invalid email: nobody', { to: 'nobody' }],
  ['Failed to send email: no recipient', { subject: 'x' }],
  ['Invalid argument: attachments', { to: 'a@x.org', attachments: ['text'] }],
])('%s', (text, message) => {
  const { host, mail } = open();
  expect(() => mail.sendEmail!(message)).toThrow(text);
  expect(host.mails).toEqual([]);
});

test('25 MB of attachments are the most', () => {
  const { host, mail } = open();
  const file = scripted(createUtilities(host)).newBlob!(
    'x'.repeat(25 * 1024 * 1024 + 1),
    'text/plain',
    'x.txt',
  );
  expect(() => mail.sendEmail!({ to: 'a@x.org', attachments: [file] })).toThrow(
    'Limit Exceeded: Email Total Attachments Size.',
  );
});

test('100 recipients a day', () => {
  const { host, mail } = open();
  const fifty = Array(50).fill('a@x.org').join(',');
  mail.sendEmail!(fifty, 's', 'b');
  mail.sendEmail!(fifty, 's', 'b');
  expect(() => mail.sendEmail!('a@x.org', 's', 'b')).toThrow(
    'Service invoked too many times for one day: email.',
  );
  host.clock.charge(DAY);
  mail.sendEmail!('a@x.org', 's', 'b');
});
