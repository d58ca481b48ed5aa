/** The work of a pull: all pages in, then the plan, then the tab; a failure leaves the tab as it was. */
import { AppError } from '../core/errors';
import type { JobRecord, Spent } from '../core/jobs/job';
import { JobStopped, restsUntil, type Slice } from '../core/jobs/runner';
import { planFailureStatus } from '../core/table/status';
import type { TableCounts } from '../core/table/table-plan';
import type { Ports } from '../ports';
import { isReport } from './catalogue';
import type { PullResult } from './contract';
import type { PullArgs } from './pull';
import { readForPull } from './pull-reading';
import { refreshLists } from './report-lists';
import { openTarget } from './pull-target';
import type { EarlyAnswers } from './pull-together';
import { writeTab } from './pull-writing';
import { Staging } from './staging';
import type { TabEntry } from './tab-index';

/**
 * Throws what reading and writing throw. The tab then differs in its status line only, unless writing it takes several
 * executions.
 */
export function pullWork(ports: Ports, job: JobRecord, slice: Slice, early: EarlyAnswers): PullResult {
  const args = job.args as PullArgs;
  const { provider, subject, index, entry, baseline, wanted } = openTarget(ports, args);
  const staging = new Staging(ports, job.id);
  if (early.answers.size > 0) {
    staging.readAt = early.readAt;
    slice.stats.requests += early.answers.size;
  }
  try {
    const source = { provider, subject, staging, index, slice, early: early.answers };
    const read = readForPull(ports, source, wanted);
    slice.checkpoint();
    refreshLists(ports, job, { provider, subject, index }, slice);
    if (isReport(subject)) {
      // From here on it is about the report's rows, whatever was read for them.
      const { records, pages } = read;
      slice.progress({ phase: 'writing', done: 0, total: records.length, unit: subject.plural, pages });
    }
    const written = writeTab(ports, {
      job: job.id,
      args,
      startedAt: job.startedAt,
      before: (job.memo as TableCounts | undefined) ?? null,
      slice,
      provider,
      subject,
      index,
      entry,
      baseline,
      read,
    });
    return { ...written, stats: statsOf(slice.spent()) };
  } catch (thrown) {
    if (!(thrown instanceof JobStopped)) {
      // Whatever else went wrong: where somebody stopped the job, that is how it ends.
      slice.checkpoint();
      const error = AppError.from(thrown);
      if (restsUntil(error, ports.clock.now()) === null) noteFailure(ports, entry, error);
      else staging.save();
    }
    throw thrown;
  }
}

function statsOf({ requests, waitedMs, workedMs }: Spent): PullResult['stats'] {
  return { requests, waitedSeconds: Math.round(waitedMs / 1000), seconds: Math.round(workedMs / 1000) };
}

function noteFailure(ports: Ports, entry: TabEntry | undefined, error: AppError): void {
  const image = entry && ports.grid.read({ id: entry.id, name: entry.tab });
  if (!image) return;
  ports.grid.execute(planFailureStatus(image, error.what, ports.clock.now(), ports.grid.file().timeZone));
}
