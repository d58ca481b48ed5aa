/** Apps: the list, one app, a new one, and changes. */
import type { Answer } from '../../http/exchange';
import { WrongValue } from '../error-body';
import { APP_STATUSES, APP_TYPES } from '../filter-fields';
import { listAnswer } from '../query/list';
import type { ZluriRecord } from '../record';
import { GUESSED_WRITE_ANSWER, bodyOf, created, named, ok, route, single } from '../route';
import type { Call, ZluriRoute } from '../route';
import { shownRecord } from '../shown-record';
import { demandKeys, patchFrom } from '../written-value';
import type { WritableFields } from '../written-value';

/** Inferred from POST /v2/users and POST /v2/contracts. https://developers.zluri.com/reference/listapplications */
const INFERRED_LIST = 'POST /v2/applications';
/** Inferred from the PATCH path. https://developers.zluri.com/reference/getapplicationdetail */
const INFERRED_ONE = 'GET /v2/application/{app_id}';

/** https://developers.zluri.com/reference/addapplication */
const ADDABLE: WritableFields = {
  app_name: { type: 'text' },
  app_type: { type: 'enum', values: APP_TYPES },
  app_status: { type: 'enum', values: APP_STATUSES },
  app_owner_id: { type: 'user' },
  app_technical_owner_id: { type: 'user' },
  app_financial_owner_id: { type: 'user' },
  app_tags: { type: 'texts' },
  app_custom_fields: { type: 'custom', stores: 'custom_fields' },
};

/** https://developers.zluri.com/reference/updateapplication */
const CHANGEABLE: WritableFields = {
  ...ADDABLE,
  app_budget: { type: 'number' },
  archive: { type: 'boolean', stores: 'app_archive' },
};

function list(call: Call): Answer {
  return listAnswer(call, {
    listed: 'apps',
    source: call.tenant.data.apps,
    searched: ['app_name'],
    archive: 'app_archive',
  });
}

function one(call: Call): Answer {
  return single(call, shownRecord('apps', named(call, 'apps', 'app_id'), call));
}

function scope(call: Call) {
  return { tenant: call.tenant, options: call.options, definitions: call.tenant.data.appFields };
}

/** Names are unique in the organisation. https://developers.zluri.com/reference/addapplication */
function add(call: Call): Answer {
  const body = bodyOf(call.exchange);
  demandKeys(body, 'app_name');
  const { tenant } = call;
  const app: ZluriRecord = {
    app_id: tenant.nextId('apps'),
    app_type: 'application',
    app_status: 'active',
    app_archive: false,
    // Assumed of what nobody's integration has found.
    app_is_custom: true,
    app_authorization_status: 'needs review',
    app_discovered: new Date(call.now).toISOString(),
    app_tags: [],
    source_array: [{ keyword: 'manual' }],
    custom_fields: [],
  };
  Object.assign(app, patchFrom(body, ADDABLE, app, scope(call)));
  if (tenant.data.apps.some((other) => other.app_name === app.app_name)) {
    throw new WrongValue('app_name', 'There is an application of this name already');
  }
  tenant.add('apps', app);
  return created(call, shownRecord('apps', app, call));
}

function update(call: Call): Answer {
  const app = named(call, 'apps', 'app_id');
  call.tenant.change(app, patchFrom(bodyOf(call.exchange), CHANGEABLE, app, scope(call)));
  return ok(GUESSED_WRITE_ANSWER);
}

export const APP_ROUTES: readonly ZluriRoute[] = [
  route(INFERRED_LIST, 'apps', list),
  route(INFERRED_ONE, 'apps', one),
  route('POST /v2/add-application', 'apps', add),
  route('PATCH /v2/application/{app_id}', 'apps', update),
];
