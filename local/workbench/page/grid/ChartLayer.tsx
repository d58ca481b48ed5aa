/** The charts of a tab, hanging over its cells and moving with them. */
import type { JSX } from 'preact';
import type { ChartView, TabView } from '../../protocol';
import { BarChart } from './BarChart';
import { cornerOf, frozenSize } from './pixels';

/** How far the cells below and beside the frozen ones are scrolled, in pixels. */
export interface Scrolled {
  readonly left: number;
  readonly top: number;
}

export function ChartLayer({ tab, scrolled }: { tab: TabView; scrolled: Scrolled }): JSX.Element | null {
  if (tab.charts.length === 0) return null;
  const { width, height } = frozenSize(tab);
  return (
    <div class="charts" style={{ '--frozen-width': `${width}px`, '--frozen-height': `${height}px` }}>
      {tab.charts.map((chart) => (
        <BarChart key={chart.id} chart={chart} style={placed(chart, tab, scrolled)} />
      ))}
    </div>
  );
}

function placed(chart: ChartView, tab: TabView, scrolled: Scrolled): { left: string; top: string } {
  const { left, top } = cornerOf(tab, chart.row, chart.column);
  return {
    left: `${String(left + chart.left - scrolled.left)}px`,
    top: `${String(top + chart.top - scrolled.top)}px`,
  };
}
