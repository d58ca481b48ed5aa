/** What the menu's items do: the same as the sidebar, told in toasts and dialogs. */
import { AppError, type ErrorJson } from '../core/errors';
import type { JobRecord } from '../core/jobs/job';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import type { ProviderName, ResourceName } from '../providers/definition';
import { listAccounts } from './account';
import type { PullResult } from './contract';
import { startPull } from './pull';
import { runJobs, type JobsRun } from './run-jobs';
import { TabIndex } from './tab-index';

const TITLE = 'SaaS Ledger';

/** The menu bar's entry: labels and the global functions they run. Only what works is listed. */
export const MENU = [
  { label: 'Open sidebar', run: 'openSidebar' },
  { label: '' },
  {
    label: 'Pull',
    items: [
      { label: 'Apps', run: 'pullApps' },
      { label: 'Contracts', run: 'pullContracts' },
      { label: 'Users', run: 'pullUsers' },
    ],
  },
  { label: 'Refresh all', run: 'refreshAll' },
] as const;

/** Pulls one resource from every provider that this person is connected to. */
export function pullFromMenu(ports: Ports, resource: ResourceName): void {
  guarded(ports, () => {
    const accounts = listAccounts(ports);
    if (accounts.length === 0) return offerSidebar(ports);
    const offering = accounts.filter(({ provider }) => offers(provider, resource));
    // One after the other: the second provider's tab is named by what the first one's took.
    const refused: AppError[] = [];
    const runs = offering.flatMap(({ provider }) =>
      startEach(ports, [{ provider, resource }], refused).map((id) => runJobs(ports, [id])),
    );
    tell(ports, runs, refused);
  });
}

/** Refreshes every managed tab whose provider this person is connected to. */
export function refreshAll(ports: Ports): void {
  guarded(ports, () => {
    const connected = new Set<ProviderName>(listAccounts(ports).map(({ provider }) => provider));
    if (connected.size === 0) return offerSidebar(ports);
    const tabs = new TabIndex(ports).current().filter(({ provider }) => connected.has(provider));
    if (tabs.length === 0) {
      ports.notice.alert(
        TITLE,
        'There is no tab to refresh yet.\n\nUse Pull in this menu, or the sidebar, to make one.',
      );
      return;
    }
    const refused: AppError[] = [];
    const jobs = startEach(ports, tabs, refused);
    tell(ports, [runJobs(ports, jobs)], refused);
  });
}

/** Ids of the jobs; a tab that a colleague is at must not keep the others from being refreshed. */
function startEach(
  ports: Ports,
  wanted: readonly { provider: ProviderName; resource: ResourceName; tab?: string }[],
  refused: AppError[],
): readonly string[] {
  return wanted.flatMap(({ provider, resource, tab }) => {
    try {
      return [startPull(ports, { provider, resource, ...(tab === undefined ? {} : { tab }) }).id];
    } catch (thrown) {
      refused.push(AppError.from(thrown));
      return [];
    }
  });
}

function offers(provider: ProviderName, resource: ResourceName): boolean {
  return findProvider(provider).resources.some((definition) => definition.resource === resource);
}

function offerSidebar(ports: Ports): void {
  const { what, next } = new AppError('NOT_CONNECTED', { provider: 'a platform' });
  ports.notice.alert(TITLE, `${what}\n\n${next}`);
  ports.notice.openSidebar();
}

/** One toast for what went well or goes on by itself, one dialog for what did not. */
function tell(ports: Ports, runs: readonly JobsRun[], refused: readonly AppError[]): void {
  const jobs = runs.flatMap((run) => run.jobs);
  const goesOn = runs.every((run) => run.goesOn);
  const good = jobs.filter((job) => job.state !== 'failed').map((job) => sentence(job, goesOn));
  if (good.length > 0) ports.notice.toast(good.join('\n'), TITLE);
  const bad = [
    ...jobs.flatMap((job) => (job.error ? [`${job.title}: ${inWords(job.error)}`] : [])),
    ...refused.map((error) => inWords(error.toJSON())),
  ];
  if (bad.length > 0) ports.notice.alert(TITLE, bad.join('\n\n'));
}

function sentence(job: JobRecord, goesOn: boolean): string {
  if (job.state === 'stopped') return `${job.title}: stopped.`;
  if (job.state !== 'done') {
    const how = goesOn
      ? 'goes on by itself.'
      : 'not done yet. Google sets no further timer for you today: open the sidebar to go on.';
    return `${job.title}: ${how} ${job.waiting?.reason ?? ''}`.trim();
  }
  const { tab, rows, added, updated, vanished, pending } = job.result as PullResult;
  const parts = [`${added} new`, `${updated} updated`];
  if (vanished > 0) parts.push(`${vanished} gone`);
  if (pending > 0) parts.push(`${pending} of your edits kept`);
  return `${tab}: ${rows} rows (${parts.join(', ')}).`;
}

function guarded(ports: Ports, action: () => void): void {
  try {
    action();
  } catch (thrown) {
    ports.notice.alert(TITLE, inWords(AppError.from(thrown).toJSON()));
  }
}

function inWords({ what, next }: ErrorJson): string {
  return `${what}\n\n${next}`;
}
