/** The organisation's own fields: at least one of every type, one that was deleted and one that is not shown. */
import type { FieldOption, ToriiField, ToriiType } from '../field';
import { HOSTILE_TEXTS, MULTI_LINE_SAMPLES } from '../../seed/awkward-texts';
import type { RandomSource } from '../../seed/random';

type Sketch = readonly [
  key: string,
  name: string,
  type: ToriiType,
  options?: readonly (string | FieldOption)[],
];

const DATA_TYPES = [
  { value: 'personalData_1', label: 'Personal data' },
  { value: 'healthData_1', label: 'Health data' },
  { value: 'paymentData_1', label: 'Payment data, cards included' },
  { value: 'none', label: 'None' },
];
const HOSTING = [
  { value: 'eu', label: 'European Union' },
  { value: 'us', label: 'United States' },
  { value: 'own', label: 'Own data centre' },
  { value: 'moon', label: 'Elsewhere', isDeleted: true },
];
const DEPARTMENTS = [
  'Engineering',
  'Finance',
  'Human Resources',
  'Legal',
  'Marketing',
  'Sales',
  'Support',
  '007',
];
const SSO_STATES = ['Yes', 'No', 'Not Supported', 'Not Known'];

// Prefixes: https://developers.toriihq.com/docs/updating-contract-details-using-the-api
const APP_FIELDS: readonly Sketch[] = [
  ['c_seatLimit', 'Seat limit', 'number'],
  ['c_internalNote', 'Internal note', 'singleLine'],
  ['c_reviewNotes', 'Review notes', 'multiLine'],
  ['c_supportEmail', 'Support address', 'email'],
  ['c_yearlyCost', 'Yearly cost', 'currency'],
  ['c_companyCard', 'Company card', 'cardNumber'],
  ['c_reviewDate', 'Review date', 'datePicker'],
  ['c_ssoEnabledState', 'SSO enabled state', 'dropdown', SSO_STATES],
  ['c_hosting', 'Hosting', 'dropdown', HOSTING],
  ['c_dataTypes', 'Data types', 'dropdownMulti', DATA_TYPES],
  ['c_technicalContact', 'Technical contact', 'usersDropdown'],
  ['c_requestedBy', 'Requested by', 'user'],
  ['c_isApproved', 'Approved', 'bool'],
  ['c_securityReport', 'Security report', 'fileUpload'],
  ['c_relatedContracts', 'Related contracts', 'contractsDropdownMulti'],
  ['c_reviewers', 'Reviewers', 'usersDropdownMulti'],
  ['c_adminAccount', 'Admin account', 'appUserAccount'],
  ['c_otherNames', 'Other names', 'multiValueString'],
  // Old tenants have keys without a prefix.
  ['department', 'Department', 'dropdown', DEPARTMENTS],
  ['dpaUrl', 'DPA address', 'singleLine'],
];

const CONTRACT_FIELDS: readonly Sketch[] = [
  ['ccf_seats', 'Seats', 'number'],
  ['ccf_purchaseOrder', 'Purchase order', 'singleLine'],
  ['ccf_terms', 'Terms', 'multiLine'],
  ['ccf_noticeEmail', 'Address for notices', 'email'],
  ['ccf_setupFee', 'Set-up fee', 'currency'],
  ['ccf_paidWithCard', 'Paid with card', 'cardNumber'],
  ['ccf_signedOn', 'Signed on', 'datePicker'],
  ['c_isThereAnNdaSigned_1', 'Is there an NDA signed', 'dropdown', ['Yes', 'No']],
  ['ccf_regions', 'Regions', 'dropdownMulti', HOSTING],
  ['ccf_signer', 'Signed by', 'usersDropdown'],
  ['ccf_negotiator', 'Negotiated by', 'user'],
  ['ccf_isFramework', 'Framework contract', 'bool'],
  ['ccf_document', 'Document', 'fileUpload'],
  ['ccf_amends', 'Amends', 'contractsDropdownMulti'],
  ['ccf_informed', 'To be informed', 'usersDropdownMulti'],
  ['ccf_account', 'Account', 'appUserAccount'],
  ['ccf_references', 'References', 'multiValueString'],
];

const USER_FIELDS: readonly Sketch[] = [
  ['gsuite_floor', 'Floor', 'number'],
  ['gsuite_costCenter', 'Cost centre', 'singleLine'],
  ['gsuite_address', 'Address', 'multiLine'],
  ['gsuite_home_email', 'Private address', 'email'],
  ['hris_equipmentBudget', 'Equipment budget', 'currency'],
  ['hris_card', 'Company card', 'cardNumber'],
  ['hris_hiredOn', 'Hired on', 'datePicker'],
  ['gsuite_department', 'Department', 'dropdown', DEPARTMENTS],
  ['hris_offices', 'Offices', 'dropdownMulti', HOSTING],
  ['gsuite_manager', 'Manager', 'usersDropdown'],
  ['hris_partner', 'Personnel partner', 'user'],
  ['gsuite_isContractor', 'Contractor', 'bool'],
  ['hris_photo', 'Photo', 'fileUpload'],
  ['hris_contracts', 'Contracts', 'contractsDropdownMulti'],
  ['hris_reports', 'Reports', 'usersDropdownMulti'],
  ['okta_account', 'Account', 'appUserAccount'],
  ['okta_groups', 'Groups', 'multiValueString'],
];

function fields(
  sketches: readonly Sketch[],
  prefix: string,
  firstId: number,
  sourceIdApp: number | null,
): ToriiField[] {
  const made = sketches.map(([systemKey, name, type, options = []], i): ToriiField => ({
    id: firstId + i,
    name,
    systemKey,
    type,
    options: options.map((entry) => (typeof entry === 'string' ? { value: entry, label: entry } : entry)),
    isShown: true,
    isDeleted: false,
    sourceIdApp,
  }));
  const gone = { options: [], type: 'singleLine' as const, sourceIdApp };
  return [
    ...made,
    {
      ...gone,
      id: firstId + 90,
      name: 'Old code',
      systemKey: `${prefix}oldCode`,
      isShown: true,
      isDeleted: true,
    },
    {
      ...gone,
      id: firstId + 91,
      name: 'Secret',
      systemKey: `${prefix}secret`,
      isShown: false,
      isDeleted: false,
    },
  ];
}

export const appFields = (): ToriiField[] => fields(APP_FIELDS, 'c_', 1000, null);
export const contractFields = (): ToriiField[] => fields(CONTRACT_FIELDS, 'ccf_', 2000, null);
export const userFields = (): ToriiField[] => fields(USER_FIELDS, 'gsuite_', 3000, 1000);

/** What values may point to. */
export interface Surroundings {
  readonly random: RandomSource;
  readonly domain: string;
  readonly userId: () => number;
  readonly contractIds: readonly number[];
  /** A past day, as ISO time of its midnight. */
  readonly day: () => string;
}

/** The value of one field in the row with that number: a fifth is empty, the first rows are awkward. */
export function fieldValue(field: ToriiField, row: number, around: Surroundings): unknown {
  const { random } = around;
  if (field.type === 'singleLine' && row < HOSTILE_TEXTS.length) return HOSTILE_TEXTS[row];
  if (field.type === 'multiLine' && row < MULTI_LINE_SAMPLES.length) return MULTI_LINE_SAMPLES[row];
  if (random.chance(0.2)) return null;
  switch (field.type) {
    case 'number':
      return random.pick([0, 1, 12, 250, 0.5, -3, 1234567]);
    case 'singleLine':
      return `${field.name} ${random.between(1, 99)}`;
    case 'multiLine':
      return `Seen on floor ${random.between(1, 9)}.\nTo be asked again.`;
    case 'email':
      return `office${random.between(1, 400)}@${around.domain}`;
    case 'currency':
      return random.between(0, 400) * 2500 + random.pick([0, 0, 99, 50]);
    case 'cardNumber':
      return String(random.between(0, 9999)).padStart(4, '0');
    case 'datePicker':
      return around.day();
    case 'dropdown':
      return random.pick(field.options).value;
    case 'dropdownMulti':
      return field.options
        .filter((option) => option.isDeleted !== true && random.chance(0.5))
        .map((o) => o.value);
    case 'usersDropdown':
    case 'user':
      return around.userId();
    case 'usersDropdownMulti':
      return [...new Set([around.userId(), around.userId()])];
    case 'bool':
      return random.chance(0.5);
    case 'fileUpload':
      return { id: 7000 + row, fileName: `report-${row}.pdf` };
    case 'contractsDropdownMulti':
      return around.contractIds.length === 0 ? [] : [random.pick(around.contractIds)];
    case 'appUserAccount':
      return { id: 8000 + row, name: `account-${row}` };
    case 'multiValueString':
      return random.chance(0.5) ? ['alpha'] : ['alpha', 'beta, with comma', '00123'];
    case 'time':
      return around.day();
  }
}
