/** Torii's catalogue, and apps that are added: from it, or of the organisation's own making. */
import { Refusal, jsonObject } from '../../http/exchange';
import { PRODUCTS } from '../../seed/products';
import { searchTest } from '../query/list';
import { onlyParameters, wholeNumber } from '../query/parameters';
import type { ToriiRecord } from '../record';
import { get, ok, post } from '../route';
import type { Call, ToriiRoute } from '../route';
import { patchFrom } from '../written-value';

const FOUND_AT_MOST = 50;
const FOUND_USUALLY = 5;
/** Above those of all apps that a seeded tenant has. */
const FIRST_CATALOGUE_ID = 900_000;
/** https://developers.toriihq.com/reference/postappscustom */
const WRITABLE = ['name', 'state', 'url', 'category', 'description', 'tags'];

/** Every product, under the id of the tenant's app of its name where there is one, and the tenant's other apps. */
function catalogue({ tenant }: Call): ToriiRecord[] {
  const { apps } = tenant.data;
  const names = new Set(apps.map((app) => app.name));
  const products = PRODUCTS.map(({ name, category, domain, description }, i): ToriiRecord => {
    const imageUrl = `https://logos.example/${domain}.png`;
    return { id: FIRST_CATALOGUE_ID + i, name, category, url: `https://${domain}`, imageUrl, description };
  });
  return [
    ...apps.filter((app) => app.isCustom !== true),
    ...products.filter((product) => !names.has(product.name)),
  ];
}

/** https://developers.toriihq.com/reference/getappssearch */
function search(call: Call) {
  const { query } = call.exchange;
  onlyParameters(call.exchange, ['q', 'limit']);
  const limit = wholeNumber(query, 'limit', { low: 1, high: FOUND_AT_MOST, unsent: FOUND_USUALLY });
  const test = searchTest(query.get('q'), ['name']);
  if (test === undefined) throw new Refusal(400, '"q" is required');
  const found = catalogue(call).filter(test).slice(0, limit);
  const apps = found.map(({ id, name, category = '', imageUrl = '', url = '', isHidden }) => ({
    ...{ id, name, category, imageUrl, url },
    ...(isHidden === undefined ? {} : { isHidden }),
  }));
  return ok({ apps }, apps.length);
}

/** Adding one that is there already changes nothing: assumed. https://developers.toriihq.com/reference/postapps */
function addKnown(call: Call) {
  const { idApp, ...others } = jsonObject(call.exchange);
  const [other] = Object.keys(others);
  if (other !== undefined) throw new Refusal(400, `"${other}" is not allowed`);
  if (!Number.isInteger(idApp)) throw new Refusal(400, '"idApp" is required and must be an integer');
  const known = catalogue(call).find((app) => app.id === idApp);
  if (known === undefined) throw new Refusal(404, `There is no app ${String(idApp)} in the catalogue`);
  return appAnswer(call.tenant.find('apps', known.id) ?? added(call, { ...known, isCustom: false }));
}

/** None of the keys is marked as required; without a name it is refused here. https://developers.toriihq.com/reference/postappscustom */
function addCustom(call: Call) {
  const body = jsonObject(call.exchange);
  const other = Object.keys(body).find((key) => !WRITABLE.includes(key));
  if (other !== undefined) throw new Refusal(400, `"${other}" is not allowed`);
  const { name } = body;
  if (typeof name !== 'string' || name.trim() === '') throw new Refusal(400, '"name" is required');
  const { tenant, version } = call;
  const catalog = tenant.catalog('apps', version);
  const patch = patchFrom(body, catalog, tenant, (field, value) => ({ [field.stored]: value }));
  return appAnswer(added(call, { id: tenant.nextId('apps'), isCustom: true, ...patch }));
}

function added({ tenant, now }: Call, app: ToriiRecord): ToriiRecord {
  const whole: ToriiRecord = {
    isHidden: false,
    state: 'discovered',
    appOwners: [],
    sources: [],
    activeUsersCount: 0,
    addedBy: tenant.keyOwner,
    creationTime: new Date(now).toISOString(),
    ...app,
  };
  tenant.add('apps', whole);
  return whole;
}

/** https://developers.toriihq.com/reference/postappscustom */
function appAnswer(app: ToriiRecord) {
  const { id, isHidden = false, name, state, url, category, description, tags } = app;
  const texts = { url, category, description, tags };
  const shown = Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, value ?? null]));
  return ok({ app: { id, isHidden, name, state, ...shown } });
}

export const NEW_APP_ROUTES: readonly ToriiRoute[] = [
  get('/apps/search', search),
  post('/apps', addKnown),
  post('/apps/custom', addCustom),
];
