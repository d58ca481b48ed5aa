/** What each kind of job does: a new kind is one line here. */
import type { JobRecord } from '../core/jobs/job';
import type { Slice } from '../core/jobs/runner';
import type { Ports } from '../ports';
import { finishWork } from './finish';
import type { EarlyAnswers } from './pull-together';
import { pullWork } from './pull-work';
import { pushWork } from './push/push-work';
import { uploadWork } from './upload/upload-work';
import { verifyWork } from './upload/verify-work';

/** The work of one slice; its answer becomes the job's result. */
type WorkOfKind = (ports: Ports, job: JobRecord, slice: Slice, early: EarlyAnswers) => unknown;

const WORKS = {
  pull: pullWork,
  finish: finishWork,
  push: pushWork,
  upload: uploadWork,
  verify: verifyWork,
} satisfies Record<string, WorkOfKind>;

export function workOf(kind: string): WorkOfKind {
  return WORKS[kind as keyof typeof WORKS];
}
