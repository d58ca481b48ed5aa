/** Everything that the sidebar draws, in one answer. */
import { isOver } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import type { Ports } from '../ports';
import { PROVIDERS } from '../providers/catalogue';
import { listAccounts } from './account';
import type { StatusValue, TabInfo } from './contract';
import { viewJob } from './job-view';
import { TabIndex, type TabEntry } from './tab-index';

export function status(ports: Ports): StatusValue {
  return {
    providers: PROVIDERS.map(({ provider, title, keyPlace }) => ({ provider, title, keyPlace })),
    connections: listAccounts(ports),
    tabs: new TabIndex(ports).current().map(viewTab),
    jobs: new JobStore(ports.store, ports.lock)
      .all()
      .filter((job) => !isOver(job))
      .map(viewJob),
    schedules: [],
  };
}

function viewTab({
  tab,
  provider,
  resource,
  rows,
  pulledAt,
  complete,
  pending,
  conflicts,
}: TabEntry): TabInfo {
  return { tab, provider, resource, rows, pulledAt, complete, pending, conflicts };
}
