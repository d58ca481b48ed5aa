/** The Charts service, of which charts on tabs need only the enums. https://developers.google.com/apps-script/reference/charts */
import { enumeration, ServiceObject } from '../../service-object';

export const ChartType = enumeration(
  'ChartType',
  'TIMELINE',
  'AREA',
  'BAR',
  'BUBBLE',
  'CANDLESTICK',
  'COLUMN',
  'COMBO',
  'GAUGE',
  'GEO',
  'HISTOGRAM',
  'RADAR',
  'LINE',
  'ORG',
  'PIE',
  'SCATTER',
  'SPARKLINE',
  'STEPPED_AREA',
  'TABLE',
  'TREEMAP',
  'WATERFALL',
);

export const ChartHiddenDimensionStrategy = enumeration(
  'ChartHiddenDimensionStrategy',
  'IGNORE_BOTH',
  'IGNORE_ROWS',
  'IGNORE_COLUMNS',
  'SHOW_BOTH',
);

export const ChartMergeStrategy = enumeration('ChartMergeStrategy', 'MERGE_COLUMNS', 'MERGE_ROWS');

export const Position = enumeration('Position', 'TOP', 'RIGHT', 'BOTTOM', 'NONE');

class Charts extends ServiceObject {
  readonly className = 'Charts';
  override readonly constants = { ChartType, ChartHiddenDimensionStrategy, ChartMergeStrategy, Position };
}

/** The global `Charts`. */
export function createCharts(): ServiceObject {
  return new Charts();
}
