/** Filters as sentences that people read: “State is Discovered or In Review”. */
import { decodeCell } from '../table/cell';
import type { FieldType } from '../table/field';
import type { FilterOnField, FilterTest } from './filter';

/** Of more values than this, the rest is counted. */
const SHOWN_VALUES = 5;

/** Types whose values stand out by themselves: the others are quoted, since they may be any words. */
const NAMED: ReadonlySet<FieldType> = new Set([
  'id',
  'email',
  'number',
  'money',
  'option',
  'options',
  'person',
  'people',
]);

/** One condition, without a full stop. */
export function filterWords({ filter, field }: FilterOnField): string {
  const { test, values } = filter;
  const [value = ''] = values;
  const name = field.label;
  switch (test) {
    case 'isAnyOf':
      return `${name} is ${listed(shown({ filter, field }), 'or')}`;
    case 'isNoneOf':
      return values.length === 1
        ? `${name} is not ${listed(shown({ filter, field }), 'or')}`
        : `${name} is neither ${listed(shown({ filter, field }), 'nor')}`;
    case 'contains':
      return `${name} contains “${value}”`;
    case 'containsNot':
      return `${name} does not contain “${value}”`;
    case 'atLeast':
      return `${name} is at least ${grouped(value)}`;
    case 'atMost':
      return `${name} is at most ${grouped(value)}`;
    case 'onOrAfter':
      return `${name} is on or after ${value}`;
    case 'onOrBefore':
      return `${name} is on or before ${value}`;
    case 'inNextDays':
      return Number(value) === 0 ? `${name} is today` : `${name} is in the next ${days(value)}`;
    case 'inPastDays':
      return Number(value) === 0 ? `${name} is today` : `${name} is in the past ${days(value)}`;
    case 'olderThanDays':
      return Number(value) === 0 ? `${name} is before today` : `${name} is more than ${days(value)} ago`;
    default:
      return `${name} ${testWords(test)}`;
  }
}

const TESTS: Readonly<Record<FilterTest, string>> = {
  isAnyOf: 'is any of',
  isNoneOf: 'is none of',
  contains: 'contains',
  containsNot: 'does not contain',
  atLeast: 'is at least',
  atMost: 'is at most',
  onOrAfter: 'is on or after',
  onOrBefore: 'is on or before',
  inNextDays: 'is in the next … days',
  inPastDays: 'is in the past … days',
  olderThanDays: 'is more than … days ago',
  isYes: 'is yes',
  isNo: 'is no',
  isEmpty: 'is empty',
  isNotEmpty: 'is not empty',
};

/** The test alone: “is any of”. */
export function testWords(test: FilterTest): string {
  return TESTS[test];
}

/** “A”, “A or B”, “A, B or C”. */
function listed(words: readonly string[], last: string): string {
  const kept = words.slice(0, SHOWN_VALUES);
  const more = words.length - kept.length;
  const parts = more > 0 ? [...kept, `${String(more)} more`] : kept;
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} ${last} ${String(parts[parts.length - 1])}`;
}

function shown({ filter, field }: FilterOnField): readonly string[] {
  return filter.values.map((value) => {
    // The zone matters to days alone, of which no test is a choice.
    const { value: read } = decodeCell(field, value, { timeZone: 'UTC' });
    const text = typeof read === 'number' ? grouped(read) : String(read);
    return NAMED.has(field.type) ? text : `“${text}”`;
  });
}

function grouped(value: string | number): string {
  return Number(value).toLocaleString('en-US', { maximumFractionDigits: 20 });
}

function days(value: string | number): string {
  return Number(value) === 1 ? '1 day' : `${grouped(value)} days`;
}
