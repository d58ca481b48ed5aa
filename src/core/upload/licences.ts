/** The licences of a people file, with who has them. */
import { told } from '../change/told';
import { type ChosenTerms, type LicenceTerms, termsOf } from './licence-terms';
import { type LicenceName, licenceKey, LicenceWords } from './licence-words';
import { STRONGEST_STATUS } from './merging';
import type { ReadRow } from './package';
import type { Complaint, PartRows } from './part-rows';
import type { Problem } from './problem';
import type { RowRecord } from './record';

export interface LicenceUser {
  readonly email: string;
  /** Absent: as the status of the person says. */
  readonly licenseStatus?: string;
}

export interface Licence extends LicenceTerms {
  readonly name: string;
  readonly users: readonly LicenceUser[];
}

interface Draft extends Licence {
  price: number | undefined;
  unassigned: number | undefined;
  readonly users: LicenceUser[];
}

/** Collects who has which licence, one person at a time. */
export class LicenceList {
  /** By key, in the order in which they appear in the tab. */
  private readonly drafts = new Map<string, Draft>();
  private readonly words: LicenceWords;
  private readonly spellings = new Set<string>();

  constructor(
    private readonly rows: PartRows,
    private readonly chosen: ChosenTerms,
  ) {
    this.words = new LicenceWords(rows.part.choices.licenceRule);
  }

  /** Gives a person each of their licences once. */
  add(person: RowRecord): void {
    const mine = new Map<string, LicenceUser>();
    for (const row of person.rows) {
      for (const licence of this.namedBy(row, person)) {
        const key = this.found(licence.name, row);
        const user = this.userOf(person, row, licence);
        const before = mine.get(key);
        if (isContradiction(before, user)) this.rows.warn(row, otherStatus(licence.name));
        if (before?.licenseStatus === undefined || user.licenseStatus === STRONGEST_STATUS) {
          mine.set(key, user);
        }
      }
    }
    for (const [key, user] of mine) this.drafts.get(key)?.users.push(user);
  }

  /**
   * All licences in the order in which they appear in the tab, with the terms that were chosen; one that nobody has comes
   * behind the one that is chosen for before it, and only where some of it are unassigned.
   */
  list(): readonly Licence[] {
    const keys = [...this.drafts.keys()];
    const licences = new Map<string, Licence>(this.drafts);
    let place = keys.length;
    for (const [key, { name, price, unassigned }] of this.chosen) {
      const draft = this.drafts.get(key);
      if (draft) {
        draft.price = price ?? draft.price;
        draft.unassigned = unassigned ?? draft.unassigned;
        place = keys.indexOf(key) + 1;
      } else if (unassigned !== undefined) {
        licences.set(key, { name, price, unassigned, users: [] });
        keys.splice(place, 0, key);
        place += 1;
      } else this.rows.found.push(nobodyHas(name));
    }
    return keys.flatMap((key) => licences.get(key) ?? []);
  }

  /** A row that names none only says something where no other row of the person does either. */
  private namedBy(row: ReadRow, { rows }: RowRecord): readonly LicenceName[] {
    const named = this.words.read(row.values['licenses']);
    if (named.length > 0 || row !== rows[0]) return named;
    const isNamed = rows.some(({ values }) => this.words.read(values['licenses']).length > 0);
    return isNamed ? [] : this.words.ofNoWord();
  }

  /** The key of the licence, with what the row says of it. */
  private found(name: string, row: ReadRow): string {
    const key = licenceKey(name);
    const { price, unassigned } = termsOf(row);
    const draft = this.drafts.get(key);
    if (!draft) {
      this.drafts.set(key, { name, price, unassigned, users: [] });
      return key;
    }
    draft.price ??= price;
    draft.unassigned ??= unassigned;
    if (draft.name !== name && !this.spellings.has(name)) {
      this.spellings.add(name);
      this.rows.warn(row, otherSpelling(name, draft.name));
    }
    return key;
  }

  private userOf({ values }: RowRecord, row: ReadRow, { isFallback }: LicenceName): LicenceUser {
    const isUnused =
      isFallback && this.words.rule?.inactiveWithoutUse === true && values['lastUsedDate'] === undefined;
    const status = isUnused ? 'inactive' : row.values['licenseStatus'];
    const email = String(values['email']);
    return status === undefined ? { email } : { email, licenseStatus: String(status) };
  }
}

function isContradiction(before: LicenceUser | undefined, { licenseStatus: now }: LicenceUser): boolean {
  return before?.licenseStatus !== undefined && now !== undefined && before.licenseStatus !== now;
}

function otherStatus(licence: string): Complaint {
  return {
    code: 'differs',
    field: 'licenseStatus',
    message: `Another row gives ${told(licence)} of the same person another status; “${STRONGEST_STATUS}” counts, else the first.`,
    remedy: 'If that is wrong, correct one of the rows.',
  };
}

function otherSpelling(name: string, first: string): Complaint {
  return {
    code: 'differs',
    field: 'licenses',
    message: `${told(name)} is also written ${told(first)}; they count as one licence.`,
    remedy: 'If they are two, give them names that differ in more than capital letters.',
  };
}

function nobodyHas(name: string): Problem {
  return {
    severity: 'note',
    code: 'unknownReference',
    message: `Nobody has the licence ${told(name)} for which a price is chosen; it is not sent.`,
    remedy: 'Correct its name, or say how many of it are unassigned.',
  };
}
