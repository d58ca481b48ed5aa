/** The contracts of a seeded tenant, in several currencies, some of them without or with three minor digits. */
import { TODAY } from '../../seed/company';
import type { ToriiField } from '../field';
import type { ToriiRecord } from '../record';
import { HOSTILE_TEXTS } from '../../seed/awkward-texts';
import { fieldValue } from './custom-fields';
import type { Surroundings } from './custom-fields';

/** With the factor that makes a dollar amount look natural; yen have no minor units, dinars have a thousand. */
const CURRENCIES = [
  { code: 'USD', factor: 100 },
  { code: 'EUR', factor: 100 },
  { code: 'JPY', factor: 150 },
  { code: 'GBP', factor: 80 },
  { code: 'ILS', factor: 370 },
  { code: 'KWD', factor: 300 },
] as const;

const TERMS = ['monthly', 'quarterly', 'annually', 'upfront'] as const;
const DAY = 86_400_000;

export function seededContracts(
  count: number,
  firstId: number,
  fields: readonly ToriiField[],
  apps: readonly ToriiRecord[],
  around: Surroundings,
): ToriiRecord[] {
  const { random, day, userId } = around;
  const contracts: ToriiRecord[] = [];
  for (let row = 0; row < count; row += 1) {
    const app = apps.length === 0 || row % 23 === 22 ? undefined : apps[(row * 7) % apps.length];
    const currency = CURRENCIES[row % CURRENCIES.length] ?? CURRENCIES[0];
    const price = random.chance(0.1) ? null : random.between(1, 800) * 50 * currency.factor;
    const years = random.between(1, 3);
    const started = TODAY + random.between(-years * 420, 60) * DAY;
    const start = new Date(started).toISOString();
    const end = new Date(started + years * 365 * DAY);
    const notice = random.pick([30, 60, 90, null]);
    const contract: ToriiRecord = {
      id: firstId + row,
      name: HOSTILE_TEXTS[row - 4] ?? `${String(app?.name ?? 'Unmatched')} ${start.slice(0, 4)}`,
      idApp: app?.id ?? null,
      owner: random.chance(0.1) ? null : userId(),
      status: statusOn(TODAY, started, end.getTime(), row),
      createdBy: userId(),
      amount: price,
      currency: currency.code,
      creationTime: day(),
      source: row % 2 === 0 ? 'ui' : 'api',
      startDate: start,
      endDate: row % 17 === 16 ? null : end.toISOString(),
      paymentTerm: random.pick(TERMS),
      vendor: app?.vendor ?? null,
      billingEmail: random.chance(0.5) ? null : `billing@${around.domain}`,
      yearlyCost: price === null ? null : Math.round(price / years),
      autoRenewal: random.pick(['Yes', 'No', null]),
      cancellationNoticePeriod: notice,
      cancellationDeadline: notice === null ? null : new Date(end.getTime() - notice * DAY).toISOString(),
      previousContracts: row > 0 && row % 9 === 0 ? [firstId + row - 1] : [],
    };
    for (const field of fields) contract[field.systemKey] = fieldValue(field, row, around);
    contracts.push(contract);
  }
  return contracts;
}

/** Pipeline before the start, closed after the end. https://support.toriihq.com/hc/en-us/articles/18658958629531 */
function statusOn(today: number, start: number, end: number, row: number): string {
  if (today < start) return row % 2 === 0 ? 'pipeline' : 'inReview';
  return today > end ? 'closed' : 'active';
}
