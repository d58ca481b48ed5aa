/** How an upload is entered into the Uploads tab, from before anything is sent to its end, whatever that is. */
import { AppError, type ErrorJson } from '../../core/errors';
import { isOver, type JobRecord } from '../../core/jobs/job';
import { JobStore } from '../../core/jobs/job-store';
import { JobRests, JobStopped, restsUntil } from '../../core/jobs/runner';
import { stoppedRow, UPLOAD_OUTCOME, type UploadLine, uploadRow } from '../../core/log/uploads-log';
import type { Ports } from '../../ports';
import type { UploadEnd, UploadMove } from '../../providers/uploading';
import type { UploadResult } from './contract';
import { bringBack } from './findings';
import { UploadMemory } from './memory';
import { placeWords } from './known-places';
import type { StagedHead } from './staged-head';
import type { UploadArgs } from './start-upload';
import { isComparable } from './start-verify';
import { knownTarget } from './targets';
import type { UploadMemo } from './exchange';
import { enterUploads, uploadLines } from './uploads-log';

/** The row of an upload that is about to begin; and those of others that went on no more are closed. */
export function beginUpload(ports: Ports, job: JobRecord, head: StagedHead): void {
  const live = liveUploads(ports);
  const orphans = uploadLines(ports).filter(({ end, upload }) => end === 'sending' && !live.has(upload));
  enterUploads(ports, [
    uploadRow(lineOf(ports, head, job.startedAt, { end: 'sending', outcome: UPLOAD_OUTCOME.sending })),
    ...orphans.map(({ upload }) => stoppedRow(upload, 'It did not go on.')),
  ]);
}

/** The platform has it: what it said is in the tab, the row is complete, and the package is the latest of its kind. */
export function endUpload(
  ports: Ports,
  job: JobRecord,
  memory: UploadMemory,
  head: StagedHead,
  end: UploadEnd,
): UploadResult {
  const told = bringBack(ports, memory, head, end.findings);
  const remarks = [end.words, ...told];
  const { route, ids, outcome } = end;
  enterUploads(ports, [
    uploadRow(
      lineOf(ports, head, job.startedAt, {
        end: 'done',
        route,
        ids: idWords(ids),
        outcome: remarks.join(' '),
      }),
    ),
  ]);
  memory.settle(head.upload, { sent: true });
  const { tab, upload, target, counts, bytes } = head;
  const comparable = isComparable(target);
  return { tab: tab.name, upload, target, outcome, counts, bytes, route, ids, remarks, comparable };
}

/** The error of an upload that did not get through, with the rows that the platform named; what its words have no room for is in the row. */
export function failUpload(
  ports: Ports,
  job: JobRecord,
  memory: UploadMemory,
  head: StagedHead,
  { error, findings }: Extract<UploadMove, { kind: 'fail' }>,
): AppError {
  const told = bringBack(ports, memory, head, findings);
  const { message } = error.details;
  if (told.length === 0) return error;
  if (message === undefined) {
    enterEnd(ports, job, { ...error.toJSON(), next: [error.next, ...told].join(' ') });
    return error;
  }
  const details = { ...error.details, message: [message, ...told].join(' ') };
  return new AppError(error.code, details, error.where, { cause: error });
}

/** What the row says where a slice ended otherwise than well. One that goes on later stays as it is. */
export function leaveUpload(ports: Ports, job: JobRecord, thrown: unknown): void {
  if (thrown instanceof JobRests) return;
  if (thrown instanceof JobStopped)
    return concludeUpload(ports, new JobStore(ports.store, ports.lock).read(job.id));
  const error = AppError.from(thrown);
  if (restsUntil(error, ports.clock.now()) !== null) return;
  enterEnd(ports, new JobStore(ports.store, ports.lock).read(job.id), error.toJSON());
}

/** Sees to the row and the package of an upload that is over; does nothing for other jobs, and nothing a second time. */
export function concludeUpload(ports: Ports, job: JobRecord): void {
  if (job.kind !== 'upload' || !isOver(job)) return;
  if (job.state !== 'done') enterEnd(ports, job, job.error);
  const memory = new UploadMemory(ports);
  memory.settle((job.args as UploadArgs).upload, { sent: hasArrived(job) });
  memory.sweep(liveUploads(ports));
}

/** Only where the row still says that it is being sent. */
function enterEnd(ports: Ports, job: JobRecord, error: ErrorJson | undefined): void {
  const { upload } = job.args as UploadArgs;
  const line = uploadLines(ports).find((each) => each.upload === upload);
  if (line?.end !== 'sending') return;
  const outcome = error
    ? UPLOAD_OUTCOME.failed(error.what, [error.next, leftBehind(job)].filter(Boolean).join(' '))
    : UPLOAD_OUTCOME.stopped(leftBehind(job) || `${platformOf(job)} had not begun to work on it.`);
  enterUploads(ports, [uploadRow({ ...line, outcome })]);
}

/** What an upload that ended early has left at the platform; '' for nothing, or where its own words say so. */
function leftBehind(job: JobRecord): string {
  const { sent, begun, failed, state } = memoOf(job);
  if (failed) return '';
  const platform = platformOf(job);
  if (sent)
    return `Nobody knows whether ${platform} has begun to work on it: look there before it is sent again.`;
  const open = state === undefined ? null : openWords(job, state);
  return open ?? (begun ? `${platform} had begun to work on it, and goes on by itself.` : '');
}

/** Whether the platform has all of it, although nobody has waited for the end. */
function hasArrived(job: JobRecord): boolean {
  const { sent, begun, failed, state } = memoOf(job);
  return begun === true && !sent && !failed && openWords(job, state) === null;
}

function memoOf({ memo }: JobRecord): Partial<UploadMemo> {
  return (memo ?? {}) as Partial<UploadMemo>;
}

function openWords({ args }: JobRecord, state: unknown): string | null {
  const { target } = args as UploadArgs;
  return knownTarget(target).uploads.protocolOf(target).leaves?.(state) ?? null;
}

function platformOf({ args }: JobRecord): string {
  return knownTarget((args as UploadArgs).target).provider.title;
}

/** Uploads whose job is not over. */
function liveUploads(ports: Ports): ReadonlySet<string> {
  const jobs = new JobStore(ports.store, ports.lock).all();
  return new Set(
    jobs.flatMap((job) => (job.kind === 'upload' && !isOver(job) ? [(job.args as UploadArgs).upload] : [])),
  );
}

type Stage = Pick<UploadLine, 'end' | 'outcome'> & Partial<Pick<UploadLine, 'route' | 'ids'>>;

function lineOf(ports: Ports, head: StagedHead, at: number, stage: Stage): UploadLine {
  const { upload, who, tab, target, place, counts, bytes, route } = head;
  const { provider, target: definition } = knownTarget(target);
  return {
    upload,
    at,
    who,
    tab: tab.name,
    target,
    title: definition.title,
    provider: provider.title,
    place: placeWords(ports, provider, place),
    rows: counts.rows,
    records: counts.records,
    ...(counts.users === undefined ? {} : { users: counts.users }),
    ...(counts.licenses === undefined ? {} : { licences: counts.licenses }),
    leftOut: counts.leftOut,
    bytes,
    route,
    ids: '',
    ...stage,
  };
}

function idWords(ids: UploadEnd['ids']): string {
  return Object.entries(ids)
    .map(([what, id]) => `${what} ${id}`)
    .join(', ');
}
