/** The list of reports: a new one is one line here. */
import { IDLE_LICENCES } from './idle-licences';
import { LEAVERS_WITH_ACCESS } from './leavers';
import { RENEWALS } from './renewals';
import type { ReportDefinition } from './report';
import { SPEND } from './spend';
import { SSO_TAX } from './sso-tax';
import { SSO_TAX_VENDOR_LIST } from './sso-tax-vendors';
import { UNOWNED_APPS } from './unowned-apps';

export const REPORTS: readonly ReportDefinition[] = [
  SSO_TAX,
  SSO_TAX_VENDOR_LIST,
  RENEWALS,
  IDLE_LICENCES,
  UNOWNED_APPS,
  LEAVERS_WITH_ACCESS,
  SPEND,
];
