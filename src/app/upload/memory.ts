/** What a file remembers of uploads: how each tab was mapped, what its last check showed, and what was sent, byte for byte. */
import { AppError } from '../../core/errors';
import type { Mapping } from '../../core/upload/choices';
import { byteLength } from '../../core/upload/byte-length';
import type { UploadFile, UploadPackage } from '../../core/upload/package';
import type { UploadTarget } from '../../core/upload/target';
import type { Ports } from '../../ports';
import type { UploadOptions } from './contract';
import { parsedHidden, readHidden, writeHidden } from './hidden-rows';
import {
  copiedUploads,
  type KeptSettings,
  MAPPED_ROWS,
  mappedTab,
  PACKAGE_ROWS,
  type PackageState,
  packageTab,
} from './kept-tabs';
import type { StagedHead, TabName } from './staged-head';
import { UploadProperties } from './upload-properties';

/** Properties: one for each tab and target, one for each seal of a check, one for each package. */
const SETTINGS = 'settings.';
const SEAL = 'seal.';
const PACKAGE = 'package.';

/** One for each tab that has marks. */
const MARKS = 'marks.';

/** Set once the file has been searched: a copied file brings its hidden tabs along, but no properties. */
const SEARCHED = 'searched';

/** Bytes: a property holds 9 KB. https://developers.google.com/apps-script/guides/services/quotas */
const MOST_BYTES = 8500;

/** In place of settings that no property holds: they are in the hidden tab alone. */
const ELSEWHERE = '-';

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

/** What a property says of a package: enough to find the one before. */
interface PackageEntry {
  readonly state: PackageState;
  readonly tab: number;
  readonly target: string;
  readonly place: string;
  readonly at: number;
}

export class UploadMemory {
  private readonly properties: UploadProperties;

  constructor(private readonly ports: Ports) {
    this.properties = new UploadProperties(ports.store);
    if (this.properties.get(SEARCHED) === null) this.search();
  }

  /** Null where nobody has sent or saved anything of this tab for that target. */
  settingsOf(tab: number, target: string): UploadSettings | null {
    const text = this.properties.get(`${SETTINGS}${tab}.${target}`);
    if (text === ELSEWHERE) return this.mapped(tab)?.targets[target] ?? null;
    return text === null ? null : parsedHidden(this.unpacked(text));
  }

  keepSettings(tab: TabName, target: string, settings: Omit<UploadSettings, 'at'>): void {
    const before = this.settingsOf(tab.id, target);
    if (before && JSON.stringify({ ...before, at: 0 }) === JSON.stringify({ ...settings, at: 0 })) return;
    const kept: UploadSettings = { ...settings, at: this.ports.clock.now() };
    const all: KeptSettings = { tab, targets: { ...this.mapped(tab.id)?.targets, [target]: kept } };
    writeHidden(this.ports, mappedTab(tab.id), MAPPED_ROWS.settings, [JSON.stringify(all)]);
    this.noteSettings(tab.id, target, kept);
  }

  /** Targets that were sent or saved for the tab, the latest first. */
  usedTargets({ id }: Pick<TabName, 'id'>): readonly string[] {
    return this.properties
      .below(`${SETTINGS}${id}.`)
      .map(([target]) => ({ target, at: this.settingsOf(id, target)?.at ?? 0 }))
      .sort((one, other) => other.at - one.at)
      .map(({ target }) => target);
  }

  /** The seal of the last check; null where there was none, or where its package has been sent since. */
  sealOf(tab: number, target: string): string | null {
    return this.properties.get(`${SEAL}${tab}.${target}`);
  }

  keepSeal(tab: number, target: string, seal: string): void {
    if (this.sealOf(tab, target) !== seal) this.properties.set(`${SEAL}${tab}.${target}`, seal);
  }

  /** Whether a check has left marks in the tab. */
  hasMarks(tab: number): boolean {
    return this.properties.get(MARKS + tab) !== null;
  }

  keepHasMarks(tab: number, has: boolean): void {
    if (has === this.hasMarks(tab)) return;
    if (has) this.properties.set(MARKS + tab, 'yes');
    else this.properties.remove(MARKS + tab);
  }

  /** Forgets what it has read of the file's properties: somebody else may have changed them. */
  reload(): void {
    this.properties.reload();
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

  /** By target, what identifies each record, sorted; null where a person has changed it. */
  identities(upload: string): UploadPackage['identities'] | null {
    return parsedHidden(this.ports.packing.unpack(this.row(upload, PACKAGE_ROWS.identities)) ?? '');
  }

  isKept(upload: string): boolean {
    return this.properties.get(PACKAGE + upload) !== null;
  }

  /**
   * Sent: it is the latest of its tab, target and place from now on, the one before goes, and so does the seal of the check
   * that it came from. Not sent: it goes. A second time does nothing.
   */
  settle(upload: string, { sent }: { readonly sent: boolean }): void {
    this.reload();
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
    this.properties.remove(`${SEAL}${entry.tab}.${entry.target}`);
  }

  /**
   * What was last sent to that place, of what is added to it from that tab; null where nothing was, or where it is not kept.
   * An export that says who is there takes the place of the one before, whichever tab that was pasted into.
   */
  latestOf(tab: number, { target, missing }: UploadTarget, place: string): StagedHead | null {
    const isWhole = missing !== 'stays' && place !== '';
    const [latest] = this.entries()
      .filter((entry) => entry.state === 'sent' && entry.target === target && entry.place === place)
      .filter((entry) => isWhole || entry.tab === tab)
      .sort((one, other) => other.at - one.at);
    return latest ? parsedHidden<StagedHead>(this.row(latest.upload, PACKAGE_ROWS.head)) : null;
  }

  /** By target, what identifies all that was sent to that place from any tab, as far as it is remembered. */
  sentTo(place: string): ReadonlyMap<string, ReadonlySet<string>> {
    const sent = new Map<string, Set<string>>();
    for (const entry of this.entries()) {
      if (entry.state !== 'sent' || entry.place !== place) continue;
      for (const [target, identities] of Object.entries(this.identities(entry.upload) ?? {})) {
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
    return this.properties
      .below(PACKAGE)
      .map(([upload, text]) => ({ ...(JSON.parse(text) as PackageEntry), upload }));
  }

  private keepEntry(upload: string, entry: PackageEntry): void {
    this.properties.set(PACKAGE + upload, JSON.stringify(entry));
  }

  /** The tab first: as long as the property is there, it is found. */
  private remove(upload: string): void {
    this.ports.grid.remove({ name: packageTab(upload) });
    this.properties.remove(PACKAGE + upload);
  }

  private row(upload: string, row: number): string {
    return this.isKept(upload) ? readHidden(this.ports, packageTab(upload), row) : '';
  }

  private content(upload: string, row: number): string {
    const text = this.ports.packing.unpack(this.row(upload, row));
    if (text === null) throw new AppError('UNKNOWN_UPLOAD');
    return text;
  }

  /** A copied file brings its hidden tabs along, but no properties. */
  private search(): void {
    const { settings, marked, packages } = copiedUploads(this.ports);
    for (const { id, targets } of settings)
      for (const [target, kept] of Object.entries(targets)) this.noteSettings(id, target, kept);
    for (const id of marked) this.keepHasMarks(id, true);
    for (const { id, head } of packages) {
      const { upload, target, place, at } = head;
      this.keepEntry(upload, { state: 'sent', tab: id, target, place, at });
    }
    this.properties.set(SEARCHED, 'yes');
  }

  private mapped(tab: number): KeptSettings | null {
    return parsedHidden(readHidden(this.ports, mappedTab(tab), MAPPED_ROWS.settings));
  }

  private noteSettings(tab: number, target: string, settings: UploadSettings): void {
    const text = JSON.stringify(settings);
    const packed = byteLength(text) <= MOST_BYTES ? text : this.ports.packing.pack(text);
    const fits = byteLength(packed) <= MOST_BYTES;
    this.properties.set(`${SETTINGS}${tab}.${target}`, fits ? packed : ELSEWHERE);
  }

  private unpacked(text: string): string {
    return text.startsWith('{') ? text : (this.ports.packing.unpack(text) ?? '');
  }
}

type Way = Pick<PackageEntry, 'tab' | 'target' | 'place'>;

function isSameWay(one: Way, other: Way): boolean {
  return one.tab === other.tab && one.target === other.target && one.place === other.place;
}
