/** Checks serial day numbers against time zones. Source: Google, Sheets API guide on date formats, its examples included. */
import fc from 'fast-check';
import {
  calendarDay,
  dateFromSerial,
  serialFromDate,
  serialFromDay,
} from '../../../../local/runtime/workbook/cells/dates';

const ZONES = [
  'Etc/UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

test.each([
  ['Etc/UTC', '1899-12-30T00:00:00Z', 0],
  ['Etc/UTC', '1900-01-01T12:00:00Z', 2.5],
  ['Etc/UTC', '1900-02-01T15:00:00Z', 33.625],
  ['Etc/UTC', '1970-01-01T00:00:00Z', 25_569],
  ['Etc/UTC', '2026-01-02T12:00:00Z', 46_024.5],
  ['Europe/Berlin', '2026-01-02T11:00:00Z', 46_024.5],
  ['Europe/Berlin', '2026-07-02T10:00:00Z', 46_205.5],
  ['America/New_York', '2026-01-02T17:00:00Z', 46_024.5],
  ['Asia/Kolkata', '2026-01-02T06:30:00Z', 46_024.5],
])('%s: %s is %d', (zone, instant, serial) => {
  expect(serialFromDate(Date.parse(instant), zone)).toBeCloseTo(serial, 9);
  expect(dateFromSerial(serial, zone).toISOString()).toBe(new Date(instant).toISOString());
});

test('a day keeps its midnight on both sides of a change of clocks', () => {
  for (const date of [28, 29, 30]) {
    const serial = serialFromDay(2026, 3, date) ?? NaN;
    expect(serialFromDate(dateFromSerial(serial, 'Europe/Berlin').getTime(), 'Europe/Berlin')).toBe(serial);
  }
});

test('a time that clocks skip is taken later, one that they show twice the first time', () => {
  const skipped = (serialFromDay(2026, 3, 29) ?? NaN) + 2.5 / 24;
  expect(dateFromSerial(skipped, 'Europe/Berlin').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  const twice = (serialFromDay(2026, 10, 25) ?? NaN) + 2.5 / 24;
  expect(dateFromSerial(twice, 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z');
});

test('every serial comes back from its instant, except for times that clocks skip', () => {
  const serials = fc.integer({ min: 20_000 * 1440, max: 60_000 * 1440 }).map((minute) => minute / 1440);
  fc.assert(
    fc.property(serials, fc.constantFrom(...ZONES), (serial, zone) => {
      const back = serialFromDate(dateFromSerial(serial, zone).getTime(), zone);
      const isSkipped = back - serial > 1 / 1440;
      if (!isSkipped) expect(back).toBeCloseTo(serial, 7);
    }),
  );
});

test('there is no 30 February', () => {
  expect(serialFromDay(2026, 2, 30)).toBeNull();
  expect(serialFromDay(2028, 2, 29)).toBe(46_812);
});

test('the calendar day is the zone’s', () => {
  expect(calendarDay(Date.UTC(2026, 0, 1, 3), 'America/New_York')).toEqual({
    year: 2025,
    month: 12,
    day: 31,
  });
});
