/** What is said about runs that are over. */
import { countsWords, effortWords, ranWords } from '../../../../sidebar/words/activity';

const NOW = Date.parse('2026-11-22T10:45:00Z');

test('a run tells when it ended and by whom, as far as that is known', () => {
  expect(ranWords({ at: '2026-11-22T10:42:00Z', who: 'ana@halden.example' }, NOW, 'en-GB')).toMatch(
    / · 3 min ago · by ana@halden\.example$/,
  );
  expect(ranWords({ at: '1970-01-01T00:00:00Z', who: '' }, NOW)).toBe('Some time ago');
});

test('counts name only what there is', () => {
  expect(countsWords({ counts: {} })).toBe('');
  expect(countsWords({ counts: { rows: 180, added: 0, updated: 0 } }, 'en')).toBe(
    '180 rows: nothing changed',
  );
  const counts = { rows: 1180, added: 3, updated: 5, gone: 1, removed: 1, pending: 1, conflicts: 2 };
  expect(countsWords({ counts }, 'en')).toBe(
    '1,180 rows: 3 new, 5 updated, 1 gone, 1 taken out, 1 edit not sent, 2 changed on both sides',
  );
});

test('a push counts what was sent, and what was not', () => {
  expect(countsWords({ counts: { sent: 1, failed: 0, conflicts: 0 } }, 'en')).toBe('1 change sent');
  expect(countsWords({ counts: { sent: 1200, failed: 2, conflicts: 1 } }, 'en')).toBe(
    '1,200 changes sent, 2 not taken, 1 changed on both sides',
  );
});

test('effort names waiting where there was some', () => {
  expect(effortWords({ seconds: 42, requests: 12, waitedSeconds: 0 }, 'en')).toBe(
    'Took 42 s, with 12 requests.',
  );
  expect(effortWords({ seconds: 300, requests: 1, waitedSeconds: 30 }, 'en')).toBe(
    'Took 5 minutes, with 1 request and 30 s of waiting.',
  );
});
