/** Settings while they are typed. */
import type { Settings } from '../../../../src/app/contract';
import { changesIn, draftOf, settingsOf } from '../../../../sidebar/state/settings-draft';

const SETTINGS: Settings = {
  vanishedRows: 'mark',
  copiesKept: 10,
  activityKept: 500,
  changeLog: 'on',
  changeLogKept: 5000,
  journalKept: 10_000,
  sendLifecycle: 'off',
  ssoField: '',
  rates: null,
};

test('what is not changed comes back as it was', () => {
  expect(settingsOf(draftOf(SETTINGS))).toEqual(SETTINGS);
});

test.each([
  ['copiesKept', '0', null],
  ['activityKept', '0', 0],
  ['activityKept', '5001', null],
  ['changeLogKept', '20000', 20_000],
  ['changeLogKept', '', null],
  ['journalKept', '99', null],
  ['journalKept', '50000', 50_000],
] as const)('%s typed as “%s” is %s', (name, typed, figure) => {
  expect(settingsOf({ ...draftOf(SETTINGS), [name]: typed })?.[name] ?? null).toBe(figure);
});

test('the name of a field is taken without the spaces around it', () => {
  expect(settingsOf({ ...draftOf(SETTINGS), ssoField: ' SSO tier ' })?.ssoField).toBe('SSO tier');
});

test('rates come back as they were, and are no change until they differ', () => {
  const saved: Settings = { ...SETTINGS, rates: { currency: 'USD', worth: { EUR: 1.08 } } };
  const draft = draftOf(saved);
  expect(changesIn(settingsOf(draft) ?? fail(), saved)).toEqual({});
  const dearer = settingsOf({ ...draft, rates: { currency: 'USD', lines: 'EUR 1.1' } }) ?? fail();
  expect(changesIn(dearer, saved)).toEqual({ rates: { currency: 'USD', worth: { EUR: 1.1 } } });
  const none = settingsOf({ ...draft, rates: { currency: '', lines: '' } }) ?? fail();
  expect(changesIn(none, saved)).toEqual({ rates: null });
});

test('rates that cannot be read are no settings', () => {
  expect(settingsOf({ ...draftOf(SETTINGS), rates: { currency: 'USD', lines: 'EUR' } })).toBeNull();
});

test('only changes are sent', () => {
  expect(changesIn(SETTINGS, SETTINGS)).toEqual({});
  expect(changesIn({ ...SETTINGS, changeLog: 'off', copiesKept: 3 }, SETTINGS)).toEqual({
    changeLog: 'off',
    copiesKept: 3,
  });
});

function fail(): never {
  throw new Error('These settings can be read.');
}
