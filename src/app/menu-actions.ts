/** What the menu's items do: the same as the sidebar, told in toasts and dialogs. */
import { AppError } from '../core/errors';
import type { Ports } from '../ports';
import { findProvider } from '../providers/catalogue';
import type { ProviderName, ResourceName } from '../providers/definition';
import { listAccounts } from './account';
import { subjectsOf } from './catalogue';
import { guarded, offerSidebar, tell, TITLE } from './menu/tell';
import { startPull } from './pull';
import { withoutLists } from './report-lists';
import { runJobs } from './run-jobs';
import { TabIndex } from './tab-index';

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
  { label: '' },
  { label: 'Review edits', run: 'reviewEdits' },
  { label: 'Push edits', run: 'pushEdits' },
  { label: 'Undo last push', run: 'undoLastPush' },
  { label: '' },
  { label: 'Flag SSO tax', run: 'flagSsoTax' },
  { label: '' },
  { label: 'Upload this tab', run: 'uploadSheet' },
] as const;

/** Pulls one resource, or brings one report up to date, from every provider that this person is connected to. */
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
    const jobs = startEach(ports, withoutLists(ports, tabs), refused);
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
  return subjectsOf(findProvider(provider)).some((subject) => subject.resource === resource);
}
