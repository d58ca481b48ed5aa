/** Edits against their fields: what could not be sent is told before anything is, with what to do. */
import { decodeCell } from '../table/cell';
import { splitItems } from '../table/codec/choice';
import { isCut } from '../table/codec/text';
import type { Field, FieldType } from '../table/field';
import type { Change } from './change';
import { currencyInTab, otherCurrency } from './currency-check';
import { EditedCells, type EditedTable } from './edited-table';
import { problem, told } from './told';

/** What a value that cannot be read is not, and how to write one. */
const UNREAD: Partial<Record<FieldType, string>> = {
  number: 'is not a number. Write digits only, such as 1200.5.',
  money: 'is not an amount of money. Write digits only, such as 1200.50.',
  boolean: 'is neither yes nor no. Write one of them, or tick the box.',
  date: 'is not a date, or not one that reads in one way only. Write the day as 2026-11-22.',
  dateTime: 'is not a date and time, or does not read in one way only. Write it as 2026-11-22 10:00.',
};

/** Choices that a message names. */
const NAMED_CHOICES = 5;

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/;

/** The changes, those that cannot be sent as problems; what is a problem already stays as it is. */
export function validate(
  changes: readonly Change[],
  table: EditedTable,
  cells = new EditedCells(table),
): readonly Change[] {
  const fields = new Map(table.fields.map((field) => [field.key, field]));
  return changes.map((change) => {
    const field = fields.get(change.field);
    if (!field || change.kind === 'problem' || change.action === 'delete') return change;
    const message = problemOf(change, field, table) ?? wrongCurrency(change, field, table, cells);
    return message === null ? change : problem(change, message);
  });
}

function problemOf({ from, to }: Change, field: Field, table: EditedTable): string | null {
  const { label, type } = field;
  const { provider, singular } = table.words;
  const isEmpty = typeof to === 'string' && to.trim() === '';
  if (isEmpty && field.key === table.name)
    return `“${label}” must not be empty: it is what the ${singular} is called.`;
  if (isEmpty) return null;
  if (typeof to === 'string' && isCut(to)) {
    return `“${label}” is longer than a cell can hold and was cut, so it is not sent. Change it in ${provider} itself.`;
  }
  if (!decodeCell(field, to, table).ok) {
    return `“${label}”: ${told(to)} ${UNREAD[type] ?? `cannot be read. Write it as ${provider} does.`}`;
  }
  const text = String(to);
  switch (type) {
    case 'option':
      return unknownChoice(field, [text]);
    case 'options': {
      // What the platform has let in before, it knows.
      const before = new Set(splitItems(field, String(from)));
      return unknownChoice(
        field,
        splitItems(field, text).filter((item) => !before.has(item)),
      );
    }
    case 'email':
    case 'person':
      return noAddress(field, [text]);
    case 'people':
      return noAddress(field, splitItems(field, text));
    default:
      return null;
  }
}

function unknownChoice({ label, options = [] }: Field, items: readonly string[]): string | null {
  const unknown = items.find((item) => !options.some((option) => option.label === item));
  if (unknown === undefined || options.length === 0) return null;
  const named = options.slice(0, NAMED_CHOICES).map((option) => option.label);
  const more = options.length - named.length;
  const choices = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
  return `“${label}” has no choice ${told(unknown)}. Choose from: ${choices}.`;
}

function noAddress({ label, type }: Field, items: readonly string[]): string | null {
  const wrong = items.find((item) => !ADDRESS.test(item));
  if (wrong === undefined) return null;
  const advice =
    type === 'people'
      ? 'Write addresses such as ada@example.com, with commas between them.'
      : 'Write one address, such as ada@example.com.';
  return `“${label}”: ${told(wrong)} is not an e-mail address. ${advice}`;
}

function wrongCurrency(change: Change, field: Field, table: EditedTable, cells: EditedCells): string | null {
  const code = field.type === 'money' ? currencyInTab(change, field, table, cells) : null;
  return code === null ? null : otherCurrency(change, field, code, table, cells);
}
