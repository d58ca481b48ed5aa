/** Instances of custom integrations, their syncs, and the pages that a sync holds. https://developers.zluri.com/docs/every-time-sync-flow */
import type { Complaint } from '../error-body';
import { ENTITIES } from './entities';

export interface Instance {
  instance_id: string;
  instance_name: string;
  app_id: string;
  status: 'connected' | 'not-connected' | 'error';
  notification_emails: string[];
  created_by: string;
}

export interface SyncPage {
  entity_name: string;
  page_number: number;
  data: Record<string, unknown>[];
  /** Of a page with references that lead nowhere, invalid once the sync was to be finished. */
  status: 'valid' | 'invalid';
}

export interface IntegrationSync {
  sync_id: string;
  instance_id: string;
  status: 'started' | 'completed' | 'failed' | 'aborted';
  started_at: string;
  finished_at: string | null;
  /** In the order in which they came; one that comes again takes its own place. */
  pages: SyncPage[];
  /** Milliseconds since 1970 at which its data shows; null where it never will, or does by now. */
  showsAt: number | null;
}

/** The records of an entity in the order of its pages, one of a kind for each unique id: the last. https://help.zluri.com/reference/finishsyncv2 */
export function recordsOf(sync: IntegrationSync, entity: string): Record<string, unknown>[] {
  const pages = sync.pages.filter((page) => page.entity_name === entity);
  const records = new Map<unknown, Record<string, unknown>>();
  for (const record of pages.sort((a, b) => a.page_number - b.page_number).flatMap(({ data }) => data)) {
    // Rows of activity bear the id of their user, of whom there may be several.
    const id = entity === 'user_activity' ? undefined : (record.unique_id ?? record.id);
    records.set(id ?? record, record);
  }
  return [...records.values()];
}

/** Pages of an entity count from 1 without a gap. https://developers.zluri.com/docs/troubleshooting */
export function missingPages({ pages }: IntegrationSync): string[] {
  return ENTITIES.flatMap(({ name }) => {
    const numbers = pages.filter((page) => page.entity_name === name).map((page) => page.page_number);
    const last = Math.max(0, ...numbers);
    const wanted = Array.from({ length: last }, (_, i) => i + 1);
    return wanted.filter((page) => !numbers.includes(page)).map((page) => `${name} page ${page}`);
  });
}

/** How many complaints an answer holds at most: assumed. */
const MOST = 100;

/** Marks the pages that they are about; names page and line as the mails do, lines from 1. https://developers.zluri.com/docs/understanding-notification-emails */
export function referenceComplaints(sync: IntegrationSync): Complaint[] {
  const ids = new Map<string, Set<unknown>>();
  const idsOf = (entity: string) => {
    const known = ids.get(entity) ?? new Set(recordsOf(sync, entity).map((record) => record.unique_id));
    ids.set(entity, known);
    return known;
  };
  const complaints: Complaint[] = [];
  for (const page of sync.pages) {
    const entity = ENTITIES.find(({ name }) => name === page.entity_name);
    for (const [i, record] of page.data.entries()) {
      for (const { field, entity: other } of entity?.references ?? []) {
        if (idsOf(other).has(record[field])) continue;
        page.status = 'invalid';
        if (complaints.length < MOST) {
          complaints.push({
            msg: `${field} is not among the ${other} of this sync`,
            param: field,
            entity_name: page.entity_name,
            page_number: page.page_number,
            line: i + 1,
          });
        }
      }
    }
  }
  return complaints;
}
