/** A tab made into what leaves the spreadsheet, with all that speaks for and against sending it. */
import { AppError } from '../../core/errors';
import { markOf } from '../../core/table/mark';
import type { Mapping } from '../../core/upload/choices';
import { packParts } from '../../core/upload/pack';
import type { UploadCounts, UploadFile, UploadPackage, UploadPart } from '../../core/upload/package';
import type { Problem } from '../../core/upload/problem';
import { readRows } from '../../core/upload/reading';
import type { UploadSheet } from '../../core/upload/sheet';
import type { UploadTarget } from '../../core/upload/target';
import type { Ports } from '../../ports';
import type { ProviderDefinition } from '../../providers/definition';
import type { UploadFileHead } from '../../providers/uploading';
import { organisationOf } from '../account';
import { timeOfDay } from '../pull';
import { compareWithLast } from './comparison';
import type { UploadCheckInfo, UploadOptions } from './contract';
import { blocking, hindrancesOf, lacksPlace, noPlace, problemsOf } from './hindrances';
import { type ChosenMapping, chooseMapping, type GivenMapping, unusedColumns } from './mapping';
import { UploadMemory } from './memory';
import { identitiesAfter, withoutSent } from './sent-before';
import type { StagedSource, TabName } from './staged-head';
import { findTarget, type FoundTarget } from './targets';
import { type OpenedTab, openTab } from './upload-sheet';

interface PackagingRequest {
  readonly tab: string;
  readonly target: string;
  readonly mapping?: Mapping | undefined;
  readonly options?: UploadOptions | undefined;
}

export interface Packaged {
  readonly provider: ProviderDefinition;
  readonly target: UploadTarget;
  readonly tab: TabName;
  readonly mapping: Mapping;
  /** Remembered ones and given ones together. */
  readonly options: UploadOptions;
  readonly template: string;
  readonly parts: readonly UploadPart[];
  /** Whether there is nothing in it but what was sent before. */
  readonly isAllSent: boolean;
  /** By target, what counts as sent once it is. */
  readonly identities: UploadPackage['identities'];
  /** Where each part came from, the main one first. */
  readonly sources: readonly StagedSource[];
  /** Its tabs as they were read, by name. */
  readonly sheets: ReadonlyMap<string, { readonly tab: TabName; readonly sheet: UploadSheet }>;
  readonly pack: UploadPackage;
  /** The files of the package without their texts. */
  readonly heads: readonly UploadFileHead[];
  /** Changes with anything that would be sent, and with where it goes. */
  readonly seal: string;
  /** The seal of the last check, where one was made since something was last sent. */
  readonly checked: string | null;
  readonly since?: NonNullable<UploadCheckInfo['since']>;
  readonly question?: string;
  /** What stops it, a sentence each. */
  readonly hindrances: readonly string[];
  readonly remarks: readonly string[];
  readonly route: string;
}

/** One tab and what it is read for. */
interface Piece extends ChosenMapping {
  readonly found: FoundTarget;
  readonly opened: OpenedTab;
  readonly part: UploadPart;
}

/** Names of columns that are told of those that are not sent. */
const MOST_NAMED = 8;

/**
 * Reads every tab of the upload once, and sends nothing. Throws UNKNOWN_TAB, EMPTY_TAB, UNKNOWN_TARGET, and what choosing columns
 * throws.
 */
export function packageOf(
  ports: Ports,
  request: PackagingRequest,
  memory = new UploadMemory(ports),
): Packaged {
  const main = piece(ports, memory, request.tab, request.target, request);
  const { target, provider, uploads } = main.found;
  const { tab } = main.opened;
  const pieces = [main, ...companions(ports, memory, main)];
  const place = target.place === null ? '' : (main.options.place ?? '');
  const all = pieces.map(({ part }) => part);
  const news = main.options.again === true ? null : withoutSent(memory, all, place);
  const parts = news?.parts ?? all;
  const packed = packParts(parts, target.target);
  const way = { tab: tab.id, target, place, platform: provider.title };
  const compared = compareWithLast(memory, way, parts, packed.identities);
  const pack: UploadPackage = {
    ...packed,
    counts: news && news.rows > 0 ? withSentBefore(packed.counts, news.rows) : packed.counts,
    problems: [
      ...tooSoon(ports, memory, main.found, place),
      ...pieces.flatMap(({ found }) => guessed(found)),
      ...compared.problems,
      ...(news?.problems ?? []),
      ...packed.problems.filter(({ code }) => code !== 'nothingValid' || !news?.isAll),
    ],
  };
  const heads = headsOf(pack);
  return {
    provider,
    target,
    tab,
    mapping: main.mapping,
    options: main.options,
    template: main.template.template,
    parts,
    isAllSent: news?.isAll ?? false,
    identities: identitiesAfter(compared.before, packed.identities),
    sources: pieces.map(({ opened, part }) => ({
      target: part.target.target,
      tab: opened.tab,
      columns: part.columns,
    })),
    sheets: new Map(pieces.map(({ opened }) => [opened.tab.name, opened])),
    pack,
    heads,
    seal: sealOf(
      [target.target, place, organisationOf(ports, provider), main.options.parsing ?? ''],
      pack.files,
    ),
    checked: memory.sealOf(tab.id, target.target),
    ...(compared.since ? { since: compared.since } : {}),
    ...(compared.question === undefined ? {} : { question: compared.question }),
    hindrances: hindrancesOf(ports, main.found, main.options, pack),
    remarks: [...compared.remarks, ...pieces.flatMap(unused)],
    route: uploads.routeOf?.(heads) ?? routeByNumber(heads),
  };
}

/**
 * Throws UPLOAD_PROBLEMS, NO_PLACE, CONFIRM_FIRST unless the question was answered, and UPLOAD_CHANGED where it is not what the
 * last check showed. `unattended`: nobody has checked it just now, and nobody is there to answer.
 */
export function refuseToSend(
  { target, provider, tab, options, pack, seal, checked, question }: Packaged,
  { unattended = false }: { readonly unattended?: boolean } = {},
): void {
  const where = { tab: tab.name };
  const stops = blocking(pack, options);
  if (stops.length > 0) throw problemsOf(tab.name, stops);
  if (lacksPlace(target, options)) throw noPlace(provider);
  const wanted = options.seal ?? (unattended ? seal : (checked ?? seal));
  if (wanted !== seal) throw new AppError('UPLOAD_CHANGED', { tab: tab.name }, where);
  if (question !== undefined && options.confirmed !== true)
    throw new AppError('CONFIRM_FIRST', { question }, where);
}

function piece(ports: Ports, memory: UploadMemory, tab: string, target: string, given: GivenMapping): Piece {
  const found = findTarget(ports, target);
  const opened = openTab(ports, tab);
  const remembered = memory.settingsOf(opened.tab.id, target);
  const chosen = chooseMapping(opened.sheet, found, remembered, given);
  const part = readRows(opened.sheet, found.target, chosen.mapping, chosen.template, chosen.options);
  return { ...chosen, found, opened, part };
}

/** The other tabs of the same upload. Throws BAD_REQUEST where two are for the same target, and UNKNOWN_TARGET for another platform's. */
function companions(ports: Ports, memory: UploadMemory, main: Piece): readonly Piece[] {
  const seen = new Set([main.found.target.target]);
  const { targets } = main.found.uploads;
  return (main.options.with ?? []).map(({ tab, target, mapping, options }) => {
    if (seen.has(target)) throw new AppError('BAD_REQUEST', { problem: `two tabs are for ${target}` });
    seen.add(target);
    if (!targets.some((each) => each.target === target)) {
      const known = targets.map((each) => each.target).join(', ');
      throw new AppError('UNKNOWN_TARGET', { target, known });
    }
    return piece(ports, memory, tab, target, { mapping, options });
  });
}

function withSentBefore(counts: UploadCounts, sentBefore: number): UploadCounts {
  return { ...counts, rows: counts.rows + sentBefore, sentBefore };
}

/** Of a file of its own, all records of its target are in it; of a page, each has its row. */
export function headsOf({ files, counts }: UploadPackage): readonly UploadFileHead[] {
  return files.map(({ target, entity, page, name, contentType, bytes, rows }) => ({
    target,
    entity,
    page,
    name,
    contentType,
    bytes,
    records: entity === '' ? (counts.parts[target] ?? 0) : rows.length,
  }));
}

/** Short, and another one for whatever differs: of 4,000,000,000 changes it misses one. */
function sealOf(about: readonly string[], files: readonly UploadFile[]): string {
  return markOf(
    JSON.stringify([...about, ...files.map(({ name, bytes, text }) => [name, bytes, markOf(text)])]),
  );
}

function routeByNumber({ length }: readonly UploadFileHead[]): string {
  return length === 1 ? 'in one file' : `in ${length} files`;
}

/** Where the platform asks for hours between two uploads of everything. */
function tooSoon(
  ports: Ports,
  memory: UploadMemory,
  { target, uploads, provider }: FoundTarget,
  place: string,
): readonly Problem[] {
  const last = target.missing === 'stays' ? null : memory.lastTo(target.target, place);
  const { hoursBetween = 0 } = uploads;
  const free = (last ?? 0) + hoursBetween * 3_600_000;
  if (free <= ports.clock.now()) return [];
  const when = timeOfDay(free, ports.grid.file().timeZone);
  return [
    {
      severity: 'warning',
      code: 'tooSoon',
      message: `The last upload to the same place was less than ${hoursBetween} hours ago, which is the least that ${provider.title} asks for between two.`,
      remedy: `Send it after ${when}, or earlier if it cannot wait.`,
    },
  ];
}

function guessed({ target, provider, isGuessed }: FoundTarget): readonly Problem[] {
  if (!isGuessed) return [];
  return [
    {
      severity: 'note',
      code: 'guessedSchema',
      message: `${provider.title} did not say which fields it takes for ${target.plural}, so they are checked as its documents have them.`,
      remedy:
        'Nothing to do: should it see that in another way, it says so when this is sent, and nothing of it counts then.',
    },
  ];
}

/** Columns that go nowhere: people expect that what they see is sent. */
function unused({ opened: { sheet }, mapping }: Piece): readonly string[] {
  const left = unusedColumns(sheet, mapping);
  if (left.length === 0) return [];
  const names = left.slice(0, MOST_NAMED).map((column) => `“${column}”`);
  const more = left.length - names.length;
  const all = more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
  return [`Not sent of “${sheet.tab}”: ${all}.`];
}
