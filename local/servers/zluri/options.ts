/** What can be switched on a running server: `server.options({...})`. */

/** The four shapes of an error body, by what tells them apart. */
export type ErrorShape = 'errors' | 'validation' | 'message' | 'error';

export interface ZluriOptions {
  /** Every request is answered with 401. */
  revokeKey: boolean;
  /** What the key may not do: apps, contracts, users, admins, auditLog, organisation, integrations. Answered with 403. */
  forbid: string | readonly string[];
  /** Whatever would change something is answered with 403. */
  readOnlyKey: boolean;
  /** Whether 429 says how long to wait. */
  retryAfter: boolean;
  /** One shape for all error bodies; null: each status in its own. */
  errorShape: ErrorShape | null;

  /** The number of the first page of lists that are asked for by POST; the audit log always starts at 1. */
  firstPage: 0 | 1;
  /** What a page below the first one is: the first one again, a 400, or a 500. */
  pageBelowFirst: 'first' | 'refused' | 'failed';
  /** Rows that a page holds at most; null: as documented for the endpoint. */
  maxPageSize: number | null;
  /** What happens to requests for longer pages. */
  oversize: 'capped' | 'refused';
  /** What comes after the last page. */
  afterLastPage: 'empty' | 'repeat';
  /** Rows of a page that the page before has shown already. */
  overlap: number;
  /** Added to the number of records that lists claim to have. */
  countOff: number;
  /** Where page and page_size are looked for. */
  pagingIn: 'query' | 'body';

  /** Under which key rows come: `named` after the resource, `none` as the body itself. */
  itemsKey: 'items' | 'data' | 'results' | 'named' | 'none';
  /** Under which key the number of records comes. */
  totalKey: 'count' | 'total' | 'total_count' | 'meta.total' | 'none';
  /** How a single record comes: as the body, or one level below. */
  singleShape: 'bare' | 'data' | 'item';
  /** How custom fields read: with the names of writes, with those of filters, or as a map from id to value. */
  customFieldShape: 'list' | 'long' | 'map';
  /** Whether attributes without a value are there. */
  emptyValues: 'null' | 'absent';

  /** Whether lists show archived records when no filter asks for them or for the others. */
  archived: 'listed' | 'hidden';
  /** Whether a text filter wants the whole text. */
  textFilters: 'exact' | 'contains';
  /** Whether null, or an empty text, takes a value away. */
  clearing: 'refused' | 'allowed';

  /** Where the definitions of custom fields are; null: nowhere. */
  customFieldsPath: string | null;
  /** Where the details of the organisation are; null: nowhere. */
  organisationPath: string | null;

  /** Where custom integrations find the schemas of entities: the likelier path, the other candidate, or nowhere. */
  schemas: 'offered' | 'elsewhere' | 'none';
  /** By which method a sync is finished. */
  finishMethod: 'put' | 'post';
  /** Words for the status of a sync: those of requests and answers, or those of prose. https://developers.zluri.com/docs/best-practices */
  syncWords: 'documented' | 'prose';
  /** Whether the list of syncs tells their times, and the details of one its pages: how either looks is inferred. */
  syncTimes: boolean;
  syncPages: boolean;
  /** Virtual hours until a finished sync shows. */
  syncHours: number;
}

/**
 * Inferred: only List Contracts says where it starts, and the general page says otherwise.
 * https://help.zluri.com/reference/listcontracts https://developers.zluri.com/reference/pagination
 */
const INFERRED_FIRST_PAGE = 0;
/** Inferred from the PATCH paths and the documented envelope of lists: nothing is said of single records. */
const INFERRED_SINGLE_SHAPE = 'bare';
/** Inferred from the names of writes. https://developers.zluri.com/reference/updateapplication */
const INFERRED_CUSTOM_FIELD_SHAPE = 'list';
/** Inferred: the pages leave open whether a text filter is exact. https://developers.zluri.com/docs/filters */
const INFERRED_TEXT_FILTERS = 'exact';
/** Inferred: no page describes how to clear a value. https://developers.zluri.com/reference/updateapplication */
const INFERRED_CLEARING = 'refused';
/** Weak guesses: the calls are documented, their paths are not. https://help.zluri.com/reference/getorgcustomfields-1 */
const GUESSED_CUSTOM_FIELDS_PATH = '/v2/custom-fields';
/** https://developers.zluri.com/reference/getorgdetails-1 */
const GUESSED_ORGANISATION_PATH = '/v2/organization';

/** Inferred from abort, its neighbour. https://help.zluri.com/reference/finishsyncv2 */
const INFERRED_FINISH_METHOD = 'put';
/** Two to four are documented. https://developers.zluri.com/docs/post-sync */
const SYNC_HOURS = 3;

export const DEFAULT_OPTIONS: ZluriOptions = {
  revokeKey: false,
  forbid: [],
  readOnlyKey: false,
  retryAfter: true,
  errorShape: null,
  firstPage: INFERRED_FIRST_PAGE,
  pageBelowFirst: 'first',
  maxPageSize: null,
  oversize: 'capped',
  afterLastPage: 'empty',
  overlap: 0,
  countOff: 0,
  pagingIn: 'query',
  itemsKey: 'items',
  totalKey: 'count',
  singleShape: INFERRED_SINGLE_SHAPE,
  customFieldShape: INFERRED_CUSTOM_FIELD_SHAPE,
  emptyValues: 'null',
  archived: 'listed',
  textFilters: INFERRED_TEXT_FILTERS,
  clearing: INFERRED_CLEARING,
  customFieldsPath: GUESSED_CUSTOM_FIELDS_PATH,
  organisationPath: GUESSED_ORGANISATION_PATH,
  schemas: 'offered',
  finishMethod: INFERRED_FINISH_METHOD,
  syncWords: 'documented',
  syncTimes: true,
  syncPages: true,
  syncHours: SYNC_HOURS,
};
