/** A job as the sidebar sees it. */
import type { JobRecord } from '../core/jobs/job';
import type { JobInfo, PullResult } from './contract';

export function viewJob(job: JobRecord): JobInfo {
  return {
    job: job.id,
    title: job.title,
    state: job.state,
    progress: job.progress,
    ...(job.waiting
      ? { waiting: { reason: job.waiting.reason, until: new Date(job.waiting.until).toISOString() } }
      : {}),
    ...(job.result === undefined ? {} : { result: job.result as PullResult }),
    ...(job.error ? { error: job.error } : {}),
  };
}
