/** Who uses which app: seeded uses, overlaid with those that were listed or changed. */
import type { AppUse } from './record';

/** Uses that are worked out when asked for. */
export interface UseSource {
  ofApp(idApp: number): AppUse[];
  ofUser(idUser: number): AppUse[];
}

export class AppUses {
  /** `listed` is live: rows put into it count at once, before the source's. */
  constructor(
    private readonly listed: AppUse[],
    private readonly source?: UseSource,
  ) {}

  ofApp(idApp: number): AppUse[] {
    const own = this.listed.filter((use) => use.idApp === idApp);
    const taken = new Set(own.map((use) => use.idUser));
    return [...own, ...(this.source?.ofApp(idApp) ?? []).filter((use) => !taken.has(use.idUser))];
  }

  ofUser(idUser: number): AppUse[] {
    const own = this.listed.filter((use) => use.idUser === idUser);
    const taken = new Set(own.map((use) => use.idApp));
    return [...own, ...(this.source?.ofUser(idUser) ?? []).filter((use) => !taken.has(use.idApp))];
  }

  /** Notes whether the person was taken out of the app; gives the use as it is then. */
  setRemoved(use: AppUse, isUserRemovedFromApp: boolean): AppUse {
    const changed = { ...use, isUserRemovedFromApp };
    const at = this.listed.findIndex((row) => row.idApp === use.idApp && row.idUser === use.idUser);
    if (at >= 0) this.listed[at] = changed;
    else this.listed.push(changed);
    return changed;
  }
}
