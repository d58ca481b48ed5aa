/** What one execution holds of the file: it hands out service objects for tabs and blocks of cells. */
import type { Host } from '../../host';
import { ScriptError } from '../../service-object';
import { parseA1, type A1Block, type Rect } from '../../workbook/a1';
import type { NamedRange } from '../../workbook/named-range';
import { demandEdit } from '../../workbook/protection';
import type { OpenEdges } from '../../workbook/region';
import type { Sheet as Tab } from '../../workbook/sheet';
import type { Workbook } from '../../workbook/workbook';
import type { Range } from './range';
import type { Sheet } from './sheet';
import type { Spreadsheet } from './spreadsheet';

/** Where a Range lies. */
export interface Area {
  readonly session: Session;
  readonly tab: Tab;
  readonly rect: Rect;
  readonly open: OpenEdges;
}

/** Given to the session, so that ranges can name tabs and tabs can name ranges without a circle of imports. */
export interface Makers {
  readonly range: (area: Area) => Range;
  readonly sheet: (session: Session, tab: Tab) => Sheet;
  readonly spreadsheet: (session: Session) => Spreadsheet;
}

export class Session {
  readonly #makers: Makers;

  constructor(
    readonly host: Host,
    makers: Makers,
  ) {
    this.#makers = makers;
  }

  get workbook(): Workbook {
    return this.host.file.workbook;
  }

  /** E-mail address of whoever runs the script. */
  get person(): string {
    return this.host.person.email;
  }

  spreadsheet(): Spreadsheet {
    return this.#makers.spreadsheet(this);
  }

  sheet(tab: Tab): Sheet {
    return this.#makers.sheet(this, tab);
  }

  range(tab: Tab, rect: Rect, open: OpenEdges = {}): Range {
    return this.#makers.range({ session: this, tab, rect, open });
  }

  /** Refuses a change that a protection forbids; `rect` is null for the tab itself. */
  demandEdit(tab: Tab, rect: Rect | null): void {
    demandEdit(tab, rect, this.person);
  }

  /** A block given by numbers, with Google's refusals. */
  rangeAt(tab: Tab, rect: Rect): Range {
    const whole = {
      row: Math.trunc(rect.row),
      column: Math.trunc(rect.column),
      rows: Math.trunc(rect.rows),
      columns: Math.trunc(rect.columns),
    };
    if (whole.row < 1) throw new ScriptError('The starting row of the range is too small.');
    if (whole.column < 1) throw new ScriptError('The starting column of the range is too small.');
    if (whole.rows < 1) throw new ScriptError('The number of rows in the range must be at least 1.');
    if (whole.columns < 1) throw new ScriptError('The number of columns in the range must be at least 1.');
    tab.demandInside(whole);
    return this.range(tab, whole);
  }

  /** A block given by A1 notation or by the name of a named range; `here` is meant where no tab is named. */
  rangeNamed(text: string, here: Tab): Range {
    const block = parseA1(text);
    if (block === null) {
      const named = this.namedRange(text);
      const rect = named?.region.rect;
      if (named === null || rect === null || rect === undefined) throw new ScriptError('Range not found');
      return this.range(named.sheet, rect);
    }
    const tab = block.sheet === null ? here : this.workbook.sheet(block.sheet);
    if (tab === null) throw new ScriptError('Range not found');
    const rect = rectOf(block, tab);
    if (rect.rows < 1 || rect.columns < 1) throw new ScriptError('Range not found');
    tab.demandInside(rect);
    return this.range(tab, rect, { rows: block.lastRow === null, columns: block.lastColumn === null });
  }

  /** `Name`, or `Tab!Name` for the copy that came along with a copied tab. Case does not matter. */
  namedRange(text: string): NamedRange | null {
    const bang = text.lastIndexOf('!');
    const name = text.slice(bang + 1).toLowerCase();
    const ranges = this.workbook.namedRanges.filter((range) => range.name.toLowerCase() === name);
    return bang < 0
      ? (ranges.find((range) => !range.scoped) ?? null)
      : (ranges.find((range) => range.sheet.name === text.slice(0, bang)) ?? null);
  }
}

function rectOf(block: A1Block, tab: Tab): Rect {
  return {
    row: block.row,
    column: block.column,
    rows: (block.lastRow ?? tab.maxRows) - block.row + 1,
    columns: (block.lastColumn ?? tab.maxColumns) - block.column + 1,
  };
}
