/** Which tab goes where, as far as nobody has to be asked. */
import type { UploadTabInfo, UploadTargetInfo } from '../../../../src/app/contract';
import {
  companionsOf,
  fittingTargets,
  obviousPick,
  offeredTab,
  platformOf,
} from '../../../../sidebar/state/upload-pick';
import { MEMBERS, TARGET } from '../uploads';

const PROVIDERS = [
  { provider: 'torii', title: 'Torii', keyPlace: '' },
  { provider: 'zluri', title: 'Zluri', keyPlace: '' },
] as const;
const connection = (provider: 'torii' | 'zluri', title: string) => ({
  ...{ provider, title, organisation: 'Halden', last4: '4f2a' },
});
const BOTH = {
  providers: PROVIDERS,
  connections: [connection('torii', 'Torii'), connection('zluri', 'Zluri')],
};
const target = (name: string, change: Partial<UploadTargetInfo> = {}): UploadTargetInfo => ({
  ...TARGET,
  ...{ target: name, provider: name.startsWith('zluri') ? 'zluri' : 'torii' },
  ...change,
});
const TORII = [target('torii.customIntegration'), target('torii.expenses')];
const ALL = [...TORII, target('zluri.users')];
const PLAIN: UploadTabInfo = { tab: 'Notes', targets: [], active: false };

test('a target belongs to the platform that its name begins with', () => {
  expect(platformOf(BOTH, 'zluri.users')?.title).toBe('Zluri');
  expect(platformOf(BOTH, 'other.users')).toBeUndefined();
});

test('a recognised tab in front is offered, once for each connected platform', () => {
  expect(offeredTab([PLAIN, MEMBERS])?.tab).toBe('Members');
  expect(offeredTab([{ ...MEMBERS, active: false }])).toBeUndefined();
  expect(offeredTab([{ ...PLAIN, active: true }])).toBeUndefined();
  expect(fittingTargets(MEMBERS, BOTH).map((one) => one.target)).toEqual(MEMBERS.targets);
  expect(fittingTargets(MEMBERS, { ...BOTH, connections: [connection('zluri', 'Zluri')] })).toEqual([
    { target: 'zluri.users', provider: 'zluri', title: 'Zluri' },
  ]);
});

describe('what is obvious', () => {
  const asked = { tab: 'Members', target: 'torii.customIntegration' };

  test('the one recognised tab, where it can go to one platform only', () => {
    expect(obviousPick([MEMBERS, PLAIN], TORII, {})).toEqual(asked);
    expect(obviousPick([PLAIN, { ...MEMBERS, active: false }], TORII, {})).toEqual(asked);
  });

  test('not the target, where two platforms would do, unless one was used before or is asked for', () => {
    expect(obviousPick([MEMBERS], ALL, {})).toEqual({ tab: 'Members' });
    expect(obviousPick([{ ...MEMBERS, lastSent: {} as never }], ALL, {})).toEqual(asked);
    expect(obviousPick([MEMBERS], ALL, { target: 'zluri.users' })).toEqual({
      tab: 'Members',
      target: 'zluri.users',
    });
  });

  test('nothing of tabs that are not recognised or gone, but the one that is asked for', () => {
    expect(obviousPick([PLAIN], TORII, {})).toEqual({});
    expect(obviousPick([MEMBERS], TORII, { tab: 'Gone' })).toEqual({});
    expect(obviousPick([MEMBERS, PLAIN], TORII, { tab: 'Notes' })).toEqual({ tab: 'Notes' });
  });
});

test('tabs that go along need others too, each once', () => {
  const users = target('zluri.users');
  const groups = target('zluri.groups', { needs: ['zluri.users'] });
  const memberships = target('zluri.group_users', { needs: ['zluri.groups', 'zluri.users'] });
  const known = [users, groups, memberships];
  expect(companionsOf(memberships, known)).toEqual(['zluri.groups', 'zluri.users']);
  expect(companionsOf(users, known)).toEqual([]);
});
