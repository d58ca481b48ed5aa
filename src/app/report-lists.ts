/** Brings the tabs up to date that a report reads: lists that come with the product, for people to correct and extend. */
import { AppError } from '../core/errors';
import type { Sender } from '../core/http/list';
import type { JobRecord } from '../core/jobs/job';
import type { Slice } from '../core/jobs/runner';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import { findSubject, isReport } from './catalogue';
import { destination, type PullArgs } from './pull';
import { readSubject } from './pull-reading';
import { openTarget, type PullTarget } from './pull-target';
import { writeTab } from './pull-writing';
import { TabIndex, type TabEntry, usualNames } from './tab-index';

/** They come with the product: nobody is asked. */
const NOBODY: Sender = {
  sendOne: () => {
    throw new AppError('BUG', { problem: 'a list of ours asked the platform' });
  },
};

/**
 * Once the report itself has been read: one that fails leaves no tab behind, and what people wrote is the same before and after.
 * Throws what writing a tab throws. Within one execution, a list is brought up to date once.
 */
export function refreshLists(
  ports: Ports,
  job: JobRecord,
  { provider, subject, index }: Pick<PullTarget, 'provider' | 'subject' | 'index'>,
  slice: Slice,
): void {
  for (const name of isReport(subject) ? (subject.reads ?? []) : []) {
    const list = findSubject(provider, name);
    const since = index.find(provider, list)?.pulledAt ?? '';
    if (since !== '' && Date.parse(since) >= ports.clock.startedAt()) continue;
    const there = destination(ports, provider, list, undefined);
    const args = { provider: provider.provider, resource: name, ...there };
    try {
      refreshList(ports, job, args, slice);
    } catch (thrown) {
      const [, longer] = usualNames(provider, list);
      if (AppError.from(thrown).code !== 'TAB_TAKEN' || args.tab === longer) throw thrown;
      // A person has such a list already, and under that very name.
      refreshList(ports, job, { ...args, tab: longer }, slice);
    }
  }
  // What was found before may be under another name now, or new.
  index.reload();
}

/** The tabs without lists that the refresh of another one of them brings along. */
export function withoutLists(ports: Ports, tabs: readonly TabEntry[]): readonly TabEntry[] {
  const index = new TabIndex(ports);
  const brought = new Set(
    tabs.flatMap((tab) => {
      const provider = findProvider(tab.provider);
      const subject = findSubject(provider, tab.resource);
      const lists = isReport(subject) ? (subject.reads ?? []) : [];
      return lists.flatMap((name) => index.find(provider, findSubject(provider, name))?.id ?? []);
    }),
  );
  return tabs.filter(({ id }) => !brought.has(id));
}

function refreshList(ports: Ports, job: JobRecord, args: PullArgs, slice: Slice): void {
  const target = openTarget(ports, args);
  const asking = { ...target, sender: NOBODY, readAt: ports.clock.now() };
  const read = readSubject(ports, asking, target.wanted, () => undefined);
  slice.checkpoint();
  writeTab(ports, {
    ...target,
    args,
    read,
    slice,
    job: job.id,
    startedAt: job.startedAt,
    before: null,
    isAside: true,
  });
}
