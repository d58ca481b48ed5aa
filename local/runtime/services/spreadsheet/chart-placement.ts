/** Charts that come to a tab, change there, and go. */
import type { Sheet as Tab } from '../../workbook/sheet';
import { chartOf, EmbeddedChart } from './chart';
import type { Session } from './session';

/** The charts of a tab. */
export function chartsOn(session: Session, tab: Tab): EmbeddedChart[] {
  return tab.charts.map((chart) => {
    const ranges = chart.ranges.flatMap(({ sheet, region: { rect } }) =>
      rect === null ? [] : [{ session, tab: sheet, rect, open: {} }],
    );
    return new EmbeddedChart({ ...chart, ranges });
  });
}

/** Puts a chart on a tab, in place of the one with the same id if there is one. */
export function placeChart(tab: Tab, chart: EmbeddedChart): void {
  const draft = chartOf(chart);
  const placed = {
    ...draft,
    id: draft.id === 0 ? tab.workbook.nextId() : draft.id,
    ranges: draft.ranges.map((area) => ({ sheet: area.tab, region: area.tab.track(area.rect) })),
  };
  const others = tab.charts.filter(({ id }) => id !== placed.id);
  tab.charts = [...others, placed];
  tab.workbook.touch();
}

export function removeChart(tab: Tab, chart: EmbeddedChart): void {
  tab.charts = tab.charts.filter(({ id }) => id !== chartOf(chart).id);
  tab.workbook.touch();
}
