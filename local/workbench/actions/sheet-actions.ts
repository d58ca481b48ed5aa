/** What a person does to a tab with the mouse and the keyboard. */
import type { Desk } from '../../desk';
import type { Sheet } from '../../runtime/workbook/sheet';
import type { Commands } from '../protocol';

export class SheetActions {
  constructor(private readonly desk: Desk) {}

  structure({ tab, action, at, count }: Commands['structure']): void {
    this.#sheet(tab)[action](at, count);
  }

  move({ tab, column, to }: Commands['move']): void {
    this.#sheet(tab).moveColumns(column, 1, to);
  }

  /** Everything below the frozen rows, as Sheets' “Sort sheet” does. */
  sort({ tab, column, ascending }: Commands['sort']): void {
    const sheet = this.#sheet(tab);
    const first = sheet.frozenRows + 1;
    const rows = sheet.lastRow() - sheet.frozenRows;
    if (rows < 2) return;
    const columns = Math.max(sheet.lastColumn(), column);
    sheet.sort({ row: first, column: 1, rows, columns }, [{ column, ascending }]);
  }

  resize({ tab, column, pixels }: Commands['resize']): void {
    const sheet = this.#sheet(tab);
    sheet.columnAxis.resize(column, Math.max(20, Math.round(pixels)));
    sheet.workbook.touch();
  }

  select({ tab, block }: Commands['select']): void {
    this.#sheet(tab).selection = [block];
  }

  hideRow({ tab, row }: Commands['hideRow']): void {
    this.desk.tab(this.#sheet(tab).name).hideRows(row);
  }

  filter({ tab, row, column }: Commands['filter']): void {
    const sheet = this.#sheet(tab);
    const shown = this.desk.tab(sheet.name);
    shown.filter(shown.header()[column - 1] ?? '', [sheet.display(row, column, 1, 1)[0]?.[0] ?? '']);
  }

  showRows({ tab }: Commands['showRows']): void {
    const sheet = this.#sheet(tab);
    sheet.filter?.remove();
    this.desk.tab(sheet.name).showRows(1, sheet.maxRows);
  }

  note({ tab, row, column, text }: Commands['note']): void {
    this.#sheet(tab).setNote(row, column, text);
  }

  tab({ action, tab, name }: Commands['tab']): void {
    const { workbook } = this.desk;
    const sheet = this.#sheet(tab);
    if (action === 'activate') workbook.active = sheet;
    else if (action === 'delete') workbook.deleteSheet(sheet);
    else if (action === 'duplicate') workbook.active = workbook.duplicateSheet(sheet);
    else sheet.name = name ?? sheet.name;
  }

  newTab(): void {
    const { workbook } = this.desk;
    workbook.insertSheet(undefined, workbook.sheets().length);
  }

  #sheet(tab: number): Sheet {
    const sheet = this.desk.workbook.sheetById(tab);
    if (!sheet) throw new Error('That tab is not there any more.');
    return sheet;
  }
}
