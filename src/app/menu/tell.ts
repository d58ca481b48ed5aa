/** How the menu's actions tell what became of them: a toast for what went well, one dialog for what did not. */
import { AppError, type ErrorJson } from '../../core/errors';
import type { JobRecord } from '../../core/jobs/job';
import type { Ports } from '../../ports';
import type { PullResult, PushResult } from '../contract';
import type { JobsRun } from '../run-jobs';
import type { UploadResult } from '../upload/contract';
import { failureLines, sentSentence } from './push-words';

export const TITLE = 'SaaS Ledger';

/** Runs an action; what it throws is told in a dialog. */
export function guarded(ports: Ports, action: () => void): void {
  try {
    action();
  } catch (thrown) {
    ports.notice.alert(TITLE, inWords(AppError.from(thrown).toJSON()));
  }
}

/** For whoever is not connected to any platform: says so, and opens the sidebar, where that is done. */
export function offerSidebar(ports: Ports): void {
  ports.notice.alert(TITLE, inWords(new AppError('NOT_CONNECTED', { provider: 'a platform' }).toJSON()));
  ports.notice.openSidebar();
}

/** What came of jobs, and what kept others from being started. */
export function tell(ports: Ports, runs: readonly JobsRun[], refused: readonly AppError[] = []): void {
  const jobs = runs.flatMap((run) => run.jobs);
  const goesOn = runs.every((run) => run.goesOn);
  const good = jobs.filter((job) => job.state !== 'failed').map((job) => sentence(job, goesOn));
  if (good.length > 0) ports.notice.toast(good.join('\n'), TITLE);
  const bad = [
    ...jobs.flatMap((job) => (job.error ? [`${job.title}: ${inWords(job.error)}`] : [])),
    ...jobs.flatMap((job) => failuresOf(job)),
    ...refused.map((error) => inWords(error.toJSON())),
  ];
  if (bad.length > 0) ports.notice.alert(TITLE, bad.join('\n\n'));
}

export function inWords({ what, next }: Pick<ErrorJson, 'what' | 'next'>): string {
  return `${what}\n\n${next}`;
}

function sentence(job: JobRecord, goesOn: boolean): string {
  if (job.state === 'stopped') return `${job.title}: stopped.`;
  if (job.state !== 'done') {
    const how = goesOn
      ? 'goes on by itself.'
      : 'not done yet. Google sets no further timer for you today: open the sidebar to go on.';
    return `${job.title}: ${how} ${job.waiting?.reason ?? ''}`.trim();
  }
  if (job.kind === 'push') return sentSentence(job.result as PushResult);
  if (job.kind === 'upload') return uploadedSentence(job.result as UploadResult);
  return pulledSentence(job.result as PullResult);
}

function uploadedSentence({ tab, counts, remarks }: UploadResult): string {
  return [`${tab}: ${counts.records} records uploaded.`, ...remarks].join(' ');
}

function pulledSentence({ tab, rows, added, updated, vanished, pending }: PullResult): string {
  const parts = [`${added} new`, `${updated} updated`];
  if (vanished > 0) parts.push(`${vanished} gone`);
  if (pending > 0) parts.push(`${pending} of your edits kept`);
  return `${tab}: ${rows} rows (${parts.join(', ')}).`;
}

function failuresOf(job: JobRecord): string[] {
  return job.kind === 'push' && job.result !== undefined ? failureLines(job.result as PushResult) : [];
}
