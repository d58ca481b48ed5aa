/** When contracts end, and until when notice can be given. */
import type { ContractFact } from '../../../src/core/facts/fact';
import { contractDates, daysAfter, daysBetween, nextContracts } from '../../../src/reports/contract-dates';

const contract = (more: Partial<ContractFact>): ContractFact => ({
  id: '1',
  name: '',
  app: 'a',
  appName: '',
  owner: '',
  value: null,
  yearly: null,
  start: '',
  end: '',
  noticeDays: null,
  cancelBy: '',
  renewsItself: null,
  isOver: null,
  ...more,
});

test.each([
  ['the end minus the notice period', { end: '2026-05-15', noticeDays: 60 }, '2026-03-16'],
  ['what the platform says', { end: '2026-05-15', noticeDays: 60, cancelBy: '2026-02-01' }, '2026-02-01'],
  ['across a leap day', { end: '2028-03-01', noticeDays: 1 }, '2028-02-29'],
  ['nothing without a period', { end: '2026-05-15' }, ''],
  ['nothing for a period that cannot be meant', { end: '2026-05-15', noticeDays: 1e12 }, ''],
  ['nothing for a negative period', { end: '2026-05-15', noticeDays: -30 }, ''],
  ['nothing without an end', { noticeDays: 30 }, ''],
])('notice is due by %s', (_what, more, notice) => {
  expect(contractDates(contract(more)).notice).toBe(notice);
});

test('the year 2100 is no end', () => {
  expect(contractDates(contract({ end: '2100-01-01' }))).toEqual({ end: '', endsNever: true, notice: '' });
});

test('days are counted by the calendar, also where clocks change', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-03-02', '2026-01-31')).toBe(-30);
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
});

test('of an app’s contracts, the one that ends next counts, and none that is over', () => {
  const all = [
    contract({ id: 'later', end: '2027-01-01' }),
    contract({ id: 'next', end: '2026-06-01' }),
    contract({ id: 'past', end: '2026-01-01' }),
    contract({ id: 'over', end: '2026-05-01', isOver: true }),
  ];
  expect(nextContracts(all, '2026-03-02').get('a')?.id).toBe('next');
});
