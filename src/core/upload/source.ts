/** A column as the source of a field: how each of its cells is read. */
import type { CellValue } from '../../ports/grid';
import { isCut } from '../table/codec/text';
import { yesNo } from '../table/codec/number';
import { told } from '../change/told';
import type { Mapping, UploadChoices } from './choices';
import { normalHeader } from './headers';
import { columnIndex } from './matching';
import { readNumber, writesComma } from './reading/amount';
import { cellWord, isFormulaError, saysNothing, wordKey } from './reading/cell-word';
import { choiceWords, readChoice } from './reading/choice';
import { readDate } from './reading/date';
import { type ColumnOrder, columnOrder } from './reading/day-order';
import { readEmail } from './reading/email';
import { faulty, NOTHING, type Reading } from './reading/fault';
import { splitList } from './reading/list';
import type { UploadSheet } from './sheet';
import type { UploadField } from './target';
import type { UploadTemplate } from './template';

export interface Source {
  /** Name of the column. */
  readonly column: string;
  /** Its place, from 0. */
  readonly at: number;
  /** Of columns with dates. */
  readonly order?: ColumnOrder;
  /** What a yes in it stands for; absent: it is no column of yes and no. */
  readonly yes?: string;
  read(cell: CellValue): Reading;
}

/** The columns that fill a field, in the order of the mapping; those that the tab does not have are left out. */
export function sourcesOf(
  field: UploadField,
  sheet: UploadSheet,
  mapping: Mapping,
  template: UploadTemplate | null,
  choices: UploadChoices,
): readonly Source[] {
  const given = Object.prototype.hasOwnProperty.call(mapping, field.key) ? mapping[field.key] : undefined;
  const names = given === undefined ? [] : typeof given === 'string' ? [given] : given;
  const places = [...new Set(names.map((name) => columnIndex(sheet, name)))].filter((at) => at >= 0);
  return places.map((at) => {
    const order = isDate(field) ? columnOrder(cellsOf(sheet, at), sheet.locale, choices.dayOrder) : undefined;
    const yes = standsFor(field, sheet.headers[at] ?? '', template);
    const plain = cellReader(field, sheet, choices, order);
    return {
      column: sheet.columns[at] ?? '',
      at,
      ...(order ? { order } : {}),
      ...(yes === undefined ? {} : { yes }),
      read: kept(yes === undefined ? plain : yesReader(yes, plain, field)),
    };
  });
}

function isDate({ type }: UploadField): boolean {
  return type === 'day' || type === 'moment';
}

function cellsOf({ rows }: UploadSheet, at: number): readonly CellValue[] {
  return rows.map(({ cells }) => cells[at] ?? '');
}

function standsFor(
  { meaning }: UploadField,
  header: string,
  template: UploadTemplate | null,
): string | undefined {
  const yes = template?.columns.find((column) => column.meaning === meaning)?.yes ?? {};
  const name = normalHeader(header);
  return Object.entries(yes).find(([known]) => normalHeader(known) === name)?.[1];
}

function yesReader(
  yes: string,
  plain: (cell: CellValue) => Reading,
  { type }: UploadField,
): (cell: CellValue) => Reading {
  return (cell) => {
    const answer = yesNo(cell);
    if (answer === null) return plain(cell);
    return answer ? { value: type === 'list' ? [yes] : yes } : NOTHING;
  };
}

/** The same text is read once: columns repeat words, and every reading of a date costs. */
function kept(read: (cell: CellValue) => Reading): (cell: CellValue) => Reading {
  const readings = new Map<string, Reading>();
  return (cell) => {
    if (typeof cell !== 'string') return read(cell);
    const known = readings.get(cell);
    if (known) return known;
    const reading = read(cell);
    readings.set(cell, reading);
    return reading;
  };
}

/** Reads cells, and constants as if they were cells, for one field. */
export function cellReader(
  field: UploadField,
  { timeZone, locale }: UploadSheet,
  choices: UploadChoices,
  order: ColumnOrder = columnOrder([], locale, choices.dayOrder),
): (cell: CellValue) => Reading {
  const values = Object.entries(choices.values?.[field.key] ?? {});
  const becomes = new Map(values.map(([word, value]) => [wordKey(word), value]));
  const mapped = (word: string): string =>
    becomes.size === 0 ? word : (becomes.get(wordKey(word))?.trim() ?? word);
  const words = choiceWords(field);
  const comma = writesComma(locale);

  return (cell) => {
    const written = cellWord(cell, timeZone);
    if (written === '') return NOTHING;
    const word = mapped(written);
    if (word === '') return NOTHING;
    if (isFormulaError(word)) {
      return faulty('formulaError', `The formula gives ${word}.`, 'Mend the formula, or empty the cell.');
    }
    const value = word === written ? cell : word;
    switch (field.type) {
      case 'email':
        return !field.required && saysNothing(word) ? NOTHING : readEmail(word);
      case 'choice': {
        const reading = readChoice(word, field, words);
        return reading.fault && !field.required && saysNothing(word) ? NOTHING : reading;
      }
      case 'list': {
        const items = splitList(word)
          .map(mapped)
          .filter((item) => item !== '' && !saysNothing(item));
        return items.length === 0 ? NOTHING : { value: [...new Set(items)] };
      }
      case 'day':
      case 'moment':
        return saysNothing(word) ? NOTHING : readDate(value, word, field.type, order, timeZone);
      case 'money':
      case 'number':
        return saysNothing(word) ? NOTHING : readNumber(value, word, field, comma);
      case 'yesNo': {
        const answer = yesNo(value);
        if (answer !== null) return { value: answer };
        return faulty('badChoice', `${told(word)} is neither yes nor no.`, 'Write one of them.');
      }
      case 'text':
        if (word === '#N/A') return NOTHING;
        return isCut(word)
          ? faulty(
              'tooLong',
              'The text was cut because a cell cannot hold it.',
              'Write all of it, or a shorter one.',
            )
          : { value: word };
    }
  };
}
