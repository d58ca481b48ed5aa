/** Sheet, whole: on top of its cells and lines, what else hangs on a tab. */
import type { EnumValue } from '../../service-object';
import { Protection as Guard } from '../../workbook/protection';
import { demand, flag, instance, list, oneOf, orNull, text } from './arguments';
import { EmbeddedChart, newChart, type EmbeddedChartBuilder } from './chart';
import { chartsOn, placeChart, removeChart } from './chart-placement';
import { colorText } from './color';
import { ConditionalFormatRule, formatOf } from './conditional-format';
import { ProtectionType } from './enums';
import { Filter } from './filter';
import {
  addMetadata,
  finderForSheet,
  metadataAt,
  type DeveloperMetadata,
  type DeveloperMetadataFinder,
} from './metadata';
import { NamedRange } from './named-range';
import { Protection } from './protection';
import { tabOf } from './sheet-cells';
import { SheetLines } from './sheet-lines';
import type { Spreadsheet } from './spreadsheet';

/** https://developers.google.com/apps-script/reference/spreadsheet/sheet */
export class Sheet extends SheetLines {
  hideSheet(): this {
    tabOf(this).tab.hidden = true;
    return this;
  }

  showSheet(): this {
    tabOf(this).tab.hidden = false;
    return this;
  }

  isSheetHidden(): boolean {
    return tabOf(this).tab.hidden;
  }

  getTabColor(): string | null {
    return tabOf(this).tab.tabColor;
  }

  setTabColor(color: string | null): this {
    demand('Sheet.setTabColor', [color], [orNull(text)]);
    const { tab } = tabOf(this);
    tab.tabColor = color === null ? null : colorText(color);
    tab.workbook.touch();
    return this;
  }

  hasHiddenGridlines(): boolean {
    return tabOf(this).tab.hiddenGridlines;
  }

  setHiddenGridlines(hideGridlines: boolean): this {
    demand('Sheet.setHiddenGridlines', [hideGridlines], [flag]);
    const { tab } = tabOf(this);
    tab.hiddenGridlines = hideGridlines;
    tab.workbook.touch();
    return this;
  }

  isRightToLeft(): boolean {
    return tabOf(this).tab.rightToLeft;
  }

  setRightToLeft(rightToLeft: boolean): this {
    demand('Sheet.setRightToLeft', [rightToLeft], [flag]);
    const { tab } = tabOf(this);
    tab.rightToLeft = rightToLeft;
    tab.workbook.touch();
    return this;
  }

  /** A copy at the end of the same file; other files are out of reach. */
  copyTo(spreadsheet: Spreadsheet): Sheet {
    const { session, tab } = tabOf(this);
    const isHere = (value: unknown): boolean =>
      typeof value === 'object' &&
      value !== null &&
      'getId' in value &&
      spreadsheet.getId() === tab.workbook.id;
    demand('Sheet.copyTo', [spreadsheet], [isHere]);
    const copy = tab.workbook.duplicateSheet(tab, undefined, tab.workbook.sheets().length);
    return session.sheet(copy);
  }

  /** The protection of the whole tab; it does nothing until its list of editors is changed. */
  protect(): Protection {
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    const { workbook } = session;
    const known = workbook.protections.find((guard) => guard.sheet === tab && guard.region === null);
    if (known !== undefined) return new Protection(session, known);
    const guard = new Guard(tab, null);
    workbook.protections = [...workbook.protections, guard];
    return new Protection(session, guard);
  }

  getProtections(type: EnumValue): Protection[] {
    demand('Sheet.getProtections', [type], [oneOf(ProtectionType)]);
    const { session, tab } = tabOf(this);
    return session.workbook.protections
      .filter((guard) => guard.sheet === tab && (guard.region === null) === (type.name === 'SHEET'))
      .map((guard) => new Protection(session, guard));
  }

  getFilter(): Filter | null {
    const { session, tab } = tabOf(this);
    return tab.filter === null ? null : new Filter(session, tab.filter);
  }

  getNamedRanges(): NamedRange[] {
    const { session, tab } = tabOf(this);
    return session.workbook.namedRanges
      .filter((range) => range.sheet === tab)
      .map((range) => new NamedRange(session, range));
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    const { session, tab } = tabOf(this);
    return tab.conditionalFormats.map((format) => new ConditionalFormatRule(session, { ...format, tab }));
  }

  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    const isRules = (value: unknown): boolean => list(value) && rules.every(instance(ConditionalFormatRule));
    demand('Sheet.setConditionalFormatRules', [rules], [isRules]);
    const { session, tab } = tabOf(this);
    session.demandEdit(tab, null);
    tab.conditionalFormats = rules.map(formatOf);
    tab.workbook.touch();
  }

  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }

  newChart(): EmbeddedChartBuilder {
    return newChart();
  }

  getCharts(): EmbeddedChart[] {
    const { session, tab } = tabOf(this);
    return chartsOn(session, tab);
  }

  insertChart(chart: EmbeddedChart): void {
    demand('Sheet.insertChart', [chart], [instance(EmbeddedChart)]);
    placeChart(tabOf(this).tab, chart);
  }

  updateChart(chart: EmbeddedChart): void {
    demand('Sheet.updateChart', [chart], [instance(EmbeddedChart)]);
    placeChart(tabOf(this).tab, chart);
  }

  removeChart(chart: EmbeddedChart): void {
    demand('Sheet.removeChart', [chart], [instance(EmbeddedChart)]);
    removeChart(tabOf(this).tab, chart);
  }

  addDeveloperMetadata(...args: unknown[]): this {
    const { session, tab } = tabOf(this);
    addMetadata(session, 'Sheet', { type: 'SHEET', sheet: tab }, args);
    return this;
  }

  /** Of the tab itself, not of its rows and columns. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    const { session, tab } = tabOf(this);
    return metadataAt(session, (place) => place.type === 'SHEET' && place.sheet === tab);
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    const { session, tab } = tabOf(this);
    return finderForSheet(session, tab);
  }
}
