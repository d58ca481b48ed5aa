/** Pulls that one execution works on: what they ask for first goes out together, one request of each at a time. */
import { Dispatcher } from '../core/http/dispatcher';
import { type Answers, type Reading, readTogether } from '../core/http/together';
import { isHeld, isOver, type JobRecord } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import type { ProviderDefinition } from '../providers/definition';
import { connectionOf, listAccounts } from './account';
import type { PullArgs } from './pull';
import { readSubject } from './pull-reading';
import { openTarget } from './pull-target';
import { isStaged } from './staging';

/** What came for a pull before its turn. */
export interface EarlyAnswers {
  readonly answers: Answers;
  /** When they were asked for, milliseconds since 1970. */
  readonly readAt: number;
}

export const NOTHING_EARLY: EarlyAnswers = { answers: new Map(), readAt: 0 };

/** The platform's rate limit is not waited for: what does not come at once is asked for when its pull has its turn. */
const PATIENCE_MS = 30_000;

/** By id of the job. Never throws for what goes wrong at the platform: the pull itself meets it again. */
export function readAhead(ports: Ports, ids: readonly string[]): ReadonlyMap<string, EarlyAnswers> {
  if (ids.length < 2) return new Map();
  const store = new JobStore(ports.store, ports.lock);
  const connected = new Set(listAccounts(ports).map(({ provider }) => String(provider)));
  const groups = new Map<string, JobRecord[]>();
  for (const job of ids.map((id) => store.read(id)).filter((each) => isFresh(ports, each))) {
    const { provider } = job.args as PullArgs;
    if (connected.has(provider)) groups.set(provider, [...(groups.get(provider) ?? []), job]);
  }
  return new Map(
    [...groups].flatMap(([provider, jobs]) =>
      jobs.length > 1 ? readGroup(ports, findProvider(provider), jobs) : [],
    ),
  );
}

function readGroup(
  ports: Ports,
  provider: ProviderDefinition,
  jobs: readonly JobRecord[],
): readonly (readonly [string, EarlyAnswers])[] {
  const readAt = ports.clock.now();
  const readings = jobs.map((job): Reading => {
    // Opened once more when its turn comes: somebody may have refreshed the tab meanwhile.
    const { subject, index, wanted } = openTarget(ports, job.args as PullArgs);
    return (sender) =>
      readSubject(ports, { provider, subject, index, sender, readAt }, wanted, () => undefined);
  });
  const deadline = ports.clock.now() + PATIENCE_MS;
  const dispatcher = new Dispatcher(ports, connectionOf(ports, provider), { deadline });
  const answers = readTogether(dispatcher, readings);
  return jobs.map(({ id }, index) => [id, { answers: answers[index] ?? new Map(), readAt }]);
}

/** Whether it is about to read from the beginning. */
function isFresh(ports: Ports, job: JobRecord): boolean {
  return job.kind === 'pull' && !isOver(job) && !isHeld(job, ports.clock.now()) && !isStaged(ports, job.id);
}
