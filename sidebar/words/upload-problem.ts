/** Words for what a check finds: the kind of it, how bad it is, and where it is. */
import type { Problem, ProblemCode, Severity } from '../../src/core/upload/problem';
import { formatCount } from './count';

const KINDS: Readonly<Record<ProblemCode, string>> = {
  missingValue: 'Empty where something is needed',
  badEmail: 'Not an e-mail address',
  badChoice: 'A word that is not known',
  badDate: 'Not a date',
  unclearDate: 'A date that can be read in two ways',
  badNumber: 'Not a number',
  negative: 'Less than nothing',
  tooLong: 'Too long',
  formulaError: 'A formula that went wrong',
  duplicate: 'There twice',
  differs: 'Rows that contradict each other',
  unknownReference: 'Refers to something that is not there',
  missingPart: 'Another tab has to go along',
  missingColumn: 'A column is missing',
  noHeader: 'No names above the columns',
  unsplit: 'Everything in one column',
  mixedDates: 'Dates in different orders',
  nothingValid: 'Nothing that could be sent',
  tooLarge: 'Too large',
  fewer: 'Fewer than last time',
  sentBefore: 'Sent before',
  tooSoon: 'Sooner than it should be',
  emptyRow: 'Empty rows',
  refused: 'Not taken by the platform',
  guessedSchema: 'Not checked against the platform’s own list of fields',
};

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'To mend',
  warning: 'To look at',
  note: 'Good to know',
};

/** “To mend: Not an e-mail address · 12”. */
export function groupWords(severity: Severity, code: ProblemCode, count: number, locale?: string): string {
  return `${SEVERITIES[severity]}: ${KINDS[code]}${count > 1 ? ` · ${formatCount(count, locale)}` : ''}`;
}

/** “Row 12 · Email”, “Groups, row 12 · Email”; `tab` is the one that is looked at. */
export function problemPlaceWords(
  { row, column, tab: other }: Problem,
  tab: string,
  locale?: string,
): string {
  const elsewhere = other === undefined || other === tab ? '' : `${other}, `;
  const rowWords = `${elsewhere === '' ? 'Row' : `${elsewhere}row`} ${formatCount(row ?? 0, locale)}`;
  return column === undefined ? rowWords : `${rowWords} · ${column}`;
}
