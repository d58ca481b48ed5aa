/** TextFinder: finds and replaces text in cells. */
import { ServiceObject } from '../../service-object';
import { Formula } from '../../workbook/content';
import { demand, flag, text } from './arguments';
import type { Range } from './range';
import { areaOf, isRange } from './range-place';
import type { Area } from './session';

interface Options {
  matchCase: boolean;
  matchEntireCell: boolean;
  matchFormulaText: boolean;
  useRegularExpression: boolean;
  ignoreDiacritics: boolean;
}

const plain = (value: string): string => value.normalize('NFD').replace(/\p{Diacritic}/gu, '');

/** https://developers.google.com/apps-script/reference/spreadsheet/text-finder */
export class TextFinder extends ServiceObject {
  readonly className = 'TextFinder';
  readonly #areas: readonly Area[];
  readonly #wanted: string;
  readonly #options: Options = {
    matchCase: false,
    matchEntireCell: false,
    matchFormulaText: false,
    useRegularExpression: false,
    ignoreDiacritics: false,
  };
  #current: Area | null = null;
  #start: Area | null = null;

  constructor(areas: readonly Area[], wanted: string) {
    super();
    this.#areas = areas;
    this.#wanted = wanted;
  }

  findAll(): Range[] {
    return this.#matches().map(rangeOf);
  }

  findNext(): Range | null {
    return this.#step(1);
  }

  findPrevious(): Range | null {
    return this.#step(-1);
  }

  getCurrentMatch(): Range | null {
    return this.#current === null ? null : rangeOf(this.#current);
  }

  /** How many occurrences were replaced. */
  replaceAllWith(replaceText: string): number {
    demand('TextFinder.replaceAllWith', [replaceText], [text]);
    return this.#matches().reduce((count, area) => count + this.#replace(area, replaceText), 0);
  }

  /** Replaces in the current match. */
  replaceWith(replaceText: string): number {
    demand('TextFinder.replaceWith', [replaceText], [text]);
    return this.#current === null ? 0 : this.#replace(this.#current, replaceText);
  }

  startFrom(startRange: Range): this {
    demand('TextFinder.startFrom', [startRange], [isRange]);
    this.#start = areaOf(startRange);
    this.#current = null;
    return this;
  }

  ignoreDiacritics(ignoreDiacritics: boolean): this {
    return this.#set('ignoreDiacritics', ignoreDiacritics);
  }

  matchCase(matchCase: boolean): this {
    return this.#set('matchCase', matchCase);
  }

  matchEntireCell(matchEntireCell: boolean): this {
    return this.#set('matchEntireCell', matchEntireCell);
  }

  /** Searches formulas rather than what they show. */
  matchFormulaText(matchFormulaText: boolean): this {
    return this.#set('matchFormulaText', matchFormulaText);
  }

  useRegularExpression(useRegEx: boolean): this {
    return this.#set('useRegularExpression', useRegEx);
  }

  #set(option: keyof Options, value: boolean): this {
    demand(`TextFinder.${option}`, [value], [flag]);
    this.#options[option] = value;
    return this;
  }

  #pattern(): RegExp {
    const { matchCase, matchEntireCell, useRegularExpression, ignoreDiacritics } = this.#options;
    const wanted = ignoreDiacritics ? plain(this.#wanted) : this.#wanted;
    const source = useRegularExpression ? wanted : wanted.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(matchEntireCell ? `^(?:${source})$` : source, matchCase ? 'gu' : 'giu');
  }

  #matches(): Area[] {
    const pattern = this.#pattern();
    return this.#areas.flatMap((area) => {
      const found: Area[] = [];
      searched(area, this.#options).forEach((line, down) =>
        line.forEach((shown, across) => {
          pattern.lastIndex = 0;
          if (shown === '' || !pattern.test(shown)) return;
          const rect = { row: area.rect.row + down, column: area.rect.column + across, rows: 1, columns: 1 };
          found.push({ ...area, rect, open: {} });
        }),
      );
      return found;
    });
  }

  /** The next or the previous match, going round at the ends. */
  #step(by: 1 | -1): Range | null {
    const matches = this.#matches();
    if (matches.length === 0) return null;
    const here = this.#current ?? this.#start;
    const index = here === null ? -1 : matches.findIndex((match) => compare(match, here) >= 0);
    const at = index < 0 ? matches.length : index;
    const onMatch = here !== null && index >= 0 && compare(matches[at] as Area, here) === 0;
    let next = by === 1 ? (onMatch ? at + 1 : at) : at - 1;
    if (here === null) next = by === 1 ? 0 : matches.length - 1;
    const found = matches[(next + matches.length) % matches.length] as Area;
    this.#current = found;
    return rangeOf(found);
  }

  #replace({ session, tab, rect }: Area, replacement: string): number {
    const { row, column } = rect;
    const content = tab.contents.get(row, column);
    if (content instanceof Formula && !this.#options.matchFormulaText) return 0;
    const before = content instanceof Formula ? content.text : tab.subject(row, column).text;
    const pattern = this.#pattern();
    const count = before.match(pattern)?.length ?? 0;
    const insert = this.#options.useRegularExpression ? replacement : () => replacement;
    const after =
      typeof insert === 'string' ? before.replace(pattern, insert) : before.replace(pattern, insert);
    if (count > 0) tab.write(row, column, [[after]], session.person);
    return count;
  }
}

function searched({ tab, rect }: Area, options: Options): string[][] {
  const { row, column, rows, columns } = rect;
  const shown = tab.display(row, column, rows, columns);
  const lines = options.matchFormulaText
    ? tab
        .formulas(row, column, rows, columns)
        .map((line, down) => line.map((formula, across) => formula || (shown[down]?.[across] ?? '')))
    : shown;
  return options.ignoreDiacritics ? lines.map((line) => line.map(plain)) : lines;
}

function compare(a: Area, b: Area): number {
  const sheets = a.session.workbook.sheets();
  return (
    sheets.indexOf(a.tab) - sheets.indexOf(b.tab) || a.rect.row - b.rect.row || a.rect.column - b.rect.column
  );
}

function rangeOf({ session, tab, rect }: Area): Range {
  return session.range(tab, rect);
}

/** A finder over blocks, each cut to the cells with content. */
export function newTextFinder(owner: string, areas: readonly Area[], findText: string): TextFinder {
  demand(`${owner}.createTextFinder`, [findText], [text]);
  const cut = areas.flatMap((area) => {
    const { row, column } = area.rect;
    const rows = Math.min(area.rect.rows, area.tab.lastRow() - row + 1);
    const columns = Math.min(area.rect.columns, area.tab.lastColumn() - column + 1);
    return rows > 0 && columns > 0 ? [{ ...area, rect: { row, column, rows, columns } }] : [];
  });
  return new TextFinder(cut, findText);
}
