/** Routes that list fields: `/…/fields` and `/…/metadata`. */
import { APP_ATTRIBUTES, CONTRACT_ATTRIBUTES, USER_ATTRIBUTES } from '../attributes';
import type { Attribute, FieldOption, ToriiField, ToriiType } from '../field';
import { flag, onlyParameters } from '../query/parameters';
import { get, ok } from '../route';
import type { Call, ToriiRoute } from '../route';

/**
 * Built-in fields and the organisation's own with their options; deleted and hidden ones are not listed.
 * https://developers.toriihq.com/reference/getappsfields
 */
function fieldsAnswer(call: Call, attributes: readonly Attribute[], custom: readonly ToriiField[]) {
  const withDeleted = flag(call.exchange.query, 'includeDeletedOptions');
  const own = custom.filter((field) => field.isShown && !field.isDeleted);
  const replaced = new Set(own.map((field) => field.systemKey));
  const builtIn = attributes
    .filter((attribute) => attribute.listed === true && !replaced.has(attribute.key))
    .map((attribute, i) => ({ ...attribute, id: i + 1, systemKey: attribute.key }));
  const rows = [...builtIn, ...own].map(({ id, name, systemKey, type, options = [] }) => ({
    id,
    name,
    systemKey,
    type,
    options: listedOptions(options, withDeleted),
  }));
  return ok({ fields: rows }, rows.length);
}

function listedOptions(options: readonly FieldOption[], withDeleted: boolean) {
  return options
    .filter((option) => withDeleted || option.isDeleted !== true)
    .map(({ value, label }) => ({ value, label }));
}

/**
 * No options here, and deleted fields too. https://developers.toriihq.com/reference/getappsmetadata
 * @param feature the page of Torii that shows them, where samples name one
 */
export function metadataAnswer(
  call: Call,
  attributes: readonly Attribute[],
  custom: readonly ToriiField[],
  feature?: string,
) {
  const q = (call.exchange.query.get('q') ?? '').toLowerCase();
  const asked = (name: string, key: string) =>
    name.toLowerCase().includes(q) || key.toLowerCase().includes(q);
  const predefinedFields = attributes
    .filter((attribute) => attribute.version !== '1.0' && asked(attribute.name, attribute.key))
    .map(({ name, key, type }) => ({
      name,
      systemKey: key,
      type: type === 'time' ? 'datePicker' : type,
      filterType: FILTER_TYPES[type],
      filterSystemKey: key,
      relatedFields: [],
      scopes: ['member'],
      ...(feature === undefined ? {} : { feature }),
    }));
  const customFields = custom
    .filter((field) => asked(field.name, field.systemKey))
    .map(({ id, systemKey, isShown, sourceIdApp, name, type, isDeleted }) => ({
      idField: id,
      systemKey,
      isShown,
      idOrg: call.tenant.data.org.id,
      sourceIdApp,
      name,
      type,
      isDeleted,
      relatedFields: [],
    }));
  return ok({ predefinedFields, customFields }, predefinedFields.length + customFields.length);
}

const FILTER_TYPES: Readonly<Record<ToriiType, string>> = {
  number: 'number',
  singleLine: 'text',
  multiLine: 'longText',
  email: 'text',
  currency: 'currency',
  cardNumber: 'text',
  datePicker: 'date',
  time: 'date',
  dropdown: 'dropdown',
  dropdownMulti: 'dropdownMulti',
  usersDropdown: 'user',
  user: 'user',
  usersDropdownMulti: 'userMulti',
  bool: 'bool',
  fileUpload: 'fileUpload',
  contractsDropdownMulti: 'contractsDropdownMulti',
  appUserAccount: 'appUserAccount',
  multiValueString: 'freeText',
};

/** The key is called `key`, there are no options, and deleted fields are listed as such. https://developers.toriihq.com/reference/getusersfields */
function userFieldsAnswer(call: Call) {
  onlyParameters(call.exchange, ['q']);
  const q = (call.exchange.query.get('q') ?? '').toLowerCase();
  const idOrg = call.tenant.data.org.id;
  const fields = call.tenant.data.userFields
    .filter((field) => field.isShown)
    .map(({ id, sourceIdApp, name, type, systemKey: key, isDeleted }) => {
      return { id, idOrg, sourceIdApp, name, type, key, isDeleted };
    })
    .filter(({ name, key }) => name.toLowerCase().includes(q) || key.toLowerCase().includes(q));
  return ok({ fields }, fields.length);
}

export const FIELD_LIST_ROUTES: readonly ToriiRoute[] = [
  get('/apps/fields', (call) => {
    onlyParameters(call.exchange, ['includeDeletedOptions']);
    return fieldsAnswer(call, APP_ATTRIBUTES, call.tenant.data.appFields);
  }),
  get('/contracts/fields', (call) => {
    onlyParameters(call.exchange, []);
    return fieldsAnswer(call, CONTRACT_ATTRIBUTES, call.tenant.data.contractFields);
  }),
  get('/users/fields', userFieldsAnswer),
  get('/apps/metadata', (call) => {
    onlyParameters(call.exchange, ['q']);
    return metadataAnswer(call, APP_ATTRIBUTES, call.tenant.data.appFields, 'page.applications');
  }),
  get('/contracts/metadata', (call) => {
    onlyParameters(call.exchange, ['q']);
    return metadataAnswer(call, CONTRACT_ATTRIBUTES, call.tenant.data.contractFields);
  }),
  get('/users/metadata', (call) => {
    onlyParameters(call.exchange, ['q']);
    return metadataAnswer(call, USER_ATTRIBUTES, call.tenant.data.userFields, 'page.users');
  }),
];
