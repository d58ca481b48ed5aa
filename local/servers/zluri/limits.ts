/** How many requests a minute a key has, and how long pages and lists may be. */

/** Of one key, over all endpoints. https://developers.zluri.com/reference/rate-limits */
export const REQUESTS_A_MINUTE = 100;

/** Where page_size is not sent. https://developers.zluri.com/reference/pagination */
export const DEFAULT_PAGE_SIZE = 50;

/** https://help.zluri.com/reference/listcontracts */
export const LONGEST_CONTRACT_PAGE = 100;
/** Inferred for the other lists from List Contracts: "depends on the endpoint" is all that is said. */
export const INFERRED_LONGEST_PAGE = LONGEST_CONTRACT_PAGE;
/** https://help.zluri.com/reference/getauditlogs */
export const LONGEST_AUDIT_PAGE = 500;

/** The audit log never looks further back from its end date. https://help.zluri.com/reference/getauditlogs */
export const AUDIT_WINDOW_MS = 7 * 86_400_000;

/** Inferred: no length is stated. https://help.zluri.com/reference/getuseridsbyemails */
export const INFERRED_MOST_EMAILS = 100;
