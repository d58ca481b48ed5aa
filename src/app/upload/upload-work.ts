/** The work of an upload: the package that lies in the file goes to its platform, and the Uploads tab says what became of it. */
import { AppError } from '../../core/errors';
import { Dispatcher } from '../../core/http/dispatcher';
import type { JobRecord } from '../../core/jobs/job';
import { mayWait, type Slice } from '../../core/jobs/runner';
import { markOf } from '../../core/table/mark';
import type { Ports } from '../../ports';
import type { UploadOrder } from '../../providers/uploading';
import { connectionOf, refuseOtherOrganisation } from '../account';
import type { UploadResult } from './contract';
import { Exchange, type UploadMemo } from './exchange';
import { UploadMemory } from './memory';
import { markOfHead, type StagedHead } from './staged-head';
import { recordsIn, type UploadArgs } from './start-upload';
import { knownTarget } from './targets';
import { beginUpload, endUpload, failUpload, leaveUpload } from './upload-ending';

/** Throws what stops the upload as a whole. The Uploads tab says so then, and the rows that the platform refused are marked. */
export function uploadWork(ports: Ports, job: JobRecord, slice: Slice): UploadResult {
  const { target, organisation } = job.args as UploadArgs;
  try {
    const { provider, uploads, target: definition } = knownTarget(target);
    refuseOtherOrganisation(ports, provider, organisation, 'UPLOAD_STOPPED');
    const memory = new UploadMemory(ports);
    const head = headToSend(memory, job);
    const memo = job.memo as UploadMemo | undefined;
    if (!memo) beginUpload(ports, job, head);
    const dispatcher = new Dispatcher(ports, connectionOf(ports, provider), {
      deadline: slice.deadline,
      onWait: (reason, until) => mayWait(slice, reason, until),
      stats: slice.stats,
    });
    const exchange = new Exchange(
      {
        protocol: uploads.protocolOf(target),
        order: orderOf(job, head),
        text: (file) => textToSend(memory, head, file),
        dispatcher,
        slice,
        clock: ports.clock,
        total: recordsIn(head),
        unit: definition.plural,
      },
      memo,
    );
    const last = exchange.run();
    if (last.kind === 'end') return endUpload(ports, job, memory, head, last.end);
    throw failUpload(ports, job, memory, head, last);
  } catch (thrown) {
    leaveUpload(ports, job, thrown);
    throw thrown;
  }
}

/** Throws UPLOAD_STOPPED where it is not the one that was laid down: nothing is sent that nobody has seen. */
function headToSend(memory: UploadMemory, { args }: JobRecord): StagedHead {
  const { upload, head: mark } = args as UploadArgs;
  const head = orStopped(() => memory.head(upload));
  if (markOfHead(head) !== mark) throw tampered();
  return head;
}

function textToSend(memory: UploadMemory, { upload, texts }: StagedHead, file: number): string {
  const text = orStopped(() => memory.text(upload, file));
  if (markOf(text) !== texts[file]) throw tampered();
  return text;
}

function orStopped<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw AppError.from(thrown).code === 'UNKNOWN_UPLOAD' ? tampered() : thrown;
  }
}

function tampered(): AppError {
  return new AppError('UPLOAD_STOPPED', {
    reason: 'somebody has changed or deleted the hidden tab in which it lay ready.',
  });
}

function orderOf({ args, startedAt }: JobRecord, { files }: StagedHead): UploadOrder {
  const { upload, target, place, openSync, parseConfig } = args as UploadArgs;
  return {
    upload,
    target,
    place,
    files,
    startedAt,
    ...(openSync === undefined ? {} : { openSync }),
    ...(parseConfig === undefined ? {} : { parseConfig }),
  };
}
