/** Copies of whole tabs. */
import { copyContent, Formula } from './content';
import { Filter } from './filter';
import type { Region } from './region';
import type { Sheet } from './sheet';
import type { ValidationRule } from './validation';
import { Protection } from './protection';
import type { MetadataPlace } from './metadata';

/**
 * Turns tabs and places of the original into those of the copy. Tabs that are not copied stand for themselves,
 * so that a duplicated tab's references to other tabs stay.
 */
export class CopyMap {
  readonly #sheets = new Map<Sheet, Sheet>();
  readonly #regions = new Map<Region, Region>();
  readonly #rules = new Map<ValidationRule, ValidationRule>();

  pair(from: Sheet, to: Sheet): void {
    this.#sheets.set(from, to);
    for (const region of from.regions) {
      const { rect } = region;
      if (rect !== null) this.#regions.set(region, to.track(rect, region.open));
    }
  }

  sheet(sheet: Sheet): Sheet {
    return this.#sheets.get(sheet) ?? sheet;
  }

  region(region: Region): Region {
    return this.#regions.get(region) ?? region;
  }

  rule(rule: ValidationRule): ValidationRule {
    if (rule.source === undefined) return rule;
    const known = this.#rules.get(rule);
    if (known !== undefined) return known;
    const copy = {
      ...rule,
      source: { sheet: this.sheet(rule.source.sheet), region: this.region(rule.source.region) },
    };
    this.#rules.set(rule, copy);
    return copy;
  }

  place(place: MetadataPlace): MetadataPlace {
    if (place.type === 'SPREADSHEET') return place;
    const sheet = this.sheet(place.sheet);
    return place.type === 'SHEET'
      ? { type: 'SHEET', sheet }
      : { type: place.type, sheet, region: this.region(place.region) };
  }
}

/** Fills an empty tab with everything of another. The map must know the pair already. */
export function copySheet(from: Sheet, to: Sheet, map: CopyMap): void {
  const whole = { row: 1, column: 1, ...from.contents.extent() };
  to.rowAxis = from.rowAxis.clone();
  to.columnAxis = from.columnAxis.clone();
  to.place(
    { row: whole.row, column: whole.column, rows: whole.rows, columns: whole.columns },
    (row, column) => {
      const content = from.contents.get(row, column);
      return content instanceof Formula ? copyContent(content) : content;
    },
  );
  for (const [row, column, style] of from.styles.entries()) to.styles.set(row, column, style);
  for (const [row, column, note] of from.noteTexts.entries()) to.noteTexts.set(row, column, note);
  for (const [row, column, rule] of from.rules.entries()) to.rules.set(row, column, map.rule(rule));
  to.frozenRows = from.frozenRows;
  to.frozenColumns = from.frozenColumns;
  to.tabColor = from.tabColor;
  to.hiddenGridlines = from.hiddenGridlines;
  to.rightToLeft = from.rightToLeft;
  to.merges = from.merges.map((merge) => map.region(merge));
  to.conditionalFormats = from.conditionalFormats.map((rule) => ({
    ...rule,
    regions: rule.regions.map((region) => map.region(region)),
  }));
  to.charts = from.charts.map((chart) => ({
    ...chart,
    ranges: chart.ranges.map(({ sheet, region }) => ({
      sheet: map.sheet(sheet),
      region: map.region(region),
    })),
  }));
  if (from.filter !== null) {
    to.filter = new Filter(to, map.region(from.filter.region));
    for (const { column, criteria } of from.filter.columns()) to.filter.setCriteria(column, criteria);
  }
}

export function copyProtection(protection: Protection, map: CopyMap): Protection {
  const copy = new Protection(
    map.sheet(protection.sheet),
    protection.region === null ? null : map.region(protection.region),
  );
  copy.description = protection.description;
  copy.warningOnly = protection.warningOnly;
  copy.editors = protection.editors === null ? null : new Set(protection.editors);
  copy.domainEdit = protection.domainEdit;
  copy.unprotected = protection.unprotected.map((region) => map.region(region));
  copy.rangeName = protection.rangeName;
  return copy;
}
