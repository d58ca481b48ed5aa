/** Who uses which app: seeded uses, overlaid with those that were listed, changed or taken away. */
import type { AppUse } from './record';

/** Uses that are worked out when asked for. */
export interface UseSource {
  ofApp(appId: string): AppUse[];
  ofUser(userId: string): AppUse[];
  byId(userAppId: string): AppUse | undefined;
}

export class AppUses {
  readonly #removed = new Set<string>();

  /** @param listed live: rows put into it count at once, before the source's */
  constructor(
    private readonly listed: () => AppUse[],
    private readonly source?: UseSource,
  ) {}

  ofApp(appId: string): AppUse[] {
    const own = this.listed().filter((use) => use.app_id === appId);
    return [...own, ...this.#seeded(this.source?.ofApp(appId) ?? [], own)];
  }

  ofUser(userId: string): AppUse[] {
    const own = this.listed().filter((use) => use.user_id === userId);
    return [...own, ...this.#seeded(this.source?.ofUser(userId) ?? [], own)];
  }

  between(appId: string, userId: string): AppUse | undefined {
    return this.ofUser(userId).find((use) => use.app_id === appId);
  }

  byId(userAppId: string): AppUse | undefined {
    const own = this.listed().find((use) => use.user_app_id === userAppId);
    if (own !== undefined) return own;
    const seeded = this.source?.byId(userAppId);
    return seeded === undefined ? undefined : this.#seeded([seeded], [])[0];
  }

  /** Puts it among the listed uses, in the place of the one with its id. */
  put(use: AppUse): void {
    const list = this.listed();
    const at = list.findIndex((row) => row.user_app_id === use.user_app_id);
    if (at >= 0) list[at] = use;
    else list.push(use);
    this.#removed.delete(use.user_app_id);
  }

  /** As `put` does, for many. */
  putAll(uses: readonly AppUse[]): void {
    const list = this.listed();
    const places = new Map(list.map((use, i) => [use.user_app_id, i]));
    for (const use of uses) {
      list[places.get(use.user_app_id) ?? list.length] = use;
      this.#removed.delete(use.user_app_id);
    }
  }

  remove(userAppId: string): void {
    const list = this.listed();
    const at = list.findIndex((row) => row.user_app_id === userAppId);
    if (at >= 0) list.splice(at, 1);
    this.#removed.add(userAppId);
  }

  #seeded(uses: AppUse[], own: readonly AppUse[]): AppUse[] {
    const taken = new Set(own.map((use) => use.user_app_id));
    return uses.filter((use) => !taken.has(use.user_app_id) && !this.#removed.has(use.user_app_id));
  }
}
