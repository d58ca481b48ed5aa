/** `/apps`: the list, one app, and changes to it. */
import { jsonObject } from '../../http/exchange';
import type { KnownField } from '../field';
import { licencesOf } from '../licences';
import { chosenFields, listAnswer } from '../query/list';
import { flag, onlyParameters } from '../query/parameters';
import type { ToriiRecord } from '../record';
import { get, named, ok } from '../route';
import type { Call, ToriiRoute } from '../route';
import { shownRecord } from '../shown-value';
import { minorUnits, patchFrom } from '../written-value';

const SEARCHED = ['name', 'url', 'category', 'description', 'tags', 'vendor'];

function shownApp(call: Call) {
  const withLicences = flag(call.exchange.query, 'includeLicenses');
  return (fields: readonly KnownField[], app: ToriiRecord) => ({
    ...shownRecord(fields, app, call),
    ...(withLicences ? { licenses: licencesOf(app, call.tenant) } : {}),
  });
}

function list(call: Call) {
  const rules = {
    resource: 'apps' as const,
    catalog: call.tenant.catalog('apps', call.version),
    searched: SEARCHED,
    parameters: { includeLicenses: () => undefined },
    paged: call.version === '1.1',
    unordered: false,
  };
  return listAnswer(call, rules, shownApp(call));
}

function one(call: Call) {
  onlyParameters(call.exchange, ['fields', 'includeLicenses']);
  const app = named(call, 'apps', 'idApp');
  const fields = chosenFields(call.exchange.query, call.tenant.catalog('apps', call.version));
  return ok({ app: shownApp(call)(fields, app) });
}

/**
 * Flat keys; `owner` is the old name of `primaryOwner`. Answers with all fields of the app, the state as its key.
 * https://developers.toriihq.com/reference/putappsidapp
 */
function update(call: Call) {
  const app = named(call, 'apps', 'idApp');
  const { owner, ...body } = jsonObject(call.exchange);
  if (owner !== undefined) body.primaryOwner ??= owner;
  const catalog = call.tenant.catalog('apps', call.version);
  const patch = patchFrom(body, catalog, call.tenant, (field, value) => ({
    [field.stored]: minorUnits(field, value),
  }));
  call.tenant.change(app, patch);
  return ok({ app: { ...shownRecord(catalog.all(), app, call), state: app.state ?? null } });
}

export const APP_ROUTES: readonly ToriiRoute[] = [
  get('/apps', list),
  get('/apps/{idApp}', one),
  { method: 'PUT', path: '/apps/{idApp}', handler: update },
];
