/** The apps of a seeded tenant: well-known products first, made-up ones when those run out, awkward ones near the top. */
import type { Usage } from '../../seed/usage';
import type { ToriiField } from '../field';
import { APP_ATTRIBUTES } from '../attributes';
import type { ToriiRecord } from '../record';
import {
  EMOJI_TEXT,
  HOSTILE_TEXTS,
  LINE_BREAK_TEXT,
  LONG_TEXT,
  RIGHT_TO_LEFT_TEXT,
} from '../../seed/awkward-texts';
import { fieldValue } from './custom-fields';
import type { Surroundings } from './custom-fields';
import { productRows } from '../../seed/product-rows';

const SPECIAL_DESCRIPTIONS = new Map([
  [11, LONG_TEXT],
  [12, EMOJI_TEXT],
  [13, RIGHT_TO_LEFT_TEXT],
  [14, LINE_BREAK_TEXT],
]);
/** An app of which nothing is known but its name. */
const EMPTY_ROW = 19;

const TAGS = ['DevOps', 'Human Resource', 'GDPR', 'Critical', 'Trial', 'Shadow IT'];
const SOURCES = ['okta', 'browserExtension', 'gsuite', 'expense', 'office365'];
const KEPT_WHEN_EMPTY = ['id', 'name', 'state', 'isHidden', 'isCustom', 'appOwners', 'sources'];

export function seededApps(
  count: number,
  firstId: number,
  fields: readonly ToriiField[],
  usage: Usage,
  around: Surroundings,
): ToriiRecord[] {
  const { random, day, userId } = around;
  const productRow = productRows(random);
  const states = APP_ATTRIBUTES.find((attribute) => attribute.key === 'state')?.options ?? [];
  const apps: ToriiRecord[] = [];
  for (let row = 0; row < count; row += 1) {
    const { name, product } = productRow(row);
    const owner = random.chance(0.15) ? null : userId();
    const others = Array.from({ length: random.between(0, 2) }, userId);
    const seen = day();
    const app: ToriiRecord = {
      id: firstId + row,
      name,
      primaryOwner: owner,
      appOwners: [...new Set(owner === null ? [] : [owner, ...others])],
      state: row % 3 === 0 ? 'discovered' : random.pick(states).value,
      category: product.category,
      url: `https://${product.domain}`,
      imageUrl: `https://logos.example/${product.domain}.png`,
      description: HOSTILE_TEXTS[row] ?? product.description,
      tags:
        row < HOSTILE_TEXTS.length
          ? HOSTILE_TEXTS[(row + 3) % HOSTILE_TEXTS.length]
          : tagsText(random.between(0, 3), row),
      score: random.between(0, 100) / 100,
      isCustom: product.vendor === '',
      addedBy: userId(),
      creationTime: day(),
      isHidden: random.chance(0.03),
      sources: SOURCES.filter(() => random.chance(0.4)),
      vendor: product.vendor === '' ? null : product.vendor,
      activeUsersCount: usage.activeUsers(row),
      // Clients have met both shapes.
      lastVisitTime: row % 5 === 4 ? null : row % 2 === 0 ? seen : Date.parse(seen) + 34_820_000,
    };
    for (const field of fields) app[field.systemKey] = fieldValue(field, row, around);
    const special = SPECIAL_DESCRIPTIONS.get(row);
    if (special !== undefined) app.description = special;
    if (row === EMPTY_ROW) empty(app);
    apps.push(app);
  }
  return apps;
}

function tagsText(count: number, row: number): string | null {
  if (count === 0) return null;
  return Array.from({ length: count }, (_, i) => TAGS[(row + i) % TAGS.length]).join(',');
}

function empty(app: ToriiRecord): void {
  for (const key of Object.keys(app)) if (!KEPT_WHEN_EMPTY.includes(key)) app[key] = null;
  app.appOwners = [];
  app.sources = [];
}
