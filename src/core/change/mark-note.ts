/** The line that a mark adds to the note of its cell, below whatever a person wrote there. */

const START = 'SaaS Ledger: ';

/** `note` is what to say; undefined leaves the text as it is. */
export function withMarkNote(text: string, note: string | undefined): string {
  if (note === undefined) return text;
  return text === '' ? lineOf(note) : `${text}\n${lineOf(note)}`;
}

/** Takes the line of an earlier mark out again, also where a person has written above or below it. */
export function withoutMarkNote(text: string, note: string | undefined): string {
  if (note === undefined) return text;
  const line = lineOf(note);
  if (text === line) return '';
  const lines = text.split('\n');
  const at = lines.lastIndexOf(line);
  return at < 0 ? text : [...lines.slice(0, at), ...lines.slice(at + 1)].join('\n');
}

function lineOf(note: string): string {
  return START + note.replace(/\s+/g, ' ').trim();
}
