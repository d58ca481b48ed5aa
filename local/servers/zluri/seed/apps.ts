/** The apps of a seeded tenant, awkward ones near the top. */
import { EMOJI_TEXT, HOSTILE_TEXTS, LINE_BREAK_TEXT, RIGHT_TO_LEFT_TEXT } from '../../seed/awkward-texts';
import { productRows } from '../../seed/product-rows';
import type { Usage } from '../../seed/usage';
import { APP_TYPES, AUTHORIZATION_STATUSES } from '../filter-fields';
import { objectId } from '../object-id';
import type { CustomField, ZluriRecord } from '../record';
import { customValues } from './custom-fields';
import { SOURCES } from './surroundings';
import type { Surroundings } from './surroundings';

/** Tags that hold what a spreadsheet would change or a comma would cut. */
const TAGS = [
  'tier-1',
  'GDPR',
  'finance, internal',
  'trial',
  EMOJI_TEXT,
  RIGHT_TO_LEFT_TEXT,
  LINE_BREAK_TEXT,
];
/** An app of which nothing is known but its name. */
const EMPTY_ROW = 19;
const KEPT_WHEN_EMPTY = ['app_id', 'app_name', 'app_status', 'app_type', 'app_archive', 'app_is_custom'];

export function seededApps(
  count: number,
  fields: readonly CustomField[],
  usage: Usage,
  around: Surroundings,
): ZluriRecord[] {
  const { random, day, userId } = around;
  const productRow = productRows(random);
  const owner = (missing: number) => (random.chance(missing) ? null : userId());
  const apps: ZluriRecord[] = [];
  for (let row = 0; row < count; row += 1) {
    const { name, product } = productRow(row);
    const sources = SOURCES.filter(() => random.chance(0.4));
    const users = usage.activeUsers(row);
    const app: ZluriRecord = {
      app_id: objectId('app', row),
      app_name: name,
      app_status: random.chance(0.9) ? 'active' : 'inactive',
      app_type: random.chance(0.9) ? 'application' : random.pick(APP_TYPES),
      app_authorization_status: random.pick(AUTHORIZATION_STATUSES),
      app_category: product.category,
      app_sub_category: null,
      app_owner_id: owner(0.15),
      app_technical_owner_id: owner(0.4),
      app_financial_owner_id: owner(0.4),
      app_archive: row > 3 && random.chance(0.04),
      app_is_custom: product.vendor === '',
      app_chargeback: random.pick(['active users', 'licenses', null]),
      app_tags: row < HOSTILE_TEXTS.length ? [HOSTILE_TEXTS[row]] : TAGS.filter(() => random.chance(0.2)),
      app_budget: random.chance(0.5) ? null : random.between(1, 400) * 250,
      app_discovered: day(),
      app_last_used: row % 5 === 4 ? null : day(),
      app_usage: random.between(0, 100),
      app_threat_level: random.between(0, 5),
      source_array: sources,
      primary_source_array: sources.slice(0, 1),
      sso_source_array: sources.filter((entry) => entry.keyword === 'okta'),
      agent_source_array: [],
      app_logo_present: random.chance(0.8),
      app_user_count: users,
      app_active_contracts: random.between(0, 2),
      app_spend: random.chance(0.2) ? null : users * random.between(1, 90) + random.pick([0, 0.5, 0.99]),
      app_next_renewal_date: null,
      app_link: `https://${product.domain}`,
      custom_fields: customValues(fields, row, around),
    };
    if (row === EMPTY_ROW) empty(app);
    apps.push(app);
  }
  return apps;
}

function empty(app: ZluriRecord): void {
  for (const [key, value] of Object.entries(app)) {
    if (!KEPT_WHEN_EMPTY.includes(key)) app[key] = Array.isArray(value) ? [] : null;
  }
}
