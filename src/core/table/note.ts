/** The note on a managed header cell: what the field means, and on its last line the key that binds the column. */
import type { Field, FieldType } from './field';

const MARK = 'saas-ledger: ';

const TYPES: Readonly<Record<FieldType, string>> = {
  id: 'Identifier',
  text: 'Text',
  longText: 'Long text',
  email: 'E-mail address',
  url: 'Web address',
  number: 'Number',
  money: 'Amount of money',
  boolean: 'Yes or no',
  date: 'Date',
  dateTime: 'Date and time',
  option: 'One of a list',
  options: 'Several of a list, with commas between them',
  person: 'Person, by e-mail address',
  people: 'People, by e-mail address, with commas between them',
  list: 'List, with commas between its items',
  other: 'Text',
};

/** Choices that a note names; a longer list would hide the rest of the note. */
const CHOICES = 20;

/** The note of a field's header cell; `provider` is the platform's name as people know it. */
export function fieldNote(field: Field, provider: string): string {
  return [
    field.help,
    `${TYPES[field.type]}. ${editing(field, provider)}`,
    ...(field.options && field.options.length > 0 ? [choices(field.options.map(({ label }) => label))] : []),
    keyLine(field.key),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function editing({ writable, stays }: Field, provider: string): string {
  if (!writable) return `Comes from ${provider}; what is typed here is replaced at the next refresh.`;
  if (stays === 'answer') return 'Yours to fill in: it stays here, and is never sent.';
  if (stays === 'correction') {
    return `Comes from ${provider}; what you write over it stays, until you empty the cell. It is never sent.`;
  }
  return `You can edit it here and send it to ${provider}.`;
}

function choices(labels: readonly string[]): string {
  const more = labels.length > CHOICES ? ` and ${labels.length - CHOICES} more` : '';
  return `Choices: ${labels.slice(0, CHOICES).join(', ')}${more}.`;
}

/** The line that binds a column to a key. */
export function keyLine(key: string): string {
  return MARK + key;
}

/** The key of the field that a header note belongs to, or null for a note of somebody else's. */
export function keyOfNote(note: string): string | null {
  const line = note
    .split('\n')
    .reverse()
    .find((text) => text.trim().startsWith(MARK));
  return line === undefined ? null : line.trim().slice(MARK.length).trim() || null;
}

/** The note with these lines right above the key; at its end where it has none. */
export function aboveKey(note: string, lines: readonly string[]): string {
  const all = note.split('\n');
  const key = all.findIndex((line) => keyOfNote(line) !== null);
  const at = key < 0 ? all.length : key;
  return [...all.slice(0, at), ...lines, ...all.slice(at)].join('\n');
}

/** The note without the lines that begin with one of these. */
export function withoutLines(note: string, starts: readonly string[]): string {
  return note
    .split('\n')
    .filter((line) => !starts.some((start) => line.startsWith(start)))
    .join('\n');
}
