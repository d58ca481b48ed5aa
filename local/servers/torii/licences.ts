/** The licences of an app, counted from the people who have them. https://developers.toriihq.com/reference/getapps */
import { converted } from './exchange-rates';
import type { AppUse, Licence, ToriiRecord } from './record';
import { ORGANISATION } from './seed/organisation';
import type { Tenant } from './tenant';

/** What a licence that a test writes down need not say. */
export function completeLicence(licence: Record<string, unknown>, id: number): Licence {
  const defaults = {
    id,
    name: 'Basic',
    pricePerLicense: 0,
    currency: ORGANISATION.currency,
    unassignedAmount: 0,
  };
  return { ...defaults, ...licence } as unknown as Licence;
}

/** `licenses` of an app, as `includeLicenses=true` shows it: the record's own, or those of `data.licenses`. */
export function licencesOf(app: ToriiRecord, tenant: Tenant): unknown {
  if (app.licenses !== undefined) return app.licenses;
  const { org, licenses } = tenant.data;
  const kinds = licenses.filter((licence) => licence.idApp === app.id);
  const uses = kinds.length === 0 ? [] : tenant.uses.ofApp(app.id);
  const types = kinds.map((licence) => shownKind(licence, uses, org.currency));
  const sum = (of: (type: (typeof types)[number]) => number) =>
    types.reduce((all, type) => all + of(type), 0);
  return {
    summary: {
      totalAmount: sum((type) => type.totalAmount),
      activeAmount: sum((type) => type.activeAmount),
      inactiveAmount: sum((type) => type.inactiveAmount),
      unassignedAmount: sum((type) => type.unassignedAmount),
      pricePerLicense: null,
      annualCost: { value: sum((type) => type.annualCostInOrgCurrency.value), currency: org.currency },
      potentialSavings: {
        value: sum((type) => type.potentialSavingsInOrgCurrency.value),
        currency: org.currency,
      },
    },
    types,
  };
}

function shownKind(licence: Licence, uses: readonly AppUse[], organisationCurrency: string) {
  const { name, pricePerLicense, currency, unassignedAmount } = licence;
  const amounts = { active: 0, inactive: 0 };
  for (const use of uses) {
    for (const held of use.licenses) if (held.name === name) amounts[held.licenseStatus] += 1;
  }
  const { active: activeAmount, inactive: inactiveAmount } = amounts;
  const totalAmount = activeAmount + inactiveAmount + unassignedAmount;
  const money = (count: number) => ({ value: count * pricePerLicense, currency });
  const inOrganisationCurrency = (count: number) => ({
    value: converted(count * pricePerLicense, currency, organisationCurrency),
    currency: organisationCurrency,
  });
  const idle = inactiveAmount + unassignedAmount;
  return {
    name,
    totalAmount,
    activeAmount,
    inactiveAmount,
    unassignedAmount,
    pricePerLicense: money(1),
    annualCost: money(totalAmount),
    potentialSavings: money(idle),
    pricePerLicenseInOrgCurrency: inOrganisationCurrency(1),
    annualCostInOrgCurrency: inOrganisationCurrency(totalAmount),
    potentialSavingsInOrgCurrency: inOrganisationCurrency(idle),
  };
}
