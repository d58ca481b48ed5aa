/** Days and moments in cells, in any form that people and exports use. */
import type { CellValue } from '../../../ports/grid';
import { told } from '../../change/told';
import { type IsoReading, momentText, readIso } from '../../table/codec/date';
import { isoOfTyped } from '../../table/codec/typed-date';
import { dayOf, wallOfSerial, zoneOf } from '../../table/wall-clock';
import { isCellDate } from './cell-word';
import { type ColumnOrder, orderOf, undressed } from './day-order';
import { faulty, type Reading } from './fault';

const DAY = 86_400_000;

/** Before it, a cell holds a time without a day, or a zero that a format makes a day: Sheets counts from the end of 1899. */
const FIRST_WALL = Date.UTC(1900, 0, 1);

/** Days as numbers of a spreadsheet, 1950 to 2200: smaller and larger numbers are hardly meant as dates. */
const SERIALS = { first: 18_264, end: 109_576 };
/** Seconds since 1970 from 1973 on, milliseconds from the same year: https://www.unixtimestamp.com/ */
const SECONDS = { first: 1e8, end: 1e11 };
const MILLISECONDS = { first: 1e11, end: 1e14 };

/** “… 10:00:00 +0200”, “… 10:00 UTC”, “… GMT+0100”: a date, and how far its wall is from UTC. */
const ZONED =
  /^(.*\d:\d\d[^\s+-]*(?:\s?[ap]\.?m\.?)?)\s*(?:(?:UTC|GMT)\s?)?(Z|UTC|GMT|[+-]\d\d:?\d\d)(?:\s+(?:UTC|GMT))?$/i;
/** A zone by a name that stands for several. */
const ZONE_NAME = /(\d:\d\d(?::\d\d)?(?:\s?[ap]m)?)\s[a-z]{2,5}$/i;

/** Reads a cell for a field that takes a day or a moment. */
export function readDate(
  cell: CellValue,
  word: string,
  type: 'day' | 'moment',
  order: ColumnOrder,
  timeZone: string,
): Reading {
  const reading = dateOf(cell, word, type, order, timeZone);
  if (reading === 'unclear') {
    return faulty(
      'unclearDate',
      `${told(word)} reads as two different days, and the column has dates of both kinds.`,
      'Write it as 2026-11-22, or choose the order of day and month.',
    );
  }
  const value = reading && (type === 'day' ? dayOf(reading.wall) : momentOf(reading, timeZone));
  // A zone can carry the last day of the year 9999 into a year of five digits, which no platform reads.
  if (value === null || !/^\d{4}-/.test(value)) {
    const isSlashed = order.ground === 'chosen' && orderOf(undressed(word), false) !== null;
    return faulty(
      'badDate',
      `${told(word)} is not a date${isSlashed ? ` with the ${FIRST[order.order ?? 'dmy']} first` : ''}.`,
      'Write it as 2026-11-22, or leave the cell empty.',
    );
  }
  return { value };
}

/** What comes first in each order. */
export const FIRST = { dmy: 'day', mdy: 'month', ymd: 'year' } as const;

/** A bare day is its midnight in UTC; a time that says nothing of its zone is what the file's wall shows. */
function momentOf({ wall, offset, hasTime }: IsoReading, timeZone: string): string {
  if (!hasTime) return `${dayOf(wall)}T00:00:00Z`;
  return offset === null
    ? momentText(wall, zoneOf(timeZone))
    : `${new Date(wall - offset).toISOString().slice(0, 19)}Z`;
}

function dateOf(
  cell: CellValue,
  word: string,
  type: 'day' | 'moment',
  order: ColumnOrder,
  timeZone: string,
): IsoReading | 'unclear' | null {
  if (cell instanceof Date) {
    if (!isCellDate(cell)) return null;
    const wall = zoneOf(timeZone).wallOf(cell.getTime());
    return wall < FIRST_WALL ? null : { wall, offset: null, hasTime: wall % DAY !== 0 };
  }
  if (typeof cell === 'number') return ofNumber(cell);
  if (typeof cell === 'boolean') return null;
  if (/^\d{5,14}(?:\.\d+)?$/.test(word)) return ofNumber(Number(word));
  return readIso(word) ?? ofText(word, type, order);
}

function ofNumber(number: number): IsoReading | null {
  const [, year, month, day] = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(String(number)) ?? [];
  const compact = readIso(`${year}-${month}-${day}`);
  if (compact) return compact;
  const within = ({ first, end }: { first: number; end: number }): boolean => number >= first && number < end;
  if (within(SERIALS)) {
    const wall = wallOfSerial(number);
    return { wall, offset: null, hasTime: wall % DAY !== 0 };
  }
  if (within(SECONDS)) return { wall: Math.floor(number) * 1000, offset: 0, hasTime: true };
  return within(MILLISECONDS) ? { wall: Math.floor(number), offset: 0, hasTime: true } : null;
}

function ofText(
  word: string,
  type: 'day' | 'moment',
  { order, ground }: ColumnOrder,
): IsoReading | 'unclear' | null {
  const [, timed, zone] = ZONED.exec(word.replace(/\s*\([^)]*\)$/, '')) ?? [];
  const bare = undressed(timed ?? (type === 'day' ? word.replace(ZONE_NAME, '$1') : word));
  const only = orderOf(bare, order === 'ymd');
  if (only === 'either' && order === null) return 'unclear';
  const read = only === null || only === 'either' || only === 'same' || ground === 'chosen' ? order : only;
  const iso = readIso(bare) ? bare : isoOfTyped(bare, read ?? 'dmy');
  if (iso === null) return null;
  const offset = zone === undefined || !/\d:\d/.test(iso) ? '' : /^[a-z]/i.test(zone) ? 'Z' : zone;
  return readIso(`${iso}${offset}`);
}
