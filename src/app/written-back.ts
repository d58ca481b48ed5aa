/** A report whose findings are to be written into the platform's apps: its rows, and the tab that the push goes by. */
import { AppError } from '../core/errors';
import type { Dispatcher } from '../core/http/dispatcher';
import type { Ports } from '../ports';
import { findResource } from '../providers/catalogue';
import type { ProviderDefinition } from '../providers/definition';
import type { ReportDefinition, TabRow } from '../reports/report';
import type { Subject } from './catalogue';
import { dispatcherOf, refuseWhilePushed } from './push/preview';
import { openPushTarget, type PushTarget } from './push/push-target';
import { TabIndex, type TabEntry } from './tab-index';
import { readTabRows } from './tab-rows';

export interface WrittenBack {
  /** Of the report's tab as it stands. */
  readonly rows: readonly TabRow[];
  /** The tab of the apps. */
  readonly target: PushTarget;
  readonly dispatcher: Dispatcher;
}

/**
 * Changes nothing. Throws UNKNOWN_TAB where the report or the apps have no tab, COLUMN_MISSING where the report's tab lacks one
 * of the columns `needed`, BUSY, NOT_CONNECTED, and what openPushTarget throws.
 */
export function openWrittenBack(
  ports: Ports,
  provider: ProviderDefinition,
  report: ReportDefinition,
  needed: readonly string[],
): WrittenBack {
  const index = new TabIndex(ports);
  // People may have deleted or renamed tabs.
  index.current();
  const rows = rowsWith(ports, tabOf(index, provider, report), report, needed);
  const target = openPushTarget(ports, tabOf(index, provider, findResource(provider, 'apps')).tab);
  refuseWhilePushed(ports, target.entry);
  const dispatcher = dispatcherOf(ports, target);
  if (!dispatcher) throw new AppError('NOT_CONNECTED', { provider: provider.title });
  return { rows, target, dispatcher };
}

function tabOf(index: TabIndex, provider: ProviderDefinition, subject: Subject): TabEntry {
  const entry = index.find(provider, subject);
  if (!entry) throw new AppError('UNKNOWN_TAB', { tab: subject.title });
  return entry;
}

function rowsWith(
  ports: Ports,
  entry: TabEntry,
  { fields }: ReportDefinition,
  needed: readonly string[],
): readonly TabRow[] {
  const rows = readTabRows(ports, entry);
  const missing = needed.find((key) => rows.some((row) => row[key] === undefined));
  if (missing !== undefined) {
    const column = fields.find(({ key }) => key === missing)?.label ?? missing;
    throw new AppError('COLUMN_MISSING', { column, tab: entry.tab }, { tab: entry.tab });
  }
  return rows;
}
