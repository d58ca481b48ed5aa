/** What `api` takes and answers for uploads. */
import type { Mapping, UploadChoices } from '../../core/upload/choices';
import type { UploadCounts } from '../../core/upload/package';
import type { Problem } from '../../core/upload/problem';
import type { UploadField } from '../../core/upload/target';
import type { ProviderName } from '../../providers/definition';
import type { UploadPlace } from '../../providers/uploading';

export interface UploadTargetInfo {
  readonly target: string;
  readonly provider: ProviderName;
  readonly title: string;
  readonly description: string;
  readonly plural: string;
  readonly fields: readonly UploadFieldInfo[];
  /** What an upload that leaves records out does to them there. */
  readonly missing: 'gone' | 'stays' | 'unknown';
  /** Targets that must go along in the same upload. */
  readonly needs: readonly string[];
  /** What has to be chosen to send to, in a person's words, and where its id is found; absent: nothing. */
  readonly place?: { readonly singular: string; readonly help: string };
  readonly templates: readonly UploadTemplateInfo[];
}

export type UploadFieldInfo = Pick<
  UploadField,
  'key' | 'label' | 'type' | 'required' | 'help' | 'choices' | 'several' | 'cents'
>;

export interface UploadTemplateInfo {
  readonly template: string;
  readonly title: string;
  readonly description: string;
  /** What the app that it is an export of is called, where that is known. */
  readonly app?: string;
}

/** Choices, and what else a sending needs. Absent ones are as they were last time for this tab and target. */
export interface UploadOptions extends UploadChoices {
  /** Id of the app account or of the instance; a number may come as one. */
  readonly place?: string;
  /** A sync that somebody left open: go on with it, or abort it. */
  readonly openSync?: 'resume' | 'abort';
  /** Of what only ever adds to what is there: send also what was sent before. */
  readonly again?: boolean;
  /** A yes to the check's `question`. */
  readonly confirmed?: boolean;
  /** The check's `seal`: what is sent is what it showed, or nothing. */
  readonly seal?: string;
  /** Other tabs that go along in the same upload, in any order. Without a mapping, as it is remembered or recognised. */
  readonly with?: readonly UploadCompanion[];
}

export interface UploadCompanion {
  readonly tab: string;
  readonly target: string;
  readonly mapping?: Mapping;
  readonly options?: UploadChoices;
}

/** How a tab would be read for a target. */
export interface UploadMappingInfo {
  readonly tab: string;
  readonly target: string;
  readonly mapping: Mapping;
  /** Columns that no field takes. */
  readonly unmatched: readonly string[];
  /** Required fields that no column fills. */
  readonly missing: readonly string[];
  /** All columns in order, each with the first text that is in it. */
  readonly columns: readonly { readonly name: string; readonly example: string }[];
  /** What is remembered, or what the template says. */
  readonly options: UploadOptions;
  readonly template: string;
  /** remembered: as somebody sent or saved it; recognised: the headers are those of the template; guessed: by names alone. */
  readonly origin: 'remembered' | 'recognised' | 'guessed';
  /** Words of the columns that fill choices and the licence, by field, with how many rows have them: at most 50 each. */
  readonly words: Readonly<
    Record<
      string,
      readonly { readonly word: string; readonly rows: number; readonly becomes: string | null }[]
    >
  >;
}

/** A tab that somebody might want to upload. */
export interface UploadTabInfo {
  readonly tab: string;
  /** The first template that its headers fit, and what it is for; absent: none. */
  readonly template?: UploadTemplateInfo;
  /** Targets that were used for it, the latest first; else those that its template is for. */
  readonly targets: readonly string[];
  /** Whether it is the one in front. */
  readonly active: boolean;
  /** All its columns are in one, as text: how many there would be once it is split. */
  readonly splits?: number;
  readonly lastSent?: UploadEntry;
}

export interface UploadCheckInfo {
  readonly tab: string;
  readonly target: string;
  readonly counts: UploadCounts;
  /** The first 500, errors first; `counts` has all. */
  readonly problems: readonly Problem[];
  readonly bytes: number;
  /** Beginning of what is sent, as plain JSON or, of a CSV, as text. */
  readonly sample: unknown;
  /** Files or pages that are sent. */
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly records: number }[];
  /** “by form”, “by signed address, in one file of 12 MB”, “in 50 pages”. */
  readonly route: string;
  /** What stops it, a sentence each: [] where it can be sent. */
  readonly hindrances: readonly string[];
  /** Compared with the last one that was sent to the same place, of what only adds from this tab; absent: there was none. */
  readonly since?: {
    readonly at: string;
    readonly added: number;
    readonly gone: number;
    readonly goneNames: readonly string[];
  };
  /** To be answered yes before it is sent: “37 of 120 people fewer than last time …”. */
  readonly question?: string;
  readonly seal: string;
  readonly remarks: readonly string[];
}

/** A file that was sent, or would be, in parts of a million characters. */
export interface UploadFileInfo {
  readonly name: string;
  readonly contentType: string;
  readonly text: string;
  /** This part, from 1, and how many there are, over all files of the upload. */
  readonly part: number;
  readonly parts: number;
}

export interface UploadResult {
  readonly tab: string;
  readonly upload: string;
  readonly target: string;
  readonly outcome: 'taken' | 'done';
  readonly counts: UploadCounts;
  readonly bytes: number;
  readonly route: string;
  readonly ids: Readonly<Record<string, string | number>>;
  /** What happened, and what happens now. */
  readonly remarks: readonly string[];
  /** Whether what arrived can be compared with what was sent: the platform lists users of apps, and nothing else. */
  readonly comparable: boolean;
}

/** A row of the Uploads tab. */
export interface UploadEntry {
  readonly upload: string;
  readonly at: string;
  readonly who: string;
  readonly tab: string;
  readonly target: string;
  readonly provider: string;
  readonly place: string;
  readonly rows: number;
  readonly records: number;
  readonly leftOut: number;
  readonly bytes: number;
  readonly route: string;
  readonly ids: string;
  readonly outcome: string;
  readonly end: 'done' | 'failed' | 'stopped' | 'sending';
  /** Whether what was sent is still kept in this file. */
  readonly kept: boolean;
  /** Whether what arrived can be compared with what was sent. */
  readonly comparable: boolean;
}

/** What the platform has by now, against what was sent. */
export interface UploadComparison {
  readonly upload: string;
  readonly sent: number;
  readonly there: number;
  readonly missing: readonly string[];
  readonly missingCount: number;
  readonly more: readonly string[];
  readonly moreCount: number;
  /** What it means, and what the platform says about the sync itself. */
  readonly words: string;
}

export interface UploadApi {
  /** Of the platforms this person is connected to; of all where there is none. */
  uploadTargets: { payload: Record<string, never>; value: readonly UploadTargetInfo[] };
  /** Tabs of this file with rows below a header, without hidden ones, logs and reports' own lists; the active one first. */
  uploadTabs: { payload: Record<string, never>; value: readonly UploadTabInfo[] };
  /** Splits a tab whose columns are all in one. */
  uploadSplit: { payload: { tab: string }; value: { tab: string; columns: number } };
  /** `template`: read it as this one, whatever is remembered. */
  uploadMapping: {
    payload: { tab: string; target: string; template?: string };
    value: UploadMappingInfo;
  };
  /** Remembers a mapping and choices with the tab without sending anything. */
  uploadRemember: {
    payload: { tab: string; target: string; mapping: Mapping; options: UploadOptions };
    value: UploadMappingInfo;
  };
  /** Checks every row, marks problems in the tab, and sends nothing. */
  uploadCheck: {
    payload: { tab: string; target: string; mapping?: Mapping; options?: UploadOptions };
    value: UploadCheckInfo;
  };
  /** Takes the marks of a check out of the tab again. */
  uploadUnmark: { payload: { tab: string }; value: { tab: string } };
  /** The exact text that would be sent. */
  uploadFile: {
    payload: { tab: string; target: string; mapping?: Mapping; options?: UploadOptions; part?: number };
    value: UploadFileInfo;
  };
  uploadSend: {
    payload: { tab: string; target: string; mapping?: Mapping; options?: UploadOptions };
    value: { job: string };
  };
  /** The latest uploads, the newest first; `limit` 1 to 200, absent: 20. */
  uploads: { payload: { limit?: number }; value: readonly UploadEntry[] };
  /** The text that was sent. */
  uploadSent: { payload: { upload: string; part?: number }; value: UploadFileInfo };
  /** “Check now”: a job whose result is an UploadComparison. */
  uploadVerify: { payload: { upload: string }; value: { job: string } };
  /** Places that are known: of this file, and those the platform lists. */
  uploadPlaces: {
    payload: { target: string };
    value: {
      readonly places: readonly UploadPlace[];
      /** Whether one can be made here, and an app for it. */
      readonly canCreate: boolean;
      readonly canCreateApp: boolean;
    };
  };
  /** Apps of the platform that a place can be made for. */
  uploadApps: {
    payload: { target: string; text: string };
    value: readonly { readonly app: string; readonly title: string }[];
  };
  /** Remembers one whose id is known, or makes one with `create`. */
  uploadPlace: {
    payload: {
      target: string;
      place?: string;
      title: string;
      app?: string;
      create?: true;
      emails?: readonly string[];
    };
    value: UploadPlace;
  };
}
