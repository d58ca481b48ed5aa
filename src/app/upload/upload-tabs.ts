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
import { splitColumns } from './split-tab';
import type { TabName } from './staged-head';
import { viewTemplate } from './targets';
import { topOfTab } from './upload-sheet';

/** Uploads among which the last one of a tab is looked for. */
const LATEST = 200;

/** Only the first rows of each are read. */
export function uploadTabs(ports: Ports): readonly UploadTabInfo[] {
  const front = ports.grid.active()?.id;
  const memory = new UploadMemory(ports);
  const sent = uploads(ports, { limit: LATEST }, memory);
  const index = new TabIndex(ports);
  const ours = ownTabs(ports, index);
  return ports.grid
    .visible()
    .filter((tab) => !ours.has(tab.id) && !isReviewTab(ports, tab))
    .flatMap((tab) => viewTab({ ports, memory, index, sent }, tab, tab.id === front) ?? [])
    .sort((one, other) => Number(other.active) - Number(one.active));
}

interface Surroundings {
  readonly ports: Ports;
  readonly memory: UploadMemory;
  readonly index: TabIndex;
  readonly sent: readonly UploadEntry[];
}

function viewTab(
  { ports, memory, index, sent }: Surroundings,
  tab: TabName,
  active: boolean,
): UploadTabInfo | null {
  const sheet = topOfTab(ports, tab, index);
  if (!sheet) return null;
  const template = recognise(sheet.columns, TEMPLATES);
  const used = memory.usedTargets(tab);
  const lastSent = sent.find((entry) => entry.tab === tab.name);
  const isOneColumn = sheet.headers.filter((header) => header !== '').length === 1;
  const splits = isOneColumn ? splitColumns(ports, tab) : null;
  return {
    tab: tab.name,
    ...(template ? { template: viewTemplate(template) } : {}),
    targets: used.length > 0 ? used : (template?.targets ?? []),
    active,
    ...(splits === null ? {} : { splits }),
    ...(lastSent ? { lastSent } : {}),
  };
}

/** Logs, and lists that come with the product. */
function ownTabs(ports: Ports, index: TabIndex): ReadonlySet<number> {
  const lists = new Set(REPORTS.flatMap(({ reads = [] }) => reads));
  const entries = index.all().filter(({ resource }) => lists.has(resource));
  return new Set([...logTabs(ports), ...entries.map(({ id }) => id)]);
}
