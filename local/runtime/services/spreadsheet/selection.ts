/** Selection: what is selected on the active tab. */
import { ServiceObject } from '../../service-object';
import type { Range } from './range';
import { RangeList } from './range-list';
import type { Session } from './session';
import type { Sheet } from './sheet';
import type { Sheet as Tab } from '../../workbook/sheet';

const CORNER = { row: 1, column: 1, rows: 1, columns: 1 };

export function activeRange(session: Session, tab: Tab): Range {
  return session.range(tab, tab.selection.at(-1) ?? CORNER);
}

export function activeRangeList(session: Session, tab: Tab): RangeList {
  return new RangeList(tab.selection.map((rect) => session.range(tab, rect)));
}

/** The first cell of the active range. */
export function currentCell(session: Session, tab: Tab): Range {
  const { row, column } = tab.selection.at(-1) ?? CORNER;
  return session.range(tab, { ...CORNER, row, column });
}

/** https://developers.google.com/apps-script/reference/spreadsheet/selection */
export class Selection extends ServiceObject {
  readonly className = 'Selection';
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  getActiveRange(): Range {
    return activeRange(this.#session, this.#session.workbook.active);
  }

  getActiveRangeList(): RangeList {
    return activeRangeList(this.#session, this.#session.workbook.active);
  }

  getActiveSheet(): Sheet {
    return this.#session.sheet(this.#session.workbook.active);
  }

  getCurrentCell(): Range {
    return currentCell(this.#session, this.#session.workbook.active);
  }
}
