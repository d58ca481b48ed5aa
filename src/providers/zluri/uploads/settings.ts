/** Addresses, names and limits of Zluri's SDK, every guess in a constant of its own with its mark. */
import type { Evidence, Mark } from '../../definition';
import { help, ONE_WITHIN } from '../settings';

/** A fact from an article of Zluri's help centre, such as “zluri-sdk-faqs”. */
export function article(page: string, mark: Mark = 'D'): Evidence {
  return { ...help(page, mark), source: `https://help.zluri.com/docs/${page}` };
}

/** Fields of the first generation's data points, which very likely go on under the same names. */
export const FIRST_GENERATION: Evidence = {
  ...help('', 'I'),
  source: 'https://api-docs.zluri.dev/docs/zluri/upload-data',
};

const BASE = '/v2/integrations-sync';

/**
 * Starting a sync, its snapshot pages and aborting it are [D], all others [I]: the same pattern.
 * https://developers.zluri.com/reference/initinstancesync, …/pagination, https://help.zluri.com/reference/killsync
 */
export const SDK_PATHS = {
  instances: `${BASE}/instances`,
  syncs: `${BASE}/instances/{instance_id}/syncs`,
  sync: `${BASE}/syncs/{sync_id}`,
  snapshot: `${BASE}/syncs/{sync_id}/snapshot-data`,
  incremental: `${BASE}/syncs/{sync_id}/incremental-data`,
  finish: `${BASE}/syncs/{sync_id}/finish`,
  abort: `${BASE}/syncs/{sync_id}/abort`,
  // [D] for the ending, [I] for what is before it. https://developers.zluri.com/docs/best-practices
  schemas: `${BASE}/entities/schemas`,
  otherSchemas: `${BASE}/schemas`,
} as const;

/** [I] Finishing is a PUT as aborting is; where that is not there, the other one is tried. */
export const FINISH_METHODS = ['put', 'post'] as const;

/** [I] Its name is “offset and limit” in the index of the pages; the size is documented nowhere. */
export const SDK_PAGE_SIZE = 50;

/** [D] meaning and order, [I] `app_id`, `instance_name` and `created_by`. https://help.zluri.com/reference/createsdkinstance */
export const INSTANCE_KEYS = {
  app: 'app_id',
  title: 'instance_name',
  emails: 'notification_emails',
  by: 'created_by',
} as const;

/** [D] https://developers.zluri.com/docs/understanding-notification-emails */
export const MOST_EMAILS = 3;

/** [I] Where an answer holds the id of a sync, of an instance, and the rest; the first that is there counts. */
export const SYNC_ID = within('sync_id', 'syncId', 'id', '_id');
export const INSTANCE_ID = within('instance_id', 'instanceId', 'id', '_id');
export const INSTANCE_TITLE: readonly string[] = ['instance_name', 'instanceName', 'name'];
export const INSTANCE_APP: readonly string[] = ['app_id', 'appId'];
export const STATUS = within('status', 'sync_status');
export const STARTED_AT: readonly string[] = ['started_at', 'startedAt', 'created_at', 'createdAt'];
export const ENTITY: readonly string[] = ['entity_name', 'entityName', 'entity', 'EntityName'];
export const PAGE_NUMBER: readonly string[] = ['page_number', 'pageNumber', 'page'];
export const MESSAGE: readonly string[] = ['msg', 'message', 'error', 'reason', 'hint'];
export const LINE: readonly string[] = ['line', 'line_number', 'row'];
export const PARAMETER: readonly string[] = ['param', 'path', 'field'];
/** [D] for `errors`, [I] for the rest. https://developers.zluri.com/reference/rate-limits, https://api-docs.zluri.dev/docs/zluri/init-sync */
export const REPORTS: readonly string[] = [
  ...['errors', 'error.ValidationError', 'error_report', 'error_reports', 'report', 'findings'],
  ...['data.errors', 'data.error_report'],
];
export const PAGE_STATUS: readonly string[] = ['status', 'validation_status', 'validation_state'];
export const SCHEMA: readonly string[] = ['schema', 'json_schema', 'data'];

/** [D] for `items`, [I] for the rest. https://developers.zluri.com/reference/pagination */
export const SDK_ENVELOPE: readonly string[] = [
  'items',
  'data',
  'results',
  'syncs',
  'instances',
  'uploads',
  'entities',
  'schemas',
];
export const SDK_TOTALS: readonly string[] = ['count', 'total', 'total_count', 'meta.total'];

export type SyncPhase = 'open' | 'done' | 'failed' | 'aborted' | 'unknown';

/**
 * [D] “started”, “completed”, “failed”; the rest are words of prose or [I].
 * https://help.zluri.com/reference/killsync, https://developers.zluri.com/docs/best-practices
 */
export const SYNC_PHASES: Readonly<Record<string, SyncPhase>> = {
  ...{ started: 'open', running: 'open', in_progress: 'open' },
  ...{ completed: 'done', finished: 'done', success: 'done' },
  ...{ failed: 'failed', error: 'failed' },
  ...{ aborted: 'aborted', killed: 'aborted', terminated: 'aborted' },
};

/** [I] Words for a page that did not pass. */
export const BAD_PAGE: readonly string[] = ['invalid', 'failed', 'error'];

/** [D] Records of one page. https://help.zluri.com/reference/uploadincrementaldata */
export const PAGE_RECORDS = 1_000;

/** [I] Zluri names no limit in bytes: half a gigabyte is past what a spreadsheet can hold. */
export const MOST_BYTES = 500_000_000;

/** [D] https://developers.zluri.com/docs/best-practices */
export const HOURS_BETWEEN = 6;

/** These names in the answer itself, and one level down. */
function within(...names: readonly string[]): readonly string[] {
  return ['', ...ONE_WITHIN.map((name) => `${name}.`)].flatMap((place) => names.map((name) => place + name));
}
