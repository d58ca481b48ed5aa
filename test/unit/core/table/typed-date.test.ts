import { isoOfTyped, slashedNumbers } from '../../../../src/core/table/codec/typed-date';

describe('typed dates', () => {
  it.each([
    ['22 Nov 2026', '2026-11-22'],
    ['22.11.2026 10:00', '2026-11-22T10:00:00'],
    ['November 22nd, 2026 at 10:05 p.m.', '2026-11-22T22:05:00'],
    ['13/4/2026 12:00:30.5 AM', '2026-04-13T00:00:30'],
  ])('%j reads in one way', (text, iso) => expect(isoOfTyped(text)).toBe(iso));

  it.each(['3/4/2026', '22 Nov 26', '13/4/26', '22.11.26', '3/4/6', 'tomorrow'])(
    '%j does not without an order',
    (text) => expect(isoOfTyped(text)).toBeNull(),
  );

  it('read by an order, also with years of two digits', () => {
    expect(isoOfTyped('3/4/2026', 'dmy')).toBe('2026-04-03');
    expect(isoOfTyped('3/4/2026', 'mdy')).toBe('2026-03-04');
    expect(isoOfTyped('3-4-68', 'dmy')).toBe('2068-04-03');
    expect(isoOfTyped('3-4-69', 'dmy')).toBe('1969-04-03');
    expect(isoOfTyped('26/4/3', 'ymd')).toBe('2026-04-03');
    expect(isoOfTyped('26/4/3', 'dmy')).toBeNull();
    expect(isoOfTyped('22 Nov 26', 'mdy')).toBe('2026-11-22');
  });

  it('show their numbers', () => {
    expect(slashedNumbers(' 3/4/26  10:00 PM')).toEqual([3, 4, '26']);
    expect(slashedNumbers('2026-03-04')).toBeNull();
    expect(slashedNumbers('3.4.2026')).toBeNull();
  });
});
