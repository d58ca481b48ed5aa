/** Products that nobody makes, for tenants with more apps than there are well-known products. */
import type { Product } from './products';

const words = (text: string) => text.split(/\s+/);
const BEGINNINGS =
  words(`Bright Swift Clear North Open True Blue Cloud Data Deep Ever Fair Flow Green Hyper Iron Key Lane Light Loop Mint Nova
Omni Peak Pixel Plain Prime Quick Rapid River Signal Sky Smart Solid Stack Star Stone Sun Team Vector`);
const ENDINGS =
  words(`base board box bridge cast deck desk dock field forge gate grid hub kit lab ledger line link list loop map mark
mind nest path pilot port pulse rise room scope rack shift space sync track vault view ware wise works`);
const INVENTED_CATEGORIES = ['Developer Tools', 'Finance', 'Marketing', 'Productivity', 'Sales', 'Security'];

/** A product that nobody makes, with a name that no other row has. */
export function inventedProduct(row: number): Product {
  const name = `${BEGINNINGS[row % BEGINNINGS.length]}${ENDINGS[Math.floor(row / BEGINNINGS.length) % ENDINGS.length]}`;
  const round = Math.floor(row / (BEGINNINGS.length * ENDINGS.length));
  const domain = `${name.toLowerCase()}${round === 0 ? '' : round + 1}.example`;
  return {
    name: round === 0 ? name : `${name} ${round + 1}`,
    domain,
    vendor: row % 4 === 0 ? '' : `${name} Inc.`,
    category: INVENTED_CATEGORIES[row % INVENTED_CATEGORIES.length] ?? 'Productivity',
    description: 'Found in expense reports',
  };
}
