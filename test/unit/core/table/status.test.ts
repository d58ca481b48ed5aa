import { goneSince, readStatus, ROW_STATUS, statusNote } from '../../../../src/core/table/status';

const NOW = Date.UTC(2026, 10, 22, 9);

it('keeps what a person wrote into the note, and one status line', () => {
  const note = statusNote('Torii').replace('\nsaas', '\nAsk Pepper about this tab.\nsaas');
  const once = readStatus(note, true, NOW, 'Europe/Berlin');
  const twice = readStatus(once.note, true, NOW + 60_000, 'Europe/Berlin');
  expect(twice.note.split('\n').slice(1)).toEqual([
    'Ask Pepper about this tab.',
    'Complete as of 22 Nov 2026, 10:01',
    'saas-ledger: $status',
  ]);
  expect(twice.format).toBe('@" · complete as of 22 Nov 2026, 10:01"');
});

it('reads the day back from a row that is gone', () => {
  expect(goneSince(ROW_STATUS.gone('Torii', '2026-11-22'))).toBe('2026-11-22');
  for (const cell of ['', 'Edited, not sent', 'Gone fishing', 5]) expect(goneSince(cell)).toBeNull();
});
