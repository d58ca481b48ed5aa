/** The first half of a pull: which fields are wanted, and all records with them. Touches no tab. */
import { AppError } from '../core/errors';
import { checkFilters } from '../core/filter/check';
import type { Filter, FilterOnField } from '../core/filter/filter';
import { filterWords } from '../core/filter/words';
import { Ahead } from '../core/http/ahead';
import { Dispatcher } from '../core/http/dispatcher';
import type { OnPage, ReadProgress, ReadResult, Sender } from '../core/http/list';
import { Replay } from '../core/http/replay';
import type { Answers } from '../core/http/together';
import { unknownFields } from '../core/http/unknown-fields';
import type { Slice } from '../core/jobs/runner';
import type { Field, RemoteRecord } from '../core/table/field';
import type { Ports } from '../ports';
import type { ProviderDefinition, ResourceDefinition } from '../providers/definition';
import { documentedFields } from '../providers/documented-fields';
import { learnFields } from '../providers/learned-fields';
import { readResource, type SelectedRecords } from '../providers/reading';
import { readFields } from '../providers/offered-fields';
import { connectionOf } from './account';
import { isReport, type Subject } from './catalogue';
import { chooseFields, type FieldChoice } from './field-choice';
import { readReport } from './report-reading';
import type { Staging } from './staging';
import type { TabIndex } from './tab-index';

export interface PullRead {
  /** In order of choice, the key field first. */
  readonly fields: readonly Field[];
  readonly filters: readonly Filter[];
  /** The filters in plain words. */
  readonly selection: readonly string[];
  /** Keys of the choice, also of fields that are not offered just now. */
  readonly chosen: readonly string[];
  readonly records: readonly RemoteRecord[];
  /** When the read began, milliseconds since 1970. */
  readonly readAt: number;
  /** False where something may be missing: then nothing counts as gone. */
  readonly complete: boolean;
  readonly remarks: readonly string[];
  readonly pages: number;
}

/** What a person wants to see; kept with the tab. */
export interface Wanted {
  /** Field keys in order, or undefined for the usual ones. */
  readonly fields: readonly string[] | undefined;
  readonly filters: readonly Filter[];
  /** The columns that the tab has. */
  readonly columns: readonly Pick<Field, 'key' | 'label'>[];
}

/** Where they are read from, and by what means. */
export interface Source {
  readonly provider: ProviderDefinition;
  readonly subject: Subject;
  readonly index: TabIndex;
  readonly staging: Staging;
  readonly slice: Slice;
  /** What came together with the answers for other pulls. */
  readonly early: Answers;
}

/** Errors by which a platform may say that it does not know any more where an earlier execution was. */
const LOST = ['PROVIDER_REFUSED', 'NOT_FOUND', 'INCOMPLETE_READ'];

/** Goes on where an earlier execution ended. Throws BAD_FILTER, and what the dispatcher and the pager throw. */
export function readForPull(ports: Ports, source: Source, wanted: Wanted): PullRead {
  const { staging } = source;
  try {
    return readOrReplay(ports, source, wanted);
  } catch (thrown) {
    if (staging.replayed === 0 || !LOST.includes(AppError.from(thrown).code)) throw thrown;
    staging.clear();
    return readOrReplay(ports, source, wanted);
  }
}

function readOrReplay(
  ports: Ports,
  { provider, subject, index, staging, slice, early }: Source,
  wanted: Wanted,
): PullRead {
  const dispatcher = new Dispatcher(ports, connectionOf(ports, provider), {
    deadline: slice.deadline,
    onWait: (reason, until) => slice.waiting(reason, until),
    stats: slice.stats,
  });
  const sender = new Replay(new Ahead(dispatcher), staging, early);
  const { readAt } = staging;
  const asking = { provider, subject, index, sender, readAt };
  return readSubject(ports, asking, wanted, ({ records, total, pages }, unit) => {
    staging.announceRecords(total ?? records);
    slice.progress({
      phase: 'reading',
      done: records,
      ...(total === undefined ? {} : { total }),
      unit,
      pages,
    });
  });
}

/** What is read, what answers its requests, and as of when. */
export interface Asking<Read extends Subject = Subject> {
  readonly provider: ProviderDefinition;
  readonly subject: Read;
  /** Where a report finds what people have written. */
  readonly index: TabIndex;
  readonly sender: Sender;
  /** When the read began, milliseconds since 1970. */
  readonly readAt: number;
}

/** What came so far, and in words what that is: “apps”. */
export type OnRead = (progress: ReadProgress, unit: string) => void;

/** Asks for the same whenever it gets the same answers. */
export function readSubject(
  ports: Pick<Ports, 'grid' | 'store'>,
  asking: Asking,
  wanted: Wanted,
  onRead: OnRead,
): PullRead {
  const { subject } = asking;
  if (isReport(subject)) return readReport(ports, { ...asking, subject }, wanted, onRead);
  return readRecords(ports, { ...asking, subject }, wanted, (progress) => onRead(progress, subject.plural));
}

/** The fields first, then all records with those that are wanted. */
function readRecords(
  ports: Pick<Ports, 'grid'>,
  { provider, subject: resource, sender, readAt }: Asking<ResourceDefinition>,
  wanted: Wanted,
  onPage: OnPage,
): PullRead {
  const { timeZone } = ports.grid.file();
  const read = (fields: readonly Field[], filters: readonly FilterOnField[]): SelectedRecords =>
    readResource(sender, provider, resource, fields, readAt, onPage, { filters, timeZone });
  const offered = offeredBefore(sender, resource, wanted.filters);
  const filters = checkFilters(wanted.filters, offered);
  // As checked, with options by what the platform stores: a choice outlives a new label.
  const selected = {
    filters: filters.map(({ filter }) => filter),
    selection: filters.map(filterWords),
    readAt,
  };
  if (resource.fieldsInRecords) {
    const result = read([], filters);
    const learned = [...learnFields(resource, result.arrived)];
    const known = new Set(learned.map(({ key }) => key));
    // What no record of a selection has is empty in it; what no record at all has may be gone, and is left as it was.
    if (filters.length > 0) {
      learned.push(...wanted.columns.filter(({ key }) => !known.has(key)).map(withoutValues));
    }
    const choice = chooseFields(learned, provider, resource, wanted.fields);
    return { ...joined(choice, result), ...selected };
  }
  const choice = chooseFields(offered, provider, resource, wanted.fields);
  try {
    return { ...joined(choice, read(choice.fields, filters)), ...selected };
  } catch (thrown) {
    // Deleted or hidden since it was listed: Torii then refuses the whole list and names the field.
    const refused = unknownFields(AppError.from(thrown));
    if (refused.length === 0) throw thrown;
    const fields = choice.fields.filter(({ key }) => !refused.includes(key));
    return { ...joined({ ...choice, fields }, read(fields, filters)), ...selected };
  }
}

/** A field that is learned from records and that none of those that were asked for has. */
function withoutValues({ key, label }: Pick<Field, 'key' | 'label'>): Field {
  return { key, label, type: 'text', help: '', writable: false, selected: false, custom: true };
}

/** Fields that are learned from records are not known before these came, but for the documented ones: only filters on others cost a request. */
function offeredBefore(
  sender: Sender,
  resource: ResourceDefinition,
  filters: readonly Filter[],
): readonly Field[] {
  const documented = documentedFields(resource);
  const enough = filters.every(({ field }) => documented.some(({ key }) => key === field));
  return resource.fieldsInRecords && enough ? documented : readFields(sender, resource);
}

function joined(
  { fields, chosen }: FieldChoice,
  { records, complete, remarks, pages }: ReadResult,
): Omit<PullRead, 'filters' | 'selection' | 'readAt'> {
  return { fields, chosen, records, complete, remarks, pages };
}
