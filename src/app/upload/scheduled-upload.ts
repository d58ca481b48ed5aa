/** An upload that nobody looks at: as it was set up last, and never what has been added to the platform already. */
import type { JobRecord } from '../../core/jobs/job';
import { HOUR } from '../../core/schedule/span';
import { packParts } from '../../core/upload/pack';
import { identityWords } from '../../core/upload/record';
import type { Ports } from '../../ports';
import { UploadMemory } from './memory';
import { headsOf, type Packaged, packageOf } from './packaging';
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
  const packaged = packageOf(ports, request);
  const { target, tab, options, pack, seal } = packaged;
  const place = target.place === null ? '' : (options.place ?? '');
  const memory = new UploadMemory(ports);
  const begun = (job: JobRecord): ScheduledStart => ({ kind: 'begun', job });
  if (target.missing !== 'stays') {
    const { hoursBetween = 0 } = knownTarget(target.target).uploads;
    const last = memory.lastTo(target.target, place);
    if (last !== null && ports.clock.now() < last + hoursBetween * HOUR) return { kind: 'tooSoon' };
    return begun(sendPackage(ports, packaged, { unattended: true }));
  }
  const latest = memory.latestOf(tab.id, target.target, place);
  if (latest?.seal === seal) return { kind: 'nothingNew' };
  const sent = new Set(latest ? memory.identities(latest.upload)[target.target] : []);
  if (sent.size === 0) return begun(sendPackage(ports, packaged, { unattended: true }));
  const news = withoutSent(packaged, sent);
  // The seal stays that of the whole tab: as long as it does not change there is nothing new in it.
  if (news.pack.counts.records === 0 && pack.counts.records > 0) return { kind: 'nothingNew' };
  const all = [...new Set([...sent, ...(news.pack.identities[target.target] ?? [])])].sort();
  const identities = { ...news.pack.identities, [target.target]: all };
  return begun(sendPackage(ports, news, { unattended: true, identities }));
}

/** What is added stays there: a second time it might be there twice. */
function withoutSent(packaged: Packaged, sent: ReadonlySet<string>): Packaged {
  const { target } = packaged;
  const parts = packaged.parts.map((part) =>
    part.target.target === target.target
      ? { ...part, rows: part.rows.filter(({ values }) => !sent.has(identityWords(part.target, values))) }
      : part,
  );
  const pack = packParts(parts, target.target);
  return { ...packaged, parts, pack, heads: headsOf(pack) };
}
