/** Reads out of the Unowned apps tab who could take over which app, with what people have corrected there. */
import type { TabRow } from './report';
import { FORMER_OWNER, SUGGESTED_OWNER } from './unowned-apps';

export interface OwnerSuggestion {
  /** The platform's id of the app, and what the report calls it. */
  readonly app: string;
  readonly name: string;
  /** '' where the report saw no owner. */
  readonly formerOwner: string;
  readonly person: string;
}

export interface ReadSuggestions {
  /** One for each app. */
  readonly suggestions: readonly OwnerSuggestion[];
  /** How many apps have nobody suggested. */
  readonly without: number;
}

/** `rows` are those of the tab, as it stands. */
export function readSuggestions(rows: readonly TabRow[]): ReadSuggestions {
  const suggestions = new Map<string, OwnerSuggestion>();
  let without = 0;
  for (const row of rows) {
    const said = (key: string): string => (row[key] ?? '').trim();
    const app = said('id');
    const person = said(SUGGESTED_OWNER);
    if (app === '' || suggestions.has(app)) continue;
    if (person === '') without += 1;
    else suggestions.set(app, { app, name: said('name'), formerOwner: said(FORMER_OWNER), person });
  }
  return { suggestions: [...suggestions.values()], without };
}
