/** The people of a seeded tenant: staff, leavers, guests and service accounts. */
import type { Usage } from '../../seed/usage';
import { USER_ATTRIBUTES } from '../attributes';
import type { ToriiField } from '../field';
import type { ToriiRecord } from '../record';
import { fieldValue } from './custom-fields';
import type { Surroundings } from './custom-fields';
import { personName } from '../../seed/people';
import { ORGANISATION, ROLES } from './organisation';

/** Some 8 % have left, 4 % are guests; the first three are admins. */
export function seededUsers(
  count: number,
  firstId: number,
  fields: readonly ToriiField[],
  usage: Usage,
  around: Surroundings,
): ToriiRecord[] {
  const { random, day } = around;
  const activeApps = usage.activeApps();
  // Records that have all their keys from the start are made faster: it tells with a hundred thousand.
  const blank = blankUser(fields);
  const users: ToriiRecord[] = [];
  for (let row = 0; row < count; row += 1) {
    const { firstName, lastName, account } = personName(row);
    const isExternal = row > 2 && random.chance(0.04);
    const left = row > 2 && random.chance(0.08);
    const role = ROLES[row < 3 ? 0 : random.chance(0.1) ? 1 : 2] ?? ROLES[0];
    const email = `${account}@${isExternal ? 'guest.example' : ORGANISATION.domain}`;
    const user: ToriiRecord = {
      ...blank,
      id: firstId + row,
      idOrg: ORGANISATION.id,
      firstName,
      lastName,
      email,
      creationTime: day(),
      idRole: role?.id,
      role: role?.name,
      lifecycleStatus: left ? (random.chance(0.3) ? 'offboarding' : 'offboarded') : 'active',
      isDeletedInIdentitySources: left,
      isExternal,
      activeAppsCount: activeApps[row] ?? 0,
      additionalEmails: random.chance(0.1) ? [`${account}.old@${ORGANISATION.domain}`] : [],
      photoUrl: random.chance(0.5) ? `https://photos.example/${account}.png` : null,
      status: 'active',
      isNonHuman: row > 2 && random.chance(0.01),
    };
    for (const field of fields) user[field.systemKey] = fieldValue(field, row, around);
    users.push(user);
  }
  return users;
}

/** All keys of a user's record, with nothing in them. */
function blankUser(fields: readonly ToriiField[]): Record<string, null> {
  const builtIn = [...USER_ATTRIBUTES.map((attribute) => attribute.key), 'photoUrl', 'status', 'isNonHuman'];
  const keys = [...builtIn, ...fields.map((field) => field.systemKey)];
  return Object.fromEntries(keys.map((key) => [key, null]));
}
