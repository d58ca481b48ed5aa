/** The organisation and its custom fields: documented calls at guessed paths, which the options may move or take away. */
import type { ZluriOptions } from '../options';
import type { CustomField } from '../record';
import { ok, route, single } from '../route';
import type { Call, ZluriRoute } from '../route';

/** Keys inferred from what the page says is in it. https://developers.zluri.com/reference/getorgdetails-1 */
function details(call: Call) {
  const { owner_id: ownerId, ...org } = call.tenant.data.org;
  const owner = call.tenant.find('users', ownerId);
  const { user_id, user_name, user_email } = owner ?? {};
  return single(call, { ...org, owner: owner === undefined ? null : { user_id, user_name, user_email } });
}

/** Groups are documented, those without fields are empty. https://help.zluri.com/reference/getorgcustomfields-1 */
function customFields(call: Call) {
  const { userFields, appFields, contractFields } = call.tenant.data;
  return ok({
    users: userFields.map(shown),
    applications: appFields.map(shown),
    vendors: [],
    contracts: contractFields.map(shown),
    departments: [],
    request_licenses: [],
    transactions: [],
  });
}

function shown({ field_options: options, ...field }: CustomField) {
  return field.field_type === 'select' ? { ...field, field_options: options ?? [] } : field;
}

export function organisationRoutes(options: ZluriOptions): readonly ZluriRoute[] {
  const { organisationPath, customFieldsPath } = options;
  return [
    ...(organisationPath === null ? [] : [route(`GET ${organisationPath}`, 'organisation', details)]),
    ...(customFieldsPath === null ? [] : [route(`GET ${customFieldsPath}`, 'organisation', customFields)]),
  ];
}
