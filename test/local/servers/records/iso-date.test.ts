import { isIsoDay, isIsoMoment } from '../../../../local/servers/records/iso-date';

// https://www.rfc-editor.org/rfc/rfc3339#section-5.6
test('days are those that the calendar has', () => {
  expect(['2026-02-28', '2024-02-29', '0099-12-31'].filter(isIsoDay)).toHaveLength(3);
  const none = ['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '2026-01-01T00:00:00Z', '', 5, null];
  expect(none.filter(isIsoDay)).toEqual([]);
});

test('moments have seconds and a zone', () => {
  const moments = ['2021-07-05T20:43:14Z', '2021-07-05T20:43:14.123Z', '2021-07-05T20:43:14+02:00'];
  expect(moments.filter(isIsoMoment)).toEqual(moments);
  const none = [
    '2021-07-05',
    '2021-07-05T20:43Z',
    '2021-07-05T20:43:14',
    '2021-02-30T20:43:14Z',
    '2021-07-05T24:00:00Z',
    '2021-07-05 20:43:14Z',
    1,
  ];
  expect(none.filter(isIsoMoment)).toEqual([]);
});
