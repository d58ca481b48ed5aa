/** The hidden tabs in which a file keeps what it remembers of uploads: one for each tab that was mapped, one for each package. */
import type { Ports } from '../../ports';
import type { UploadSettings } from './memory';
import { parsedHidden, readHidden, writeHidden } from './hidden-rows';
import type { StagedHead, TabName } from './staged-head';

const MAPPED_PREFIX = 'SaaS Ledger ⇡ tab ';
const PACKAGE_PREFIX = 'SaaS Ledger ⇡ sent ';

/** Rows of a mapped tab's hidden one: its settings, its marks, and which tab has these. */
export const MAPPED_ROWS = { settings: 1, marks: 2, marked: 3 } as const;

/** Rows of a package: whether it was sent, its head, what identifies its records, and two for each file. */
export const PACKAGE_ROWS = { state: 1, head: 2, identities: 3, files: 4 } as const;

/** What the hidden tab says of a mapped one. */
export interface KeptSettings {
  readonly tab: TabName;
  readonly targets: Readonly<Record<string, UploadSettings>>;
}

export type PackageState = 'staged' | 'sent';

/** The hidden tab that belongs to a mapped one. */
export function mappedTab(tab: number): string {
  return MAPPED_PREFIX + tab;
}

export function packageTab(upload: string): string {
  return PACKAGE_PREFIX + upload;
}

/** What a copied file has brought along, by the ids that its tabs have here. */
export interface CopiedUploads {
  readonly settings: readonly (KeptSettings & { readonly id: number })[];
  /** Tabs with marks. */
  readonly marked: readonly number[];
  /** Packages that were sent. */
  readonly packages: readonly { readonly id: number; readonly head: StagedHead }[];
}

/** Looks through all tabs; what was on its way when the file was copied goes on in the other file alone, and is removed. */
export function copiedUploads(ports: Ports): CopiedUploads {
  const { grid } = ports;
  const tabs = grid.list();
  const settings: CopiedUploads['settings'][number][] = [];
  const marked: number[] = [];
  const moved: Move[] = [];
  for (const { name } of tabs.filter((tab) => tab.name.startsWith(MAPPED_PREFIX))) {
    const kept = parsedHidden<KeptSettings>(readHidden(ports, name, MAPPED_ROWS.settings));
    const marks = readHidden(ports, name, MAPPED_ROWS.marks);
    const owner = kept?.tab ?? parsedHidden<TabName>(readHidden(ports, name, MAPPED_ROWS.marked));
    const id = owner ? sameTab(tabs, owner) : null;
    if (id === null) continue;
    if (name !== mappedTab(id)) moved.push({ from: name, to: mappedTab(id) });
    if (kept) settings.push({ ...kept, id });
    if (marks !== '') marked.push(id);
  }
  move(ports, moved);
  const packages: CopiedUploads['packages'][number][] = [];
  for (const tab of tabs.filter(({ name }) => name.startsWith(PACKAGE_PREFIX))) {
    const head = parsedHidden<StagedHead>(readHidden(ports, tab.name, PACKAGE_ROWS.head));
    const id = head ? sameTab(tabs, head.tab) : null;
    if (head && id !== null && readHidden(ports, tab.name, PACKAGE_ROWS.state) === 'sent') {
      packages.push({ id, head });
    } else grid.remove(tab);
  }
  return { settings, marked, packages };
}

interface Move {
  readonly from: string;
  readonly to: string;
}

/** Two may change their names with each other: all are read before any is written. */
function move(ports: Ports, moved: readonly Move[]): void {
  const contents = moved.map(({ from, to }) => ({
    to,
    rows: Object.values(MAPPED_ROWS).map((row) => readHidden(ports, from, row)),
  }));
  for (const { from } of moved) ports.grid.remove({ name: from });
  for (const { to, rows } of contents) writeHidden(ports, to, MAPPED_ROWS.settings, rows);
}

/** A copy keeps ids; a file that went through another format has new ones, and only names are left to go by. */
function sameTab(tabs: readonly TabName[], { id, name }: TabName): number | null {
  const found =
    tabs.find((tab) => tab.id === id && tab.name === name) ??
    tabs.find((tab) => tab.name === name) ??
    tabs.find((tab) => tab.id === id);
  return found?.id ?? null;
}
