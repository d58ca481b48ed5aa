/** All that a file and the platforms hold at one moment, as plain data that two runs can be compared by. */
import type { Desk } from '../../local/desk';
import type { Layer } from '../../local/runtime/workbook/layer';

/** “23 Nov 2026, 09:00” in status lines, and what hidden tabs remember: runs that were held up end later. */
const MOMENTS = /\d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d|(?<=\\"pulledAt\\":\\")[^"\\]+/g;

/** Google gives new tabs ids at random. */
const TAB_IDS = /(?<=\\"tabId\\":)\d+/g;

/** Every tab by its name, hidden ones too, and the records of both platforms. */
export function wholeFile(desk: Desk): object {
  return timeless({
    tabs: Object.fromEntries(desk.tabs({ hidden: true }).map((name) => [name, wholeTab(desk, name)])),
    torii: desk.torii.data,
    zluri: desk.zluri.data,
  });
}

/** Both as from wholeFile. Files are large, and texts are compared ten times faster than objects, which show what differs. */
export function expectSameFile(file: object, wanted: object): void {
  if (JSON.stringify(file) !== JSON.stringify(wanted)) expect(file).toEqual(wanted);
}

function wholeTab(desk: Desk, name: string): object {
  const sheet = desk.workbook.sheet(name);
  if (!sheet) throw new Error(`There is no tab “${name}”.`);
  const tab = desk.tab(name);
  const width = sheet.lastColumn();
  return {
    hidden: sheet.hidden,
    frozen: sheet.frozenRows,
    widths: Array.from({ length: width }, (_, at) => sheet.columnWidth(at + 1)),
    values: measureless(name, tab.values()),
    formulas: tab.formulas(),
    notes: cells(sheet.noteTexts, (note) => note),
    looks: cells(sheet.styles, (style) => style.fields),
    rules: cells(sheet.rules, (rule) => rule),
  };
}

/** A run that was held up sends other numbers of requests, takes longer and ends later: what the logs say of that. */
function measureless(name: string, [header = [], ...rows]: unknown[][]): unknown[][] {
  if (!['Activity', 'Change log'].includes(name)) return [header, ...rows];
  const measures = ['When', 'Requests', 'Waited (s)', 'Took (s)'];
  const measured = header.map((label) => measures.includes(String(label)));
  return [header, ...rows.map((row) => row.map((cell, at) => (measured[at] ? 'so many' : cell)))];
}

function cells<T>(layer: Layer<T>, show: (value: T) => unknown): object {
  return Object.fromEntries(
    [...layer.entries()].map(([row, column, value]) => [`R${row}C${column}`, show(value)]),
  );
}

function timeless(value: object): object {
  return JSON.parse(JSON.stringify(value).replace(MOMENTS, 'then').replace(TAB_IDS, 'it')) as object;
}
