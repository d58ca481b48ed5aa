/** EmbeddedChart and its builder: a chart on a tab, kept as a specification. */
import { ServiceObject, type EnumValue } from '../../service-object';
import type { ChartSpec } from '../../workbook/chart';
import { anything, demand, flag, oneOf, text, whole } from './arguments';
import { ChartHiddenDimensionStrategy, ChartMergeStrategy, ChartType, Position } from './chart-enums';
import { ChartOptions, ContainerInfo } from './chart-parts';
import type { Range } from './range';
import { areaOf, isRange } from './range-place';
import type { Area } from './session';

/** A chart as scripts hold it; its ranges are fixed until it is on a tab. Id 0 until then. */
type Draft = ChartSpec<Area>;

let readDraft: (chart: EmbeddedChart) => Draft;

export const chartOf = (chart: EmbeddedChart): Draft => readDraft(chart);

const rangesOf = ({ ranges }: Draft): Range[] =>
  ranges.map(({ session, tab, rect }) => session.range(tab, rect));

/** https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart */
export class EmbeddedChart extends ServiceObject {
  readonly className = 'EmbeddedChart';
  readonly #draft: Draft;

  static {
    readDraft = (chart) => chart.#draft;
  }

  constructor(draft: Draft) {
    super();
    this.#draft = draft;
  }

  /** null as long as it is on no tab. */
  getChartId(): number | null {
    return this.#draft.id === 0 ? null : this.#draft.id;
  }

  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.#draft.position);
  }

  getHiddenDimensionStrategy(): EnumValue | undefined {
    return ChartHiddenDimensionStrategy[
      this.#draft.hiddenDimensionStrategy as keyof typeof ChartHiddenDimensionStrategy
    ];
  }

  getMergeStrategy(): EnumValue | undefined {
    return ChartMergeStrategy[this.#draft.mergeStrategy as keyof typeof ChartMergeStrategy];
  }

  getNumHeaders(): number {
    return this.#draft.headers;
  }

  getOptions(): ChartOptions {
    return new ChartOptions(this.#draft.options);
  }

  getRanges(): Range[] {
    return rangesOf(this.#draft);
  }

  getTransposeRowsAndColumns(): boolean {
    return this.#draft.transposed;
  }

  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.#draft);
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder */
export class EmbeddedChartBuilder extends ServiceObject {
  readonly className: string;
  #draft: Draft;

  /** @param kind such as `Bar`, for the builder of one type of chart */
  constructor(draft: Draft, kind = '') {
    super();
    this.className = `Embedded${kind}ChartBuilder`;
    this.#draft = draft;
  }

  build(): EmbeddedChart {
    return new EmbeddedChart(this.#draft);
  }

  addRange(range: Range): this {
    demand('EmbeddedChartBuilder.addRange', [range], [isRange]);
    return this.#set({ ranges: [...this.#draft.ranges, areaOf(range)] });
  }

  removeRange(range: Range): this {
    demand('EmbeddedChartBuilder.removeRange', [range], [isRange]);
    const gone = range.getA1Notation();
    const { tab } = areaOf(range);
    const ranges = this.#draft.ranges.filter(
      (area) => area.tab !== tab || area.session.range(area.tab, area.rect).getA1Notation() !== gone,
    );
    return this.#set({ ranges });
  }

  clearRanges(): this {
    return this.#set({ ranges: [] });
  }

  getRanges(): Range[] {
    return rangesOf(this.#draft);
  }

  getChartType(): EnumValue | undefined {
    return ChartType[this.#draft.type as keyof typeof ChartType];
  }

  setChartType(type: EnumValue): this {
    demand('EmbeddedChartBuilder.setChartType', [type], [oneOf(ChartType)]);
    return this.#set({ type: type.name });
  }

  asAreaChart(): AxisChartBuilder {
    return new AxisChartBuilder({ ...this.#draft, type: 'AREA' }, 'Area');
  }

  asBarChart(): AxisChartBuilder {
    return new AxisChartBuilder({ ...this.#draft, type: 'BAR' }, 'Bar');
  }

  asColumnChart(): AxisChartBuilder {
    return new AxisChartBuilder({ ...this.#draft, type: 'COLUMN' }, 'Column');
  }

  asComboChart(): AxisChartBuilder {
    return new AxisChartBuilder({ ...this.#draft, type: 'COMBO' }, 'Combo');
  }

  asHistogramChart(): AxisChartBuilder {
    return new AxisChartBuilder({ ...this.#draft, type: 'HISTOGRAM' }, 'Histogram');
  }

  asLineChart(): AxisChartBuilder {
    return new AxisChartBuilder({ ...this.#draft, type: 'LINE' }, 'Line');
  }

  asPieChart(): TitledChartBuilder {
    return new TitledChartBuilder({ ...this.#draft, type: 'PIE' }, 'Pie');
  }

  asScatterChart(): AxisChartBuilder {
    return new AxisChartBuilder({ ...this.#draft, type: 'SCATTER' }, 'Scatter');
  }

  asTableChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder({ ...this.#draft, type: 'TABLE' }, 'Table');
  }

  getContainer(): ContainerInfo {
    return new ContainerInfo(this.#draft.position);
  }

  /** Offsets in pixels. */
  setPosition(anchorRowPos: number, anchorColPos: number, offsetX: number, offsetY: number): this {
    const args = [anchorRowPos, anchorColPos, offsetX, offsetY];
    demand('EmbeddedChartBuilder.setPosition', args, [whole, whole, whole, whole]);
    return this.#set({
      position: { anchorRow: anchorRowPos, anchorColumn: anchorColPos, offsetX, offsetY },
    });
  }

  setOption(option: string, value: unknown): this {
    demand('EmbeddedChartBuilder.setOption', [option, value ?? null], [text, anything]);
    return this.#set({ options: { ...this.#draft.options, [option]: value } });
  }

  setNumHeaders(headers: number): this {
    demand('EmbeddedChartBuilder.setNumHeaders', [headers], [whole]);
    return this.#set({ headers });
  }

  setTransposeRowsAndColumns(transpose: boolean): this {
    demand('EmbeddedChartBuilder.setTransposeRowsAndColumns', [transpose], [flag]);
    return this.#set({ transposed: transpose });
  }

  setMergeStrategy(mergeStrategy: EnumValue): this {
    demand('EmbeddedChartBuilder.setMergeStrategy', [mergeStrategy], [oneOf(ChartMergeStrategy)]);
    return this.#set({ mergeStrategy: mergeStrategy.name });
  }

  setHiddenDimensionStrategy(strategy: EnumValue): this {
    const method = 'EmbeddedChartBuilder.setHiddenDimensionStrategy';
    demand(method, [strategy], [oneOf(ChartHiddenDimensionStrategy)]);
    return this.#set({ hiddenDimensionStrategy: strategy.name });
  }

  #set(change: Partial<Draft>): this {
    this.#draft = { ...this.#draft, ...change };
    return this;
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/embedded-pie-chart-builder */
class TitledChartBuilder extends EmbeddedChartBuilder {
  setTitle(chartTitle: string): this {
    return this.setOption('title', chartTitle);
  }

  setColors(cssValues: string[]): this {
    return this.setOption('colors', cssValues);
  }

  setLegendPosition(position: EnumValue): this {
    demand(`${this.className}.setLegendPosition`, [position], [oneOf(Position)]);
    return this.setOption('legend.position', position.name.toLowerCase());
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/embedded-bar-chart-builder */
class AxisChartBuilder extends TitledChartBuilder {
  setXAxisTitle(title: string): this {
    return this.setOption('hAxis.title', title);
  }

  setYAxisTitle(title: string): this {
    return this.setOption('vAxis.title', title);
  }
}

/** A builder as Sheet.newChart gives it: a column chart at the top left. */
export function newChart(): EmbeddedChartBuilder {
  return new EmbeddedChartBuilder({
    id: 0,
    type: 'COLUMN',
    ranges: [],
    options: {},
    position: { anchorRow: 1, anchorColumn: 1, offsetX: 0, offsetY: 0 },
    headers: 0,
    transposed: false,
    mergeStrategy: 'MERGE_COLUMNS',
    hiddenDimensionStrategy: 'IGNORE_BOTH',
  });
}
