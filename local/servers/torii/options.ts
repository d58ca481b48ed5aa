/** What can be switched on a running server: `server.options({...})`. */

export type ApiVersion = '1.0' | '1.1';

export interface ToriiOptions {
  /** Every request is answered with 401. */
  revokeKey: boolean;
  /**
   * What the key may do, by the first part of the path (apps, contracts, users, orgs, roles, transactions, audit,
   * workflows, files, parsings, services); null: everything.
   * Anything else is answered with 403.
   */
  scopes: readonly string[] | null;
  /** First parts of paths that the key may not use. */
  forbid: string | readonly string[];
  /** Whatever would change something is answered with 403: keys have a type. https://support.toriihq.com/hc/en-us/articles/5201866360219 */
  readOnlyKey: boolean;
  /** How the last page of a list says so: all three are met. https://developers.toriihq.com/reference/pagination */
  endOfList: 'null' | 'absent' | 'empty';
  /** Whether 429 says how long to wait. */
  retryAfter: boolean;
  /** Requests without X-API-Version get this one: 1.1 for keys made since August 2026. */
  defaultVersion: ApiVersion;
  /** How people fields read in 1.1. */
  peopleShape: 'objects' | 'ids';
  /** How single- and multi-selects read in 1.1: `{label, value}`, or either of them alone. */
  dropdownShape: 'objects' | 'labels' | 'values';
  /** The reference says comma text; clients have met lists. */
  tagsShape: 'text' | 'array';
  /**
   * Whether `/audit` refuses requests without `entity`: optional in the reference, required as a client tells.
   * https://github.com/vthiery/steampipe-plugin-torii
   */
  auditNeedsEntity: boolean;
  /** Bytes; a longer answer of `/audit` becomes a 502. What the limit is, no text says. */
  longestAuditAnswer: number;
  /** Virtual minutes after which an event shows in `/audit`: no text says that it does at once. */
  auditMinutes: number;
  /** How uploads are answered that made something: 200 in the reference, 201 in the notes of a client. https://developers.toriihq.com/reference/postfilesupload */
  madeStatus: 200 | 201;
  /** Whether their ids come as text. */
  idsAsText: boolean;
  /** Whether a sync that began is answered without a body. */
  emptySyncAnswer: boolean;
  /** For what one sync runs at a time: not said. https://developers.toriihq.com/reference/putservicessynccustom */
  syncsAtOnce: 'account' | 'organisation';
  /** Virtual minutes that a sync of a custom integration takes: no text says how long. */
  syncMinutes: number;
  /** Whether people who are missing from a file are taken out of its account: no text says so. */
  removeMissing: boolean;
  /** Virtual seconds that the reading of an expense file takes: no text says how long. */
  parsingSeconds: number;
}

/**
 * One person is documented as an object. That a list of people holds such objects is inferred: the only text about
 * such lists, on consent fields of plugins, shows ids. https://developers.toriihq.com/docs/field-types
 */
const INFERRED_PEOPLE_SHAPE = 'objects';

export const DEFAULT_OPTIONS: ToriiOptions = {
  revokeKey: false,
  scopes: null,
  forbid: [],
  readOnlyKey: false,
  endOfList: 'null',
  retryAfter: true,
  defaultVersion: '1.1',
  peopleShape: INFERRED_PEOPLE_SHAPE,
  dropdownShape: 'objects',
  tagsShape: 'text',
  auditNeedsEntity: false,
  longestAuditAnswer: 1_000_000,
  auditMinutes: 0,
  madeStatus: 200,
  idsAsText: false,
  emptySyncAnswer: false,
  syncsAtOnce: 'account',
  syncMinutes: 2,
  removeMissing: false,
  parsingSeconds: 20,
};
