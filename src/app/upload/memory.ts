/** What a file remembers of uploads: how each tab was mapped, what its last check showed, and what was sent, byte for byte. */
import { AppError } from '../../core/errors';
import type { Mapping } from '../../core/upload/choices';
import type { UploadFile, UploadPackage } from '../../core/upload/package';
import type { Ports } from '../../ports';
import type { UploadOptions } from './contract';
import { parsedHidden, readHidden, writeHidden } from './hidden-rows';
import type { StagedHead, TabName } from './staged-head';

/** Hidden tabs of ours: one for each tab that was mapped, and one for each package. */
const MAPPED_PREFIX = 'SaaS Ledger ⇡ tab ';
const PACKAGE_PREFIX = 'SaaS Ledger ⇡ sent ';

/** Rows of a mapped tab's hidden one; the marks are not ours. */
export const MAPPED_ROWS = { settings: 1, marks: 2 } as const;

/** Rows of a package: whether it was sent, its head, what identifies its records, and two for each file. */
const PACKAGE_ROWS = { state: 1, head: 2, identities: 3, files: 4 } as const;

/** Properties: one for each tab and target, one for each seal of a check, one for each package. */
const SETTINGS = 'upload.settings.';
const SEAL = 'upload.seal.';
const PACKAGE = 'upload.package.';

/** One for each tab that has marks. */
const MARKS = 'upload.marks.';

/** Set once the file has been searched: a copied file brings its hidden tabs along, but no properties. */
const SEARCHED = 'upload.searched';

/** A property holds 9 KB; letters beyond ASCII take several bytes. https://developers.google.com/apps-script/guides/services/quotas */
const SHORT = 4000;

/** Google ends an execution after six minutes. https://developers.google.com/apps-script/guides/services/quotas */
const EXECUTION_MS = 6 * 60_000;

/** How a tab was read for a target when somebody last sent it or saved its mapping. */
export interface UploadSettings {
  readonly mapping: Mapping;
  /** Without what holds for one sending only. */
  readonly options: UploadOptions;
  readonly template: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What the hidden tab says of a mapped one. */
interface KeptSettings {
  readonly tab: TabName;
  readonly targets: Readonly<Record<string, UploadSettings>>;
}

type PackageState = 'staged' | 'sent';

/** What a property says of a package: enough to find the one before. */
interface PackageEntry {
  readonly state: PackageState;
  readonly tab: number;
  readonly target: string;
  readonly place: string;
  readonly at: number;
}

export class UploadMemory {
  constructor(private readonly ports: Ports) {
    if (this.get(SEARCHED) === null) this.search();
  }

  /** Null where nobody has sent or saved anything of this tab for that target. */
  settingsOf(tab: number, target: string): UploadSettings | null {
    const text = this.get(`${SETTINGS}${tab}.${target}`);
    return text === null ? null : parsedHidden(this.unpacked(text));
  }

  keepSettings(tab: TabName, target: string, settings: Omit<UploadSettings, 'at'>): void {
    const before = this.settingsOf(tab.id, target);
    if (before && JSON.stringify({ ...before, at: 0 }) === JSON.stringify({ ...settings, at: 0 })) return;
    const kept: UploadSettings = { ...settings, at: this.ports.clock.now() };
    const name = mappedTab(tab.id);
    const there = parsedHidden<KeptSettings>(readHidden(this.ports, name, MAPPED_ROWS.settings));
    const all: KeptSettings = { tab, targets: { ...there?.targets, [target]: kept } };
    writeHidden(this.ports, name, MAPPED_ROWS.settings, [JSON.stringify(all)]);
    this.set(`${SETTINGS}${tab.id}.${target}`, this.packed(JSON.stringify(kept)));
  }

  /** Targets that were sent or saved for the tab, the latest first. */
  usedTargets({ id }: Pick<TabName, 'id'>): readonly string[] {
    const prefix = `${SETTINGS}${id}.`;
    return Object.entries(this.ports.store.all('document', prefix))
      .map(([key, text]) => ({
        target: key.slice(prefix.length),
        at: parsedHidden<UploadSettings>(this.unpacked(text))?.at ?? 0,
      }))
      .sort((one, other) => other.at - one.at)
      .map(({ target }) => target);
  }

  /** The seal of the last check; null where there was none, or where its package has been sent since. */
  sealOf(tab: number, target: string): string | null {
    return this.get(`${SEAL}${tab}.${target}`);
  }

  keepSeal(tab: number, target: string, seal: string): void {
    if (this.sealOf(tab, target) !== seal) this.set(`${SEAL}${tab}.${target}`, seal);
  }

  /** What tells the tab's marks from others; null where it has none. */
  marksOf(tab: number): string | null {
    return this.get(MARKS + tab);
  }

  keepMarksOf(tab: number, marks: string | null): void {
    if (marks === null) this.ports.store.remove('document', MARKS + tab);
    else this.set(MARKS + tab, marks);
  }

  /**
   * Lays the exact package into a hidden tab; lasting once this returns. The property comes first: as long as it is there,
   * the tab is found. Staging the same upload twice takes the place of the first.
   */
  stage(
    upload: string,
    head: StagedHead,
    files: readonly UploadFile[],
    identities: UploadPackage['identities'],
  ): void {
    const { tab, target, place, at } = head;
    this.keepEntry(upload, { state: 'staged', tab: tab.id, target, place, at });
    const { packing } = this.ports;
    writeHidden(this.ports, packageTab(upload), PACKAGE_ROWS.state, [
      'staged' satisfies PackageState,
      JSON.stringify(head),
      packing.pack(JSON.stringify(identities)),
      ...files.flatMap(({ text, rows }) => [packing.pack(text), packing.pack(JSON.stringify(rows))]),
    ]);
  }

  /** Throws UNKNOWN_UPLOAD. */
  head(upload: string): StagedHead {
    const head = parsedHidden<StagedHead>(this.row(upload, PACKAGE_ROWS.head));
    if (!head) throw new AppError('UNKNOWN_UPLOAD');
    return head;
  }

  /** The text of the file at that place, from 0. Throws UNKNOWN_UPLOAD. */
  text(upload: string, file: number): string {
    return this.content(upload, PACKAGE_ROWS.files + 2 * file);
  }

  /** By place of a record in that file, the row that it came from. Throws UNKNOWN_UPLOAD. */
  rows(upload: string, file: number): readonly number[] {
    return parsedHidden(this.content(upload, PACKAGE_ROWS.files + 2 * file + 1)) ?? [];
  }

  /** By target, what identifies each record, sorted. Throws UNKNOWN_UPLOAD. */
  identities(upload: string): Readonly<Record<string, readonly string[]>> {
    return parsedHidden(this.content(upload, PACKAGE_ROWS.identities)) ?? {};
  }

  isKept(upload: string): boolean {
    return this.get(PACKAGE + upload) !== null;
  }

  /**
   * Sent: it is the latest of its tab, target and place from now on, the one before goes, and so does the seal of the check
   * that it came from. Not sent: it goes. A second time does nothing.
   */
  settle(upload: string, { sent }: { readonly sent: boolean }): void {
    const entry = this.entries().find((each) => each.upload === upload);
    if (!entry || entry.state === 'sent') return;
    if (!sent) {
      this.remove(upload);
      return;
    }
    writeHidden(this.ports, packageTab(upload), PACKAGE_ROWS.state, ['sent' satisfies PackageState]);
    const { upload: _upload, ...facts } = entry;
    this.keepEntry(upload, { ...facts, state: 'sent' });
    for (const other of this.entries())
      if (other.state === 'sent' && other.upload !== upload && isSameWay(other, entry))
        this.remove(other.upload);
    this.ports.store.remove('document', `${SEAL}${entry.tab}.${entry.target}`);
  }

  /** What was last sent of that tab to that place; null where nothing was, or where it is not kept. */
  latestOf(tab: number, target: string, place: string): StagedHead | null {
    const found = this.entries().find(
      (entry) => entry.state === 'sent' && isSameWay(entry, { tab, target, place }),
    );
    return found ? parsedHidden<StagedHead>(this.row(found.upload, PACKAGE_ROWS.head)) : null;
  }

  /** By target, what identifies all that was sent to that place from any tab, as far as it is remembered. */
  sentTo(place: string): ReadonlyMap<string, ReadonlySet<string>> {
    const sent = new Map<string, Set<string>>();
    for (const entry of this.entries()) {
      if (entry.state !== 'sent' || entry.place !== place) continue;
      for (const [target, identities] of Object.entries(this.identities(entry.upload))) {
        const known = sent.get(target) ?? new Set();
        for (const identity of identities) known.add(identity);
        sent.set(target, known);
      }
    }
    return sent;
  }

  /** When something was last sent to that place for that target, from whatever tab; milliseconds since 1970, null for never. */
  lastTo(target: string, place: string): number | null {
    const times = this.entries().flatMap((entry) =>
      entry.state === 'sent' && entry.target === target && entry.place === place ? [entry.at] : [],
    );
    return times.length === 0 ? null : Math.max(...times);
  }

  /** Removes packages that were never sent and that no live upload needs; one that was just laid down may get its job yet. */
  sweep(live: ReadonlySet<string>): void {
    const now = this.ports.clock.now();
    for (const { upload, state, at } of this.entries())
      if (state === 'staged' && !live.has(upload) && now - at > EXECUTION_MS) this.remove(upload);
  }

  private entries(): readonly (PackageEntry & { readonly upload: string })[] {
    return Object.entries(this.ports.store.all('document', PACKAGE)).map(([key, text]) => ({
      ...(JSON.parse(text) as PackageEntry),
      upload: key.slice(PACKAGE.length),
    }));
  }

  private keepEntry(upload: string, entry: PackageEntry): void {
    this.set(PACKAGE + upload, JSON.stringify(entry));
  }

  /** The tab first: as long as the property is there, it is found. */
  private remove(upload: string): void {
    this.ports.grid.remove({ name: packageTab(upload) });
    this.ports.store.remove('document', PACKAGE + upload);
  }

  private row(upload: string, row: number): string {
    return this.isKept(upload) ? readHidden(this.ports, packageTab(upload), row) : '';
  }

  private content(upload: string, row: number): string {
    const text = this.ports.packing.unpack(this.row(upload, row));
    if (text === null) throw new AppError('UNKNOWN_UPLOAD');
    return text;
  }

  /** What a copied file has brought along; what was on its way when it was copied goes on in the other file alone. */
  private search(): void {
    const { grid } = this.ports;
    const tabs = grid.list();
    for (const { name } of tabs.filter((tab) => tab.name.startsWith(MAPPED_PREFIX))) {
      const kept = parsedHidden<KeptSettings>(readHidden(this.ports, name, MAPPED_ROWS.settings));
      const id = kept ? sameTab(tabs, kept.tab) : null;
      for (const [target, settings] of Object.entries(kept?.targets ?? {}))
        if (id !== null) this.set(`${SETTINGS}${id}.${target}`, this.packed(JSON.stringify(settings)));
      if (readHidden(this.ports, name, MAPPED_ROWS.marks) !== '')
        this.set(MARKS + name.slice(MAPPED_PREFIX.length), 'copied');
    }
    for (const tab of tabs.filter(({ name }) => name.startsWith(PACKAGE_PREFIX))) {
      const head = parsedHidden<StagedHead>(readHidden(this.ports, tab.name, PACKAGE_ROWS.head));
      const id = head ? sameTab(tabs, head.tab) : null;
      if (head && id !== null && readHidden(this.ports, tab.name, PACKAGE_ROWS.state) === 'sent') {
        const { upload, target, place, at } = head;
        this.keepEntry(upload, { state: 'sent', tab: id, target, place, at });
      } else grid.remove(tab);
    }
    this.set(SEARCHED, 'yes');
  }

  private packed(text: string): string {
    return text.length <= SHORT ? text : this.ports.packing.pack(text);
  }

  private unpacked(text: string): string {
    return text.startsWith('{') ? text : (this.ports.packing.unpack(text) ?? '');
  }

  private get(key: string): string | null {
    return this.ports.store.get('document', key);
  }

  private set(key: string, value: string): void {
    this.ports.store.set('document', key, value);
  }
}

/** A copy keeps ids; a file that went through another format has new ones, and only names are left to go by. */
function sameTab(tabs: readonly TabName[], { id, name }: TabName): number | null {
  const found =
    tabs.find((tab) => tab.id === id && tab.name === name) ??
    tabs.find((tab) => tab.name === name) ??
    tabs.find((tab) => tab.id === id);
  return found?.id ?? null;
}

/** The hidden tab that belongs to a mapped one. */
export function mappedTab(tab: number): string {
  return MAPPED_PREFIX + tab;
}

function packageTab(upload: string): string {
  return PACKAGE_PREFIX + upload;
}

type Way = Pick<PackageEntry, 'tab' | 'target' | 'place'>;

function isSameWay(one: Way, other: Way): boolean {
  return one.tab === other.tab && one.target === other.target && one.place === other.place;
}
