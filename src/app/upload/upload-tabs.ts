/** Tabs that somebody might want to upload, with what they look like. */
import { recognise } from '../../core/upload/recognition';
import type { Ports } from '../../ports';
import { TEMPLATES } from '../../providers/templates/catalogue';
import { REPORTS } from '../../reports/catalogue';
import { logTabs } from '../log-tab';
import { isReviewTab } from '../push/review-tab';
import { TabIndex } from '../tab-index';
import type { UploadEntry, UploadTabInfo } from './contract';
import { UploadMemory } from './memory';
import { uploads } from './sent';
import type { TabName } from './staged-head';
import { viewTemplate } from './targets';
import { topOfTab } from './upload-sheet';

/** Uploads among which the last one of a tab is looked for. */
const LATEST = 200;

/** Only the first rows of each are read. */
export function uploadTabs(ports: Ports): readonly UploadTabInfo[] {
  const front = ports.grid.active()?.id;
  const memory = new UploadMemory(ports);
  const sent = uploads(ports, { limit: LATEST });
  const ours = ownTabs(ports);
  return ports.grid
    .visible()
    .filter((tab) => !ours.has(tab.id) && !isReviewTab(ports, tab))
    .flatMap((tab) => viewTab(ports, memory, tab, tab.id === front, sent) ?? [])
    .sort((one, other) => Number(other.active) - Number(one.active));
}

function viewTab(
  ports: Ports,
  memory: UploadMemory,
  tab: TabName,
  active: boolean,
  sent: readonly UploadEntry[],
): UploadTabInfo | null {
  const sheet = topOfTab(ports, tab);
  if (!sheet) return null;
  const template = recognise(sheet.columns, TEMPLATES);
  const used = memory.usedTargets(tab);
  const lastSent = sent.find((entry) => entry.tab === tab.name);
  return {
    tab: tab.name,
    ...(template ? { template: viewTemplate(template) } : {}),
    targets: used.length > 0 ? used : (template?.targets ?? []),
    active,
    ...(lastSent ? { lastSent } : {}),
  };
}

/** Logs, and lists that come with the product. */
function ownTabs(ports: Ports): ReadonlySet<number> {
  const lists = new Set(REPORTS.flatMap(({ reads = [] }) => reads));
  const entries = new TabIndex(ports).all().filter(({ resource }) => lists.has(resource));
  return new Set([...logTabs(ports), ...entries.map(({ id }) => id)]);
}
