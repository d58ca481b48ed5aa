/** Who uses which seeded app, worked out when it is asked for. */
import { hash } from '../../http/page-cursor';
import type { UsedRow, Usage } from '../../seed/usage';
import type { UseSource } from '../app-uses';
import { objectId, rowOf } from '../object-id';
import type { AppUse } from '../record';
import { licencesOf } from './licences';
import { SOURCES } from './surroundings';

const ROLES = ['member', 'member', 'admin', 'viewer', null];
/** More users than any tenant has: a use's row is the app's times this, plus the user's. */
const USERS_AT_MOST = 2 ** 21;

export function seededUses(usage: Usage): UseSource {
  const use = ({ app, user, active }: UsedRow): AppUse => {
    const draw = hash(`${app}/${user}`);
    const licence = licencesOf(app)[draw % 2];
    const used = new Date(Date.UTC(2026, 0, 1) + (draw % 300) * 86_400_000).toISOString();
    return {
      user_app_id: objectId('use', app * USERS_AT_MOST + user),
      app_id: objectId('app', app),
      user_id: objectId('user', user),
      user_app_status: active ? 'active' : 'inactive',
      user_app_role: ROLES[draw % ROLES.length] ?? null,
      user_app_archive: !active && draw % 4 === 0,
      user_app_last_used: draw % 4 === 0 ? null : used,
      user_app_discovered: '2023-05-02T08:00:00.000Z',
      licenses:
        draw % 3 === 0 || licence === undefined
          ? []
          : [{ license_id: licence.license_id, license_name: licence.license_name }],
      optimization_inclusion: draw % 20 === 0 ? 'exclude for unused' : 'include for all optimizations',
      user_app_cost: draw % 3 === 0 ? null : (draw % 60) * 1.5,
      source_array: SOURCES.slice(draw % 4, (draw % 4) + 1),
    };
  };
  return {
    ofApp: (appId) => usage.ofApp(rowOf('app', appId)).map(use),
    ofUser: (userId) => usage.ofUser(rowOf('user', userId)).map(use),
    byId(userAppId) {
      const row = rowOf('use', userAppId);
      if (row < 0) return undefined;
      const user = row % USERS_AT_MOST;
      const used = usage.ofUser(user).find(({ app }) => app === Math.floor(row / USERS_AT_MOST));
      return used === undefined ? undefined : use(used);
    },
  };
}
