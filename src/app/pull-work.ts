/** The work of a pull: all pages in, then the plan, then the tab; a failure leaves the tab as it was. */
import { AppError } from '../core/errors';
import type { JobRecord } from '../core/jobs/job';
import { JobStopped, restsUntil, type Slice } from '../core/jobs/runner';
import { planFailureStatus } from '../core/table/status';
import type { Ports } from '../ports';
import { findProvider, findResource } from '../providers/catalogue';
import type { PullResult } from './contract';
import type { PullArgs } from './pull';
import { readForPull } from './pull-reading';
import { readBaseline, writeTab } from './pull-writing';
import { TabIndex, type TabEntry } from './tab-index';

/** Throws what reading and writing throw; the tab then differs in its status line only. */
export function pullWork(ports: Ports, job: JobRecord, slice: Slice): PullResult {
  const args = job.args as PullArgs;
  const provider = findProvider(args.provider);
  const resource = findResource(provider, args.resource);
  const index = new TabIndex(ports);
  const entry = index
    .all()
    .find(({ id, tab }) => (args.id === undefined ? tab === args.tab : id === args.id));
  try {
    const baseline = readBaseline(ports, entry);
    const wanted = args.fields ?? baseline.snapshot?.config.fields;
    const read = readForPull(ports, provider, resource, wanted, slice);
    slice.checkpoint();
    return writeTab(ports, { args, provider, resource, index, entry, baseline, read });
  } catch (thrown) {
    if (!(thrown instanceof JobStopped)) noteFailure(ports, entry, thrown);
    throw thrown;
  }
}

function noteFailure(ports: Ports, entry: TabEntry | undefined, thrown: unknown): void {
  const error = AppError.from(thrown);
  // A tab that waits for its turn has not failed.
  if (!entry || restsUntil(error, ports.clock.now()) !== null) return;
  const image = ports.grid.read({ id: entry.id, name: entry.tab });
  if (!image) return;
  ports.grid.execute(planFailureStatus(image, error.what, ports.clock.now(), ports.grid.file().timeZone));
}
