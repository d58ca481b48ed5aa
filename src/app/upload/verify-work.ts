/** The work of “Check now”: the app's users are read, and compared with those that were sent. */
import { AppError } from '../../core/errors';
import { Ahead } from '../../core/http/ahead';
import { Dispatcher } from '../../core/http/dispatcher';
import { Replay } from '../../core/http/replay';
import type { JobRecord } from '../../core/jobs/job';
import { JobStopped, restsUntil, type Slice } from '../../core/jobs/runner';
import { checkedRow } from '../../core/log/uploads-log';
import type { RemoteRecord } from '../../core/table/field';
import { readable } from '../../core/table/wall-clock';
import type { Ports } from '../../ports';
import { findProvider, findResource } from '../../providers/catalogue';
import type { ProviderDefinition } from '../../providers/definition';
import { readBelow } from '../../providers/reading';
import type { Uploads } from '../../providers/uploading';
import { connectionOf, refuseOtherOrganisation } from '../account';
import { Staging } from '../staging';
import type { UploadComparison } from './contract';
import { UploadMemory } from './memory';
import type { StagedHead } from './staged-head';
import { isAudience, type VerifyArgs } from './start-verify';
import { knownTarget } from './targets';
import { enterUploads, uploadLines } from './uploads-log';

/** People who are named. */
const MOST_NAMED = 20;

/** What stands for people who are no users any more, in what is sent. */
const GONE = ['deleted', 'inactive'];

/** Throws what reading throws, and UNKNOWN_UPLOAD. */
export function verifyWork(ports: Ports, job: JobRecord, slice: Slice): UploadComparison {
  const { provider: name, upload, organisation, app } = job.args as VerifyArgs;
  const provider = findProvider(name);
  refuseOtherOrganisation(ports, provider, organisation, 'UPLOAD_STOPPED');
  const memory = new UploadMemory(ports);
  const head = memory.head(upload);
  const { uploads } = knownTarget(head.target);
  const sent = sentAddresses(memory, head);
  const there = usersOf(ports, job, slice, provider, uploads.audience, app);
  const comparison = compare(upload, provider.title, sent, there);
  if (uploadLines(ports).some((line) => line.upload === upload)) {
    const at = readable(ports.clock.now(), ports.grid.file().timeZone);
    enterUploads(ports, [checkedRow(upload, `${at}: ${comparison.words}`)]);
  }
  return comparison;
}

function usersOf(
  ports: Ports,
  job: JobRecord,
  slice: Slice,
  provider: ProviderDefinition,
  { resource: name, email, gone }: Uploads['audience'],
  app: string,
): ReadonlySet<string> {
  const resource = findResource(provider, name);
  const { parent } = resource;
  if (!parent) throw new AppError('BUG', { problem: `${resource.plural} are not listed below an app` });
  const above = findResource(provider, parent.resource);
  const staging = new Staging(ports, job.id);
  const dispatcher = new Dispatcher(ports, connectionOf(ports, provider), {
    deadline: slice.deadline,
    onWait: (reason, until) => slice.waiting(reason, until),
    stats: slice.stats,
  });
  const sender = new Replay(new Ahead(dispatcher), staging);
  const wanted = resource.fields.filter(({ key }) => key === email || key === gone?.attribute);
  try {
    const { records, complete } = readBelow(
      sender,
      resource,
      wanted,
      [{ [above.key]: app }],
      ({ records, total, pages }) => {
        staging.announceRecords(total ?? records);
        slice.progress({
          phase: 'reading',
          done: records,
          ...(total === undefined ? {} : { total }),
          unit: 'users',
          pages,
        });
      },
    );
    if (!complete) {
      const problem = 'fewer came than were announced';
      throw new AppError('INCOMPLETE_READ', { subject: resource.plural, problem });
    }
    const stay = records.filter((record) => !gone?.values.includes(String(record[gone.attribute])));
    return new Set(stay.map((record) => address(record, email)).filter((each) => each !== ''));
  } catch (thrown) {
    const isOver =
      thrown instanceof JobStopped || restsUntil(AppError.from(thrown), ports.clock.now()) === null;
    if (!isOver) staging.save();
    throw thrown;
  }
}

/** Of those that count as users. A file of lines is not taken apart: what identifies its records are addresses. */
function sentAddresses(memory: UploadMemory, head: StagedHead): ReadonlySet<string> {
  const found = new Set<string>();
  head.files.forEach((file, place) => {
    const { target } = knownTarget(file.target);
    if (!isAudience(target)) return;
    if (target.shape.kind === 'csv') {
      for (const each of memory.identities(head.upload)?.[file.target] ?? []) found.add(each);
      return;
    }
    const key = (meaning: string): string =>
      target.fields.find((each) => each.meaning === meaning)?.key ?? meaning;
    const content = JSON.parse(memory.text(head.upload, place)) as RemoteRecord | readonly RemoteRecord[];
    const records = Array.isArray(content) ? content : (content as { users: readonly RemoteRecord[] }).users;
    for (const record of records as readonly RemoteRecord[])
      if (!GONE.includes(String(record[key('status')]))) found.add(address(record, key('email')));
  });
  found.delete('');
  return found;
}

function address(record: RemoteRecord, key: string): string {
  const value = record[key];
  return typeof value === 'string' ? value.trim().toLowerCase() : '';
}

function compare(
  upload: string,
  platform: string,
  sent: ReadonlySet<string>,
  there: ReadonlySet<string>,
): UploadComparison {
  const missing = [...sent].filter((each) => !there.has(each)).sort();
  const more = [...there].filter((each) => !sent.has(each)).sort();
  return {
    upload,
    sent: sent.size,
    there: there.size,
    missing: missing.slice(0, MOST_NAMED),
    missingCount: missing.length,
    more: more.slice(0, MOST_NAMED),
    moreCount: more.length,
    words: wordsOf(platform, sent.size, missing.length, more.length),
  };
}

function wordsOf(platform: string, sent: number, missing: number, more: number): string {
  const number = (count: number): string => count.toLocaleString('en-US');
  const arrived =
    missing === 0
      ? `${sent === 1 ? 'The one user that was sent is a user' : `All ${number(sent)} users that were sent are users`} of the app in ${platform}.`
      : `${number(sent - missing)} of ${number(sent)} ${sent === 1 ? 'user' : 'users'} that ${sent === 1 ? 'was' : 'were'} sent ${sent - missing === 1 ? 'is a user' : 'are users'} of the app in ${platform} by now. ${platform} may still be at work on it: check again later.`;
  return more === 0
    ? arrived
    : `${arrived} ${number(more)} more ${more === 1 ? 'is' : 'are'} there that ${more === 1 ? 'was' : 'were'} not sent.`;
}
