/** “Check now”: a job that compares what a platform has by now with what was sent. */
import { AppError } from '../../core/errors';
import type { JobRecord } from '../../core/jobs/job';
import { JobStore } from '../../core/jobs/job-store';
import type { UploadTarget } from '../../core/upload/target';
import type { Ports } from '../../ports';
import { PROVIDERS } from '../../providers/catalogue';
import type { ProviderName } from '../../providers/definition';
import { connectionOf, organisationOf } from '../account';
import { busyWith } from '../pull';
import { UploadMemory } from './memory';
import { placeNow } from './places';
import { knownTarget } from './targets';

export interface VerifyArgs {
  readonly provider: ProviderName;
  /** The tab's name, and its sheet id. */
  readonly tab: string;
  readonly id: number;
  readonly upload: string;
  readonly organisation: string;
  /** Id of the app whose users are compared. */
  readonly app: string;
}

/**
 * Adds the job, or answers with the one that this person has under way. Throws UNKNOWN_UPLOAD, NOT_CONNECTED, NOT_COMPARABLE,
 * and PLACE_WITHOUT_APP where nobody knows whose users to look at.
 */
export function startVerify(ports: Ports, { upload }: { readonly upload: string }): JobRecord {
  const head = new UploadMemory(ports).head(upload);
  const { provider, uploads, target } = knownTarget(head.target);
  connectionOf(ports, provider);
  if (!head.files.some((file) => isAudience(knownTarget(file.target).target))) {
    throw new AppError('NOT_COMPARABLE', { provider: provider.title, what: target.plural });
  }
  const place = placeNow(ports, provider, uploads.places, head.place);
  if (place?.app === undefined) {
    throw new AppError('PLACE_WITHOUT_APP', {
      provider: provider.title,
      place: uploads.places.singular,
      title: place?.title ?? head.place,
    });
  }
  const args: VerifyArgs = {
    provider: provider.provider,
    tab: head.tab.name,
    id: head.tab.id,
    upload,
    organisation: organisationOf(ports, provider),
    app: place.app,
  };
  const now = ports.clock.now();
  const me = { key: ports.identity.userKey(), name: ports.identity.email() || 'Somebody' };
  const { job, added } = new JobStore(ports.store, ports.lock).add(
    {
      id: `verify-${now.toString(36)}${Math.floor(ports.clock.random() * 1e6).toString(36)}`,
      kind: 'verify',
      title: `Check the upload of “${head.tab.name}” to ${provider.title}`,
      target: `check · ${upload}`,
      args,
      state: 'running',
      progress: { done: 0, unit: 'users', pages: 0 },
      startedAt: now,
      startedBy: me,
    },
    now,
  );
  if (!added && job.startedBy.key !== me.key) throw busyWith(ports, job, head.tab.name);
  return job;
}

/** Whether an upload to it has records that can be compared, its own or those of a target that has to go along. */
export function isComparable(target: string): boolean {
  const all = PROVIDERS.flatMap(({ uploads }) => uploads?.targets ?? []);
  const needs = all.find((each) => each.target === target)?.needs ?? [];
  return all.some((each) => [target, ...needs].includes(each.target) && isAudience(each));
}

/** Whether its records are the users of an app, all of them. */
export function isAudience({ fields, missing }: UploadTarget): boolean {
  return missing !== 'stays' && fields.some(({ meaning }) => meaning === 'email');
}
