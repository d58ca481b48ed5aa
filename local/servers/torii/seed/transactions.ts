/** Expense transactions of a seeded tenant: most of them matched to the app whose name they bear. */
import { TODAY } from '../../seed/company';
import type { RandomSource } from '../../seed/random';
import type { ToriiRecord } from '../record';

const PER_APP = 8;
const DAYS = 540;
const DAY = 86_400_000;
// Names of sources are our own, but for the first. https://github.com/oomol-lab/open-connector
const SOURCES = ['netsuite', 'expensify', 'quickbooks', 'upload'];
const CURRENCIES = ['USD', 'USD', 'USD', 'EUR', 'GBP', 'JPY', 'ILS', 'KWD'];

/** As bank statements word it. */
const WORDINGS: readonly ((name: string, number: number) => string)[] = [
  (name) => `${name} subscription`,
  (name, number) => `${name.toUpperCase()} *${number}`,
  (name, number) => `${name} invoice ${number}`,
  (name) => `PAYPAL *${name.toUpperCase().replaceAll(' ', '')}`,
];

/** Eight for each app. One in eight is matched to no app yet, some are archived. */
export function seededTransactions(
  apps: readonly ToriiRecord[],
  firstId: number,
  random: RandomSource,
): ToriiRecord[] {
  return Array.from({ length: apps.length * PER_APP }, (_, row): ToriiRecord => {
    const app = apps[row % apps.length];
    const mappingStatus = row % 8 === 7 ? 'unknown' : random.chance(0.05) ? 'archived' : 'mapped';
    return {
      id: firstId + row,
      idApp: mappingStatus === 'unknown' ? null : (app?.id ?? null),
      transactionDate: new Date(TODAY - random.between(1, DAYS) * DAY).toISOString().slice(0, 10),
      amount: { value: random.between(9, 90_000) * 10, currency: random.pick(CURRENCIES) },
      source: random.pick(SOURCES),
      description: random.pick(WORDINGS)(String(app?.name), random.between(10_000, 99_999)),
      mappingStatus,
    };
  });
}
