/** The people of a seeded tenant: staff, leavers, guests, groups and service accounts. */
import { COMPANY, PERSON_AT_DESK } from '../../seed/company';
import { personName } from '../../seed/people';
import type { RandomSource } from '../../seed/random';
import type { Usage } from '../../seed/usage';
import { OPTIMIZATION_FORMS } from '../filter-fields';
import { objectId } from '../object-id';
import type { CustomField, Department, ZluriRecord } from '../record';
import { customValues } from './custom-fields';
import { SOURCES, dateOf } from './surroundings';
import type { Surroundings } from './surroundings';

const DESIGNATIONS = [
  'Engineer',
  'Accountant',
  'Product Designer',
  'Counsel',
  'Head of 3/4',
  'Analyst',
  null,
];
const FORMS = Object.keys(OPTIMIZATION_FORMS);
const INCLUDED = FORMS[FORMS.length - 1] ?? '';

/** The first three are admins and stay, the very first being who is at the desk; of the others some 8 % have left and 4 % are guests. */
export function seededUsers(
  count: number,
  fields: readonly CustomField[],
  departments: readonly Department[],
  usage: Usage,
  around: Surroundings,
): ZluriRecord[] {
  const { random, day } = around;
  const activeApps = usage.activeApps();
  const users: ZluriRecord[] = [];
  for (let row = 0; row < count; row += 1) {
    const { firstName, lastName, account } = personName(row);
    const type = row < 3 ? 'employee' : accountType(random);
    const left = row > 2 && random.chance(0.08);
    const joined = day();
    const employed = type === 'employee';
    const origin = random.pick(SOURCES);
    users.push({
      user_id: objectId('user', row),
      user_name: `${firstName} ${lastName}`,
      user_email: `${account}@${type === 'external' ? 'guest.example' : COMPANY.domain}`,
      user_alternate_emails: [
        ...(row === 0 ? [PERSON_AT_DESK] : []),
        ...(random.chance(0.1) ? [`${account}.old@${COMPANY.domain}`] : []),
      ],
      user_personal_email: random.chance(0.2) ? `${account}@post.example` : null,
      user_status: left ? random.pick(['inactive', 'inactive', 'suspended', 'unknown']) : 'active',
      user_account_type: type,
      user_designation: employed ? random.pick(DESIGNATIONS) : null,
      user_department_id: employed && random.chance(0.9) ? random.pick(departments).department_id : null,
      user_reporting_manager_id: employed && row > 0 ? objectId('user', Math.floor(row / 8)) : null,
      user_cost_center_id: null,
      user_owner_id: type === 'service' ? objectId('user', 0) : null,
      user_joining_date: employed ? dateOf(joined) : null,
      user_created_at: joined,
      user_archive: left && random.chance(0.3),
      user_usage: left ? 0 : random.between(0, 100),
      optimization_inclusion: random.chance(0.9) ? INCLUDED : random.pick(FORMS),
      source_array: [origin],
      primary_source: origin,
      user_app_count: activeApps[row] ?? 0,
      user_last_active: left ? null : day(),
      custom_fields: customValues(fields, row, around),
    });
  }
  return users;
}

function accountType(random: RandomSource): string {
  const draw = random.next();
  return draw < 0.94 ? 'employee' : draw < 0.98 ? 'external' : draw < 0.99 ? 'service' : 'group';
}
