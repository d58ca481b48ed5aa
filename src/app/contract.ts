/** The payload and the value of every method of `api`, the sidebar's one door. */
import type { ErrorJson } from '../core/errors';
import type { FieldOption, FieldType } from '../core/table/field';
import type { ProviderName, ResourceName } from '../providers/definition';

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
}

export type JobState = 'running' | 'waiting' | 'done' | 'failed' | 'stopped';

export interface JobInfo {
  readonly job: string;
  /** Plain words: “Pull apps from Torii”. */
  readonly title: string;
  readonly state: JobState;
  readonly progress: {
    readonly done: number;
    readonly total?: number;
    /** “apps”. */
    readonly unit: string;
    readonly pages: number;
  };
  /** Why it waits, and until when (ISO time). */
  readonly waiting?: { readonly reason: string; readonly until: string };
  readonly result?: PullResult;
  readonly error?: ErrorJson;
}

export interface PullResult {
  readonly tab: string;
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly vanished: number;
  readonly pending: number;
  readonly conflicts: number;
  readonly pulledAt: string;
  /** What a person should know: values kept as text, fields that are gone. */
  readonly remarks: readonly string[];
}

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
  readonly schedules: readonly never[];
}

export interface ResourceInfo {
  readonly resource: ResourceName;
  readonly title: string;
  readonly description: string;
  readonly writable: boolean;
}

export interface FieldInfo {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly writable: boolean;
  readonly custom: boolean;
  readonly selected: boolean;
  readonly help: string;
  readonly options?: readonly FieldOption[];
}

/** Every method: what goes in and what comes out. Methods of later versions answer with NOT_YET. */
export interface Api {
  status: { payload: Record<string, never>; value: StatusValue };
  connect: { payload: { provider: ProviderName; apiKey: string }; value: ConnectionInfo };
  disconnect: { payload: { provider: ProviderName }; value: { provider: ProviderName } };
  resources: { payload: { provider: ProviderName }; value: readonly ResourceInfo[] };
  fields: { payload: { provider: ProviderName; resource: ResourceName }; value: readonly FieldInfo[] };
  pull: {
    payload: {
      provider: ProviderName;
      resource: ResourceName;
      fields?: readonly string[];
      /** Of a later version: refused rather than ignored. */
      filters?: unknown;
      tab?: string;
    };
    value: { job: string };
  };
  job: { payload: { job: string }; value: JobInfo };
  step: { payload: { job: string }; value: JobInfo };
  stop: { payload: { job: string }; value: JobInfo };
}

export type ApiMethod = keyof Api;

/** What `api` returns, whatever happens: nothing is thrown across google.script.run. */
export type Envelope<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: ErrorJson };
