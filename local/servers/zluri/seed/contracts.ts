/** The contracts of a seeded tenant: some without an end, some past it and still called active. */
import { HOSTILE_TEXTS } from '../../seed/awkward-texts';
import { TODAY } from '../../seed/company';
import { SEEN_CONTRACT_STATUSES } from '../filter-fields';
import { objectId } from '../object-id';
import type { CustomField, ZluriRecord } from '../record';
import { customValues } from './custom-fields';
import { dateOf } from './surroundings';
import type { Surroundings } from './surroundings';

const DAY = 86_400_000;
/** What the web app shows as "no end". */
const NO_END = '2100-01-01';
/** https://help.zluri.com/docs/contracts */
const AGREEMENTS = ['Master', 'SOW', 'Service', 'True Up', null];
const TERMS = ['one_time', 'monthly', 'quarterly', 'yearly'];
const FIRST_HOSTILE_NAME = 4;

export function seededContracts(
  count: number,
  fields: readonly CustomField[],
  apps: readonly ZluriRecord[],
  around: Surroundings,
): ZluriRecord[] {
  const { random, userId } = around;
  const contracts: ZluriRecord[] = [];
  for (let row = 0; row < count; row += 1) {
    const app = row % 23 === 22 ? undefined : apps[(row * 7) % Math.max(1, apps.length)];
    const type = row % 11 === 10 ? 'perpetual' : random.pick(['contract', 'contract', 'subscription']);
    const years = random.between(1, 3);
    const begun = TODAY + random.between(-years * 420, 60) * DAY;
    const end = begun + years * 365 * DAY;
    const open = type === 'perpetual';
    const before = (days: number | null) =>
      open || days === null ? null : dateOf(new Date(end - days * DAY).toISOString());
    const cost = random.chance(0.1) ? null : random.between(1, 800) * 50 + random.pick([0, 0, 0.5]);
    const seats = random.between(1, 400);
    const start = dateOf(new Date(begun).toISOString());
    contracts.push({
      contract_id: objectId('contract', row),
      contract_name:
        HOSTILE_TEXTS[row - FIRST_HOSTILE_NAME] ??
        `${String(app?.app_name ?? 'Unmatched')} ${start.slice(0, 4)}`,
      contract_type: type,
      // The stored status lags behind the end date.
      contract_status: random.chance(0.8) ? 'active' : random.pick(SEEN_CONTRACT_STATUSES),
      contract_agreement_type: random.pick(AGREEMENTS),
      app_id: app?.app_id ?? null,
      vendor_id: app === undefined ? null : objectId('vendor', row),
      vendor_name: app === undefined ? null : `${String(app.app_name)} Inc.`,
      owner_id: random.chance(0.1) ? null : userId(),
      contract_start_date: start,
      contract_end_date: open ? NO_END : before(0),
      contract_renew_by: before(random.pick([30, 60, null])),
      contract_cancel_by: before(random.pick([45, 90, null])),
      contract_auto_renews: open ? false : random.chance(0.5),
      cost_per_term: cost,
      contract_value: cost === null ? null : cost * years,
      payment_term: random.pick(TERMS),
      purchased_licenses: seats,
      assigned_license_count: random.between(0, seats),
      license_types: random.between(1, 2),
      payment_method_name: random.pick(['Corporate card', 'Invoice', null]),
      documents_count: random.between(0, 3),
      archive: row > 3 && random.chance(0.04),
      custom_fields: customValues(fields, row, around),
    });
  }
  return contracts;
}
