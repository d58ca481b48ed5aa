/** Everything that the sidebar draws, in one answer. */
import { isOver } from '../core/jobs/job';
import { JobStore } from '../core/jobs/job-store';
import type { Ports } from '../ports';
import { PROVIDERS } from '../providers/catalogue';
import { listAccounts } from './account';
import { isReportName } from './catalogue';
import type { StatusValue, TabInfo } from './contract';
import { listSchedules } from './file-schedules';
import { viewJob } from './job-view';
import { TabIndex, type TabEntry } from './tab-index';
import { takeOpening } from './upload/opening';

export function status(ports: Ports): StatusValue {
  const tabs = new TabIndex(ports).current();
  const opens = takeOpening(ports);
  return {
    providers: PROVIDERS.map(({ provider, title, keyPlace }) => ({ provider, title, keyPlace })),
    connections: listAccounts(ports),
    tabs: tabs.map(viewTab),
    jobs: new JobStore(ports.store, ports.lock)
      .all()
      .filter((job) => !isOver(job))
      .map((job) => viewJob(ports, job)),
    timeZone: ports.grid.file().timeZone,
    schedules: listSchedules(ports, tabs),
    ...(opens ? { opens } : {}),
  };
}

function viewTab({ id: _id, snapshot: _snapshot, ...info }: TabEntry): TabInfo {
  return { ...info, ...(isReportName(info.resource) ? { report: true } : {}) };
}
