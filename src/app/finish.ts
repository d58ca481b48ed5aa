/** What does not fit the service calls of a pull that makes a tab, as a job of its own: drop-downs, and the row in the Activity tab. */
import { Dispatcher } from '../core/http/dispatcher';
import type { JobRecord } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import type { Slice } from '../core/jobs/runner';
import { planDropDowns } from '../core/table/drop-downs';
import { planSnapshot } from '../core/table/snapshot';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import { connectionOf } from './account';
import { findSubject, offeredFields } from './catalogue';
import type { PullResult } from './contract';
import { peopleColumn } from './people-column';
import type { PullArgs } from './pull';
import { readBaseline } from './pull-writing';
import { TabIndex } from './tab-index';

interface FinishArgs extends PullArgs {
  /** Whether a column wants a drop-down. */
  readonly dropDowns: boolean;
}

/** Whether a pull leaves something for a job of its own. */
export function needsFinish({ kind, state, result }: JobRecord): boolean {
  return kind === 'pull' && state === 'done' && (result as PullResult).madeTab;
}

/** Adds the job for the tab that a pull has made, unless it was there already. */
export function startFinish(ports: Ports, pull: JobRecord): void {
  const { provider, resource, tab } = pull.args as PullArgs;
  const dropDowns = (pull.result as PullResult).dropDownsFollow;
  const now = ports.clock.now();
  new JobStore(ports.store, ports.lock).add(
    {
      id: `${pull.id}-finish`,
      kind: 'finish',
      title: `Finish ${tab}`,
      target: pull.target,
      ...(pull.targetId === undefined ? {} : { targetId: pull.targetId }),
      yields: true,
      args: { provider, resource, tab, dropDowns } satisfies FinishArgs,
      state: 'running',
      progress: { done: 0, unit: 'columns', pages: 0 },
      startedAt: now,
      startedBy: pull.startedBy,
    },
    now,
  );
}

/** Reads no records. Leaves the tab alone where it is gone or nobody knows it any more. */
export function finishWork(ports: Ports, job: JobRecord, slice: Slice): void {
  const args = job.args as FinishArgs;
  if (!args.dropDowns) return;
  const provider = findProvider(args.provider);
  const subject = findSubject(provider, args.resource);
  const index = new TabIndex(ports);
  // As the pull has entered it a moment ago, also where somebody has renamed the tab since.
  const entry = index.all().find(({ tab }) => tab === args.tab);
  const { cells, snapshot } = readBaseline(ports, entry);
  const image = entry ? ports.grid.read({ id: entry.id, name: entry.tab }) : null;
  if (!entry || !snapshot || !image) return;
  const dispatcher = new Dispatcher(ports, connectionOf(ports, provider), {
    deadline: slice.deadline,
    stats: slice.stats,
  });
  const fields = offeredFields(dispatcher, subject);
  const people = peopleColumn(ports, provider, index);
  slice.checkpoint();
  const planned = planDropDowns({ image, snapshot, fields, ...(people ? { people } : {}) });
  ports.grid.execute(planned.plan);
  ports.grid.execute(planSnapshot(planned.snapshot, cells, { name: entry.snapshot }));
  ports.grid.flush();
}
