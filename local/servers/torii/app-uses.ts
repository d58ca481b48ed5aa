/** Who uses which app: seeded uses with the changes made to them, or a list that is written out. */
import type { AppAccount, AppUse } from './record';

/** Uses that are worked out when asked for, the same each time. */
export interface UseSource {
  ofApp(idApp: number): AppUse[];
  ofUser(idUser: number): AppUse[];
  all(): AppUse[];
}

/** Id of the account that every app has; a second one has the next number. */
export const firstAccount = (idApp: number) => idApp * 10;

const ACCOUNTS_AT_FIRST = 2;

/** Accounts of custom integrations that a tenant starts with: those of its first apps. */
export function firstAccounts(apps: readonly { id: number }[]): AppAccount[] {
  return apps.slice(0, ACCOUNTS_AT_FIRST).map(({ id }) => ({ id: firstAccount(id), idApp: id }));
}

/** What a use that a test writes down need not say. */
export function completeUse(use: Partial<AppUse>): AppUse {
  const { idApp = NaN, idUser = NaN } = use;
  const { idAppAccount = firstAccount(idApp) } = use;
  const further = idAppAccount === firstAccount(idApp) ? '' : `/${idAppAccount}`;
  return {
    id: `${idApp}/${idUser}${further}`,
    idApp,
    idUser,
    idAppAccount,
    appAccountName: null,
    status: 'active',
    isUserRemovedFromApp: false,
    role: null,
    externalStatus: null,
    lastVisitTime: null,
    creationTime: null,
    licenses: [],
    annualCost: null,
    currency: 'USD',
    ...use,
  };
}

export class AppUses {
  /** By id of the use: what it is now, or null where it is gone. */
  readonly #changes = new Map<string, AppUse | null>();
  #all: AppUse[] | undefined;

  /** @param written the whole list, where there is one; its uses may lack what need not be said */
  constructor(
    private readonly source: UseSource | undefined,
    written?: AppUse[],
  ) {
    if (written !== undefined) this.all = written;
  }

  /** Every use. From the first time that somebody asks for it, this list is what counts, and changes to it do too. */
  get all(): AppUse[] {
    this.#all ??= this.#changed(this.source?.all() ?? [], () => true);
    return this.#all;
  }

  /** Uses in it may lack what need not be said. */
  set all(uses: AppUse[]) {
    for (const use of uses) Object.assign(use, completeUse(use));
    this.#all = uses;
  }

  ofApp(idApp: number): AppUse[] {
    return this.#rows(
      (use) => use.idApp === idApp,
      (source) => source.ofApp(idApp),
    );
  }

  ofUser(idUser: number): AppUse[] {
    return this.#rows(
      (use) => use.idUser === idUser,
      (source) => source.ofUser(idUser),
    );
  }

  /**
   * Changes, adds or (with null) removes a use.
   * @param id `idApp/idUser`, with `/idAppAccount` for an account that is not the app's first
   */
  edit(id: string, patch: Record<string, unknown> | null): void {
    const [idApp = NaN, idUser = NaN, idAppAccount = firstAccount(idApp)] = id.split('/').map(Number);
    const found = this.ofUser(idUser).find((use) => use.id === id);
    if (patch === null) this.#put(id, null);
    else if (found !== undefined) this.#put(id, Object.assign(found, patch));
    else if (Number.isInteger(idApp) && Number.isInteger(idUser)) {
      this.#put(id, completeUse({ idApp, idUser, idAppAccount, ...patch, id }));
    } else throw new Error(`A use goes by "idApp/idUser", not by "${id}".`);
  }

  /** Puts each in the place of the one with its id, or behind all others. */
  putAll(uses: readonly AppUse[]): void {
    const list = this.#all;
    if (list === undefined) {
      for (const use of uses) this.#changes.set(use.id, use);
      return;
    }
    const places = new Map(list.map((use, i) => [use.id, i]));
    for (const use of uses) list[places.get(use.id) ?? list.length] = use;
  }

  #put(id: string, use: AppUse | null): void {
    if (this.#all === undefined) {
      this.#changes.set(id, use);
      return;
    }
    const at = this.#all.findIndex((row) => row.id === id);
    if (use === null) {
      if (at >= 0) this.#all.splice(at, 1);
    } else if (at < 0) this.#all.push(use);
  }

  #rows(wanted: (use: AppUse) => boolean, seeded: (source: UseSource) => AppUse[]): AppUse[] {
    if (this.#all !== undefined) {
      for (const use of this.#all) if (!('id' in use)) Object.assign(use, completeUse(use));
      return this.#all.filter(wanted);
    }
    return this.#changed(this.source === undefined ? [] : seeded(this.source), wanted);
  }

  /** Seeded uses as they are now, and behind them those that were added. */
  #changed(seeded: AppUse[], wanted: (use: AppUse) => boolean): AppUse[] {
    if (this.#changes.size === 0) return seeded;
    const left = new Map(this.#changes);
    const rows = seeded.flatMap((use) => {
      const now = left.get(use.id);
      left.delete(use.id);
      return now === undefined ? [use] : now === null ? [] : [now];
    });
    return [...rows, ...[...left.values()].filter((use) => use !== null && wanted(use))] as AppUse[];
  }
}
