/** Sentences about an upload: what it is made of, what came of it, and what the platform has by now. */
import type {
  UploadCheckInfo,
  UploadEntry,
  UploadMappingInfo,
  UploadResult,
  UploadTargetInfo,
} from '../../src/app/upload/contract';
import type { Gaps } from '../state/upload-draft';
import { countOf, formatCount } from './count';
import { formatMoment } from './time';

/** How many names of those that are gone or missing are told. */
const NAMES = 10;

/** “120 rows → 118 users, 4 licences · 2 rows left out, 1 merged”. */
export function totalsWords(
  { counts }: Pick<UploadCheckInfo, 'counts'>,
  plural: string,
  locale?: string,
): string {
  const { rows, records, users, licenses, merged, leftOut, sentBefore = 0 } = counts;
  const made = [
    users === undefined ? countOf(records, plural, locale) : countOf(users, 'users', locale),
    ...(licenses === undefined || licenses === 0 ? [] : [countOf(licenses, 'licences', locale)]),
  ];
  const less = [
    ...(leftOut > 0 ? [`${countOf(leftOut, 'rows', locale)} left out`] : []),
    ...(sentBefore > 0 ? [`${countOf(sentBefore, 'rows', locale)} sent before`] : []),
    ...(merged > 0 ? [`${countOf(merged, 'rows', locale)} put together with others`] : []),
  ];
  const parts = [
    `${countOf(rows, 'rows', locale)} → ${made.join(', ')}`,
    ...(less.length > 0 ? [less.join(', ')] : []),
  ];
  return parts.join(' · ');
}

/** “With it go 12 groups and 340 memberships.”; '' where nothing goes along. */
export function companionsWords(
  { counts, target }: Pick<UploadCheckInfo, 'counts' | 'target'>,
  targets: readonly Pick<UploadTargetInfo, 'target' | 'plural'>[],
  locale?: string,
): string {
  const others = Object.entries(counts.parts).filter(([other]) => other !== target);
  const said = others.map(([other, count]) =>
    countOf(count, targets.find((one) => one.target === other)?.plural ?? 'records', locale),
  );
  return said.length === 0 ? '' : `With it go ${said.join(' and ')}.`;
}

/** “Goes to the app account “Figma”.” */
export function placeWords(singular: string, title: string): string {
  return `Goes to the ${singular} “${title}”.`;
}

/** “48 KB, by form”. */
export function sizeWords(
  { bytes, route }: Pick<UploadCheckInfo, 'bytes' | 'route'>,
  locale?: string,
): string {
  return `${formatBytes(bytes, locale)}, ${route}`;
}

/** “340 bytes”, “48 KB”, “12.4 MB”: thousands, as the platforms count. */
export function formatBytes(bytes: number, locale?: string): string {
  if (bytes < 1000) return countOf(bytes, 'bytes', locale);
  if (bytes < 1_000_000) return `${formatCount(Math.round(bytes / 1000), locale)} KB`;
  return `${formatCount(Math.round(bytes / 100_000) / 10, locale)} MB`;
}

/** “Since 20 Nov, 10:00: 3 new, 37 gone (ann@halden.example and 36 more).” */
export function sinceWords(
  { at, added, gone, goneNames }: NonNullable<UploadCheckInfo['since']>,
  now: number,
  locale?: string,
): string {
  const then = formatMoment(Date.parse(at), now, locale);
  if (added + gone === 0) return `The same ones as in the upload before, ${then}.`;
  const names = goneNames.length === 0 ? '' : ` (${namesWords(goneNames, gone, locale)})`;
  return `Since the upload before, ${then}: ${formatCount(added, locale)} new, ${formatCount(gone, locale)} gone${names}.`;
}

/** “ann@halden.example, bo@halden.example and 35 more”. */
export function namesWords(names: readonly string[], count: number, locale?: string): string {
  const told = names.slice(0, NAMES);
  const more = count - told.length;
  return `${told.join(', ')}${more > 0 ? ` and ${formatCount(more, locale)} more` : ''}`;
}

/** “7 of 9 fields found; 2 columns are not used”. */
export function foundWords(filled: number, fields: number, unused: number, locale?: string): string {
  const columns = `${countOf(unused, 'columns', locale)} ${unused === 1 ? 'is' : 'are'} not used`;
  return `${formatCount(filled, locale)} of ${countOf(fields, 'fields', locale)} found; ${unused === 0 ? 'every column is used' : columns}`;
}

const ORIGINS: Readonly<Record<UploadMappingInfo['origin'], string>> = {
  remembered: 'Read as it was last time.',
  recognised: 'Recognised by its headers.',
  guessed: 'Read by the names of its columns: please look them over.',
};

export function originWords({ origin }: Pick<UploadMappingInfo, 'origin'>): string {
  return ORIGINS[origin];
}

/** “118 users and 4 licences are there”, “118 users were taken”. */
export function uploadedWords(
  { outcome, counts }: Pick<UploadResult, 'outcome' | 'counts'>,
  locale?: string,
): string {
  const { users, licenses, records } = counts;
  const what = [
    countOf(users ?? records, users === undefined ? 'records' : 'users', locale),
    ...(licenses === undefined || licenses === 0 ? [] : [countOf(licenses, 'licences', locale)]),
  ];
  return `${what.join(' and ')} ${outcome === 'done' ? 'arrived' : 'were handed over'}`;
}

/** “10:42 · by ana@halden.example”. */
export function uploadedByWords(
  { at, who }: Pick<UploadEntry, 'at' | 'who'>,
  now: number,
  locale?: string,
): string {
  return `${formatMoment(Date.parse(at), now, locale)} · by ${who}`;
}

/** “120 rows → 118 records · 2 left out · 48 KB, by form”. */
export function entryWords(entry: UploadEntry, locale?: string): string {
  const { rows, records, leftOut, bytes, route } = entry;
  return [
    `${countOf(rows, 'rows', locale)} → ${countOf(records, 'records', locale)}`,
    ...(leftOut > 0 ? [`${formatCount(leftOut, locale)} left out`] : []),
    sizeWords({ bytes, route }, locale),
  ].join(' · ');
}

/** “Missing: E-mail, 3 words, and where it goes.”: what the check would find as well. */
export function gapWords(
  { fields, words, place, companions }: Gaps,
  target: UploadTargetInfo,
  targets: readonly Pick<UploadTargetInfo, 'target' | 'title'>[],
  locale?: string,
): string {
  const missing = [
    ...fields.map(({ label }) => label),
    ...(words > 0 ? [`the meaning of ${countOf(words, 'words', locale)}`] : []),
    ...companions.map((need) => `a tab for ${targets.find((one) => one.target === need)?.title ?? need}`),
    ...(place ? [`the ${target.place?.singular ?? 'place'} it goes to`] : []),
  ];
  return `Still missing: ${missing.join(', ')}.`;
}

/** “5 words, all understood”, “5 words, 2 of them not understood”. */
export function wordsFoundWords(count: number, unknown: number, locale?: string): string {
  const words = countOf(count, 'words', locale);
  return `${words}, ${unknown === 0 ? 'all understood' : `${formatCount(unknown, locale)} of them not understood`}`;
}

/** Says where the list of problems is not whole; '' where it is. */
export function listedWords(
  listed: number,
  { errors, warnings }: Pick<UploadCheckInfo['counts'], 'errors' | 'warnings'>,
  locale?: string,
): string {
  return listed < errors + warnings
    ? `These are the first ${formatCount(listed, locale)} of ${formatCount(errors + warnings, locale)}. `
    : '';
}

/** On the button that leaves rows with errors out, or takes them in again; `more`: not all of them are known. */
export function leaveOutWords(leftOut: boolean, rows: number, more: boolean, locale?: string): string {
  if (leftOut) return 'Take bad rows in again';
  return rows === 0 || more ? 'Leave out bad rows' : `Leave out ${countOf(rows, 'bad rows', locale)}`;
}

export function leftOutWords(rows: number, locale?: string): string {
  return `${countOf(rows, 'rows', locale)} with errors ${rows === 1 ? 'was' : 'were'} left out.`;
}

/** “pricePerUser” → “Price per user”, “unique_id” → “Unique id”: a name of the platform's for people. */
export function keyWords(key: string): string {
  const words = key
    .replace(/_/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/licens/gi, 'licenc')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
