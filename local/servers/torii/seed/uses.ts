/** Who uses which seeded app, worked out when it is asked for. */
import { hash } from '../../http/page-cursor';
import type { UsedRow, Usage } from '../../seed/usage';
import type { UseSource } from '../app-uses';
import type { AppUse } from '../record';

const ROLES = ['Member', 'Member', 'Admin', 'Viewer', null];

/** Makes the uses; apps and users have ids that follow each other. */
export function seededUses(firstApp: number, firstUser: number, usage: Usage): UseSource {
  const use = ({ app, user, active }: UsedRow): AppUse => {
    const idApp = firstApp + app;
    const idUser = firstUser + user;
    const draw = hash(`${idApp}/${idUser}`);
    const day = new Date(Date.UTC(2026, 0, 1) + (draw % 300) * 86_400_000).toISOString();
    return {
      idApp,
      idUser,
      status: active ? 'active' : draw % 2 === 0 ? 'managed' : 'deleted',
      isUserRemovedFromApp: false,
      role: ROLES[draw % ROLES.length] ?? null,
      externalStatus: 'Active',
      lastVisitTime: draw % 4 === 0 ? null : day,
      creationTime: '2023-05-02T08:00:00.000Z',
      annualCost: draw % 3 === 0 ? null : (draw % 60) * 1200,
      currency: 'USD',
    };
  };
  return {
    ofApp: (idApp) => usage.ofApp(idApp - firstApp).map(use),
    ofUser: (idUser) => usage.ofUser(idUser - firstUser).map(use),
  };
}
