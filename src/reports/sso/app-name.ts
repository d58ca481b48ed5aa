/** The ways to read an app’s name, which people and platforms lengthen with plans, taglines, teams and makers. */
import {
  isAudience,
  sayAddOn,
  withoutBrackets,
  withoutLegalForm,
  withoutPlan,
  withoutPlanAndForm,
  withoutTopLevel,
  type Words,
  wordsOf,
} from './words';

export interface Reading {
  readonly words: Words;
  /** Whether words were left out that may tell it from something with an ordinary name: “Jam App”, “Front - Desk”. */
  readonly isLoose: boolean;
}

export interface AppName {
  /** From the fullest to the shortest; none of them is only a part of what the app is. */
  readonly readings: readonly Reading[];
  /** What comes before “for”, “with” and the like: what the app is, not what it is made for. */
  readonly head: Words;
  /** Whether it says that it is made for another product. */
  readonly isAddOn: boolean;
}

const TAGLINE = /\s+[-–—|·•]\s+|\s*[:|]\s+/;
const TURNS = new Set(['for', 'with', 'to', 'via', 'from', 'by', 'on', 'in']);

export function readAppName(name: string): AppName {
  const bare = withoutBrackets(name);
  const words = wordsOf(bare);
  const turn = words.findIndex((word, at) => at > 0 && TURNS.has(word));
  const head = turn === -1 ? words : words.slice(0, turn);
  const isForAudience = words[turn] === 'for' && isAudience(withoutLegalForm(words.slice(turn + 1)));
  const isAddOn = (words[turn] === 'for' && !isForAudience) || sayAddOn(words);

  const ways = [...new Set([bare, name, withoutTopLevel(bare)])].map((text) =>
    text === bare ? words : wordsOf(text),
  );
  if (!isAddOn && (isForAudience || words[turn] === 'by')) ways.push(head);
  const start = isAddOn ? bare : (bare.split(TAGLINE)[0] ?? '');
  return { readings: readingsOf(ways, start === bare ? [] : [wordsOf(start)]), head, isAddOn };
}

/** `starts` are what taglines leave of the name. */
function readingsOf(ways: readonly Words[], starts: readonly Words[]): Reading[] {
  const readings = new Map<string, Reading>();
  const take = (words: Words, isLoose: boolean): void => {
    const key = words.join(' ');
    if (key !== '' && !readings.has(key)) readings.set(key, { words, isLoose });
  };
  for (const words of ways) take(words, false);
  for (const words of ways) take(withoutPlan(words), false);
  for (const words of [...starts, ...ways]) take(withoutPlanAndForm(words), true);
  return [...readings.values()];
}
