/** The words of the columns that decide about status and licence, so that people can say what each becomes. */
import type { Mapping, UploadChoices } from './choices';
import { LicenceWords } from './licence-words';
import { cellWord, wordKey } from './reading/cell-word';
import { splitList } from './reading/list';
import { settledChoices } from './settled-choices';
import type { UploadSheet } from './sheet';
import { type Source, sourcesOf } from './source';
import type { UploadField, UploadTarget } from './target';
import type { UploadTemplate } from './template';

export interface ColumnWord {
  /** As it is written the first time. */
  readonly word: string;
  readonly rows: number;
  /** What is sent for it, '' where that is nothing; null where it is an error. */
  readonly becomes: string | null;
}

const MOST_WORDS = 50;

/** By key of the field, its words, the most frequent first; only fields with choices and the licences, where a column fills them. */
export function wordsOf(
  sheet: UploadSheet,
  target: UploadTarget,
  mapping: Mapping,
  template: UploadTemplate | null,
  choices: UploadChoices,
): Readonly<Record<string, readonly ColumnWord[]>> {
  const settled = settledChoices(choices, target, template);
  return Object.fromEntries(
    target.fields
      .filter(({ type, meaning }) => type === 'choice' || meaning === 'licences')
      .map((field) => ({ field, sources: sourcesOf(field, sheet, mapping, template, settled) }))
      .filter(({ sources }) => sources.length > 0)
      .map(({ field, sources }) => [
        field.key,
        wordsIn(sources, field, sheet, new LicenceWords(settled.licenceRule)),
      ]),
  );
}

function wordsIn(
  sources: readonly Source[],
  field: UploadField,
  { rows, timeZone }: UploadSheet,
  licences: LicenceWords,
): readonly ColumnWord[] {
  const counts = new Map<string, { word: string; rows: number; becomes: string | null }>();
  for (const { cells } of rows) {
    for (const source of sources) {
      for (const word of wordsOfCell(cellWord(cells[source.at] ?? '', timeZone), field, source)) {
        const key = wordKey(word);
        const known = counts.get(key);
        if (known) known.rows += 1;
        else counts.set(key, { word, rows: 1, becomes: becoming(word, field, source, licences) });
      }
    }
  }
  return [...counts.values()].sort((one, other) => other.rows - one.rows).slice(0, MOST_WORDS);
}

function wordsOfCell(word: string, field: UploadField, source: Source): readonly string[] {
  if (source.yes !== undefined) {
    const { value } = source.read(word);
    return value === undefined ? [] : [String(value)];
  }
  if (word === '') return [];
  return field.type === 'list' ? splitList(word) : [word];
}

function becoming(word: string, field: UploadField, source: Source, licences: LicenceWords): string | null {
  const { value, fault } = source.yes === undefined ? source.read(word) : { value: word };
  if (fault) return null;
  const text = typeof value === 'object' ? value.join(', ') : String(value ?? '');
  return field.meaning === 'licences' ? (licences.read(text)[0]?.name ?? '') : text;
}
