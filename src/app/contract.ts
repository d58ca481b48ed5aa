/** The payload and the value of every method of `api`, the sidebar's one door. */
import type { ChangeName } from '../core/change/change';
import type { ErrorCode, ErrorJson } from '../core/errors';
import type { Filter, FilterTest } from '../core/filter/filter';
import type { RunEntry } from '../core/log/activity-log';
import type { CurrencyRates } from '../core/table/currency';
import type { FieldOption, FieldType } from '../core/table/field';
import type { ProviderName, ResourceName } from '../providers/definition';
import type { JournalInfo, PlanInfo, PushInfo, PushResult } from './push/contract';
import type { UploadApi, UploadComparison, UploadResult } from './upload/contract';

export interface ConnectionInfo {
  readonly provider: ProviderName;
  readonly title: string;
  readonly organisation: string;
  /** The last four characters of the key: enough to tell two keys apart. */
  readonly last4: string;
}

export interface TabInfo {
  readonly tab: string;
  readonly provider: ProviderName;
  readonly resource: ResourceName;
  readonly rows: number;
  /** ISO time of the last complete read. */
  readonly pulledAt: string;
  readonly complete: boolean;
  /** Edits that were not sent yet. */
  readonly pending: number;
  /** Edits whose cell also changed on the platform. */
  readonly conflicts: number;
  readonly mode: TabMode;
  /** Which records the tab shows; [] for all. */
  readonly filters: readonly Filter[];
  /** The same for people: “State is Discovered or In Review”. */
  readonly filterWords: readonly string[];
  /** True for a report's tab: nothing in it is sent. */
  readonly report?: true;
  /** Rows that wait for a person's answer, such as possible matches of the SSO Tax report; absent: none, or not known. */
  readonly waitingForYou?: number;
}

/**
 * What becomes of a row whose record is gone from the platform.
 * - mirror: as the setting `vanishedRows` says
 * - keepRemoved: it stays, greyed and dated, whatever the setting says
 * - snapshot: as in mirror; and each run leaves a dated copy of the tab, of which `copiesKept` are kept
 */
export type TabMode = 'mirror' | 'keepRemoved' | 'snapshot';

/** What holds for the whole file. */
export interface Settings {
  /** mark: greyed and dated until somebody removes them; remove: taken out at once, unless they hold somebody's work. */
  readonly vanishedRows: 'mark' | 'remove';
  /** Dated copies that a tab in snapshot mode keeps, 1 to 100. */
  readonly copiesKept: number;
  /** Runs that the Activity tab keeps, 0 to 5,000. */
  readonly activityKept: number;
  /** Whether a tab keeps a log of what refreshes change. */
  readonly changeLog: 'on' | 'off';
  /** Rows that it keeps, 1 to 20,000. */
  readonly changeLogKept: number;
  /** Rows that the Push journal keeps, 100 to 50,000; what is trimmed cannot be undone. */
  readonly journalKept: number;
  /** Whether the lifecycle status of Torii's users may be sent: it can start offboarding automations. */
  readonly sendLifecycle: 'on' | 'off';
  /** What the organisation calls its field that says whether an app is behind single sign-on; '' for the usual names. */
  readonly ssoField: string;
  /** What other currencies are worth in one, for sums across them in the summaries of new reports; null: there are none. */
  readonly rates: CurrencyRates | null;
}

/** One run that is over. */
export interface ActivityInfo extends Omit<RunEntry, 'at'> {
  /** When it ended, ISO time. */
  readonly at: string;
}

export type JobState = 'running' | 'waiting' | 'done' | 'failed' | 'stopped';

/** Each kind of job has a result of its own. */
export type JobInfo = PullJobInfo | PushJobInfo | UploadJobInfo | VerifyJobInfo;

interface PullJobInfo extends JobFacts {
  /** finish: what follows a pull that made a tab; it has no result. */
  readonly kind: 'pull' | 'finish';
  readonly result?: PullResult;
}

interface PushJobInfo extends JobFacts {
  readonly kind: 'push';
  readonly result?: PushResult;
}

interface UploadJobInfo extends JobFacts {
  readonly kind: 'upload';
  readonly result?: UploadResult;
}

interface VerifyJobInfo extends JobFacts {
  /** Compares what a platform has with what was uploaded. */
  readonly kind: 'verify';
  readonly result?: UploadComparison;
}

interface JobFacts {
  readonly job: string;
  /** Plain words: “Pull apps from Torii”. */
  readonly title: string;
  /** Name of the tab that it works on. */
  readonly tab: string;
  readonly state: JobState;
  /** Who started it, and whether that is the person who asks. */
  readonly by: string;
  readonly mine: boolean;
  /** When it was started, ISO time. */
  readonly since: string;
  readonly progress: {
    /** What `done` and `total` count: records that came, rows that went into the tab, or records that were sent. Absent: reading. */
    readonly phase?: 'reading' | 'writing' | 'sending';
    readonly done: number;
    readonly total?: number;
    /** “apps”. */
    readonly unit: string;
    readonly pages: number;
  };
  /** Why it waits, and until when (ISO time). */
  readonly waiting?: { readonly reason: string; readonly until: string };
  readonly error?: ErrorJson;
}

export interface PullResult {
  readonly tab: string;
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows whose record is gone since this run. */
  readonly vanished: number;
  /** Those of them that were taken out of the tab. */
  readonly removed: number;
  readonly pending: number;
  readonly conflicts: number;
  readonly pulledAt: string;
  /** Name of the dated copy that this run made. */
  readonly copy?: string;
  /** Whether everything could be read. */
  readonly complete: boolean;
  /** True where this run made the tab: what is left to do there follows as a job of its own. */
  readonly madeTab: boolean;
  /** True where drop-downs are among it. */
  readonly dropDownsFollow: boolean;
  /** Requests sent; seconds of work in all executions, and of waiting within and between them. */
  readonly stats: { readonly requests: number; readonly waitedSeconds: number; readonly seconds: number };
  /** What a person should know: values kept as text, fields that are gone. */
  readonly remarks: readonly string[];
}

export type * from './push/contract';
export type * from './upload/contract';

export interface ProviderInfo {
  readonly provider: ProviderName;
  readonly title: string;
  readonly keyPlace: string;
}

export interface StatusValue {
  readonly providers: readonly ProviderInfo[];
  readonly connections: readonly ConnectionInfo[];
  readonly tabs: readonly TabInfo[];
  readonly jobs: readonly JobInfo[];
  readonly schedules: readonly ScheduleInfo[];
  /** The spreadsheet's: “Europe/Berlin”. */
  readonly timeZone: string;
  /** What the menu opened the sidebar for; told once. */
  readonly opens?: { readonly screen: 'upload'; readonly tab: string };
}

/** A tab that is refreshed, or uploaded, by itself. Times are ISO. */
export interface ScheduleInfo {
  readonly tab: string;
  /** The target that it is uploaded to; absent: it is refreshed. */
  readonly upload?: string;
  readonly every: 'hour' | 'day' | 'week';
  /** 0 to 23, in the spreadsheet's time zone; absent for every hour. */
  readonly hour?: number;
  /** 1 for Monday to 7; weekly ones only. */
  readonly weekday?: number;
  /** “every day at about 7:00”. */
  readonly words: string;
  /** The person whose key and whose allowance it uses. */
  readonly owner: string;
  /** Whether that is the person who asks. */
  readonly mine: boolean;
  /** Google's clock comes within the hour after it. */
  readonly nextRun: string;
  readonly lastRun?: {
    readonly at: string;
    readonly outcome: 'done' | 'failed' | 'stopped';
    readonly seconds: number;
    /** Absent where nobody counted. */
    readonly requests?: number;
  };
  /** Since when it does not work, why, and what helps. */
  readonly failing?: {
    readonly since: string;
    readonly code: ErrorCode;
    readonly what: string;
    readonly next: string;
  };
}

/** What a schedule would take, before it is saved. */
export interface ScheduleEstimate {
  readonly words: string;
  readonly nextRun: string;
  /** On average: a weekly one has a seventh. */
  readonly runsPerDay: number;
  readonly secondsPerDay: number;
  readonly requestsPerDay: number;
  /** Whether a run of this tab was measured; else it is guessed from the number of rows. */
  readonly measured: boolean;
  /**
   * The parts of what Google allows this person in a day (90 minutes of triggers and 20,000 requests, as in the smaller
   * accounts) that all their schedules in this file take together with this one: 1 for all of it.
   */
  readonly shares: { readonly triggerTime: number; readonly requests: number };
}

export interface ResourceInfo {
  readonly resource: ResourceName;
  readonly title: string;
  readonly description: string;
  readonly writable: boolean;
  /** True for what is made from other resources: nothing in it is sent. */
  readonly report?: true;
  /** True for a report that is the same whatever the platform: one tab serves all of them. */
  readonly shared?: true;
  /** True where fields and filters are not for people to choose. */
  readonly fixed?: true;
  /** Whether the records of selected rows can be deleted, as `preview` with `deleteSelected` offers; absent: no. */
  readonly deletable?: boolean;
  /** Filters worth offering by name. */
  readonly filterIdeas: readonly FilterIdea[];
}

export interface FilterIdea {
  /** “Only active users”. */
  readonly label: string;
  readonly filters: readonly Filter[];
}

export interface FieldInfo {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly writable: boolean;
  readonly custom: boolean;
  readonly selected: boolean;
  /** Place among the chosen fields, from 0; absent for one that is not chosen. */
  readonly order?: number;
  /** True for the one by which rows are recognised: it is always chosen, and comes first. */
  readonly identity: boolean;
  /** Whether it is chosen where nobody has chosen. */
  readonly usual: boolean;
  readonly help: string;
  /** How records can be filtered by it; [] for not at all. */
  readonly tests: readonly FilterTest[];
  /** How each of them reads after the field: “is any of”. */
  readonly testWords: Readonly<Partial<Record<FilterTest, string>>>;
  readonly options?: readonly FieldOption[];
}

/** Every method: what goes in and what comes out. */
export interface Api extends UploadApi {
  status: { payload: Record<string, never>; value: StatusValue };
  connect: { payload: { provider: ProviderName; apiKey: string }; value: ConnectionInfo };
  disconnect: { payload: { provider: ProviderName }; value: { provider: ProviderName } };
  resources: { payload: { provider: ProviderName }; value: readonly ResourceInfo[] };
  fields: {
    /** `tab` where the resource has several; absent: the one with the resource's own name, else its first. */
    payload: { provider: ProviderName; resource: ResourceName; tab?: string };
    value: readonly FieldInfo[];
  };
  pull: {
    payload: {
      provider: ProviderName;
      resource: ResourceName;
      /** Keys in order; absent: as last time. */
      fields?: readonly string[];
      /** [] for none; absent: as last time. */
      filters?: readonly Filter[] | FilterShorthand;
      /** Absent: as last time, mirror at first. */
      mode?: TabMode;
      /** The tab to refresh or to make; absent: the resource's first. */
      tab?: string;
    };
    value: { job: string };
  };
  /** Brings the report on single sign-on up to date, and makes it at first. */
  ssoTax: { payload: { provider: ProviderName }; value: { job: string } };
  /** The last days to give notice of a Renewals tab as an iCalendar file. */
  calendar: { payload: { tab: string }; value: { name: string; text: string } };
  /**
   * A plan that writes what the SSO Tax report found into an option field of the platform's apps, one with the choices Yes and No:
   * `field` by its key. With `create` instead, into the field “SSO” with Yes, No, Not Supported and Not Known, which is made at once
   * unless it is there already.
   */
  ssoField: {
    payload: { provider: ProviderName; field?: string; create?: true };
    value: PlanInfo;
  };
  /** A plan that makes the people whom the Unowned apps report suggests the owners of the platform's apps. */
  suggestedOwners: { payload: { provider: ProviderName }; value: PlanInfo };
  job: { payload: { job: string }; value: JobInfo };
  step: { payload: { job: string }; value: JobInfo };
  stop: { payload: { job: string }; value: JobInfo };
  settings: { payload: { set?: Partial<Settings> }; value: Settings };
  /** The latest runs, the newest first; `limit` 1 to 200, absent: 20. */
  activity: { payload: { limit?: number }; value: readonly ActivityInfo[] };
  schedule: {
    /** `hour` and `weekday`: 7 and 1 where absent. With `estimate` nothing is saved, and only an estimate answered. */
    payload: {
      tab: string;
      /** The target that the tab is to be uploaded to, as it was last sent or saved; absent: it is to be refreshed. */
      upload?: string;
      every: 'hour' | 'day' | 'week';
      hour?: number;
      weekday?: number;
      estimate?: boolean;
    };
    value: ScheduleInfo | ScheduleEstimate;
  };
  unschedule: { payload: { tab: string; upload?: string }; value: { tab: string } };
  takeOver: { payload: { tab: string; upload?: string }; value: ScheduleInfo };
  preview: {
    /** `deleteSelected`: a plan to delete the records of the rows that are selected in the tab, and nothing else. */
    payload: { tab: string; visibleRowsOnly?: boolean; deleteSelected?: boolean };
    value: PlanInfo;
  };
  /** The plan that was last made for a tab, or null where there is none that could still be sent. */
  plan: { payload: { tab: string }; value: PlanInfo | null };
  apply: {
    /** `exclude`: a field '' takes out the whole record. `overwrite`: conflicts to send all the same. */
    payload: {
      plan: string;
      exclude?: readonly ChangeName[];
      overwrite?: readonly ChangeName[];
      confirmed?: boolean;
    };
    value: { job: string };
  };
  /** Without `plan`, the last push that can be undone. */
  undo: { payload: { plan?: string }; value: PlanInfo };
  /** The latest pushes, the newest first; `limit` 1 to 200, absent: 20. */
  pushes: { payload: { limit?: number }; value: readonly PushInfo[] };
  /** Every line of one push, or the latest of all; `limit` 1 to 20,000, absent: 1,000. */
  journal: { payload: { plan?: string; limit?: number }; value: readonly JournalInfo[] };
  /**
   * Shows a cell of a managed tab: in the row that has the id by now, else in that row. Of any other tab, or with `column`, the
   * cell of that row in the column of that name. False where there is no such column; the row is shown all the same.
   */
  showCell: {
    payload: { tab: string; row: number; id?: string; field?: string; column?: string };
    value: { shown: boolean };
  };
  /**
   * With `only`, the tab's own filter shows only rows whose Status says that something was refused, was not confirmed, or
   * changed on the platform as well; other criteria of it stay. Without `only`, that is taken away again. `rows` is how many
   * show by it: of those that say so, none where other criteria hide them all, and nothing is filtered then; without `only`
   * all rows of the tab, whatever other criteria hide.
   */
  showUnsent: { payload: { tab: string; only: boolean }; value: { rows: number } };
}

/** By field key, the value or the values that a record must have: {state: 'closed', isHidden: false}. */
export type FilterShorthand = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[]>
>;

export type ApiMethod = keyof Api;

/** What `api` returns, whatever happens: nothing is thrown across google.script.run. */
export type Envelope<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: ErrorJson };
