/** Starting a pull: which tab it goes to, and that nobody else is at it. */
import { AppError, type ErrorCode } from '../core/errors';
import type { Filter } from '../core/filter/filter';
import { isOver, type JobRecord } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import type { ProviderDefinition, ProviderName, ResourceName } from '../providers/definition';
import { connectionOf } from './account';
import { findSubject, isReport, type Subject } from './catalogue';
import type { FilterShorthand, TabMode } from './contract';
import { longFilters } from './filter-shorthand';
import { TabIndex, usualNames } from './tab-index';

/** What a pull job must know; kept in its record. */
export interface PullArgs {
  readonly provider: ProviderName;
  readonly resource: ResourceName;
  /** The tab's name; made when it does not exist. */
  readonly tab: string;
  /** Sheet id of a tab that exists. */
  readonly id?: number;
  /** Chosen fields in order; absent: as last time, or the usual ones. */
  readonly fields?: readonly string[];
  /** Absent: as last time, or none. */
  readonly filters?: readonly Filter[];
  /** Absent: as last time, or mirror. */
  readonly mode?: TabMode;
}

export interface PullRequest {
  readonly provider: string;
  readonly resource: string;
  readonly fields?: readonly string[];
  readonly filters?: readonly Filter[] | FilterShorthand;
  readonly mode?: TabMode;
  readonly tab?: string;
}

/** Bytes of field keys and filters that fit into a job's record beside the rest. */
const CHOICE_LIMIT = 6000;

/**
 * Adds the job, or answers with the one that this person has under way on the same tab. Throws NOT_CONNECTED, and
 * BUSY when somebody else has one under way.
 */
export function startPull(ports: Ports, request: PullRequest): JobRecord {
  const provider = findProvider(request.provider);
  const subject = findSubject(provider, request.resource);
  const choice = {
    ...(request.fields ? { fields: request.fields } : {}),
    ...(request.filters ? { filters: longFilters(request.filters) } : {}),
    ...(request.mode ? { mode: request.mode } : {}),
  };
  if (bytesOf(JSON.stringify(choice)) > CHOICE_LIMIT) throw new AppError('TOO_MANY_FIELDS');
  connectionOf(ports, provider);
  const args: PullArgs = {
    provider: provider.provider,
    resource: subject.resource,
    ...destination(ports, provider, subject, request.tab),
    ...choice,
  };
  const now = ports.clock.now();
  const me = { key: ports.identity.userKey(), name: ports.identity.email() || 'Somebody' };
  const { job, added } = new JobStore(ports.store, ports.lock).add(
    {
      id: `${args.provider}-${args.resource}-${now.toString(36)}${Math.floor(ports.clock.random() * 1e6).toString(36)}`,
      kind: 'pull',
      title: titleOf(provider, subject),
      target: args.tab,
      ...(args.id === undefined ? {} : { targetId: args.id }),
      args,
      state: 'running',
      progress: { done: 0, unit: subject.plural, pages: 0 },
      startedAt: now,
      startedBy: me,
    },
    now,
  );
  if (!added && (job.startedBy.key !== me.key || job.kind === 'push')) throw busyWith(ports, job, args.tab);
  return job;
}

function titleOf({ title }: ProviderDefinition, subject: Subject): string {
  return isReport(subject) ? `${subject.title} from ${title}` : `Pull ${subject.plural} from ${title}`;
}

/** The tab that a pull goes to: the one that was named, the one that has this resource already, or a new one. */
export function destination(
  ports: Ports,
  provider: ProviderDefinition,
  subject: Subject,
  wanted: string | undefined,
): { tab: string; id?: number } {
  const index = new TabIndex(ports);
  const known = wanted === undefined ? index.find(provider, subject) : index.named(wanted);
  if (known) {
    const isShared = isReport(subject) && subject.isShared === true;
    const isOther = known.provider !== provider.provider && !isShared;
    if (isOther || known.resource !== subject.resource) {
      throw new AppError('TAB_OF_ANOTHER', { tab: known.tab, resource: known.resource }, { tab: known.tab });
    }
    return { tab: known.tab, id: known.id };
  }
  if (wanted !== undefined) return { tab: wanted };
  const soon = new JobStore(ports.store, ports.lock).all().filter((job) => !isOver(job));
  const [usual, longer] = usualNames(provider, subject);
  const taken =
    index.all().some(({ tab }) => tab === usual) ||
    soon.some((job) => job.target === usual && (job.args as PullArgs).provider !== provider.provider);
  return { tab: taken ? longer : usual };
}

const UNDER_WAY: Readonly<Partial<Record<string, ErrorCode>>> = {
  push: 'PUSH_UNDER_WAY',
  upload: 'UPLOAD_UNDER_WAY',
};

/** Why nothing else can begin on the tab that a job is at. */
export function busyWith(ports: Ports, job: JobRecord, tab: string): AppError {
  const since = timeOfDay(job.startedAt, ports.grid.file().timeZone);
  const code = UNDER_WAY[job.kind] ?? 'BUSY';
  return new AppError(code, { who: job.startedBy.name, tab: `“${tab}”`, since }, { tab });
}

/** What a text takes in UTF-8, by which Google counts; of rare characters, a little more. */
function bytesOf(text: string): number {
  return text.replace(/[\u0080-\u07ff]/g, '--').replace(/[\u0800-\uffff]/g, '---').length;
}

/** “09:05”, as the clock on the wall shows it. */
export function timeOfDay(moment: number, timeZone: string): string {
  return new Date(moment).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
}
