/** Who uses which seeded app, by which licence, worked out when it is asked for. */
import { hash } from '../../http/page-cursor';
import { TODAY } from '../../seed/company';
import type { UsedRow, Usage } from '../../seed/usage';
import { firstAccount } from '../app-uses';
import type { UseSource } from '../app-uses';
import type { AppUse, HeldLicence, Licence } from '../record';

const ROLES = ['Member', 'Member', 'Admin', 'Viewer', null];
/** One app in so many has a second account, in which some people have another user. */
const SECOND_ACCOUNTS = 12;

const DAY = 86_400_000;
const LAST_VISITS = Array.from({ length: 300 }, (_, ago) => new Date(TODAY - ago * DAY).toISOString());
/** Whoever stayed away for so many days has a licence for nothing. */
const IDLE_DAYS = 90;

export interface SeededRows {
  readonly firstApp: number;
  readonly firstUser: number;
  readonly apps: number;
}

/** Makes the uses; apps and users have ids that follow each other. */
export function seededUses(
  { firstApp, firstUser, apps }: SeededRows,
  usage: Usage,
  licencesOf: (idApp: number) => readonly Licence[],
): UseSource {
  const accounts = ({ app, user, active }: UsedRow): AppUse[] => {
    const [idApp, idUser] = [firstApp + app, firstUser + user];
    const id = `${idApp}/${idUser}`;
    const draw = hash(id);
    const status = active ? 'active' : draw % 2 === 0 ? 'managed' : 'deleted';
    const daysAway = draw % 4 === 0 ? undefined : draw % LAST_VISITS.length;
    const kinds = licencesOf(idApp);
    // Some people need no licence.
    const licence = status === 'deleted' ? undefined : kinds[(draw >>> 8) % (kinds.length + 1)];
    const inUse = active && daysAway !== undefined && daysAway < IDLE_DAYS;
    const held = (name: string): HeldLicence => ({ name, licenseStatus: inUse ? 'active' : 'inactive' });
    const use: AppUse = {
      id,
      idApp,
      idUser,
      idAppAccount: firstAccount(idApp),
      appAccountName: null,
      status,
      isUserRemovedFromApp: false,
      role: ROLES[draw % ROLES.length] ?? null,
      externalStatus: 'Active',
      lastVisitTime: daysAway === undefined ? null : (LAST_VISITS[daysAway] ?? null),
      creationTime: '2023-05-02T08:00:00.000Z',
      licenses: licence === undefined ? [] : [held(licence.name)],
      annualCost: licence?.pricePerLicense ?? null,
      currency: licence?.currency ?? 'USD',
    };
    return app % SECOND_ACCOUNTS === 5 && draw % 8 === 1 ? [use, secondUse(use)] : [use];
  };
  const ofApp = (idApp: number) => usage.ofApp(idApp - firstApp).flatMap(accounts);
  return {
    ofApp,
    ofUser: (idUser) => usage.ofUser(idUser - firstUser).flatMap(accounts),
    all: () => Array.from({ length: apps }, (_, row) => ofApp(firstApp + row)).flat(),
  };
}

/** The same person's user in the app's other account: one row for each account is inferred from `idAppAccount`. */
function secondUse(use: AppUse): AppUse {
  const idAppAccount = use.idAppAccount + 1;
  return {
    ...use,
    id: `${use.id}/${idAppAccount}`,
    idAppAccount,
    appAccountName: 'Sandbox',
    status: 'deleted',
    externalStatus: 'Suspended',
    licenses: [],
    annualCost: null,
  };
}
