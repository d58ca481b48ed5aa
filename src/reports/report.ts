/** What a report is: data and one pure function, from which its tab, its picker and its reference are made. */
import type { FactKind, Facts } from '../core/facts/fact';
import type { Filter } from '../core/filter/filter';
import type { Beside } from '../core/table/beside';
import type { CurrencyRates } from '../core/table/currency';
import type { Field, RemoteRecord } from '../core/table/field';

/** Facts that are read as whole lists. */
export type ListedKind = Exclude<FactKind, 'appUses' | 'userUses'>;

/** The cells of a row of a managed tab as text, by key of the field. */
export type TabRow = Readonly<Record<string, string>>;

export interface ReportInput {
  readonly facts: Facts;
  /** The day of the run in the file's time zone, “2026-11-22”. */
  readonly today: string;
  /** The name of the platform. */
  readonly platform: string;
  /** What people have in the report's own tab. */
  readonly own: readonly TabRow[];
  /** What is in the tabs that the report `reads`, by their names in `api`. */
  readonly tabs: ReadonlyMap<string, readonly TabRow[]>;
}

export interface ReportDefinition {
  /** Its name in `api`, beside those of the platforms' resources: “unownedApps”. */
  readonly resource: string;
  /** The tab's name: “Unowned apps”. */
  readonly title: string;
  /** Words for one row and for many, in sentences; the latter ends in its plural -s. */
  readonly singular: string;
  readonly plural: string;
  /** One sentence for the sidebar. */
  readonly description: string;
  /** Lists that it is made from; a platform that lacks one of them does not have the report. */
  readonly needs: readonly ListedKind[];
  /** Whose use is read besides, one request for each: ids of apps or of users, of the lists that are here by then. */
  readonly uses?: {
    readonly kind: 'appUses' | 'userUses';
    readonly of: (facts: Facts, today: string) => readonly string[];
  };
  /** Other reports whose tabs it reads, and that are made and brought up to date with it. */
  readonly reads?: readonly string[];
  /** Whether one tab serves all platforms: what it shows does not come from any. */
  readonly isShared?: boolean;
  /** Field whose value identifies a row, and the one that names it to people. */
  readonly key: string;
  readonly name: string;
  /** In the order of the columns. */
  readonly fields: readonly Field[];
  /** Pixels of columns, by key, that need more or less room than others of their type. */
  readonly widths?: Readonly<Record<string, number>>;
  readonly filterIdeas?: readonly { readonly label: string; readonly filters: readonly Filter[] }[];
  /** Sorted by what to act on first; a value of each row as a platform would send it, by key of the field. */
  readonly rows: (input: ReportInput) => readonly RemoteRecord[];
  /** Whether not all could be looked at: then a row that is missing is not gone. */
  readonly isPartial?: (input: ReportInput) => boolean;
  /** Remarks for people that no row can hold. */
  readonly remarks?: (input: ReportInput) => readonly string[];
  /** What stands beside the rows of a new tab. */
  readonly beside?: (rows: readonly RemoteRecord[], rates: CurrencyRates | null) => Beside;
  /** How many of the rows wait for a person's answer. */
  readonly waiting?: (rows: readonly RemoteRecord[]) => number;
  /** What the notes of its tab say that values come from; “this report” where it is absent. */
  readonly source?: string;
}
