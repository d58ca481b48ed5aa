/** NamedRange: a name for a block of cells. */
import { ScriptError, ServiceObject } from '../../service-object';
import { parseA1 } from '../../workbook/a1';
import type { NamedRange as Name } from '../../workbook/named-range';
import { demand, text } from './arguments';
import type { Range } from './range';
import { areaOf, isRange } from './range-place';
import type { Session } from './session';

let readName: (range: NamedRange) => Name;

export const namedRangeOf = (range: NamedRange): Name => readName(range);

/** Names are words of letters, digits and underscores that could not be a cell. */
export function demandName(name: string): void {
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) || parseA1(name) !== null) {
    throw new ScriptError(`The name "${name}" is not valid for a named range.`);
  }
}

/** https://developers.google.com/apps-script/reference/spreadsheet/named-range */
export class NamedRange extends ServiceObject {
  readonly className = 'NamedRange';
  readonly #session: Session;
  readonly #name: Name;

  static {
    readName = (range) => range.#name;
  }

  constructor(session: Session, name: Name) {
    super();
    this.#session = session;
    this.#name = name;
  }

  getName(): string {
    return this.#name.name;
  }

  setName(name: string): this {
    demand('NamedRange.setName', [name], [text]);
    demandName(name);
    this.#name.name = name;
    this.#session.workbook.contentChanged();
    return this;
  }

  getRange(): Range {
    const { rect } = this.#name.region;
    if (rect === null) throw new ScriptError('Range not found');
    return this.#session.range(this.#name.sheet, rect);
  }

  setRange(range: Range): this {
    demand('NamedRange.setRange', [range], [isRange]);
    const { tab, rect } = areaOf(range);
    this.#name.sheet = tab;
    this.#name.region = tab.track(rect);
    this.#session.workbook.contentChanged();
    return this;
  }

  remove(): void {
    const { workbook } = this.#session;
    workbook.namedRanges = workbook.namedRanges.filter((range) => range !== this.#name);
  }
}
