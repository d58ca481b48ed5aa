/** How sure it is that an app is a vendor of the list, from where its address, its name and its maker point. */
import type { Evidence } from './evidence';
import { hasLabelOf, isOneOfMany } from './vendor-index';

/** 'sure' and 'likely' count; 'possible' waits for a person. */
export type Confidence = 'sure' | 'likely' | 'possible';

/** Null where nothing worth a question is left. */
export function verdictOn(evidence: Evidence): Confidence | null {
  if (evidence.domain.fit === 'namesake') return null;
  switch (evidence.name?.fit) {
    case 'exact':
      return onExactName(evidence);
    case 'part':
      return onPartOfName(evidence);
    case 'brand':
      return evidence.domain.fit === 'elsewhere' ? null : 'possible';
    case 'other':
      return onOtherProduct(evidence);
    case 'addOn':
      return onAddOn(evidence);
    default:
      return withoutName(evidence);
  }
}

function onExactName(evidence: Evidence): Confidence | null {
  const { vendor, domain, name, company } = evidence;
  const { isOrdinary = false, isAmbiguous = false } = vendor.known;
  const agrees = company !== null;
  const isDoubtful = isOrdinary && name?.isLoose === true;
  switch (domain.fit) {
    case 'own':
    case 'shared':
      return 'sure';
    case 'elsewhere':
      if (agrees && !(isOrdinary && company.fit === 'akin')) return 'likely';
      if (isDoubtful) return null;
      return !isOrdinary && domain.elsewhere.some((site) => hasLabelOf(site, vendor)) ? 'likely' : 'possible';
    default:
      if (agrees) return 'sure';
      if (isAmbiguous || isDoubtful || (isOrdinary && evidence.isMadeByOthers)) return 'possible';
      return isOrdinary || name?.basis === 'alias' ? 'likely' : 'sure';
  }
}

function onPartOfName({ vendor, domain, company }: Evidence): Confidence | null {
  const { isOrdinary = false } = vendor.known;
  switch (domain.fit) {
    case 'own':
    case 'shared':
      return 'sure';
    case 'elsewhere':
      return company !== null && !isOrdinary ? 'possible' : null;
    default:
      if (company?.fit === 'maker') return 'likely';
      return isOrdinary && company === null ? null : 'possible';
  }
}

/** A product of the same maker, which may well be bought in the same contract. */
function onOtherProduct({ domain, name, company }: Evidence): Confidence | null {
  if (domain.fit === 'elsewhere') return null;
  const isTelling = domain.fit !== 'none' || company !== null || (name?.known.words.length ?? 0) > 1;
  return isTelling ? 'possible' : null;
}

/** Something made for the product, unless it is on the product’s own site. */
function onAddOn({ vendor, domain, company }: Evidence): Confidence | null {
  switch (domain.fit) {
    case 'own':
      return 'likely';
    case 'elsewhere':
      return null;
    default:
      return vendor.known.isOrdinary === true && company === null ? null : 'possible';
  }
}

function withoutName({ vendor, domain, company }: Evidence): Confidence | null {
  const hasOthers = isOneOfMany(vendor) || (vendor.known.others ?? []).length > 0;
  const speaks = company?.fit === 'maker';
  switch (domain.fit) {
    case 'own':
      return 'likely';
    case 'shared':
      return domain.known?.isListed === true ? 'possible' : null;
    case 'elsewhere':
      return speaks && !hasOthers ? 'possible' : null;
    default:
      if (!speaks) return null;
      return hasOthers ? 'possible' : 'likely';
  }
}
