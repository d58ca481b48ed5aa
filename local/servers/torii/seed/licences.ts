/** By which kinds of licence the apps of a seeded tenant are paid: none, one or two. */
import type { RandomSource } from '../../seed/random';
import type { Licence } from '../record';

const NAMES = ['Basic', 'Enterprise'];
const CURRENCIES = ['USD', 'USD', 'EUR', 'GBP'];

/** Apps have ids that follow each other. */
export function seededLicences(apps: number, firstApp: number, random: RandomSource): Licence[] {
  const licences: Licence[] = [];
  for (let row = 0; row < apps; row += 1) {
    const kinds = random.between(0, NAMES.length);
    const currency = random.pick(CURRENCIES);
    for (const name of NAMES.slice(0, kinds)) {
      licences.push({
        id: 1000 + licences.length,
        idApp: firstApp + row,
        name,
        pricePerLicense: random.between(4, 60) * (name === 'Basic' ? 1200 : 2400),
        currency,
        unassignedAmount: random.chance(0.3) ? random.between(1, 25) : 0,
      });
    }
  }
  return licences;
}
