/** An upload that nobody looks at: as it was set up last, and never what has been added to the platform already. */
import type { JobRecord } from '../../core/jobs/job';
import { HOUR } from '../../core/schedule/span';
import type { Ports } from '../../ports';
import { UploadMemory } from './memory';
import { packageOf } from './packaging';
import { sendPackage, type UploadRequest } from './start-upload';
import { knownTarget } from './targets';

export type ScheduledStart =
  | { readonly kind: 'begun'; readonly job: JobRecord }
  /** The platform asks for more time since the last one. */
  | { readonly kind: 'tooSoon' }
  /** Everything was sent before. */
  | { readonly kind: 'nothingNew' };

/** Throws what `startUpload` throws, and CONFIRM_FIRST where a person has to answer something. */
export function startScheduledUpload(
  ports: Ports,
  request: Pick<UploadRequest, 'tab' | 'target'>,
): ScheduledStart {
  const memory = new UploadMemory(ports);
  const packaged = packageOf(ports, request, memory);
  const { target, options, isAllSent } = packaged;
  if (isAllSent) return { kind: 'nothingNew' };
  if (target.missing !== 'stays') {
    const { hoursBetween = 0 } = knownTarget(target.target).uploads;
    const place = target.place === null ? '' : (options.place ?? '');
    const last = memory.lastTo(target.target, place);
    if (last !== null && ports.clock.now() < last + hoursBetween * HOUR) return { kind: 'tooSoon' };
  }
  return { kind: 'begun', job: sendPackage(ports, packaged, { unattended: true }) };
}
