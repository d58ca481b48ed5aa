/** A chart on a tab, kept as its specification: it is not drawn. */
import type { Rect } from './a1';
import type { Region } from './region';
import type { Sheet } from './sheet';

export interface ChartRange {
  readonly sheet: Sheet;
  readonly region: Region;
}

export interface ChartPosition {
  readonly anchorRow: number;
  readonly anchorColumn: number;
  /** Pixels from the corner of the anchor cell. */
  readonly offsetX: number;
  readonly offsetY: number;
}

/** What EmbeddedChartBuilder gathers. */
export interface ChartSpec<R = ChartRange> {
  readonly id: number;
  /** Name of a Charts.ChartType, such as BAR. */
  readonly type: string;
  readonly ranges: readonly R[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly position: ChartPosition;
  readonly headers: number;
  readonly transposed: boolean;
  readonly mergeStrategy: string;
  readonly hiddenDimensionStrategy: string;
}

export type Chart = ChartSpec;

/** A chart's specification in plain data: ranges by tab name and block. */
export function describeChart(chart: Chart): ChartSpec<{ sheet: string; rect: Rect | null }> {
  return {
    ...chart,
    ranges: chart.ranges.map(({ sheet, region }) => ({ sheet: sheet.name, rect: region.rect })),
  };
}
