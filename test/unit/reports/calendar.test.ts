/** The calendar file of renewals, as RFC 5545 wants it. */
import { renewalsCalendar } from '../../../src/reports/calendar';

const NOW = '2026-03-02T09:00:00.000Z';
const lines = (text: string): string[] => text.split('\r\n');

test('each row with a day is an event of that day', () => {
  const text = renewalsCalendar(
    [
      {
        id: '7',
        name: 'Slack',
        app: 'Slack',
        notice: '2026-12-31',
        end: '2027-03-01',
        owner: 'ada@acme.example',
      },
      { id: '8', name: 'Box', end: '2026-05-01' },
      { id: '9', name: 'No dates' },
    ],
    NOW,
  );
  expect(lines(text).filter((line) => /^(UID|DTSTAMP|DTSTART|DTEND|SUMMARY)/.test(line))).toEqual([
    'UID:7@saas-ledger',
    'DTSTAMP:20260302T090000Z',
    'DTSTART;VALUE=DATE:20261231',
    'DTEND;VALUE=DATE:20270101',
    'SUMMARY:Slack: last day to give notice',
    'UID:8@saas-ledger',
    'DTSTAMP:20260302T090000Z',
    'DTSTART;VALUE=DATE:20260501',
    'DTEND;VALUE=DATE:20260502',
    'SUMMARY:Box: ends',
  ]);
});

test('what has a meaning of its own is escaped', () => {
  const text = renewalsCalendar([{ id: '1', name: 'A;B,C\\D\nE', end: '2026-05-01' }], NOW);
  expect(text).toContain('SUMMARY:A\\;B\\,C\\\\D\\nE: ends\r\n');
});

test('long lines are folded within 75 bytes and read the same unfolded', () => {
  const name = 'Überlänge – 🎉 '.repeat(20);
  const text = renewalsCalendar([{ id: '1', name, end: '2026-05-01' }], NOW);
  expect(lines(text).every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.replace(/\r\n /g, '')).toContain(`SUMMARY:${name}: ends`);
});
