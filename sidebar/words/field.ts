/** What kind of values a field has, in a word or two. */
import type { FieldType } from '../../src/core/table/field';
import { countOf } from './count';

const TYPES: Readonly<Record<FieldType, string>> = {
  id: 'identifier',
  text: 'text',
  longText: 'long text',
  email: 'e-mail address',
  url: 'web address',
  number: 'number',
  money: 'amount of money',
  boolean: 'yes or no',
  date: 'date',
  dateTime: 'date and time',
  option: 'one of a list',
  options: 'several of a list',
  person: 'person',
  people: 'people',
  list: 'list',
  other: 'text',
};

export function typeWords(type: FieldType): string {
  return TYPES[type];
}

/** Told to a screen reader: “Category is chosen, place 5 of 5.” */
export function addedWords(label: string, count: number): string {
  return `${label} is chosen, place ${count} of ${count}.`;
}

export function takenOutWords(label: string, count: number): string {
  return `${label} is taken out. ${countOf(count, 'fields')} chosen.`;
}

/** `place` from 0: “Owner, place 3 of 12.” */
export function movedWords(label: string, place: number, count: number): string {
  return `${label}, place ${place + 1} of ${count}.`;
}
