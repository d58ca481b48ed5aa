/** The licences of an app, worked out from its users. https://developers.toriihq.com/reference/getapps */
import type { ToriiRecord } from './record';

const TYPES = [
  { name: 'Enterprise', share: 0.4, price: 18_000 },
  { name: 'Basic', share: 0.6, price: 4_800 },
];

/** `licenses` of an app, as `includeLicenses=true` shows it: the record's own, or one made from its active users. */
export function licencesOf(app: ToriiRecord, currency: string): unknown {
  if (app.licenses !== undefined) return app.licenses;
  const seats = Number(app.activeUsersCount ?? 0);
  const money = (value: number) => ({ value, currency });
  const types = TYPES.map(({ name, share, price }) => {
    const activeAmount = Math.floor(seats * share);
    const inactiveAmount = Math.floor(activeAmount / 6);
    const unassignedAmount = Math.floor(activeAmount / 12);
    const totalAmount = activeAmount + inactiveAmount + unassignedAmount;
    const pricePerLicense = money(price);
    const annualCost = money(totalAmount * price);
    const potentialSavings = money((inactiveAmount + unassignedAmount) * price);
    return {
      name,
      totalAmount,
      activeAmount,
      inactiveAmount,
      unassignedAmount,
      pricePerLicense,
      annualCost,
      potentialSavings,
      pricePerLicenseInOrgCurrency: pricePerLicense,
      annualCostInOrgCurrency: annualCost,
      potentialSavingsInOrgCurrency: potentialSavings,
    };
  });
  const sum = (value: (type: (typeof types)[number]) => number) =>
    types.reduce((all, type) => all + value(type), 0);
  return {
    summary: {
      totalAmount: sum((type) => type.totalAmount),
      activeAmount: sum((type) => type.activeAmount),
      inactiveAmount: sum((type) => type.inactiveAmount),
      unassignedAmount: sum((type) => type.unassignedAmount),
      pricePerLicense: null,
      annualCost: money(sum((type) => type.annualCost.value)),
      potentialSavings: money(sum((type) => type.potentialSavings.value)),
    },
    types,
  };
}
