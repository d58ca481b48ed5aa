/** Charts on a tab. https://developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder */
import type { ChartOnTab } from '../ports/grid';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** None where the tab has one of that title: people move and change charts. */
export function insertChart(sheet: Sheet, { type, title, of, row, column }: ChartOnTab): void {
  if (sheet.getCharts().some((chart) => chart.getOptions()?.get('title') === title)) return;
  const chart = sheet
    .newChart()
    .setChartType(type === 'bar' ? Charts.ChartType.BAR : Charts.ChartType.COLUMN)
    .addRange(sheet.getRange(of.row, of.column, of.rows, of.columns))
    .setNumHeaders(1)
    .setOption('title', title)
    .setOption('legend', { position: 'none' })
    .setPosition(row, column, 0, 0)
    .build();
  sheet.insertChart(chart);
}
