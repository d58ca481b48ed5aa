/** Which column fills which field, by what the headers say and never by where the columns stand. */
import { columnNumber } from '../table/a1';
import type { Mapping } from './choices';
import { headerCore, normalHeader } from './headers';
import { isAddress, plainAddress } from './reading/email';
import type { UploadSheet } from './sheet';
import type { UploadField, UploadTarget } from './target';
import type { UploadTemplate } from './template';

export interface Matching {
  readonly mapping: Mapping;
  /** Names of the columns that no field takes. */
  readonly unmatched: readonly string[];
  /** Keys of the required fields that no column fills. */
  readonly missing: readonly string[];
}

/** A field that a column could fill; a lower tier and rank tell more. */
interface Claim {
  readonly field: UploadField;
  readonly column: number;
  readonly tier: number;
  /** Place of the header among those that the field may have. */
  readonly rank: number;
  /** Whether the template says that this column is for this field, whatever else it is for. */
  readonly shared: boolean;
  readonly every: boolean;
}

/** How much a header tells: a template's own, a field's own, and either with words around it that say nothing. */
const TEMPLATE = 0;
const FIELD = 1;
const PART = 2;

/** Share of a column's cells that hold addresses where the header does not say so. */
const MOSTLY = 0.8;
const LOOKED_AT = 200;

/** The columns that `target`'s fields are filled from. Each column serves one field, unless the template lists its header for several. */
export function matchColumns(
  sheet: UploadSheet,
  target: UploadTarget,
  template: UploadTemplate | null,
): Matching {
  const place = new Map(target.fields.map((field, at) => [field, at]));
  const claims = target.fields
    .flatMap((field) => claimsOf(field, sheet, template))
    .sort(
      (one, other) =>
        one.tier - other.tier ||
        Number(other.field.required) - Number(one.field.required) ||
        one.rank - other.rank ||
        (place.get(one.field) ?? 0) - (place.get(other.field) ?? 0) ||
        one.column - other.column,
    );
  const found = new Map<string, number[]>();
  const taken = new Set<number>();
  const settle = (those: readonly Claim[]): void => {
    for (const { field, column, shared, every } of those) {
      const has = found.get(field.key);
      if ((has && !every) || has?.includes(column) || (taken.has(column) && !shared)) continue;
      found.set(field.key, [...(has ?? []), column]);
      taken.add(column);
    }
  };
  settle(claims.filter(({ tier, field }) => tier < PART || field.required));
  guessAddresses(sheet, target, found, taken);
  settle(claims);
  return {
    mapping: Object.fromEntries(
      target.fields.flatMap(({ key }) => {
        const [first, ...more] = (found.get(key) ?? []).map((column) => sheet.columns[column] ?? '');
        return first === undefined ? [] : [[key, more.length === 0 ? first : [first, ...more]]];
      }),
    ),
    unmatched: sheet.columns.filter((_, column) => !taken.has(column)),
    missing: target.fields
      .filter(
        ({ key, required, meaning, fallback }) =>
          required &&
          !found.has(key) &&
          !(fallback !== undefined && found.has(fallback)) &&
          template?.constants[meaning] === undefined,
      )
      .map(({ key }) => key),
  };
}

function claimsOf(field: UploadField, sheet: UploadSheet, template: UploadTemplate | null): Claim[] {
  const column = template?.columns.find(({ meaning }) => meaning === field.meaning);
  const told = column?.headers ?? [];
  const own = [field.label, field.key, ...field.aliases];
  const every = column?.every === true;
  const unused = new Set(template?.unused?.map(normalHeader));
  const ranked = (headers: readonly string[], form: (text: string) => string): Map<string, number> =>
    new Map(headers.map((header, rank) => [form(header), rank] as const).reverse());
  const forms = [
    { tier: TEMPLATE, form: normalHeader, ranks: ranked(told, normalHeader), shared: true, every },
    { tier: FIELD, form: normalHeader, ranks: ranked(own, normalHeader), shared: false, every: false },
    { tier: PART, form: headerCore, ranks: ranked(told, headerCore), shared: true, every },
    { tier: PART, form: headerCore, ranks: ranked(own, headerCore), shared: false, every: false },
  ];
  return forms.flatMap(({ tier, form, ranks, shared, every: all }) =>
    sheet.headers.flatMap((header, at) => {
      const name = form(header);
      const rank = name === '' ? undefined : ranks.get(name);
      return rank === undefined || unused.has(normalHeader(header))
        ? []
        : [{ field, column: at, tier, rank, shared, every: all }];
    }),
  );
}

/** Where no header says which column holds the addresses, the only one that mostly does is taken. */
function guessAddresses(
  sheet: UploadSheet,
  target: UploadTarget,
  found: Map<string, number[]>,
  taken: Set<number>,
): void {
  const field = target.fields.find(({ type, required }) => type === 'email' && required);
  if (!field || found.has(field.key)) return;
  const columns = sheet.columns.flatMap((_, at) => (!taken.has(at) && holdsAddresses(sheet, at) ? [at] : []));
  const [only] = columns;
  if (only === undefined || columns.length > 1) return;
  found.set(field.key, [only]);
  taken.add(only);
}

function holdsAddresses({ rows }: UploadSheet, column: number): boolean {
  const filled = rows
    .slice(0, LOOKED_AT)
    .map(({ cells }) => cells[column] ?? '')
    .filter((cell) => cell !== '');
  const held = filled.filter((cell) => typeof cell === 'string' && isAddress(plainAddress(cell)));
  return held.length > 0 && held.length >= filled.length * MOSTLY;
}

/** Place of the column, from 0, that is called so, has a header spelt in another way, or that letter; -1 where none is. */
export function columnIndex(sheet: UploadSheet, name: string): number {
  const exact = sheet.columns.indexOf(name);
  if (exact >= 0) return exact;
  const plain = normalHeader(name);
  const spelt = plain === '' ? -1 : sheet.headers.findIndex((header) => normalHeader(header) === plain);
  if (spelt >= 0) return spelt;
  const [, letters] = /^(?:column )?([a-z]{1,3})$/i.exec(name.trim()) ?? [];
  const at = letters === undefined ? -1 : columnNumber(letters) - 1;
  return at < sheet.columns.length ? at : -1;
}
