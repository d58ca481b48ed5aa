/** `/apps`: the list, one app, changes to it, and its users. */
import { Refusal, jsonObject } from '../../http/exchange';
import { fingerprint } from '../../http/page-cursor';
import { compare } from '../../records/comparison';
import type { KnownField } from '../field';
import { licencesOf } from '../licences';
import { chosenFields, envelope, listAnswer, onlyParameters, pageSize, searchTest } from '../query/list';
import type { AppUse, ToriiRecord } from '../record';
import { get, named, ok } from '../route';
import type { Call, ToriiRoute } from '../route';
import { shownRecord } from '../shown-value';
import { minorUnits, patchFrom } from '../written-value';

const SEARCHED = ['name', 'url', 'category', 'description', 'tags', 'vendor'];

function shownApp(call: Call) {
  const withLicences = call.exchange.query.get('includeLicenses') === 'true';
  return (fields: readonly KnownField[], app: ToriiRecord) => ({
    ...shownRecord(fields, app, call),
    ...(withLicences ? { licenses: licencesOf(app, call.tenant.data.org.currency) } : {}),
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

/** The person's row, by `idUser`. https://developers.toriihq.com/reference/getappsidappusers */
function userRow(use: AppUse, user: ToriiRecord, app: ToriiRecord): ToriiRecord {
  return {
    id: use.idUser,
    idUser: use.idUser,
    email: user.email ?? null,
    firstName: user.firstName ?? null,
    lastName: user.lastName ?? null,
    fullName: [user.firstName, user.lastName].filter(Boolean).join(' '),
    appName: app.name,
    status: use.status,
    role: use.role,
    externalStatus: use.externalStatus,
    idExternalUser: String(use.idUser),
    sources: ['okta'],
    score: 1,
    creationTime: use.creationTime,
    lastVisitTime: use.lastVisitTime,
    creationTimeInApp: use.creationTime,
    identitySourcesDeletionTime: null,
    isExternal: user.isExternal ?? false,
    isDeletedInIdentitySources: user.isDeletedInIdentitySources ?? false,
    isUserRemovedFromApp: use.isUserRemovedFromApp,
    isOwnerNotifiedToRemoveUser: false,
    isNewUserInApp: false,
    isOffboardingIgnored: false,
    isSupportLastVisit: true,
    ignoreAccount: false,
    numberOfInactiveLicenses: 0,
    licenses: [],
    photoUrl: user.photoUrl ?? null,
    appAccountName: String(app.name),
    idAppAccount: app.id,
    lifecycleStatus: user.lifecycleStatus ?? 'active',
    annualCost: use.annualCost,
    annualCostConverted: use.annualCost,
  };
}

const USER_STATUSES = ['deleted', 'active', 'managed'];

function users(call: Call) {
  onlyParameters(call.exchange, ['sort', 'q', 'qFields', 'status', 'size', 'cursor']);
  const { query } = call.exchange;
  const app = named(call, 'apps', 'idApp');
  const status = query.get('status');
  if (status !== null && !USER_STATUSES.includes(status)) {
    throw new Refusal(400, `"status" must be one of [${USER_STATUSES.join(', ')}]`);
  }
  const search = searchTest(
    query.get('q'),
    query.get('qFields')?.split(',') ?? ['email', 'fullName', 'role'],
  );
  const page = call.lists.page({
    source: call.tenant.data.users,
    revision: call.tenant.revision,
    query: fingerprint(call.exchange.path, query, ['cursor']),
    cursor: query.get('cursor'),
    size: pageSize(query),
    repeatCursor: call.exchange.repeatCursor,
    order: () => {
      const rows = call.tenant.uses.ofApp(app.id).flatMap((use) => {
        const user = call.tenant.find('users', use.idUser);
        return user === undefined ? [] : [userRow(use, user, app)];
      });
      const kept = rows.filter(
        (row) => (status === null || row.status === status) && (search?.(row) ?? true),
      );
      return sortedRows(kept, query.get('sort'));
    },
  });
  const rows = page.rows.map(({ id: _id, ...row }) => row);
  return ok({ users: rows, ...envelope(page, call.options) }, rows.length);
}

function sortedRows(rows: ToriiRecord[], sort: string | null): ToriiRecord[] {
  if (sort === null || sort === '') return rows;
  const keys = sort.split(',').map((part) => part.trim().split(':'));
  for (const [key = ''] of keys) {
    if (rows[0] !== undefined && !(key in rows[0]))
      throw new Refusal(400, `Cannot sort by unknown field "${key}"`);
  }
  return rows.sort((a, b) => {
    for (const [key = '', direction] of keys) {
      const difference = compare(plain(a[key]), plain(b[key]));
      if (difference !== 0) return direction === 'desc' ? -difference : difference;
    }
    return 0;
  });
}

const plain = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? value : null);

export const APP_ROUTES: readonly ToriiRoute[] = [
  get('/apps', list),
  get('/apps/{idApp}', one),
  { method: 'PUT', path: '/apps/{idApp}', handler: update },
  get('/apps/{idApp}/users', users),
];
