/** Sending an upload: a package that still is what was checked is laid into the file, and a job takes it from there. */
import { goesOn, type JobRecord } from '../../core/jobs/job';
import { JobStore } from '../../core/jobs/job-store';
import { markOf } from '../../core/table/mark';
import type { Mapping } from '../../core/upload/choices';
import type { Ports } from '../../ports';
import type { ProviderName } from '../../providers/definition';
import { connectionOf, organisationOf } from '../account';
import { busyWith } from '../pull';
import type { UploadOptions } from './contract';
import { settingsOf } from './mapping';
import { UploadMemory } from './memory';
import { type Packaged, packageOf, refuseToSend } from './packaging';
import { markOfHead, type StagedHead } from './staged-head';
import { knownTarget } from './targets';

/** What an upload job must know; kept in its record. The package lies in the file. */
export interface UploadArgs {
  readonly provider: ProviderName;
  /** The tab's name, and its sheet id. */
  readonly tab: string;
  readonly id: number;
  readonly upload: string;
  readonly target: string;
  /** '' where there is nothing to choose. */
  readonly place: string;
  /** The organisation that it goes to: no key of another one may carry it on. */
  readonly organisation: string;
  readonly seal: string;
  /** Mark of the package’s head: the file holds the package itself, where a person may get at it. */
  readonly head: string;
  readonly openSync?: 'resume' | 'abort';
  readonly parseConfig?: Readonly<Record<string, string>>;
}

export interface UploadRequest {
  readonly tab: string;
  readonly target: string;
  readonly mapping?: Mapping;
  readonly options?: UploadOptions;
}

/**
 * Adds the job, or answers with the one by which this person is sending the very same already. Throws what packaging throws,
 * what stands against sending it, NOT_CONNECTED, and UPLOAD_UNDER_WAY where another upload goes to the same place.
 */
export function startUpload(ports: Ports, request: UploadRequest): JobRecord {
  return sendPackage(ports, packageOf(ports, request));
}

/** How a package is sent that is made already. */
interface Sending {
  /** Nobody has just checked it, and nobody is there to answer. */
  readonly unattended?: boolean;
}

/** The same for what is packed already. */
export function sendPackage(
  ports: Ports,
  packaged: Packaged,
  { unattended = false }: Sending = {},
): JobRecord {
  const { provider, target, tab, mapping, options, template, pack, seal, identities } = packaged;
  connectionOf(ports, provider);
  refuseToSend(packaged, { unattended });
  const jobs = new JobStore(ports.store, ports.lock);
  const now = ports.clock.now();
  const me = { key: ports.identity.userKey(), name: ports.identity.email() || 'Somebody' };
  const lane = laneOf(packaged);
  const rival = jobs.all().find((job) => job.target === lane && goesOn(job, now));
  if (rival) return sameOrRefused(ports, rival, packaged, me.key);
  const upload = `u${now.toString(36)}${Math.floor(ports.clock.random() * 1e6).toString(36)}`;
  const memory = new UploadMemory(ports);
  const head = headOf(packaged, upload, now, me.name);
  memory.keepSettings(tab, target.target, settingsOf({ mapping, options, template: { template } }));
  memory.stage(upload, head, pack.files, identities);
  const [file] = pack.files;
  const parseConfig = file && knownTarget(target.target).uploads.parseConfig?.(file, options);
  const args: UploadArgs = {
    provider: provider.provider,
    tab: tab.name,
    id: tab.id,
    upload,
    target: target.target,
    place: head.place,
    organisation: organisationOf(ports, provider),
    seal,
    head: markOfHead(head),
    ...(options.openSync === undefined ? {} : { openSync: options.openSync }),
    ...(parseConfig ? { parseConfig } : {}),
  };
  const { job, added } = jobs.add(
    {
      id: `upload-${upload}`,
      kind: 'upload',
      title: `Upload “${tab.name}” to ${provider.title}`,
      target: lane,
      exclusive: true,
      args,
      state: 'running',
      progress: { phase: 'sending', done: 0, total: recordsIn(head), unit: target.plural, pages: 0 },
      startedAt: now,
      startedBy: me,
    },
    now,
  );
  if (added) return job;
  // Somebody else was quicker.
  memory.settle(upload, { sent: false });
  return sameOrRefused(ports, job, packaged, me.key);
}

/** Records of all files. */
export function recordsIn({ files }: StagedHead): number {
  return files.reduce((sum, { records }) => sum + records, 0);
}

/** What only one upload may go to at a time; a refresh of its tab meanwhile does no harm, as the package lies apart from it. */
function laneOf({ target, tab, options }: Packaged): string {
  return `${target.target} · ${target.place === null ? tab.id : (options.place ?? '')}`;
}

function sameOrRefused(ports: Ports, rival: JobRecord, { seal }: Packaged, me: string): JobRecord {
  const args = rival.args as UploadArgs;
  if (rival.startedBy.key === me && args.seal === seal) return rival;
  throw busyWith(ports, rival, args.tab);
}

function headOf(packaged: Packaged, upload: string, at: number, who: string): StagedHead {
  const { provider, target, tab, options, pack, heads, sources, route, seal } = packaged;
  return {
    upload,
    tab,
    target: target.target,
    place: target.place === null ? '' : (options.place ?? ''),
    provider: provider.provider,
    at,
    who,
    counts: pack.counts,
    bytes: pack.bytes,
    route,
    files: heads,
    texts: pack.files.map(({ text }) => markOf(text)),
    seal,
    sources,
  };
}
