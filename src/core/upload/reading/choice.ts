/** Words of a column as one of the values that a platform takes. */
import { told } from '../../change/told';
import { normalHeader } from '../headers';
import type { UploadField } from '../target';
import { wordKey } from './cell-word';
import { faulty, type Reading } from './fault';

/** By a word as it is written and by its normal form, the value that it stands for. */
export type ChoiceWords = ReadonlyMap<string, string>;

/** The values themselves, and their other words; a value goes before a word, and “$” is not “A$”. */
export function choiceWords({ choices = [] }: UploadField): ChoiceWords {
  const named = [
    ...choices.flatMap(({ value, words }) => words.map((word) => [word, value] as const)),
    ...choices.map(({ value }) => [value, value] as const),
  ];
  const loose = named.filter(([word]) => !/\p{Sc}/u.test(word));
  return new Map([
    ...loose.map(([word, value]) => [normalHeader(word), value] as const),
    ...named.map(([word, value]) => [written(word), value] as const),
  ]);
}

/** Unlike every normal form. */
function written(word: string): string {
  return `=${wordKey(word)}`;
}

/** Choices that a message names. */
const NAMED = 12;

export function readChoice(word: string, field: UploadField, words: ChoiceWords): Reading {
  const value = words.get(written(word)) ?? words.get(normalHeader(word));
  if (value !== undefined) return { value };
  const values = (field.choices ?? []).map((choice) => choice.value);
  const more = values.length - NAMED;
  const allowed = `${values.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return faulty(
    'badChoice',
    `“${field.label}” cannot be ${told(word)}. It takes ${allowed}.`,
    'Say what this word becomes, or write one of these.',
  );
}
