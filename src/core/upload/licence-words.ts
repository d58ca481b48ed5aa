/** Which licence a word of a tab means. */
import type { UploadPart, UploadValue } from './package';
import type { RowRecord } from './record';
import type { LicenceRule } from './template';

export interface LicenceName {
  readonly name: string;
  /** Whether it is the licence of those who have no other. */
  readonly isFallback: boolean;
}

export class LicenceWords {
  private readonly names: ReadonlyMap<string, string>;
  private readonly fallback: LicenceName | null;

  constructor(readonly rule: LicenceRule | undefined) {
    const names = Object.entries(rule?.names ?? {});
    this.names = new Map(names.map(([word, name]) => [licenceKey(word), name.trim()]));
    const fallback = rule?.fallback?.trim() ?? '';
    this.fallback = fallback === '' ? null : { name: fallback, isFallback: true };
  }

  /** Each licence once, whatever its case; [] for a row that names none, or only words that stand for nothing. */
  read(words: UploadValue | undefined): readonly LicenceName[] {
    if (words === undefined || words === '') return [];
    const found = new Map<string, LicenceName>();
    for (const word of Array.isArray(words) ? (words as readonly string[]) : [String(words)]) {
      const name = this.nameOf(word);
      if (name && !found.has(licenceKey(name.name))) found.set(licenceKey(name.name), name);
    }
    return [...found.values()];
  }

  /** The licence of somebody for whom no word says one. */
  ofNoWord(): readonly LicenceName[] {
    return this.fallback ? [this.fallback] : [];
  }

  private nameOf(word: string): LicenceName | null {
    const trimmed = word.trim();
    if (trimmed === '') return null;
    const name = this.names.get(licenceKey(trimmed));
    if (name === undefined) return this.fallback ?? { name: trimmed, isFallback: false };
    if (name === '') return null;
    const isFallback = this.fallback !== null && licenceKey(name) === licenceKey(this.fallback.name);
    return { name, isFallback };
  }
}

/** The records with what the rule makes of the words in their list of licences. */
export function withLicenceNames(
  { target, choices }: UploadPart,
  records: readonly RowRecord[],
): readonly RowRecord[] {
  const key = target.fields.find(({ meaning, type }) => meaning === 'licences' && type === 'list')?.key;
  if (key === undefined || !choices.licenceRule) return records;
  const words = new LicenceWords(choices.licenceRule);
  return records.map(({ rows, values }) => {
    const named = words.read(values[key]);
    const names = (named.length > 0 ? named : words.ofNoWord()).map(({ name }) => name);
    return { rows, values: { ...values, [key]: names } };
  });
}

/** What tells licences apart: their names, whatever the case. */
export function licenceKey(name: string): string {
  return name.trim().toLowerCase();
}
