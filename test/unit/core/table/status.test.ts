import {
  goneSince,
  readStatus,
  roomBeingMade,
  roomNote,
  ROW_STATUS,
  saysHeldBack,
  statusNote,
} from '../../../../src/core/table/status';

const NOW = Date.UTC(2026, 10, 22, 9);

it('keeps what a person wrote into the note, and one status line', () => {
  const note = statusNote('Torii').replace('\nsaas', '\nAsk Pepper about this tab.\nsaas');
  const once = readStatus(note, { complete: true, now: NOW, timeZone: 'Europe/Berlin' });
  const twice = readStatus(once.note, { complete: true, now: NOW + 60_000, timeZone: 'Europe/Berlin' });
  expect(twice.note.split('\n').slice(1)).toEqual([
    'Ask Pepper about this tab.',
    'Complete as of 22 Nov 2026, 10:01',
    'saas-ledger: $status',
  ]);
  expect(twice.format).toBe('@" · complete as of 22 Nov 2026, 10:01"');
});

it('reads the day back from a row that is gone', () => {
  for (const word of [ROW_STATUS.gone, ROW_STATUS.unselected]) {
    expect(goneSince(word('Torii', '2026-11-22'))).toBe('2026-11-22');
  }
  for (const cell of ['', 'Edited, not sent', 'Gone fishing', 5]) expect(goneSince(cell)).toBeNull();
});

it('tells rows that were to be sent and were not from those that wait or are gone', () => {
  const heldBack = [
    ROW_STATUS.conflict('Torii'),
    ROW_STATUS.refused('No'),
    ROW_STATUS.unconfirmed('Cut off'),
  ];
  expect(heldBack.map(saysHeldBack)).toEqual([true, true, true]);
  const others = ['', ROW_STATUS.pending, ROW_STATUS.gone('Torii', '2026-11-22'), 'Not sure', 5];
  expect(others.map(saysHeldBack)).toEqual(others.map(() => false));
});

it('says how many columns are about to come in, through a failure, until a read succeeds', () => {
  const room = { count: 2, width: 11 };
  const note = roomNote(statusNote('Torii'), room);
  expect(roomBeingMade(['', note])).toEqual(room);
  expect(roomNote(note, { count: 3, width: 11 }).split('\n')).toHaveLength(note.split('\n').length);
  expect(roomBeingMade([readStatus(note, { complete: true, now: NOW, timeZone: 'UTC' }).note])).toBeNull();
});
