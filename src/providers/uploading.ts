/** How a package reaches a platform: a protocol says what to send next and what an answer means; others send, wait and remember. */
import type { AppError } from '../core/errors';
import type { ApiAnswer, ApiRequest } from '../core/http/request';
import type { UploadChoices } from '../core/upload/choices';
import type { UploadFile } from '../core/upload/package';
import type { UploadField, UploadTarget } from '../core/upload/target';
import type { Evidence } from './definition';

/** A package without its texts: small enough for the record of a job. */
export interface UploadOrder {
  /** Tells uploads apart. */
  readonly upload: string;
  /** The main target. */
  readonly target: string;
  /** Id of the app account or instance; '' where the target has none. */
  readonly place: string;
  readonly files: readonly UploadFileHead[];
  /** What to do with a sync that somebody left open; absent: refuse. */
  readonly openSync?: 'resume' | 'abort';
  /** Expense files: how Torii is to read it; absent: it finds out. */
  readonly parseConfig?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

export interface UploadFileHead {
  readonly target: string;
  readonly entity: string;
  readonly page: number;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly records: number;
}

/** What the platform said about a record; its row is known by the place in the page. */
export interface Finding {
  /** '' where the upload as a whole is meant; `page` is 0 then. */
  readonly entity: string;
  readonly page: number;
  /** Place of the record in the page, from 0; absent where the page as a whole is meant. */
  readonly index?: number;
  readonly field?: string;
  /** In the platform's words. */
  readonly message: string;
}

export interface UploadEnd {
  /** taken: the platform has it and works on it; done: it has read all of it. */
  readonly outcome: 'taken' | 'done';
  /** “by form”, “by signed address”, “in 3 pages”. */
  readonly route: string;
  /** Ids that the platform gave, by what they are in a person's words: {File: 1000, Sync: '66f…'}. */
  readonly ids: Readonly<Record<string, string | number>>;
  /** One or two sentences: what happened and what happens now. */
  readonly words: string;
  readonly findings: readonly Finding[];
}

export type UploadMove =
  /**
   * Sends these together. `once`: should it not be known whether they took effect, they are never simply sent again. The answers go to `after`.
   */
  | {
      readonly kind: 'send';
      readonly requests: readonly ApiRequest[];
      readonly once?: true;
      /** Of all records, how many are in once this is answered, for progress. */
      readonly records?: number;
    }
  /** Nothing to do before `until`, milliseconds since 1970. `reason`: in plain words, with whom to ask. */
  | { readonly kind: 'wait'; readonly until: number; readonly reason: string }
  | { readonly kind: 'end'; readonly end: UploadEnd }
  | { readonly kind: 'fail'; readonly error: AppError; readonly findings: readonly Finding[] };

/**
 * A protocol is pure. Its state is small plain JSON: it is kept before and after everything that is sent, so that an
 * execution that was cut off is taken up where it was. A member `secret` of the state is the exception: it is handed on in
 * memory and never kept, so that it is missing after a cut-off or a rest, and the protocol then gets it anew.
 */
export interface UploadProtocol<State = unknown> {
  begin(order: UploadOrder): State;
  /** `text`: of the file at that place in the order. */
  move(state: State, order: UploadOrder, text: (file: number) => string, now: number): UploadMove;
  /**
   * What the answers to the last move's requests mean; one for each, in order. Errors that only ended with the execution (see
   * Dispatcher.send) come here only where a `once` request may have worked: else the same move is made again later.
   */
  after(state: State, order: UploadOrder, answers: readonly (ApiAnswer | AppError)[], now: number): State;
  /** An execution was cut off after the `once` move of this state was noted and before its answers were: look before sending again. */
  cutOff(state: State, order: UploadOrder, now: number): State;
  /** What stays behind on the platform if nothing more is sent after this state, in a sentence for people; null: nothing. */
  leaves?(state: State): string | null;
}

/** Where an upload goes to, as people choose it. */
export interface UploadPlace {
  /** “1000”, “66f6e5b7d9a5f6a7b8c90010”. */
  readonly place: string;
  readonly title: string;
  /** Id of the app on the platform; absent where it is not known. */
  readonly app?: string;
  /** What else is worth knowing: “not connected”. */
  readonly note?: string;
}

export interface NewPlace {
  readonly title: string;
  /** Id of an app that is there; absent: a custom app of that title is made first, where the platform lets us. */
  readonly app?: string;
  /** Who is told of failures. */
  readonly emails?: readonly string[];
  /** The person who makes it. */
  readonly by?: string;
}

/** How the places of a platform are listed and made; absent parts cannot be done by its API. */
export interface PlaceRequests {
  /** Words for one: “app account”, “integration instance”. */
  readonly singular: string;
  /** Where in the platform's own pages its id is found. */
  readonly help: string;
  /** `page`: from 1. */
  list?(page: number): ApiRequest;
  /** Null where there are no more pages. */
  readList?(
    answer: ApiAnswer,
    page: number,
  ): { readonly places: readonly UploadPlace[]; readonly more: boolean };
  /** Apps to make a place for, by the beginning of their name. */
  findApps(text: string): ApiRequest;
  readApps(answer: ApiAnswer): readonly { readonly app: string; readonly title: string }[];
  /** Makes a custom app; absent: it must be there. */
  createApp?(title: string): ApiRequest;
  readApp?(answer: ApiAnswer): string;
  create(place: NewPlace & { readonly app: string }): ApiRequest;
  /** How many of `emails` a place takes; absent: none are sent. */
  readonly mostEmails?: number;
  /** What else to mend where it refuses to make one, in a sentence for people. */
  readonly refused: string;
  /** The new place's id; null where the answer has none. */
  readCreated(answer: ApiAnswer): string | null;
  readonly evidence: Evidence;
}

/** Fields that the platform itself tells, by target. */
export interface SchemaRequests {
  readonly request: ApiRequest;
  /** Asked where the first one is not there (NOT_FOUND). */
  readonly fallbackRequest?: ApiRequest;
  /** By target, the fields it takes; targets that are missing keep what is known. `known` are the definition's own, whose aliases and help stay. */
  read(answer: ApiAnswer, known: readonly UploadTarget[]): Readonly<Record<string, readonly UploadField[]>>;
}

/** All that a provider offers for uploads. */
export interface Uploads {
  readonly targets: readonly UploadTarget[];
  /** By target. */
  protocolOf(target: string): UploadProtocol;
  readonly places: PlaceRequests;
  /** Absent where the platform has no such call. */
  readonly schemas?: SchemaRequests;
  /** Resource whose records below one app are its users, for “check now”, and the attributes of a record that matter. */
  readonly audience: {
    readonly resource: string;
    readonly email: string;
    /** Attribute and value of people who do not count as users of the app any more; absent: all count. */
    readonly gone?: { readonly attribute: string; readonly values: readonly string[] };
  };
  /** How these files reach it, in a person's words: “by form”, “in 3 pages”. */
  routeOf?(files: readonly UploadFileHead[]): string;
  /** For the order: how the platform is told to read a file that was packed so; null where it finds out by itself. */
  parseConfig?(
    file: Pick<UploadFile, 'target' | 'text'>,
    choices: UploadChoices,
  ): Readonly<Record<string, string>> | null;
  /** The least hours between two uploads of everything that the platform asks for; absent: none. */
  readonly hoursBetween?: number;
}
