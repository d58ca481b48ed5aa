/** The work of an upload: the package that lies in the file goes to its platform, and the Uploads tab says what became of it. */
import { Dispatcher } from '../../core/http/dispatcher';
import type { JobRecord } from '../../core/jobs/job';
import { mayWait, type Slice } from '../../core/jobs/runner';
import type { Ports } from '../../ports';
import type { UploadOrder } from '../../providers/uploading';
import { connectionOf, refuseOtherOrganisation } from '../account';
import type { UploadResult } from './contract';
import { Exchange, type UploadMemo } from './exchange';
import { UploadMemory } from './memory';
import type { StagedHead } from './staged-head';
import { recordsIn, type UploadArgs } from './start-upload';
import { knownTarget } from './targets';
import { beginUpload, endUpload, failUpload, leaveUpload } from './upload-ending';

/** Throws what stops the upload as a whole. The Uploads tab says so then, and the rows that the platform refused are marked. */
export function uploadWork(ports: Ports, job: JobRecord, slice: Slice): UploadResult {
  const { upload, target, organisation } = job.args as UploadArgs;
  try {
    const { provider, uploads, target: definition } = knownTarget(target);
    refuseOtherOrganisation(ports, provider, organisation, 'UPLOAD_STOPPED');
    const memory = new UploadMemory(ports);
    const head = memory.head(upload);
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
        text: (file) => memory.text(upload, file),
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
