/** A job as the sidebar sees it. */
import type { JobRecord } from '../core/jobs/job';
import type { Ports } from '../ports';
import type { JobInfo } from './contract';
import type { PullArgs } from './pull';

export function viewJob({ identity }: Pick<Ports, 'identity'>, job: JobRecord): JobInfo {
  return {
    kind: job.kind,
    job: job.id,
    title: job.title,
    tab: (job.args as PullArgs).tab,
    state: job.state,
    by: job.startedBy.name,
    mine: job.startedBy.key === identity.userKey(),
    since: new Date(job.startedAt).toISOString(),
    progress: job.progress,
    ...(job.waiting
      ? { waiting: { reason: job.waiting.reason, until: new Date(job.waiting.until).toISOString() } }
      : {}),
    ...(job.result === undefined ? {} : { result: job.result }),
    ...(job.error ? { error: job.error } : {}),
    // Each kind of job has the result of its kind: what it was given and what it made are not told apart here.
  } as JobInfo;
}
